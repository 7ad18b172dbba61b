"""PySide6 6.12.0 loses references to None and True and kills Python 3.11 after some thousand calls."""

import sys

import PySide6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

ROUNDS = 300
NOISE = 50  # other code may drop a few references meanwhile; the fault drops one a round


class Bell(QObject):
    rung = Signal(bool)


def test_events_and_signals_keep_the_references_to_none_and_true(qapp: QApplication) -> None:
    """From Python 3.12 on these counts never move, and what is left is that the rounds end well."""
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    none_before, true_before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(ROUNDS):
        qapp.processEvents()
        bell.rung.emit(False)

    assert len(heard) == ROUNDS
    assert sys.getrefcount(None) > none_before - NOISE
    assert sys.getrefcount(True) > true_before - NOISE


def test_installed_qt_is_one_that_was_found_sound() -> None:
    assert (6, 8) <= PySide6.__version_info__[:2] < (6, 12)
