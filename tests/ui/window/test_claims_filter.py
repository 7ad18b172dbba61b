"""The claims of a project are filtered by ticking values, put into groups, and what is hidden is always said."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from factcheck import edits
from factcheck.model import Claim, Status
from factcheck.session import Session
from factcheck.ui.dialogs.handing import HandingDialog
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.views.values_popup import ValuesPopup
from tests.ui.window.conftest import ADA
from tests.ui.window.person import SHIFT, Key, Person

FIELDS = [
    {"wording": "Two barns burnt", "topic": "Fire", "claimant": "Ada"},
    {"wording": "One barn burnt", "topic": "Fire", "claimant": "Bo", "deadline": "2001-02-03"},
    {"wording": "The road is shut", "topic": "Roads", "claimant": "Ada", "status": Status.decided},
    {"wording": "No road is shut", "topic": "Roads", "claimant": "Cy", "status": Status.decided},
    {"wording": "It rained", "claimant": "Ada"},
]


@pytest.fixture
def shown(person: Person, session: Session) -> Iterator[Person]:
    """Five claims in the table, which has the keys."""
    edit, made = edits.add_claims(session.records, FIELDS)
    session.do(edit)
    session.do(edits.set_verdict(session.records, made[0].id, "false", ADA))
    session.close()
    person.window.projects.open(session.path)
    person.rest()
    person.window.layout_of.to_claims()
    yield person
    for popup in person.window.findChildren(ValuesPopup):
        popup.close()


def numbers(person: Person) -> list[str]:
    model = person.bench.claims.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def entry(menu: QMenu, text: str) -> None:
    """What a menu offers under a name that begins so."""
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def values(person: Person, facet: str) -> ValuesPopup:
    entry(person.bench.claims.bar.menu, facet)
    popup = person.bench.claims.bar.popup()
    assert popup is not None
    return popup


def offered(popup: ValuesPopup) -> list[str]:
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def tick(popup: ValuesPopup, *names: str) -> None:
    """By keys: down to each value, and the space bar."""
    for name in names:
        row = next(row for row, text in enumerate(offered(popup)) if text.startswith(name))
        popup.list.setCurrentRow(row)
        QTest.keyClick(popup.list, Qt.Key.Key_Space)


def test_several_values_of_several_facets_are_ticked(shown: Person) -> None:
    bar = shown.bench.claims.bar
    popup = values(shown, "Topic")
    assert offered(popup) == ["Fire  (2)", "Roads  (2)", "No topic  (1)"]
    tick(popup, "Fire", "No topic")
    assert numbers(shown) == ["1", "2", "5"]
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    popup = values(shown, "Claimant")
    assert offered(popup) == ["Ada  (2)", "Bo  (1)"]  # of those that the topics leave
    tick(popup, "Ada")
    popup.close()
    assert numbers(shown) == ["1", "5"]
    assert bar.count() == "2 of 5 claims"
    assert bar.in_words() == "Claimant: Ada; Topic: Fire, No topic"
    assert [chip.text() for chip in bar.chips.chips.values()] == [
        "Claimant: Ada",
        "Topic: Fire, No topic",
        "Clear all  ×",
    ]
    QTest.keyClick(bar.chips.chips["claimant"], Qt.Key.Key_Delete)
    assert numbers(shown) == ["1", "2", "5"]
    bar.chips.chips[""].click()
    assert numbers(shown) == ["1", "2", "3", "4", "5"]
    assert bar.chips.chips == {}


def test_a_chip_opens_what_is_ticked_and_a_tick_goes(shown: Person) -> None:
    bar = shown.bench.claims.bar
    tick(values(shown, "Status"), "Decided", "In progress")
    assert numbers(shown) == ["1", "3", "4"]
    bar.chips.chips["status"].click()
    popup = bar.popup()
    assert popup is not None
    tick(popup, "Decided")
    assert numbers(shown) == ["1"]


def test_verdicts_overdue_claims_and_articles_are_facets(shown: Person) -> None:
    bar = shown.bench.claims.bar
    tick(values(shown, "Verdict"), "False")
    assert numbers(shown) == ["1"]
    bar.lift()
    entry(bar.menu, "Overdue  (1)")
    assert numbers(shown) == ["2"]
    assert bar.in_words() == "Overdue"
    bar.chips.chips["overdue"].click()
    assert len(numbers(shown)) == 5
    assert offered(values(shown, "Article")) == []


def test_a_second_reader_is_offered_no_verdicts(shown: Person) -> None:
    bar = shown.bench.claims.bar
    tick(values(shown, "Verdict"), "False")
    entry(bar.group_menu, "Verdict")
    shown.act("second_reader")
    bar.menu.aboutToShow.emit()
    bar.group_menu.aboutToShow.emit()
    assert not {"Verdict", "Verdict…"} & {a.text() for menu in (bar.menu, bar.group_menu) for a in menu.actions()}
    assert numbers(shown) == ["1", "2", "3", "4", "5"]
    assert bar.chips.chips == {}
    shown.act("second_reader")
    assert numbers(shown) == ["False", "1"]


def test_the_keys_of_the_filter(shown: Person) -> None:
    bar = shown.bench.claims.bar
    shown.press(Key.Key_F)
    assert bar.menu.isVisible()
    bar.menu.close()
    shown.press(Key.Key_G)
    assert bar.group_menu.isVisible()
    bar.group_menu.close()
    shown.press(Key.Key_V)
    columns = QApplication.activePopupWidget()
    assert isinstance(columns, QMenu)
    assert [action.text() for action in columns.actions()] == [c.title for c in shown.bench.claims._model.columns]
    columns.close()
    shown.press(Key.Key_Slash)
    shown.enter("barn")
    assert numbers(shown) == ["1", "2"]
    shown.press(Key.Key_Escape)
    assert len(numbers(shown)) == 5
    assert QApplication.focusWidget() is shown.bench.claims.table


def test_a_filter_that_leaves_nothing_says_so_and_offers_all(shown: Person) -> None:
    claims = shown.bench.claims
    claims.set_filter(ClaimsFilter("flood", {"topic": frozenset({"fire"})}))
    claims.set_filter(ClaimsFilter("flood", {"topic": frozenset({"fire"})}))  # names are asked for once more
    nothing = claims.nothing
    assert nothing.isVisible()
    assert nothing.title.text() == "None of 5 claims fits the filter"
    assert nothing.hint.text() == "Topic: Fire; words “flood”"
    assert nothing.hint.text() in claims.table.accessibleDescription()
    nothing.button.click()
    assert len(numbers(shown)) == 5
    assert not nothing.isVisible()


def test_a_claim_that_is_gone_to_from_elsewhere_puts_the_filter_away_and_says_so(shown: Person) -> None:
    claims = shown.bench.claims
    fire = ClaimsFilter(only={"topic": frozenset({"fire"})})
    claims.set_filter(fire)
    road = next(c for c in shown.state().each(Claim) if c.number == 3)
    shown.window.to_claim(road.id)
    assert (claims.current(), len(numbers(shown))) == (road.id, 5)
    assert "filter" in shown.told()
    shown.bench.toast.act()
    assert claims.filter() == fire


def test_going_on_keeps_to_what_is_shown(shown: Person) -> None:
    claims = shown.bench.claims
    claims.set_filter(ClaimsFilter("shut"))
    for number in (3, 4):
        shown.act("next_claim")
        claim = shown.state().get(Claim, claims.current() or "")
        assert claim is not None
        assert claim.number == number
    shown.act("next_claim")
    assert shown.told() == "This is the last of 2 claims. The filter hides 3 more."
    shown.press(Key.Key_F6, mod=SHIFT)
    shown.act("previous_claim")
    assert shown.told() == "This is the first of 2 claims. The filter hides 3 more."


def test_what_the_filter_hides_after_a_change_is_said_and_keys_go_on_from_there(shown: Person) -> None:
    claims = shown.bench.claims
    tick(values(shown, "Status"), "Unchecked")
    assert numbers(shown) == ["2", "5"]
    claims.table.choose(next(c.id for c in shown.state().each(Claim) if c.number == 2))
    shown.window.layout_of.to_claims()
    shown.press(Key.Key_2)
    assert numbers(shown) == ["5"]
    assert shown.told() == "1 claim hidden now: the filter no longer fits."
    assert claims.current() is None
    shown.press(Key.Key_Down)
    assert claims.current() == next(c.id for c in shown.state().each(Claim) if c.number == 5)
    shown.bench.toast.act()
    assert len(numbers(shown)) == 5


def test_many_at_once_says_what_stays_as_it_is(shown: Person) -> None:
    claims = shown.bench.claims
    claims.table.selectAll()
    assert claims.menu().actions()[0].text() == "Set status"
    claims.set_filter(ClaimsFilter("shut"))
    claims.table.selectAll()
    said = claims.menu().actions()[0]
    assert said.text() == "2 claims selected; the 3 that the filter hides stay as they are"
    assert not said.isEnabled()


def test_what_the_filter_shows_can_be_exported(shown: Person, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"

    def fill(dialog: HandingDialog) -> None:
        assert dialog.claims.itemText(dialog.claims.findData("all")) == "All, also those that the filter hides"
        dialog.formats.setCurrentIndex(dialog.formats.findData("csv"))
        dialog.claims.setCurrentIndex(dialog.claims.findData("shown"))
        dialog.path.setText(str(target))

    shown.bench.claims.set_filter(ClaimsFilter("shut"))
    shown.answering(HandingDialog, fill, lambda: shown.act("export_data"))
    shown.rest()
    text = target.read_text(encoding="utf-8-sig")
    assert "No road is shut" in text
    assert "barn" not in text


def test_a_damaged_list_is_made_anew_and_told_once(shown: Person) -> None:
    bench, path = shown.bench, shown.bench.session.path
    shown.window.leave_project()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM derived_claims")
    shown.window.projects.open(path)
    said = "The list of claims was damaged. It has been made anew; no claim is lost."
    assert [toast.text() for toast in bench.toast.all()].count(said) == 1
    assert len(numbers(shown)) == 5
    bench.toast.clear()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE derived_claim_words_data SET block = x'000000017F7F7F7F' WHERE id = 10")
    bench.do(lambda state: edits.edit_claim(state, bench.claims.table.id_at(4), "wording", "A barn was wet"))
    assert shown.told() == said
    bench.claims.set_filter(ClaimsFilter("barn"))
    assert numbers(shown) == ["1", "2", "5"]


def test_filter_and_groups_are_there_again_when_the_project_is_opened(shown: Person) -> None:
    given = ClaimsFilter("shut", {"topic": frozenset({"roads"})}, "claimant")
    shown.bench.claims.set_filter(given)
    assert numbers(shown) == ["Ada", "3", "Cy", "4"]
    path = shown.bench.session.path
    shown.window.leave_project()
    assert shown.bench.claims.filter() == ClaimsFilter()
    shown.window.projects.open(path)
    assert shown.bench.claims.filter() == given
    assert numbers(shown) == ["Ada", "3", "Cy", "4"]
    assert shown.bench.claims.bar.in_words() == "Topic: Roads; words “shut”"


def test_what_was_kept_of_a_filter_and_does_not_fit_is_passed_by() -> None:
    told = {"words": 3, "topic": ["a", 1], "status": ["solved"], "nonsense": ["x"], "group": ["topic"]}
    assert ClaimsFilter.of_data(told) == ClaimsFilter(only={"topic": frozenset({"a"})})
    kept = ClaimsFilter("w", {"article": frozenset({"a1"})}, "topic")
    assert ClaimsFilter.of_data(kept.as_data()) == kept
