"""What the tests of tables, cards, panels and dialogs share."""

from pathlib import Path

import pytest

#: Said by the offscreen platform whenever a window with size hints is shown; nothing is wrong.
HARMLESS = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The harmless warning fails no test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))
