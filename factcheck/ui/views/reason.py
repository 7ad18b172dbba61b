"""Why something is in dispute: a sentence, or the beginning of it where it names a dozen articles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from factcheck.ui.text import tr
from factcheck.ui.views.plain_text import PlainText

#: Letters of a reason that are read at a glance; the positions below it tell the rest.
_GLANCE = 220


class Reason(QWidget):
    """One reason. Whoever wants the rest of a long one asks for it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self.words = PlainText(beginning(text))
        self.more = QPushButton(tr("Show the whole reason"))
        self.more.clicked.connect(self._show_whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(self.words.text() != text)  # not before it has a parent: it would be a window of its own

    def _show_whole(self) -> None:
        self.words.set_text(self._whole)
        self.more.clearFocus()
        self.more.hide()


def beginning(text: str) -> str:
    """The text, or its first words and an ellipsis if it is much longer than a glance."""
    if len(text) <= _GLANCE * 3 // 2:
        return text
    words = text[:_GLANCE].rsplit(" ", 1)[0].rstrip(" ,;:(")
    return tr("{beginning}…", beginning=words)
