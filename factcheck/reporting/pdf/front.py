"""The first pages: masthead, what the report is, contents, summary of verdicts."""

from collections.abc import Sequence

from factcheck.reporting.colours import is_colour
from factcheck.reporting.logo import fitted
from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.flow import Columns, Flow, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.setter import FULL, Frame, Setter
from factcheck.reporting.pdf.style import Style
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.report import ClaimSection, Report

_META_COLUMNS, _GUTTER = 4, 14.0
#: Room for the logo.
_LOGO = (110.0, 30.0)
_NUMBER, _CLAIM, _VERDICT = 0.0, 28.0, 348.0
_CLAIM_WIDTH, _VERDICT_WIDTH = _VERDICT - _CLAIM - 16, style.WIDTH - _VERDICT - 30
_ENTRY = Style(9.5, 14.5)
_ENTRY_MAIN = Style(9.5, 14.5, style.Weight.bold)


def title_block(make: Setter, report: Report) -> list[Item]:
    """Masthead, title, and the particulars of the report."""
    items: list[Item] = [_masthead(make, report, 44)]
    items += make.text(report.title, style.TITLE, keep=True)
    items.append(make.space(14, keep=True))
    items += _particulars(make, report)
    if report.anonymous:
        items += make.text(make.say("report.anonymous"), style.SMALL_SOFT, before=8)
    return items


def banner(make: Setter, report: Report) -> list[Item]:
    """The head of a page that is handed on alone."""
    return [_masthead(make, report, 34)]


def _masthead(make: Setter, report: Report, height: float) -> Strip:
    """Kind of report and who publishes it, below a bar in the organisation's colour."""
    kicker = make.say(f"report.template.{report.template.key}").upper()
    logo = fitted(report.organisation.logo, *_LOGO)
    colour = report.organisation.colour if is_colour(report.organisation.colour) else style.INK

    def paint(pen: Pen, x: float, top: float) -> None:
        right = x + style.WIDTH
        pen.box(x, top, style.WIDTH, 3, colour)
        pen.words(kicker, style.KICKER, x, top - 7)
        if logo:
            pen.picture(logo.picture, right - logo.width, top - 8 - logo.height, logo.width, logo.height)
            right -= logo.width + 8
        pen.flush(report.organisation.name, style.KICKER_NAME, right, top - 7)

    return Strip(max(height, logo.height + 16 if logo else 0), paint=paint, keep=True)


def _particulars(make: Setter, report: Report) -> list[Item]:
    say = make.say
    values = {
        "checked": report.checked,
        "updated": report.updated,
        "checker": report.checker,
        "second": report.second_reader,
        "contains": ", ".join(count.replace(" ", "\u00a0") for count in report.counts),
        "version": report.version,
        "id": report.id,
        "made": report.made,
    }
    known = [(say(f"report.head.{key}"), value) for key, value in values.items() if value]
    step = (style.WIDTH + _GUTTER) / _META_COLUMNS
    rows = [known[i : i + _META_COLUMNS] for i in range(0, len(known), _META_COLUMNS)]
    items: list[Item] = []
    for row in rows:
        cells = tuple((i * step, _particular(make, *cell, step - _GUTTER)) for i, cell in enumerate(row))
        items += [Strip(8, paint=_thin_rule, keep=True), Columns(cells, before=0, keep=True), make.space(6, keep=True)]
    return [*items, Strip(1, paint=_thin_rule)]


def _thin_rule(pen: Pen, x: float, top: float) -> None:
    pen.rule(x, top, style.WIDTH)


def _particular(make: Setter, label: str, value: str, width: float) -> tuple[Strip, ...]:
    frame = Frame(width=width)
    return (*make.text(label, style.SMALL_SOFT, frame), *make.text(value, style.BODY_BOLD, frame))


# --- contents ---------------------------------------------------------------------------------------------------------


def contents(make: Setter, parts: Sequence[tuple[str, str]], claims: Sequence[ClaimSection]) -> list[Item]:
    """Parts and claims with their pages. `parts` are names and places; the claims stand under the place "claims"."""
    items = make.heading(make.say("report.contents"), "contents")
    for title, place in parts:
        items.append(_entry("", title, place, _ENTRY_MAIN))
        if place == "claims":
            items += [_entry(str(c.number), c.wording, f"claim-{c.number}", _ENTRY) for c in claims]
    return items


def _entry(number: str, title: str, place: str, look: Style) -> Strip:
    def paint(pen: Pen, x: float, top: float) -> None:
        indent = 26.0 if number else 0.0
        if number:
            pen.words(number, Style(look.size, look.leading, colour=style.SOFT), x + 8, top)
        pen.words(title, look, x + indent, top, style.WIDTH - indent - 40)
        pen.page_number(place, look, x + style.WIDTH, top)
        pen.link(f"#{place}", (x, top - look.leading, x + style.WIDTH, top))

    return Strip(look.leading, paint=paint, before=0.0 if number else 2.0)


# --- summary ----------------------------------------------------------------------------------------------------------


def summary(make: Setter, flow: Flow, claims: Sequence[ClaimSection]) -> None:
    """A row per claim: wording, claimant, verdict, page."""
    flow.add(make.heading(make.say("report.summary"), "summary"))
    heads = [(_NUMBER, "number"), (_CLAIM, "claim"), (_VERDICT, "verdict")]
    with flow.repeating(
        make.columns_head([(x, make.say(f"report.column.{key}")) for x, key in heads], make.say("report.column.page"))
    ):
        for claim in claims:
            flow.add(_row(make, claim))


def _row(make: Setter, claim: ClaimSection) -> list[Item]:
    place = f"claim-{claim.number}"
    frame = Frame(width=_CLAIM_WIDTH)
    wording = make.inlines((Inline(claim.wording, style.BODY, f"#{place}"),), frame)
    wording += make.text(claim.claimant, style.SMALL_SOFT, frame)

    def page(pen: Pen, x: float, top: float) -> None:
        pen.page_number(place, _ENTRY, x, top)

    badge = make.badge(claim.badge, style.BADGE, Frame(width=_VERDICT_WIDTH))
    number = make.text(str(claim.number), style.BODY_SOFT, FULL)
    return make.row(
        [(_NUMBER, number), (_CLAIM, wording), (_VERDICT, (badge,)), (style.WIDTH, (Strip(14, paint=page),))]
    )
