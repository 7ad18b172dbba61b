"""How the findings list draws its rows of two lines: score, kind and ruling with bar and signs, fact and reason."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from factcheck.i18n import Catalogue
from factcheck.model import Kind, Verb
from factcheck.ui import icons, theme
from factcheck.ui.models.findings_model import (
    FindingRow,
    back_of,
    difference_text,
    fact_of,
    gist_text,
    kind_word,
    score_text,
)
from factcheck.ui.models.rows import ROW
from factcheck.ui.text import tr
from factcheck.ui.views.cell import MARGIN, CellDelegate, Index, draw_text, draw_wrapped, runs_rightwards

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


class _Lines(CellDelegate):
    """A cell of two lines, of which the second is quieter."""

    def draw(self, painter: QPainter, lines: "Lines", row: FindingRow, words: str) -> None:
        """Draw what is on the ground; `words` are those of the cell."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colour = self.ground(painter, option, index)
        painter.save()
        painter.setFont(option.font)
        self.draw(painter, Lines(option, colour), index.data(ROW), index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()


class Lines:
    """Where the two lines of a cell are, and their colours."""

    def __init__(self, option: QStyleOptionViewItem, colour: QColor) -> None:
        self.direction = option.direction
        height = option.fontMetrics.height()
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        self.both = QRect(room.left(), room.center().y() - height + 1, room.width(), 2 * height)
        self.first = QRect(self.both.topLeft(), QSize(room.width(), height))
        self.second = self.first.translated(0, height)
        self.colour = colour
        strong = QStyle.StateFlag.State_Selected in option.state
        self.quiet = QColor(colour) if strong else theme.current().colour("muted")
        active = QStyle.StateFlag.State_Active in option.state
        self.bar = colour if strong and active else theme.current().colour("accent")
        self.middle = QRect(room.left(), room.center().y() - height // 2, room.width(), height)

    def side(self, text: str = "") -> Qt.AlignmentFlag:
        """Where a text starts: as its script does, else as the interface does."""
        if text and not runs_rightwards(text):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return QStyle.visualAlignment(self.direction, _START)

    def line(self, painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
        """One line of text."""
        painter.setPen(colour)
        draw_text(painter, rect, self.side(text), text)

    def after_sign(self, rect: QRect) -> tuple[QRect, QRect]:
        """The place of a sign at the start of a line, and what it leaves."""
        sign = QStyle.alignedRect(self.direction, _START, QSize(_ICON, _ICON), rect)
        rightwards = self.direction is Qt.LayoutDirection.LeftToRight
        return sign, rect.adjusted(_ICON + 6, 0, 0, 0) if rightwards else rect.adjusted(0, 0, -_ICON - 6, 0)


class ScoreDelegate(_Lines):
    """The score as a bar over its number; what was made by hand has none, and says so."""

    def draw(self, painter: QPainter, lines: Lines, row: FindingRow, words: str) -> None:
        if row.finding.made_id:
            lines.line(painter, lines.middle, words, lines.colour)
            return
        bar = QRect(lines.first.left(), lines.first.center().y() - 1, lines.first.width(), 5)
        paint_score(painter, bar, row.finding.score, lines.bar)
        lines.line(painter, lines.second, score_text(row.finding), lines.quiet)


class KindDelegate(_Lines):
    """The kind's character and its word, over what the sources differ in."""

    def __init__(self, catalogue: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def draw(self, painter: QPainter, lines: Lines, row: FindingRow, words: str) -> None:
        sign, room = lines.after_sign(lines.first)
        painter.setPen(lines.colour)
        painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter), kind_sign(row.finding.kind))
        lines.line(painter, room, kind_word(self._catalogue, row.finding.kind), lines.colour)
        difference = difference_text(self._catalogue, row.finding)
        lines.line(painter, lines.after_sign(lines.second)[1], difference, lines.quiet)


class FactDelegate(_Lines):
    """The fact over what is said of it; of what is back, over why."""

    def __init__(self, catalogue: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        #: Begins with the sign of the kind, where no other column has it.
        self.signed = False

    def draw(self, painter: QPainter, lines: Lines, row: FindingRow, words: str) -> None:
        font = QFont(painter.font())
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        sign = f"{kind_sign(row.finding.kind)} " if self.signed else ""
        lines.line(painter, lines.first, sign + fact_of(row.finding), lines.colour)
        painter.setFont(font)
        said = back_of(row.finding, row.sources) or gist_text(self._catalogue, row.finding)
        lines.line(painter, lines.second, said, lines.quiet)


class WrappedDelegate(_Lines):
    """Words on two lines, or in the middle if they need one."""

    def draw(self, painter: QPainter, lines: Lines, row: FindingRow, words: str) -> None:
        painter.setPen(lines.colour)
        if painter.fontMetrics().horizontalAdvance(words) <= lines.both.width():
            lines.line(painter, lines.middle, words, lines.colour)
        else:
            draw_wrapped(painter, lines.both, words, 2)


class RulingDelegate(_Lines):
    """The ruling's icon and its word over the note; or that it is back."""

    def draw(self, painter: QPainter, lines: Lines, row: FindingRow, words: str) -> None:
        ruling = row.finding.ruling
        if ruling is None:
            if row.finding.back:
                self._signed(painter, lines, lines.middle, "undo", tr("Back"))
            return
        line = lines.first if ruling.note else lines.middle
        self._signed(painter, lines, line, VERB_ICONS[ruling.verb], words)
        lines.line(painter, lines.second, ruling.note, lines.quiet)

    def _signed(self, painter: QPainter, lines: Lines, rect: QRect, icon: str, words: str) -> None:
        sign, room = lines.after_sign(rect)
        icons.paint(painter, QRectF(sign), icon, lines.colour)
        lines.line(painter, room, words, lines.colour)


_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
