"""OpenDocument texts: their XML turned into the HTML that says the same."""

from typing import Any

from factcheck.importing.composing import Composition
from factcheck.importing.dates import of_file, printed_date
from factcheck.importing.docx import left_out
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample
from factcheck.importing.language import declared
from factcheck.importing.package import Package, holds
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BODY = ".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
#: By local names.
_TAGS = {
    "p": "p",
    "h": "h2",
    "list-item": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "line-break": "br",
    # Comments and what was deleted; what only a program needs.
    "annotation": "script",
    "tracked-changes": "script",
    "sequence-decls": "script",
    "forms": "script",
    "binary-data": "script",
}
_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
METHOD = "odt 1"


def extract(given: Input) -> Extraction:
    """The text of a document; its notes at the end, deletions and comments left out."""
    from factcheck.importing.blocks import compose

    package = Package(given.data, given.name)
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise failed("encrypted", name=given.name)
    body = package.xml("content.xml").find(_BODY)
    text = Composition()
    if body is not None:
        compose(_as_html(body), text)
    about = _about(package)
    article = Extracted(
        text=text.text,
        title=about.get("title", "") or title_of(text.text, given.name),
        author=about.get("creator", "") or about.get("initial-creator", ""),
        published=of_file(printed_date(about.get("creation-date", "").partition(".")[0])),
        language=declared(about.get("language", "")),
        landmarks=text.landmarks,
        encoding="utf-8",
        method=METHOD,
        warnings=tuple(left_out(package.names)),
    )
    return Extraction((article,))


def _as_html(body: Any) -> Any:
    """The same tree with HTML's tags; each note leaves its number where it stood and goes to the end."""
    body.extend([_note(note) for note in list(body.iter(f"{_TEXT}note"))])
    for element in body.iter():
        if isinstance(element.tag, str):
            _retag(element)
    body.tag = "body"
    return body


def _note(note: Any) -> Any:
    citation = "".join(note.find(f"{_TEXT}note-citation").itertext())
    content = note.find(f"{_TEXT}note-body")
    tail, note.tail = note.tail, None
    note.clear()
    note.text, note.tail = f"[{citation}]", tail
    content.tag = f"{_TEXT}list-item"
    content.tail = None
    content.set("value", f"[{citation}]")
    for element in content.iter(f"{_TEXT}p"):
        element.tag = f"{_TEXT}span"
    return content


def _retag(element: Any) -> None:
    local = element.tag.rpartition("}")[2]
    if local in ("s", "tab"):
        element.text = " "
    element.tag = _TAGS.get(local, "span")


def _about(package: Package) -> dict[str, str]:
    if "meta.xml" not in package.names:
        return {}
    fields = package.xml("meta.xml").iter()
    return {f.tag.rpartition("}")[2]: one_line(f.text or "") for f in fields if isinstance(f.tag, str)}


def _recognises(sample: Sample) -> bool:
    return holds(sample, _MIME)


FORMAT = Format("odt", (".odt", ".ott"), "application/vnd.oasis.opendocument.text", _recognises, extract, signed=True)
