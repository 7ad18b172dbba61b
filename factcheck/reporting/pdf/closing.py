"""The last pages: method, interests, corrections, scales, articles, how to verify."""

from collections.abc import Sequence
from unicodedata import name as character_name

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.characters import code_point
from factcheck.reporting.pdf.flow import Columns, Flow, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.setter import Frame, Setter, together
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.pieces import Badge, Field
from factcheck.reporting.report import ArticleRow, Correction, Legend, Report

_BADGE_WIDTH = 120.0
_ARTICLE, _HASHES = 28.0, 282.0


def texts(make: Setter, key: str, paragraphs: Sequence[str]) -> list[Item]:
    """A part that is running text."""
    return [*make.heading(make.say(f"report.{key}"), key), *make.paragraphs(paragraphs, style.BODY)]


def corrections(make: Setter, rows: Sequence[Correction]) -> list[Item]:
    """Each verdict that was replaced after publication, before and after."""
    items = make.heading(make.say("report.corrections"), "corrections")
    for row in rows:
        items += _correction(make, row)
    return items


def _correction(make: Setter, row: Correction) -> list[Item]:
    said = make.inlines(
        (
            Inline(make.say("report.correction.changed", n=row.claim), style.BODY_BOLD, f"#claim-{row.claim}"),
            Inline("  " + make.say("report.correction.by", date=row.date, who=row.who), style.SMALL_SOFT),
        ),
        Frame(width=190),
    )
    arrow = make.text("›", style.VALUE, Frame(width=12))
    cells = [(0.0, said), (200.0, _badge_cell(make, row.before)), (330.0, arrow), (346.0, _badge_cell(make, row.after))]
    return make.row(cells)


def _badge_cell(make: Setter, badge: Badge) -> list[Strip]:
    return [make.badge(badge, style.BADGE, Frame(width=_BADGE_WIDTH))]


def legends(make: Setter, shown: Sequence[Legend]) -> list[Item]:
    """Every rating of the scales in use with its definition."""
    items = make.heading(make.say("report.legend"), "legend")
    for legend in shown:
        items += make.text(legend.scale, style.BODY_BOLD, before=8, keep=True)
        for badge, definition in legend.ratings:
            meaning = make.text(definition, style.BODY, Frame(width=style.WIDTH - _BADGE_WIDTH - 12))
            items.append(
                Columns(((0.0, tuple(_badge_cell(make, badge))), (_BADGE_WIDTH + 12, tuple(meaning))), before=5)
            )
    return items


# --- articles ---------------------------------------------------------------------------------------------------------


def articles(make: Setter, flow: Flow, rows: Sequence[ArticleRow]) -> None:
    """The articles with what identifies the very text that was read."""
    flow.add(make.heading(make.say("report.articles"), "articles"))
    heads = [(0.0, "number"), (_ARTICLE, "article"), (_HASHES, "hashes")]
    with flow.repeating(make.columns_head([(x, make.say(f"report.article.{key}")) for x, key in heads])):
        for row in rows:
            flow.add(_article(make, row))


def _article(make: Setter, row: ArticleRow) -> list[Item]:
    def place(pen: Pen, _x: float, top: float) -> None:
        pen.place(f"article-{row.number}", top)

    number = [Strip(0, paint=place, keep=True), *make.text(str(row.number), style.BODY_SOFT)]
    return make.row([(0.0, number), (_ARTICLE, _particulars(make, row)), (_HASHES, _hashes(make, row))])


def _particulars(make: Setter, row: ArticleRow) -> list[Strip]:
    frame = Frame(width=_HASHES - _ARTICLE - 16)
    by = ", ".join(part for part in (row.publisher, row.author) if part)
    strips = [*make.text(row.title, style.BODY_BOLD, frame), *make.text(by, style.SMALL, frame)]
    values = {
        "published": row.published,
        "added": row.added,
        "file": row.file,
        "fetched": row.fetched,
        "copy_of": row.copy_of,
        "archived": row.archived,
    }
    fields = [Field(make.say(f"report.article.{key}"), value) for key, value in values.items() if value]
    strips += make.fields(fields, style.SMALL_SOFT, frame)
    return [
        *strips,
        *make.fields([Field(make.say("report.evidence.url"), row.url, row.url)] if row.url else [], style.SMALL, frame),
    ]


def _hashes(make: Setter, row: ArticleRow) -> list[Strip]:
    frame = Frame(width=style.WIDTH - _HASHES)
    strips = []
    for key, value in (("text", row.text_sha256), ("original", row.original_sha256)):
        strips += make.text(make.say(f"report.article.{key}"), style.SMALL_SOFT, frame, keep=True)
        half = (len(value) + 1) // 2
        for part in (value[:half], value[half:]):
            strips += make.text(part, style.TINY, frame, keep=part == value[:half])
    return [*strips, *make.text(f"{make.say('report.article.size')}: {row.size}", style.SMALL_SOFT, frame)]


# --- verification -----------------------------------------------------------------------------------------------------


def verification(make: Setter, report: Report) -> list[Item]:
    """What to compare with what."""
    items = make.heading(make.say("report.verification"), "verification")
    items += make.fields(report.verification, style.BODY)
    return together([*items, *make.text(make.say("report.verify.how"), style.BODY, before=5)], 300)


def unprintable(make: Setter, characters: Sequence[str]) -> list[Item]:
    """The characters that no font has, by code point and name."""
    items = make.heading(make.say("report.unprintable"), "unprintable")
    items += make.text(make.say("report.verify.unprintable"), style.BODY)
    for i, character in enumerate(characters):
        text = f"{code_point(character)}  {character_name(character, '')}".rstrip()
        items += make.text(text, style.BODY, before=4 if i == 0 else 0)
    return items
