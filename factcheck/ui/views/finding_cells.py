"""How the findings list draws what is more than words: the score as a bar, the kind and the ruling with signs."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from factcheck.model import Finding, Kind, Verb
from factcheck.ui import icons, theme
from factcheck.ui.models.rows import ROW
from factcheck.ui.views.cell import MARGIN, CellDelegate, Index, draw_text

_KIND_SIGNS = {Kind.contradiction: "≠", Kind.number_update: "→", Kind.agreement: "=", Kind.repeat: "≡"}
VERB_ICONS = {Verb.confirmed: "confirm", Verb.dismissed: "dismiss", Verb.scope: "scope"}
_ICON = 16


def kind_sign(kind: Kind) -> str:
    """A character that stands for the kind."""
    return _KIND_SIGNS[kind]


def paint_score(painter: QPainter, rect: QRect, score: float, colour: QColor) -> None:
    """A bar filled as far as the score goes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rest = QColor(colour)
    rest.setAlphaF(0.22)
    bar = QRectF(rect)
    painter.setBrush(rest)
    painter.drawRoundedRect(bar, 2, 2)
    painter.setBrush(colour)
    bar.setWidth(max(3.0, bar.width() * min(1.0, max(0.0, score))))
    painter.drawRoundedRect(bar, 2, 2)
    painter.restore()


class ScoreDelegate(CellDelegate):
    """The score as a bar; what was made by hand has none, and says so."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding: Finding = index.data(ROW)
        if finding.made_id:
            super().paint(painter, option, index)
            return
        colour = self.ground(painter, option, index)
        state = QStyle.StateFlag
        strong = state.State_Selected in option.state and state.State_Active in option.state
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        bar = QRect(room.left(), room.center().y() - 2, room.width(), 5)
        paint_score(painter, bar, finding.score, colour if strong else theme.current().colour("accent"))


class _SignDelegate(CellDelegate):
    """A sign before the words of a cell."""

    def sign(self, painter: QPainter, place: QRect, finding: Finding, colour: QColor) -> bool:
        """Draw it; whether there was anything to draw."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colour = self.ground(painter, option, index)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        side = QStyle.visualAlignment(option.direction, _START)
        place = QStyle.alignedRect(option.direction, _START, QSize(_ICON, _ICON), room)
        painter.save()
        painter.setPen(colour)
        painter.setFont(option.font)
        if self.sign(painter, place, index.data(ROW), colour):
            rightwards = option.direction is Qt.LayoutDirection.LeftToRight
            room = room.adjusted(_ICON + 6, 0, 0, 0) if rightwards else room.adjusted(0, 0, -_ICON - 6, 0)
        draw_text(painter, room, side, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()


class KindDelegate(_SignDelegate):
    """The kind's character and its word."""

    def sign(self, painter: QPainter, place: QRect, finding: Finding, colour: QColor) -> bool:
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), kind_sign(finding.kind))
        return True


class RulingDelegate(_SignDelegate):
    """The ruling's icon and its word."""

    def sign(self, painter: QPainter, place: QRect, finding: Finding, colour: QColor) -> bool:
        if finding.ruling:
            icons.paint(painter, QRectF(place), VERB_ICONS[finding.ruling.verb], colour)
        return finding.ruling is not None


_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
