"""The contract of `match --json` and `compare --json`, to the letter."""

from collections.abc import Callable
from typing import Any

KINDS = {"contradiction": 2, "number update": 2, "agreement": 1, "repeat": 1}
REASONS = {"number", "quantity", "date", "time", "place", "name", "role", "negation", "antonym", "other"}
RULINGS = {None, "confirmed", "dismissed", "scope"}
FINDING = ["id", "kind", "score", "fact", "reasons", "positions", "ruling"]
PASSAGE = ["article", "title", "file", "publisher", "published", "start", "end", "text", "spans"]

#: The text of an article by its id.
Texts = Callable[[str], str]


def assert_contract(findings: Any, text_of: Texts) -> None:
    """Every key and type of every finding; ids once; best first, as far as nobody has ruled."""
    assert type(findings) is list
    for finding in findings:
        _finding(finding, text_of)
    ids = [finding["id"] for finding in findings]
    assert len(set(ids)) == len(ids)
    scores = [finding["score"] for finding in findings if finding["ruling"] is None]
    assert scores == sorted(scores, reverse=True)


def _finding(finding: Any, text_of: Texts) -> None:
    assert type(finding) is dict
    assert list(finding) == FINDING
    assert type(finding["id"]) is str
    assert finding["id"]
    assert type(finding["score"]) is float
    assert 0 <= finding["score"] <= 1
    assert type(finding["fact"]) is str
    assert finding["fact"].strip()
    assert finding["ruling"] in RULINGS
    _reasons(finding["reasons"])
    _positions(finding["kind"], finding["positions"], text_of)


def _reasons(reasons: Any) -> None:
    assert type(reasons) is list
    for reason in reasons:
        assert list(reason) == ["type", "text"]
        assert reason["type"] in REASONS
        assert type(reason["text"]) is str


def _positions(kind: str, positions: Any, text_of: Texts) -> None:
    assert type(positions) is list
    if KINDS[kind] == 1:
        assert len(positions) == 1
        assert len(positions[0]["passages"]) >= 2
    else:
        assert len(positions) >= 2
    for position in positions:
        assert list(position) == ["value", "passages"]
        assert type(position["value"]) is str
        assert position["passages"]
        for passage in position["passages"]:
            _passage(passage, text_of)


def _passage(passage: Any, text_of: Texts) -> None:
    assert list(passage) == PASSAGE
    for key in ("article", "title", "file", "publisher", "published", "text"):
        assert type(passage[key]) is str, key
    assert "/" not in passage["file"]
    start, end = passage["start"], passage["end"]
    assert type(start) is int
    assert type(end) is int
    assert 0 <= start < end
    assert text_of(passage["article"])[start:end] == passage["text"]
    for span in passage["spans"]:
        assert type(span) is list
        first, last = span
        assert type(first) is int
        assert type(last) is int
        assert start <= first < last <= end
