"""The window of the report's preview: pages, and beside them what is still missing. It blocks nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui import accessible, measures
from factcheck.ui.dialogs.rows import wrapped_list
from factcheck.ui.text import tr
from factcheck.ui.views.combo import Choice
from factcheck.ui.views.preview_pages import PageView
from factcheck.ui.views.preview_zones import Zone

_ROW = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing, and where it is mended; `claim_id` "" if it is of no claim."""

    code: str
    text: str
    claim_id: str
    record_id: str
    #: Package that mends it.
    package: str = ""


class PreviewDialog(QDialog):
    """Shows a report as it would go out, and wishes."""

    #: Another template, language or choice of claims.
    options_changed = Signal()
    export_wished = Signal()
    print_wished = Signal()
    #: Claim id.
    claim_wished = Signal(str)
    #: A `Lack`.
    mend_wished = Signal(object)

    def __init__(
        self, templates: Sequence[tuple[str, str]], languages: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Keys and names of what can be chosen."""
        super().__init__(parent)
        self.setWindowTitle(tr("Report preview"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.pages = PageView()
        self.pages.setAccessibleName(tr("Pages of the report"))
        self.template = _choice(tr("Template"), templates)
        self.language = _choice(tr("Language of the report"), languages)
        self.claims = _choice(tr("Claims"), ())
        self.where, self.percent, self.state = (_quiet() for _ in range(3))
        self.state.setWordWrap(True)
        self.missing = wrapped_list(tr("What is missing"))
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setStyleSheet("font-weight: 700;")
        self._lay_out()
        self._wire()
        self.resize(QSize(1180, 900))

    def _lay_out(self) -> None:
        self.smaller, self.larger = _button("−", tr("Smaller")), _button("+", tr("Larger"))
        self.fit = QPushButton(tr("Fit &width"))
        self.export = QPushButton(tr("&Export…"))
        self.export.setProperty("primary", True)
        self.print = QPushButton(tr("&Print…"))
        for button in (self.fit, self.export, self.print):
            button.setAutoDefault(False)  # Return is for what is missing
        head = QHBoxLayout()
        head.setContentsMargins(*measures.WIDE_BAR)
        head.setSpacing(8)
        head.addWidget(self.template)
        head.addWidget(self.language)
        head.addWidget(self.claims)
        head.addStretch()
        for widget in (self.where, self.smaller, self.percent, self.larger, self.fit):
            head.addWidget(widget)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(*[measures.APART] * 4)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self.missing, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.print)
        foot.addWidget(self.export)
        column.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.pages)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        split.setSizes([840, 340])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(split, 1)

    def _wire(self) -> None:
        for choice in (self.template, self.language, self.claims):
            choice.activated.connect(lambda _: self.options_changed.emit())
        self.smaller.clicked.connect(lambda: self.pages.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.pages.step_zoom(1))
        self.fit.clicked.connect(lambda: self.pages.set_zoom(None))
        self.export.clicked.connect(self.export_wished)
        self.print.clicked.connect(self.print_wished)
        self.pages.zone_clicked.connect(self.claim_wished)
        self.pages.page_changed.connect(lambda _: self._tell_place())
        self.pages.zoomed.connect(lambda _: self._tell_place())
        self.missing.itemActivated.connect(self._mend)
        self.missing.itemClicked.connect(self._mend)
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self.pages.step_zoom(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.pages.step_zoom(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # --- what is shown ---

    def show_report(self, sizes: Sequence[tuple[float, float]], zones: Sequence[Zone], lacks: Sequence[Lack]) -> None:
        """A report: its pages, where its claims stand, what is missing."""
        self.pages.set_pages(sizes, zones)
        kept = self.missing.currentRow()
        self.missing.clear()
        for lack in lacks:
            item = QListWidgetItem(lack.text)
            item.setData(_ROW, lack)
            self.missing.addItem(item)
        self.missing.setCurrentRow(min(kept, self.missing.count() - 1))
        missing = tr("Before it goes out: %n piece(s) missing", len(lacks)) if lacks else tr("Nothing is missing")
        self._count.setText(missing)
        self.say("")
        self._tell_place()

    def offer_claims(self, entries: Sequence[tuple[str, str]]) -> None:
        """Which claims can be looked at, the first of them now."""
        self.claims.clear()
        for key, text in entries:
            self.claims.addItem(text, key)
        self.claims.setVisible(len(entries) > 1)

    def say(self, text: str) -> None:
        """What is under way, or went wrong."""
        self.state.setText(text)

    def _tell_place(self) -> None:
        self.where.setText(_place(self.pages))
        self.percent.setText(f"{self.pages.zoom():.0%}")

    def _mend(self, item: QListWidgetItem) -> None:
        self.mend_wished.emit(item.data(_ROW))

    # --- Qt ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pages.setFocus()


def _place(pages: PageView) -> str:
    """Which page is read."""
    return tr("Page {page} of {count}", page=pages.page() + 1, count=pages.count()) if pages.count() else ""


accessible.tell(PageView, QAccessible.Role.Document, _place)


def _choice(name: str, entries: Sequence[tuple[str, str]]) -> Choice:
    made = Choice(name)
    for key, text in entries:
        made.addItem(text, key)
    return made


def _quiet() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("muted", True)
    return label


def _button(text: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
