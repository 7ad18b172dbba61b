"""Chinese characters have the forms that the language of an article gives them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView

from factcheck import importing, workflow
from factcheck.model import Article
from factcheck.ui import fonts
from factcheck.ui.views.plain_text import PlainText
from tests.ui.window.conftest import ADA
from tests.ui.window.person import Person

_FACES = [f"Noto Sans CJK {forms}" for forms in ("JP", "KR", "SC", "TC")]


class _Database:
    @staticmethod
    def families() -> list[str]:
        return ["DejaVu Sans", *_FACES]


@pytest.fixture(autouse=True)
def faces(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system with these faces; the application's own comes back."""
    before = qapp.font()
    monkeypatch.setattr(fonts, "QFontDatabase", _Database)
    monkeypatch.setattr(fonts._Chosen, "east_asian", [])
    yield
    qapp.setFont(before)


_SAID = {"zh": "仓库凌晨起火", "zh-TW": "倉庫凌晨起火", "ja": "倉庫で火事があった", "en": "The store burnt down"}


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    """Two articles in one kind of Chinese, one in another, one in Japanese and one in English."""
    path = tmp_path / "fire.factcheck"
    with workflow.new_project(path, ADA, "Fire") as made:
        for number, language in enumerate(("zh", "zh", "zh-TW", "ja", "en")):
            draft = importing.pasted(f"{_SAID[language]} {number}\n", f"{_SAID[language]} {number}")
            workflow.add(made, draft, language=language)
    return path


def _given(font: QFont) -> list[str]:
    return [name for name in font.families() if name in _FACES]


def test_the_whole_window_has_the_forms_that_most_articles_want(person: Person, fire: Path, qapp: QApplication) -> None:
    person.window.projects.open(fire)
    person.rest()
    assert _given(qapp.font()) == ["Noto Sans CJK SC"]
    for kind in (QLabel, QLineEdit, QTableView, PlainText):
        shown = person.window.findChildren(kind)
        assert shown
        assert {(*_given(widget.font()),) for widget in shown} == {("Noto Sans CJK SC",)}


@pytest.mark.parametrize(
    ("language", "face"),
    [("zh", "SC"), ("zh-TW", "TC"), ("ja", "JP"), ("en", "SC")],  # what an English one mentions is as in the window
)
def test_each_article_has_the_forms_of_its_own_language(person: Person, fire: Path, language: str, face: str) -> None:
    person.window.projects.open(fire)
    person.rest()
    article = next(a for a in person.state().each(Article) if a.language == language)
    person.window.article_wishes.show(article.id, 0)
    families = person.bench.desk.panes()[0].text.font().families()
    assert next(name for name in families if name in _FACES) == f"Noto Sans CJK {face}"
    assert (families[0] in _FACES) is (language != "en")


def test_another_size_of_letters_keeps_the_forms(person: Person, fire: Path) -> None:
    person.window.projects.open(fire)
    person.rest()
    text = person.bench.desk.panes()[0].text
    text.zoom(2)
    assert text.font().families()[0] == "Noto Sans CJK SC"
