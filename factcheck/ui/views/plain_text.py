"""Text from data, wrapped and painted as it is: never taken for markup, with words marked where sources clash."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from factcheck.text import Utf16Map
from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.card import Card
from factcheck.ui.views.cell import runs_rightwards

_LEADING = 1.12
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class PlainText(QWidget):
    """A wrapped text of any length and script. Unlike a label it breaks words that are too long for a line."""

    def __init__(self, text: str = "", role: str = "text", parent: QWidget | None = None) -> None:
        """`role` names the colour of the words in the theme."""
        super().__init__(parent)
        self._text = self._beside = ""
        self._spans: Sequence[tuple[int, int]] = ()
        self._role = role
        self._layout = QTextLayout()
        self._laid_out: tuple[int, int] = (-1, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def text(self) -> str:
        """What it shows."""
        return self._text

    def set_text(self, text: str, spans: Sequence[tuple[int, int]] = ()) -> None:
        """Show a text, with the words at `spans` (code points) marked as clashing."""
        self._text, self._spans = text, spans
        self.setAccessibleName(text)
        self._renew()

    def start_with(self, other: str) -> None:
        """Stand on the side where another text starts, which this belongs to."""
        self._beside = other
        self._renew()

    def set_size(self, factor: float, bold: bool = False) -> None:
        """Letters this many times the size of the application's."""
        font = QFont()  # the face stays that of the application, also when that is another one
        font.setPointSizeF(QApplication.font().pointSizeF() * factor)
        font.setBold(bold)
        self.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._renew()

    def _renew(self) -> None:
        self._layout = QTextLayout(_broken(self._text), self.font())
        option = QTextOption()
        option.setWrapMode(_WRAP)
        option.setTextDirection(_direction(self._text))
        option.setAlignment(_side(self._beside or self._text, self))
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats(self._formats())
        self._laid_out = (-1, 0)
        self.updateGeometry()
        self.update()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        # Underlined as well: colour alone tells some people nothing.
        shown, looks = theme.current(), QTextCharFormat()
        looks.setBackground(QBrush(shown.colour("clash")))
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        looks.setUnderlineColor(shown.colour("clash-edge"))
        bridge, ranges = Utf16Map(self._text), []
        for start, end in self._spans:
            piece = QTextLayout.FormatRange()
            piece.start = bridge.to_utf16(start)
            piece.length = bridge.to_utf16(end) - piece.start
            piece.format = looks
            ranges.append(piece)
        return ranges

    def heightForWidth(self, width: int) -> int:
        if self._laid_out[0] != width:
            self._laid_out = (width, _lay_out(self._layout, width))
        return self._laid_out[1]

    def sizeHint(self) -> QSize:
        width = min(420, self.fontMetrics().horizontalAdvance(self._text[:200]) + 2)
        return QSize(width, self.heightForWidth(max(width, 40)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.heightForWidth(self.width())
        painter = QPainter(self)
        painter.setPen(theme.current().colour(self._role))
        self._layout.draw(painter, QPointF(0, 0), [], QRect(event.rect()))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if isinstance(self.parent(), Card):  # a card has a menu of its own
            event.ignore()
            return
        menu = QMenu(self)
        menu.addAction(tr("Copy text"), self.copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """The whole text to the clipboard."""
        self.to_clipboard(self._text)

    @staticmethod
    def height_of(text: str, font: QFont, width: int) -> int:
        """The height that a text would take."""
        layout = QTextLayout(_broken(text), font)
        option = QTextOption()
        option.setWrapMode(_WRAP)
        layout.setTextOption(option)
        return _lay_out(layout, width)

    @staticmethod
    def to_clipboard(text: str) -> None:
        """Any text to the clipboard."""
        QGuiApplication.clipboard().setText(text)


def _broken(text: str) -> str:
    """Where lines may end: a point between parts stands at the end of a line, never at the beginning of one."""
    return text.replace("\n", "\u2028").replace(" · ", "\N{NO-BREAK SPACE}· ")


def _lay_out(layout: QTextLayout, width: int) -> int:
    """Break into lines of this width; the height that they take."""
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height))
        height += line.height() * _LEADING
    layout.endLayout()
    return int(height + 0.999)


def _direction(text: str) -> Qt.LayoutDirection:
    """Qt overlooks letters that are isolated: what is in Arabic would go on at the wrong end of the next line."""
    auto, leftwards = Qt.LayoutDirection.LayoutDirectionAuto, Qt.LayoutDirection.RightToLeft
    return auto if runs_rightwards(text) else leftwards


def _side(text: str, shown_by: QWidget) -> Qt.AlignmentFlag:
    """Text starts where its script does; without a letter of either kind, where the interface does."""
    has_letters = any(unicodedata.bidirectional(letter) in {"L", "R", "AL"} for letter in text)
    left = runs_rightwards(text) if has_letters else not shown_by.isRightToLeft()
    return (Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignAbsolute


def start_at_its_side(edit: QPlainTextEdit, text: str) -> None:
    """Lines of a text that runs leftwards start at the right, whatever the direction of the interface."""
    option, side = edit.document().defaultTextOption(), _side(text, edit)
    if option.alignment() != side:
        option.setAlignment(side)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        edit.document().setDefaultTextOption(option)


def keep_at_its_side(edit: QPlainTextEdit) -> None:
    """The same for what is typed."""
    edit.textChanged.connect(lambda: start_at_its_side(edit, edit.toPlainText()))
    start_at_its_side(edit, edit.toPlainText())
