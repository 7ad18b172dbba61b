"""Findings and facts as rows of a table: a row for each passage."""

from collections.abc import Iterable, Iterator

from factcheck import records
from factcheck.exchange.tables import Cell
from factcheck.model import Article, Finding, Passage
from factcheck.records import Records

_PLACE = ("title", "publisher", "published", "quote", "start", "end", "article_id")
COLUMNS = ("finding", "kind", "fact", "score", "ruling", "note", "reasons", "position", "value", *_PLACE, "finding_id")
FACT_COLUMNS = ("event", "day", "fact", "type", "usual", "agree", "sources", "value", "apart", *_PLACE)


def rows(state: Records, findings: Iterable[Finding]) -> Iterator[tuple[Cell, ...]]:
    """The passages of the findings in their order; findings and positions count from 1."""
    for number, finding in enumerate(findings, 1):
        verb, note = (finding.ruling.verb.value, finding.ruling.note) if finding.ruling else ("", "")
        reasons = "\n".join(reason.text for reason in finding.reasons)
        told = (number, finding.kind.value, finding.fact, round(finding.score, 4), verb, note, reasons)
        for place, position in enumerate(finding.positions, 1):
            for quoted in position.passages:
                yield *told, place, position.value, *passage(state, quoted), finding.id


def passage(state: Records, quoted: Passage) -> tuple[Cell, ...]:
    """Where words stand, as cells: `_PLACE`."""
    article = state.get(Article, quoted.article_id)
    known = ("", "", "")
    if article:
        published = article.published.iso if article.published else ""
        known = (article.title, records.publisher_name(state, article), published)
    return *known, quoted.text, quoted.start, quoted.end, quoted.article_id
