"""The claims table shows any number of claims and holds a few pages of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt

from factcheck.listing import Arrangement, Choice, Groups, Mention
from factcheck.records import Records
from factcheck.ui.models.claim_pages import PAGE, ClaimPages
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import ClaimRow
from factcheck.ui.views.claims_table import ClaimsTable
from tests.ui.panels.samples import CATALOGUE, claim_row

MANY = 200_000


class Numbers:
    """A listing of claims c0, c1, …, that counts what is asked of it."""

    def __init__(self, count: int = MANY) -> None:
        self.count, self.step, self.given, self.grouped, self.named = count, 1, 0, False, 0

    @property
    def state(self) -> Records:
        raise AssertionError("rows are made elsewhere here")

    def arrange(self, arrangement: Arrangement, disputes: Callable[[], Mapping[str, int]]) -> None:  # noqa: ARG002
        self.step = -1 if arrangement.descending else 1
        self.grouped = bool(arrangement.group)

    def rearrange(self) -> None: ...

    def __len__(self) -> int:
        return self.count

    def total(self) -> int:
        return self.count

    def ids(self, start: int, count: int) -> Sequence[str]:
        found = [f"c{n}" for n in range(self.count)[:: self.step][start : start + count]]
        self.given += len(found)
        return found

    def find(self, id: str) -> int:
        number = int(id[1:])
        if number >= self.count:
            return -1
        return number if self.step == 1 else self.count - 1 - number

    def search(self, text: str, most: int) -> Sequence[str]:
        raise NotImplementedError

    def groups(self) -> Groups:
        counts = [10] * (self.count // 10) if self.grouped else []
        return Groups([f"g{number}" for number in range(len(counts))], counts)

    def group_name(self, value: str | int) -> str:
        self.named += 1
        return f"Group {value}"

    def choices(self, key: str, most: int, among: Arrangement | None = None, words: str = "") -> Sequence[Choice]:
        raise NotImplementedError

    def name(self, key: str, raw: str) -> str:
        raise NotImplementedError

    def counts(self, article_ids: Sequence[str] | None = None) -> Mapping[str, int]:
        raise NotImplementedError

    def mentions(self, article_ids: Sequence[str]) -> Mapping[str, Sequence[Mention]]:
        raise NotImplementedError

    def renew(self) -> None:
        self.count -= 1

    def close(self) -> None: ...


def made(ids: Sequence[str]) -> list[ClaimRow]:
    rows = [claim_row(1)] * len(ids)
    return [
        replace(row, claim=replace(row.claim, id=id, number=int(id[1:]))) for row, id in zip(rows, ids, strict=True)
    ]


@pytest.fixture
def pages() -> ClaimPages:
    return ClaimPages(Numbers(), made, dict)


@pytest.fixture
def table(qtbot: Any, pages: ClaimPages) -> ClaimsTable:
    table = ClaimsTable(CATALOGUE)
    qtbot.addWidget(table)
    table.resize(1000, 240)
    table.set_rows(pages)
    table.show()
    return table


def test_what_is_kept_is_bounded_however_far_one_goes(pages: ClaimPages) -> None:
    for place in range(0, MANY, 5 * PAGE + 3):
        assert pages[place].claim.number == place
    assert pages.kept() <= 40 * PAGE


def test_a_table_asks_for_what_is_seen_only(table: ClaimsTable, pages: ClaimPages) -> None:
    table.grab()
    table.table.verticalScrollBar().setValue(table.table.verticalScrollBar().maximum())
    table.grab()
    assert table.table.model().rowCount() == MANY
    assert 0 < pages.kept() <= 4 * PAGE


def test_a_chosen_claim_stays_chosen_when_the_order_turns_and_when_another_goes(
    table: ClaimsTable, pages: ClaimPages
) -> None:
    table.select("c70")
    table.table.horizontalHeader().setSortIndicator(0, table.table.horizontalHeader().sortIndicatorOrder())
    assert (table.current(), table.selected()) == ("c70", ["c70"])
    table.renew(pages.renew)
    assert table.table.model().rowCount() == MANY - 1
    assert table.selected() == ["c70"]


def test_rows_of_another_project_leave_nothing_chosen(table: ClaimsTable) -> None:
    table.select("c70")
    table.set_rows(ClaimPages(Numbers(3), made, dict))
    assert table.current() is None
    assert table.table.model().rowCount() == 3


def test_all_of_very_many_claims_are_asked_for_at_once_and_stay_selected(table: ClaimsTable, pages: ClaimPages) -> None:
    table.table.selectAll()
    assert len(table.selected()) == MANY
    pages.forget()
    asked = pages._listing.given  # type: ignore[attr-defined] # Numbers
    table.renew(pages.renew)
    assert pages._listing.given - asked < 1_000  # type: ignore[attr-defined] # Numbers
    assert len(table.selected()) == MANY - 1
    assert table.menu().actions()


# --- groups -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def grouped(table: ClaimsTable) -> ClaimsTable:
    """Twenty thousand groups of ten."""
    table.set_filter(ClaimsFilter(group="topic"))
    return table


def text(table: ClaimsTable, row: int) -> str:
    return str(table.table.model().index(row, 0).data())


def test_each_group_has_a_heading_and_its_name_is_asked_for_when_it_is_seen(grouped: ClaimsTable) -> None:
    model = grouped.table.model()
    assert model.rowCount() == MANY + MANY // 10
    assert [text(grouped, row) for row in (0, 1, 10, 11, 12)] == ["Group g0", "0", "9", "Group g1", "10"]
    listing = grouped._model.rows._listing  # type: ignore[attr-defined] # ClaimPages
    grouped.grab()
    assert listing.named < 20


#: Out of a group and into it, as the words run.
WAYS = {
    Qt.LayoutDirection.LeftToRight: (Qt.Key.Key_Left, Qt.Key.Key_Right),
    Qt.LayoutDirection.RightToLeft: (Qt.Key.Key_Right, Qt.Key.Key_Left),
}


@pytest.mark.parametrize("direction", WAYS)
def test_a_heading_is_opened_and_closed_by_keys(
    qtbot: Any, grouped: ClaimsTable, direction: Qt.LayoutDirection
) -> None:
    grouped.setLayoutDirection(direction)
    outwards, inwards = WAYS[direction]
    rows = grouped.table.model().rowCount()
    grouped.table.setCurrentIndex(grouped.table.model().index(0, 0))
    assert grouped.current() is None
    assert grouped.selected() == []
    for key, more in (
        (outwards, -10),
        (outwards, -10),
        (inwards, 0),
        (Qt.Key.Key_Space, -10),
        (Qt.Key.Key_Return, 0),
    ):
        qtbot.keyClick(grouped.table, key)
        assert grouped.table.model().rowCount() == rows + more
        assert grouped.table.currentIndex().row() == 0
    qtbot.keyClick(grouped.table, inwards)
    assert grouped.current() == "c0"


@pytest.mark.parametrize("direction", WAYS)
def test_a_key_goes_from_a_claim_to_the_heading_over_it(
    qtbot: Any, grouped: ClaimsTable, direction: Qt.LayoutDirection
) -> None:
    grouped.setLayoutDirection(direction)
    grouped.select("c25")
    qtbot.keyClick(grouped.table, WAYS[direction][0])
    assert text(grouped, grouped.table.currentIndex().row()) == "Group g2"


@pytest.mark.parametrize("direction", WAYS)
def test_it_goes_to_the_cell_before_where_there_is_one(
    qtbot: Any, grouped: ClaimsTable, direction: Qt.LayoutDirection
) -> None:
    grouped.setLayoutDirection(direction)
    grouped.select("c25")
    row = grouped.table.currentIndex().row()
    grouped.table.setCurrentIndex(grouped.table.model().index(row, 3))
    qtbot.keyClick(grouped.table, WAYS[direction][0])
    assert (grouped.current(), grouped.table.currentIndex().column()) == ("c25", 2)


def test_the_sign_of_a_heading_is_clicked(qtbot: Any, grouped: ClaimsTable) -> None:
    rows = grouped.table.model().rowCount()
    line = grouped.table.visualRect(grouped.table.model().index(0, 0))
    qtbot.mouseClick(grouped.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, line.center().y()))
    assert grouped.table.model().rowCount() == rows - 10
    qtbot.mouseDClick(grouped.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, line.center().y()))
    assert grouped.table.model().rowCount() == rows


def test_all_groups_close_and_a_claim_that_is_chosen_opens_its_own(grouped: ClaimsTable) -> None:
    grouped.bar.fold_wished.emit(True)
    assert grouped.table.model().rowCount() == MANY // 10
    assert grouped.select("c25")
    assert grouped.current() == "c25"
    assert grouped.table.model().rowCount() == MANY // 10 + 10
    grouped.bar.fold_wished.emit(False)
    assert grouped.current() == "c25"


def test_going_on_passes_headings_by(qtbot: Any, grouped: ClaimsTable) -> None:
    grouped.select("c9")
    with qtbot.waitSignal(grouped.claim_chosen) as told:
        assert grouped.step(1)
    assert told.args == ["c10"]
    assert grouped.step(-1)
    assert grouped.current() == "c9"
    grouped.select("c0")
    assert not grouped.step(-1)


def test_headings_are_no_claims_to_be_changed(grouped: ClaimsTable) -> None:
    grouped.table.setSelection(grouped.table.viewport().rect(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert grouped.selected()
    assert all(id.startswith("c") for id in grouped.selected())


def test_a_heading_says_what_it_is(grouped: ClaimsTable) -> None:
    grouped.bar.fold_wished.emit(True)
    said = grouped.table.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Topic: Group g1, 10 claims, closed"


def test_groups_hold_no_rows(grouped: ClaimsTable) -> None:
    bar = grouped.table.verticalScrollBar()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 59)
        grouped.grab()
    assert grouped._model.rows.kept() <= 40 * PAGE  # type: ignore[attr-defined] # ClaimPages
