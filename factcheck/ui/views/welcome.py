"""What is seen while no project is open: what was open before, and how to begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui import measures
from factcheck.ui.text import tr
from factcheck.ui.views.cell import CellDelegate, Index, draw_text, runs_rightwards

_WIDEST, _ROW_HEIGHT = 720, 52
#: The line round a list, which is seen where the keys are.
_RING = 1
_RECENT = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open before."""

    path: str
    name: str
    #: Folder and time of the last change, or that it is gone.
    where: str
    there: bool = True


class Welcome(QWidget):
    """Recent projects, and three ways to begin."""

    new_wished = Signal()
    open_wished = Signal()
    sample_wished = Signal()
    #: Path of a recent project: to open it, or to show it here no more.
    recent_wished = Signal(str)
    forget_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _label(tr("factcheck"), measures.NAME, QFont.Weight.Bold)
        what = _label(tr("Read side by side, mark what is claimed, weigh it, and say who said so."), 1.0)
        what.setProperty("muted", True)
        self.new = _button(tr("New project…"), self.new_wished, primary=True)
        self.open = _button(tr("Open a project…"), self.open_wished)
        self.sample = _button(tr("Look at the sample"), self.sample_wished)
        self.heading = _label(tr("Recent projects"), measures.HEADING, QFont.Weight.DemiBold)
        self.model = _Model(self)
        self.recent = self._list()
        self.hint = _label(tr("Or drop a project here, or the files to begin one with."), 1.0)
        self.hint.setProperty("muted", True)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(what)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.new, self.open, self.sample):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(24)
        column.addWidget(self.heading)
        column.addWidget(self.recent, 4)
        column.addSpacing(8)
        column.addWidget(self.hint)
        column.addStretch(1)
        inner = QWidget()
        inner.setLayout(column)
        inner.setMaximumWidth(_WIDEST)
        across = QHBoxLayout(self)
        across.setContentsMargins(32, 16, 32, 16)
        across.addWidget(inner, 1)

    def _list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(_Delegate(made))
        made.setUniformItemSizes(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setAccessibleName(tr("Recent projects"))
        made.activated.connect(lambda index: self._tell(index, self.recent_wished))
        made.clicked.connect(lambda index: self._tell(index, self.recent_wished))
        forget = QAction(tr("Take it off the list"), made)
        forget.setShortcut(Qt.Key.Key_Delete)
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forget.triggered.connect(lambda: self._tell(made.currentIndex(), self.forget_wished))
        made.addAction(forget)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return made

    def _tell(self, index: QModelIndex, wish: SignalInstance) -> None:
        shown = index.data(_RECENT)
        if isinstance(shown, Recent):
            wish.emit(shown.path)

    def set_recent(self, recent: Sequence[Recent]) -> None:
        """Shows these projects, the last one first."""
        self.model.set_recent(list(recent))
        self.heading.setVisible(bool(recent))
        self.recent.setVisible(bool(recent))
        self.recent.setMaximumHeight(len(recent) * _ROW_HEIGHT + 2 * _RING)
        if recent:
            self.recent.setCurrentIndex(self.model.index(0))

    def take_focus(self) -> None:
        """The keys go to the project that was open last, or to making one."""
        (self.recent if self.model.rowCount() else self.new).setFocus()


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._recent: list[Recent] = []

    def set_recent(self, recent: list[Recent]) -> None:
        self.beginResetModel()
        self._recent = recent
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._recent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        shown = self._recent[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown.name}, {shown.where}"
        return shown if role == _RECENT else None


class _Delegate(CellDelegate):
    """Two lines: what it is called, and where and when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink, shown = self.ground(painter, option, index), index.data(_RECENT)
        if not isinstance(shown, Recent):
            return
        painter.save()
        room = option.rect.adjusted(10, 6, -10, -6)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = upper.translated(0, room.height() // 2)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        quiet = ink
        quiet.setAlphaF(1 if shown.there else 0.75)
        painter.setPen(quiet)
        painter.setFont(font)
        draw_text(painter, upper, _side(option, shown.name), shown.name)
        quiet.setAlphaF(0.75)
        painter.setPen(quiet)
        painter.setFont(option.font)
        where = painter.fontMetrics().elidedText(shown.where, Qt.TextElideMode.ElideMiddle, lower.width())
        draw_text(painter, lower, _side(option, "a"), where)
        painter.restore()


def _side(option: QStyleOptionViewItem, text: str) -> Qt.AlignmentFlag:
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft or not runs_rightwards(text)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _label(text: str, times: float, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = measures.sized(label.font(), times)
    font.setWeight(weight)
    label.setFont(font)
    return label


def _button(text: str, wish: SignalInstance, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("primary", primary)
    button.clicked.connect(wish)
    return button
