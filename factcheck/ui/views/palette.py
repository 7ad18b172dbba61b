"""One line to type in and what fits below it: actions, articles and claims by name, or words anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui import theme
from factcheck.ui.accessible import announce
from factcheck.ui.offers import Offer, Sort
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views.cell import CellDelegate, Index, draw_text

_WIDEST, _MARGIN, _ROWS, _ROW_HEIGHT = 680, 24, 11, 34
_OFFER = int(Qt.ItemDataRole.UserRole)
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class Palette(QFrame):
    """Lies over the top of a window while something is chosen. Escape, or a look elsewhere, puts it away."""

    #: An `Offer` was taken.
    taken = Signal(object)
    #: What is typed: what fits it is to be shown.
    typed = Signal(str)
    #: It was put away.
    left = Signal()

    def __init__(self, over: QWidget, name: str, prompt: str, purpose: str) -> None:
        """`name` is what it is, `prompt` stands in the empty line, whose purpose is told to a screen reader."""
        super().__init__(over)
        self._over = over
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.line = QLineEdit()
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(purpose)
        self.line.textChanged.connect(self.typed)
        self.line.installEventFilter(self)
        self.model = _Model(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What fits"))
        self.list.clicked.connect(self._take)
        self.nothing = QLabel()
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("muted", True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setFixedHeight(2 * _ROW_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        for part in (self.line, self.list, self.nothing):
            column.addWidget(part)
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Lies over the window from now on, with nothing typed."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.line.clear()
        self.typed.emit("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown(self) -> list[Offer]:
        """What is offered for what is typed, best first."""
        return self.model.offers

    def offer(self, found: Sequence[Offer], nothing: str) -> None:
        """What fits what is typed, best first; `nothing` says that there is none."""
        self.model.set_offers(list(found))
        self.nothing.setText(nothing)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._say_current()
        edge = self.list.contentsMargins()
        self.list.setFixedHeight(min(_ROWS, max(1, len(found))) * _ROW_HEIGHT + edge.top() + edge.bottom())
        self._place()

    def _say_current(self) -> None:
        """The keys stay in the line: what would be taken is said, for whoever does not see it."""
        offer = self.list.currentIndex().data(_OFFER)
        announce(self.line, offer.name if isinstance(offer, Offer) else self.nothing.text())

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        offer = index.data(_OFFER)
        if isinstance(offer, Offer):
            self._leave()
            self.taken.emit(offer)

    def _leave(self) -> None:
        """Puts it away; the keys go back to where they were."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus()

    def _place(self) -> None:
        width = min(_WIDEST, self._over.width() - 2 * _MARGIN)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setGeometry((self._over.width() - width) // 2, 3 * _MARGIN, width, self.sizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:
        self.model.set_offers([])
        self.left.emit()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self._before is not None:
            self.hide()  # another window, or a click beside it: the keys have gone elsewhere already
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif event.key() in _MOVES:
            self.list.keyPressEvent(event)
            self._say_current()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.colour("muted"), 1))
        painter.setBrush(shown.colour("panel"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        painter.end()


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def set_offers(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (_sort_name(offer.sort), offer.name, offer.hint)))
        return offer if role == _OFFER else None


class _Delegate(CellDelegate):
    """The name, and at the end in quieter letters what tells it from others."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink = self.ground(painter, option, index)
        offer = index.data(_OFFER)
        if not isinstance(offer, Offer):
            return
        painter.save()
        painter.setFont(option.font)
        room = option.rect.adjusted(10, 0, -10, 0)
        hint = _hint(offer)
        width = min(painter.fontMetrics().horizontalAdvance(hint) + 4, room.width() // 2)
        rightwards = option.direction is Qt.LayoutDirection.LeftToRight
        end = QRect(room.right() - width if rightwards else room.left(), room.top(), width, room.height())
        start = room.adjusted(0, 0, -width - 16, 0) if rightwards else room.adjusted(width + 16, 0, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(ink)
        draw_text(painter, start, (left if rightwards else right) | middle, offer.name)
        quiet = ink
        quiet.setAlphaF(0.75)
        painter.setPen(quiet)
        draw_text(painter, end, (right if rightwards else left) | middle, hint)
        painter.restore()


def _hint(offer: Offer) -> str:
    """ "Ctrl+E", "Article · Kelmark Press", "Claim 3"."""
    if offer.sort in (Sort.action, Sort.text):
        return offer.hint
    name = _sort_name(offer.sort)
    return in_a_row(name, offer.hint) if offer.sort is Sort.article else f"{name} {offer.hint}".rstrip()


def _sort_name(sort: Sort) -> str:
    return {
        Sort.action: tr("Action"),
        Sort.article: tr("Article"),
        Sort.claim: tr("Claim"),
        Sort.evidence: tr("Evidence on claim"),
        Sort.text: tr("Text"),
    }[sort]
