"""The two doors: `factcheck`, the command line, and `factcheck-app`, which opens the window."""

import sys


def main() -> None:
    """The console script; without a command it opens the window too."""
    from factcheck.cli.root import factcheck

    _replace_what_cannot_be_shown()
    factcheck.main(prog_name="factcheck")


def main_app() -> None:
    """The script behind a desktop's icon: the window only."""
    from factcheck.cli.root import app

    _replace_what_cannot_be_shown()
    app.main(prog_name="factcheck-app")


def _replace_what_cannot_be_shown() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # no stream at all without a console on Windows
        if reconfigure:
            reconfigure(errors="replace")


if __name__ == "__main__":
    main()
