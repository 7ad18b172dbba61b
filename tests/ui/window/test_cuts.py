"""What is bold is drawn bold, and scripts that the system writes in its fallback have a face of ours."""

from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from factcheck.ui import cuts, fonts


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Our variable face with few letters: the whole of it takes seconds."""
    whole, path = cuts.source(), tmp_path / "few.ttf"
    assert whole
    with TTFont(whole) as font:
        letters = subset.Subsetter()
        letters.populate(text="bold")
        letters.subset(font)
        font.save(path)
    monkeypatch.setattr(cuts, "source", lambda: path)
    monkeypatch.setattr(cuts, "user_data", lambda: tmp_path)
    return path


def test_the_bold_cut_is_made_once_and_is_of_the_same_face(few: Path) -> None:
    assert cuts.files() == [few]
    cuts.make()
    assert cuts.files() == [few, cuts.kept()]
    with TTFont(cuts.kept()) as made:
        assert (made["name"].getDebugName(1), made["name"].getDebugName(2)) == ("Noto Sans", "Bold")
        assert made["OS/2"].usWeightClass == 700
        assert "fvar" not in made
    before = cuts.kept().stat().st_mtime_ns
    cuts.make()
    assert cuts.kept().stat().st_mtime_ns == before
    assert [path.name for path in cuts.kept().parent.iterdir()] == [cuts.kept().name]


@pytest.mark.parametrize(("known", "ours"), [(["DejaVu Sans"], True), (["DejaVu Sans", "Amiri"], False), ([], True)])
def test_arabic_has_our_face_unless_the_system_has_one_of_its_own(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, known: list[str], ours: bool
) -> None:
    before = qapp.font()
    plain = QFont(before)
    plain.setFamilies(["DejaVu Sans"])
    qapp.setFont(plain)
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: known)
    try:
        fonts.prepare(qapp)
        assert ("IBM Plex Sans Arabic" in qapp.font().families()) is ours
    finally:
        qapp.setFont(before)
