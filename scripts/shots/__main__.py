"""Takes pictures of every view of the real window: `make shots`.

`ARGS="finding claim* --theme dark --scale 1 --content arabic"` takes some of them. All go to `out/shots`, with contact
sheets; the few that documents show are renewed in `docs/images` when they are among them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.ui import cuts
from scripts.shots import pictures, plan
from scripts.shots.plan import Wish


def main() -> int:
    """A process for each project and scale, then sheets and illustrations."""
    asked = _asked()
    wish = Wish(tuple(asked.views) or ("*",), tuple(asked.content), tuple(asked.theme), tuple(asked.scale), asked.usual)
    if asked.here:
        _take(wish)
        return 0
    cuts.make()
    for content, scale in wish.processes():
        command = [sys.executable, "-m", "scripts.shots", "--here", *asked.views, "--theme", *wish.themes]
        command += ["--content", content, "--scale", str(scale), *(["--usual"] if asked.usual else [])]
        subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": str(scale)}, cwd=plan.REPOSITORY)
        pictures.sheets(content, wish.themes, scale)
    pictures.illustrate(wish)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make shots", description="Pictures of every view.")
    parser.add_argument("views", nargs="*", help="names of views or patterns; all, if none is named")
    parser.add_argument("--content", nargs="+", choices=plan.CONTENTS, default=plan.CONTENTS)
    parser.add_argument("--theme", nargs="+", choices=plan.THEMES, default=plan.THEMES)
    parser.add_argument("--scale", nargs="+", type=int, choices=plan.SCALES, default=plan.SCALES)
    parser.add_argument("--usual", action="store_true", help="only in the usual size")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _take(wish: Wish) -> None:
    """One project at one scale, in this process."""
    with _private_home() as home:
        from PySide6.QtWidgets import QApplication

        from factcheck import i18n
        from factcheck.ui.opening import speak
        from scripts.shots.stage import Stage, make_project, report_page
        from scripts.shots.views import VIEWS

        app = QApplication(sys.argv[:1])
        app.setCursorFlashTime(0)
        i18n.speak("en")
        speak(app)
        ((content, scale),) = wish.processes()
        project = make_project(content, home / f"{content}.factcheck")
        if (content, scale) == ("latin", 1) and wish.takes("report"):
            report_page(project, plan.IMAGES / "report.png")
        for theme in wish.themes:
            stage = Stage(project, theme, plan.folder(content, theme, scale), home)
            for view in VIEWS:
                if wish.takes(view.name):
                    for size in view.sizes[:1] if wish.usual_size_only else view.sizes:
                        stage.take(view, size)
            stage.end()


@contextmanager
def _private_home() -> Iterator[Path]:
    """Settings and data of their own, so that the person's are not touched."""
    with tempfile.TemporaryDirectory() as folder:
        bold = cuts.kept()
        os.environ["XDG_CONFIG_HOME"] = f"{folder}/config"
        os.environ["XDG_DATA_HOME"] = f"{folder}/data"
        cuts.kept().parent.mkdir(parents=True)
        shutil.copy(bold, cuts.kept())
        yield Path(folder)


if __name__ == "__main__":
    raise SystemExit(main())
