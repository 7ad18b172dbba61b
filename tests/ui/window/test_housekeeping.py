"""Garbage is searched in the window's thread and over what is new; what came in bulk waits for the project's end."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from factcheck.ui import housekeeping
from factcheck.ui.housekeeping import Housekeeping


class Knot:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def kept() -> Iterator[Housekeeping]:
    parent = QObject()
    made = Housekeeping(parent)
    made.begin()
    yield made
    made.end()
    gc.unfreeze()
    gc.enable()


def knot() -> "weakref.ref[Knot]":
    return weakref.ref(Knot())


def test_nothing_is_searched_by_itself_and_new_garbage_is_found_at_the_next_look(kept: Housekeeping) -> None:
    garbage = knot()
    filled = [[n] for n in range(5_000)]
    assert garbage() is not None
    assert filled
    kept.look()
    assert garbage() is None


def test_what_came_in_bulk_is_not_looked_at_until_the_project_is_closed(kept: Housekeeping) -> None:
    before = gc.get_freeze_count()
    garbage = knot()
    much = [[n] for n in range(2 * housekeeping.MUCH)]
    housekeeping.set_aside()
    assert gc.get_freeze_count() > before + housekeeping.MUCH
    kept.look()
    assert garbage() is not None
    assert len(much) > housekeeping.MUCH
    housekeeping.look_at_all()
    assert garbage() is None


def test_without_a_window_python_does_as_it_always_does() -> None:
    assert gc.isenabled()
    before = gc.get_freeze_count()
    housekeeping.set_aside()
    housekeeping.look_at_all()
    assert gc.get_freeze_count() == before
