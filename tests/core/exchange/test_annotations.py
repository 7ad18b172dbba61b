"""Passages as web annotations: they come back as they were, and say where and when."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings

from factcheck import records
from factcheck.errors import ExchangeError
from factcheck.exchange import annotations
from factcheck.exchange.annotations import Annotation
from factcheck.model import Article, ArticleVersion, Claim, Evidence, PassageTarget, Precision, PrintedDate
from tests.core.exchange.inventing import Invented, projects
from tests.core.exchange.small import OTHER, QUOTE, TEXT, small


def written(made: Invented) -> bytes:
    out = io.BytesIO()
    annotations.write(made.records, records.claims(made.records), out)
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(projects())
def test_every_passage_comes_back_with_its_claim(made: Invented) -> None:
    back = annotations.read(written(made))
    assert back == [one for claim in records.claims(made.records) for one in expected(made, claim)]
    for one in back:
        text = made.texts[one.text_sha256]
        assert text[one.passage.start : one.passage.end] == one.passage.exact


def expected(made: Invented, claim: Claim) -> list[Annotation]:
    state = made.records
    places: list[Any] = [(a, a.article_id, a.anchor, None) for a in records.appearances(state, claim.id)]
    for item in records.evidence(state, claim.id):
        if isinstance(item.target, PassageTarget):
            places.append((item, item.target.article_id, item.target.anchor, item.stance))
    found = []
    for place, article_id, anchor, stance in places:
        article, version = state.get(Article, article_id), state.get(ArticleVersion, anchor.version_id)
        assert article is not None
        assert version is not None
        source = article.url or f"urn:factcheck:article:{article.id}"
        words = (claim.wording, stance, source, article.id, version.text_sha256)
        found.append(Annotation(place.id, claim.id, *words, anchor))
    return found


@settings(max_examples=20, deadline=None)
@given(projects())
def test_the_same_project_gives_the_same_bytes(made: Invented) -> None:
    assert written(made) == written(made)


def test_offsets_count_code_points_and_the_quote_stands_beside_them() -> None:
    data = json.loads(written(small()))
    first = data["first"]["items"][0]
    quote, place = first["target"]["selector"]
    assert (quote["exact"], place["start"], place["end"]) == (QUOTE, 2, 2 + len(QUOTE))
    assert quote["prefix"] == TEXT[:2]
    assert data["total"] == 3


def test_the_claim_is_the_body_and_evidence_says_what_it_does() -> None:
    items = json.loads(written(small()))["first"]["items"]
    made, speaks, _ = items
    assert made["motivation"] == "identifying"
    assert [body["value"] for body in made["body"]] == ["24 houses were lost."]
    assert speaks["target"]["selector"][0]["exact"] == OTHER
    assert [(b["purpose"], b["value"]) for b in speaks["body"][1:]] == [
        ("classifying", "refutes"),
        ("commenting", "He counted."),
    ]


def test_the_state_names_the_moment_and_the_archived_copy() -> None:
    state = json.loads(written(small()))["first"]["items"][0]["target"]["state"]
    assert state == {
        "type": "TimeState",
        "sourceDate": "2030-03-16T19:15:00Z",
        "cached": "https://archive.example/1",
    }


@pytest.mark.parametrize(
    ("iso", "precision", "first", "last"),
    [
        ("2031", Precision.year, "2031-01-01T00:00:00Z", "2031-12-31T23:59:59Z"),
        ("2031-02", Precision.month, "2031-02-01T00:00:00Z", "2031-02-28T23:59:59Z"),
        ("2031-03-04", Precision.day, "2031-03-04T00:00:00Z", "2031-03-04T23:59:59Z"),
        ("2031-03-04T10:00", Precision.minute, "2031-03-04T00:00:00Z", "2031-03-04T23:59:59Z"),
    ],
)
def test_a_date_that_is_no_moment_is_a_span(iso: str, precision: Precision, first: str, last: str) -> None:
    assert annotations._times(PrintedDate("", iso, precision)) == {"sourceDateStart": first, "sourceDateEnd": last}


def test_an_article_that_is_withdrawn_is_left_out() -> None:
    made = small()
    article = made.records.get(Article, "a1")
    assert article is not None
    made.records.add(Article(**{name: getattr(article, name) for name in article.__slots__} | {"withdrawn": True}))
    assert annotations.read(written(made)) == []
    assert made.records.count(Evidence) == 2


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"first": {"items": [{}]}}', b"\xff"])
def test_what_is_no_such_file_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ExchangeError, match="annotations"):
        annotations.read(data)
