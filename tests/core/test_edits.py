"""The verbs: what each changes, what it refuses, and when it does nothing."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import edits, records
from factcheck.errors import NotFoundError
from factcheck.model import (
    Article,
    Change,
    Claim,
    Edit,
    Evidence,
    JudgedPosition,
    Kind,
    Link,
    Note,
    PassageTarget,
    Publisher,
    Reader,
    Reason,
    ReasonType,
    Ruling,
    Status,
    StoredFile,
    Target,
    Verb,
    Verdict,
    Who,
)
from factcheck.session import Session
from factcheck.text import Span
from tests.store.making import OTHER_SCALE, WHO, add_article, add_claim, dump, sentence

SECOND = Who("Bob", "bob-2")


@pytest.fixture
def claim(session: Session, article: Article) -> Claim:
    return add_claim(session, article, 1)


def rate(session: Session, claim: Claim, rating: str, who: Who = WHO, reader: Reader = Reader.first) -> None:
    session.do(edits.set_verdict(session.records, claim.id, rating, who, reader))


def verdicts(session: Session, claim: Claim) -> list[Verdict]:
    return session.records.where(Verdict, claim_id=claim.id)


def publish(session: Session, claim: Claim) -> None:
    session.do(edits.set_status(session.records, [claim.id], Status.published))


# --- articles ---------------------------------------------------------------------------------------------------------


def test_a_publisher_is_one_record_however_it_is_spaced_or_spelt_in_case(session: Session) -> None:
    add_article(session, "Two", "  the   DAILY ")
    add_article(session, "Three", "")
    assert [publisher.name for publisher in session.records.each(Publisher)] == ["The Daily"]
    assert sum(article.publisher_id is None for article in session.records.each(Article)) == 1


def test_the_publisher_of_an_article_is_changed_by_name(session: Session, article: Article) -> None:
    session.do(edits.edit_article(session.records, article.id, publisher="Agency", author="Eve"))
    changed = next(session.records.each(Article))
    assert records.publisher_name(session.records, changed) == "Agency"
    assert changed.author == "Eve"
    session.do(edits.edit_article(session.records, article.id, publisher=""))
    assert next(session.records.each(Article)).publisher_id is None


# --- claims -----------------------------------------------------------------------------------------------------------


def test_a_claim_is_worded_as_its_words_are_unless_told_otherwise(session: Session, article: Article) -> None:
    edit, claim = edits.add_claim(session.records, article.id, Span(0, 45), place="Aleppo")
    assert claim.wording == "The flood took 000 houses away. The flood too"
    assert claim.place == "Aleppo"
    assert edit.names == (("wording", "The flood took 000 houses away. The flo…"),)
    assert edits.add_claim(session.records, article.id, sentence(0), wording="Short.")[1].wording == "Short."


def test_claims_made_in_one_step_have_numbers_of_their_own(session: Session, article: Article, claim: Claim) -> None:
    made = [edits.add_claim(session.records, article.id, sentence(n), ahead=n)[1].number for n in range(3)]
    assert made == [claim.number + 1, claim.number + 2, claim.number + 3]


def test_the_claim_of_the_same_words_is_found_unless_it_was_withdrawn(
    session: Session, article: Article, claim: Claim
) -> None:
    assert edits.claim_at(session.records, article, sentence(1)) == claim
    assert edits.claim_at(session.records, article, sentence(2)) is None
    session.do(edits.withdraw(session.records, [claim.id]))
    assert edits.claim_at(session.records, article, sentence(1)) is None


@pytest.mark.parametrize("span", [Span(0, 0), Span(-1, 4), Span(0, 10**9)])
def test_a_claim_needs_words(session: Session, article: Article, span: Span) -> None:
    with pytest.raises(ValueError, match="no passage"):
        edits.add_claim(session.records, article.id, span)


def test_a_claim_keeps_its_last_appearance(session: Session, article: Article, claim: Claim) -> None:
    (first,) = records.appearances(session.records, claim.id)
    with pytest.raises(NotFoundError, match="at least one appearance"):
        edits.remove_appearance(session.records, first.id)
    session.do(edits.add_appearance(session.records, claim.id, article.id, sentence(4)))
    assert not edits.add_appearance(session.records, claim.id, article.id, sentence(4)).changes
    session.do(edits.remove_appearance(session.records, first.id))
    assert [a.anchor.start for a in records.appearances(session.records, claim.id)] == [sentence(4).start]


@pytest.mark.parametrize(("field", "value"), [("id", "x"), ("status", "decided"), ("priority", "high"), ("wording", 3)])
def test_what_is_not_typed_is_not_taken_for_typing(
    session: Session, claim: Claim, field: str, value: str | int
) -> None:
    with pytest.raises(ValueError, match="not a"):
        edits.edit_claim(session.records, claim.id, field, value)


def test_the_status_of_many_is_one_step_also_when_one_is_named_twice(session: Session, article: Article) -> None:
    one, two = add_claim(session, article, 1), add_claim(session, article, 2)
    session.do(edits.set_status(session.records, [one.id, two.id, one.id], Status.decided))
    assert {claim.status for claim in session.records.each(Claim)} == {Status.decided}
    session.undo()
    assert {claim.status for claim in session.records.each(Claim)} == {Status.unchecked}


# --- verdicts ---------------------------------------------------------------------------------------------------------


def test_until_it_is_published_a_claim_has_one_verdict_of_each_reader(session: Session, claim: Claim) -> None:
    rate(session, claim, "half")
    rate(session, claim, "true")
    rate(session, claim, "false", SECOND, Reader.second)
    first, second = (records.verdict(session.records, claim.id, reader) for reader in Reader)
    assert first
    assert second
    assert len(verdicts(session, claim)) == 2
    assert (first.rating, first.who, first.revealed) == ("true", "Ada", True)
    assert (second.rating, second.who, second.revealed) == ("false", "Bob", False)


def test_a_published_verdict_is_kept_when_another_takes_its_place(session: Session, claim: Claim) -> None:
    rate(session, claim, "half")
    session.do(edits.write_verdict(session.records, claim.id, "summary", "So so.", WHO))
    publish(session, claim)
    rate(session, claim, "false", SECOND)
    old, new = sorted(verdicts(session, claim), key=lambda v: v.replaced_by is None)
    assert (old.rating, old.replaced_by) == ("half", new.id)
    assert (new.rating, new.summary, new.who, new.replaced_by) == ("false", "So so.", "Bob", None)
    assert records.verdict(session.records, claim.id) == new
    session.undo()
    assert [v.rating for v in verdicts(session, claim)] == ["half"]


def test_words_alone_never_take_a_published_verdicts_place(session: Session, claim: Claim) -> None:
    rate(session, claim, "half")
    publish(session, claim)
    session.do(edits.write_verdict(session.records, claim.id, "summary", "So, so.", WHO))
    assert [(v.rating, v.summary) for v in verdicts(session, claim)] == [("half", "So, so.")]


def test_words_may_be_written_before_there_is_a_rating(session: Session, claim: Claim) -> None:
    session.do(edits.write_verdict(session.records, claim.id, "rationale", "First", WHO))
    given = records.verdict(session.records, claim.id)
    assert given
    assert records.rating(session.records, given) is None
    rate(session, claim, "true")
    (given,) = verdicts(session, claim)
    assert (given.rating, given.rationale) == ("true", "First")


def test_a_verdict_that_is_not_there_is_not_cleared(session: Session, claim: Claim) -> None:
    assert not edits.set_verdict(session.records, claim.id, "", WHO).changes
    rate(session, claim, "true")
    clear = edits.set_verdict(session.records, claim.id, "", WHO)
    assert clear.label == "edit.clear_verdict"
    session.do(clear)
    assert [v.rating for v in verdicts(session, claim)] == [""]


def test_a_rating_that_the_scale_lacks_or_has_retired_is_refused_with_those_it_has(
    session: Session, claim: Claim
) -> None:
    with pytest.raises(NotFoundError, match="“meh” is not a rating of Five steps; it has: false, half, true"):
        edits.set_verdict(session.records, claim.id, "meh", WHO)
    session.do(edits.edit_project(session.records, scale_id=OTHER_SCALE.id))
    with pytest.raises(NotFoundError, match="it has: yes, no"):
        edits.set_verdict(session.records, claim.id, "old", WHO)
    rate(session, claim, "yes")


def test_a_verdict_stays_on_the_scale_that_it_was_given_on(session: Session, claim: Claim) -> None:
    rate(session, claim, "half")
    session.do(edits.edit_project(session.records, scale_id=OTHER_SCALE.id))
    rate(session, claim, "true")
    with pytest.raises(NotFoundError):
        edits.set_verdict(session.records, claim.id, "yes", WHO)
    given = records.rating(session.records, records.verdict(session.records, claim.id))
    assert given
    assert given.label == "True"


def test_a_scale_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(NotFoundError):
        edits.edit_project(session.records, scale_id="nothing")


# --- evidence ---------------------------------------------------------------------------------------------------------


def test_evidence_is_numbered_in_order_and_moved_among_what_is_in_use(session: Session, claim: Claim) -> None:
    for name in "abcd":
        session.do(edits.add_evidence(session.records, claim.id, Note(name))[0])
    ids = {e.target.text: e.id for e in session.records.each(Evidence) if isinstance(e.target, Note)}
    session.do(edits.withdraw(session.records, [ids["b"]]))

    def order() -> str:
        there = records.evidence(session.records, claim.id)
        return "".join(e.target.text for e in there if isinstance(e.target, Note))

    session.do(edits.move_evidence(session.records, ids["d"], -1))
    assert order() == "adc"
    session.do(edits.move_evidence(session.records, ids["a"], 99))
    assert order() == "dca"
    assert not edits.move_evidence(session.records, ids["b"], 1).changes
    session.do(edits.withdraw(session.records, [ids["b"]], withdrawn=False))
    assert sorted(order()) == list("abcd")


def test_independent_publishers_are_counted_once_however_they_are_spelt(
    session: Session, article: Article, claim: Claim
) -> None:
    passage = PassageTarget(article.id, edits.passage_anchor(session.records, article.id, sentence(2)))
    others: list[Target] = [Note("rang"), StoredFile("f", "", "", 0), Link("https://c.example")]
    for target in [passage, Link("https://a", publisher="the daily"), Link("https://b", publisher="Agency"), *others]:
        session.do(edits.add_evidence(session.records, claim.id, target)[0])
    assert records.independent_publishers(session.records, claim.id) == 2


# --- withdrawing ------------------------------------------------------------------------------------------------------


def test_what_is_withdrawn_is_out_of_use_and_can_come_back(session: Session, article: Article, claim: Claim) -> None:
    session.do(edits.withdraw(session.records, [article.id, claim.id, claim.id]))
    assert not records.articles(session.records)
    assert not records.claims(session.records)
    session.do(edits.withdraw(session.records, [article.id, claim.id], withdrawn=False))
    assert records.claims(session.records) == [claim]


@pytest.mark.parametrize("id", ["", "x", "c-nothing", "p123", "project"])
def test_only_articles_claims_and_evidence_are_withdrawn(session: Session, id: str) -> None:
    with pytest.raises(NotFoundError):
        edits.withdraw(session.records, [id])


# --- findings ---------------------------------------------------------------------------------------------------------


def test_a_ruling_is_changed_and_cleared_and_the_same_word_twice_is_one(session: Session, article: Article) -> None:
    positions = tuple(
        JudgedPosition(str(n), (edits.passage_anchor(session.records, article.id, sentence(n)),)) for n in (1, 2)
    )

    def say(verb: Verb, note: str = "") -> Edit:
        standing = next(session.records.each(Ruling), None)
        return edits.rule_on(session.records, Kind.contradiction, "houses", positions, verb, WHO, note, standing)

    session.do(say(Verb.confirmed))
    assert not say(Verb.confirmed).changes
    session.do(say(Verb.dismissed, "Other year."))
    (ruling,) = session.records.each(Ruling)
    assert (ruling.verb, ruling.note, ruling.positions) == (Verb.dismissed, "Other year.", positions)
    session.do(edits.clear_ruling(session.records, ruling.id))
    assert not session.records.count(Ruling)
    with pytest.raises(NotFoundError):
        edits.clear_ruling(session.records, ruling.id)


# --- edits as data ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ask",
    [
        lambda state: edits.edit_claim(state, "no", "wording", "x"),
        lambda state: edits.edit_article(state, "no", title="x"),
        lambda state: edits.add_claim(state, "no", Span(0, 1)),
        lambda state: edits.add_appearance(state, "no", "no", Span(0, 1)),
        lambda state: edits.remove_appearance(state, "no"),
        lambda state: edits.set_status(state, ["no"], Status.decided),
        lambda state: edits.set_verdict(state, "no", "half", WHO),
        lambda state: edits.write_verdict(state, "no", "summary", "x", WHO),
        lambda state: edits.add_evidence(state, "no", Note("x")),
        lambda state: edits.edit_evidence(state, "no", comment="x"),
        lambda state: edits.move_evidence(state, "no", 1),
        lambda state: edits.note_on(state, "no", "x"),
        lambda state: edits.reshape_contradiction(state, "no", []),
        lambda state: edits.remove_contradiction(state, "no"),
    ],
)
def test_what_does_not_exist_is_said_with_its_name(session: Session, ask: Callable[[records.Records], object]) -> None:
    before = dump(session.records)
    with pytest.raises(NotFoundError, match="“no”"):
        ask(session.records)
    assert dump(session.records) == before


words = st.text(max_size=3)
claims = st.builds(Claim, id=st.just("c1"), wording=words, number=st.just(1))


@given(st.lists(st.one_of(st.none(), claims), min_size=2, max_size=8))
def test_edits_that_followed_one_another_compose_to_the_first_and_the_last(line: list[Claim | None]) -> None:
    steps = [Edit("edit.x", (Change(a, b),)) for a, b in pairwise(line) if a != b and (a is not None or b is not None)]
    if not steps:
        return
    whole = edits.compose(steps)
    assert whole.changes == (() if line[0] == line[-1] else (Change(line[0], line[-1]),))
    assert whole.inverse().inverse() == replace(whole, typing="")


@given(st.text(st.characters(exclude_categories=())))
def test_no_edit_carries_what_no_file_can_hold(typed: str) -> None:
    edit, made = edits.make_contradiction(typed, Reason(ReasonType.other, typed), [], Who(typed), replaces=[])
    (change,) = edit.changes
    assert change.after == made
    for part in (made.fact, made.reason.text, made.who, *(name for _, name in edit.names)):
        part.encode()
