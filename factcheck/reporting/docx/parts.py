"""Elements of WordprocessingML, and the lines of the outline as runs.

`run` is the one place where text enters: lxml escapes it, `tidy` takes out what XML forbids.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from factcheck import han
from factcheck.reporting.colours import badge_colours
from factcheck.reporting.outline.nodes import Line, Look, Text
from factcheck.reporting.pdf.bidi import base_level, levels
from factcheck.reporting.pieces import Badge
from factcheck.reporting.tidying import tidy

Element = BaseOxmlElement


def element(tag: str, *inner: Element, **attributes: str) -> Element:
    """An element of the namespace w, as are its attributes."""
    made: Any = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(inner)
    return made  # type: ignore[no-any-return] # lxml ships no types


def run(text: str, *properties: Element, language: str = "", base: int | None = None) -> Iterator[Element]:
    """Text as runs, each of one direction; `base` is the direction of the paragraph, None the text's own."""
    text = tidy(text)
    for turned, piece in directed(text, base_level(text) if base is None else base):
        told = [element("rtl")] if turned else []
        if language:
            told.extend([element("lang", bidi=language)] if turned else _spoken(language, text))
        yield _run(piece, [*properties, *told])


def _spoken(language: str, text: str) -> list[Element]:
    """The language of words; Chinese characters have the forms that it gives them."""
    forms = han.forms(language, text)
    if not forms:
        return [element("lang", val=language)]
    face, code = EAST_ASIAN[forms]
    return [element("rFonts", eastAsia=face), element("lang", val=language, eastAsia=code)]


def _run(text: str, properties: list[Element]) -> Element:
    words: Any = element("t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    copies = [element(p.tag.rpartition("}")[2], **_attributes(p)) for p in properties]
    return element("r", element("rPr", *in_order(copies)), words) if copies else element("r", words)


def _attributes(of: Element) -> dict[str, str]:
    return {key.rpartition("}")[2]: value for key, value in of.attrib.items()}


#: By the forms of Chinese characters: the face that has them, and the language as other programs call it.
EAST_ASIAN = {
    han.SIMPLIFIED: ("Noto Sans CJK SC", "zh-CN"),
    han.TRADITIONAL: ("Noto Sans CJK TC", "zh-TW"),
    han.JAPANESE: ("Noto Sans CJK JP", "ja-JP"),
    han.KOREAN: ("Noto Sans CJK KR", "ko-KR"),
}
#: The schema wants the properties of a run in this order.
_ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "shd", "rtl", "lang")


def in_order(properties: list[Element]) -> list[Element]:
    """Properties of a run as the schema wants them."""
    return sorted(properties, key=lambda p: _ORDER.index(p.tag.rpartition("}")[2]))


# --- directions -------------------------------------------------------------------------------------------------------


def directed(text: str, base: int) -> Iterator[tuple[bool, str]]:
    """The text in pieces of one direction; true: from right to left. Numbers go with the words around them."""
    if base == 0 and text.isascii():
        yield from [(False, text)] if text else []
        return
    deep = [level > base for level in levels(text, base)]
    done = 0
    pieces = [(inner, len(list(group))) for inner, group in groupby(deep)]
    turned = []
    for inner, length in pieces:
        piece = text[done : done + length]
        done += length
        turned.append((_turned(piece, inner, base), piece))
    for way, group in groupby(turned, key=lambda pair: pair[0]):
        yield way, "".join(piece for _, piece in group)


def _turned(piece: str, inner: bool, base: int) -> bool:
    """Whether a piece is written from right to left; within such a paragraph, only what has letters is not."""
    return inner if base == 0 else not (inner and any(c.isalpha() for c in piece))


def direction(line: Line) -> int:
    """1 if a paragraph begins at the right, by its first letter that has a direction; what is made of pieces that
    stand apart begins where the document does.
    """
    if any(isinstance(piece, Text) and piece.apart for piece in line):
        return 0
    return base_level("".join(tidy(piece.label if isinstance(piece, Badge) else piece.words) for piece in line))


# --- lines ------------------------------------------------------------------------------------------------------------


def badge_run(badge: Badge) -> Iterator[Element]:
    """Sign and word on the rating's colour."""
    colours = badge_colours(badge.colour)
    shown = [element("rStyle", val="Badge"), element("color", val=colours.ink[1:])]
    shown.append(element("shd", val="clear", color="auto", fill=colours.fill[1:]))
    sign = f"{badge.sign}\u00a0" if badge.sign.strip() else ""
    yield from run(f"\u00a0{sign}{badge.label}\u00a0", *shown)


_STYLES = {Look.strong: "Strong", Look.marked: "Marked", Look.soft: "Soft", Look.code: "Code"}


def text_run(text: Text, linked: bool, base: int) -> Iterator[Element]:
    """Words in their look; what leads somewhere looks like it, unless it is marked."""
    style = "Hyperlink" if linked and text.look is not Look.marked else _STYLES.get(text.look, "")
    look = [element("rStyle", val=style)] if style else []
    yield from run(text.words, *look, language=text.language, base=None if text.apart else base)


def field(code: str, *shown: Element) -> Iterator[Element]:
    """What the program that opens the file works out, with what stands there until it does."""
    said: Any = element("instrText")
    said.text = f" {code} "
    said.set(qn("xml:space"), "preserve")
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", said)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield from shown
    yield element("r", element("fldChar", fldCharType="end"))
