"""Typed Markdown as it reads: text in looks, and links that are only told when they are clicked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from factcheck import citations
from factcheck.markup import Block, Piece, blocks
from factcheck.ui import measures, theme
from factcheck.ui.text import tr

#: Scheme of what leads to a piece of evidence, not to a page.
_CITED = "evidence"
_INDENT = 18


class Preview(QTextBrowser):
    """Shows Markdown. Loads nothing, goes nowhere by itself, is as high as its text."""

    #: Address of a web page.
    link_wished = Signal(str)
    #: Number of a piece of evidence.
    evidence_wished = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._evidence = "", 0
        self.setAccessibleName(tr("{field}, as it reads", field=name))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser { border: none; background: transparent; padding: 0; }")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._clicked)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing is ever loaded."""
        return None

    def show_text(self, text: str, evidence: int) -> None:
        """Show typed Markdown; numbers up to that of the `evidence` lead there."""
        self._text, self._evidence = text, evidence
        self.document().clear()
        cursor = QTextCursor(self.document())
        for number, block in enumerate(blocks(text) or _nothing()):
            self._write(cursor, block, number == 0)

    def _write(self, cursor: QTextCursor, block: Block, first: bool) -> None:
        shape = QTextBlockFormat()
        shape.setTextIndent(0)
        shape.setLeftMargin(_INDENT * block.depth)
        shape.setTopMargin(0 if first else 6)
        cursor.setBlockFormat(shape) if first else cursor.insertBlock(shape)
        if block.marker:
            cursor.insertText(f"{block.marker} ", self._look(Piece("")))
        for number, line in enumerate(block.lines):
            if number:
                cursor.insertText("\N{LINE SEPARATOR}", self._look(Piece("")))
            for piece in line:
                self._write_piece(cursor, piece, block.heading)

    def _write_piece(self, cursor: QTextCursor, piece: Piece, heading: int) -> None:
        look = self._look(piece, heading)
        for text, number in citations.pieces(piece.text):
            cited = QTextCharFormat(look)
            if 0 < number <= self._evidence and not piece.link:
                self._lead(cited, f"{_CITED}:{number}")
            cursor.insertText(text, cited)

    def _look(self, piece: Piece, heading: int = 0) -> QTextCharFormat:
        look = QTextCharFormat()
        font = QFont(self.font())
        if heading:
            font.setPointSizeF(font.pointSizeF() * (measures.TITLE if heading == 1 else measures.HEADING))
        font.setBold(piece.bold or bool(heading))
        font.setItalic(piece.italic)
        if piece.code:
            font.setFamilies(["monospace"])
        look.setFont(font)
        look.setForeground(theme.current().colour("text"))
        if piece.link:
            self._lead(look, piece.link)
        return look

    @staticmethod
    def _lead(look: QTextCharFormat, target: str) -> None:
        look.setAnchor(True)
        look.setAnchorHref(target)
        look.setForeground(theme.current().colour("link"))
        look.setFontUnderline(True)

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() == _CITED:
            self.evidence_wished.emit(int(url.path()))
        else:
            self.link_wished.emit(url.toString())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), int(self.document().size().height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.updateGeometry)


def _nothing() -> Iterable[Block]:
    return [Block(((Piece(tr("Nothing is written yet."), italic=True),),))]
