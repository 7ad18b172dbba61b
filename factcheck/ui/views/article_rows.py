"""The rows of the article list: as a model, and how one is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui import icons, measures, theme
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views import withheld
from factcheck.ui.views.cell import draw_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in the list."""

    article_id: str
    title: str
    publisher: str
    #: As it is printed.
    date: str
    claims: int
    findings: int
    #: Name of the imported file, which tells articles apart while nothing better is known of them.
    file: str = ""
    #: Title of the article that it copies, "" if it does not.
    copy_of: str = ""
    withheld: bool = False

    @property
    def byline(self) -> str:
        """Publisher and date, as far as they are known; else the file's name."""
        return in_a_row(self.publisher, self.date) or self.file

    @property
    def counts(self) -> str:
        """How many claims and findings, in words, and what it copies."""
        counted = tr("%n claim(s)", self.claims) + ", " + tr("%n finding(s)", self.findings)
        copied = tr("near copy of “{title}”", title=self.copy_of) if self.copy_of else ""
        return " · ".join(filter(None, (counted, copied, withheld.sign() if self.withheld else "")))


class ArticleRows(QAbstractListModel):
    """The articles whose title, publisher, date or file name holds every word of the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ArticleRow, ...] = ()
        self._shown: list[ArticleRow] = []
        self._words: list[str] = []

    @property
    def total(self) -> int:
        """How many there are without the filter."""
        return len(self._all)

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Other articles."""
        self._all = tuple(rows)
        self._renew()

    def set_filter(self, words: str) -> None:
        """Another filter."""
        self._words = words.casefold().split()
        self._renew()

    def _renew(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._matches(row)]
        self.endResetModel()

    def _matches(self, row: ArticleRow) -> bool:
        there = f"{row.title} {row.publisher} {row.date} {row.file}".casefold()
        return all(word in there for word in self._words)

    def row_of(self, article_id: str) -> int | None:
        """Row of an article, None if it is not shown."""
        return next((i for i, row in enumerate(self._shown) if row.article_id == article_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.ToolTipRole:
                return f"<qt>{'<br>'.join(escape(part) for part in (row.title, row.byline, row.counts) if part)}</qt>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.title, row.byline, row.counts) if part)
            case _:
                return None


_SIDE, _EDGE, _GAP, _ICON = 12, 8, 3, 14
#: Fewer letters of a publisher's name tell nothing.
_LEAST_LETTERS = 5


class ArticleDelegate(QStyledItemDelegate):
    """Two lines: the title; publisher and date, with the counts at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        return QSize(160, 2 * line + _GAP + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ArticleRow):
            return
        painter.save()
        _RowPainting(painter, option, row).draw()
        painter.restore()


class _RowPainting:
    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        shown = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = chosen and bool(option.state & QStyle.StateFlag.State_Active)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._focused = active and bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._painter, self._row = painter, row
        self._to_end = option.direction is Qt.LayoutDirection.LeftToRight
        self._rect, self._font = QRect(option.rect), QFont(option.font)
        self._theme = shown
        ground = "selection-idle" if chosen else "hover" if hovered else None
        self._ground = shown.colour(ground) if ground else None
        self._ink = shown.colour("selection-idle-text" if chosen else "text")
        self._quiet = shown.colour("selection-idle-text" if chosen else "muted")

    def draw(self) -> None:
        if self._ground:
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.setPen(self._theme.colour("focus") if self._focused else Qt.PenStyle.NoPen)
            self._painter.setBrush(self._ground)
            self._painter.drawRoundedRect(QRectF(self._rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6)
        inner = self._rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        line = QFontMetrics(self._font).height()
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        second = first.translated(0, line + _GAP)
        self._words(first, self._row.title, self._ink)
        self._font = measures.sized(self._font, measures.SMALL)
        self._draw_byline(self._draw_counts(second))

    def _words(self, rect: QRect, text: str, colour: QColor) -> None:
        self._painter.setFont(self._font)
        self._painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft if self._to_end else Qt.AlignmentFlag.AlignRight
        draw_text(self._painter, rect, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_byline(self, rect: QRect) -> None:
        """The date stays whole; the publisher gives way, altogether where only a letter or two would be left of it."""
        if not (self._row.date and self._row.publisher):
            self._words(rect, self._row.byline, self._quiet)
            return
        metrics = QFontMetrics(self._font)
        beside = metrics.horizontalAdvance(self._row.byline) - metrics.horizontalAdvance(self._row.publisher)
        room = rect.width() - beside - 1
        if room < min(metrics.horizontalAdvance(self._row.publisher), metrics.averageCharWidth() * _LEAST_LETTERS):
            self._words(rect, self._row.date, self._quiet)
            return
        publisher = metrics.elidedText(self._row.publisher, Qt.TextElideMode.ElideRight, room)
        self._words(rect, in_a_row(publisher, self._row.date), self._quiet)

    def _draw_counts(self, rect: QRect) -> QRect:
        """Draws the counts at the end of a line and gives what is left of it."""
        for name, count in (("contradiction", self._row.findings), ("claim", self._row.claims)):
            if count:
                rect = self._draw_count(rect, name, str(count))
        return self._draw_count(rect, "withheld", "") if self._row.withheld else rect

    def _draw_count(self, rect: QRect, name: str, count: str) -> QRect:
        number = QFontMetrics(self._font).horizontalAdvance(count) + 2
        width = _ICON + 2 + number
        left = rect.right() - width + 1 if self._to_end else rect.left()
        icon = QRectF(left, rect.center().y() - _ICON / 2 + 1, _ICON, _ICON)
        icons.paint(self._painter, icon, name, self._quiet)
        self._words(QRect(left + _ICON + 3, rect.top(), number, rect.height()), count, self._quiet)
        return rect.adjusted(0, 0, -width - 8, 0) if self._to_end else rect.adjusted(width + 8, 0, 0, 0)
