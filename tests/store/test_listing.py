"""The claims are listed in any order, filtered and searched, a page at a time, and follow every edit."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck import edits, records
from factcheck.listing import Arrangement, Listing
from factcheck.model import Article, Claim, Link, Publisher, Status
from factcheck.session import Session
from factcheck.store.project import ProjectFile
from factcheck.text import Span
from tests.store.making import WHO, add_article, new_session

CLAIMS: list[dict[str, Any]] = [
    {"wording": "Forty houses fell", "claimant": "WHO", "topic": "floods"},
    {"wording": "The bridge is shut", "claimant": "Ada", "topic": "roads"},
    {"wording": "No houses fell", "claimant": "who", "topic": "floods"},
    {"wording": "Éclairs rose by 12%", "claimant": "", "topic": ""},
    {"wording": "地震で橋が落ちた", "claimant": "Bo", "topic": "roads"},
]


def make(session: Session, *fields: dict[str, Any]) -> list[Claim]:
    edit, made = edits.add_claims(session.records, list(fields))
    session.do(edit)
    return made


@pytest.fixture
def claims(session: Session) -> list[Claim]:
    return make(session, *CLAIMS)


@pytest.fixture
def listing(session: Session, claims: list[Claim]) -> Iterator[Listing]:  # noqa: ARG001 - made first
    with closing(session.listing()) as made:
        yield made


def numbers(listing: Listing, **arrangement: Any) -> list[int]:
    """The claims by number, arranged so."""
    listing.arrange(Arrangement(**arrangement), dict)
    return [claim.number for id in listing.ids(0, 1_000) if (claim := listing.state.get(Claim, id))]


def test_claims_come_by_number(listing: Listing) -> None:
    assert numbers(listing) == [1, 2, 3, 4, 5]
    assert (len(listing), listing.total()) == (5, 5)


@pytest.mark.parametrize(
    ("sort", "order"), [("wording", [1, 3, 2, 4, 5]), ("claimant", [4, 2, 5, 1, 3]), ("number", [1, 2, 3, 4, 5])]
)
def test_they_are_sorted_either_way(listing: Listing, sort: str, order: list[int]) -> None:
    assert numbers(listing, sort=sort) == order
    assert numbers(listing, sort=sort, descending=True) == order[::-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("house", [1, 3]),
        ("HOUSES forty", [1]),
        ("ouses", []),
        ("eclair", [4]),
        ("地震", [5]),
        ("橋", [5]),
        ("震地", []),
        ("12%", [4]),
        ('bridge" OR "houses', []),
        ("NOT AND ( * -", []),
        ("- “”", [1, 2, 3, 4, 5]),
        ("fel\0", [1, 3]),
    ],
)
def test_words_are_found_by_their_beginnings(listing: Listing, text: str, found: list[int]) -> None:
    assert numbers(listing, text=text) == found


def test_filters_go_together_and_writing_in_capitals_makes_no_other_claimant(listing: Listing) -> None:
    only = {"claimant": frozenset({"WHO", "Ada"}), "topic": frozenset({"floods"})}
    assert numbers(listing, only=only) == [1, 3]
    assert numbers(listing, only=only, text="no", sort="wording") == [3]
    assert numbers(listing, only={"status": frozenset({"decided"})}) == []


def test_every_place_is_found_again_in_every_order(listing: Listing) -> None:
    for sort in ("", "wording", "status", "verdict", "contradictions", "evidence", "first"):
        for descending in (False, True):
            for text in ("", "fell"):
                listing.arrange(Arrangement(text, {}, sort, descending), dict)
                ids = listing.ids(0, 100)
                assert [listing.find(id) for id in ids] == list(range(len(listing)))
                assert [listing.ids(place, 1)[0] for place in range(len(ids))] == ids


def test_a_claim_that_is_filtered_out_has_no_place(listing: Listing, claims: list[Claim]) -> None:
    listing.arrange(Arrangement("bridge"), dict)
    assert listing.find(claims[0].id) == -1
    assert listing.find("nobody") == -1


def test_the_most_disputed_come_last_or_first(listing: Listing, claims: list[Claim]) -> None:
    listing.arrange(Arrangement(sort="contradictions", descending=True), lambda: {claims[2].id: 4, claims[1].id: 1})
    assert listing.ids(0, 2) == [claims[2].id, claims[1].id]


def test_choices_say_how_many_have_them(listing: Listing) -> None:
    assert [(c.shown, c.count) for c in listing.choices("claimant", 2)] == [("WHO", 2), ("", 1)]
    assert [(c.raw, c.count) for c in listing.choices("status", 9)] == [("unchecked", 5)]


def test_what_was_asked_stays_until_it_is_renewed(session: Session, listing: Listing, claims: list[Claim]) -> None:
    session.do(edits.withdraw(session.records, [claims[0].id]))
    assert listing.ids(0, 1) == [claims[0].id]
    listing.renew()
    assert numbers(listing) == [2, 3, 4, 5]


def test_a_filter_follows_what_is_edited_undone_and_rated(session: Session, listing: Listing) -> None:
    (first, *_) = listing.ids(0, 1)
    session.do(edits.edit_claim(session.records, first, "wording", "Ninety barns burnt"))
    session.do(edits.set_verdict(session.records, first, "false", WHO, words={"rationale": "A clerk counted."}))
    session.do(edits.add_evidence(session.records, first, Link("https://example.org", "Register"))[0])
    listing.renew()
    assert numbers(listing, text="barns") == numbers(listing, text="regist") == [1]
    assert numbers(listing, text="clerk") == []  # a second reader searches too
    assert numbers(listing, text="forty") == []
    assert numbers(listing, sort="verdict")[0] == 1
    assert numbers(listing, only={"verdict": frozenset({"false"})}) == [1]
    assert numbers(listing, sort="evidence")[-1] == 1
    for _ in range(3):
        session.undo()
    listing.renew()
    assert numbers(listing, text="forty") == [1]
    assert numbers(listing, text="barns") == []


def test_a_new_title_is_found_on_the_claims_of_its_article(session: Session, listing: Listing) -> None:
    article = add_article(session)
    edit, claim = edits.add_claim(session.records, article.id, Span(0, 5))
    session.do(edit)
    session.do(edits.edit_article(session.records, article.id, title="Harbour", publisher="Wharf Post"))
    listing.renew()
    assert numbers(listing, text="harb whar") == [claim.number]
    assert listing.counts() == listing.counts([article.id]) == {article.id: 1}


def rows(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM derived_claims ORDER BY number, id").fetchall()


def forget(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM derived_claims")
        connection.execute("DELETE FROM derived_state")
        connection.commit()


def test_what_is_kept_edit_by_edit_is_what_is_made_anew(path: Path) -> None:
    changes: list[Callable[[Session, list[Claim]], object]] = [
        lambda s, c: s.do(edits.set_status(s.records, [c[1].id, c[2].id], Status.decided)),
        lambda s, c: s.do(edits.withdraw(s.records, [c[3].id])),
        lambda s, c: s.do(edits.set_verdict(s.records, c[4].id, "half", WHO)),
        lambda s, c: s.do(edits.edit_claim(s.records, c[0].id, "priority", 3)),
        lambda s, _c: s.undo(),
    ]
    with new_session(path) as session:
        claims = make(session, *CLAIMS)
        for change in changes:
            change(session, claims)
        articles = [add_article(session), *session.records.each(Article)]
        assert articles
        assert records.claims(session.records)
        assert session.records.count(Publisher) > 0
    kept = rows(path)
    assert len(kept) == 4
    forget(path)
    ProjectFile.open(path).close()
    assert [row[1:] for row in rows(path)] == [row[1:] for row in kept]
    with Session.open(path, WHO) as session, closing(session.listing()) as listing:
        assert numbers(listing, text="houses") == [1, 3]


def test_a_topic_for_many_is_one_step(session: Session, listing: Listing, claims: list[Claim]) -> None:
    session.do(edits.set_field(session.records, [claim.id for claim in claims[:3]], "topic", "relief"))
    listing.renew()
    assert numbers(listing, only={"topic": frozenset({"relief"})}) == [1, 2, 3]
    session.undo()
    listing.renew()
    assert numbers(listing, only={"topic": frozenset({"floods"})}) == [1, 3]
