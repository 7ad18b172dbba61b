"""Pages of a document below one another, drawn by somebody else as they come into view."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from factcheck.ui import theme
from factcheck.ui.views.preview_pictures import Pictures
from factcheck.ui.views.preview_zones import Zone, Zones

#: Pixels between pages and around them.
_GAP = 16
_STEP = 48
#: Pixels to the point at zoom 1, as other programs show a page at 100 per cent.
_NATURAL = 96 / 72
_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_WAIT_MS = 30


_Slide = QAbstractSlider.SliderAction
_MOVES = {
    Qt.Key.Key_Home: _Slide.SliderToMinimum,
    Qt.Key.Key_End: _Slide.SliderToMaximum,
    Qt.Key.Key_PageDown: _Slide.SliderPageStepAdd,
    Qt.Key.Key_Space: _Slide.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Slide.SliderPageStepSub,
    Qt.Key.Key_Down: _Slide.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Slide.SliderSingleStepSub,
}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class PageView(QAbstractScrollArea):
    """Shows pages by their sizes at once, and each page's picture when it is there."""

    #: Pages without a picture at this many pixels to the point, those in view first.
    wanted = Signal(list, float)
    #: Key of a zone.
    zone_clicked = Signal(str)
    #: The page in view, from 0.
    page_changed = Signal(int)
    #: 1.0 is the natural size.
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._sizes: Sequence[tuple[float, float]] = ()
        self._tops: list[float] = []
        self._zones = Zones()
        self._pictures = Pictures()
        #: None: as wide as there is room.
        self._zoom: float | None = None
        self._hovered, self._marked, self._page = "", "", 0
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(_STEP)

    # --- what is shown ---

    def set_pages(self, sizes: Sequence[tuple[float, float]], zones: Sequence[Zone]) -> None:
        """Other pages; the place that one reads at stays, and old pictures until new ones come."""
        at, within = self._place()
        self._sizes = sizes
        self._zones = Zones(zones)
        self._pictures.outdate(len(sizes))
        self._lay_out()
        self._go_to(at, within)
        self._tell_page()
        self._soon.start()

    def set_picture(self, page: int, scale: float, image: QImage) -> None:
        """A page's picture; `scale` as it was wanted."""
        if page < len(self._sizes):
            self._pictures.put(page, scale, image, self._in_view())
            self.viewport().update()

    def mark(self, key: str) -> None:
        """The zones of this key stand out."""
        self._marked = key
        self.viewport().update()

    def reveal(self, key: str) -> None:
        """Scrolls to the first zone of this key."""
        if first := self._zones.first(key):
            self._go_to(first.page, first.top * self._scale() - _GAP)

    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def picture(self, page: int) -> QImage | None:
        """A page's picture, if there is one."""
        return self._pictures.get(page)

    # --- zoom ---

    def zoom(self) -> float:
        """As it is now; 1.0 is the natural size."""
        return self._scale() / _NATURAL

    def set_zoom(self, zoom: float | None) -> None:
        """None: as wide as there is room."""
        at, within = self._place()
        share = within / self._scale() if self._sizes else 0.0
        self._zoom = zoom
        self._lay_out()
        self._go_to(at, share * self._scale())
        self.zoomed.emit(self.zoom())
        self._soon.start()

    def step_zoom(self, steps: int) -> None:
        """Larger or smaller by so many steps."""
        now = self.zoom()
        wider = [z for z in _ZOOMS if (z > now + 0.01 if steps > 0 else z < now - 0.01)]
        if wider:
            self.set_zoom(wider[min(steps, len(wider)) - 1] if steps > 0 else wider[max(steps, -len(wider))])

    def _scale(self) -> float:
        """Pixels to the point."""
        if self._zoom is not None:
            return self._zoom * _NATURAL
        widest = max((width for width, _ in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * _GAP
        return min(max(room, 100) / widest, _ZOOMS[-1] * _NATURAL)

    # --- where things are ---

    def _lay_out(self) -> None:
        scale = self._scale()
        self._tops, top = [], float(_GAP)
        for _, height in self._sizes:
            self._tops.append(top)
            top += height * scale + _GAP
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(max(room.height() - _STEP, 1))
        down.setRange(0, max(0, round(top) - room.height()))
        widest = max((width for width, _ in self._sizes), default=0.0) * scale + 2 * _GAP
        across.setPageStep(room.width())
        across.setRange(0, max(0, round(widest) - room.width()))
        self.viewport().update()

    def _place(self) -> tuple[int, float]:
        """The page at the upper edge, and how many pixels of it are above."""
        value = self.verticalScrollBar().value()
        page = max(0, bisect_right(self._tops, value) - 1)
        return page, value - (self._tops[page] if self._tops else _GAP)

    def _go_to(self, page: int, within: float) -> None:
        if self._tops:
            self.verticalScrollBar().setValue(round(self._tops[min(page, len(self._tops) - 1)] + within))

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, max(first, bisect_right(self._tops, bottom)))

    def _rect(self, page: int) -> QRectF:
        """A page in the viewport."""
        scale = self._scale()
        width, height = (side * scale for side in self._sizes[page])
        spare = self.viewport().width() - width
        x = spare / 2 if spare > 2 * _GAP else _GAP - self.horizontalScrollBar().value()
        return QRectF(round(x), round(self._tops[page] - self.verticalScrollBar().value()), width, height)

    def _zone_at(self, at: QPoint) -> str:
        for page in self._in_view():
            rect = self._rect(page)
            if rect.contains(at):
                return self._zones.at(page, (at.y() - rect.top()) / self._scale())
        return ""

    # --- pictures ---

    def _wanted_scale(self) -> float:
        return self._scale() * self.devicePixelRatioF()

    def _ask(self) -> None:
        """Asks for what is in view, and for a page before and after it."""
        if not self._sizes or not self.isVisible():
            return
        seen = self._in_view()
        scale = self._wanted_scale()
        near = [*seen, seen.stop, seen.start - 1]
        due = [p for p in near if 0 <= p < len(self._sizes) and not self._pictures.is_of(p, scale)]
        if due:
            self.wanted.emit(due, scale)

    def kept_bytes(self) -> int:
        """Bytes of all pictures."""
        return self._pictures.size()

    # --- Qt ---

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colours.colour("window"))
        for page in self._in_view() if self._sizes else ():
            rect = self._rect(page)
            painter.setPen(colours.colour("border"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            painter.fillRect(rect, Qt.GlobalColor.white)  # paper, in every theme
            if image := self._pictures.get(page):
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(rect, image)
            self._paint_zones(painter, page, rect)

    def _paint_zones(self, painter: QPainter, page: int, rect: QRectF) -> None:
        scale = self._scale()
        for zone in self._zones.of(page):
            if zone.key not in {self._hovered, self._marked}:
                continue
            top, height = rect.top() + zone.top * scale, (zone.bottom - zone.top) * scale
            strong = zone.key == self._marked
            colour = theme.load("light").colour("accent", 1.0 if strong else 0.45)  # it lies on paper
            painter.fillRect(QRectF(rect.left() + 10, top, 4, height), colour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        at, within = self._place()
        self._lay_out()
        self._go_to(at, within)
        self._soon.start()
        self.zoomed.emit(self.zoom())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _scrolled(self) -> None:
        self._soon.start()
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = max(0, bisect_right(self._tops, middle) - 1)
        if page != self._page:
            self._page = page
        self.page_changed.emit(page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down, key = self.verticalScrollBar(), Qt.Key(event.key())
        if key in _MOVES:
            down.triggerAction(_MOVES[key])
        elif key in _ZOOM_KEYS:
            self.step_zoom(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._zone_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (key := self._zone_at(event.position().toPoint())):
            self.zone_clicked.emit(key)
