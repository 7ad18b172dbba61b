"""Facts on which sources differ or agree, as sections of the report."""

import re
from collections.abc import Iterable, Sequence

from factcheck import dates, retelling
from factcheck.model import (
    DISPUTED,
    Anchor,
    Claim,
    Finding,
    PassageTarget,
    Position,
    ReasonType,
    Ruling,
    Verb,
)
from factcheck.records import Records, appearances, evidence
from factcheck.reporting.desk import Desk
from factcheck.reporting.options import Entering
from factcheck.reporting.quoting import of_passage, paragraphs
from factcheck.reporting.report import Bar, FindingSection, PositionText, RulingText


def entering(findings: Sequence[Finding], chosen: Entering) -> list[Finding]:
    """Those that go out: confirmed or of different scope; open disputes if they are wanted; dismissed ones never."""
    return [] if chosen is Entering.none else [f for f in findings if _enters(f, chosen)]


def _enters(finding: Finding, chosen: Entering) -> bool:
    if finding.ruling is None:
        return chosen is Entering.open and finding.kind in DISPUTED
    return finding.ruling.verb in {Verb.confirmed, Verb.scope}


class Touched:
    """Which claims share words with a finding, by their appearances and the evidence on them."""

    def __init__(self, records: Records, claims: Iterable[Claim]) -> None:
        self._spans: dict[str, list[tuple[int, int, int]]] = {}
        for claim in claims:
            for anchor in _anchors(records, claim):
                self._spans.setdefault(anchor.version_id, []).append((anchor.start, anchor.end, claim.number))

    def by(self, finding: Finding) -> tuple[int, ...]:
        """The numbers of the claims, smallest first."""
        passages = (passage for position in finding.positions for passage in position.passages)
        numbers = {
            number
            for passage in passages
            for start, end, number in self._spans.get(passage.version_id, ())
            if passage.start < end and start < passage.end
        }
        return tuple(sorted(numbers))


def _anchors(records: Records, claim: Claim) -> list[Anchor]:
    targets = (item.target for item in evidence(records, claim.id))
    quoted = [target.anchor for target in targets if isinstance(target, PassageTarget)]
    return [a.anchor for a in appearances(records, claim.id)] + quoted


def sections(desk: Desk, findings: Sequence[Finding], touched: Touched) -> tuple[FindingSection, ...]:
    """The findings in the order given, numbered from 1, without those that withdrawn articles left empty."""
    found = [(finding, _positions(desk, finding)) for finding in findings]
    whole = [(f, positions) for f, positions in found if len(positions) >= (2 if f.kind in DISPUTED else 1)]
    return tuple(_section(desk, number, *one, touched) for number, one in enumerate(whole, 1))


def _section(
    desk: Desk, number: int, finding: Finding, positions: tuple[PositionText, ...], touched: Touched
) -> FindingSection:
    names = {name for position in positions for name in _who(position)}
    said = retelling.retold(finding, desk.say, names)
    return FindingSection(
        id=finding.id,
        number=number,
        kind=desk.say("kind." + finding.kind.name),
        fact=said.fact,
        reasons=tuple(reason.text for reason in said.reasons if reason.text.strip()),
        positions=positions,
        ruling=_ruling(desk, finding.ruling) if finding.ruling else None,
        made_by_hand=finding.made_id is not None,
        bars=_bars(finding, positions),
        claims=touched.by(finding),
        names_values=all(_named(position.value, said.fact) for position in positions),
    )


def _named(value: str, fact: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", fact) is not None


# --- in figures -------------------------------------------------------------------------------------------------------

#: One number in figures, thousands apart by commas or spaces.
_FIGURE = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\w)|\d+(?:\.\d+)?(?![\w:]))")


def _bars(finding: Finding, positions: tuple[PositionText, ...]) -> tuple[Bar, ...]:
    """The positions as figures that can be drawn beside one another; none unless all are figures of one kind."""
    if not _in_figures(finding) or len(positions) != len(finding.positions):
        return ()
    numbers = [_number(position) for position in finding.positions]
    known = [number for number in numbers if number is not None and number >= 0]
    if len(known) < len(numbers) or not any(known) or not _of_one_kind(finding):
        return ()
    return tuple(Bar(text.value, number, _who(text)) for text, number in zip(positions, known, strict=True))


def _in_figures(finding: Finding) -> bool:
    kinds = {ReasonType.number, ReasonType.quantity}
    return finding.kind in DISPUTED and bool(finding.reasons) and finding.reasons[0].type in kinds


def _number(position: Position) -> float | None:
    """What matching read, else the only number written in figures."""
    if position.amount is not None:
        return position.amount
    found = _FIGURE.findall(position.value)
    return float(re.sub(r"[^\d.]", "", found[0])) if len(found) == 1 else None


def _of_one_kind(finding: Finding) -> bool:
    """Amounts that matching read are; figures in typed values are if the words around them are the same."""
    if all(position.amount is not None for position in finding.positions):
        return True
    return len({" ".join(_FIGURE.sub("", position.value).casefold().split()) for position in finding.positions}) == 1


def _who(position: PositionText) -> tuple[str, ...]:
    sources = (quote.source for quote in position.quotes)
    return tuple(dict.fromkeys(source.publisher or source.title for source in sources))


# --- positions and ruling ---------------------------------------------------------------------------------------------


def _positions(desk: Desk, finding: Finding) -> tuple[PositionText, ...]:
    texts = (_position(desk, position) for position in finding.positions)
    return tuple(text for text in texts if text.quotes)


def _position(desk: Desk, position: Position) -> PositionText:
    quotes = (of_passage(desk.sources, passage) for passage in position.passages)
    return PositionText(position.value, tuple(quote for quote in quotes if quote))


def _ruling(desk: Desk, ruling: Ruling) -> RulingText:
    return RulingText(
        label=desk.say(f"ruling.{ruling.verb}"),
        who=ruling.who,
        date=dates.day(ruling.given, desk.say),
        note=paragraphs(ruling.note),
    )
