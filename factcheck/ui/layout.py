"""Where the views stand in the window, how one gets to each by key, and that all this is remembered."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from factcheck.ui import frame, theme
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.text import tr
from factcheck.ui.views.section import Section, fold, folded
from factcheck.ui.views.tools import Tools
from factcheck.ui.views.welcome import Welcome

_TOOLS = ("import_files", "claim", "evidence_passage", "contradiction", "undo", "redo", "preview", "export")


class Layout:
    """Articles at the start, the desk in the middle, claims and findings below it, what is chosen at the end."""

    def __init__(self, window: QMainWindow, bench: Bench, actions: Actions) -> None:
        self._window, self._bench, self._actions = window, bench, actions
        #: Nothing is to be remembered of this window.
        self.forgetful = False
        self.lower = QTabWidget()
        self.lower.setDocumentMode(True)
        for page, title in ((QWidget(), tr("Findings")), (bench.claims, tr("Claims")), (QWidget(), tr("Facts"))):
            self.lower.addTab(page, title)
        self.chosen = QTabWidget()  # in no document mode, which has no line below which what is scrolled away goes
        for title in (tr("Claim"), tr("Finding")):
            self.chosen.addTab(QWidget(), title)
        self._middle = _split(Qt.Orientation.Vertical, bench.desk, self.lower)
        self._across = _split(Qt.Orientation.Horizontal, bench.articles, self._middle, self.chosen)
        for place, stretch in enumerate((0, 3, 1)):  # a small window takes from all that is not a mere list of names
            self._across.setStretchFactor(place, stretch)
        for place, stretch in enumerate((2, 1)):
            self._middle.setStretchFactor(place, stretch)
        self.lower.setAccessibleName(tr("Findings, claims and facts"))
        self.chosen.setAccessibleName(tr("Details"))
        self.welcome = Welcome()
        self._pages = QStackedWidget()
        for page in (self.welcome, self._across):
            self._pages.addWidget(page)
        window.setCentralWidget(self._pages)
        self._ways: dict[QWidget, Callable[[], object]] = {
            bench.articles: self.to_articles,
            bench.desk: lambda: bench.desk.focus_pane(bench.desk.current_pane()),
            bench.claims: self.to_claims,
        }
        self._way_back: Callable[[], object] = self.to_claims
        self._add_tools()
        self._restore()
        self._show_theme()

    def complete(self) -> None:
        """Puts those views in their places that are not seen first."""
        bench = self._bench
        for tabs, place, view in (
            (self.lower, 0, bench.findings),
            (self.lower, 2, bench.facts),
            (self.chosen, 0, bench.panel),
            (self.chosen, 1, bench.card),
        ):
            _put(tabs, place, view)
        for view in (bench.panel, bench.card):
            view.setAccessibleName(self.chosen.tabText(self.chosen.indexOf(view)))
        self._ways |= {bench.findings: self.to_findings, bench.facts: self.to_facts}
        self._fold()

    def _add_tools(self) -> None:
        bar = self._bar = Tools()
        for key in _TOOLS:
            if key in ("claim", "undo", "preview"):
                bar.addSeparator()
            bar.add(self._actions[key], named=key not in ("undo", "redo"))
        self._window.addToolBar(bar)

    def show_work(self, there: bool) -> None:
        """The project that is open; or, while none is, the first page."""
        self._pages.setCurrentWidget(self._across if there else self.welcome)
        self._bar.setVisible(there)

    # --- going somewhere ---

    def to_articles(self) -> None:
        """The keys go to the list of articles."""
        articles = self._bench.articles
        (articles.list if articles.list.isVisible() else articles.empty.button).setFocus()

    def to_desk(self) -> None:
        """The keys go to the article that was read last; if they are there already, to the one beside it."""
        desk, focused = self._bench.desk, QApplication.focusWidget()
        here = desk.current_pane()
        there = focused is not None and desk.panes()[here].isAncestorOf(focused)
        desk.focus_pane(desk.other_pane() if there else here)

    def split(self) -> None:
        """One more pane, which is where the next article opens."""
        self._bench.desk.focus_pane(self._bench.desk.split())

    def to_claims(self) -> None:
        """The keys go to the claims."""
        self.lower.setCurrentWidget(self._bench.claims)
        self._bench.claims.setFocus()

    def to_findings(self) -> None:
        """The keys go to the findings."""
        self.lower.setCurrentWidget(self._bench.findings)
        self._bench.findings.setFocus()

    def to_facts(self) -> None:
        """The keys go to the facts table."""
        self.lower.setCurrentWidget(self._bench.facts)
        self._bench.facts.setFocus()

    def to_panel(self) -> None:
        """The keys go to what is chosen: to its verdict or ruling, from where the keys that give one work."""
        self.chosen.currentWidget().setFocus()
        for bar in (self._bench.panel.verdict, self._bench.card.ruling):
            if bar.isVisible() and (buttons := [*bar.buttons.values()]):
                next((button for button in buttons if button.isChecked()), buttons[0]).setFocus()

    def note_where(self, before: QWidget | None, now: QWidget | None) -> None:
        """Where the keys were before they came to what is chosen."""
        if before and now and self.chosen.isAncestorOf(now) and not self.chosen.isAncestorOf(before):
            found = (way for part, way in self._ways.items() if part.isAncestorOf(before))
            self._way_back = next(found, self._way_back)

    def back(self) -> None:
        """The keys go back to where they were before they came to what is chosen."""
        self._way_back()

    def to_note(self) -> None:
        """The keys go to the note on the ruling of the chosen finding; where nothing is ruled yet, to the rulings."""
        self.show_card()
        note = self._bench.card.ruling.note
        if note.isEnabled() and note.isVisible():
            note.setFocus()
        else:
            self.to_panel()

    def to_work(self) -> None:
        """The keys go to where the work begins: the findings, or the button that imports what they are found in."""
        if self._bench.articles.list.isVisible():
            self.to_findings()
        else:
            self._bench.articles.empty.button.setFocus()

    def show_panel(self) -> None:
        """The chosen claim is in view."""
        self.chosen.setCurrentWidget(self._bench.panel)

    def show_card(self) -> None:
        """The chosen finding is in view."""
        self.chosen.setCurrentWidget(self._bench.card)

    # --- appearance ---

    def choose_theme(self, name: str) -> None:
        """Light, dark, high contrast, or as the system; remembered."""
        theme.appearance().choose(name)
        self._bench.choose(replace(self._bench.settings, appearance=name))
        self._show_theme()

    def _show_theme(self) -> None:
        for name in theme.NAMES:
            self._actions[name].setChecked(self._bench.settings.appearance == name)

    # --- remembering ---

    def remember(self) -> None:
        """Sizes and places, for the next start."""
        if self.forgetful:
            return
        store = frame.store()
        store.setValue("geometry", self._window.saveGeometry())
        store.setValue("across", self._across.saveState())
        store.setValue("middle", self._middle.saveState())
        store.setValue("claims", self._bench.claims.table.columns())
        store.setValue("folded", " ".join(["-", *folded(self._sections())]))  # a mere "" would read as nothing kept

    def _restore(self) -> None:
        self._across.setSizes([240, 860, 400])
        self._middle.setSizes([580, 280])
        store = frame.store()
        for key, restore in (
            ("across", self._across.restoreState),
            ("middle", self._middle.restoreState),
            ("claims", self._bench.claims.table.set_columns),
        ):
            state = store.value(key)
            if isinstance(state, QByteArray):
                restore(state)

    def _fold(self) -> None:
        closed = frame.store().value("folded")
        if isinstance(closed, str) and closed:
            fold(self._sections(), closed.split())

    def _sections(self) -> dict[str, Section]:
        return {key: section for key, (section, _) in self._bench.panel.sections.items()}


def _put(tabs: QTabWidget, place: int, view: QWidget) -> None:
    """A view where an empty page has kept its place; the page that is in view stays in view."""
    current, empty = tabs.currentIndex(), tabs.widget(place)
    tabs.insertTab(place, view, tabs.tabText(place))
    tabs.removeTab(place + 1)
    tabs.setCurrentIndex(current)
    if empty is not None:
        empty.deleteLater()


def _split(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
