"""Web pages: the article without what surrounds it, and what the page says of it."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache
from importlib.metadata import version
from typing import Any

from factcheck.importing.dates import printed_date
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.language import declared
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line
from factcheck.model import PrintedDate

_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.I)
_XML_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})""", re.I)
#: How far into a page browsers look for its declaration, with room.
_DECLARED_WITHIN = 8192

#: A page for certain, whatever its name.
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
#: What browsers take for a page without a name.
_PIECE = re.compile(
    r"\s*(?:<!--|<(?:script|iframe|h1|div|font|table|a|style|title|b|br|p|meta|article|main)[\s>])", re.I
)
_TAG = re.compile(r"<[a-z!/]", re.I)
_SUFFIXES = (".html", ".htm", ".xhtml")

#: Where pages say when an article came out, surest first.
_DATES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@property='og:published_time' or @name='parsely-pub-date' or @name='pubdate']/@content",
)
_MORE_DATES = (
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
    "//meta[@name='dcterms.date' or @name='DC.date.issued' or @name='dc.date' or @name='date']/@content",
    "//article//time/@datetime",
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,40})"')
_JSON_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,500}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"')
_LANGUAGES = (
    "/html/@lang",
    "//meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content",
    "//meta[@property='og:locale']/@content",
)
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_ADDRESS = re.compile(r"https?://[^\s/]\S{0,2000}", re.I)


def extract(given: Input) -> Extraction:
    """The page's article; all its visible text if no article is found."""
    from factcheck.importing.article import article_text
    from factcheck.importing.visible import parsed

    decoded = readable(given.data, given.name, given.charset or _declared(given.data))
    tree = parsed(decoded.text, given.name)
    if tree is None:
        raise failed("no_words", name=given.name)
    about = _metadata(tree)
    language = _language(tree)
    heading = _heading(tree, next(_found(tree, ("//head/title/text()",)), ""))
    text, warnings = article_text(tree)
    article = Extracted(
        text=text if heading in text else f"{heading}\n\n{text}",
        title=one_line(about.title or "") or title_of(text, given.name),
        publisher=_publisher(tree) or one_line(about.sitename or ""),
        author=", ".join(part.strip() for part in one_line(about.author or "").split(";") if part.strip()),
        published=_published(tree, language) or printed_date(about.date or ""),
        language=language,
        url=next((u for u in _found(tree, _ADDRESSES) if _ADDRESS.fullmatch(u)), ""),
        encoding=decoded.encoding,
        method=_method(),
        warnings=decoded.warnings + warnings,
    )
    return Extraction((article,))


@cache
def _method() -> str:
    return f"trafilatura {version('trafilatura')}"


def _declared(data: bytes) -> str:
    head = data[:_DECLARED_WITHIN]
    found = _XML_ENCODING.match(head) or _CHARSET.search(head)
    return found[1].decode("ascii", "replace") if found else ""


def _found(tree: Any, paths: tuple[str, ...]) -> Iterator[str]:
    return (line for path in paths for value in tree.xpath(path) if (line := one_line(value)))


# --- what the page says of itself -------------------------------------------------------------------------------------


def _metadata(tree: Any) -> Any:
    from trafilatura.metadata import extract_metadata

    return extract_metadata(deepcopy(tree), extensive=False)


def _published(tree: Any, language: str) -> PrintedDate | None:
    """When the article came out: as its reader sees it printed, if the page shows that, and as the page declares it."""
    declared = [*_found(tree, _DATES), *_json_dates(tree), *_found(tree, _MORE_DATES)]
    understood = (printed_date(value, language) for value in declared)
    found = next((moment for moment in understood if moment and moment.iso), None)
    if found is None:
        return None
    shown = (
        one_line(e.text_content())
        for e in tree.xpath("//time[@datetime]")
        if one_line(e.get("datetime")) == found.printed
    )
    return PrintedDate(next(filter(None, shown), found.printed), found.iso, found.precision)


def _json_dates(tree: Any) -> Iterator[str]:
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    return (value for script in scripts for value in _JSON_DATE.findall(script))


def _language(tree: Any) -> str:
    return next(filter(None, map(declared, _found(tree, _LANGUAGES))), "")


def _publisher(tree: Any) -> str:
    """As the page names it; where it does not, trafilatura takes the domain."""
    return next(_found(tree, ("//meta[@property='og:site_name']/@content",)), "") or next(_json_publishers(tree), "")


def _json_publishers(tree: Any) -> Iterator[str]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        for found in _JSON_PUBLISHER.findall(script):
            with suppress(ValueError):
                yield one_line(json.loads(f'"{found}"'))


def _heading(tree: Any, title: str) -> str:
    """The headline as it stands above the article, if the page leaves no doubt which it is."""
    within = {one_line(h.text_content()) for h in tree.xpath("//article//h1 | //main//h1")} - {""}
    if len(within) == 1:
        return within.pop()
    anywhere = {one_line(h.text_content()) for h in tree.xpath("//h1")} - {""}
    # A page's only h1 can be the paper's name; a headline begins the page's title.
    return anywhere.pop() if len(anywhere) == 1 and all(map(title.startswith, anywhere)) else ""


# --- recognising ------------------------------------------------------------------------------------------------------


def _recognises(sample: Sample) -> bool:
    """By how it begins. What is named a page must at least hold a tag; what is named Markdown may hold some."""
    if _PAGE.match(sample.head):
        return True
    if sample.suffix in _SUFFIXES:
        return _TAG.search(sample.head) is not None
    return sample.suffix not in {".md", ".markdown"} and _PIECE.match(sample.head) is not None


FORMAT = Format("html", _SUFFIXES, "text/html", _recognises, extract)
