"""A label of one line that gives way: what does not fit is cut with an ellipsis and told in full by the tool tip."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from factcheck.ui.views.cell import draw_text


class ElidedLabel(QLabel):
    """Plain text only."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: The same in fewer words.
        self.shorter = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str, shorter: str = "") -> None:
        """`shorter` says the same in fewer words: it is shown where the text itself does not fit."""
        self.shorter = shorter
        super().setText(text)
        self.setAccessibleName(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip("" if self._fits() else f"<qt>{escape(self.text())}</qt>")

    def _fits(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()

    def shown(self) -> str:
        """The words that are drawn, as far as there is room."""
        return self.text() if self._fits() else self.shorter or self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        draw_text(painter, self.contentsRect(), side, self.shown())
