"""Markdown: its words as readable text, its front matter as metadata."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.importing.dates import printed_date
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.language import declared
from factcheck.importing.titles import title_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:\s*(.*)")
#: What front matter calls our fields, in the order in which they are believed.
_NAMES = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "by", "byline"),
    "publisher": ("publisher", "site", "site_name", "source", "newspaper", "outlet"),
    "published": ("published", "date", "datepublished", "pubdate"),
    "language": ("language", "lang", "locale"),
    "url": ("url", "canonical_url", "canonical", "link"),
}


def extract(given: Input) -> Extraction:
    """The words of the file in its order."""
    decoded = readable(given.data, given.name, given.charset)
    fields, body = front_matter(decoded.text)
    text, heading = plain(body)
    article = Extracted(
        text=text,
        title=fields["title"] or heading or title_of(text, given.name),
        author=fields["author"],
        publisher=fields["publisher"],
        published=printed_date(fields["published"], fields["language"]),
        language=declared(fields["language"]),
        url=fields["url"] if re.fullmatch(r"https?://\S+", fields["url"]) else "",
        encoding=decoded.encoding,
        method="markdown 1",
        warnings=decoded.warnings,
    )
    return Extraction((article,))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Our fields out of the lines between two `---` at the top ("" where there is none), and the text below them."""
    block = _FRONT.match(text)
    lines = [_FIELD.fullmatch(line.strip()) for line in block[1].split("\n")] if block else []
    given = {line[1].lower(): _value(line[2]) for line in lines if line}
    fields = {field: next((given[n] for n in names if given.get(n)), "") for field, names in _NAMES.items()}
    return fields, text[block.end() :] if block and given else text


def _value(printed: str) -> str:
    """A value without its quotation marks, a list in brackets as its members."""
    if printed.startswith("[") and printed.endswith("]"):
        return ", ".join(filter(None, (_value(part.strip()) for part in printed[1:-1].split(","))))
    if len(printed) > 1 and printed[0] == printed[-1] and printed[0] in "\"'":
        return printed[1:-1].strip()
    return printed


# --- text -------------------------------------------------------------------------------------------------------------


def plain(markdown: str) -> tuple[str, str]:
    """The readable text, and its first heading of the first level."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    page = _Page()
    for token in parser.parse(markdown):
        page.take(token)
    return "".join(page.pieces[1:]), page.heading


class _Page:
    """Text blocks as they come: paragraphs with an empty line between them, list items and table rows without."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.heading = ""
        self._marker = ""
        self._cells: list[str] | None = None
        self._in_title = False
        self._tight = False

    def take(self, token: "Token") -> None:
        """One token of the parser's."""
        match token.type:
            case "inline":
                self._words(_inline(token.children or []))
            case "heading_open":
                self._in_title = token.tag == "h1" and not self.heading
            case "list_item_open":
                self._marker = f"{token.info}{token.markup} " if token.info else "- "
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._block(" | ".join(self._cells or []), tight=True)
                self._cells = None
            case "fence" | "code_block":
                self._block(token.content.rstrip("\n"))
            case "html_block":
                self._block(_seen(token.content))

    def _words(self, words: str) -> None:
        if self._in_title:
            self.heading = " ".join(words.split())
            self._in_title = False
        if self._cells is not None:
            self._cells.append(words)
            return
        marker, self._marker = self._marker, ""
        self._block(marker + words, tight=bool(marker))

    def _block(self, block: str, tight: bool = False) -> None:
        if block.strip():
            self.pieces += ["\n" if tight and self._tight else "\n\n", block]
            self._tight = tight


def _inline(tokens: Iterable["Token"]) -> str:
    return "".join(map(_word, tokens))


def _word(token: "Token") -> str:
    """A line break within a paragraph is a space unless it was asked for; a picture is what it is described as."""
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "image":
            return _inline(token.children or [])
        case "html_inline" if token.content.lower().startswith("<br"):
            return "\n"
    return ""


def _seen(markup: str) -> str:
    from factcheck.importing.visible import parsed, visible_text

    tree = parsed(markup)
    return "" if tree is None else visible_text(tree)


def _recognises(sample: Sample) -> bool:
    """By name alone: every text is Markdown to some degree, and a plain one must keep its asterisks."""
    return sample.suffix in _SUFFIXES


_SUFFIXES = (".md", ".markdown")
FORMAT = Format("markdown", _SUFFIXES, "text/markdown", _recognises, extract)
