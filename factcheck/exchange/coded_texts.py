"""Reads REFI-QDA projects (.qdpx): codes, texts and what is coded in them, from any program that writes them.

The zip and the XML come from anybody: sizes are summed before anything is read, and XML that declares entities is
refused.
"""

import io
import zlib
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile, ZipFile

from factcheck.errors import ExchangeError
from factcheck.exchange.qdpx import NAMESPACE, PROJECT
from factcheck.i18n import sentence
from factcheck.text import canonical

_LARGEST = 500_000_000
_NS = {"q": NAMESPACE}
_INTERNAL = "internal://"


@dataclass(frozen=True, slots=True)
class Code:
    """A code, and the note on it that it refers to first."""

    guid: str
    name: str
    description: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """A coded piece of a text; offsets count code points of the text as it stands here."""

    guid: str
    code: str
    start: int
    end: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A text with its selections. The text is canonical: whatever ended its lines, they end with one line feed."""

    guid: str
    name: str
    text: str
    selections: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class CodedTexts:
    """What a project holds that is text."""

    name: str
    codes: tuple[Code, ...]
    texts: tuple[Coded, ...]


def read(data: bytes) -> CodedTexts:
    """The codes and texts of a .qdpx file. `ExchangeError` if it is none."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            if sum(info.file_size for info in package.infolist()) > _LARGEST:
                raise ExchangeError(sentence("error.exchange.large_qdpx"))
            return _project(_root(package.read(PROJECT)), package)
    except (BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise ExchangeError(sentence("error.exchange.no_qdpx")) from error


def _root(xml: bytes) -> Any:
    from lxml import etree  # type: ignore[import-untyped]  # ships no types, and loads slowly: late

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("not XML") from error
    if root.getroottree().docinfo.internalDTD is not None or root.tag != f"{{{NAMESPACE}}}Project":
        raise ValueError("not a project")
    return root


def _project(root: Any, package: ZipFile) -> CodedTexts:
    notes = {note.get("guid"): _words(note, "PlainTextContent") for note in root.iterfind("q:Notes/q:Note", _NS)}
    codes = (_code(code, notes) for code in root.iterfind("q:CodeBook/q:Codes//q:Code", _NS))
    texts = (_text(source, package) for source in root.iterfind("q:Sources/q:TextSource", _NS))
    return CodedTexts(root.get("name", ""), tuple(codes), tuple(texts))


def _words(element: Any, name: str) -> str:
    return element.findtext(f"q:{name}", "", _NS) or ""


def _code(code: Any, notes: dict[str, str]) -> Code:
    referred = code.find("q:NoteRef", _NS)
    note = notes.get(referred.get("targetGUID"), "") if referred is not None else ""
    return Code(code.attrib["guid"], code.attrib["name"], _words(code, "Description"), note)


def _text(source: Any, package: ZipFile) -> Coded:
    path = source.get("plainTextPath", "")
    if path.startswith(_INTERNAL):
        raw = package.read(f"sources/{path.removeprefix(_INTERNAL)}").decode("utf-8-sig")
    else:
        raw = _words(source, "PlainTextContent")
    selections = source.iterfind("q:PlainTextSelection", _NS)
    found = tuple(one for selection in selections for one in _selections(selection, raw))
    return Coded(source.attrib["guid"], source.get("name", ""), canonical(raw), found)


def _selections(selection: Any, raw: str) -> list[Selection]:
    """One for each code on the selection; offsets moved from the text as it lies in the zip to the canonical one."""
    start, end = (len(canonical(raw[: int(selection.attrib[name])])) for name in ("startPosition", "endPosition"))
    codes = selection.iterfind("q:Coding/q:CodeRef", _NS)
    said = _words(selection, "Description")
    return [Selection(selection.attrib["guid"], code.attrib["targetGUID"], start, end, said) for code in codes]
