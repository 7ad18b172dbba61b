"""Groups are laid out in rows, a heading each, whichever of them are closed."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.models.sections import Sections

GROUPS = st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=12)


@given(GROUPS)
def test_rows_are_headings_and_the_items_of_open_groups(groups: list[tuple[int, bool]]) -> None:
    rows: list[tuple[int, int]] = []
    item = 0
    for group, (count, closed) in enumerate(groups):
        rows.append((group, -1))
        rows += [] if closed else [(group, item + n) for n in range(count)]
        item += count
    laid = Sections([count for count, _ in groups], lambda group: groups[group][1])
    assert len(laid) == len(rows)
    assert [laid.at(row) for row in range(len(rows))] == rows
    assert [laid.heading(group) for group in range(len(groups))] == [rows.index((g, -1)) for g in range(len(groups))]
    shown = {item: row for row, (_, item) in enumerate(rows)}
    assert [laid.row_of(n) for n in range(item)] == [shown.get(n, -1) for n in range(item)]
