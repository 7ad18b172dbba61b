"""EPUB books: their chapters in reading order."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from factcheck.errors import ImportFailedError
from factcheck.importing.composing import Composition
from factcheck.importing.dates import printed_date
from factcheck.importing.docx import left_out
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.language import declared
from factcheck.importing.package import Package, holds, refuse_entities, xml_tree
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
_FONTS_ONLY = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
METHOD = "epub 1"


def extract(given: Input) -> Extraction:
    """All chapters as one text."""
    from factcheck.importing.blocks import compose

    package = Package(given.data, given.name)
    if _locked(package):
        raise failed("encrypted", name=given.name)
    place, book = _book(package)
    text = Composition()
    for member in _chapters(package, place, book):
        tree = _chapter(package.read(member), given.name)
        if tree is not None:
            compose(_noted(tree), text)
    return Extraction((_article(given, package, book, text),))


def _locked(package: Package) -> bool:
    """Whether chapters are encrypted; fonts may be."""
    if _RIGHTS not in package.names:
        return False
    methods = package.xml(_RIGHTS).xpath("//*[local-name()='EncryptionMethod']/@Algorithm")
    return any(method.encode() not in _FONTS_ONLY for method in methods)


def _book(package: Package) -> tuple[str, Any]:
    """The description of the book, with its place."""
    places = package.xml(_CONTAINER).xpath("//*[local-name()='rootfile']/@full-path")
    if not places:
        raise failed("damaged", name=package.name)
    return places[0], package.xml(places[0])


def _chapters(package: Package, place: str, book: Any) -> Iterator[str]:
    """The names of the chapters' files; those that are not there are passed over."""
    items = {item.get("id"): item.get("href", "") for item in book.xpath("//*[local-name()='manifest']/*")}
    there = set(package.names)
    for reference in dict.fromkeys(book.xpath("//*[local-name()='spine']/*/@idref")):
        member = normpath(join(dirname(place), unquote(items.get(reference, ""))))
        if member in there:
            yield member


def _chapter(data: bytes, name: str) -> Any:
    """The tree of a chapter with HTML's tags; what is no XML, or names entities of HTML, is read as browsers do."""
    from factcheck.importing.visible import parsed

    refuse_entities(data, name)
    try:
        tree = xml_tree(data, name)
    except ImportFailedError:
        return parsed(readable(data, name).text, name)
    for element in tree.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return tree


def _noted(tree: Any) -> Any:
    """References to notes in brackets, so that their numbers do not run into words."""
    for reference in tree.xpath("//*[self::sup][a] | //*[self::a][sup]"):
        words = "".join(reference.itertext()).strip()
        if words.strip("[]").isdigit():
            tail = reference.tail or ""
            reference.clear()
            reference.text, reference.tail = f"[{words.strip('[]')}]", f" {tail}" if tail[:1].isalnum() else tail
    return tree


def _article(given: Input, package: Package, book: Any, text: Composition) -> Extracted:
    def said(name: str) -> list[str]:
        found = book.xpath("//*[local-name()='metadata']/*[local-name()=$name]", name=name)
        return [line for element in found if (line := one_line("".join(element.itertext())))]

    return Extracted(
        text=text.text,
        title=next(iter(said("title")), "") or title_of(text.text, given.name),
        author=", ".join(said("creator")),
        publisher=next(iter(said("publisher")), ""),
        published=printed_date(next(iter(said("date")), "")),
        language=declared(next(iter(said("language")), "")),
        landmarks=text.landmarks,
        encoding="utf-8",
        method=METHOD,
        warnings=tuple(left_out(package.names)),
    )


def _recognises(sample: Sample) -> bool:
    return holds(sample, b"mimetypeapplication/epub+zip", b"META-INF/container.xml")


FORMAT = Format("epub", (".epub",), "application/epub+zip", _recognises, extract, signed=True)
