"""Lines and blocks that several parts of the outline are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from unicodedata import bidirectional

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.nodes import (
    Block,
    Fields,
    Line,
    Look,
    Paragraph,
    Part,
    Quotation,
    Role,
    Text,
)
from factcheck.reporting.pieces import Field, Quote, Run, Source, Words

_SEPARATOR = Text(" · ", Look.soft)


def plain(text: str) -> Line:
    """A line of plain words."""
    return (Text(text),) if text else ()


def joined(texts: Iterable[Text], separator: Text = _SEPARATOR) -> Line:
    """Those of the texts that say something, with a separator between them."""
    line: list[Text] = []
    for text in (text for text in texts if text.words.strip()):
        if line:
            line.append(_after(line[-1], separator))
        line.append(replace(text, apart=True))
    return tuple(line)


def _after(text: Text, separator: Text) -> Text:
    """The separator; behind words from right to left with a mark that ends them, where a medium has no other way."""
    turns = any(bidirectional(character) in {"R", "AL", "AN"} for character in text.words)
    return replace(separator, words=f"\N{LEFT-TO-RIGHT MARK}{separator.words}") if turns else separator


def field_lines(fields: Iterable[Field]) -> tuple[Block, ...]:
    """Labels with values; a value that is an address leads there."""
    rows = tuple((field.label, (Text(field.value, link=field.url),)) for field in fields if field.value.strip())
    return (Fields(rows),) if rows else ()


def paragraphs(texts: Sequence[str], role: Role = Role.body) -> tuple[Block, ...]:
    """Plain paragraphs."""
    return tuple(Paragraph(plain(text), role) for text in texts)


def words(runs: Words, place: str = "", language: str = "") -> Line:
    """Running text; its references lead to the evidence of the claim at `place`."""
    return tuple(_text(run, place, language) for run in runs)


def _text(run: Run, place: str, language: str) -> Text:
    link = f"#{place}-{run.reference}" if run.reference else ""
    return Text(run.text, Look.marked if run.marked else Look.plain, link, language)


def quotation(quote: Quote) -> Quotation:
    """A quote with its source line."""
    return Quotation(words(quote.words, language=quote.source.language), source_line(quote.source))


def source_line(source: Source) -> Line:
    """Title, publisher, date and place, leading to the list of articles or to the page."""
    link = f"#article-{source.article}" if source.article else source.url
    title = Text(source.title, link=link, language=source.language)
    return joined((title, *(Text(part) for part in (source.publisher, source.date, source.place))), Text(", "))


def part(say: Catalogue, key: str, blocks: Iterable[Block], place: str = "", page: bool = False) -> Part:
    """A part under a heading of the catalogue."""
    return Part(plain(say(key)), blocks, place, page=page)


def by(*names: str) -> str:
    """Who and when, as far as it is known."""
    return ", ".join(name for name in names if name)
