"""What the desk needs before a report goes out: what is not there yet, and room to sign."""

from collections.abc import Sequence
from itertools import groupby

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.flow import Columns, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.setter import Frame, Setter
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.report import ClaimSection, Missing, Report

_TICK = 7.2
_HANG = 14.0
_GUTTER = 18.0
#: Height left for what is written by hand.
_BY_HAND = 23.0


def gaps(make: Setter, report: Report) -> list[Item]:
    """What is missing, each with a box to tick, under the claim that lacks it."""
    items = make.heading(make.say("report.gaps"), "gaps")
    known = {claim.id: claim for claim in report.claims}
    for claim_id, pieces in groupby(report.missing, lambda piece: piece.claim_id):
        items += _gaps_of(make, known.get(claim_id), list(pieces))
    return items


def _gaps_of(make: Setter, claim: ClaimSection | None, pieces: Sequence[Missing]) -> list[Item]:
    items: list[Item] = []
    if claim:
        number = Inline(make.say("report.claim.claim", n=claim.number), style.BODY_LINK, f"#claim-{claim.number}")
        items += make.inlines((number, Inline(f"  {claim.wording}", style.BODY)), before=8, keep=True)
    else:
        items += make.text(make.say("report.articles"), style.BODY_BOLD, before=8, keep=True)
    for i, piece in enumerate(pieces):
        items += ticked(make, piece.text, keep=i < len(pieces) - 1)
    return items


def ticked(make: Setter, text: str, frame: Frame | None = None, keep: bool = False) -> list[Item]:
    """A text behind a box to tick."""
    frame = frame or Frame()

    def paint(pen: Pen, x: float, top: float) -> None:
        pen.outline(x + frame.x, top - 10.2, _TICK, _TICK)

    said = make.text(text, style.BODY, frame.indented(_HANG), keep=keep)
    return [Strip(0, paint=paint, before=2, keep=True), *said]


# --- signing ----------------------------------------------------------------------------------------------------------


def claim_signoff(make: Setter, claim: ClaimSection) -> list[Item]:
    """Decision, name, date and signature of who reads the claim last."""
    names = (claim.verdict.who if claim.verdict else "", claim.second.who if claim.second else "", "")
    return _room(make, names, "report.sign.claim")


def report_signoff(make: Setter, report: Report) -> list[Item]:
    """The same for all of the report."""
    return [
        *make.heading(make.say("report.signoff"), "signoff"),
        *_room(make, (report.checker, report.second_reader, ""), "report.sign.all"),
    ]


def _room(make: Setter, names: Sequence[str], key: str) -> list[Item]:
    width = (style.WIDTH - 2 * _GUTTER) / 3
    roles = ("checker", "second", "desk")
    stacks = tuple(
        (i * (width + _GUTTER), tuple(_line(make, make.say(f"report.sign.{role}"), name, width)))
        for i, (role, name) in enumerate(zip(roles, names, strict=True))
    )
    choices: list[tuple[float, tuple[Strip, ...]]] = []
    for i, choice in enumerate(("approved", "changes", "back")):
        strips = ticked(make, make.say(f"report.sign.{choice}"), Frame(width=width))
        choices.append((i * (width + _GUTTER), tuple(s for s in strips if isinstance(s, Strip))))
    label = make.label(make.say(key), before=14)
    return [*label, Columns(tuple(choices), before=4, keep=True), Columns(stacks, before=10)]


def _line(make: Setter, role: str, name: str, width: float) -> list[Strip]:
    """Who signs, the name if it is known, and two lines: date and signature."""

    def rule(pen: Pen, x: float, top: float) -> None:
        pen.rule(x, top, width, style.SOFT)

    frame = Frame(width=width)
    strips = [*make.text(role, style.SMALL_SOFT, frame, keep=True)]
    strips += make.text(name, style.BODY_BOLD, frame, keep=True) or [make.space(style.BODY.leading, keep=True)]
    strips += [make.space(_BY_HAND, keep=True), Strip(1, paint=rule, keep=True)]
    return [*strips, *make.text(make.say("report.sign.date"), style.SMALL_SOFT, frame)]
