"""What is asked, in what order, and never twice."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Kind, Opinion
from factcheck.opinions import Question, consult, key, questions
from factcheck.progress import Cancelled, Progress, silent
from tests.core.opinions.making import Shelf, finding, question


class Parrot:
    """An adviser that has an opinion on all but what it does not understand."""

    name, together = "parrot", 2

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def ask(self, asked: Sequence[Question], progress: Progress = silent) -> list[Opinion | None]:
        progress("waiting", 0, 0)
        self.asked += asked
        return [None if "?" in q.one[0] else Opinion(0.25) for q in asked]


def test_the_surest_disputes_are_asked_about_and_no_agreements() -> None:
    found = [
        finding("low", "one", "two", 0.2),
        finding("agreed", "one", "one", 0.9, Kind.agreement),
        finding("high", "one", "three", 0.8),
        finding("update", "two", "three", 0.5, Kind.number_update),
    ]
    assert [q.finding_id for q in questions(found, {}, 2)] == ["high", "update"]


def test_a_question_holds_the_two_statements_and_their_dates() -> None:
    (asked,) = questions([finding("f", "It  stood.\nStill.", "It fell.")], {"a": "2031-05-03T10:00"}, 9)
    assert {asked.one, asked.other} == {("It stood. Still.", "2031-05-03"), ("It fell.", "")}


def test_a_statement_without_end_is_cut() -> None:
    (asked,) = questions([finding("f", "a" * 100_000, "b")], {}, 9)
    assert len(asked.one[0]) == 1000


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_order_of_positions_makes_no_other_question(one: str, other: str) -> None:
    (first,) = questions([finding("f", one, other)], {}, 1)
    (second,) = questions([finding("f", other, one)], {}, 1)
    assert first == second


def test_what_was_heard_is_not_asked_again() -> None:
    shelf, parrot = Shelf(), Parrot()
    first = consult(parrot, [question("a", "b", "f"), question("a", "c", "g")], shelf)
    again = consult(parrot, [question("a", "b", "h"), question("a", "d", "i")], shelf)
    assert (first.asked, again.asked, len(parrot.asked)) == (2, 1, 3)
    assert set(again.opinions) == {"h", "i"}, "the words are known, whatever finding they are of"


def test_no_opinion_is_counted_and_asked_again() -> None:
    shelf, parrot = Shelf(), Parrot()
    heard = consult(parrot, [question("?", "b", "f"), question("a", "c", "g")], shelf)
    assert (heard.asked, heard.without, set(heard.opinions)) == (2, 1, {"g"})
    assert consult(parrot, [question("?", "b", "f")], shelf).asked == 1


def test_what_came_before_it_was_stopped_is_kept() -> None:
    shelf, parrot = Shelf(), Parrot()

    def stop(_what: str, done: int, _total: int) -> None:
        if done >= 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        consult(parrot, [question("a", str(n), str(n)) for n in range(5)], shelf, stop)
    assert len(shelf.there) == 2


def test_advisers_do_not_share_opinions() -> None:
    assert key("one", question("a", "b")) != key("other", question("a", "b"))
