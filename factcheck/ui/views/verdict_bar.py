"""The ratings of a scale as buttons, each with digit, sign, word and colour, and the definition in view."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.model import Rating, Scale, Verdict
from factcheck.ui import measures, theme
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.cell import draw_text
from factcheck.ui.views.flow import FlowLayout
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import when


class RatingButton(QAbstractButton):
    """One rating."""

    #: The pointer or the keys are on it, or have left it.
    looked_at = Signal(bool)

    def __init__(self, rating: Rating, digit: int | None, parent: QWidget | None = None) -> None:
        """`digit` is the key that gives it, if there is one."""
        super().__init__(parent)
        self.rating = rating
        self._digit = "" if digit is None else str(digit)
        self.setText(rating.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keyed = tr("{label}, key {digit}", label=rating.label, digit=self._digit) if self._digit else rating.label
        self.setAccessibleName(keyed)
        self.setAccessibleDescription(rating.definition)
        self.setToolTip(tooltip(rating.definition))

    def sizeHint(self) -> QSize:
        metrics, small = self.fontMetrics(), QFontMetrics(self._small())
        words = metrics.horizontalAdvance(self._words())
        return QSize(words + small.horizontalAdvance(self._digit) + 26, metrics.height() + 12)

    def _words(self) -> str:
        return f"{self.rating.sign} {self.rating.label}".strip()

    def _small(self) -> QFont:
        return measures.sized(self.font(), measures.TINY)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, swatch = theme.current(), theme.current().swatch(self.rating.colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QColor(swatch.fill) if chosen or self.isEnabled() else shown.colour("border")
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(QColor(swatch.fill) if chosen else shown.colour("hover" if self.underMouse() else "base"))
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(swatch.text) if chosen else shown.colour("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4)
        ink = "text" if self.isEnabled() else "disabled"
        self._paint_words(painter, QColor(swatch.text) if chosen else shown.colour(ink), chosen)
        painter.end()

    def _paint_words(self, painter: QPainter, colour: QColor, chosen: bool) -> None:
        room = self.rect().adjusted(9, 0, -9, 0)
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._small())
        painter.setPen(colour if chosen or not self.isEnabled() else theme.current().colour("muted"))
        side = start | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, room, side, self._digit)
        taken = painter.fontMetrics().horizontalAdvance(self._digit) + 6
        painter.setFont(self.font())
        painter.setPen(colour)
        rest = QRect(room).adjusted(0, 0, -taken, 0) if self.isRightToLeft() else room.adjusted(taken, 0, 0, 0)
        draw_text(painter, rest.adjusted(-1, 0, 1, 0), side, self._words())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.looked_at.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked_at.emit(False)


class _Definition(PlainText):
    """Takes the room of the longest of several texts while one goes over them, so that nothing below it jumps."""

    def __init__(self) -> None:
        super().__init__(role="muted")
        self._all: Sequence[str] = ()
        self._room: dict[int, int] = {}

    def reserve(self, texts: Sequence[str]) -> None:
        """Room for each of these from now on; none: for what it shows."""
        if [*texts] != [*self._all]:
            self._all, self._room = texts, {}
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._room = {}
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Asked for dozens of times whenever the panel is laid out, and always the same."""
        if width not in self._room:
            heights = (PlainText.height_of(text, self.font(), width) for text in self._all)
            self._room[width] = max(heights, default=0)
        return max(super().heightForWidth(width), self._room[width])


class VerdictBar(QWidget):
    """Gives a verdict on a scale."""

    #: Key of the rating, "" to take the verdict back.
    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self._given = ""
        self._row = FlowLayout()
        self.buttons: dict[str, RatingButton] = {}
        self._definition = _Definition()
        self._who = PlainText(role="muted")
        self.clear = QPushButton(tr("Clear"))
        self.clear.setAccessibleName(tr("Clear verdict"))
        self.clear.setProperty("link", True)
        self.clear.clicked.connect(partial(self.wished.emit, ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._row)
        row = QHBoxLayout()
        row.addWidget(self._who, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.clear)
        layout.addLayout(row)
        layout.addWidget(self._definition)  # last, so that room it leaves free parts it from what comes below

    def show_verdict(self, scale: Scale, verdict: Verdict | None) -> None:
        """The ratings of a scale, and the one that is given."""
        self._given = verdict.rating if verdict and verdict.scale_id == scale.id else ""
        wanted = [r for r in scale.ratings if not r.retired or r.key == self._given]
        if [b.rating for b in self.buttons.values()] != wanted:
            self._make_buttons(wanted)
        self._scale = scale
        for key, button in self.buttons.items():
            button.setChecked(key == self._given)
        self._definition.setVisible(bool(wanted))
        if not any(button.underMouse() or button.hasFocus() for button in self.buttons.values()):
            self._definition.reserve(())
        self._tell()
        rated = verdict is not None and bool(verdict.rating)
        self.clear.setVisible(rated)
        self._who.setVisible(rated)
        if verdict:
            self._who.set_text(", ".join(filter(None, (tr("Given by {who}", who=verdict.who), when(verdict.given)))))

    def _make_buttons(self, ratings: Sequence[Rating]) -> None:
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        digits = iter([1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
        for rating in ratings:
            button = RatingButton(rating, None if rating.retired else next(digits, None))
            button.clicked.connect(partial(self._clicked, rating.key))
            button.looked_at.connect(partial(self._look, rating))
            self.buttons[rating.key] = button
            self._row.addWidget(button)

    def _clicked(self, key: str) -> None:
        self.buttons[key].setChecked(key == self._given)  # shown as it is until the wish comes true
        if key != self._given:
            self.wished.emit(key)

    def _look(self, rating: Rating, looked_at: bool) -> None:
        if looked_at:
            self._definition.reserve([_defined(button.rating) for button in self.buttons.values()])
        self._tell(rating if looked_at else None)

    def _tell(self, rating: Rating | None = None) -> None:
        rating = rating or (self._scale.rating(self._given) if self._scale else None)
        hint = tr("No verdict yet. A digit gives one.")
        self._definition.set_text(_defined(rating) if rating else hint)


def _defined(rating: Rating) -> str:
    return tr("{label}: {definition}", label=rating.label, definition=rating.definition)
