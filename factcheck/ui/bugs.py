"""Bugs: a log of them, and a dialog with a report that can be copied."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from types import TracebackType

from factcheck.paths import user_data
from factcheck.ui import reports
from factcheck.ui.main_window import MainWindow

_LOG = logging.getLogger("factcheck")


def keep_log() -> None:
    """A small log of bugs in the user's folder; it holds no text of articles or projects."""
    if not _LOG.handlers:
        handler = RotatingFileHandler(user_data() / "factcheck.log", maxBytes=500_000, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)


def tell(window: MainWindow) -> None:
    """What nobody expected goes to the log and to a dialog whose report can be copied; the program goes on."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _LOG.error("unexpected %s", reports.logged(error))
        sys.__excepthook__(kind, error, trace)
        window.broke.emit(error)

    sys.excepthook = told
    threading.excepthook = lambda args: told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
