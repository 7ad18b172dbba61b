"""An afternoon at the window, in sixty steps: from the first page to a signed report, back to nothing, and there again.

Only keys and the mouse do anything. After each step stands what is seen and what is written down.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.reporting.pdf import files
from tests.flows.hands import Hands
from tests.flows.story import beginning, claiming, handing, reshaping, weighing

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)", extend=True
)


@pytest.fixture
def me(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(files, "_folders", lambda: [])  # whatever fonts this machine has
    made = Hands(qtbot, name="")
    made.folder = tmp_path
    made.window.leave_project()
    yield made
    made.window.close()
    made.rest()
    made.window.deleteLater()


def steps() -> Iterator[Callable[[Hands], None]]:
    """All steps in their order; each is a function whose name begins with its number."""
    for part in (beginning, claiming, weighing, reshaping, handing):
        yield from (made for name, made in vars(part).items() if name.startswith("step_"))


@pytest.mark.timeout(300)
def test_an_afternoon_from_the_first_page_to_a_signed_report_and_back(me: Hands) -> None:
    for number, step in enumerate(steps(), start=1):
        assert step.__name__.startswith(f"step_{number}_")
        step(me)
