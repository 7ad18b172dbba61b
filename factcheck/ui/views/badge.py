"""A verdict as a badge: sign, word and colour, so that it is told without colour too."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from factcheck.model import Rating
from factcheck.ui import theme
from factcheck.ui.models.rows import ROW
from factcheck.ui.views.cell import CellDelegate, Index

_PADDING = 8


def badge_text(rating: Rating) -> str:
    """Sign and word."""
    return f"{rating.sign} {rating.label}".strip()


def badge_size(font: QFont, rating: Rating) -> QSize:
    """The room a badge takes."""
    metrics = QFontMetrics(_bold(font))
    return QSize(metrics.horizontalAdvance(badge_text(rating)) + 2 * _PADDING, metrics.height() + 4)


def paint_badge(painter: QPainter, rect: QRect, font: QFont, rating: Rating) -> None:
    """Draw a badge into a rectangle; words that have no room end in an ellipsis."""
    swatch = theme.current().swatch(rating.colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(swatch.fill))
    painter.drawRoundedRect(QRectF(rect), 4, 4)
    painter.setFont(_bold(font))
    painter.setPen(QColor(swatch.text))
    room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    words = painter.fontMetrics().elidedText(badge_text(rating), Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


class Badge(QWidget):
    """A verdict's badge as a widget."""

    def __init__(self, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating = rating
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(rating.label)

    def sizeHint(self) -> QSize:
        return badge_size(self.font(), self._rating)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self.font(), self._rating)
        painter.end()


class BadgeDelegate(CellDelegate):
    """Draws the `rating` of a row as a badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rating: Rating | None = index.data(ROW).rating
        self.ground(painter, option, index)
        if rating is None:
            return
        frame = option.rect.adjusted(6, 0, -6, 0)
        size = badge_size(option.font, rating)
        size.setWidth(min(size.width(), frame.width()))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_badge(painter, QStyle.alignedRect(option.direction, side, size, frame), option.font, rating)
