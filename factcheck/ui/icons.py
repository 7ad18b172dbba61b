"""Icons: our own SVG files, in the colour of the text around them, sharp on every screen and right in every theme."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from factcheck.paths import resource
from factcheck.ui import theme


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def paint(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into a rectangle in one colour."""
    _renderer(name, colour.name()).render(painter, rect)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Read once for each colour: a list draws the same few icons in every row."""
    return QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))


class _Tinted(QIconEngine):
    """Takes its colour from the theme whenever it is drawn, so that a change of theme needs no new icons."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        paint(painter, QRectF(rect), self._name, theme.current().colour(self._colour(mode)))
        painter.restore()

    def _colour(self, mode: QIcon.Mode) -> str:
        return "selection-text" if mode is QIcon.Mode.Selected else self._role

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._role)


def icon(name: str, role: str = "text") -> QIcon:
    """The icon of a file in `resources/icons`, in the theme's colour of this role."""
    return QIcon(_Tinted(name, role))
