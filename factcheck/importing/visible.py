"""What a reader sees of a piece of HTML, as lines."""

import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
from lxml import html as lxml_html

from factcheck.importing.words import failed

#: Elements that begin and end a line.
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
#: What belongs into a page's head.
_OF_HEAD = frozenset("title meta link base style script noscript template".split())
_UNSEEN = (
    "//head | //script | //style | //noscript | //template | //svg | //iframe | //object | //button | //select"
    " | //textarea | //*[@hidden] | //*[contains(translate(@style, ' ', ''), 'display:none')]"
)


def parsed(markup: str, name: str = "") -> Any:
    """The tree of a page, however broken; None if there is nothing in it. `markup` is canonical.

    `ImportFailedError` if the parser stopped before the end, which it does at 2048 elements within one another.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False, no_network=True
    )
    try:
        tree = lxml_html.document_fromstring(markup.encode(), parser=parser)
    except etree.ParserError:  # nothing but white space and comments
        return None
    if parser.error_log.filter_from_fatals():
        raise failed("too_deep", name)
    _unhead(tree)
    return tree


def _unhead(tree: Any) -> None:
    """Puts into the body what the parser left in the head: newer elements than it knows, if no body was begun."""
    head = tree.find("head")
    strays = [each for each in head if each.tag not in _OF_HEAD] if head is not None else []
    if not strays:
        return
    body = tree.find("body")
    if body is None:
        body = etree.SubElement(tree, "body")
    # Each takes along the words behind it.
    body[:0] = strays
    if strays[-1].tail is None:
        strays[-1].tail, body.text = body.text, None


def visible_text(tree: Any) -> str:
    """All that is shown, a line per block; the tree is used up."""
    for element in tree.xpath(_UNSEEN):
        if element.getparent() is not None:
            element.drop_tree()
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        pieces += _pieces(event, element)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(event: str, element: Any) -> list[str]:
    edge = "\n" if element.tag in _BLOCKS else ""
    said = element.text if event == "start" else element.tail
    folded = re.sub(r"\s+", " ", said or "")
    return [edge, folded] if event == "start" or element.tag in _BLOCKS else [folded]
