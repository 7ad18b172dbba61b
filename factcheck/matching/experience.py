"""What the rulings of a project say of the findings that wait for one.

Where a person dismissed most of what was found for one reason, one fact or between two publishers, more of it is less
likely to hold, and the other way round. Of each such trait it is counted how many rulings confirmed, beside how many
the scores promised; the trait that departs most from its promise moves the score, within bounds, and says so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from factcheck.i18n import OF_FINDINGS, Catalogue
from factcheck.model import Finding, Kind, ReasonType, Verb

#: So many rulings that turned out as promised are imagined beside the real ones: few rulings move little.
_IMAGINED = 4.0
#: Fewer rulings say nothing.
_LEAST = 3
#: The odds of a finding move by no larger factor than this, and are not touched within the smaller one.
_MOST, _NOTHING = 3.0, 1.15
_DISPUTES = (Kind.contradiction, Kind.number_update)
#: Behind these stands what tells facts of a kind apart: "number of boats: “…”", "people killed (Orlo)".
_ENDS = (":", " (")


@dataclass(frozen=True, slots=True)
class _Trait:
    """What findings can have in common: its kind, and which."""

    kind: str
    which: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    """How rulings on findings with a trait turned out."""

    given: int = 0
    confirmed: int = 0
    promised: float = 0.0

    @property
    def odds(self) -> float:
        """The factor by which the odds of another such finding move."""
        kept = (_IMAGINED + self.confirmed) / (_IMAGINED + self.promised)
        lost = (_IMAGINED + self.given - self.confirmed) / (_IMAGINED + self.given - self.promised)
        return min(_MOST, max(1 / _MOST, kept / lost))


def learnt(findings: Sequence[Finding], names: Mapping[str, str]) -> list[Finding]:
    """The findings with the scores of those that have no ruling moved by those that have; `names` are of articles."""
    tallies: dict[_Trait, _Tally] = defaultdict(_Tally)
    for finding in findings:
        if finding.ruling is None or not _proposed(finding):
            continue
        for trait in _traits(finding, names):
            tally = tallies[trait]
            tally.given += 1
            tally.confirmed += finding.ruling.verb is Verb.confirmed
            tally.promised += finding.score
    telling = {trait: tally for trait, tally in tallies.items() if tally.given >= _LEAST}
    return [_moved(f, telling, names) if f.ruling is None and _proposed(f) else f for f in findings]


def _proposed(finding: Finding) -> bool:
    return finding.made_id is None and finding.kind in _DISPUTES


def _traits(finding: Finding, names: Mapping[str, str]) -> Iterator[_Trait]:
    yield _Trait("reason", (finding.reasons[0].type.value if finding.reasons else ReasonType.other.value,))
    fact = min((finding.fact.split(end)[0] for end in _ENDS), key=len)
    yield _Trait("fact", (fact,))
    sides = [{names.get(p.article_id, "") for p in position.passages} for position in finding.positions]
    pairs = {tuple(sorted((a, b))) for one, other in combinations(sides, 2) for a in one for b in other}
    for pair in sorted(pairs):
        if all(pair) and pair[0] != pair[1]:
            yield _Trait("between", pair)


def _moved(finding: Finding, telling: Mapping[_Trait, _Tally], names: Mapping[str, str]) -> Finding:
    """A finding with the score that the most telling of its traits gives it."""
    known = [(telling[trait], trait) for trait in _traits(finding, names) if trait in telling]
    if not known:
        return finding
    tally, trait = max(known, key=lambda item: max(item[0].odds, 1 / item[0].odds))
    if max(tally.odds, 1 / tally.odds) < _NOTHING:
        return finding
    score = finding.score * tally.odds / (1 - finding.score + finding.score * tally.odds)
    return replace(finding, score=round(score, 4), learnt=_sentence(trait, tally))


def _sentence(trait: _Trait, tally: _Tally) -> str:
    say = Catalogue(OF_FINDINGS)
    one, other = trait.which[0], trait.which[-1]
    what = say(f"learnt.{trait.kind}", what=say(f"learnt.of.{one}") if trait.kind == "reason" else one, other=other)
    return say("learnt.more" if tally.odds > 1 else "learnt.less", what=what, n=tally.given, confirmed=tally.confirmed)
