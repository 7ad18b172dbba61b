"""Where in its original a passage stands (page, time, speaker, row), so that a person can look it up there."""

import json
from bisect import bisect_right
from collections.abc import Sequence

from factcheck.i18n import Catalogue
from factcheck.model import Landmark, LandmarkKind

#: What is told of a place, in this order; the other cells of a table's row are too long for that.
_TOLD = (LandmarkKind.page, LandmarkKind.section, LandmarkKind.time, LandmarkKind.speaker, LandmarkKind.row)


def to_text(marks: Sequence[Landmark]) -> str:
    """Landmarks as the store keeps them beside the texts, equal ones always alike; "" for none."""
    rows = [[mark.start, mark.kind.value, mark.label] for mark in marks]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def from_text(text: str) -> tuple[Landmark, ...]:
    """The landmarks of a stored text. `ValueError` if it holds none."""
    rows = json.loads(text)
    if not isinstance(rows, list):
        raise ValueError("not landmarks")
    return tuple(_landmark(row) for row in rows)


def _landmark(row: object) -> Landmark:
    match row:
        case [int(start), str(kind), str(label)]:
            return Landmark(start, LandmarkKind(kind), label)
    raise ValueError(f"not a landmark: {row!r:.80}")


def holding(marks: Sequence[Landmark], at: int) -> dict[LandmarkKind, str]:
    """The labels that hold at an offset, by their kinds; `marks` are in the order of their places."""
    before = marks[: bisect_right(marks, at, key=lambda mark: mark.start)]
    return {mark.kind: mark.label for mark in before}


def place(marks: Sequence[Landmark], start: int, end: int, say: Catalogue) -> str:
    """Where a passage stands in its original: "p. 3", "00:12:05, Ada Brink"; "" if nothing tells."""
    first, last = holding(marks, start), holding(marks, max(start, end - 1))
    return ", ".join(_said(kind, first[kind], last[kind], say) for kind in _TOLD if first.get(kind))


def _said(kind: LandmarkKind, first: str, last: str, say: Catalogue) -> str:
    if kind is LandmarkKind.page and last not in ("", first):
        return say("place.pages", first=first, last=last)
    return say(f"place.{kind}", label=first.partition(".")[0] if kind is LandmarkKind.time else first)
