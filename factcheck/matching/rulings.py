"""What people said of findings, brought together with what matching proposes.

A ruling keeps what it judged: fact, values and quotes. It meets a finding by these, never by an id, so it holds after a
new run and after the articles were imported again: by shared quotes on the same fact, or by quotes and values together.
It covers a finding if it has seen every position of it; a position that it has not seen brings the finding back, with
the reason.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck import anchors
from factcheck.i18n import OF_FINDINGS, Catalogue
from factcheck.matching.experience import learnt
from factcheck.matching.statements import Source
from factcheck.model import (
    Anchor,
    Contradiction,
    Finding,
    JudgedPosition,
    Kind,
    Passage,
    Position,
    Reason,
    Ruling,
    Verb,
)
from factcheck.text import folded

#: Kinds that a ruling on one of them covers: a number update may turn out a contradiction when a date is corrected.
_FAMILY = {Kind.contradiction: Kind.contradiction, Kind.number_update: Kind.contradiction}


def _family(kind: Kind) -> Kind:
    return _FAMILY.get(kind, kind)


def _needed(kind: Kind) -> int:
    """How many positions make a finding of this kind."""
    return 2 if _family(kind) is Kind.contradiction else 1


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was judged, ready to be compared."""

    kind: Kind
    fact: str
    quotes: tuple[frozenset[str], ...]
    values: tuple[str, ...]


def _ready(kind: Kind, fact: str, positions: Sequence[JudgedPosition]) -> _Judged:
    quotes = tuple(frozenset(_quote(a.exact) for a in p.anchors) for p in positions)
    return _Judged(_family(kind), folded(fact), quotes, tuple(folded(p.value) for p in positions))


@lru_cache(maxsize=50_000)
def _quote(words: str) -> str:
    """Exact words, white space made alike."""
    return " ".join(words.split())


class _Meeting:
    """Which positions of a finding something judged has seen."""

    def __init__(self, finding: Finding, judged: _Judged) -> None:
        self.need = _needed(finding.kind)
        self.judged_positions = len(judged.quotes)
        same = _family(finding.kind) is judged.kind
        shown = [frozenset(_quote(p.text) for p in position.passages) for position in finding.positions]
        by_quote = [{i for i, seen in enumerate(judged.quotes) if same and seen & quotes} for quotes in shown]
        by_value = [
            {i for i, value in enumerate(judged.values) if value == folded(position.value)}
            for position in finding.positions
        ]
        self.same_fact = bool(judged.fact) and folded(finding.fact) == judged.fact
        # Neither alone: five dead there are not five dead here, and one sentence tells of five dead and seven injured.
        if self.same_fact and any(by_quote):
            self.seen = [quoted | valued for quoted, valued in zip(by_quote, by_value, strict=True)]
        else:
            self.seen = [quoted & valued for quoted, valued in zip(by_quote, by_value, strict=True)]

    @property
    def known(self) -> bool:
        """Whether it is the finding that was judged, or has grown out of it."""
        positions = sum(bool(met) for met in self.seen)
        return positions >= self.need and len(set().union(*self.seen)) >= self.need

    @property
    def covered(self) -> bool:
        """Whether every position was seen."""
        return self.known and all(self.seen)

    @property
    def exact(self) -> bool:
        """Whether it has all that was judged, and nothing else."""
        return self.covered and len(set().union(*self.seen)) == self.judged_positions

    def unseen(self) -> list[int]:
        return [i for i, met in enumerate(self.seen) if not met]


def apply_rulings(
    findings: Iterable[Finding],
    rulings: Iterable[Ruling],
    made: Sequence[Contradiction],
    sources: Sequence[Source],
) -> list[Finding]:
    """Findings with the rulings that stand on them: those made by people first, as they were made, then by score,
    dismissed ones last.

    Rulings move the scores of what is like what they judged (`experience`). Texts are read only for what people made.
    """
    names = {s.article_id: s.publisher or s.title or s.file for s in sources}
    return in_order(learnt(given(findings, rulings, made, sources, names), names))


