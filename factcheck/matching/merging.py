"""What was found among a few articles, put into what was found among all before.

A row that only repeats what a new row says is replaced by it; passages of articles that were not looked at now stay in
the row that takes its place.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from factcheck.matching.findings import finding_id
from factcheck.matching.search import ranked
from factcheck.model import DISPUTED, Finding, Kind, Passage, Position

_Place = tuple[str, int]


def merged(
    known: Iterable[Finding], found: Iterable[Finding], changed: Collection[str], around: Collection[str]
) -> list[Finding]:
    """The findings among all articles, after `changed` ones were matched with those `around` them, which gave `found`.

    Of what was found, that counts which quotes a changed article; nothing else quotes one. Rows that quote none are as
    they were.
    """
    new = [finding for finding in found if any(p.article_id in changed for p in _passages(finding))]
    by_place: dict[_Place, list[int]] = defaultdict(list)
    for number, finding in enumerate(new):
        for place in _places(finding):
            by_place[place].append(number)
    left: list[Finding] = []
    for finding in known:
        standing = without(finding, lambda p: p.article_id in changed)
        if standing is None:
            continue
        shared = Counter(number for place in _places(standing) for number in by_place.get(place, ()))
        nearest = sorted(shared, key=lambda n: (-shared[n], n))
        home = next((n for n in nearest if _one_fact(standing, new[n])), None)
        if home is None:
            left.append(standing)
        else:
            new[home] = _with(
                new[home], without(standing, lambda p: p.article_id in around, whole=False), standing.score
            )
    return ranked([*new, *left])


def without(finding: Finding, gone: Callable[[Passage], bool], whole: bool = True) -> Finding | None:
    """The finding without some passages; None if what is left shows nothing (`whole`: is no finding any more)."""
    if not any(gone(p) for p in _passages(finding)):
        return finding
    kept = (replace(p, passages=tuple(q for q in p.passages if not gone(q))) for p in finding.positions)
    positions = tuple(p for p in kept if p.passages)
    if not positions or (whole and not _shows(finding.kind, positions)):
        return None
    return _made(finding, positions)


def _shows(kind: Kind, positions: Sequence[Position]) -> bool:
    if kind in DISPUTED:
        return len(positions) > 1
    return len({p.article_id for position in positions for p in position.passages}) > 1


def _made(finding: Finding, positions: tuple[Position, ...]) -> Finding:
    """The finding with other positions, and so another id."""
    return replace(finding, id=finding_id(finding.kind, finding.fact, positions), positions=positions)


def _passages(finding: Finding) -> list[Passage]:
    return [p for position in finding.positions for p in position.passages]


def _places(finding: Finding) -> set[_Place]:
    return {(p.article_id, p.start) for p in _passages(finding)}


def _one_fact(old: Finding, new: Finding) -> bool:
    """Whether a new row is about what an old one is about."""
    if old.kind != new.kind and not (old.kind in DISPUTED and new.kind in DISPUTED):
        return False
    shared = len(_places(old) & _places(new))
    return shared > 1 or (shared == 1 and old.fact == new.fact)


def _with(new: Finding, old: Finding | None, score: float) -> Finding:
    """The new row with what only the old one has, position by position."""
    if old is None:
        return replace(new, score=max(new.score, score))
    positions = list(new.positions)
    for more in old.positions:
        at = next((n for n, p in enumerate(positions) if p.value == more.value), None)
        if at is None and new.kind not in DISPUTED:
            at = 0
        if at is None:
            positions.append(more)
        else:
            known = {(p.article_id, p.start) for p in positions[at].passages}
            extra = tuple(p for p in more.passages if (p.article_id, p.start) not in known)
            positions[at] = replace(positions[at], passages=positions[at].passages + extra)
    return replace(_made(new, tuple(positions)), score=max(new.score, score))
