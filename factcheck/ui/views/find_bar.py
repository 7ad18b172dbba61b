"""The bar under the articles: words to look for, how, where, and how many places there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from factcheck.hits import Query
from factcheck.ui import measures
from factcheck.ui.accessible import announce
from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.card import small_button
from factcheck.ui.views.elided_label import ElidedLabel
from factcheck.ui.views.flow import FlowLayout
from factcheck.ui.views.placeholder import leave_room
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.wrapping import WrappingCheckBox


class FindBar(QFrame):
    """Return and Shift+Return go on and back, Escape closes."""

    #: The words, or how or where they are looked for, changed.
    changed = Signal()
    #: 1 for the next, -1 for the one before.
    step_wished = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the text"))
        self.field.setAccessibleName(tr("Find in the text"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMaximumWidth(360)
        leave_room(self.field, icons=1)
        self.case = _toggle(tr("Aa"), tr("Tell capital letters from small ones"))
        self.whole = _toggle(tr("Words"), tr("Whole words only"))
        self.pattern = _toggle(tr(".*"), tr("Regular expression, held against one line at a time"))
        self.everywhere = WrappingCheckBox(tr("All open articles"))
        self.count = ElidedLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count.setProperty("muted", True)
        self.complaint = PlainText(role="danger")
        self.complaint.hide()
        self.previous = small_button("up", tr("Previous place"))
        self.next = small_button("chevron", tr("Next place"))
        self.close_button = small_button("close", tr("Close the bar"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*measures.BAR)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.complaint)
        flow = FlowLayout()
        for widget in (self.field, self.case, self.whole, self.pattern, self.previous, self.next, self.everywhere):
            flow.addWidget(widget)
        flow.addWidget(self.count)
        row.addLayout(flow, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        for box in (self.case, self.whole, self.pattern, self.everywhere):
            box.toggled.connect(self.changed)
        self.previous.clicked.connect(lambda: self.step_wished.emit(-1))
        self.next.clicked.connect(lambda: self.step_wished.emit(1))
        self.close_button.clicked.connect(self.closed)

    def query(self) -> Query:
        """What is looked for."""
        return Query(self.field.text(), self.case.isChecked(), self.whole.isChecked(), self.pattern.isChecked())

    def open(self, words: str = "") -> None:
        """The keys go here; words that were selected take the place of those looked for before."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()

    def tell(self, text: str) -> None:
        """Says how many places there are."""
        self.complaint.hide()
        if text != self.count.text():
            self.count.setText(text)
            announce(self.count, text)

    def complain(self, text: str) -> None:
        """Says what is wrong with the pattern, on a line of its own."""
        self.count.setText("")
        self.complaint.set_text(text)
        self.complaint.show()
        announce(self.complaint, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wished.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _toggle(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
