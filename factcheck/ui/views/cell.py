"""Cells of tables: text that starts where its script starts, with room to breathe, on the ground the style draws."""

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

#: Pixels before and after the text of a cell, as in the headers of the style sheet.
MARGIN = 8


def runs_rightwards(text: str) -> bool:
    """Whether the first letter with a direction runs from left to right."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") == "L"


def isolated(text: str) -> str:
    """Text that keeps the order of what stands beside it, also if it runs from right to left."""
    return text if runs_rightwards(text) else f"\u2068{text}\u2069"


def draw_text(painter: QPainter, rect: QRect, side: Qt.AlignmentFlag, text: str) -> None:
    """One line of text, ended by an ellipsis if it has no room; Arabic and Hebrew start at the right."""
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)
    rightwards = runs_rightwards(text)  # else a painter takes the interface's direction for that of the text
    flags |= int(Qt.TextFlag.TextForceLeftToRight if rightwards else Qt.TextFlag.TextForceRightToLeft)
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, flags, words)


def draw_wrapped(painter: QPainter, rect: QRect, text: str, most: int) -> int:
    """Text on at most so many lines from the top, the last ended by an ellipsis; the height that it takes."""
    layout = QTextLayout(text.replace("\n", " "), painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    rightwards = runs_rightwards(text)
    side = Qt.AlignmentFlag.AlignLeft if rightwards else Qt.AlignmentFlag.AlignRight
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    height = painter.fontMetrics().height()
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, rect.width()))
        line.setPosition(QPointF(0, len(starts) * height))
        starts.append(line.textStart())
    layout.endLayout()
    for place in range(min(most, len(starts))):
        if place == most - 1 < len(starts) - 1:
            rest = text.encode("utf-16-le")[2 * starts[place] :].decode("utf-16-le", "replace")
            last = QRect(rect.left(), rect.top() + place * height, rect.width(), height)
            draw_text(painter, last, side | Qt.AlignmentFlag.AlignVCenter, rest.replace("\n", " "))
        else:
            layout.lineAt(place).draw(painter, QPointF(rect.topLeft()))
    return min(most, len(starts)) * height


class CellDelegate(QStyledItemDelegate):
    """Draws text, and lets others draw on a cell as the style draws it."""

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QColor:
        """Draw the cell without its words; the colour for words on it."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        cell.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        selected = QStyle.StateFlag.State_Selected in cell.state
        active = QStyle.StateFlag.State_Active in cell.state
        return cell.palette.color(_GROUP[active], _INK[selected])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colour = self.ground(painter, option, index)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        painter.save()
        painter.setPen(colour)
        painter.setFont(option.font)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        side = QStyle.visualAlignment(option.direction, alignment)
        if not alignment & Qt.AlignmentFlag.AlignRight and not runs_rightwards(text):
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, option.rect.adjusted(MARGIN, 0, -MARGIN, 0), side, text)
        painter.restore()


_GROUP = {False: QPalette.ColorGroup.Inactive, True: QPalette.ColorGroup.Active}
_INK = {False: QPalette.ColorRole.Text, True: QPalette.ColorRole.HighlightedText}
