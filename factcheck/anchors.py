"""Passages stored so that they can be found again when the text they stand in has changed.

The order of trust is: the position, if the words there are still the words; else the exact words elsewhere; else words
that are nearly the same. A hit is scored by its quote, what stands before and after it, and how near it is to the old
place; a doubtful one is asked about and never moved in silence. (The weights follow the Hypothesis client's anchoring.)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model import Anchor
from factcheck.text import Span, paragraphs, sentences

#: Code points kept before and after a quote.
CONTEXT = 32

_QUOTE, _PREFIX, _SUFFIX, _PLACE = 50, 20, 20, 2
_ALL = _QUOTE + _PREFIX + _SUFFIX + _PLACE
_SURE, _DOUBTFUL = 0.80, 0.60
#: Two best hits nearer to one another than this cannot be told apart.
_TIE = 0.02
#: Of a quote that stands in very many places only the nearest are weighed.
_MOST_HITS = 200


def anchor(text: str, version_id: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]` (code points). `ValueError` if the span is empty or not within the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage at {start}:{end} of {len(text)}")
    return Anchor(
        version_id,
        start,
        end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def holds(passage: Anchor, text: str) -> bool:
    """Whether the words at the anchor's position are its words."""
    return text[passage.start : passage.end] == passage.exact


class Outcome(StrEnum):
    """What became of a passage in a changed text."""

    kept = "kept"
    moved = "moved"
    doubtful = "doubtful"
    lost = "lost"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands in a changed text; `anchor` is None if it is lost."""

    outcome: Outcome
    anchor: Anchor | None
    score: float


def find(passage: Anchor, text: str, version_id: str) -> Found:
    """The passage in another text. At its place with the same words: kept; elsewhere: by score."""
    if text[passage.start : passage.end] == passage.exact:
        return Found(Outcome.kept, anchor(text, version_id, passage.start, passage.end), 1.0)
    hits = list(_exact(passage, text)) or list(_near(passage, text))
    scored = sorted(((_score(passage, text, hit), -hit.start, hit) for hit in hits), key=lambda s: s[:2], reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _TIE):
        return Found(Outcome.lost, None, scored[0][0] if scored else 0.0)
    score, _, span = scored[0]
    if score < _DOUBTFUL:
        return Found(Outcome.lost, None, score)
    outcome = Outcome.moved if score >= _SURE else Outcome.doubtful
    return Found(outcome, anchor(text, version_id, span.start, span.end), score)


def _exact(passage: Anchor, text: str) -> Iterator[Span]:
    places = []
    at = text.find(passage.exact)
    while at >= 0:
        places.append(at)
        at = text.find(passage.exact, at + 1)
    for place in sorted(places, key=lambda p: abs(p - passage.start))[:_MOST_HITS]:
        yield Span(place, place + len(passage.exact))


def _near(passage: Anchor, text: str) -> Iterator[Span]:
    """The best approximate place, and the best one that does not overlap it, so that a tie is seen."""
    from rapidfuzz import fuzz  # 33 ms, and rarely needed

    budget = min(256, len(passage.exact) // 2)
    least = 100.0 * (1 - budget / max(1, len(passage.exact)))
    rest = [Span(0, len(text))]
    for _ in range(2):
        best = None
        for area in rest:
            hit = fuzz.partial_ratio_alignment(passage.exact, area.of(text), score_cutoff=least)
            if hit and hit.dest_end > hit.dest_start and (best is None or hit.score > best[0]):
                best = (hit.score, Span(area.start + hit.dest_start, area.start + hit.dest_end))
        if best is None:
            return
        yield best[1]
        rest = [Span(0, best[1].start), Span(best[1].end, len(text))]


def _similar(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return 1.0 if one == other else fuzz.ratio(one, other) / 100


def _score(passage: Anchor, text: str, hit: Span) -> float:
    before = text[max(0, hit.start - len(passage.prefix)) : hit.start]
    after = text[hit.end : hit.end + len(passage.suffix)]
    place = 1 - abs(hit.start - passage.start) / max(1, len(text))
    total = (
        _QUOTE * _similar(passage.exact, hit.of(text))
        + _PREFIX * _similar(passage.prefix, before)
        + _SUFFIX * _similar(passage.suffix, after)
        + _PLACE * place
    )
    return total / _ALL


def occurrences(text: str, quote: str) -> list[Span]:
    """Every place where these words stand, in order; any white space in the quote meets any in the text."""
    words = quote.split()
    pattern = r"\s+".join(re.escape(word) for word in words)
    return [Span(m.start(), m.end()) for m in re.finditer(pattern, text)] if words else []


def context(text: str, span: Span, language: str = "en") -> Span:
    """The span widened to the sentences that it stands in and the ones before and after, within its paragraphs."""
    start, end = span.start, span.end
    for paragraph in paragraphs(text):
        if not paragraph.overlaps(span):
            continue
        inside = [
            Span(s.start + paragraph.start, s.end + paragraph.start) for s in sentences(paragraph.of(text), language)
        ]
        touched = [i for i, s in enumerate(inside) if s.overlaps(span)]
        if touched:
            start = min(start, inside[max(0, touched[0] - 1)].start)
            end = max(end, inside[min(len(inside) - 1, touched[-1] + 1)].end)
    return Span(start, end)
