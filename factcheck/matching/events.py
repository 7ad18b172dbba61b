"""Which articles speak of the same event.

Articles cluster by the rare names and words of their first statements. Two statements about different events are no
contradiction, however alike they sound; this gate was the largest single gain when it was measured.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from factcheck.matching.corpus import Corpus, cosine, lead_names
from factcheck.progress import Progress

#: Articles at least so alike (average over two clusters) speak of one event.
_TOGETHER = 0.13
#: Days after which an article is of another time, and the share of its likeness that is left then.
_SEASON, _LATER = 45, 0.7
#: Groups of at most so many articles join a larger one from this likeness on.
_ALONE, _JOINED = 2, 0.06
#: Above so many articles, pairs are looked for among the nearest only.
_NEAREST = 40
_LISTED = 60
#: With fewer articles than this, a word that all share still says that they speak of one event.
_FEW = 20
#: A group of so many articles at least, and of at most this share of all, is looked at again by itself.
_LEAST, _SMALL_PART = 6, 0.45


def _vectors(raw: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    """The words of articles weighed by how rare they are among these articles."""
    counts = Counter(stem for vector in raw for stem in vector)
    weighed = []
    for vector in raw:
        weights = {s: math.sqrt(w) * math.log(1 + max(len(raw), _FEW) / counts[s]) for s, w in vector.items()}
        length = math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0
        weighed.append({s: w / length for s, w in weights.items()})
    return weighed


def _apart(a: date | None, b: date | None) -> float:
    """Articles of different seasons hardly report one event, though they may look back at it."""
    return _LATER if a and b and abs(a.toordinal() - b.toordinal()) > _SEASON else 1.0


def _pairs(
    vectors: Sequence[dict[str, float]], dates: Sequence[date | None], progress: Progress
) -> list[tuple[float, int, int]]:
    """Alike pairs, best first; each article with its nearest by an index of its heaviest words."""
    index: dict[str, list[int]] = defaultdict(list)
    tops = [sorted(v, key=lambda s: (-v[s], s))[:_LISTED] for v in vectors]
    for number, top in enumerate(tops):
        for stem in top:
            index[stem].append(number)
    found = []
    for number, top in enumerate(tops):
        if number % 50 == 0:
            progress("events", number, len(tops))
        shared = Counter(other for stem in top for other in index[stem][-500:] if other < number)
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[: max(_NEAREST, 300)]:
            alike = cosine(vectors[number], vectors[other]) * _apart(dates[number], dates[other])
            if alike > 0:
                found.append((alike, other, number))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _clusters(count: int, pairs: Sequence[tuple[float, int, int]]) -> list[int]:
    """Join what is most alike first, as long as two clusters are alike on average; pairs not listed count as unlike."""
    cluster = list(range(count))
    members = {n: [n] for n in range(count)}
    alike = {(a, b): value for value, a, b in pairs}
    for value, a, b in pairs:
        if value < _TOGETHER:
            break
        left, right = sorted((cluster[a], cluster[b]))
        if left == right:
            continue
        sums = math.fsum(alike.get((min(x, y), max(x, y)), 0.0) for x in members[left] for y in members[right])
        if sums / (len(members[left]) * len(members[right])) < _TOGETHER:
            continue
        for number in members.pop(right):
            cluster[number] = left
            members[left].append(number)
    return cluster


def _gathered(cluster: list[int], pairs: Sequence[tuple[float, int, int]]) -> list[int]:
    """Let articles that stand nearly alone join the event to which they are nearest on average."""
    members: dict[int, list[int]] = defaultdict(list)
    for number, label in enumerate(cluster):
        members[label].append(number)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for value, a, b in pairs:
        sums[cluster[a], cluster[b]] += value
        sums[cluster[b], cluster[a]] += value
    large = [label for label, found in members.items() if len(found) > _ALONE]
    moved: dict[int, int] = {}
    for label, found in members.items():
        if len(found) <= _ALONE and large:
            average = {to: sums[label, to] / (len(found) * len(members[to])) for to in large}
            best = max(large, key=lambda to: (average[to], -to))
            if average[best] >= _JOINED:
                moved[label] = best
    return [moved.get(label, label) for label in cluster]


def _parted(
    raw: Sequence[dict[str, float]], dates: Sequence[date | None], among: Sequence[int], progress: Progress
) -> list[list[int]]:
    """The articles of some numbers by event.

    Among many articles about much else, words that two like events share are rare too; so a group that is a small part
    of them is looked at again by itself.
    """
    pairs = _pairs(_vectors([raw[n] for n in among]), [dates[n] for n in among], progress)
    members: dict[int, list[int]] = defaultdict(list)
    for number, label in zip(among, _gathered(_clusters(len(among), pairs), pairs), strict=True):
        members[label].append(number)
    parted = []
    for group in members.values():
        again = _LEAST <= len(group) <= _SMALL_PART * len(among)
        parted += _parted(raw, dates, group, progress) if again else [group]
    return parted


def events(corpus: Corpus, progress: Progress) -> list[int]:
    """The number of each source's event; sources of one text share it."""
    first: dict[str, int] = {}
    distinct: list[int] = []
    for number, source in enumerate(corpus.sources):
        if source.text not in first:
            first[source.text] = len(distinct)
            distinct.append(number)
    # Estimated dates mislead here: a look back at 1972 would part an article from its own event.
    dates = [corpus.dates[number] if corpus.sources[number].published else None for number in distinct]
    raw = [lead_names(corpus, number) for number in distinct]
    event = {n: min(group) for group in _parted(raw, dates, range(len(distinct)), progress) for n in group}
    return [event[first[source.text]] for source in corpus.sources]
