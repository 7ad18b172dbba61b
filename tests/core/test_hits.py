"""Words and patterns in one text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactCheckError
from factcheck.hits import Hits, Query
from factcheck.text import Span

TEXT = "The wall broke at dawn.\nNobody saw the wall break; “The Wall” was dry.\n\nWalls don’t walk.\n"


def words(query: Query, text: str = TEXT, origin: int = 0) -> list[str]:
    hits = whole(text, query, origin)
    return [hits[i].of(text) for i in range(len(hits))]


def whole(text: str, query: Query, origin: int = 0) -> Hits:
    hits = Hits(text, query, origin)
    while not hits.look(1):
        pass
    return hits


def test_words_are_found_in_any_case_unless_asked_otherwise() -> None:
    assert words(Query("wall")) == ["wall", "wall", "Wall", "Wall"]
    assert words(Query("Wall", case=True)) == ["Wall", "Wall"]


def test_whole_words_only() -> None:
    assert words(Query("wall", whole=True)) == ["wall", "wall", "Wall"]
    assert words(Query("wal.", whole=True, pattern=True)) == ["wall", "wall", "Wall", "walk"]


def test_straight_signs_find_curly_ones_and_a_space_one_that_does_not_break() -> None:
    assert words(Query("don't")) == ["don’t"]
    assert words(Query('"the')) == ["“The"]
    assert words(Query("17 p"), "17\u00a0people, 17 pets") == ["17\u00a0p", "17 p"]


def test_a_letter_that_grows_in_lower_case_moves_no_hit() -> None:
    assert words(Query("wall"), "İİİ Wall") == ["Wall"]


def test_a_pattern_is_held_against_one_line_at_a_time() -> None:
    assert words(Query(r"^\w+", pattern=True)) == ["The", "Nobody", "Walls"]
    assert words(Query(r"\w+\.$", pattern=True)) == ["dawn.", "dry.", "walk."]
    assert words(Query(r"dawn\.\s+Nobody", pattern=True)) == []
    assert words(Query(r"x*", pattern=True)) == []


def test_what_is_no_pattern_is_told() -> None:
    with pytest.raises(FactCheckError, match="no regular expression"):
        Hits(TEXT, Query("(wall", pattern=True))


def test_a_pattern_that_would_not_end_is_given_up() -> None:
    hits = Hits("a" * 60 + "b", Query(r"(?:a|aa)+(?:a|aa)+$", pattern=True))
    with pytest.raises(FactCheckError, match="takes too long"):
        hits.look(10)


def test_looking_begins_where_one_is_and_counts_in_the_order_of_the_text() -> None:
    origin = TEXT.index("Walls")
    hits = Hits(TEXT, Query("wall"), origin)
    hits.look(0)
    assert hits[0] == Span(origin, origin + 4)
    assert hits.number(Span(origin, origin + 4)) == 1
    while not hits.look(1):
        pass
    assert hits.number(Span(origin, origin + 4)) == 4
    assert hits.number(Span(0, 3)) == 0


def test_neighbours_of_a_place() -> None:
    hits = whole(TEXT, Query("wall"))
    first, second = hits[0], hits[1]
    assert hits.after(0) == first
    assert hits.after(first.start) == first
    assert hits.after(first.start + 1) == second
    assert hits.before(second.start) == first
    assert hits.before(first.start) is None
    assert hits.after(len(TEXT)) is None


def test_nothing_is_looked_for_without_words() -> None:
    assert Hits(TEXT, Query()).done


@given(st.text("ab \n", max_size=60), st.text("ab ", min_size=1, max_size=3), st.integers(0, 60), st.booleans())
def test_from_wherever_one_looks_the_same_is_found(text: str, sought: str, origin: int, pattern: bool) -> None:
    origin = min(origin, len(text))
    query = Query(re.escape(sought) if pattern else sought, case=True, pattern=pattern)
    line = text.rfind("\n", 0, origin) + 1
    expected = [Span(*match.span()) for match in re.finditer(re.escape(sought), text)]
    hits = whole(text, query, origin)
    assert [hits[i] for i in range(len(hits))] == expected
    unseen = Hits(text, query, origin)
    assert unseen.within(Span(line, len(text))) == [span for span in expected if span.start >= line]
    assert hits.within(Span(line, len(text))) == unseen.within(Span(line, len(text)))
