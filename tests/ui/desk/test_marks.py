"""The index of marks answers like a plain search, whatever is put in and dropped."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import Span
from factcheck.ui.views.marks import Mark, MarkIndex, lanes, smallest_first


def mark(start: int, end: int, id: str = "m") -> Mark:
    return Mark(id, Span(start, end), "true", "+", "label")


spans = st.tuples(st.integers(0, 400), st.integers(1, 80)).map(lambda pair: (pair[0], pair[0] + pair[1]))
many = st.lists(spans, max_size=200).map(lambda found: [mark(a, b, f"m{i}") for i, (a, b) in enumerate(found)])


@given(many, many, st.sets(st.integers(0, 200), max_size=20), spans)
def test_touching_finds_exactly_the_marks_that_share_a_character(
    built: list[Mark], late: list[Mark], dropped: set[int], where: tuple[int, int]
) -> None:
    index = MarkIndex(built)
    late = [Mark(f"late{i}", m.span, m.colour, m.sign, m.label) for i, m in enumerate(late)]
    for each in late:
        index.put(each)
    gone = {f"m{i}" for i in dropped} | {f"late{i}" for i in dropped}
    for id in gone:
        index.drop(id)
    expected = {m for m in [*built, *late] if m.id not in gone}
    assert set(index) == expected
    assert len(index) == len(expected)
    assert set(index.touching(*where)) == {m for m in expected if m.span.overlaps(Span(*where))}
    offset = where[0]
    following = index.after(offset)
    assert (following.span.start if following else None) == min(
        (m.span.start for m in expected if m.span.start > offset), default=None
    )
    preceding = index.before(offset)
    assert (preceding.span.start if preceding else None) == max(
        (m.span.start for m in expected if m.span.start < offset), default=None
    )


@given(many)
def test_marks_in_one_lane_never_cross_and_the_inner_is_nearer_to_the_letters(marks: list[Mark]) -> None:
    given_lanes = lanes(marks)
    for one in marks:
        for other in marks:
            if one != other and one.span.overlaps(other.span):
                assert given_lanes[one] != given_lanes[other]


def test_a_dropped_mark_can_return() -> None:
    index = MarkIndex([mark(0, 5, "a"), mark(2, 4, "b")])
    index.drop("a")
    index.put(mark(0, 5, "a"))
    assert [m.id for m in smallest_first(index.touching(3, 4))] == ["b", "a"]
    assert len(index) == 2


def test_dropping_takes_all_marks_of_an_id() -> None:
    index = MarkIndex([mark(0, 5, "a"), mark(20, 24, "a"), mark(2, 4, "b")])
    index.drop("a")
    assert [m.id for m in index] == ["b"]
