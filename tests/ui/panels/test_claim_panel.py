"""The claim panel keeps what is typed with the right claim, and wishes everything else."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from factcheck.model import Added, Outcome, Reader
from factcheck.ui import measures, theme
from factcheck.ui.models.claim_shown import ClaimShown, Given
from factcheck.ui.views.card import Card
from factcheck.ui.views.claim_menus import of_claim
from factcheck.ui.views.claim_panel import ClaimPanel
from factcheck.ui.views.date_field import DateField
from factcheck.ui.views.field import PAUSE
from factcheck.ui.views.plain_text import PlainText
from tests.ui.panels.samples import CATALOGUE, arabic, bare, evidence, scale, shown


@pytest.fixture
def panel(qtbot: Any) -> ClaimPanel:
    with theme.unstyled():
        made = ClaimPanel(CATALOGUE)
        made.resize(420, 900)
        made.show_claim(shown())
    qtbot.addWidget(made)
    made.show()
    return made


def entry(menu: QMenu, name: str) -> Any:
    return next(a for a in menu.actions() if a.text().split("\t")[0] == name)


def worded(claim: ClaimShown, wording: str) -> ClaimShown:
    return replace(claim, claim=replace(claim.claim, wording=wording))


def test_the_sign_of_a_heading_stands_over_the_edge_of_what_it_heads(panel: ClaimPanel) -> None:
    edge = panel.wording.field.mapTo(panel, QPoint()).x()
    for part in (panel.verdict, panel.words.form, panel.details):
        assert part.mapTo(panel, QPoint()).x() == edge
    headings = [section.heading for section, _ in panel.sections.values() if section.isVisible()]
    assert headings
    assert {heading.mapTo(panel, QPoint()).x() for heading in headings} == {edge - measures.HANG}


def test_every_field_tells_claim_name_and_text(qtbot: Any, panel: ClaimPanel) -> None:
    fields = {"wording": panel.wording.field, **panel.details.fields, **panel.reply.fields}
    for name, field in fields.items():
        field.selectAll()
        with qtbot.waitSignal(panel.field_edited) as told:
            qtbot.keyClicks(field, "new words")
            field.flush()
        assert told.args == ["c1", name, "new words"]


def test_verdict_words_tell_after_a_pause(qtbot: Any, panel: ClaimPanel) -> None:
    panel.show_claim(bare())
    with qtbot.waitSignal(panel.verdict_field_edited, timeout=PAUSE + 1000) as told:
        qtbot.keyClicks(panel.words.fields["summary"], "Why")
    assert told.args == ["c9", "summary", "Why"]


def test_words_typed_for_one_claim_stay_with_it_when_another_is_chosen(qtbot: Any, panel: ClaimPanel) -> None:
    told: list[tuple[str, str, str]] = []
    panel.field_edited.connect(lambda *args: told.append(args))
    panel.verdict_field_edited.connect(lambda *args: told.append(args))
    panel.show_claim(bare())
    qtbot.keyClicks(panel.details.fields["place"], "Kastel")
    qtbot.keyClicks(panel.words.fields["rationale"], "Since")
    panel.show_claim(arabic())
    assert sorted(told) == [("c9", "place", "Kastel"), ("c9", "rationale", "Since")]
    assert panel.details.fields["place"].read() == ""
    assert panel.words.fields["rationale"].read() == ""


def test_an_echo_of_the_earlier_claim_does_not_come_over_the_new_one(qtbot: Any, panel: ClaimPanel) -> None:
    panel.field_edited.connect(lambda _id, _name, text: panel.show_claim(worded(bare(), text)))
    panel.show_claim(bare())
    panel.wording.field.selectAll()
    qtbot.keyClicks(panel.wording.field, "Other words")
    panel.show_claim(arabic())
    assert panel.current() == "c7"
    assert panel.wording.field.read() == arabic().claim.wording
    assert panel.wording.field.owner == "c7"


def test_an_update_while_typing_leaves_the_letters_and_updates_the_rest(qtbot: Any, panel: ClaimPanel) -> None:
    panel.show_claim(bare())
    panel.field_edited.connect(lambda _id, _name, text: panel.show_claim(worded(bare(), text)))
    field = panel.wording.field
    field.selectAll()
    qtbot.keyClicks(field, "One")
    panel.show_claim(bare())  # made before a letter was typed
    qtbot.keyClicks(field, " two")
    field.flush()
    assert field.read() == "One two"


def test_leaving_for_no_claim_tells_what_was_typed(qtbot: Any, panel: ClaimPanel) -> None:
    qtbot.keyClicks(panel.details.fields["role"], "x")
    with qtbot.waitSignal(panel.field_edited) as told:
        panel.show_claim(None)
    assert told.args[0] == "c1"


def test_a_button_gives_a_verdict_and_shows_it_only_once_given(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.verdict_wished) as told:
        panel.verdict.buttons["false"].click()
    assert told.args == ["c1", "false"]
    assert panel.verdict.buttons["mostly-true"].isChecked()
    assert not panel.verdict.buttons["false"].isChecked()


def test_a_verdict_is_taken_back(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.verdict_wished) as told:
        panel.verdict.clear.click()
    assert told.args == ["c1", ""]


def test_a_digit_gives_a_verdict_unless_it_is_typed_into_a_field(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.verdict_wished) as told:
        qtbot.keyClick(panel.verdict.buttons["true"], "5")
    assert told.args == ["c1", "false"]
    with qtbot.assertNotEmitted(panel.verdict_wished):
        qtbot.keyClick(panel.words.fields["summary"], "5")
        qtbot.keyClick(panel.details.fields["date"], "5")
        qtbot.keyClick(panel.verdict.buttons["true"], "9")  # no such rating


def test_the_definition_is_in_view_and_that_of_the_button_looked_at(panel: ClaimPanel) -> None:
    assert panel.verdict._definition.text().startswith("Mostly True:")
    panel.verdict.buttons["false"].looked_at.emit(True)
    assert panel.verdict._definition.text().startswith("False:")
    panel.verdict.buttons["false"].looked_at.emit(False)
    assert panel.verdict._definition.text().startswith("Mostly True:")


def test_nothing_below_jumps_while_one_goes_over_the_ratings(panel: ClaimPanel) -> None:
    bar, width = panel.verdict, 200
    at_rest = bar._definition.heightForWidth(width)
    heights = set()
    for button in bar.buttons.values():
        button.looked_at.emit(True)
        heights.add(bar._definition.heightForWidth(width))
        button.looked_at.emit(False)
    assert len(heights) == 1
    assert heights.pop() > at_rest
    panel.show_claim(shown())
    assert bar._definition.heightForWidth(width) == at_rest


def test_a_retired_rating_is_shown_only_where_it_was_given(panel: ClaimPanel) -> None:
    full = scale()
    aged = replace(full, ratings=tuple(replace(r, retired=r.key in {"mostly-true", "false"}) for r in full.ratings))
    panel.show_claim(shown(scale=aged))
    assert "mostly-true" in panel.verdict.buttons
    assert "false" not in panel.verdict.buttons
    assert panel.verdict.buttons["half-true"].accessibleName().endswith("key 2")


def test_a_scale_without_ratings_has_only_words(panel: ClaimPanel) -> None:
    panel.show_claim(shown(scale=scale("conclusion-only"), verdict=None))
    assert not panel.verdict.isVisible()
    assert panel.words.isVisible()


def test_a_status_is_wished_only_by_a_person(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.assertNotEmitted(panel.status_wished):
        panel.show_claim(bare())
    panel.status.setCurrentIndex(panel.status.findData("decided"))
    with qtbot.waitSignal(panel.status_wished) as told:
        panel.status.activated.emit(panel.status.currentIndex())
    assert told.args == ["c9", "decided"]


def test_evidence_is_opened_edited_moved_and_removed_by_keys(qtbot: Any, panel: ClaimPanel) -> None:
    first, second, third = panel.evidence.list.cards
    alt = Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(panel.evidence_edit_wished) as edited:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.evidence_remove_wished) as removed:
        qtbot.keyClick(second, Qt.Key.Key_Delete)
    second.setFocus()
    with qtbot.waitSignal(panel.evidence_move_wished) as moved:
        qtbot.keyClick(second, Qt.Key.Key_Up, alt)
    assert (edited.args, removed.args, moved.args) == (["e1"], ["e2"], ["e2", -1])
    third.setFocus()
    qtbot.waitUntil(third.hasFocus)
    with qtbot.assertNotEmitted(panel.evidence_move_wished):
        qtbot.keyClick(third, Qt.Key.Key_Down, alt)


def test_a_link_is_opened_by_its_address_and_a_passage_by_its_id(qtbot: Any, panel: ClaimPanel) -> None:
    link, passage = shown().evidence[:2]
    with qtbot.waitSignal(panel.link_wished) as opened:
        entry(panel.evidence.menu(link), "Open the page").trigger()
    with qtbot.waitSignal(panel.evidence_open_wished) as gone_to:
        entry(panel.evidence.menu(passage), "Show in the article").trigger()
    assert opened.args == [link.url]
    assert gone_to.args == ["e2"]


@pytest.mark.parametrize("kind", ["Selected words", "Link…", "File…", "Note…"])
def test_evidence_of_every_kind_can_be_added(qtbot: Any, panel: ClaimPanel, kind: str) -> None:
    with qtbot.waitSignal(panel.evidence_add_wished) as told:
        entry(panel.add_evidence.menu(), kind).trigger()
    assert told.args == ["c1", {"Selected words": "passage"}.get(kind, kind[:-1].lower())]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (Added("Ada Brandt", 1_900_000_000), "Added by Ada Brandt, 17 March 2030"),
        (Added("", 1_900_000_000), "Added 17 March 2030"),
    ],
)
def test_evidence_says_who_added_it(panel: ClaimPanel, added: Added, said: str) -> None:
    panel.show_claim(shown(evidence=(replace(evidence(1), added=added), evidence(2))))
    first, second = ([part.text() for part in card.findChildren(PlainText)] for card in panel.evidence.list.cards)
    assert said in first
    assert not any(text.startswith("Added") for text in second)


def test_evidence_keeps_the_focus_when_it_moves(qtbot: Any, panel: ClaimPanel) -> None:
    one, two, three = shown().evidence
    panel.evidence.list.cards[1].setFocus()
    qtbot.waitUntil(panel.evidence.list.cards[1].hasFocus)
    panel.show_claim(shown(evidence=(two, one, three)))
    assert panel.evidence.list.cards[0].hasFocus()
    assert panel.evidence.list.cards[2].accessibleName().startswith("Evidence 3")


def test_few_independent_sources_are_said(panel: ClaimPanel) -> None:
    panel.show_claim(shown(evidence=(evidence(1),), sources=1))
    assert "1 of 2 independent sources" in panel.sections["evidence"][0].heading.accessibleName()


def test_appearances_are_gone_to_removed_and_added(qtbot: Any, panel: ClaimPanel) -> None:
    first, second = panel.appearances.list.cards
    with qtbot.waitSignal(panel.appearance_wished) as gone_to:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.appearance_remove_wished) as removed:
        qtbot.keyClick(first, Qt.Key.Key_Delete)
    with qtbot.waitSignal(panel.appearance_add_wished) as added:
        panel.add_appearance.click()
    assert (gone_to.args, removed.args, added.args) == (["p2"], ["p1"], ["c1"])


def test_the_quote_beside_the_wording_goes_to_the_first_appearance(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.appearance_wished) as told:
        panel.wording._card.opened.emit()
    assert told.args == ["p1"]


def test_a_finding_that_touches_the_claim_is_opened(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.finding_wished) as told:
        qtbot.keyClick(panel.touching.list.cards[0], Qt.Key.Key_Return)
    assert told.args == ["f1"]


def test_arrow_keys_walk_through_cards(qtbot: Any, panel: ClaimPanel) -> None:
    cards: list[Card] = panel.evidence.list.cards
    cards[0].setFocus()
    qtbot.waitUntil(cards[0].hasFocus)
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()


def test_older_history_is_shown_when_asked_for(panel: ClaimPanel) -> None:
    panel.sections["history"][0].set_open(True)
    assert len(panel.history.list.cards) == 8
    panel.history.more.click()
    assert len(panel.history.list.cards) == 11
    assert not panel.history.more.isVisible()


def test_a_section_stays_closed_for_the_next_claim(panel: ClaimPanel) -> None:
    panel.sections["details"][0].heading.click()
    panel.show_claim(bare())
    assert not panel.details.isVisible()


def test_at_320_pixels_nothing_is_wider_than_the_panel(qtbot: Any, panel: ClaimPanel) -> None:
    for key in panel.sections:
        panel.sections[key][0].set_open(True)
    panel.resize(320, 900)
    inner = panel.wording.parentWidget()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.width() <= panel._scroll.viewport().width())


def test_a_project_that_is_only_read_takes_no_words_and_no_verdict(qtbot: Any, panel: ClaimPanel) -> None:
    panel.set_read_only(True)
    with qtbot.assertNotEmitted(panel.verdict_wished):
        qtbot.keyClick(panel.evidence.list.cards[0], "1")
    qtbot.keyClicks(panel.details.fields["place"], "x")
    assert panel.details.fields["place"].read() == "Kastel"


def test_evidence_that_is_added_comes_into_view(qtbot: Any, panel: ClaimPanel) -> None:
    panel.resize(420, 320)
    panel.show_claim(shown(evidence=(evidence(1),)))
    panel.show_claim(shown(evidence=(evidence(1), evidence(2))))
    card = panel.evidence.list.cards[1]
    qtbot.waitUntil(lambda: bool(card.visibleRegion().boundingRect().height()))


def test_when_the_claim_goes_the_keys_go_to_nothing_else(qtbot: Any, panel: ClaimPanel) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, beside = QVBoxLayout(window), QPushButton("Undo")
    column.addWidget(panel)
    column.addWidget(beside)
    window.show()
    panel.verdict.buttons["true"].setFocus()
    panel.show_claim(None)
    assert not beside.hasFocus()
    panel.setParent(None)  # the fixture closes it


# --- two readers ------------------------------------------------------------------------------------------------------


def read(rating: str = "false", revealed: bool = False, reads_second: bool = False, **changes: Any) -> ClaimShown:
    """A claim that a second reader has judged."""
    first = shown().verdict
    assert first
    second = replace(first, id="v2", reader=Reader.second, who="Bo", rating=rating, revealed=revealed, **changes)
    given = [Given(first, scale().rating(first.rating)), Given(second, scale().rating(rating))]
    if not revealed:
        hidden = 0 if reads_second else 1
        given[hidden] = Given(replace(given[hidden].verdict, summary="", rationale=""), None)
    own = second if reads_second else first
    sides = (None if reads_second and not revealed else given[0], given[1])
    return shown(verdict=own, given=sides, reads_second=reads_second)


def test_nothing_of_a_second_reading_is_seen_where_there_is_none(panel: ClaimPanel) -> None:
    assert not panel.second.isVisible()


def test_a_blind_verdict_is_laid_open_by_a_wish(qtbot: Any, panel: ClaimPanel) -> None:
    for reads_second in (False, True):
        panel.show_claim(read(reads_second=reads_second))
        assert not panel.second._both.isVisible()
        with qtbot.waitSignal(panel.second.reveal_wished) as told:
            panel.second.reveal.click()
        assert told.args == ["c1"]


def test_a_second_reader_without_a_verdict_is_told_that_the_first_is_hidden(panel: ClaimPanel) -> None:
    panel.show_claim(shown(verdict=None, reads_second=True))
    assert "blind" in panel.second._said.text()
    assert not panel.second.reveal.isVisible()


def test_both_verdicts_stand_side_by_side(panel: ClaimPanel) -> None:
    panel.show_claim(read(revealed=True))
    assert [side._rating.text().split(" ", 1)[1] for side in panel.second._sides] == ["Mostly True", "False"]
    assert panel.second._said.text() == "The readers differ."
    panel.show_claim(read("mostly-true", revealed=True))
    assert panel.second._said.text() == "Both readers give the same rating."


def test_what_the_readers_make_of_both_is_wished_and_taken_back(qtbot: Any, panel: ClaimPanel) -> None:
    panel.show_claim(read(revealed=True, remark="Which day?"))
    with qtbot.waitSignal(panel.second.outcome_wished) as told:
        panel.second.outcomes["discuss"].click()
    assert told.args == ["c1", "discuss", "Which day?"]
    assert not panel.second.outcomes["discuss"].isChecked()
    panel.show_claim(read(revealed=True, outcome=Outcome.discuss, remark="Which day?"))
    with qtbot.waitSignal(panel.second.outcome_wished) as told:
        panel.second.outcomes["discuss"].click()
    assert told.args == ["c1", "", "Which day?"]


# --- order and history ------------------------------------------------------------------------------------------------


def test_an_appearance_moves_by_keys(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.appearances.move_wished) as told:
        qtbot.keyClick(panel.appearances.list.cards[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["p2", -1]


def test_what_a_step_wrote_is_wished_back(qtbot: Any, panel: ClaimPanel) -> None:
    with qtbot.waitSignal(panel.history.restore_wished) as told:
        entry(panel.history.menu(shown().history[2]), "Bring back what this step wrote").trigger()
    assert told.args == [shown().history[2].sequence]
    panel.set_read_only(True)
    assert not entry(panel.history.menu(shown().history[2]), "Bring back what this step wrote").isEnabled()


@pytest.mark.parametrize("wish", ["merge", "split", "duplicate"])
def test_a_claim_is_merged_split_and_copied_from_its_menu(qtbot: Any, panel: ClaimPanel, wish: str) -> None:
    menu = of_claim(panel, shown().claim)
    names = {"merge": "Merge with another claim…", "split": "Split…", "duplicate": "Duplicate"}
    with qtbot.waitSignal(getattr(panel, f"{wish}_wished")) as told:
        entry(menu, names[wish]).trigger()
    assert told.args == ["c1"]


# --- deadlines --------------------------------------------------------------------------------------------------------


def test_what_is_overdue_is_said_in_the_headings(panel: ClaimPanel) -> None:
    panel.show_claim(shown(overdue=True, reply_overdue=True))
    assert panel.sections["details"][0].heading.accessibleName() == "Details   overdue"
    assert panel.sections["reply"][0].heading.accessibleName() == "Reply and limits   answer overdue"
    panel.show_claim(shown())
    assert panel.sections["details"][0].heading.accessibleName() == "Details"


def test_a_day_is_chosen_in_a_calendar(qtbot: Any, panel: ClaimPanel) -> None:
    field = panel.details.fields["deadline"]
    assert isinstance(field, DateField)
    field.set_text("12 March 2026")
    field.choose.trigger()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 3, 12)
    with qtbot.waitSignal(panel.field_edited) as told:
        calendar.clicked.emit(QDate(2026, 4, 1))
    assert told.args == ["c1", "deadline", "2026-04-01"]


def test_a_day_is_chosen_by_keys(qtbot: Any, panel: ClaimPanel) -> None:
    field = panel.details.fields["deadline"]
    field.set_text("12 March 2026", "c1")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.focusWidget()  # to it go the keys while the calendar is open
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.field_edited) as told:
        qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert told.args == ["c1", "deadline", "2026-03-13"]


def test_a_priority_is_wished(qtbot: Any, panel: ClaimPanel) -> None:
    panel.priority.setCurrentIndex(3)
    with qtbot.waitSignal(panel.priority_wished) as told:
        panel.priority.activated.emit(3)
    assert told.args == ["c1", 3]


def test_the_source_of_an_appearance_in_arabic_has_no_isolate_in_another(panel: ClaimPanel) -> None:
    panel.show_claim(arabic())
    told = [text.text() for text in panel.appearances.findChildren(PlainText) if "وكالة" in text.text()]
    assert told
    assert not any("\N{FIRST STRONG ISOLATE}" * 2 in text for text in told)  # they would read from the left
