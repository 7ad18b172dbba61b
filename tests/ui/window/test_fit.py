"""Whatever the window shows fits, also in a small window, in German, and where words are two fifths longer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from factcheck import i18n
from tests.ui import fitting, keying, tour
from tests.ui.window.person import Person

SIZES = ((1024, 700), (1440, 900))


@pytest.fixture(params=["pseudo", "de"])
def spoken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(i18n.VARIABLE, request.param)
    return str(request.param)


@pytest.mark.usefixtures("spoken")
def test_all_of_the_window_fits(new_person: Callable[[], Person], of_sample: Path) -> None:
    person = new_person()
    wrong: dict[str, str] = {}
    for state in tour.states(person, of_sample):
        for wide, high in SIZES:
            person.window.resize(wide, high)
            tour.settle()
            found = fitting.unfitting(person.window)
            wrong |= {one: f"{state}, {wide} wide" for one in found if one not in wrong}
            if (person.window.width(), person.window.height()) != (wide, high):
                wrong[f"{state}: the window is {person.window.size()}"] = state
    assert wrong == {}


@pytest.mark.usefixtures("spoken")
def test_all_dialogs_fit_and_mark_each_letter_once(
    new_person: Callable[[], Person], of_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = new_person()
    person.window.projects.open(of_sample)
    person.rest()
    wrong: dict[str, str] = {}
    met: set[type[QDialog]] = set()
    for dialog in tour.dialogs(person, monkeypatch):
        met.add(type(dialog))
        least = dialog.minimumSizeHint()
        found = fitting.unfitting(dialog)
        found += [f"a letter twice: {text}" for text in keying.doubled(keying.marked(dialog))]
        if least.width() > 1024 or least.height() > 700:
            found.append(f"needs {least.width()}×{least.height()}")
        wrong |= {one: type(dialog).__name__ for one in found if one not in wrong}
    assert tour.kinds() - met == set()
    assert wrong == {}
