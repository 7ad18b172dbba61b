"""Which key does what, to be changed: a list of all actions, and a field that takes the next key that is pressed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from factcheck.ui import accessible, shortcuts
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import plain_table
from factcheck.ui.measures import dialog_column
from factcheck.ui.text import tr


@dataclass(frozen=True, slots=True)
class Named:
    """An action as it is listed: its name, its menu, and the key it ships with."""

    id: str
    name: str
    menu: str
    shipped: str


class KeyField(QKeySequenceEdit):
    """Takes one key. Escape and Return mean what they mean in every dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)

    def key(self) -> str:
        """The key that it holds, in words."""
        return self.keySequence().toString(QKeySequence.SequenceFormat.NativeText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


accessible.tell(KeyField, QAccessible.Role.HotkeyField, KeyField.key)


class ShortcutsDialog(QDialog):
    """Keys by action. A key that another action has changes hands only when that is said."""

    #: A key was looked at: the sentence about it, "" for none.
    told = Signal(str)

    def __init__(self, actions: Sequence[Named], keys: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._actions, self._keys = actions, dict(keys)
        self._names = {action.id: action.name for action in actions}
        self._shipped = {action.id: shortcuts.portable(action.shipped) for action in actions}
        self._pending = ""
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("Find an action, a menu or a key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.rows = plain_table([tr("What it does"), tr("Menu"), tr("Key")], len(actions), stretch=0)
        self.rows.setAccessibleName(tr("Actions and their keys"))
        self.field = KeyField()
        self._said = _plain_label()
        self._lay_out()
        self._wire()
        self._fill()
        self.rows.setCurrentCell(0, 0)
        self.resize(680, 640)

    def _lay_out(self) -> None:
        self._label = _plain_label()
        self._label.setBuddy(self.field)
        self.none = QPushButton(tr("&No key"))
        self.back = QPushButton(tr("As it &ships"))
        self.take = QPushButton(tr("&Take it over"))
        chosen = QHBoxLayout()
        for widget in (self.field, self.none, self.back):
            chosen.addWidget(widget)
        told = QHBoxLayout()
        told.addWidget(self._said, 1)
        told.addWidget(self.take)
        buttons = button_box(self, tr("Save"))
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.all_back = buttons.addButton(tr("&All as shipped"), QDialogButtonBox.ButtonRole.ResetRole)
        layout = dialog_column(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._label)
        layout.addLayout(chosen)
        layout.addLayout(told)
        layout.addWidget(buttons)

    def _wire(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.rows.currentCellChanged.connect(lambda *_: self._choose())
        self.rows.doubleClicked.connect(lambda _: self.field.setFocus())
        self.field.keySequenceChanged.connect(self._typed)
        self.none.clicked.connect(lambda: self._give(""))
        self.back.clicked.connect(lambda: self._ask(self._shipped[self.current()]))
        self.take.clicked.connect(self._take_over)
        self.all_back.clicked.connect(self._reset)

    # --- what is listed ---

    def _fill(self) -> None:
        for row, action in enumerate(self._actions):
            for column, text in enumerate((action.name, action.menu, shortcuts.shown(self._keys[action.id]))):
                item = QTableWidgetItem(text)
                font = QFont(self.font())
                font.setBold(self._keys[action.id] != self._shipped[action.id])
                item.setFont(font)
                self.rows.setItem(row, column, item)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for row, action in enumerate(self._actions):
            text = f"{action.name} {action.menu} {shortcuts.shown(self._keys[action.id])}".casefold()
            self.rows.setRowHidden(row, not all(word in text for word in words))
        left = [row for row in range(len(self._actions)) if not self.rows.isRowHidden(row)]
        if left and self.rows.currentRow() not in left:
            self.rows.setCurrentCell(left[0], 0)

    def current(self) -> str:
        """The action that is chosen."""
        return self._actions[max(0, self.rows.currentRow())].id

    def choose(self, action: str) -> None:
        """Goes to an action."""
        self.rows.setCurrentCell([named.id for named in self._actions].index(action), 0)

    def _choose(self) -> None:
        """Shows the key of the action that is chosen."""
        name, key = self._names[self.current()], self._keys[self.current()]
        self._label.setText(tr("Key of “{name}”: press the new one", name=name))
        self.field.setAccessibleName(tr("Key of “{name}”", name=name))
        self._show_key(key)
        self._say("")

    def _show_key(self, key: str) -> None:
        self.field.blockSignals(True)  # shown, not typed
        self.field.setKeySequence(QKeySequence(key))
        self.field.blockSignals(False)
        self.none.setEnabled(bool(key))
        self.back.setEnabled(key != self._shipped[self.current()])

    def _say(self, text: str, pending: str = "") -> None:
        self._pending = pending
        self._said.setText(text)
        self.take.setVisible(bool(pending))
        self.told.emit(text)

    # --- changing ---

    def _typed(self, sequence: QKeySequence) -> None:
        if not sequence.isEmpty():  # it is emptied first, whenever a key is pressed
            self._ask(sequence.toString(QKeySequence.SequenceFormat.PortableText))

    def _ask(self, key: str) -> None:
        """A key is wished for the action that is chosen; it gets it if nothing else has it."""
        holder = shortcuts.owner(self._keys, key, self.current())
        if key in shortcuts.RESERVED:
            self._show_key(self._keys[self.current()])
            self._say(tr("{key} works in lists and texts and cannot be given away.", key=shortcuts.shown(key)))
        elif holder:
            self._say(tr("{key} is the key of “{name}”.", key=shortcuts.shown(key), name=self._names[holder]), key)
        else:
            self._give(key)

    def _give(self, key: str) -> None:
        self._keys[self.current()] = key
        self._fill()
        self._show_key(key)
        self._say("")

    def _take_over(self) -> None:
        self._keys[shortcuts.owner(self._keys, self._pending, self.current())] = ""
        self._give(self._pending)

    def _reset(self) -> None:
        self._keys = dict(self._shipped)
        self._fill()
        self._choose()

    def value(self) -> dict[str, str]:
        """The key of each action."""
        return dict(self._keys)


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
