"""What all tests of the window share: no screen, our theme, one small article."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from factcheck.ui import theme

#: What Qt says of its own screen for tests, and nothing that we could mend.
_HARMLESS = r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(_HARMLESS, extend=True))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """What a test has shown goes before the next; else it waits for an event loop, and is styled with what comes."""
    try:
        return (yield)
    finally:
        if QApplication.instance():
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["factcheck"]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> theme.Theme:
    """Each test starts in the light theme."""
    if theme.current().name != "light" or not qapp.styleSheet():
        theme.apply(qapp, "light")
    return theme.current()


@pytest.fixture
def dark(light: theme.Theme, qapp: QApplication) -> Iterator[theme.Theme]:  # noqa: ARG001 - after the light one
    """The dark theme, for one test."""
    yield theme.apply(qapp, "dark")
    theme.apply(qapp, "light")
