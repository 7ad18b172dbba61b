"""The window from right to left: its parts mirror, whatever it shows still fits, and each text keeps its own way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from factcheck import i18n, importing, pseudo, workflow
from factcheck.model import Article
from factcheck.session import Session
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.views.section import Section
from tests.ui import fitting, keying, tour
from tests.ui.window.person import Person

ARABIC = "قالت الشرطة إن الجسر سقط في الثالث من مايو، وأصيب اثنا عشر شخصا.\n"


@pytest.fixture
def mirrored(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(i18n.VARIABLE, pseudo.MIRRORED)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def middle(widget: QWidget) -> float:
    """Where its middle lies across its window, 0 at the left."""
    return widget.mapTo(widget.window(), widget.rect().center()).x() / widget.window().width()


@pytest.mark.usefixtures("mirrored")
def test_all_of_the_window_mirrors_and_fits(new_person: Callable[[], Person], of_sample: Path) -> None:
    person = new_person()
    bench = person.bench
    wrong: dict[str, str] = {}
    for state in tour.states(person, of_sample):
        person.window.resize(1440, 900)
        tour.settle()
        wrong |= {one: state for one in fitting.unfitting(person.window) if one not in wrong}
        if state in ("welcome", "one article", "finding"):
            person.come_back()
            wrong |= dict.fromkeys(keying.misled(person.window), state)
        if state == "finding":
            assert middle(bench.articles) > 0.7
            assert middle(bench.card) < 0.3
    assert wrong == {}


@pytest.mark.usefixtures("mirrored")
def test_labels_stand_at_the_right_of_their_fields(person: Person) -> None:
    dialog = ExportDialog("Title", Path.home() / "report.pdf", parent=person.window)
    dialog.show()
    tour.settle()
    label = dialog.form.labelForField(dialog.title)
    assert label.mapTo(dialog, QPoint(0, 0)).x() > dialog.title.mapTo(dialog, QPoint(0, 0)).x()
    dialog.reject()


def test_a_closed_heading_points_to_where_the_words_run(qapp: QApplication) -> None:
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        closed = Section("History", opened=False)
        pictures.append(closed.heading.icon().pixmap(24, 24).toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert pictures[0] != pictures[1]
    assert pictures[0].flipped(Qt.Orientation.Horizontal) == pictures[1]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_each_article_runs_its_own_way(
    direction: Qt.LayoutDirection, qapp: QApplication, new_person: Callable[[], Person], session: Session
) -> None:
    workflow.add(session, importing.pasted(ARABIC, "Arabic"))
    session.close()
    qapp.setLayoutDirection(direction)
    person = new_person()
    person.window.projects.open(session.path)
    person.rest()
    ways = {}
    for article in person.state().each(Article):
        person.window.article_wishes.show(article.id, 0)
        ways[article.title] = person.bench.desk.panes()[0].text.document().begin().textDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert ways == {
        "Wire": Qt.LayoutDirection.LeftToRight,
        "Herald": Qt.LayoutDirection.LeftToRight,
        "Arabic": Qt.LayoutDirection.RightToLeft,
    }
