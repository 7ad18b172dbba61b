"""The file around the blocks: styles, head and foot, contents, and equal bytes for equal reports."""

import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO

import docx
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph
from lxml import etree  # type: ignore[import-untyped] # ships no types

from factcheck import han
from factcheck.i18n import Catalogue
from factcheck.paths import resource
from factcheck.reporting.docx.blocks import Place, Writer, bookmark_name
from factcheck.reporting.docx.parts import EAST_ASIAN, Element, element, field, run
from factcheck.reporting.outline import Document
from factcheck.reporting.outline.lines import joined
from factcheck.reporting.outline.nodes import Entry, Look, Text
from factcheck.reporting.tidying import tidy

#: Room for the logo.
_LOGO = (Mm(40), Mm(11))
_BODY = "word/document.xml"
#: Bytes of the body that are not laid down on the disk.
_IN_MEMORY = 16_000_000
_TIME = (1980, 1, 1, 0, 0, 0)
#: Parts of the library's own template that say nothing of a report.
_IDLE = ("thumbnail", "stylesWithEffects", "customXml")


def write(shown: Document, out: BinaryIO) -> None:
    """Write the document."""
    file = docx.Document()
    say = Catalogue(shown.language)
    _clear(file)
    _style(file, shown)
    _describe(file, shown)
    _dress(file, shown, say)
    _keep_record(file, shown.record)
    with SpooledTemporaryFile(_IN_MEMORY) as body:
        for made in _elements(file, shown, Writer(file.part, say)):
            body.write(etree.tostring(made, encoding="UTF-8"))
        _save(file, body, out)


# --- around -----------------------------------------------------------------------------------------------------------


def _clear(file: Docx) -> None:
    for relations in (file.part.rels, file.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_IDLE)]:
            del relations[key]


def _style(file: Docx, shown: Document) -> None:
    ours: Any = parse_xml(resource("report", "styles.xml").read_bytes())
    titles = " ".join([shown.title, *(entry.title for entry in shown.contents if entry.number)])
    face, code = EAST_ASIAN[han.forms("", titles) or han.SIMPLIFIED]
    for fonts, lang in zip(*(ours.xpath(f"w:docDefaults//w:{tag}") for tag in ("rFonts", "lang")), strict=True):
        fonts.set(qn("w:eastAsia"), face)
        lang.set(qn("w:val"), shown.language)
        lang.set(qn("w:eastAsia"), code)
    theirs: Any = file.styles.element
    theirs[:] = list(ours)


def _describe(file: Docx, shown: Document) -> None:
    about, made = file.core_properties, datetime.fromtimestamp(shown.made_at, UTC).replace(tzinfo=None)
    about.title, about.author, about.subject = (tidy(text)[:255] for text in (shown.title, shown.author, shown.subject))
    about.comments, about.language, about.last_modified_by = "", shown.language, "factcheck"
    about.created = about.modified = max(made, datetime(1980, 1, 1))
    about.revision = 1


def _dress(file: Docx, shown: Document, say: Catalogue) -> None:
    """A4, running head but on the first page, and the number of the page."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    section.different_first_page_header_footer = True
    _line(section.header, [*run(shown.title), element("r", element("tab")), *run(shown.subject)])
    for foot in (section.footer, section.first_page_footer):
        _line(foot, _page_of(say))


def _line(where: Any, runs: list[Element]) -> None:
    where.is_linked_to_previous = False
    paragraph = where.paragraphs[0]._p
    paragraph.extend(runs)


def _page_of(say: Catalogue) -> list[Element]:
    before, after = say("report.page_of", page="\0").split("\0")
    return [*run(before), *field("PAGE", *run("1")), *run(f"{after} "), *field("NUMPAGES", *run("1"))]


# --- what it says -----------------------------------------------------------------------------------------------------


def _elements(file: Docx, shown: Document, write: Writer) -> Iterator[Element]:
    over = joined((Text(shown.over), Text(shown.publisher.name)))
    yield write.paragraph("Kicker", over)
    if shown.publisher.logo:
        yield _logo(file, shown.publisher.logo)
    yield write.paragraph("Title", (Text(shown.title),))
    yield from write.blocks(shown.head, 1, Place())
    yield from _contents(shown, write)
    for part in shown.parts:
        yield from write.block(part, 1, Place())


def _logo(file: Docx, data: bytes) -> Element:
    """The publisher's picture; its name stands above it, so it has nothing to tell."""
    made: Element = element("p")
    picture = Paragraph(made, file._body).add_run().add_picture(BytesIO(data))
    scale = min(_LOGO[0] / picture.width, _LOGO[1] / picture.height)
    picture.width, picture.height = Emu(round(picture.width * scale)), Emu(round(picture.height * scale))
    return made


def _contents(shown: Document, write: Writer) -> Iterator[Element]:
    """A field that the reader's program can renew, which then has numbers of pages too, filled with links."""
    if not shown.contents:
        return
    yield write.paragraph("ContentsHeading", (Text(shown.contents_title),))
    entries = [_entry(entry, write) for entry in shown.contents]
    begin, code, middle, end = field('TOC \\o "1-2" \\h \\z \\u')
    first = entries[0]
    for place, run_ in enumerate((begin, code, middle), 1):  # after the paragraph's properties
        first.insert(place, run_)
    entries[-1].append(end)
    yield from entries


def _entry(entry: Entry, write: Writer) -> Element:
    number = (Text(f"{entry.number}  ", Look.soft),) if entry.number else ()
    style = "TOC2" if entry.number else "TOC1"
    made = element("p", element("pPr", element("pStyle", val=style)))
    link = element("hyperlink", anchor=bookmark_name(entry.place))
    link.extend([*write.line(number), *run(entry.title)])
    made.append(link)
    return made


def _keep_record(file: Docx, record: str) -> None:
    """The report's settings, for programs."""
    if record:
        held: Any = element("record")
        held.text = record
        data = etree.tostring(held, encoding="UTF-8", xml_declaration=True)
        package = file.part.package
        made = FilePart(PackURI("/customXml/item1.xml"), "application/xml", data, package)
        file.part.relate_to(made, RELATIONSHIP_TYPE.CUSTOM_XML)


# --- bytes ------------------------------------------------------------------------------------------------------------


def _save(file: Docx, body: IO[bytes], out: BinaryIO) -> None:
    """Pack the parts with one fixed time, since the library stamps the moment of packing. The body goes in as it was
    written, before the properties of its section: as a tree it would take ten times the room.
    """
    packed = BytesIO()
    file.save(packed)
    with zipfile.ZipFile(packed) as made, zipfile.ZipFile(out, "w") as target:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = made.read(name)
            end = data.index(b"<w:sectPr") if name == _BODY else 0
            with target.open(entry, "w") as part:
                part.write(data[:end])
                if name == _BODY:
                    body.seek(0)
                    shutil.copyfileobj(body, part)
                part.write(data[end:])
