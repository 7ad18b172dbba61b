"""A big article with very many highlights: what a person waits for, against all of them given to `QPlainTextEdit`.

The peer is what most programs do: one `ExtraSelection` for each highlight, all handed over again when one is added or a
key is struck in the find bar. Both show the same text and the same spans in a viewport of one size, offscreen, each in
a process of its own, so that memory can be told apart.
"""

import os
import random
import statistics
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from math import log
from multiprocessing import get_context
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.views.article_pane import ShownArticle
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.desk_find import DeskFind
from factcheck.ui.views.marks import Mark

WORDS = (
    "district rescue service said that seven barges lay at the north quay while water rose behind the old gate".split()
)
MEGABYTES = 5
COUNTS = (1_000, 10_000, 100_000)
ROUNDS = 9
SIZE = (1400, 900)
SOUGHT = "barges"

Seconds = dict[str, float]


def prose(megabytes: float, chance: random.Random) -> str:
    """Paragraphs of some hundred words, each another order of the same few."""
    paragraphs, size = [], 0
    while size < megabytes * 1_000_000:
        paragraphs.append(" ".join(chance.choice(WORDS) for _ in range(90)) + ".")
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def places(text: str, count: int, chance: random.Random) -> list[Span]:
    """Spans of some words, anywhere."""
    starts = (chance.randrange(len(text) - 200) for _ in range(count))
    return [Span(start, start + chance.randrange(20, 120)) for start in starts]


def taken(action: Callable[[], object]) -> float:
    """Seconds of processor time of one action, since others may use the machine; each ends with what it paints.

    What ours leaves to idle moments, such as counting all hits in turns of 4 ms, is done before the next.
    """
    began = process_time()
    action()
    took = process_time() - began
    QApplication.processEvents()
    return took


def median(action: Callable[[], object]) -> float:
    """Of several rounds."""
    return statistics.median(taken(action) for _ in range(ROUNDS))


def resident() -> int:
    """Bytes of memory that the process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


# --- ours -------------------------------------------------------------------------------------------------------------


def open_desk(text: str) -> Desk:
    """A desk with one article that fills it."""
    desk = Desk()
    desk.close_pane(1)
    desk.resize(*SIZE)
    desk.set_choices([("a", "An article", "")])
    desk.show_article(ShownArticle("a", "v", "An article", "", "", "en", text))
    desk.show()
    QApplication.processEvents()
    return desk


def ours(count: int) -> Seconds:
    """Seconds of each action with so many highlights, and bytes that they take."""
    theme.apply(QApplication([]), "light")
    chance = random.Random(7)
    text = prose(MEGABYTES, chance)
    spans = places(text, count, chance)
    desk = open_desk(text)
    pane, find = desk.panes()[0], DeskFind(desk, desk.find_bar)
    before = resident()
    marks = [Mark(str(i), span, "false", "×", "", i) for i, span in enumerate(spans)]

    def show() -> None:
        desk.set_marks("a", marks)
        pane.text.viewport().repaint()

    told = {"show": taken(show)}
    told["memory"] = resident() - before

    def jump() -> None:
        pane.text.scroll_to(chance.randrange(len(text)))
        pane.text.viewport().repaint()

    def add() -> None:
        start = pane.text.first_visible_offset()
        desk.put_mark("a", Mark("new", Span(start + 10, start + 60), "true", "+", ""))
        pane.text.viewport().repaint()

    told["jump"], told["add one"] = median(jump), median(add)
    find.open()
    typed = iter([SOUGHT[: 1 + n % len(SOUGHT)] for n in range(ROUNDS)])

    def key() -> None:
        desk.find_bar.field.setText(next(typed))
        pane.text.viewport().repaint()

    told["key in find"] = median(key)
    return told


def dense() -> float:
    """Seconds of painting 500 words with 60 highlights, up to six over one another."""
    theme.apply(QApplication([]), "light")
    chance = random.Random(7)
    text = prose(0.003, chance)
    step = len(text) // 60
    spans = [Span(i * step, min(len(text), i * step + step * (1 + i % 6) + 30)) for i in range(60)]
    desk = open_desk(text)
    colours = ("true", "mostly-true", "mixed", "mostly-false", "false", "worst")
    desk.set_marks("a", [Mark(str(i), span, colours[i % 6], "×", "", i) for i, span in enumerate(spans)])
    return median(desk.panes()[0].text.viewport().repaint)


# --- the peer ---------------------------------------------------------------------------------------------------------


def peer(count: int) -> Seconds:
    """The same with `setExtraSelections`."""
    _app = QApplication([])
    chance = random.Random(7)
    text = prose(MEGABYTES, chance)
    spans = places(text, count, chance)
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.resize(*SIZE)
    view.setPlainText(text)
    view.show()
    QApplication.processEvents()
    before = resident()
    made: list[QTextEdit.ExtraSelection] = []

    def show() -> None:
        made.extend(_selection(view, span) for span in spans)
        view.setExtraSelections(made)
        view.viewport().repaint()

    told = {"show": taken(show), "memory": 0.0}
    told["memory"] = resident() - before

    def jump() -> None:
        block = view.document().findBlock(chance.randrange(len(text)))
        view.verticalScrollBar().setValue(block.firstLineNumber())
        view.viewport().repaint()

    def add() -> None:
        made.append(_selection(view, Span(10, 60)))
        view.setExtraSelections(made)
        view.viewport().repaint()

    told["jump"], told["add one"] = median(jump), median(add)
    typed = iter([SOUGHT[: 1 + n % len(SOUGHT)] for n in range(ROUNDS)])

    def key() -> None:
        view.setExtraSelections([*made, *_hits(view, text, next(typed))])
        view.viewport().repaint()

    told["key in find"] = median(key)
    return told


def _selection(view: QPlainTextEdit, span: Span) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(view.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    form = QTextCharFormat()
    form.setBackground(QColor("#f2c6c6"))
    made.cursor, made.format = cursor, form
    return made


def _hits(view: QPlainTextEdit, text: str, words: str) -> list[QTextEdit.ExtraSelection]:
    """All places, as ours finds them."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(_selection(view, Span(at, at + len(words))))
        at = text.find(words, at + 1)
    return found


# --- the table --------------------------------------------------------------------------------------------------------


def exponent(few: float, many: float) -> float:
    """Growth from the fewest highlights to the most: 1 is as they grow, 0 is not at all."""
    return log(many / few) / log(COUNTS[-1] / COUNTS[0])


def main() -> int:
    """Measures and prints a table."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as alone:
        mine = {count: alone.submit(ours, count).result() for count in COUNTS}
        theirs = alone.submit(peer, COUNTS[-1]).result()
        painted = alone.submit(dense).result()
    most = mine[COUNTS[-1]]
    print(f"{MEGABYTES} MB, {COUNTS[-1]:,} highlights\n")
    print("| | ours | setExtraSelections | times faster | growth exponent |\n|---|---|---|---|---|")
    for name in ("show", "jump", "add one", "key in find"):
        grown = exponent(mine[COUNTS[0]][name], most[name])
        ratio = theirs[name] / most[name]
        print(f"| {name} | {most[name] * 1e3:.1f} ms | {theirs[name] * 1e3:.0f} ms | {ratio:.0f} | {grown:.2f} |")
    held, theirs_held = most["memory"] / 1e6, theirs["memory"] / 1e6
    print(f"| memory of the highlights | {held:.0f} MB | {theirs_held:.0f} MB | {theirs_held / held:.0f} | |")
    print(f"\n500 words, 60 highlights, six deep: painted in {painted * 1e3:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
