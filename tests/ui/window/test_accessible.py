"""What a screen reader is told: whatever the keys can reach has a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.model import Article, Evidence
from factcheck.ui.dialogs.article import ArticleDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog
from factcheck.ui.dialogs.export import ExportDialog
from tests.ui.window.person import ALT, NONE, SHIFT, Key, Person


@pytest.fixture
def busy(person: Person, project: Path) -> Person:
    """A person with a claim with evidence and a finding before them."""
    person.window.projects.open(project)
    person.rest()
    article = next(person.state().each(Article))
    person.act("next_finding")
    person.window.claim_wishes.mark_words(article.id, 0, 10)
    person.window.evidence_wishes.add_words(article.id, 0, 20)
    return person


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child.isValid() and not _cells(interface):
            yield from below(child)


def _cells(interface: QAccessibleInterface) -> bool:
    return interface.role() in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_everything_that_takes_the_focus_has_a_name(busy: Person) -> None:
    nameless = []
    seen = 0
    for tab in (busy.bench.panel, busy.bench.card):
        busy.window.layout_of.chosen.setCurrentWidget(tab)
        root = QAccessible.queryAccessibleInterface(busy.window)
        for interface in below(root):
            widget = interface.object()
            if not isinstance(widget, QWidget) or not _takes_focus(widget):
                continue
            seen += 1
            if not interface.text(QAccessible.Text.Name).strip():
                nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert seen > 30
    assert sorted({*nameless}) == []


def test_the_tab_key_goes_all_round_the_window_and_back(busy: Person) -> None:
    busy.press(Key.Key_1, mod=ALT)
    first = QApplication.focusWidget()
    there: list[QWidget | None] = [first]
    for _ in range(200):
        busy.press(Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        there.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is first
    assert len(there) == len({*there}), "no part keeps the keys to itself"
    for part in (busy.bench.desk, busy.bench.findings, busy.bench.panel):
        assert any(widget and part.isAncestorOf(widget) for widget in there), type(part).__name__
    busy.press(Key.Key_Tab, mod=SHIFT)
    assert QApplication.focusWidget() is there[-1]
    panel, rows = busy.bench.panel, busy.bench.findings
    read: list[QWidget] = [
        *(rows.filter_field, rows.bar.choose, rows.bar.chips.chips["kind"], rows.table),
        *(panel.wording.field, *panel.verdict.buttons.values(), panel.words.fields["summary"]),
        *(*panel.evidence.list.cards, panel.details.fields["claimant"]),
    ]
    assert [widget for widget in there if widget in read] == read, "as it is read, whenever it was made"


def test_each_part_is_reached_by_a_key_and_takes_the_keys(busy: Person) -> None:
    bench = busy.bench
    parts: list[QWidget] = [bench.articles, bench.desk, bench.claims, bench.findings, bench.panel]
    for part, key in zip(parts, (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), strict=True):
        busy.press(key, mod=ALT)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert part is focused or part.isAncestorOf(focused)
        assert focused.isVisible()
        assert QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name).strip()


def test_dialogs_begin_in_their_first_field(busy: Person) -> None:
    begun: list[bool] = []

    def fill(dialog: EvidenceDialog | ArticleDialog | ExportDialog) -> None:
        match dialog:
            case EvidenceDialog() if dialog.fields:
                first: QWidget = dialog.fields["url"]
                busy.enter("https://a.example/", dialog)
            case EvidenceDialog():
                first = dialog.note
                busy.enter("Called them.", dialog)
            case ArticleDialog():
                first = dialog.fields["title"]
            case _:
                first = dialog.title
        begun.append(QApplication.focusWidget() is first)

    busy.answering(EvidenceDialog, fill, lambda: busy.act("evidence_link"))
    busy.answering(EvidenceDialog, fill, lambda: busy.act("evidence_note"))
    busy.answering(ArticleDialog, fill, lambda: busy.act("edit_article"))
    busy.answering(ExportDialog, fill, lambda: busy.act("export"))
    busy.rest()
    assert begun == [True] * 4
    assert busy.state().count(Evidence) == 3


def test_the_keys_of_the_panel_and_the_card_work_from_where_alt_5_leads(busy: Person) -> None:
    busy.press(Key.Key_5, mod=ALT)
    busy.press(Key.Key_3)
    assert busy.text_of("undo") == "Undo set verdict to Half True"
    busy.act("next_finding")
    busy.press(Key.Key_5, mod=ALT)
    busy.press(Key.Key_N)
    assert busy.text_of("undo").endswith("dismissed")


def test_the_focus_stays_after_marking_and_rating(busy: Person) -> None:
    text = busy.bench.desk.panes()[0].text
    text.setFocus()
    busy.press(Key.Key_Home, mod=Qt.KeyboardModifier.ControlModifier)
    busy.press(*[Key.Key_Right] * 5, mod=SHIFT)
    for key in (Key.Key_C, Key.Key_1, Key.Key_2):
        busy.press(key, mod=NONE)
        assert QApplication.focusWidget() is text
