"""RSS and Atom, by feedparser: an article for each entry, as far as the feed gives its text."""

import io
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from factcheck.importing.composing import Composition
from factcheck.importing.dates import printed_date
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample
from factcheck.importing.language import declared
from factcheck.importing.package import xml_tree
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line, say
from factcheck.text import canonical

_BEGINS = re.compile(r"\s*<(?:\?xml|!DOCTYPE\s+(?!html)|!--|rss|feed|rdf:RDF)")
_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
#: A text with fewer words is a summary.
_WHOLE = 150


def extract(given: Input) -> Extraction:
    """Each entry's own text if the feed has it, else its summary."""
    import feedparser  # type: ignore[import-untyped]  # ships no types

    xml_tree(given.data, given.name)  # refuses entities and what is no XML
    feed = feedparser.parse(io.BytesIO(given.data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise failed("damaged", name=given.name)
    if not feed.entries:
        raise failed("no_entries", name=given.name)
    articles = tuple(_article(feed, entry, number) for number, entry in enumerate(feed.entries, 1))
    summaries = sum(len(article.text.split()) < _WHOLE for article in articles)
    return Extraction(articles, (say("import.warning.summaries", n=summaries),) if summaries else ())


def _article(feed: Any, entry: Any, number: int) -> Extracted:
    from factcheck.importing.blocks import compose
    from factcheck.importing.visible import parsed

    markup = max((content.get("value", "") for content in _contents(entry)), key=len, default="")
    title, language = one_line(_plain(entry.get("title", ""))), feed.feed.get("language", "")
    text = Composition()
    text.paragraph(title)
    tree = parsed(f"<body>{canonical(markup)}</body>")
    if tree is not None:
        compose(tree, text)
    return Extracted(
        text=text.text,
        title=title or title_of(text.text, ""),
        publisher=one_line(_plain(feed.feed.get("title", ""))),
        author=one_line(entry.get("author", "")),
        published=printed_date(entry.get("published", "") or entry.get("updated", ""), language),
        language=declared(language),
        url=entry.get("link", "") if re.fullmatch(r"https?://\S+", entry.get("link", "")) else "",
        part=f"#{number} {one_line(entry.get('id', '') or entry.get('link', ''))}".strip(),
        landmarks=text.landmarks,
        encoding=feed.get("encoding", "utf-8"),
        method=f"feedparser {version('feedparser')}",
    )


def _contents(entry: Any) -> Iterator[Any]:
    yield from entry.get("content", ())
    yield {"value": entry.get("summary", "")}


def _plain(markup: str) -> str:
    """A title may hold markup."""
    from factcheck.importing.visible import parsed

    if "<" not in markup:
        return str(markup)
    tree = parsed(f"<body>{canonical(markup)}</body>")
    return "" if tree is None else str(tree.text_content())


def _recognises(sample: Sample) -> bool:
    head = sample.head.lstrip("\ufeffï»¿")
    return bool(_BEGINS.match(head) and _ROOT.search(head)) and "<html" not in head


FORMAT = Format("feed", (".rss", ".atom"), "application/rss+xml", _recognises, extract, signed=True)
