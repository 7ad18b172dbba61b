"""Who publishes the reports, asked once for all projects."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.ui.dialogs.form import FormDialog, text_box, typed
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for


@dataclass(frozen=True, slots=True)
class OrganisationTyped:
    """What was typed."""

    name: str
    #: `#rrggbb`, or "" for none.
    colour: str
    #: Path of a picture, or "".
    logo: str
    method: str


class OrganisationDialog(FormDialog):
    """Asks for name, colour, logo and method of the organisation."""

    def __init__(self, known: OrganisationTyped, parent: QWidget | None = None) -> None:
        """`known`: as it was typed last."""
        super().__init__(tr("Organisation"), tr("Use"), parent)
        self.name = QLineEdit(known.name)
        self.colour = QLineEdit(known.colour)
        self.colour.setPlaceholderText(tr("such as {colour}", colour="#0a5078"))
        self.logo = QLineEdit(known.logo)
        self.logo.setPlaceholderText(tr("A PNG or JPEG picture"))
        self.method = text_box(known.method, lines=6)
        self.add(tr("Name"), self.name)
        self._beside(tr("Colour"), self.colour, self._choose_colour)
        self._beside(tr("Logo"), self.logo, self._choose_logo)
        self.add(tr("How you work"), self.method)
        self.look()

    def _beside(self, label: str, field: QLineEdit, choose: object) -> None:
        field.setAccessibleName(label)
        field.textChanged.connect(self.look)
        button = QPushButton(tr("Choose…"))
        button.clicked.connect(choose)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(button)
        self.form.addRow(label_for(label, field), row)

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(QColor(typed(self.colour) or "#0a5078"), self, tr("Colour"))
        if chosen.isValid():
            self.colour.setText(chosen.name())

    def _choose_logo(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Logo"), typed(self.logo), tr("Pictures (*.png *.jpg *.jpeg)"))
        if path:
            self.logo.setText(path)

    def problem(self) -> str:
        colour, logo = typed(self.colour), self._path()
        if colour and not (len(colour) == 7 and colour[0] == "#" and QColor.isValidColorName(colour)):
            return tr("Write the colour as #rrggbb, such as #0a5078.")
        if logo and not Path(logo).is_file():
            return tr("There is no such picture.")
        return ""

    def _path(self) -> str:
        path = typed(self.logo)
        return str(Path(path).expanduser()) if path else ""

    def value(self) -> OrganisationTyped:
        """Who publishes."""
        return OrganisationTyped(typed(self.name), typed(self.colour), self._path(), typed(self.method))
