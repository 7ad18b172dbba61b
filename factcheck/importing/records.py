"""Records with named fields, from tables and JSON Lines: which field means what, and articles made of them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from factcheck.importing.composing import Composition
from factcheck.importing.dates import printed_date
from factcheck.importing.draft import Extracted
from factcheck.importing.language import declared
from factcheck.importing.titles import from_name, title_of
from factcheck.importing.words import one_line
from factcheck.model import LandmarkKind

Record = Mapping[str, str]

#: What others call our fields, in the order in which they are believed.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articlebody", "fulltext", "maintext", "article", "plaintext", "story"),
    "statement": ("statement", "claim", "claimreviewed", "quote", "sentence", "utterance", "assertion", "words"),
    "title": ("title", "headline", "name"),
    "publisher": ("publisher", "source", "outlet", "site", "sitename", "newspaper", "medium", "media"),
    "author": ("author", "authors", "byline", "writer"),
    "published": ("published", "date", "publishedat", "datepublished", "publicationdate", "pubdate", "day", "when"),
    "language": ("language", "lang", "locale", "inlanguage"),
    "url": ("url", "link", "canonicalurl", "address", "uri", "sourceurl"),
    "speaker": ("speaker", "claimant", "person", "who", "saidby", "politician"),
}
#: What the articles of a table differ in.
_SOURCE = ("publisher", "title", "author", "published", "language", "url")


def field_of(meaning: str, names: Iterable[str]) -> str:
    """The name that stands for one of our fields; "" if none does."""
    known = {re.sub(r"[\W_]+", "", name).casefold(): name for name in reversed(list(names))}
    return next((known[name] for name in NAMES[meaning] if name in known), "")


def fields_of(names: Sequence[str]) -> dict[str, str]:
    """Our fields, and the name that each has here or ""."""
    return {meaning: field_of(meaning, names) for meaning in NAMES}


def whole_article(record: Record, name: str, part: str, method: str, encoding: str) -> Extracted:
    """A record that is an article."""
    fields = fields_of(list(record))
    text = record.get(fields["text"], "") or record.get(fields["statement"], "")
    return _article(record, fields, _plain(text), name, part, method, encoding)


def _plain(text: str) -> Composition:
    composed = Composition()
    composed.paragraph(text)
    return composed


def statements(
    rows: Sequence[tuple[str, Record]], column: str, name: str, method: str, encoding: str
) -> tuple[Extracted, ...]:
    """Rows of statements, each with its label, as one article for each source that they name."""
    columns = list(rows[0][1]) if rows else []
    fields = fields_of([other for other in columns if other != column])
    grouped: dict[tuple[str, ...], list[tuple[str, Record]]] = {}
    for row in rows:
        source = tuple(row[1].get(fields[meaning], "") for meaning in _SOURCE)
        grouped.setdefault(source, []).append(row)
    several = len(grouped) > 1
    return tuple(
        _article(
            group[0][1],
            fields,
            _listed(group, column, fields),
            name,
            f"#{group[0][0]}" if several else "",
            method,
            encoding,
        )
        for group in grouped.values()
    )


def _listed(rows: Sequence[tuple[str, Record]], column: str, fields: Mapping[str, str]) -> Composition:
    """A statement a paragraph, with its row, its speaker and whatever else its row holds."""
    told = {column, fields["speaker"], *(fields[meaning] for meaning in _SOURCE)}
    text = Composition()
    for label, record in rows:
        text.mark(LandmarkKind.row, label)
        if fields["speaker"]:
            text.mark(LandmarkKind.speaker, record.get(fields["speaker"], ""))
        rest = (f"{key}: {value}" for key, value in record.items() if key not in told and value)
        text.mark(LandmarkKind.detail, "; ".join(rest))
        text.paragraph(" ".join(record.get(column, "").split()))
    return text


def _title(text: str, name: str, publisher: str) -> str:
    """Of statements: the name of their file, and whose they are if it has several."""
    return ", ".join(filter(None, (from_name(name), publisher))) or title_of(text, "")


def _article(
    record: Record, fields: Mapping[str, str], text: Composition, name: str, part: str, method: str, encoding: str
) -> Extracted:
    def said(meaning: str) -> str:
        return one_line(record.get(fields[meaning], ""))

    language, url = declared(said("language")), said("url")
    return Extracted(
        text=text.text,
        title=said("title") or _title(text.text, name, said("publisher") if part else ""),
        publisher=said("publisher"),
        author=said("author"),
        published=printed_date(said("published"), language),
        language=language,
        url=url if re.fullmatch(r"https?://\S+", url) else "",
        part=part,
        landmarks=text.landmarks,
        encoding=encoding,
        method=method,
    )
