"""Words are found wherever they stand in a project."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from factcheck import edits, searching
from factcheck.model import Link, Note
from factcheck.searching import Place, Where, search
from factcheck.session import Session
from factcheck.text import Span
from tests.store.making import add_article

TEXT = "The ferry left at nine. Nobody counted the “passengers” on the ferry.\nThe harbour was shut.\n"


def found(session: Session, typed: str) -> list[Place]:
    with closing(session.listing()) as listing:
        return search(listing, typed)


def places(session: Session, typed: str) -> list[tuple[Where, str]]:
    return [(place.where, place.text) for place in found(session, typed)]


def claim_with_evidence(session: Session) -> str:
    edit, (claim,) = edits.add_claims(
        session.records, [{"wording": "The ferry was full", "claimant": "Harbour office"}]
    )
    session.do(edit)
    for target in (Link("https://x.example", "List of sailings"), Note("The mate was rung up; he counted ninety.")):
        session.do(edits.add_evidence(session.records, claim.id, target)[0])
    return claim.id


def test_titles_come_before_claims_and_claims_before_texts(session: Session) -> None:
    article = add_article(session, "Ferry overdue", text=TEXT)
    claim_id = claim_with_evidence(session)
    told = found(session, "ferry")
    assert [(place.where, place.id) for place in told] == [
        (Where.heading, article.id),
        (Where.claim, claim_id),
        (Where.text, article.id),
        (Where.text, article.id),
    ]
    assert [place.span.of(TEXT) for place in told if place.span] == ["ferry", "ferry"]


def test_evidence_is_told_where_it_alone_has_the_words(session: Session) -> None:
    claim_with_evidence(session)
    assert places(session, "mate ninety") == [(Where.evidence, "The mate was rung up; he counted ninety.")]
    assert places(session, "sailings") == [(Where.evidence, "List of sailings")]


def test_a_claim_is_found_by_any_of_its_words_in_any_order(session: Session) -> None:
    claim_with_evidence(session)
    assert places(session, "harbour ferry") == [(Where.claim, "The ferry was full")]


def test_what_is_withdrawn_is_not_found(session: Session) -> None:
    article = add_article(session, "Ferry overdue", text=TEXT)
    session.do(edits.withdraw(session.records, [claim_with_evidence(session), article.id]))
    assert places(session, "ferry") == []


def test_no_text_fills_the_list_by_itself(session: Session) -> None:
    add_article(session, "One", text="again and again " * 500)
    add_article(session, "Two", text="once again")
    assert [place.of for place in found(session, "again")] == ["One", "One", "One", "Two"]


def test_signs_alone_find_no_claims(session: Session) -> None:
    claim_with_evidence(session)
    assert places(session, "?") == []
    assert places(session, "  ") == []


@given(st.text("ab \n", max_size=80), st.integers(0, 79), st.integers(1, 10))
def test_what_is_told_of_a_text_begins_near_the_words_and_holds_them(text: str, start: int, long: int) -> None:
    span = Span(start, min(len(text), start + long))
    words = " ".join(span.of(text).split())
    if span.end > span.start and words:
        told = searching._around(text, span)
        assert words in told
        assert told.index(words) <= searching._BEFORE + 1
