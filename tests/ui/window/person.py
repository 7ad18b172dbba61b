"""A person at the window: everything goes through keys, the mouse, and the actions of the menus."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMenu, QToolButton, QWidget
from pytestqt import exceptions as qtbot_says
from pytestqt.qtbot import QtBot

from factcheck import settings
from factcheck.model import RECORD_TYPES, Article, Record
from factcheck.records import Records
from factcheck.text import Span
from factcheck.ui.dialogs.importing import ImportDialog
from factcheck.ui.main_window import MainWindow
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.card import Card

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton

D = TypeVar("D", bound=QDialog)


def dump(state: Records) -> list[Record]:
    """All records, as they stand."""
    return [record for kind in RECORD_TYPES for record in sorted(state.each(kind), key=lambda r: r.id)]


class Person:
    """Works at one window."""

    def __init__(self, qtbot: QtBot, name: str = "Ada Brandt") -> None:
        self.qtbot = qtbot
        self.window = MainWindow(settings.Settings(name=name, id="wada", appearance="light"))
        self.window.resize(1400, 900)
        self.window.show()
        self.come_back()
        self.bench = self.window.bench

    def come_back(self) -> None:
        """To this window, as from another program."""
        self.window.activateWindow()
        self.until(lambda: QApplication.activeWindow() is self.window, 5)

    # --- keys and mouse ---

    def press(self, *keys: Key, mod: Qt.KeyboardModifier = NONE) -> None:
        """Keys one after the other, to whatever has the focus."""
        for key in keys:
            QTest.keyClick(self._focused(), key, mod)

    def enter(self, text: str, dialog: QDialog | None = None) -> None:
        """Letters, to whatever has the focus, in the window or in a dialog."""
        QTest.keyClicks(dialog.focusWidget() if dialog else self._focused(), text)

    def _focused(self) -> QWidget:
        """What has the focus. Without a screen nobody makes our window active again after a dialog or a popup."""
        self.qtbot.wait(0)
        if QApplication.activeWindow() is not self.window:
            self.come_back()
        return QApplication.focusWidget() or self.window

    def act(self, name: str) -> None:
        """An entry of a menu."""
        action = self.window.actions_by_key[name]
        assert action.isEnabled(), name
        action.trigger()

    def can(self, name: str) -> bool:
        return self.window.actions_by_key[name].isEnabled()

    def text_of(self, name: str) -> str:
        """What the menu calls an action."""
        return self.window.actions_by_key[name].text().replace("&", "")

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, NONE, at or widget.rect().center())

    def told(self) -> str:
        """What the message over the window says."""
        return self.bench.toast.text()

    def until(self, ready: Callable[[], object], seconds: float = 20) -> None:
        try:
            self.qtbot.waitUntil(lambda: bool(ready()), timeout=int(seconds * 1000))
        except qtbot_says.TimeoutError as error:
            error.add_note(self.situation())
            raise

    def situation(self) -> str:
        """What to know of a window in which something does not come."""
        jobs = ", ".join(job.name for job in self.bench.jobs._under_way) or "none"
        app, facts = QApplication, self.bench.facts
        return (
            f"active: {app.activeWindow()}; popup: {app.activePopupWidget()}; "
            f"focus: {app.focusWidget()}; jobs: {jobs}; told: {self.told()!r}; "
            f"facts: {facts.isVisible()}, {facts.grid.accessibleDescription()!r}"
        )

    def rest(self) -> None:
        """Until nothing is under way and everything is matched."""
        feed, large = self.bench.feed, self.bench.large
        self.until(lambda: not (self.bench.jobs.running() or feed._soon.isActive() or large.busy or large.held))

    # --- dialogs ---

    def answering(self, kind: type[D], fill: Callable[[D], object], wish: Callable[[], object]) -> None:
        """Does `wish`, which opens a dialog of this kind; fills it and accepts it."""
        faults: list[BaseException] = []
        seen: list[D] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind) or QApplication.activeWindow() is not dialog:
                waiting.start()
                return
            seen.append(dialog)
            try:
                fill(dialog)
                _ok(dialog)
            except BaseException as error:  # it must not leave the dialog open
                faults.append(error)
                dialog.reject()

        waiting = QTimer(singleShot=True, interval=5)
        waiting.timeout.connect(look)
        waiting.start()
        wish()
        self.until(lambda: seen, 30)  # some come after work in the background
        if faults:
            raise faults[0]
        self.come_back()

    def choose_in(self, menu: QMenu, *path: str) -> None:
        """Entries of a menu and its submenus; the last is chosen."""
        for name in path:
            entry = next(a for a in menu.actions() if a.text().replace("&", "").split("\t")[0] == name)
            inner = entry.menu()
            if isinstance(inner, QMenu):
                menu = inner
        entry.trigger()
        while isinstance(popup := QApplication.activePopupWidget(), QMenu):
            popup.close()

    def menu_of(self, card: Card) -> QMenu:
        """The menu that the button in a card's corner opens."""
        button = next(b for b in card.findChildren(QToolButton) if b.isVisibleTo(card))
        self.click(button)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    # --- the project ---

    def state(self) -> Records:
        return self.bench.state

    def dump(self) -> list[Record]:
        return dump(self.state())

    def article(self, file: str) -> Article:
        return next(a for a in self.state().each(Article) if a.file == file)

    def import_files(self, *paths: Path) -> None:
        """As if dropped on the window, and matched."""
        before = self.state().count(Article)
        self.drop(self.window, *paths)
        if len(paths) > 1 or paths[0].is_dir():
            self.add_from_queue()
        self.until(lambda: self.state().count(Article) > before and not self.bench.jobs.running("import"))
        self.until(lambda: "imported" in self.told())
        self.rest()

    def drop(self, on: QWidget, *paths: Path, at: QPoint | None = None) -> None:
        """Files let go over a widget."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop_data(on, data, at)

    def drop_data(self, on: QWidget, data: QMimeData, at: QPoint | None = None) -> bool:
        """Anything dragged over a widget and let go; whether it was taken."""
        place = at or on.rect().center()
        copy, event = Qt.DropAction.CopyAction, None
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(place, copy, data, LEFT, NONE)
            QApplication.sendEvent(on, event)
        if event is None or not event.isAccepted():
            return False
        QApplication.sendEvent(on, QDropEvent(QPointF(place), copy, data, LEFT, NONE))
        return True

    def queue_is_shown(self) -> bool:
        """Whether the window of the import queue is open."""
        dialog = self.window.queueing.dialog
        return dialog is not None and dialog.isVisible()

    def queue_dialog(self) -> ImportDialog:
        """The window of the import queue."""
        self.until(self.queue_is_shown)
        dialog = self.window.queueing.dialog
        assert dialog is not None
        return dialog

    def queue(self) -> ImportDialog:
        """The window of the import queue, once all is read."""
        dialog = self.queue_dialog()
        self.until(lambda: not self.bench.jobs.running("import") and not self.window.queueing._news.isActive())
        return dialog

    def add_from_queue(self) -> None:
        """All that is ready."""
        dialog = self.queue()
        self.until(dialog.add.isEnabled)
        self.click(dialog.add)

    # --- articles ---

    def open_article(self, file: str, other: bool = False) -> None:
        """By keys, in the list of articles."""
        self.press(Key.Key_1, mod=ALT)
        rows = self.bench.articles
        self.press(Key.Key_Home)
        for _ in range(rows.model.rowCount()):
            if rows.selected() == self.article(file).id:
                break
            self.press(Key.Key_Down)
        assert rows.selected() == self.article(file).id
        self.press(Key.Key_Return, mod=CTRL if other else NONE)

    def text(self, file: str) -> ArticleText:
        """Where an article is read."""
        pane = self.bench.desk.pane_of(self.article(file).id)
        assert pane is not None, f"{file} is not open"
        return self.bench.desk.panes()[pane].text

    def sees(self, file: str, words: str) -> bool:
        """Whether the beginning of these words is in view."""
        text = self.text(file)
        start = text.text().index(words)
        rect = text.span_rect(Span(start, start + len(words)))
        return not rect.isEmpty() and 0 <= rect.top() < text.viewport().height()

    def go_to_text(self, file: str) -> ArticleText:
        """The keys go to an article that is open."""
        text = self.text(file)
        for _ in self.bench.desk.panes():
            self.press(Key.Key_2, mod=ALT)
            if self._focused() is text:
                return text
        raise AssertionError(f"the keys do not reach {file}")

    def select(self, file: str, words: str) -> None:
        """Words of an article, by keys."""
        text = self.go_to_text(file)
        start = text.text().index(words)
        self.press(Key.Key_Home, mod=CTRL)
        self.press(*[Key.Key_Right] * start)
        self.press(*[Key.Key_Right] * len(words), mod=SHIFT)
        found = text.selected()
        assert found is not None
        assert found.of(text.text()) == words

    def point(self, file: str, words: str) -> QPointF:
        """In the middle of the first line of these words."""
        text = self.text(file)
        start = text.text().index(words)
        return text.span_rect(Span(start, start + len(words))).center()

    def click_words(self, file: str, words: str) -> None:
        text = self.text(file)
        self.click(text.viewport(), self.point(file, words).toPoint())


def _ok(dialog: QDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    button = box.button(QDialogButtonBox.StandardButton.Ok)
    assert button.isEnabled(), "the dialog does not take what was typed"
    QTest.mouseClick(button, LEFT)
