"""Which of several marks at one point is meant: a small menu, the smallest first."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.marks import Mark

_LABEL_WIDTH = 420
_SIGN = 18


class MarkChooser(QMenu):
    """Arrow keys and Return choose, as in every menu; digits 1 to 9 too."""

    #: Id of the mark.
    chosen = Signal(str)

    def __init__(self, marks: Sequence[Mark], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Marks at this place"))
        for number, mark in enumerate(_one_per_id(marks), start=1):
            self._add(number, mark)

    def _add(self, number: int, mark: Mark) -> None:
        label = self.fontMetrics().elidedText(mark.told, Qt.TextElideMode.ElideRight, _LABEL_WIDTH)
        label = label.replace("&", "&&")
        action = QAction(
            _sign_icon(mark, self.devicePixelRatioF()), f"&{number}  {label}" if number < 10 else label, self
        )
        action.triggered.connect(lambda _checked=False, id=mark.id: self.chosen.emit(id))
        self.addAction(action)

    def open(self, at: QPoint) -> None:
        """Show it at a point of the screen, with the first mark ready for Return."""
        self.popup(at)
        self.setActiveAction(self.actions()[0])


def choose_mark(marks: Sequence[Mark], at: QPoint, parent: QWidget) -> MarkChooser:
    """Ask which mark is meant; `chosen` tells. The marks come smallest first."""
    menu = MarkChooser(marks, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.open(at)
    return menu


def _one_per_id(marks: Sequence[Mark]) -> list[Mark]:
    return list({mark.id: mark for mark in reversed(marks)}.values())[::-1]


def _sign_icon(mark: Mark, ratio: float) -> QIcon:
    picture = QPixmap(round(_SIGN * ratio), round(_SIGN * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    swatch = theme.current().swatch(mark.colour)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(swatch.fill))
    painter.drawRoundedRect(0, 0, _SIGN, _SIGN, 5, 5)
    painter.setPen(QColor(swatch.text))
    painter.drawText(0, 0, _SIGN, _SIGN, Qt.AlignmentFlag.AlignCenter, mark.sign)
    painter.end()
    return QIcon(picture)
