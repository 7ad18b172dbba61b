"""Paper: asking for a printer, and putting pages on it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask(parent: QWidget, name: str) -> "QPrinter | None":
    """The printer that a person chooses, or a file; None if none. `name` is what the job is called."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only who prints waits for it

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if accepted else None
