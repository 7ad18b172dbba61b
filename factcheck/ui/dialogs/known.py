"""What is to become of an article that is there already."""

from enum import StrEnum

from PySide6.QtWidgets import QDialog, QRadioButton, QVBoxLayout, QWidget

from factcheck.intake import Known, Sameness
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.text import tr
from factcheck.ui.views.plain_text import PlainText


class Wanted(StrEnum):
    """What a person wants of it."""

    open = "open"
    version = "version"
    both = "both"


class KnownDialog(QDialog):
    """Says by what an article is known, and asks."""

    def __init__(self, known: Known, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("This article is there already"))
        self.setMinimumWidth(480)
        by = {
            Sameness.bytes: tr("“{there}” was made of the same bytes."),
            Sameness.address: tr("“{there}” has the same address as “{title}”."),
            Sameness.text: tr("“{there}” has nearly the same text as “{title}”."),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainText(by[known.by].format(there=known.article.title, title=title)))
        self.choices = {
            Wanted.open: QRadioButton(tr("&Open the one that is there")),
            Wanted.version: QRadioButton(tr("Make this a new &version of it")),
            Wanted.both: QRadioButton(tr("&Keep both as articles of their own")),
        }
        for button in self.choices.values():
            layout.addWidget(button)
        self.choices[Wanted.open].setChecked(True)
        layout.addWidget(button_box(self, tr("Go on")))

    def value(self) -> Wanted:
        """What was chosen."""
        return next(wanted for wanted, button in self.choices.items() if button.isChecked())
