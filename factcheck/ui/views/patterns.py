"""The underlines that tell verdicts apart without colour, drawn from small tiles, since Qt's dashes are slow."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

SUGGESTION, OPINION = "suggestion", "opinion"
#: What nobody has marked yet.
FAINT = frozenset({SUGGESTION, OPINION})
#: Pixels drawn and left out in turn, by the name of the colour; what is not here is a line.
_DASHES: dict[str, tuple[int, ...]] = {
    "mostly-true": (11, 4),
    "mixed": (8, 3, 2, 3),
    "mostly-false": (5, 3),
    "neutral": (2, 3),
    "caution": (9, 3, 2, 3, 2, 3),
    SUGGESTION: (1, 3),
    OPINION: (6, 6),
}
_WAVES = {"false": 1.5, "worst": 2.2}
_THICK = {"unrated": 1, SUGGESTION: 1, OPINION: 1}
_THICKNESS = 2
_PERIOD = 8
_HEIGHT = 6


class Patterns:
    """Draws underlines; keeps the tiles."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[str, str, float], QPixmap] = {}

    def underline(self, painter: QPainter, name: str, colour: QColor, left: float, right: float, y: int) -> None:
        """The underline of a rating's colour from left to right, at y: on whole pixels, so that it is sharp."""
        if name in _DASHES or name in _WAVES:
            tile = self._tile(name, colour, painter.device().devicePixelRatio())
            painter.drawTiledPixmap(QRectF(left, y - _HEIGHT // 2, right - left, _HEIGHT), tile, QPointF())
        else:
            thick = _THICK.get(name, _THICKNESS)
            painter.fillRect(QRectF(left, y - 1, right - left, thick), colour)

    def _tile(self, name: str, colour: QColor, ratio: float) -> QPixmap:
        key = (name, colour.name(QColor.NameFormat.HexArgb), ratio)
        if key not in self._tiles:
            self._tiles[key] = _drawn(name, colour, ratio)
        return self._tiles[key]


def _drawn(name: str, colour: QColor, ratio: float) -> QPixmap:
    width = _PERIOD if name in _WAVES else sum(_DASHES[name])
    tile = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in _WAVES:
        painter.setPen(QPen(colour, _WAVES[name]))
        painter.drawPath(_wave())
    else:
        _draw_dashes(painter, name, colour)
    painter.end()
    return tile


def _draw_dashes(painter: QPainter, name: str, colour: QColor) -> None:
    thick = _THICK.get(name, _THICKNESS)
    x = 0
    for i, length in enumerate(_DASHES[name]):
        if i % 2 == 0:
            painter.fillRect(QRectF(x, _HEIGHT // 2 - 1, length, thick), colour)
        x += length


def _wave() -> QPainterPath:
    """Two bows and a bit on both sides, so that tiles join."""
    middle, bow = _HEIGHT / 2, _PERIOD / 2
    path = QPainterPath(QPointF(-bow, middle))
    for i in range(-1, 3):
        lift = 3.2 if i % 2 else -3.2
        path.quadTo(QPointF((i + 0.5) * bow, middle + lift), QPointF((i + 1) * bow, middle))
    return path
