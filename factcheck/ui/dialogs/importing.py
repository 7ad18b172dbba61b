"""The window of the import queue: rows, the details of one of them, and what can be done. It blocks nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from factcheck.i18n import Catalogue
from factcheck.ui import measures
from factcheck.ui.queue import CAN_BE_ADDED, CAN_BE_RETRIED, OPEN, Row, State, Wanted
from factcheck.ui.text import tr
from factcheck.ui.views.drop_zone import Aim, DropZone
from factcheck.ui.views.import_details import ImportDetails, wanted_texts
from factcheck.ui.views.queue_table import QueueTable
from factcheck.ui.views.wrapping import WrappingCheckBox

#: Narrower, the details stand below the rows.
_BESIDE = 900
_DETAILS = 400
#: Height of the rows above the details.
_ROWS = 240


class ImportDialog(QDialog):
    """Shows the queue, and wishes; rows by their ids."""

    add_wished = Signal()
    retry_wished = Signal(list)
    #: Ids; all that is under way if there are none.
    cancel_wished = Signal(list)
    remove_wished = Signal(list)
    #: Ids and a `Wanted`.
    all_wanted = Signal(list, str)
    #: Id of the row that a person went to, "" for none.
    chosen = Signal(str)
    closed = Signal()
    #: A person came back to it; what is chosen in the window may be another claim.
    entered = Signal()

    def __init__(self, catalogue: Catalogue, at_once: bool, parent: QWidget | None = None) -> None:
        """`at_once`: whether a single input is added without asking."""
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._rows: list[Row] = []
        self._adding: tuple[int, int] | None = None
        self.table, self.details = QueueTable(catalogue), ImportDetails(catalogue)
        self.retry = QPushButton(tr("&Retry"))
        self.cancel = QPushButton(tr("Ca&ncel"))
        self.cancel_all = QPushButton(tr("Cancel a&ll"))
        self.remove = QPushButton(tr("Re&move"))
        self.known = QPushButton(tr("What is there alread&y"))
        self.known.setMenu(self._known_menu())
        self.at_once = WrappingCheckBox(tr("Add a single input at once if nothing about it is doubtful"))
        self.at_once.setChecked(at_once)
        self.count, self.bar = QLabel(), QProgressBar()
        self.add = QPushButton()
        self.add.setProperty("primary", True)
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._wire()
        #: More can be dropped on it.
        self.zone = DropZone(self, lambda _given, _at: Aim(tr("Drop to import"), self.parts.geometry()))
        self.show_rows([])
        self.resize(1240, 700)

    def _lay_out(self) -> None:
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("muted", True)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(tr("Progress"))
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(1)
        self.table.setMinimumHeight(_ROWS)
        self.parts.addWidget(self.table)
        self.parts.addWidget(self.details)
        self.parts.setStretchFactor(0, 1)
        top = _row(self.retry, self.cancel, self.cancel_all, self.remove, self.known, None, self.count, self.bar)
        foot = _row(self.at_once, None, self.close_button, self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.parts, 1)
        layout.addLayout(foot)

    def _wire(self) -> None:
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return is for the fields and the rows
        self.retry.clicked.connect(lambda: self.retry_wished.emit(self.table.selected()))
        self.cancel.clicked.connect(lambda: self.cancel_wished.emit(self.table.selected()))
        self.cancel_all.clicked.connect(lambda: self.cancel_wished.emit([]))
        self.remove.clicked.connect(lambda: self.remove_wished.emit(self.table.selected()))
        self.table.remove_wished.connect(self.remove_wished)
        self.table.menu_wished.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(lambda _: self.details.form.fields["title"].setFocus())
        self.add.clicked.connect(self.add_wished)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.add.click)

    def show_rows(self, rows: Sequence[Row], claim: str = "") -> None:
        """Shows the queue; `claim` names the claim that is chosen in the window."""
        self._rows = list(rows)
        self.table.show_queue(self._rows)
        if self.table.current() is None and self._rows:
            self.table.select(self._first().id)
        self.details.show_row(self._current(), claim)
        self._allow()

    def _first(self) -> Row:
        """The first that a person must say something to."""
        doubts = (State.failed, State.media, State.known)
        return next((row for row in self._rows if row.state in doubts), self._rows[0])

    def _current(self) -> Row | None:
        return next((row for row in self._rows if row.id == self.table.current()), None)

    def show_adding(self, done: int, total: int) -> None:
        """How far adding has come; nothing is being added if all is done."""
        self._adding = (done, total) if done < total else None
        self._allow()

    def _allow(self, *_: object) -> None:
        selected = set(self.table.selected())
        states = {row.state for row in self._rows if row.id in selected}
        under_way = sum(row.state in OPEN for row in self._rows)
        ready = sum(row.chosen and row.state in CAN_BE_ADDED for row in self._rows)
        self.retry.setEnabled(bool(states & CAN_BE_RETRIED))
        self.cancel.setEnabled(bool(states & OPEN))
        self.cancel_all.setEnabled(bool(under_way or self._adding))
        self.remove.setEnabled(bool(selected))
        self.known.setEnabled(any(row.state is State.known for row in self._rows))
        self.add.setText(tr("&Add %n article(s)", ready) if ready else tr("&Add"))
        self.add.setEnabled(bool(ready) and not under_way and not self._adding)
        self._tell(under_way)

    def _tell(self, under_way: int) -> None:
        total, done = len(self._rows), len(self._rows) - under_way
        self.bar.setVisible(bool(under_way or self._adding))
        if self._adding:
            done, total = self._adding
            self.count.setText(tr("Adding {done} of {total}", done=done, total=total))
        elif under_way:
            self.count.setText(tr("{done} of {total} read", done=done, total=total))
        else:
            self.count.setText(_summary(self._rows))
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _known_menu(self) -> QMenu:
        menu = QMenu(self)
        for wanted, said in wanted_texts().items():
            menu.addAction(said, partial(self._want_all, wanted))
        return menu

    def _want_all(self, wanted: Wanted) -> None:
        self.all_wanted.emit([row.id for row in self._rows if row.state is State.known], str(wanted))

    def _show_menu(self, at: QPoint) -> None:
        if self.table.selected():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for button in (self.retry, self.cancel, self.remove):
                entry = menu.addAction(button.text(), button.click)
                entry.setEnabled(button.isEnabled())
            menu.popup(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _BESIDE
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way != self.parts.orientation() or not event.oldSize().isValid():
            self.parts.setOrientation(way)
            self.parts.setStretchFactor(1, 0 if wide else 1)
            self.parts.setSizes([event.size().width() - _DETAILS, _DETAILS] if wide else [_ROWS, event.size().height()])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.entered.emit()

    def done(self, result: int) -> None:
        self.details.flush()
        super().done(result)
        self.closed.emit()


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; None is room between them."""
    row = QHBoxLayout()
    row.setContentsMargins(*measures.WIDE_BAR)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return row


def _summary(rows: Sequence[Row]) -> str:
    """ "12 ready, 1 failed"."""
    names = {
        State.ready: tr("ready"),
        State.known: tr("there already"),
        State.media: tr("without text"),
        State.failed: tr("failed"),
        State.added: tr("added"),
        State.cancelled: tr("cancelled"),
    }
    counts = {state: sum(row.state is state for row in rows) for state in names}
    return ", ".join(f"{number} {names[state]}" for state, number in counts.items() if number)
