"""What all tests of the window share: no screen, our theme, one small article."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from factcheck.ui import theme


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
