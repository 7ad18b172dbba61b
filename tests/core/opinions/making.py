"""Findings and questions to ask about."""

from collections.abc import Mapping, Sequence

from factcheck.model import Finding, Kind, Opinion, Passage, Position, Reason, ReasonType
from factcheck.opinions import Question


def finding(id: str, one: str, other: str, score: float = 0.5, kind: Kind = Kind.contradiction) -> Finding:
    """Two statements of two articles, `a` and `b`."""
    positions = tuple(
        Position(text, (Passage(article, f"v{article}", 0, len(text), text),))
        for article, text in (("a", one), ("b", other))
    )
    return Finding(id, kind, score, "the bridge", (Reason(ReasonType.other, "They differ."),), positions)


def question(one: str, other: str, id: str = "f") -> Question:
    return Question(id, (one, ""), (other, ""))


class Shelf:
    """Where opinions are kept for a test."""

    def __init__(self) -> None:
        self.there: dict[str, Opinion] = {}

    def read(self, keys: Sequence[str]) -> dict[str, Opinion]:
        return {key: self.there[key] for key in keys if key in self.there}

    def add(self, opinions: Mapping[str, Opinion]) -> None:
        self.there.update(opinions)
