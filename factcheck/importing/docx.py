"""Word documents, by mammoth: paragraphs, lists, tables and notes; tracked changes as if accepted."""

import io
from importlib.metadata import version
from typing import Any

from factcheck.importing.composing import Composition
from factcheck.importing.dates import of_file, printed_date
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample
from factcheck.importing.language import declared
from factcheck.importing.package import Package, holds, refuse_entities
from factcheck.importing.titles import title_of
from factcheck.importing.words import one_line, say

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg")
_ABOUT = "docProps/core.xml"
_NOTES = "//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"
_BACK = "//a[starts-with(@href, '#footnote-ref-') or starts-with(@href, '#endnote-ref-')]"


def extract(given: Input) -> Extraction:
    """The text of a document; its notes at the end."""
    import mammoth  # type: ignore[import-untyped]  # ships no types

    from factcheck.importing.blocks import compose
    from factcheck.importing.visible import parsed

    package = Package(given.data, given.name)
    for member in package.names:
        if member.endswith((".xml", ".rels")):
            refuse_entities(package.read(member), given.name)
    # Pictures would come out as kilobytes of base64.
    result = mammoth.convert_to_html(
        io.BytesIO(given.data), convert_image=mammoth.images.img_element(lambda _image: {"src": ""})
    )
    text = Composition()
    tree = parsed(f"<body>{result.value}</body>", given.name)
    if tree is not None:
        compose(_noted(tree), text)
    return Extraction((_article(given, package, text),))


def _noted(tree: Any) -> Any:
    """Notes with their numbers, as they stand in the text, and without the arrows back to it."""
    for arrow in tree.xpath(_BACK):
        arrow.drop_tree()
    for number, note in enumerate(tree.xpath(_NOTES), 1):
        note.set("value", f"[{number}]")
    return tree


def _article(given: Input, package: Package, text: Composition) -> Extracted:
    about = _about(package)
    return Extracted(
        text=text.text,
        title=about.get("title", "") or title_of(text.text, given.name),
        author=about.get("creator", ""),
        published=of_file(printed_date(about.get("created", ""))),
        language=declared(about.get("language", "")),
        landmarks=text.landmarks,
        encoding="utf-8",
        method=f"mammoth {version('mammoth')}",
        warnings=tuple(left_out(package.names)),
    )


def _about(package: Package) -> dict[str, str]:
    """What the file says of itself, by the local names of Dublin Core."""
    if _ABOUT not in package.names:
        return {}
    properties = package.xml(_ABOUT).iterchildren()
    return {field.tag.rpartition("}")[2]: one_line(field.text or "") for field in properties}


def left_out(names: list[str]) -> list[str]:
    """Warnings of what a document's package holds besides text."""
    pictures = sum(name.lower().endswith(_PICTURES) for name in names if not name.startswith("Thumbnails/"))
    said = [say("import.warning.pictures", n=pictures)] if pictures else []
    if any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names):
        said.append(say("import.warning.macros"))
    if any("embeddings/" in name or name.startswith("Object ") for name in names):
        said.append(say("import.warning.embedded"))
    return said


def _recognises(sample: Sample) -> bool:
    return holds(sample, b"word/")


FORMAT = Format(
    "docx",
    (".docx", ".docm"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _recognises,
    extract,
    signed=True,
)
