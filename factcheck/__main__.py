"""The two doors: `factcheck`, the command line, and `factcheck-app`, which opens the window."""

import sys
from pathlib import Path


def main() -> None:
    """The console script; without a command it opens the window too."""
    from factcheck.cli.root import factcheck

    _replace_what_cannot_be_shown()
    factcheck.main(prog_name="factcheck", obj=open_window)


def main_app() -> None:
    """The script behind a desktop's icon: the window only."""
    from factcheck.cli.root import app

    _replace_what_cannot_be_shown()
    app.main(prog_name="factcheck-app", obj=open_window)


def open_window(project: Path | None, sample: bool) -> int:
    """The app; the only place from which the command line comes to Qt."""
    from factcheck.ui.app import run

    return int(run(project, sample))


def _replace_what_cannot_be_shown() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # no stream at all without a console on Windows
        if reconfigure:
            reconfigure(errors="replace")


if __name__ == "__main__":
    main()
