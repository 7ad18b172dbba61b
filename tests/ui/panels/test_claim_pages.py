"""The claims table shows any number of claims and holds a few pages of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from factcheck.listing import Arrangement, Choice, Mention
from factcheck.records import Records
from factcheck.ui.models.claim_pages import PAGE, ClaimPages
from factcheck.ui.models.claims_model import ClaimRow
from factcheck.ui.views.claims_table import ClaimsTable
from tests.ui.panels.samples import CATALOGUE, claim_row

MANY = 200_000


class Numbers:
    """A listing of claims c0, c1, …, that counts what is asked of it."""

    def __init__(self, count: int = MANY) -> None:
        self.count, self.step, self.given = count, 1, 0

    @property
    def state(self) -> Records:
        raise AssertionError("rows are made elsewhere here")

    def arrange(self, arrangement: Arrangement, disputes: Callable[[], Mapping[str, int]]) -> None:  # noqa: ARG002
        self.step = -1 if arrangement.descending else 1

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

    def choices(self, key: str, most: int) -> Sequence[Choice]:
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
    for place in range(0, MANY, PAGE // 2):
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
