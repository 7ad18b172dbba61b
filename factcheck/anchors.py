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
#: Two best hits nearer to one another than this cannot be told apart: nearness to the old place alone never decides.
_TIE = (_PLACE + 0.5) / _ALL
#: Of a quote that stands in very many places only the nearest are weighed.
_MOST_HITS = 200
#: So many approximate places are weighed.
_MOST_NEAR = 5


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
    return passage.start >= 0 and text[passage.start : passage.end] == passage.exact != ""


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
    if not passage.exact:
        return Found(Outcome.lost, None, 0.0)  # no anchor of ours is empty, one in a stranger's file may be
    if holds(passage, text):
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
    """Places that become the quote by at most min(256, half its length) edits; they do not overlap, so a tie is seen.

    rapidfuzz is quick and finds where, in a window no longer than the quote; `_fitted` finds the true ends there.
    """
    from rapidfuzz import fuzz  # 33 ms, and rarely needed

    quote, length = passage.exact, len(passage.exact)
    most = min(256, length // 2)
    rest = [Span(0, len(text))]
    for _ in range(_MOST_NEAR):
        best = None
        for area in rest:
            hit = fuzz.partial_ratio_alignment(quote, area.of(text), score_cutoff=100 * (1 - most / length))
            if hit and hit.dest_end > hit.dest_start and (best is None or hit.score > best[0]):
                best = (hit.score, area, Span(area.start + hit.dest_start, area.start + hit.dest_end))
        if best is None:
            return
        _, area, window = best
        reach = length + most
        near = Span(max(area.start, window.start - reach), min(area.end, window.end + reach))
        fitted = _fitted(passage, text, near, most)
        if fitted:
            window = fitted
            yield fitted
        parts = (Span(area.start, window.start), Span(window.end, area.end))
        # In a piece shorter than this no match has room.
        rest = [r for r in rest if r != area] + [part for part in parts if part.end - part.start >= length - most]


def _fitted(passage: Anchor, text: str, near: Span, most: int) -> Span | None:
    """The best piece of a part of the text that becomes the quote by at most so many edits.

    Forward gives where it may end, the same backward from there where it may start. Each is the place that costs fewest
    edits and has the most of the old surroundings; of equals the longest.
    """
    from rapidfuzz.distance.Levenshtein import normalized_similarity as alike  # stricter than `_similar` on a shift

    quote, prefix, suffix = passage.exact, passage.prefix, passage.suffix

    def worth(edits: int, around: float, length: int) -> tuple[float, int]:
        return -_QUOTE * edits / len(quote) + around, length

    ends = [
        (worth(edits, _SUFFIX * alike(suffix, text[at : at + len(suffix)]), at), at)
        for at, edits in enumerate(_edits(quote, near.of(text), anchored=False), near.start + 1)
        if edits <= most
    ]
    if not ends:
        return None
    end = max(ends)[1]
    backward = text[near.start : end][::-1][: len(quote) + most]
    starts = [
        (worth(edits, _PREFIX * alike(prefix, text[max(0, at - len(prefix)) : at]), -at), at)
        for at, edits in zip(range(end - 1, -1, -1), _edits(quote[::-1], backward, anchored=True), strict=False)
        if edits <= most
    ]
    return Span(max(starts)[1], end) if starts else None


def _edits(quote: str, text: str, anchored: bool) -> Iterator[int]:
    """After each character of the text: the fewest edits between the quote and a piece that ends there.

    The piece starts anywhere, or at the text's start if `anchored`. (Myers 1999, in Hyyrö's form, on one long integer.)
    """
    every, last = (1 << len(quote)) - 1, 1 << (len(quote) - 1)
    places: dict[str, int] = {}
    for i, character in enumerate(quote):
        places[character] = places.get(character, 0) | 1 << i
    more, less, edits = every, 0, len(quote)
    for character in text:
        same = places.get(character, 0)
        down = same | less
        across = (((same & more) + more) ^ more) | same
        grows, shrinks = less | ~(across | more) & every, more & across
        edits += bool(grows & last) - bool(shrinks & last)
        grows, shrinks = (grows << 1 | anchored) & every, shrinks << 1 & every
        more, less = shrinks | ~(down | grows) & every, grows & down
        yield edits


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
