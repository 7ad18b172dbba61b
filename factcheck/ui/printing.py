"""Paper: asking for a printer, and putting pages on it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from factcheck.errors import ReportError
from factcheck.ui.text import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Dots to the inch at which pages are drawn, at most: more makes them larger and no better to read.
_FINEST = 300


def ask(parent: QWidget, name: str, pages: int = 0) -> "QPrinter | None":
    """The printer that a person chooses, or a file; None if none.

    `name` is what the job is called; of more than one page some can be chosen.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only who prints waits for it

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    if pages > 1:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if accepted else None


def chosen(printer: "QPrinter", count: int) -> list[int]:
    """The pages that were asked for, numbered from 0."""
    first, last = printer.fromPage(), printer.toPage()
    return list(range(max(0, first - 1), min(count, last) if last else count))


def scale(printer: "QPrinter") -> float:
    """Pixels to the point at which pages are drawn for a printer."""
    return min(printer.resolution(), _FINEST) / 72


def put(printer: "QPrinter", pages: Iterable[QImage]) -> None:
    """Puts pages on paper, each as large as its sheet; what is not finished is not printed.

    `ReportError` if the printer, or the file in its place, takes nothing.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ReportError(
            tr("“{name}” does not take the pages.", name=printer.outputFileName() or printer.printerName())
        )
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            painter.drawImage(_fitting(page.size(), painter.viewport()), page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _fitting(page: QSize, sheet: QRect) -> QRect:
    placed = QRect(sheet.topLeft(), page.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio))
    placed.moveCenter(sheet.center())
    return placed
