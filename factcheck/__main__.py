"""The two doors: `factcheck`, the command line, and `factcheck-app`, which opens the window."""

import os
import sys
from pathlib import Path

from factcheck import i18n, settings


def main() -> None:
    """The console script; without a command it opens the window too."""
    _speak(sys.argv[1:])
    from factcheck.cli.root import factcheck

    _replace_what_cannot_be_shown()
    factcheck.main(prog_name="factcheck", obj=open_window)


def main_app() -> None:
    """The script behind a desktop's icon: the window only."""
    words = sys.argv[1:]
    _speak(words)
    if _opens_at_once(words):
        sys.exit(open_window(Path(words[0]) if words else None, False))
    from factcheck.cli.root import app

    _replace_what_cannot_be_shown()
    app.main(prog_name="factcheck-app", obj=open_window)


def _opens_at_once(words: list[str]) -> bool:
    """Whether the window is asked for, as a desktop does it, and can be shown: nothing is to be understood or told."""
    from factcheck.doctor import window_problem

    plain = not words or (len(words) == 1 and not words[0].startswith("-") and Path(words[0]).is_file())
    return plain and not window_problem()


def open_window(project: Path | None, sample: bool) -> int:
    """The app; the only place from which the command line comes to Qt."""
    from factcheck.ui.app import run

    return int(run(project, sample))


def _speak(words: list[str]) -> None:
    """The language that the call names before its first other word, else the environment, the settings, the system.

    It is known before the commands are loaded, since their help is in it.
    """
    option = "--language"
    first, second = [*words, "", ""][:2]
    asked = second if first == option else first.removeprefix(f"{option}=") if first.startswith(f"{option}=") else ""
    i18n.speak(asked or os.environ.get(i18n.VARIABLE) or settings.language())


def _replace_what_cannot_be_shown() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # no stream at all without a console on Windows
        if reconfigure:
            reconfigure(errors="replace")


if __name__ == "__main__":
    main()
