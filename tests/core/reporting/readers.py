"""Reports as other programs read them: the words of each format, by a parser that is not ours."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import docx
import pypdf
import pypdfium2
from docx.oxml.ns import qn
from lxml import html as lxml_html  # type: ignore[import-untyped] # ships no types
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.progress import Progress, silent
from factcheck.reporting import Report
from factcheck.reporting.tidying import tidy
from factcheck.reporting.write import WRITERS


def written(report: Report, ending: str, progress: Progress = silent) -> bytes:
    """The bytes of a report in the form of this ending."""
    out = BytesIO()
    WRITERS[ending](report, out, progress)
    return out.getvalue()


def html_tree(data: bytes) -> Any:
    """The page as a browser would build it."""
    return lxml_html.document_fromstring(data)


def html_text(data: bytes) -> str:
    """The words of the page, without style and data."""
    return str(html_tree(data).xpath("string(//body)"))


def markdown_tokens(data: bytes) -> Iterator[Token]:
    """Every token, also those within lines. Tables and strikes are known too, which CommonMark does not have."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(data.decode()):
        yield token
        yield from token.children or ()


def markdown_text(data: bytes) -> str:
    """The words, without markup."""
    return "".join(t.content for t in markdown_tokens(data) if t.type in {"text", "text_special"})


def docx_parts(data: bytes) -> Iterator[Any]:
    """The XML of body, heads and feet."""
    document = docx.Document(BytesIO(data))
    section = document.sections[0]
    yield document.element.body
    for part in (section.header, section.footer, section.first_page_footer):
        yield part._element


def docx_text(data: bytes) -> str:
    """The words of body, heads and feet."""
    return "".join(text.text or "" for part in docx_parts(data) for text in part.iter(qn("w:t")))


def pdf_text(data: bytes) -> str:
    """The words of all pages, without what a reader program puts in where words are broken."""
    texts = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
    return re.sub("[\x02\ufffe]", "", "".join(texts))


def html_links(data: bytes) -> list[str]:
    """Where the page leads."""
    return [str(link) for link in html_tree(data).xpath("//a/@href")]


def markdown_links(data: bytes) -> list[str]:
    """Where the document leads."""
    return [str(token.attrs["href"]) for token in markdown_tokens(data) if token.type == "link_open"]


def docx_links(data: bytes) -> list[str]:
    """Where the document leads, places of its own by “#”."""
    part = docx.Document(BytesIO(data)).part
    away = [relation.target_ref for relation in part.rels.values() if relation.is_external]
    return away + [f"#{anchor}" for anchor in part.element.xpath("//w:hyperlink/@w:anchor")]


def pdf_links(data: bytes) -> list[str]:
    """Where the pages lead beyond themselves."""
    pages = pypdf.PdfReader(BytesIO(data)).pages
    actions = (note.get_object().get("/A", {}) for page in pages for note in page.get("/Annots", ()))
    return [str(action["/URI"]) for action in actions if "/URI" in action]


LINKS: dict[str, Callable[[bytes], list[str]]] = {
    ".pdf": pdf_links,
    ".html": html_links,
    ".md": markdown_links,
    ".docx": docx_links,
}
READERS: dict[str, Callable[[bytes], str]] = {
    ".pdf": pdf_text,
    ".html": html_text,
    ".md": markdown_text,
    ".docx": docx_text,
}


def squeezed(text: str) -> str:
    """A text as it is written, without white space: where lines end is up to the medium."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", tidy(text)))
