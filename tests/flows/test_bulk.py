"""Claims from tables, and what others have checked before."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import bulk, importing, records, workflow
from factcheck.errors import FactCheckError, NotFoundError
from factcheck.model import Link, Medium, Who
from factcheck.session import Session
from factcheck.store import check
from factcheck.store.checks import Checks

ROWS = [
    ["Claim", "Said by", "Link", "Internal"],
    ["The gate was shut at noon.", "The mayor", "https://city.example.org/1", "x"],
    ["Nobody was warned, “not one”; 12 %", "A neighbour", "", "y"],
    ["", "Nobody", "", ""],
    ["the gate  was shut at noon.", "Another", "", ""],
]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workflow.new_project(tmp_path / "bulk.factcheck", Who("Ada")) as made:
        yield made


@pytest.fixture(params=["csv", "semicolons"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The rows in a file as programs write them."""
    path = tmp_path / "claims.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as target:
        csv.writer(target, delimiter=";" if request.param == "semicolons" else ",").writerows(ROWS)
    return path


def test_each_row_becomes_a_claim_in_one_step(session: Session, file: Path) -> None:
    table = importing.read_table(file)
    chosen = bulk.mapping(table)
    assert chosen == {"wording": "Claim", "claimant": "Said by", "url": "Link"}
    rows = bulk.planned(bulk.known(session.records), table, chosen)
    assert [row.row for row in rows if row.problem] == [4, 5]
    made = bulk.import_claims(session, rows)
    assert [(claim.number, claim.wording, claim.claimant) for claim in made] == [
        (1, ROWS[1][0], "The mayor"),
        (2, ROWS[2][0], "A neighbour"),
    ]
    (page,) = records.media(session.records, made[0].id)
    assert (page.medium, page.source) == (Medium.page, Link("https://city.example.org/1"))
    assert records.media(session.records, made[1].id) == []
    assert list(check.problems(session.path)) == []
    assert all(row.problem for row in bulk.planned(bulk.known(session.records), table, chosen)), "they are there now"
    session.undo()
    assert records.claims(session.records) == []


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods"])
def test_a_workbook_is_a_table_too(name: str) -> None:
    table = importing.read_table(Path(__file__).parent.parent / "data" / "formats" / name)
    chosen = bulk.mapping(table)
    assert chosen == {"wording": "Statement", "claimant": "Speaker", "date": "Date", "place": "Place"}
    assert table.rows[0] == (
        2,
        ("The beacon was dark for three nights.", "Inquiry chair", "2024-05-03", "Tollen", "Harbour Post"),
    )


def test_a_preview_changes_nothing_and_a_mapping_can_be_wished(session: Session, file: Path) -> None:
    table = importing.read_table(file)
    chosen = bulk.mapping(table, {"topic": "Internal", "claimant": ""})
    assert chosen == {"wording": "Claim", "url": "Link", "topic": "Internal"}
    before = session.revision
    assert bulk.planned(bulk.known(session.records), table, chosen)[0].fields["topic"] == "x"
    assert session.revision == before
    for wished in ({"shelf": "Claim"}, {"topic": "No such"}, {"wording": ""}):
        with pytest.raises(NotFoundError):
            bulk.mapping(table, wished)


def test_a_table_without_words_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for name, data in (
        ("a.csv", b""),
        ("b.csv", b",,,\n,,\n"),
        ("c.xlsx", b"PK\x03\x04 no zip"),
        ("d.csv", b"\xff\0\1" * 99),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(FactCheckError):
            importing.read_table(tmp_path / name)
    with pytest.raises(FactCheckError):
        importing.read_table(tmp_path / "none.csv")


# --- earlier checks ---------------------------------------------------------------------------------------------------


def review(claim: str, **more: object) -> dict[str, object]:
    """A ClaimReview as publishers write it."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "url": f"https://checkers.example.org/{abs(hash(claim))}",
        "author": {"@type": "Organization", "name": "The Checkers"},
        "itemReviewed": {"@type": "Claim", "author": {"name": "The mayor"}},
        "datePublished": "2026-02-03",
        "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": 1},
        **more,
    }


GATE = "The gate of the basin was shut at noon on Monday"


def written(tmp_path: Path, data: object) -> Path:
    path = tmp_path / "checks.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "wrap",
    [
        lambda r: r,
        lambda r: [r],
        lambda r: {"@graph": [{"@type": "WebPage"}, r]},
        lambda r: {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [r]}]},
        lambda r: {**r, "@type": ["Review", "ClaimReview"]},
    ],
)
def test_a_claimreview_is_found_in_every_form(tmp_path: Path, wrap: object) -> None:
    assert callable(wrap)
    (found,), skipped = importing.read_checks(written(tmp_path, wrap(review(GATE))))
    assert (found.claim, found.rating, found.publisher, found.claimant) == (GATE, "False", "The Checkers", "The mayor")
    assert skipped == 0


@pytest.mark.parametrize(
    "broken",
    [
        {"url": "javascript:alert(1)"},
        {"url": None},
        {"claimReviewed": ""},
        {"claimReviewed": 7},
        {"reviewRating": {}},
        {"reviewRating": {"alternateName": None}},
        {"author": "nobody"},
    ],
)
def test_what_is_not_whole_is_counted_and_left_out(tmp_path: Path, broken: dict[str, object]) -> None:
    found, skipped = importing.read_checks(written(tmp_path, [review(GATE, **broken), review("Another claim")]))
    assert ([check.claim for check in found], skipped) == (["Another claim"], 1)


@pytest.mark.parametrize("data", [b"", b"no json", b"[" * 200_000, b'{"@type": "Recipe"}', b"\xff\xfe"])
def test_a_file_without_a_claimreview_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.json").write_bytes(data)
    with pytest.raises(FactCheckError):
        importing.read_checks(tmp_path / "x.json")


def test_a_new_claim_meets_what_others_have_checked(tmp_path: Path) -> None:
    collection = Checks(tmp_path / "checks.sqlite")
    assert collection.find(GATE) == []
    others = [review(f"Ship number {n} left the harbour before the storm of that year") for n in range(200)]
    found, _ = importing.read_checks(written(tmp_path, [*others, review(GATE)]))
    assert collection.add(found) == 201
    assert collection.add(found) == 0, "the same check comes in once"
    assert collection.count() == 201
    (met,) = collection.find("On Monday, the gate of the basin was shut at noon!")
    assert met.check.claim == GATE
    assert met.likeness > 0.9
    assert collection.find("The mayor resigned in spring") == []
    for odd in ('"', "* OR NEAR(", "co-op O'Brien 3.5% C++ -sea", "", "\0", "🚢"):
        collection.find(odd)


def test_a_file_of_another_program_is_left_alone(tmp_path: Path, session: Session) -> None:
    session.close()
    before = session.path.read_bytes()
    with pytest.raises(FactCheckError, match="not a collection"):
        Checks(session.path).add([])
    assert session.path.read_bytes() == before
    (tmp_path / "bad.sqlite").write_bytes(b"no database at all" * 99)
    with pytest.raises(FactCheckError):
        Checks(tmp_path / "bad.sqlite").find(GATE)
