"""The report on paper, or in a file that stands for it."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from factcheck.errors import ReportError
from factcheck.progress import Cancelled
from factcheck.ui import printing
from tests.pages import texts
from tests.ui.window.person import CTRL, Key, Person


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def printing_to(path: Path, monkeypatch: pytest.MonkeyPatch, pages: tuple[int, int] = (0, 0)) -> None:
    """The person chooses a file in the dialog, and perhaps some of the pages."""

    def choose(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(72)
        printer.setFromTo(*pages)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)


def test_the_report_is_printed_as_the_preview_shows_it(
    person: Person, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "paper.pdf"
    printing_to(target, monkeypatch)
    person.window.projects.open(project)
    person.rest()
    person.press(Key.Key_P, mod=CTRL)
    person.until(lambda: "sent to the printer" in person.told(), 60)
    dialog = person.window.previews.dialog
    assert dialog is not None
    assert len(texts(target)) == dialog.pages.count() > 1

    printing_to(target, monkeypatch, (2, 2))
    person.click(dialog.print)
    person.until(lambda: "1 page sent" in person.told(), 60)
    assert len(texts(target)) == 1


def test_nobody_prints_without_a_project(person: Person) -> None:
    person.act("print")
    assert "Open a project" in person.told()


def test_a_page_fills_its_sheet_and_keeps_its_shape(tmp_path: Path) -> None:
    page = QImage(100, 400, QImage.Format.Format_RGB32)
    page.fill(0)
    printing.put(to_file(tmp_path / "one.pdf"), [page])
    document = pypdfium2.PdfDocument(tmp_path / "one.pdf")
    drawn = document[0].render(scale=1).to_pil().convert("L").point(lambda value: 255 - value)
    box = drawn.getbbox()
    document.close()
    assert box is not None
    left, top, right, bottom = box
    assert bottom - top >= drawn.height - 2
    assert right - left == pytest.approx((bottom - top) / 4, abs=2)
    assert left == pytest.approx(drawn.width - right, abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_what_takes_no_pages_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="does not take the pages"):
        printing.put(to_file(tmp_path / "no folder" / "x.pdf"), [])


def test_what_is_cancelled_goes_no_further(tmp_path: Path) -> None:
    def pages() -> Iterator[QImage]:
        yield QImage(10, 10, QImage.Format.Format_RGB32)
        raise Cancelled

    with pytest.raises(Cancelled):
        printing.put(to_file(tmp_path / "x.pdf"), pages())
