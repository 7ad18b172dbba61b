"""PDFs read back by pdfium, as they are verified and previewed."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from factcheck.errors import ReportError
from factcheck.i18n import sentence

#: pdfium does one thing at a time, whatever thread asks.
ALONE = RLock()


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """A PDF, closed in the end. `ReportError` with the file's name if it is none."""
    import pypdfium2

    try:
        with ALONE:
            document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReportError(sentence("error.report.no_pdf", name=name)) from error
    try:
        yield document
    finally:
        with ALONE:
            document.close()
