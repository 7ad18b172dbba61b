"""The text of an article: corrected by hand with the difference in view, and as it was in earlier versions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from factcheck import diff
from factcheck.text import Span, Utf16Map, canonical
from factcheck.ui import measures, theme
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import plain_list
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.mark_painter import TINT
from factcheck.ui.views.plain_text import start_at_its_side

#: Milliseconds after the last key until the difference is shown anew.
_PAUSE = 300
#: Letters shown before and after a difference.
_CONTEXT = 80


class DifferenceView(QPlainTextEdit):
    """What was taken away and what was added, with some words around; never by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(tr("Difference"))
        self.setPlaceholderText(tr("Nothing was changed."))

    def show_difference(self, old: str, new: str) -> bool:
        """Shows how one text became the other; whether they differ."""
        found = diff.pieces(old, new)
        self.clear()
        start_at_its_side(self, new)
        if all(piece.same for piece in found):
            return False
        cursor = self.textCursor()
        for place, piece in enumerate(found):
            if piece.same:
                cursor.insertText(_around(piece.old.of(old), place == 0, place == len(found) - 1), QTextCharFormat())
            else:
                cursor.insertText(piece.old.of(old), _look("false", struck=True))
                cursor.insertText(piece.new.of(new), _look("true", struck=False))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return True


def _look(colour: str, struck: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    shown = theme.current()
    made.setForeground(shown.colour("text"))
    made.setBackground(shown.fill(colour, 2 * TINT[shown.dark]))
    made.setFontStrikeOut(struck)
    made.setFontUnderline(not struck)
    return made


def _around(text: str, first: bool, last: bool) -> str:
    before, after = ("" if first else text[:_CONTEXT]), ("" if last else text[-_CONTEXT:])
    return text if len(text) <= len(before) + len(after) + _CONTEXT else f"{before} […] {after}"


class TextDialog(QDialog):
    """Corrects a text; what is accepted becomes a new version."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Edit the text of “{title}”", title=title))
        self._before = text
        self.text = QPlainTextEdit()
        self.text.setPlainText(text)
        self.text.setAccessibleName(tr("Text"))
        start_at_its_side(self.text, text)
        self.difference = DifferenceView()
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Why: navigation cut away, a scan misread …"))
        buttons = button_box(self, tr("Make a new version"))
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.compare)
        self.text.textChanged.connect(self._changed)
        self._lay_out(buttons)
        self.compare()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.text)
        parts.addWidget(self.difference)
        parts.setSizes([400, 200])
        layout = measures.dialog_column(self)
        layout.addWidget(parts, 1)
        note = QVBoxLayout()
        note.setSpacing(measures.CLOSE)
        note.addWidget(label_for(tr("Note on this version"), self.note))
        note.addWidget(self.note)
        layout.addLayout(note)
        layout.addWidget(buttons)
        self.resize(820, 720)

    def _changed(self) -> None:
        self.ok.setEnabled(False)  # until the difference is in view
        self._timer.start()

    def compare(self) -> None:
        """Shows the difference now; only a text that differs and has words can be accepted."""
        after = self.value()
        differs = self.difference.show_difference(self._before, after)
        self.ok.setEnabled(differs and any(map(str.isalnum, after)))

    def value(self) -> str:
        """The text as it stands, no-break spaces too."""
        return canonical(self.text.document().toRawText())


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version of an article in words."""

    id: str
    name: str
    text: str


class VersionsDialog(QDialog):
    """The texts that an article has had, and how each differs from the one before."""

    def __init__(
        self,
        title: str,
        versions: Sequence[VersionShown],
        chosen: str,
        at: Span | None,
        save: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        """`at`: words to be selected in the version that is chosen first; `save` writes a version's original."""
        super().__init__(parent)
        self.setWindowTitle(tr("Versions of “{title}”", title=title))
        self._versions = list(versions)
        self.list = plain_list(tr("Versions"))
        self.list.addItems([version.name for version in versions])
        self.text, self.difference = QPlainTextEdit(), DifferenceView()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the version"))
        self.list.currentRowChanged.connect(self._show)
        self._lay_out(save)
        row = next((n for n, version in enumerate(versions) if version.id == chosen), len(versions) - 1)
        self.list.setCurrentRow(row)
        if at is not None:
            self._select(self._versions[row].text, at)

    def _lay_out(self, save: Callable[[str], None]) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        for widget in (self.list, self.text, self.difference):
            parts.addWidget(widget)
        parts.setSizes([110, 330, 200])
        buttons = button_box(self)
        button = buttons.addButton(tr("Save the original…"), QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda: save(self._versions[self.list.currentRow()].id))
        button.setAutoDefault(False)  # Return closes
        layout = measures.dialog_column(self)
        layout.addWidget(QLabel(tr("Each version, with what differs from the one before it below.")))
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
        self.resize(820, 720)

    def _show(self, row: int) -> None:
        version = self._versions[row]
        self.text.setPlainText(version.text)
        start_at_its_side(self.text, version.text)
        self.difference.setVisible(row > 0)
        if row:
            self.difference.show_difference(self._versions[row - 1].text, version.text)

    def _select(self, text: str, at: Span) -> None:
        units = Utf16Map(text)
        cursor = self.text.textCursor()
        cursor.setPosition(units.to_utf16(at.start))
        cursor.setPosition(units.to_utf16(at.end), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
