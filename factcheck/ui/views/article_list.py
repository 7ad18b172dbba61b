"""The column of articles: title, publisher, date, how many claims and findings; filter, open, correct, withdraw."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.text import ending_together, tr
from factcheck.ui.views import withheld
from factcheck.ui.views.article_rows import ArticleDelegate, ArticleRow, ArticleRows
from factcheck.ui.views.empty_state import EmptyState

__all__ = ["ArticleList", "ArticleRow"]

_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Rows(QListView):
    """Return opens, with Ctrl in the other pane; F2 corrects, Delete withdraws."""

    open_wished = Signal(str, bool)
    edit_wished = Signal(str)
    withdraw_wished = Signal(str)
    withhold_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ArticleDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(lambda _: self._open(other=False))
        self.setAccessibleName(tr("Articles"))

    def article_id(self) -> str:
        """Id of the current row, "" if there is none."""
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row.article_id if isinstance(row, ArticleRow) else ""

    def _open(self, *, other: bool) -> None:
        if self.article_id():
            self.open_wished.emit(self.article_id(), other)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Return opens here, and letters look for a title, whatever the window does with them elsewhere."""
        asked = event if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) else None
        if asked and (asked.key() in _RETURN or _is_letter(asked)):
            asked.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/":
            event.ignore()  # else Qt would look for a title that begins so
        elif self.article_id() and self._take(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _RETURN:
            self._open(other=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_F2:
            self.edit_wished.emit(self.article_id())
        elif key == Qt.Key.Key_Delete:
            self.withdraw_wished.emit(self.article_id())
        else:
            return False
        return True

    def _show_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            menu = self.build_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def _is_withheld(self) -> bool:
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return isinstance(row, ArticleRow) and row.withheld

    def build_menu(self) -> QMenu:
        """What can be done with the current article."""
        menu = QMenu(self)
        menu.addAction(icon("article"), tr("Open")).triggered.connect(lambda: self._open(other=False))
        menu.addAction(icon("split"), tr("Open in the other pane")).triggered.connect(lambda: self._open(other=True))
        menu.addSeparator()
        edit = menu.addAction(tr("Title, publisher, date…"))
        edit.triggered.connect(lambda: self.edit_wished.emit(self.article_id()))
        withdraw = menu.addAction(tr("Withdraw article"))
        withdraw.triggered.connect(lambda: self.withdraw_wished.emit(self.article_id()))
        withheld.add_wish(menu, self._is_withheld(), lambda: self.withhold_wished.emit(self.article_id()))
        return menu


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key is part of a title, as it is typed; words are filtered by after "/"."""
    plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return plain and event.text() != "/" and event.text().isprintable() and bool(event.text())


class ArticleList(QWidget):
    """Shows rows and asks for articles to be opened, corrected, withdrawn, imported."""

    #: Article, and whether in the pane beside the current one.
    open_wished = Signal(str, bool)
    edit_wished = Signal(str)
    withdraw_wished = Signal(str)
    withhold_wished = Signal(str)
    import_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticleRows(self)
        self.list = _Rows()
        self.list.setModel(self.model)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter articles"))
        self.filter.setAccessibleName(tr("Filter articles"))
        self.filter.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("muted", True)
        self.empty = EmptyState("import", tr("Import articles…"))
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_rows(())

    def _lay_out(self) -> None:
        title = QLabel(tr("Articles"))
        title.setTextFormat(Qt.TextFormat.PlainText)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.add = QToolButton()
        self.add.setIcon(icon("add"))
        self.add.setToolTip(tr("Import articles"))
        self.add.setAccessibleName(tr("Import articles"))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.add)
        top = QVBoxLayout()
        top.setContentsMargins(*measures.FRAMED)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)

    def set_read_only(self, read_only: bool) -> None:
        """Whether articles can come in."""
        for button in (self.add, self.empty.button):
            button.setEnabled(not read_only)

    def _connect(self) -> None:
        self.list.open_wished.connect(self.open_wished)
        self.list.edit_wished.connect(self.edit_wished)
        self.list.withdraw_wished.connect(self.withdraw_wished)
        self.list.withhold_wished.connect(self.withhold_wished)
        self.empty.button.clicked.connect(self._on_empty_button)
        self.add.clicked.connect(self.import_wished)
        self.filter.textChanged.connect(self._refilter)
        self.filter.returnPressed.connect(self._focus_first)

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show these articles; what is selected and where one scrolled to stay."""
        self._keeping(lambda: self.model.set_rows(rows))

    def _refilter(self, words: str) -> None:
        self._keeping(lambda: self.model.set_filter(words))

    def _keeping(self, change: Callable[[], None]) -> None:
        selected, scrolled = self.selected(), self.list.verticalScrollBar().value()
        change()
        at = self.model.row_of(selected)
        if at is not None:
            self.list.setCurrentIndex(self.model.index(at, 0))
        self.list.verticalScrollBar().setValue(scrolled)
        self._show_page()

    def _show_page(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.count.setText(str(total) if shown == total else tr("{shown} of {total}", shown=shown, total=total))
        self.filter.setVisible(total > 0)
        self._pages.setCurrentIndex(0 if shown else 1)
        if total:
            self.empty.say(
                tr("No article matches"), tr("Nothing has these words in title, publisher, date or file name.")
            )
            self.empty.button.setText(tr("Clear the filter"))
        else:
            self.empty.say("", ending_together(tr("Articles that you import are listed here.")))
            self.empty.button.setText(tr("Import articles…"))

    def _on_empty_button(self) -> None:
        if self.model.total:
            self.filter.clear()
            self.filter.setFocus()
        else:
            self.import_wished.emit()

    def _focus_first(self) -> None:
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the list or the filter left: the keys of the filter."""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            self.list.setFocus()
        elif event.text() == "/":
            self.filter.setFocus()
        else:
            super().keyPressEvent(event)

    def selected(self) -> str:
        """Id of the selected article, "" if there is none."""
        return self.list.article_id()

    def select(self, article_id: str) -> None:
        """Select an article, without opening it."""
        at = self.model.row_of(article_id)
        self.list.setCurrentIndex(self.model.index(at, 0) if at is not None else QModelIndex())

    def sizeHint(self) -> QSize:
        return QSize(264, 480)
