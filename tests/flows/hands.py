"""Two hands at the window: keys and the mouse, and nothing else. What they do is what a person could do.

Keys are written as they are pressed: `"dead<Return>"` is four letters and Return, `"<Ctrl+L>"` one chord.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from factcheck.model import Article, Record
from factcheck.text import Span
from tests.ui.walking import shown
from tests.ui.window.person import LEFT, NONE, Person

_CHORD = re.compile(r"<([^<>]+)>")
#: As many times the Tab key is pressed before something counts as out of reach.
_FAR = 80

#: Milliseconds that a key may take before somebody looks whether it opened a dialog.
_PATIENCE = 15_000

#: What is done about a dialog: keys typed into it, or anything else.
Answer = str | Callable[[QDialog], object]


class Hands(Person):
    """A person who works with keys and mouse alone."""

    #: Where this person's files lie.
    folder: Path

    def __init__(self, qtbot: QtBot, name: str) -> None:
        super().__init__(qtbot, name)
        #: All records as they stood at some moments, by what one calls them.
        self.kept: dict[str, list[Record]] = {}

    def keep(self, moment: str) -> None:
        """Remembers all records as they stand."""
        self.kept[moment] = self.dump()

    def article(self, title: str) -> Article:
        """An article by its title."""
        return next(a for a in self.state().each(Article) if a.title == title)

    # --- keys ---

    def type(self, keys: str, *answers: Answer) -> str:
        """Presses keys one after the other. Dialogs that come get the `answers`; what the last one said is given."""
        return self._answered(lambda: self._strike(keys), answers)

    def _strike(self, keys: str) -> None:
        for number, part in enumerate(_CHORD.split(keys)):
            for key in [part] if number % 2 else part:
                self._press_one(key, chord=bool(number % 2))

    def _press_one(self, key: str, chord: bool) -> None:
        window = self._window()
        if key == "Menu" and chord:
            self._menu_key()
        elif chord:
            QTest.keySequence(window, QKeySequence(key))
        elif key.isascii():
            QTest.keyClick(window, ord(key))
        else:
            self._letter(key)
        QApplication.processEvents()

    def _menu_key(self) -> None:
        """What Qt makes of this key; the window system of the tests does not tell it."""
        focused = self.focus()
        at = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
        how = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(focused, QContextMenuEvent(how, at, focused.mapToGlobal(at)))

    def _letter(self, letter: str) -> None:
        """A letter that has no key of its own on the keyboard that Qt's tests know."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, NONE, letter))

    def _window(self) -> QWindow:
        """Where the keys arrive. Without a screen nobody makes a window active again when a dialog or a menu closes."""
        popup, last = QApplication.activePopupWidget(), QApplication.activeWindow()
        last = last if last and last.isVisible() else None
        over = popup or QApplication.activeModalWidget() or last or self.window
        if popup is None and QApplication.activeWindow() is not over:
            over.activateWindow()
            self.until(lambda: QApplication.activeWindow() is over)
        self._over = over.window()  # while its wrapper lives, so does that of its window
        found = self._over.windowHandle()
        assert found is not None
        return found

    def focus(self) -> QWidget:
        """What has the keys."""
        self._window()
        found = QApplication.focusWidget()
        assert found is not None, "the keys go nowhere"
        return found

    def tab_to(self, name: str, key: str = "<Tab>") -> int:
        """Presses Tab until something of this name has the keys; how often."""
        for pressed in range(_FAR):
            if name in (self.focus().accessibleName(), _plain(_words(self.focus()))):
                return pressed
            self.type(key)
        raise AssertionError(f"Tab does not lead to {name}")

    def go_to_pane(self, pane: int) -> None:
        """The keys go to a pane of the desk."""
        for _ in self.bench.desk.panes():
            self.type("<Alt+2>")
            if self.bench.desk.current_pane() == pane:
                return
        raise AssertionError(f"the keys do not reach pane {pane}")

    # --- mouse ---

    def drag(self, over: QWidget, start: QPointF, end: QPointF) -> None:
        """From one point of a widget to another, with the button down."""
        middle = (start + end) / 2
        for kind, at, button, held in (
            (QEvent.Type.MouseButtonPress, start, LEFT, LEFT),
            (QEvent.Type.MouseMove, middle, Qt.MouseButton.NoButton, LEFT),
            (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, LEFT),
            (QEvent.Type.MouseButtonRelease, end, LEFT, Qt.MouseButton.NoButton),
        ):
            QApplication.sendEvent(over, QMouseEvent(kind, at, over.mapToGlobal(at), button, held, NONE))
        QApplication.processEvents()

    def drag_over(self, file: str, words: str) -> None:
        """Selects words of an article by drawing the mouse over them."""
        text = self.text(file)
        start = text.text().index(words)
        self.drag(text.viewport(), self._edge(file, start, first=True), self._edge(file, start + len(words) - 1))
        found = text.selected()
        assert found is not None
        assert found.of(text.text()) == words, found.of(text.text())

    def drag_end(self, file: str, words: str, to: str) -> None:
        """Takes hold of the end of a mark over `words` and lets it go behind `to`."""
        text = self.text(file).text()
        ends = [text.index(part) + len(part) - 1 for part in (words, to)]
        self.drag(self.text(file).viewport(), self._edge(file, ends[0]), self._edge(file, ends[1]))

    def _edge(self, file: str, at: int, first: bool = False) -> QPointF:
        """The edge of a letter at which one begins to read it, or ends; one pixel within it."""
        text = self.text(file)
        box = text.span_rect(Span(at, at + 1))
        assert not box.isEmpty(), "the words are not in view"
        leftwards = unicodedata.bidirectional(text.text()[at]) in {"R", "AL"}
        return QPointF(box.left() + 1 if first is not leftwards else box.right() - 1, box.center().y())

    def press_button(self, button: QWidget, *answers: Answer) -> str:
        """A click; dialogs that it opens are answered."""
        assert button.isVisible(), f"{button.accessibleName()} is not in view"
        assert button.isEnabled(), f"{button.accessibleName()} cannot be pressed"
        return self._answered(lambda: self.click(button), answers)

    def menu(self, title: str, entry: str, *answers: Answer) -> str:
        """An entry of the menu bar, by the mouse."""
        bar = self.window.menuBar()
        at = next(action for action in bar.actions() if _plain(action.text()) == title)
        self.click(bar, bar.actionGeometry(at).center())
        return self.choose(entry, *answers)

    def context_menu(self, entry: str, *answers: Answer) -> str:
        """An entry of the menu of what has the keys, by the menu key."""
        self.type("<Menu>")
        return self.choose(entry, *answers)

    def choose(self, entry: str, *answers: Answer) -> str:
        """An entry of the menu that is open, by the mouse; "Set status › decided" goes through a menu inside it."""
        *outer, last = entry.split(" › ")
        for name in outer:
            self._click_entry(name)
        return self._answered(lambda: self._click_entry(last), answers)

    def _click_entry(self, name: str) -> None:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu), "no menu is open"
        offered = {_plain(action.text()): action for action in popup.actions()}
        assert name in offered, f"{name} is not among {[*offered]}"
        assert offered[name].isEnabled(), f"{name} cannot be chosen"
        inner = offered[name].menu()
        QTest.mouseClick(popup, LEFT, NONE, popup.actionGeometry(offered[name]).center())
        if inner is None:
            QApplication.processEvents()
        else:
            self.until(lambda: QApplication.activePopupWidget() is inner)  # menus in menus take their time

    # --- dialogs ---

    def _answered(self, wish: Callable[[], object], answers: Sequence[Answer]) -> str:
        """Does what opens dialogs, sooner or later, and answers them. What the last one said comes back."""
        if not answers:
            self._unasked(wish)
            return ""
        before, told, faults = QApplication.activeModalWidget(), list[str](), list[BaseException]()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or dialog is before or not dialog.isVisible():
                waiting.start()
                return
            told.append(self.reads(dialog))
            try:
                self._answer(dialog, answers[len(told) - 1])
            except BaseException as error:  # it must not leave the dialog open
                faults.append(error)
                dialog.reject()
            if len(told) < len(answers) and not faults:
                waiting.start()

        waiting = QTimer(singleShot=True, interval=2)
        waiting.timeout.connect(look)
        waiting.start()
        wish()
        self.until(lambda: faults or len(told) == len(answers), 100)  # some come after work in the background
        if faults:
            raise faults[0]
        return told[-1]

    def _unasked(self, wish: Callable[[], object]) -> None:
        """Does what opens no dialog; one that opens all the same would be waited for without end."""
        met: list[str] = []
        before = QApplication.activePopupWidget() or QApplication.activeModalWidget()

        def refuse() -> None:
            over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if over is not None and over is not before:
                met.append(self.reads(over))
                over.close()

        watch = QTimer(singleShot=True, interval=_PATIENCE)
        watch.timeout.connect(refuse)
        watch.start()
        wish()
        watch.stop()
        assert not met, f"nobody was to be asked: {met[0]}"

    def _answer(self, dialog: QDialog, answer: Answer) -> None:
        if callable(answer):
            answer(dialog)
        else:
            self.type(answer)
        assert not dialog.isVisible(), f"“{dialog.windowTitle()}” does not take this: {self.reads(dialog)}"

    # --- eyes ---

    def entries(self) -> list[str]:
        """What the menu that is open offers."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu), "no menu is open"
        return [_plain(action.text()) for action in popup.actions()]

    def reads(self, root: QWidget) -> str:
        """All words that can be seen in a part of the window."""
        found = (words for widget in shown(root) if (words := _words(widget)))
        return "\n".join([root.windowTitle(), *found])

    def line(self, table: QAbstractItemView, place: int) -> str:
        """A row of a table as it is read."""
        model = table.model()
        cells = (model.index(place, column).data() for column in range(model.columnCount()))
        return " · ".join(str(cell) for cell in cells if cell not in (None, ""))

    def lines(self, table: QAbstractItemView) -> list[str]:
        """All rows of a table."""
        return [self.line(table, place) for place in range(table.model().rowCount())]


def _plain(text: str) -> str:
    return text.replace("&", "").split("\t")[0]


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    return said if isinstance(said, str) else ""
