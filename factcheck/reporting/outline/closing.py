"""The last parts: corrections, scales, articles, how to verify."""

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import by, field_lines, plain
from factcheck.reporting.outline.nodes import Block, Line, Look, Paragraph, Row, Table, Text
from factcheck.reporting.report import ArticleRow, Legend, Report


def corrections(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """Each verdict that was replaced after publication, before and after."""
    heads = tuple(say(f"report.column.{key}") for key in ("claim", "before", "after", "when"))
    shown = tuple(
        Row(
            (
                ((Text(say("report.correction.changed", n=row.claim), link=f"#claim-{row.claim}"),),),
                ((row.before,),),
                ((row.after,),),
                (plain(say("report.correction.by", date=row.date, who=row.who)),),
            )
        )
        for row in report.corrections
    )
    return (Table(say("report.corrections"), heads, shown, (18, 26, 26, 30), told=True),)


def legends(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """Every rating of the scales in use with its definition."""
    return tuple(_legend(say, legend) for legend in report.legends)


def _legend(say: Catalogue, shown: Legend) -> Table:
    heads = (say("report.column.rating"), say("report.column.definition"))
    rows = tuple(Row((((badge,),), (plain(definition),))) for badge, definition in shown.ratings)
    return Table(shown.scale, heads, rows, (30, 70))


def articles(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """The articles with what identifies the very text that was read."""
    heads = tuple(say(f"report.article.{key}") for key in ("number", "article", "hashes"))
    shown = tuple(
        Row(((plain(str(row.number)),), _particulars(say, row), _hashes(say, row)), f"article-{row.number}")
        for row in report.articles
    )
    return (Table(say("report.articles"), heads, shown, (8, 52, 40), head=1, told=True),)


def _particulars(say: Catalogue, row: ArticleRow) -> tuple[Line, ...]:
    values = {
        "published": row.published,
        "added": row.added,
        "file": row.file,
        "fetched": row.fetched,
        "copy_of": row.copy_of,
    }
    lines = [(Text(row.title, Look.strong),), plain(by(row.publisher, row.author))]
    lines += [_labelled(say(f"report.article.{key}"), value) for key, value in values.items() if value]
    lines += [_address(say("report.article.archived"), row.archived)] if row.archived else []
    lines += [_address(say("report.evidence.url"), row.url)] if row.url else []
    return tuple(line for line in lines if line)


def _labelled(label: str, value: str, look: Look = Look.plain) -> Line:
    """A value after its label."""
    return (Text(f"{label}: ", Look.soft), Text(value, look))


def _address(label: str, url: str) -> Line:
    return (Text(f"{label}: ", Look.soft), Text(url, link=url))


def _hashes(say: Catalogue, row: ArticleRow) -> tuple[Line, ...]:
    return (
        _labelled(say("report.article.text"), row.text_sha256, Look.code),
        _labelled(say("report.article.original"), row.original_sha256, Look.code),
        _labelled(say("report.article.size"), row.size),
    )


def verification(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """What to compare with what."""
    return (*field_lines(report.verification), Paragraph(plain(say("report.verify.how_else"))))
