"""The person's word on a finding: three buttons, a way back, and a note that says why."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Finding, Ruling, Verb
from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.field import TextField
from factcheck.ui.views.finding_cells import VERB_ICONS
from factcheck.ui.views.flow import FlowLayout
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import when

#: Keys that rule, wherever a finding has them; "" clears.
RULING_KEYS = {
    Qt.Key.Key_Y: Verb.confirmed.value,
    Qt.Key.Key_N: Verb.dismissed.value,
    Qt.Key.Key_S: Verb.scope.value,
    Qt.Key.Key_Backspace: "",
    Qt.Key.Key_Delete: "",
}


class RulingBar(QWidget):
    """Shows the ruling that stands, and wishes another."""

    #: Id of the finding, the verb ("" clears), the note.
    wished = Signal(str, str, str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._finding_id = ""
        self._ruling: Ruling | None = None
        self.buttons = {
            Verb.confirmed: self._button(Verb.confirmed, tr("Confirm"), tr("Confirm (Y)")),
            Verb.dismissed: self._button(Verb.dismissed, tr("Dismiss"), tr("Dismiss (N)")),
            Verb.scope: self._button(Verb.scope, tr("Different scope"), tr("Both are right, of different things (S)")),
        }
        self.clear = QPushButton(tr("Clear"))
        self.clear.setToolTip(tr("Take the ruling back (Backspace)"))
        self.clear.clicked.connect(partial(self.wish, ""))
        self.note = TextField(1, 6)
        self.note.setAccessibleName(tr("Note on the ruling"))
        self.note.edited.connect(self._note_edited)
        self._said = PlainText(role="muted")
        self._lay_out()

    def _lay_out(self) -> None:
        row = FlowLayout()
        for button in (*self.buttons.values(), self.clear):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(measures.EDGE, measures.APART, measures.EDGE, measures.APART)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._said)
        layout.addWidget(self.note)

    def _button(self, verb: Verb, text: str, tip: str) -> QPushButton:
        button = QPushButton(icon(VERB_ICONS[verb]), text)
        button.setCheckable(True)
        button.setProperty("compact", True)
        button.setToolTip(tip)
        button.clicked.connect(partial(self._clicked, verb))
        return button

    def show_finding(self, finding: Finding) -> None:
        """The ruling that stands on this finding."""
        if finding.id != self._finding_id:
            self.note.flush()  # first, since whoever hears of it may show the earlier finding once more
        self._finding_id, ruling = finding.id, finding.ruling
        self.note.set_text(ruling.note if ruling else "", finding.id)
        self._ruling = ruling
        for verb, button in self.buttons.items():
            _show_stands(button, verb, ruling is not None and ruling.verb is verb)
        self.clear.setVisible(ruling is not None)
        self.note.setEnabled(ruling is not None)
        self.note.setPlaceholderText(tr("Why?") if ruling else tr("Rule first, then say why here"))
        self._said.setVisible(ruling is not None)
        if ruling:
            said = tr("{ruling} by {who}", ruling=self._catalogue(f"ruling.{ruling.verb}"), who=ruling.who)
            self._said.set_text(", ".join(filter(None, (said, when(ruling.given)))))

    def wish(self, verb: str) -> None:
        """Wish a ruling on the finding that is shown."""
        self.note.flush()
        self.wished.emit(self._finding_id, verb, self.note.read() if verb else "")

    def _clicked(self, verb: Verb) -> None:
        stands = self._ruling is not None and self._ruling.verb is verb
        self.buttons[verb].setChecked(stands)  # shown as it is until the wish comes true
        if not stands:
            self.wish(verb.value)

    def _note_edited(self, note: str) -> None:
        if self._ruling:
            self.wished.emit(self.note.owner, self._ruling.verb.value, note)


def _show_stands(button: QPushButton, verb: Verb, stands: bool) -> None:
    button.setChecked(stands)
    if button.property("primary") != stands:
        button.setProperty("primary", stands)
        button.setIcon(icon(VERB_ICONS[verb], "accent-text" if stands else "text"))
        button.style().unpolish(button)
        button.style().polish(button)
