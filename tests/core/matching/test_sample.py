"""What matching makes of the sample's articles, held against `expected.toml`."""

import tomllib
from collections.abc import Sequence
from typing import Any

import pytest

from factcheck.importing import printed_date, read_file
from factcheck.matching import Source, find
from factcheck.model import Finding, Kind
from factcheck.paths import resource

#: Of the expected pairs so many stand in the first rows; of the look-alikes so many are called contradictory.
ROWS, AT_LEAST = 20, 27
CERTAIN, AT_MOST = 0.3, 0
DISPUTES = (Kind.contradiction, Kind.number_update)


def told(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    sources = []
    for article in told("sample.toml")["article"]:
        draft = read_file(resource("sample", "articles", article["file"]))
        published = printed_date(article["published"])
        moment = published.iso if published else ""
        file, title, publisher = article["file"], article["title"], article["publisher"]
        sources.append(Source(file, file, draft.text, title, file, publisher, moment, article["language"]))
    return find(sources)


def apart(finding: Finding, pair: dict[str, Any]) -> bool:
    """Whether the two quotes stand in different positions."""
    places = [
        {i for i, p in enumerate(finding.positions) for q in p.passages if holds(q.article_id, q.text, pair[side])}
        for side in ("a", "b")
    ]
    return any(i != j for i in places[0] for j in places[1])


def holds(article: str, text: str, side: dict[str, Any]) -> bool:
    words, quote = " ".join(text.split()), " ".join(side["quote"].split())
    return article == side["article"] and (quote in words or words in quote)


def disputes(found: Sequence[Finding]) -> list[Finding]:
    return [f for f in found if f.kind in DISPUTES]


def test_most_of_what_is_expected_stands_in_the_first_rows(found: list[Finding]) -> None:
    first = disputes(found)[:ROWS]
    pairs = told("expected.toml")["contradiction"]
    met = [pair for pair in pairs if any(apart(f, pair) for f in first)]
    missed = [pair["fact"] for pair in pairs if pair not in met]
    assert len(met) >= AT_LEAST, missed


def test_few_look_alikes_are_called_contradictory(found: list[Finding]) -> None:
    likely = [f for f in disputes(found) if f.score > CERTAIN and f.kind is Kind.contradiction]
    flagged = [pair["why"] for pair in told("expected.toml")["agrees"] if any(apart(f, pair) for f in likely)]
    assert len(flagged) <= AT_MOST, flagged


@pytest.mark.parametrize("ruling", told("sample.toml")["ruling"], ids=lambda r: r["ruling"])
def test_each_ruling_of_the_sample_meets_a_finding(found: list[Finding], ruling: dict[str, Any]) -> None:
    assert any(apart(f, ruling) for f in disputes(found))


def test_facts_are_named_as_people_say_them(found: list[Finding]) -> None:
    names = [f.fact for f in disputes(found)[:ROWS]]
    assert all(name and name == name.strip(" ,.;:") and "(" not in name for name in names), names
    assert {"people killed", "people injured", "people evacuated"} <= set(names)
