"""A part of a panel under a heading that opens and closes it."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.views.elided_label import ElidedLabel


class Section(QWidget):
    """A heading, buttons at its end, and what they head."""

    #: Whether it is open, when a person changes that.
    toggled = Signal(bool)

    def __init__(self, title: str, opened: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.heading = QToolButton()
        self.heading.setText(title.replace("&", "&&"))
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(16, 16))
        self.heading.setCheckable(True)
        self.heading.setChecked(opened)
        self.heading.setObjectName("sectionHeading")
        self.heading.setStyleSheet("QToolButton { font-weight: 700; padding: 4px 2px; background: transparent; }")
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(measures.HANG, 2, measures.HANG, measures.NEAR)
        self.body.setSpacing(measures.NEAR)
        self._head = QHBoxLayout()
        self._head.setSpacing(measures.CLOSE)
        self._note = _Note(self.heading)
        self._head.addWidget(self.heading)
        self._head.addWidget(self._note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self.content)
        self.heading.toggled.connect(self._show)
        self.heading.clicked.connect(self.toggled)
        self.set_note("")
        self._show(opened)

    def add_button(self, button: QWidget) -> None:
        """A button at the end of the heading."""
        self._head.addWidget(button)

    def set_note(self, note: str) -> None:
        """Something short beside the title: a count."""
        self._note.setText(note)
        self.heading.setAccessibleName(f"{self._title}   {note}" if note else self._title)

    def set_open(self, opened: bool) -> None:
        """Open or close it."""
        self.heading.setChecked(opened)

    def _show(self, opened: bool) -> None:
        self.content.setVisible(opened)
        aside = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self.heading.setIcon(icon("chevron" if opened else aside, "muted"))  # Qt would not mirror its own arrows

    def is_open(self) -> bool:
        """Whether what it heads is in view."""
        return self.heading.isChecked()


class _Note(ElidedLabel):
    """Beside a heading, and as good to click at as it is."""

    def __init__(self, heading: QToolButton) -> None:
        super().__init__()
        self._heading = heading
        self.setProperty("muted", True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._heading.click()


def folded(sections: Mapping[str, Section]) -> list[str]:
    """The keys of those that are closed."""
    return [key for key, section in sections.items() if not section.is_open()]


def fold(sections: Mapping[str, Section], closed: Collection[str]) -> None:
    """Close these, open the others."""
    for key, section in sections.items():
        section.set_open(key not in closed)
