"""Markdown as a person types it into a rationale: read into plain blocks, from which nothing can be loaded or run.

What Markdown would hide stays in view: HTML is text, a picture is its description, a line that was begun is a line.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: Blocks within blocks that are followed; deeper ones are text.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    #: Address that they lead to; "" for none.
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list item, or lines of code."""

    lines: tuple[tuple[Piece, ...], ...]
    #: 1 is the largest; 0 for what is no heading.
    heading: int = 0
    #: "•" or "3." where a list item begins.
    marker: str = ""
    #: How many lists and quotations it stands in.
    depth: int = 0


def blocks(text: str) -> list[Block]:
    """The text in blocks, in order."""
    return list(_blocks(_parser().parse(text)))


def plain(text: str) -> list[str]:
    """The text line by line without marks of Markdown; where a link leads stands behind its words."""
    return [
        " ".join(filter(None, (block.marker if first else "", "".join(map(_told, line)).strip())))
        for block in blocks(text)
        for first, line in ((number == 0, line) for number, line in enumerate(block.lines))
    ]


def _told(piece: Piece) -> str:
    return piece.text if piece.link in ("", piece.text, f"mailto:{piece.text}") else f"{piece.text} ({piece.link})"


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # late: the window can be shown without it

    # A line such as "[1]: ..." is a person's, no definition of a link; a fence would hide what stands on its line.
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).disable(["reference", "fence"])


def _blocks(tokens: Iterable["Token"]) -> Iterator[Block]:
    depth, heading, marker = 0, 0, ""
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open", "blockquote_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
            depth -= 1
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "list_item_open":
            marker = f"{token.info}{token.markup}" if token.info else "•"
        elif lines := _lines(token):
            yield Block(lines, heading, marker, depth)
            heading, marker = 0, ""


def _lines(token: "Token") -> tuple[tuple[Piece, ...], ...]:
    if token.type == "inline":
        return tuple(_split(_pieces(token.children or [], Piece(""))))
    if token.type == "code_block":
        return tuple((Piece(line, code=True),) for line in token.content.rstrip("\n").split("\n"))
    return ()


def _split(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    line: list[Piece] = []
    for piece in pieces:
        if piece.text == "\n":
            yield tuple(line)
            line = []
        else:
            line.append(piece)
    yield tuple(line)


def _pieces(tokens: Iterable["Token"], look: Piece) -> Iterator[Piece]:
    for token in tokens:
        if token.type in _LOOKS:
            look = _LOOKS[token.type](look, token)
        elif token.type in ("softbreak", "hardbreak"):
            yield Piece("\n")
        elif token.type == "image":
            yield from _pieces(token.children or [], replace(look, link=str(token.attrGet("src") or "")))
        elif token.content:
            yield replace(look, text=token.content, code=token.type == "code_inline")


#: How what follows looks, by what begins or ends there.
_LOOKS: dict[str, Callable[[Piece, "Token"], Piece]] = {
    "strong_open": lambda look, _: replace(look, bold=True),
    "strong_close": lambda look, _: replace(look, bold=False),
    "em_open": lambda look, _: replace(look, italic=True),
    "em_close": lambda look, _: replace(look, italic=False),
    "link_open": lambda look, token: replace(look, link=str(token.attrGet("href") or "")),
    "link_close": lambda look, _: replace(look, link=""),
}
