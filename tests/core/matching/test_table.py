"""The facts table: what each article gives for each fact, and what cannot agree with most of them."""

import random

import pytest

from factcheck.matching import Row, Source, Table, table
from factcheck.model import ReasonType
from factcheck.progress import Cancelled

ARTICLES = {
    "Echo": "The ferry Alma sank off Lunde on Tuesday. At least 24 people were killed when the Alma sank.",
    "Post": "Twenty-four people lost their lives when the ferry Alma sank off Lunde. Some 31 cars were on the ferry.",
    "Wire": "The ferry Alma sank off Lunde and 24 people were killed.",
    "Star": "The ferry Alma sank off Lunde and 38 people were killed. The Alma had 31 cars on the ferry.",
}


def article(name: str, text: str) -> Source:
    return Source(name, f"v-{name}", text, publisher=name)


SOURCES = [article(name, text) for name, text in ARTICLES.items()]


def killed(found: Table) -> Row:
    return next(row for row in found.rows if row.fact == "people killed")


def test_a_fact_is_one_row_with_what_each_article_gives() -> None:
    row = killed(table(SOURCES))
    assert row.type is ReasonType.number
    assert [(f.article_id, f.value) for f in row.figures] == [
        ("Echo", "at least 24 dead"),
        ("Post", "twenty-four dead"),
        ("Wire", "24 dead"),
        ("Star", "38 dead"),
    ]


def test_what_cannot_agree_with_most_stands_apart() -> None:
    row = killed(table(SOURCES))
    assert [f.article_id for f in row.figures if f.apart] == ["Star"]
    assert (row.usual, row.agree, row.sources, row.apart) == ("24 dead", 3, 4, 1)


def test_one_against_one_has_no_most_and_nothing_apart() -> None:
    row = killed(table([SOURCES[2], SOURCES[3]]))
    assert (row.usual, row.agree, row.sources) == ("", 0, 2)
    assert row.split
    assert not any(f.apart for f in row.figures)


def test_one_article_alone_is_not_split() -> None:
    row = killed(table(SOURCES[:1]))
    assert (row.usual, row.agree, row.sources, row.split) == ("at least 24 dead", 1, 1, False)


def test_figures_of_one_thing_in_other_words_are_one_row() -> None:
    cars = [row for row in table(SOURCES).rows if any("31 cars" in f.value for f in row.figures)]
    assert [row.sources for row in cars] == [2]


def test_figures_of_unlike_things_are_rows_apart() -> None:
    two = [
        article("a", "The mayor of Torvik opened 12 bridges in the north."),
        article("b", "Engineers closed 40 bridges after the flood had torn away their piers."),
    ]
    assert [row.sources for row in table(two).rows if "bridges" in row.fact] == [1, 1]


def test_passages_stand_where_they_say_and_mark_the_value() -> None:
    for row in table(SOURCES).rows:
        for figure in row.figures:
            text, passage = ARTICLES[figure.article_id], figure.passage
            assert text[passage.start : passage.end] == passage.text
            ((low, high),) = passage.spans
            assert passage.start <= low < high <= passage.end


def test_rows_where_articles_stand_apart_come_first() -> None:
    rows = table(SOURCES).rows
    assert rows[0].apart
    keys = [(not row.apart, not row.split, -row.sources) for row in rows]
    assert keys == sorted(keys)


def test_ids_are_unique_and_the_same_for_any_order_of_the_articles() -> None:
    first = table(SOURCES)
    ids = [row.id for row in first.rows]
    assert len(ids) == len(set(ids))
    mixed = random.Random(3).sample(SOURCES, len(SOURCES))
    again = table(mixed)
    assert sorted(ids) == sorted(row.id for row in again.rows)
    assert killed(again).usual == killed(first).usual


@pytest.mark.parametrize("text", ["", "No figures here, only words.", "قتل ثلاثة جنود في الهجوم."])
def test_whatever_comes_in_there_is_an_answer(text: str) -> None:
    found = table([article("a", text), article("b", text)])
    assert found.left_out == 0
    assert all(row.sources for row in found.rows)


def test_copies_by_the_hundred_are_one_row_each_fact() -> None:
    many = [article(f"n{n}", ARTICLES["Wire"]) for n in range(300)]
    row = killed(table(many))
    assert (row.sources, row.agree, len(row.figures)) == (300, 300, 300)


def test_it_can_be_cancelled() -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        table(SOURCES, stop)
