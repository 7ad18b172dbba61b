"""The whole day's work through the real window: from an empty project to a signed report that is read back."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from factcheck import records
from factcheck.model import Claim, Contradiction, Evidence, Finding, Link, Note, PassageTarget, StoredFile, Verb
from factcheck.reporting.pdf import files
from factcheck.store.check import problems
from factcheck.ui import theme
from factcheck.ui.dialogs.contradiction import ContradictionDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog
from factcheck.ui.dialogs.export import ExportDialog, GapsDialog
from factcheck.ui.dialogs.split import SplitDialog
from factcheck.ui.views.mark_chooser import MarkChooser
from tests import pages
from tests.ui.window.person import ALT, CTRL, SHIFT, Key, Person

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)", extend=True
)

WIRE, HERALD, GAZETTE = "1 wire.txt", "2 herald.md", "3 gazette.html"
ARTICLES = {
    WIRE: "Fire at the Harrow mill\n\n"
    "The fire at the Harrow mill broke out on 11 May 2031, the fire service said 🔥. In all, 14 people were injured "
    "in the fire, and two of them are in hospital.\n\n"
    "The road past the mill was closed until the evening." + "\n" * 90 + "The sprinklers of the mill were working "
    "when the fire began.\n",
    HERALD: "# Fire at the mill near Harrow\n\n"
    "The fire at the Harrow mill broke out on 12 May 2031, neighbours said. In all, **29 people** were injured in the "
    "fire, and two of them are in hospital.\n\n"
    "The mayor visited the mill in the afternoon and thanked the fire service.\n",
    GAZETTE: "<!doctype html><html lang='en'><head><title>Harrow after the fire</title></head><body><article>"
    "<h1>Harrow after the fire</h1>"
    "<p>The sprinklers of the mill were not working when the fire began, a union official said on the day after.</p>"
    "<p>The mill is the largest employer of the valley, and its owner has promised to rebuild it soon.</p>"
    "<p>The owner said that all was in order, and that nobody had ever told him otherwise in so many words.</p>"
    "</article></body></html>",
}
INJURED = "In all, 14 people were injured in the fire"
CALLED = "The mill is the largest employer of the valley"


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    theme.appearance().choose("light")
    made = Person(qtbot)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.rest()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder / "mill.factcheck"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_day_from_articles_to_a_signed_report(
    person: Person, project: Path, articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    makes_a_project(person, project, monkeypatch)
    empty = person.dump()
    imports_the_articles(person, articles, monkeypatch)
    reads_and_rules(person)
    marks_claims(person)
    chooses_among_overlapping_claims(person)
    gives_the_verdict_and_writes(person, project)
    gathers_evidence(person, tmp_path)
    takes_back_and_brings_back(person)
    makes_a_contradiction(person)
    reshapes_it(person)
    report = writes_the_report(person, project)
    the_report_tells_what_was_done(person, report)
    done = person.dump()
    closes_and_opens_again(person, project, monkeypatch)
    assert person.dump() == done
    undoes_all(person)
    assert person.dump() == empty
    redoes_all(person)
    assert person.dump() == done
    leaves_one_sound_file(person, project)


# --- the project and its articles ---


def makes_a_project(person: Person, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(project.with_suffix("")), ""))
    person.press(Key.Key_N, mod=CTRL)
    assert project.is_file()
    assert person.window.windowTitle() == project.name
    assert not person.can("undo")


def imports_the_articles(person: Person, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(articles))
    person.press(Key.Key_I, mod=CTRL | SHIFT)
    person.add_from_queue()
    person.until(lambda: "3 articles imported" in person.told())
    person.until(lambda: len(disputes(person)) == 3)
    person.rest()
    rows = person.bench.articles.model
    titles = [rows.index(n, 0).data(Qt.ItemDataRole.UserRole).title for n in range(rows.rowCount())]
    assert titles == ["Fire at the Harrow mill", "Fire at the mill near Harrow", "Harrow after the fire"]
    assert len([id for id in person.bench.desk.shown() if id]) == 2


def disputes(person: Person) -> list[Finding]:
    return [f for f in person.bench.feed.findings if len(f.positions) > 1]


def about(person: Person, words: str) -> Finding:
    """The disputed fact in one of whose passages these words stand."""
    found = [f for f in disputes(person) if any(words in p.text for pos in f.positions for p in pos.passages)]
    assert len(found) == 1, [f.fact for f in found]
    return found[0]


# --- findings ---


def go_to_finding(person: Person, finding: Finding) -> None:
    """By keys, in the list."""
    person.press(Key.Key_4, mod=ALT)
    person.press(Key.Key_Home, mod=CTRL)
    for _ in disputes(person):
        if person.bench.findings.current() == finding.id:
            break
        person.press(Key.Key_Down)
    assert person.bench.findings.current() == finding.id
    assert person.bench.card.current() == finding.id


def reads_and_rules(person: Person) -> None:
    person.open_article(WIRE)
    assert not person.sees(WIRE, "The sprinklers of the mill were working")
    sprinklers = about(person, "sprinklers")
    go_to_finding(person, sprinklers)
    assert person.sees(WIRE, "The sprinklers of the mill were working")
    assert person.sees(GAZETTE, "The sprinklers of the mill were not working")
    assert person.bench.card.isVisible()
    person.press(Key.Key_Y)
    assert about(person, "sprinklers").ruling is not None
    assert person.bench.findings.current() != sprinklers.id, "the next one is at hand"
    date = about(person, "11 May 2031")
    go_to_finding(person, date)
    person.press(Key.Key_N)
    assert disputes(person)[-1].id == date.id
    person.press(Key.Key_F5)
    person.rest()
    assert [verb(f) for f in disputes(person)].count(Verb.dismissed) == 1
    assert verb(about(person, "11 May 2031")) is Verb.dismissed


def verb(finding: Finding) -> Verb | None:
    return finding.ruling.verb if finding.ruling else None


# --- claims ---


def claims(person: Person) -> list[Claim]:
    return records.claims(person.state())


def marks_claims(person: Person) -> None:
    person.open_article(WIRE)
    person.select(WIRE, INJURED)
    person.press(Key.Key_C)
    assert [claim.wording for claim in claims(person)] == [INJURED]
    assert person.bench.panel.isVisible()
    assert person.bench.panel.current() == claims(person)[0].id
    person.select(WIRE, INJURED)
    person.press(Key.Key_C)
    assert "claim 1 already" in person.told()
    assert len(claims(person)) == 1
    person.select(WIRE, "14 people")
    person.press(Key.Key_C)
    assert [claim.number for claim in claims(person)] == [1, 2]
    assert person.bench.panel.current() == claims(person)[1].id


def chooses_among_overlapping_claims(person: Person) -> None:
    first, second = claims(person)
    person.click_words(WIRE, "In all")
    assert person.bench.panel.current() == first.id
    person.click_words(WIRE, "14 people")
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, MarkChooser)
    assert [first.wording in a.text() for a in chooser.actions()] == [False, True], "the smaller one first"
    QTest.keyClick(chooser, Key.Key_Return)
    assert person.bench.panel.current() == second.id
    person.press(Key.Key_3, mod=ALT)
    person.press(Key.Key_Home, mod=CTRL)
    assert person.bench.claims.current() == first.id
    assert person.bench.panel.current() == first.id
    assert person.sees(WIRE, INJURED)


def gives_the_verdict_and_writes(person: Person, project: Path) -> None:
    first, second = claims(person)
    person.go_to_text(WIRE)
    person.press(Key.Key_4)
    assert person.text_of("undo") == "Undo set verdict to Mostly False"
    given = records.verdict(person.state(), first.id)
    assert given is not None
    assert given.rating == "mostly-false"
    summary = person.bench.panel.words.fields["summary"]
    summary.setFocus()
    person.enter("The hospital counted 29.")
    person.until(lambda: written(project) == {first.id: "The hospital counted 29."}, 2)
    person.enter(" So did")
    person.window.layout_of.lower.setCurrentWidget(person.bench.claims)
    row = person.bench.claims.table.visualRect(person.bench.claims.table.model().index(1, 0))
    person.click(person.bench.claims.table.viewport(), row.center())
    assert person.bench.panel.current() == second.id
    assert summary.read() == ""
    assert written(project) == {first.id: "The hospital counted 29. So did"}
    person.press(Key.Key_Up)
    assert summary.read() == "The hospital counted 29. So did"
    rationale = person.bench.panel.words.fields["rationale"]
    rationale.setFocus()
    person.enter("The list of patients [1] has 29 names.")
    person.press(Key.Key_Tab)
    assert person.text_of("undo") == "Undo typing in rationale"


def written(project: Path) -> dict[str, str]:
    """The summaries in the file, as another program reads them."""
    with closing(sqlite3.connect(f"file:{project}?mode=ro", uri=True)) as connection:
        return dict(connection.execute("SELECT claim_id, summary FROM verdicts").fetchall())


# --- evidence ---


def evidence(person: Person) -> list[Evidence]:
    return records.evidence(person.state(), claims(person)[0].id)


def gathers_evidence(person: Person, tmp_path: Path) -> None:
    person.open_article(HERALD)
    person.select(HERALD, "In all, 29 people were injured")
    person.press(Key.Key_E)
    person.answering(EvidenceDialog, fill_link, lambda: person.press(Key.Key_L, mod=CTRL))
    person.answering(
        EvidenceDialog, lambda d: d.note.insertPlainText("Called the hospital."), lambda: person.act("evidence_note")
    )
    kept = tmp_path / "list of patients.csv"
    kept.write_bytes(b"name\n" * 29)
    person.answering(EvidenceDialog, lambda d: d.path.setText(str(kept)), lambda: person.act("evidence_file"))
    kinds = [type(item.target) for item in evidence(person)]
    assert kinds == [PassageTarget, Link, Note, StoredFile]
    cards = person.bench.panel.evidence.list.cards
    cards[3].setFocus()
    person.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, mod=ALT)
    assert [type(item.target) for item in evidence(person)] == [StoredFile, PassageTarget, Link, Note]
    assert person.text_of("undo") == "Undo move evidence"


def fill_link(dialog: EvidenceDialog) -> None:
    for key, text in {"url": "https://hospital.example/mill", "title": "Mill fire, our patients"}.items():
        dialog.fields[key].setText(text)
    dialog.fields["publisher"].setText("Valley Hospital")


# --- undo ---


def takes_back_and_brings_back(person: Person) -> None:
    before = person.dump()
    person.go_to_text(HERALD)
    person.press(Key.Key_Z, mod=CTRL)
    assert person.text_of("redo") == "Redo move evidence"
    assert "Undone: move evidence" in person.told()
    person.press(Key.Key_Z, mod=CTRL | SHIFT)
    assert person.dump() == before
    injured = about(person, "29 people")
    go_to_finding(person, injured)
    person.press(Key.Key_S)
    assert verb(about(person, "29 people")) is Verb.scope
    assert person.text_of("undo").startswith("Undo ruling on “")
    person.press(Key.Key_Z, mod=CTRL)
    assert verb(about(person, "29 people")) is None
    assert person.dump() == before


# --- a contradiction by hand ---


def makes_a_contradiction(person: Person) -> None:
    person.open_article(GAZETTE)
    person.open_article(HERALD, other=True)
    person.select(GAZETTE, CALLED)
    person.select(HERALD, "The mayor visited the mill")

    def fill(dialog: ContradictionDialog) -> None:
        for field, text in zip(dialog.values, ("an employer", "a place to visit"), strict=True):
            field.setText(text)
        dialog.fact.setText("what the mill is")

    person.answering(ContradictionDialog, fill, lambda: person.press(Key.Key_X))
    made = person.bench.feed.findings[0]
    assert made.fact == "what the mill is"
    assert made.made_id
    assert person.bench.card.current() == made.id
    person.press(Key.Key_Return, mod=CTRL)
    assert verb(person.bench.feed.findings[0]) is Verb.confirmed
    person.bench.card.ruling.note.setFocus()
    person.enter("Both stand in print.")
    person.press(Key.Key_Tab)
    ruling = person.bench.feed.findings[0].ruling
    assert ruling is not None
    assert ruling.note == "Both stand in print."
    assert person.text_of("undo") == "Undo typing in note"


def values(person: Person) -> list[tuple[str, int]]:
    """Of the finding made by hand: its positions, and how many passages they have."""
    return [(p.value, len(p.passages)) for p in about(person, CALLED).positions]


def reshapes_it(person: Person) -> None:
    """Joins the finding about the injured to it, moves a passage, splits them again."""
    card = person.bench.card
    alone = values(person)
    injured = about(person, "29 people")
    menu = person.menu_of(card.positions[0].cards[0])
    person.choose_in(menu, "Join with the finding", injured.fact)
    assert len(values(person)) == 4
    assert len(disputes(person)) == 3
    assert person.bench.card.current() == person.bench.feed.findings[0].id
    menu = person.menu_of(card.positions[1].cards[0])
    person.choose_in(menu, "Move to position", alone[0][0])
    assert values(person)[0] == (alone[0][0], 2)
    person.act("undo")
    assert len(values(person)) == 4
    menu = person.menu_of(card.positions[2].cards[0])

    def tick(dialog: SplitDialog) -> None:
        for ref, item in dialog._items.items():
            item.setCheckState(0, Qt.CheckState.Checked if ref[0] > 1 else Qt.CheckState.Unchecked)

    person.answering(SplitDialog, tick, lambda: person.choose_in(menu, "Split off into another finding…"))
    person.until(lambda: values(person) == alone)
    assert person.state().count(Contradiction) == 2
    assert len(disputes(person)) == 4


# --- the report ---


def writes_the_report(person: Person, project: Path) -> Path:
    summary = person.bench.panel.words.fields["summary"]
    person.press(Key.Key_3, mod=ALT)
    person.press(Key.Key_Home, mod=CTRL)
    summary.setFocus()
    person.press(Key.Key_End, mod=CTRL)
    person.enter(" the fire service.")

    def fill(dialog: ExportDialog) -> None:
        assert isinstance(dialog.title, QLineEdit)
        dialog.title.setText("The fire at the Harrow mill")

    def read(dialog: GapsDialog) -> None:
        told = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "🔥" in told
        assert "fonts-symbola" in told

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_folders", lambda: [])  # whatever fonts this machine has
        person.answering(GapsDialog, read, lambda: person.answering(ExportDialog, fill, lambda: person.act("export")))
        person.until(lambda: "The report is in" in person.told(), 30)
    person.rest()
    return project.with_suffix(".pdf")


def the_report_tells_what_was_done(person: Person, report: Path) -> None:
    told = pages.words(report).replace("\ufffe", "").replace("\x02", "")
    for expected in (
        "The fire at the Harrow mill",
        "Ada Brandt",
        "Mostly False",
        INJURED,
        "The hospital counted 29. So did the fire service.",
        "Mill fire, our patients",
        "list of patients.csv",
        "a place to visit",
        "Both stand in print.",
    ):
        assert expected in told, expected
    assert "11 May 2031, the fire service said" not in told.split("Contradictions")[-1].split("Articles")[0]
    article = person.article(WIRE)
    version = records.current_version(person.state(), article)
    assert version.original_sha256[:16] in told.replace(" ", "")


# --- closing, opening, all the way back and forth ---


def closes_and_opens_again(person: Person, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person.window.close()
    assert files_of(project) == [project.name]
    assert not list(problems(project))
    person.window.show()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(project), ""))
    person.come_back()
    person.press(Key.Key_O, mod=CTRL)
    person.until(lambda: person.bench.project is not None)
    person.rest()
    assert person.bench.claims.table.model().rowCount() == 2
    assert len(disputes(person)) == 4
    assert verb(about(person, "11 May 2031")) is Verb.dismissed


def files_of(project: Path) -> list[str]:
    return sorted(path.name for path in project.parent.iterdir() if path.suffix != ".pdf")


def undoes_all(person: Person) -> None:
    while person.can("undo"):
        person.act("undo")
    assert person.bench.articles.model.rowCount() == 0
    assert person.bench.desk.shown() == ["", ""]
    person.rest()


def redoes_all(person: Person) -> None:
    while person.can("redo"):
        person.act("redo")
    person.rest()
    assert len(disputes(person)) == 4


def leaves_one_sound_file(person: Person, project: Path) -> None:
    person.window.close()
    assert files_of(project) == [project.name]
    assert not list(problems(project))
