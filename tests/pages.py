"""What stands on the pages of a PDF, also while a window's preview draws some: pdfium does one thing at a time."""

from pathlib import Path

from factcheck.reporting.reader import ALONE, opened


def texts(pdf: Path | bytes) -> list[str]:
    """The text of each page."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    with ALONE, opened(data, "the report") as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def words(pdf: Path | bytes) -> str:
    """All of it in one line."""
    return " ".join("".join(texts(pdf)).split())
