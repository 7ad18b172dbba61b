"""A part of a panel under a heading that opens and closes it."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading, buttons at its end, and what they head."""

    #: Whether it is open, when a person changes that.
    toggled = Signal(bool)

    def __init__(self, title: str, opened: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.heading = QToolButton()
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setCheckable(True)
        self.heading.setChecked(opened)
        self.heading.setObjectName("sectionHeading")
        self.heading.setStyleSheet("QToolButton { font-weight: 700; padding: 4px 2px; background: transparent; }")
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 2, 0, 8)
        self.body.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(self.heading, 1)
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
        text = f"{self._title}   {note}" if note else self._title
        self.heading.setText(text.replace("&", "&&"))
        self.heading.setAccessibleName(text)

    def set_open(self, opened: bool) -> None:
        """Open or close it."""
        self.heading.setChecked(opened)

    def _show(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self.heading.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)

    def is_open(self) -> bool:
        """Whether what it heads is in view."""
        return self.heading.isChecked()


def folded(sections: Mapping[str, Section]) -> list[str]:
    """The keys of those that are closed."""
    return [key for key, section in sections.items() if not section.is_open()]


def fold(sections: Mapping[str, Section], closed: Collection[str]) -> None:
    """Close these, open the others."""
    for key, section in sections.items():
        section.set_open(key not in closed)
