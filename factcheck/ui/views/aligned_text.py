"""Two sentences over each other, word under word: what both say is quiet, where they part is marked on both lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.matching import WordPair
from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.cell import draw_text, runs_rightwards

#: Room beside a word, between two words, and between two lines of pairs; beside a sign of a script without spaces.
_PAD, _GAP, _LEADING, _CLOSE = 3, 3, 10, 1


@dataclass(frozen=True, slots=True)
class _Cell:
    pair: WordPair
    #: From where the lines start, whatever side that is.
    x: int
    y: int
    width: int
    #: Room beside its words.
    pad: int


class AlignedText(QWidget):
    """Pairs of words, laid out in as many lines as it takes, from the side where the script starts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: Sequence[WordPair] = ()
        self._rightwards = True
        #: Most of it is in a script without spaces: what is beside one another touches.
        self._spaceless = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pairs(self, pairs: Sequence[WordPair]) -> None:
        """Show two sentences."""
        self._pairs = pairs
        self._spaceless = 2 * sum(map(_stands_alone, pairs)) > len(pairs)
        self._rightwards = runs_rightwards(" ".join(pair.left or pair.right for pair in pairs))
        self.setAccessibleName(told(pairs))
        self.updateGeometry()
        self.update()

    def pairs(self) -> Sequence[WordPair]:
        """What is shown."""
        return self._pairs

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    # --- layout ---

    def _line(self) -> int:
        return self.fontMetrics().height() + 2

    def cells(self, width: int) -> Iterator[_Cell]:
        """Where each pair stands in a widget of this width."""
        metrics, x, y = self.fontMetrics(), 0, 0
        for pair in self._pairs:
            pad = _CLOSE if self._spaceless and _stands_alone(pair) else _PAD
            wide = max(metrics.horizontalAdvance(pair.left), metrics.horizontalAdvance(pair.right)) + 2 * pad
            wide = min(wide, width)
            if x and x + wide > width:
                x, y = 0, y + 2 * self._line() + _LEADING
            yield _Cell(pair, x, y, wide, pad)
            x += wide + (0 if self._spaceless else _GAP)

    def heightForWidth(self, width: int) -> int:
        return max((cell.y for cell in self.cells(width)), default=0) + 2 * self._line()

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._line())

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), self._line()
        for cell in self.cells(self.width()):
            x = cell.x if self._rightwards else self.width() - cell.x - cell.width
            for place, word in enumerate((cell.pair.left, cell.pair.right)):
                rect = QRect(x, cell.y + place * line, cell.width, line)
                self._word(painter, rect, word, cell)
        painter.end()

    def _word(self, painter: QPainter, rect: QRect, word: str, cell: _Cell) -> None:
        """A word that differs is on a ground of its own and underlined: colour alone tells some people nothing."""
        shown, pad = theme.current(), cell.pad
        if not cell.pair.same:
            rect = rect.adjusted(0, 1, 0, -1)
            painter.fillRect(rect, shown.colour("clash") if word else _faint(shown.colour("clash")))
            if word:
                painter.setPen(QPen(shown.colour("clash-edge"), 2))
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(shown.colour("muted" if cell.pair.same else "text"))
        side = Qt.AlignmentFlag.AlignLeft if self._rightwards else Qt.AlignmentFlag.AlignRight
        draw_text(painter, rect.adjusted(pad, 0, 0, 0) if self._rightwards else rect.adjusted(0, 0, -pad, 0),
                  side | Qt.AlignmentFlag.AlignVCenter, word)  # fmt: skip


def _stands_alone(pair: WordPair) -> bool:
    """Whether a pair is of single signs, as in a script without spaces, or of what stands between them."""
    return all(len(word) < 3 and not word.isascii() for word in (pair.left, pair.right) if word)


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(0.3)
    return faint


def told(pairs: Sequence[WordPair]) -> str:
    """What a screen reader says: both sentences, and each place where they part."""
    left = " ".join(pair.left for pair in pairs if pair.left)
    right = " ".join(pair.right for pair in pairs if pair.right)
    apart = "; ".join(
        tr("“{one}” against “{other}”", one=" ".join(one), other=" ".join(other)) for one, other in _runs(pairs)
    )
    said = tr("First: {left} Second: {right}", left=left, right=right)
    return (
        tr("{both} They differ in: {what}", both=said, what=apart)
        if apart
        else tr("{both} All words are the same.", both=said)
    )


def _runs(pairs: Sequence[WordPair]) -> Iterator[tuple[list[str], list[str]]]:
    """The words that differ, those beside one another together."""
    one: list[str] = []
    other: list[str] = []
    for pair in [*pairs, WordPair("", "", True)]:
        if not pair.same:
            one += [pair.left] if pair.left else []
            other += [pair.right] if pair.right else []
        elif one or other:
            yield one, other
            one, other = [], []
