"""What the dialogs share: labelled fields, and an OK that waits until what is typed can be taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from factcheck.text import canonical
from factcheck.ui.measures import dialog_column
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.placeholder import leave_room
from factcheck.ui.views.plain_text import keep_at_its_side

Input = QLineEdit | QPlainTextEdit | QComboBox
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def typed(field: QLineEdit | QPlainTextEdit) -> str:
    """What a field holds, trimmed; unlike `toPlainText` it keeps no-break spaces."""
    raw = field.document().toRawText() if isinstance(field, QPlainTextEdit) else field.text()
    return canonical(raw).strip()


class FormDialog(QDialog):
    """Fields below one another. A subclass says by `problem` what is still wrong, and by `value` what was typed."""

    def __init__(self, title: str, accept: str, parent: QWidget | None = None, warns: bool = False) -> None:
        """`accept` is what the button that accepts says. One that `warns` is refused by Return."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("muted", True)
        buttons = button_box(self, accept, warns)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = dialog_column(self)
        layout.addLayout(self.form)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    def add(self, label: str, field: Input) -> None:
        """A field with its label; a change of it is looked at for problems."""
        field.setAccessibleName(label)
        named = label_for(label, field)
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.textChanged.connect(self.look)
        elif isinstance(field, QLineEdit):
            named.setMinimumHeight(field.sizeHint().height())
            leave_room(field)
            field.textChanged.connect(self.look)
        else:
            named.setMinimumHeight(field.sizeHint().height())
            field.currentIndexChanged.connect(self.look)
        self.form.addRow(named, field)

    def add_path(self, field: QLineEdit, browse: Callable[[], object]) -> None:
        """A field for a file, with a button that asks for one."""
        button = QPushButton(tr("Choose…"))
        button.clicked.connect(browse)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(button)
        field.setAccessibleName(tr("File"))
        field.textChanged.connect(self.look)
        self.form.addRow(label_for(tr("File"), field), row)

    def problem(self) -> str:
        """What keeps it from being accepted, in a sentence; "" for nothing."""
        return ""

    def look(self) -> None:
        """Say what is wrong; accept only what is right."""
        problem = self.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.ok.setEnabled(not problem)
        if self.isVisible():
            self._grow()

    def _grow(self) -> None:
        """High enough for all lines of its words, which Qt does not see to in a form."""
        if layout := self.layout():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the first field, unless one was chosen; Qt would give them to the first button."""
        super().showEvent(event)
        self._grow()
        if not isinstance(self.focusWidget(), Input):
            first = next((field for field in self.findChildren(QWidget) if isinstance(field, Input)), None)
            if first:
                first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return accepts; while something is still to be filled in it goes on to the next field."""
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD
        if returned and self.problem() and isinstance(self.focusWidget(), Input):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        if not self.problem():
            super().accept()


def told_label(text: str) -> QLabel:
    """Words of any length, to be read and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button_box(dialog: QDialog, accept: str = "", warns: bool = False) -> QDialogButtonBox:
    """Accept, if it has a name, and cancel or close; without the icons that styles put there. A dialog that `warns`
    urges to neither, and the keys begin at cancel.
    """
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Ok | standard.Cancel if accept else standard.Close)
    if accept:
        box.button(standard.Ok).setText(accept)
        box.button(standard.Cancel).setText(tr("Cancel"))
    else:
        box.button(standard.Close).setText(tr("Close"))
        box.button(standard.Close).setProperty("quiet", True)  # Return closes, but it is nothing to be urged to
    if warns:
        box.button(standard.Ok).setAutoDefault(False)
        box.button(standard.Cancel).setProperty("quiet", True)
        box.button(standard.Cancel).setDefault(True)
        box.button(standard.Cancel).setFocus()
    for button in box.buttons():
        button.setIcon(QIcon())
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def choice(words: dict[str, str], current: str) -> QComboBox:
    """A combo box of values and their words."""
    box = QComboBox()
    for value, word in words.items():
        box.addItem(word, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box


def text_box(text: str = "", lines: int = 4, grows: bool = False) -> QPlainTextEdit:
    """A plain text box some lines high, or as high as the dialog allows."""
    box = QPlainTextEdit()
    box.setPlainText(canonical(text))
    keep_at_its_side(box)
    height = lines * box.fontMetrics().lineSpacing() + 24
    box.setMinimumHeight(height)
    if not grows:
        box.setMaximumHeight(height)
    return box