def given(
    findings: Iterable[Finding],
    rulings: Iterable[Ruling],
    made: Sequence[Contradiction],
    sources: Sequence[Source],
    names: Mapping[str, str],
) -> list[Finding]:
    """The same, those made by people first, and with the scores as they were; `names` says what articles are called."""
    told = sorted(rulings, key=lambda r: (r.given, r.id), reverse=True)
    index = _Index([(ruling, _ready(ruling.kind, ruling.fact, ruling.positions)) for ruling in told])
    records = sorted(made, key=lambda m: (m.made, m.fact, m.id))  # not by ids, which are random
    replaced = [_ready(j.kind, "", j.positions) for record in records for j in record.replaces]
    shown = [f for record in records if (f := _made(record, sources))]
    shown += [f for f in findings if not any(_Meeting(f, judged).covered for judged in replaced)]
    return [_ruled(finding, index.about(finding), names) for finding in shown]


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Those made by people first, then by score, dismissed ones last."""
    return sorted(found, key=_rank)


def quotes_of(judged: Ruling | Contradiction) -> set[str]:
    """What it quotes, and what it replaces, as `quotes` gives those of a finding."""
    replaced = [] if isinstance(judged, Ruling) else [old.positions for old in judged.replaces]
    positions = (position for there in (judged.positions, *replaced) for position in there)
    return {_quote(anchor.exact) for position in positions for anchor in position.anchors}


def quotes(finding: Finding) -> set[str]:
    """What a finding quotes; a ruling can only be about one with which it shares some of that."""
    return {_quote(passage.text) for position in finding.positions for passage in position.passages}


def _rank(finding: Finding) -> tuple[bool, bool, float]:
    dismissed = finding.ruling is not None and finding.ruling.verb is Verb.dismissed
    return (dismissed, finding.made_id is None, -finding.score)


class _Index:
    """Rulings by the quotes that they judged, so that each finding is compared with few."""

    def __init__(self, ready: Sequence[tuple[Ruling, _Judged]]) -> None:
        self.ready = ready
        self.by_quote: dict[str, set[int]] = {}
        for number, (_, judged) in enumerate(ready):
            for quotes in judged.quotes:
                for quote in quotes:
                    self.by_quote.setdefault(quote, set()).add(number)

    def about(self, finding: Finding) -> list[tuple[Ruling, _Judged]]:
        """The rulings that share a quote with a finding, latest first."""
        if not self.by_quote:
            return []
        numbers = set().union(*(self.by_quote.get(quote, set()) for quote in quotes(finding)))
        return [self.ready[n] for n in sorted(numbers)]


def _ruled(finding: Finding, told: Sequence[tuple[Ruling, _Judged]], names: Mapping[str, str]) -> Finding:
    """The latest ruling that covers a finding stands; one that has seen but a part of it is named as the past."""
    if not told and finding.ruling is None and not finding.back:
        return finding
    meetings = [(ruling, _Meeting(finding, judged)) for ruling, judged in told]
    # A word on this very fact, and on all of these positions, goes before one that only takes them in.
    meetings.sort(key=lambda met: (not met[1].same_fact, not met[1].exact))
    covering = next((ruling for ruling, meeting in meetings if meeting.covered), None)
    if covering is not None:
        return replace(finding, ruling=covering, back="")
    grown = next(((ruling, meeting) for ruling, meeting in meetings if meeting.known), None)
    return replace(finding, ruling=None, back=_back(finding, *grown, names) if grown else "")


def _back(finding: Finding, ruling: Ruling, meeting: _Meeting, names: Mapping[str, str]) -> str:
    say = Catalogue(OF_FINDINGS)
    new = []
    for i in meeting.unseen():
        position = finding.positions[i]
        who = names.get(position.passages[0].article_id) if position.passages else None
        new.append(say("reason.given", value=position.value, who=who or say("reason.unnamed")))
    return say("reason.back", verb=say(f"ruling.{ruling.verb.value}"), values=", ".join(new))


# --- findings that people made ----------------------------------------------------------------------------------------


def _made(record: Contradiction, sources: Sequence[Source]) -> Finding | None:
    """A record as a finding; None while too few of its passages are in use."""
    positions = tuple(p for judged in record.positions if (p := _position(judged, sources)) is not None)
    if len(positions) < _needed(record.kind):
        return None
    reason = record.reason
    if not reason.text.strip():
        reason = Reason(reason.type, Catalogue(OF_FINDINGS)("reason.made", who=record.who))
    return Finding(record.id, record.kind, 1.0, record.fact, (reason,), positions, made_id=record.id)


def _position(judged: JudgedPosition, sources: Sequence[Source]) -> Position | None:
    passages = tuple(p for anchor in judged.anchors if (p := _passage(anchor, sources)) is not None)
    return Position(judged.value, passages) if passages else None


def _passage(anchor: Anchor, sources: Sequence[Source]) -> Passage | None:
    """Where the anchor's words stand now: in its version, or else surely in another article or version."""
    for source in sorted(sources, key=lambda s: s.version_id != anchor.version_id):
        if source.version_id != anchor.version_id and anchor.exact not in source.text:
            continue
        found = anchors.find(anchor, source.text, source.version_id)
        if found.anchor is not None and found.outcome is not anchors.Outcome.doubtful:
            place = found.anchor
            return Passage(source.article_id, source.version_id, place.start, place.end, place.exact)
    return None


# --- what is kept of a finding ----------------------------------------------------------------------------------------


def anchor_of(passage: Passage, text_of: Callable[[str], str]) -> Anchor:
    """The anchor of a passage; `text_of` gives the text of an article version."""
    return anchors.anchor(text_of(passage.version_id), passage.version_id, passage.start, passage.end)


def judged(finding: Finding, text_of: Callable[[str], str]) -> tuple[JudgedPosition, ...]:
    """A finding's positions as a ruling keeps them: each quote once, whoever has it."""
    return tuple(
        JudgedPosition(position.value, tuple(anchor_of(p, text_of) for p in _each_quote(position)))
        for position in finding.positions
    )


def _each_quote(position: Position) -> Iterator[Passage]:
    seen: set[str] = set()
    for passage in position.passages:
        quote = _quote(passage.text)
        if quote not in seen:
            seen.add(quote)
            yield passage
