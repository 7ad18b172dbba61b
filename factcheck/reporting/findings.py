"""Facts on which sources differ or agree, as sections of the report."""

from collections.abc import Sequence

from factcheck import dates
from factcheck.model import DISPUTED, Anchor, Claim, Evidence, Finding, PassageTarget, Position, Ruling, Verb
from factcheck.records import Records, appearances, evidence
from factcheck.reporting.claims import Desk
from factcheck.reporting.quoting import of_passage, paragraphs
from factcheck.reporting.report import FindingSection, PositionText, RulingText


def entering(findings: Sequence[Finding], include_open: bool) -> list[Finding]:
    """Those that go out: confirmed or of different scope; open disputes if they are wanted; dismissed ones never."""
    return [f for f in findings if _enters(f, include_open)]


def _enters(finding: Finding, include_open: bool) -> bool:
    if finding.ruling is None:
        return include_open and finding.kind in DISPUTED
    return finding.ruling.verb in {Verb.confirmed, Verb.scope}


def touching(records: Records, findings: Sequence[Finding], claims: Sequence[Claim]) -> list[Finding]:
    """The findings that share words with an appearance of, or the evidence on, one of the claims."""
    spans = [anchor for claim in claims for anchor in _anchors(records, claim)]
    return [f for f in findings if any(_shares(f, anchor) for anchor in spans)]


def _anchors(records: Records, claim: Claim) -> list[Anchor]:
    items: list[Evidence] = evidence(records, claim.id)
    quoted = [item.target.anchor for item in items if isinstance(item.target, PassageTarget)]
    return [a.anchor for a in appearances(records, claim.id)] + quoted


def _shares(finding: Finding, anchor: Anchor) -> bool:
    return any(
        passage.version_id == anchor.version_id and passage.start < anchor.end and anchor.start < passage.end
        for position in finding.positions
        for passage in position.passages
    )


def sections(desk: Desk, findings: Sequence[Finding]) -> tuple[FindingSection, ...]:
    """The findings in the order given, numbered from 1, without those that withdrawn articles left empty."""
    found = [(finding, _positions(desk, finding)) for finding in findings]
    whole = [(f, positions) for f, positions in found if len(positions) >= (2 if f.kind in DISPUTED else 1)]
    return tuple(_section(desk, number, f, positions) for number, (f, positions) in enumerate(whole, 1))


def _section(desk: Desk, number: int, finding: Finding, positions: tuple[PositionText, ...]) -> FindingSection:
    return FindingSection(
        number=number,
        kind=desk.say("kind." + finding.kind.name),
        fact=finding.fact,
        reasons=tuple(reason.text for reason in finding.reasons if reason.text.strip()),
        positions=positions,
        ruling=_ruling(desk, finding.ruling) if finding.ruling else None,
        made_by_hand=finding.made_id is not None,
    )


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
