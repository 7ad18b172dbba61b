"""Buttons and check boxes whose words break over several lines where there is no room for one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class _Wrapping(_Button):
    """What they have in common: on one line as Qt makes them, narrower down to their longest word."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        more = self._broken(width).count("\n")
        return self.sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        longest = max(map(self._advance, self.text().split() or [""]))
        return QSize(self._around() + longest, self.sizeHint().height())

    def _around(self) -> int:
        """What the width is made of besides the words."""
        return self.sizeHint().width() - self._advance(self.text())

    def _advance(self, words: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()

    def _broken(self, width: int) -> str:
        """The words in lines for this width."""
        room = width - self._around()
        if self._advance(self.text()) <= room:
            return self.text()
        lines: list[str] = []
        for word in self.text().split():
            if lines and self._advance(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return "\n".join(lines)


class WrappingButton(_Wrapping, QPushButton):
    """A push button."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._broken(self.width())
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class WrappingCheckBox(_Wrapping, QCheckBox):
    """A check box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._broken(self.width())
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_CheckBox, option)
