"""PDF: the text of its pages, put back into paragraphs, each knowing its page."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from importlib.metadata import version
from typing import Any

from factcheck.importing.composing import Composition
from factcheck.importing.dates import of_file, printed_date
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line, say
from factcheck.model import LandmarkKind, PrintedDate

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(?:\d\d)?)?(Z|[+-]\d\d'?\d\d)?")
#: What stands at the end of a whole sentence.
_CLOSED = re.compile(r"""[.!?:;…。！？؟।]["'’”»)\]]*\d{0,3}$""")
#: A bullet in a symbol font.
_SYMBOL = re.compile("(?m)^[\uf020-\uf0ff]\\s*")
_BULLET = re.compile(r"(?:[-–—•‣▪*·]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
#: pdfium's marks for a word divided at the end of a line.
_DIVIDED = re.compile("[\x02\ufffe\xad]")
_DIVIDED_WORD = re.compile(r"(\w+)[\x02\ufffe\xad](?:\r?\n)?(\w+)")
#: A line of less than this share of a full one is the last of its paragraph, or stands alone.
_SHORT = 0.75
#: A running head stands on at least so many pages.
_REPEATED = 3


def extract(given: Input) -> Extraction:
    """All text, but for what is printed alike at the edge of every page."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(given.data) as document:
            about = document.get_metadata_dict(skip_empty=True)
            texts = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise failed("encrypted" if "assword" in str(error) else "damaged", name=given.name) from error
    pages = [_lines(text) for text in _whole_words(texts)]
    silent = sum(not page for page in pages)
    if pages and silent == len(pages):
        raise failed("scanned", name=given.name)
    return Extraction((_article(given, about, pages, silent),))


def _article(given: Input, about: dict[str, str], pages: list[list[str]], silent: int) -> Extracted:
    composed, heads = _composed(pages)
    warnings = []
    if silent:
        warnings.append(say("import.warning.silent_pages", n=silent))
    if heads:
        warnings.append(say("import.warning.running_heads", lines="; ".join(heads)))
    return Extracted(
        text=composed.text,
        title=one_line(about.get("Title", "")) or title_of(composed.text, given.name),
        author=one_line(about.get("Author", "")),
        published=of_file(_made(about.get("CreationDate", ""))),
        landmarks=composed.landmarks,
        encoding="pdf",
        method=f"pdfium {version('pypdfium2')}",
        warnings=tuple(warnings),
    )


def _page(document: Any, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    words: str = text.get_text_bounded()
    text.close()
    page.close()
    return words


def _lines(text: str) -> list[str]:
    """The lines of a page that hold anything."""
    return [line for raw in _SYMBOL.sub("• ", text).splitlines() if (line := raw.strip())]


def _made(printed: str) -> PrintedDate | None:
    """The date in a PDF's own form."""
    found = _DATE.match(printed)
    if not found:
        return printed_date(printed)
    day = "-".join(filter(None, found.groups()[:3]))
    zone = (found[6] or "").replace("'", "")
    moment = printed_date(f"{day}T{found[4]}:{found[5]}{zone}" if found[4] else day)
    return PrintedDate(one_line(printed), moment.iso, moment.precision) if moment else None


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _composed(pages: Sequence[list[str]]) -> tuple[Composition, list[str]]:
    """The text, and the running heads that were left out of it."""
    heads = _running(pages)
    text, width = Composition(), _full_width(pages)
    before = ""
    for number, lines in enumerate(pages, 1):
        text.mark(LandmarkKind.page, str(number))
        for paragraph in _paragraphs(_body(lines, heads), width):
            goes_on = paragraph[0].islower() and before and not _CLOSED.search(before)
            (text.more if goes_on else text.paragraph)(paragraph)
            before = paragraph
    return text, list(heads.values())[:3]


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[str]:
    """Lines put together."""
    open_lines: list[str] = []
    for line in lines:
        if open_lines and _begins(line, open_lines[-1], width):
            yield " ".join(open_lines)
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield " ".join(open_lines)


def _begins(line: str, last: str, width: int) -> bool:
    """Whether a line begins a paragraph, as far as the one above it tells."""
    if _BULLET.match(line):
        return True
    if len(last) >= _SHORT * width:
        return False
    return not line[0].islower() or _CLOSED.search(last) is not None


def _whole_words(texts: list[str]) -> list[str]:
    """The texts without marks where a line's end divided a word.

    The hyphen stays where the document has the word with it elsewhere, and before a capital or a digit.
    """
    if not any(_DIVIDED.search(text) for text in texts):
        return texts
    known = {word for text in texts for word in re.findall(r"\w+-\w+", text)}

    def whole(found: re.Match[str]) -> str:
        hyphened = f"{found[1]}-{found[2]}"
        return hyphened if hyphened in known or not found[2][0].islower() else found[1] + found[2]

    return [_DIVIDED.sub("-", _DIVIDED_WORD.sub(whole, text)) for text in texts]


def _full_width(pages: Sequence[list[str]]) -> int:
    """The characters of a line that is full: only one in ten is longer."""
    lengths = sorted(len(line) for lines in pages for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _running(pages: Sequence[list[str]]) -> dict[str, str]:
    """What stands first or last on most pages but for its digits, with an example."""
    edges = [{_masked(line): line for line in (lines[0], lines[-1])} for lines in pages if lines]
    counted = Counter(masked for edge in edges for masked in edge)
    often = {masked for masked, n in counted.items() if n >= _REPEATED and 2 * n > len(edges)}
    return {masked: line for edge in reversed(edges) for masked, line in edge.items() if masked in often}


def _body(lines: list[str], heads: Container[str]) -> list[str]:
    """A page without its running heads."""
    start = 1 if lines and _masked(lines[0]) in heads else 0
    end = len(lines) - (1 if lines[start:] and _masked(lines[-1]) in heads else 0)
    return lines[start:end]


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _recognises(sample: Sample) -> bool:
    return b"%PDF-" in sample.data[:1024]


FORMAT = Format("pdf", (".pdf",), "application/pdf", _recognises, extract, signed=True)
