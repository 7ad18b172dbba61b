"""Claims as ClaimReviews: what explorers need is there, what they may refuse is told, nothing is cut."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld

from factcheck import records
from factcheck.errors import ExchangeError
from factcheck.exchange import claimreview
from factcheck.exchange.claimreview import Published
from factcheck.exchange.remarks import Remark, told
from factcheck.i18n import Catalogue
from factcheck.importing.claimreview import read_checks
from factcheck.model import Claim, Verdict
from tests.core.exchange.inventing import Invented, projects
from tests.core.exchange.small import small

PAGE = Published("https://paper.example/checks/floods", "The Paper", "https://paper.example")


def written(made: Invented, published: Published = PAGE) -> tuple[dict[str, Any], list[Remark]]:
    out = io.BytesIO()
    remarks = claimreview.write(made.records, records.claims(made.records), published, out)
    return json.loads(out.getvalue()), remarks


def changed(**fields: Any) -> Invented:
    """The small project with another first claim."""
    made = small()
    claim = made.records.get(Claim, "c1")
    assert claim is not None
    made.records.add(replace(claim, **fields))
    return made


def test_a_review_holds_what_explorers_need() -> None:
    data, _ = written(small())
    (review,) = data["@graph"]
    assert review["claimReviewed"] == "24 houses were lost."
    assert review["url"] == "https://paper.example/checks/floods#claim-1"
    assert review["datePublished"] == "2030-03-17"
    assert review["author"] == {"@type": "Organization", "name": "The Paper", "url": "https://paper.example"}
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": 1.0,
        "bestRating": 5.0,
        "worstRating": 1.0,
        "ratingExplanation": "It was 42.",
    }
    item = review["itemReviewed"]
    assert item["author"] == {"name": "A minister", "@type": "Person", "jobTitle": "Minister of roads"}
    assert item["datePublished"] == "2030-03-16"
    assert item["firstAppearance"]["url"] == "https://example.org/flood"
    assert item["firstAppearance"]["publisher"] == {"@type": "Organization", "name": "The Daily"}
    assert [work["@type"] for work in item["appearance"]] == ["VideoObject"]


def test_a_claim_without_a_verdict_is_left_out_and_told() -> None:
    _, remarks = written(small())
    assert remarks == [Remark("no_verdict", 2)]
    assert told(remarks, Catalogue()) == ["Claim 2 has no verdict and is left out."]


def test_a_long_claim_is_told_and_not_cut() -> None:
    made = changed(wording="x" * 75)
    data, remarks = written(made)
    assert data["@graph"][0]["claimReviewed"] == "x" * 75
    assert Remark("long_claim", 1, "75") in remarks
    assert Remark("long_claim", 1, "74") not in written(changed(wording="x" * 74))[1]


def test_a_rating_in_the_wording_is_told() -> None:
    assert Remark("rating_in_claim", 1, "False") in written(changed(wording="FALSE: houses were lost"))[1]


def test_what_is_not_valid_is_told() -> None:
    assert Remark("not_valid", 1, "claimReviewed") in written(changed(wording=" "))[1]


def test_a_rating_beside_the_line_has_no_number() -> None:
    made = small()
    verdict = made.records.get(Verdict, "r1")
    assert verdict is not None
    made.records.add(replace(verdict, rating="sat"))
    rating = written(made)[0]["@graph"][0]["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "Satire", "ratingExplanation": "It was 42."}


def test_on_a_scale_without_ratings_the_words_are_the_verdict() -> None:
    made = small()
    verdict = made.records.get(Verdict, "r1")
    assert verdict is not None
    made.records.add(replace(verdict, scale_id="words", rating=""))
    assert written(made)[0]["@graph"][0]["reviewRating"]["alternateName"] == "It was 42."


def test_each_claim_can_have_a_page_of_its_own() -> None:
    data, _ = written(small(), Published("https://paper.example/{number}.html"))
    assert data["@graph"][0]["url"] == "https://paper.example/1.html"
    assert data["@graph"][0]["author"] == {"@type": "Person", "name": "Ada"}


@pytest.mark.parametrize("url", ["", "paper.example", "javascript:alert(1)", "https://", "https:// x"])
def test_without_a_page_there_is_no_review(url: str) -> None:
    with pytest.raises(ExchangeError, match="https address"):
        written(small(), Published(url))


@settings(max_examples=40, deadline=None)
@given(projects())
def test_whatever_is_told_to_be_right_is_valid(made: Invented) -> None:
    data, remarks = written(made)
    wrong = {remark.claim for remark in remarks if remark.key == "not_valid"}
    judged = [c for c in records.claims(made.records) if claimreview.review(made.records, c, PAGE)]
    assert len(data["@graph"]) == len(judged)
    for claim, review in zip(judged, data["@graph"], strict=True):
        assert bool(claimreview._validator().is_valid(review)) == (claim.number not in wrong)
        assert review["claimReviewed"] == claim.wording


def test_the_program_reads_its_own_reviews_as_earlier_checks(tmp_path: Any) -> None:
    path = tmp_path / "checks.jsonld"
    with path.open("wb") as out:
        claimreview.write(small().records, records.claims(small().records), PAGE, out)
    ((check,), bad) = read_checks(path)
    assert (check.claim, check.rating, check.publisher, check.claimant, bad) == (
        "24 houses were lost.",
        "False",
        "The Paper",
        "A minister",
        0,
    )


def offline(_url: str, _options: object) -> dict[str, Any]:
    """The vocabulary's context as far as names go, so that nothing is fetched."""
    return {"document": {"@context": {"@vocab": "https://schema.org/"}}, "contextUrl": None, "documentUrl": _url}


def test_a_json_ld_processor_reads_the_same_statements() -> None:
    data, _ = written(small())
    (review,) = jsonld.expand(data, {"documentLoader": offline})
    assert review["@type"] == ["https://schema.org/ClaimReview"]
    (item,) = review["https://schema.org/itemReviewed"]
    assert item["@id"] == "urn:factcheck:claim:c1"
