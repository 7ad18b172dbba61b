"""The few spaces and sizes of letters that all views take theirs from; colours are those of `theme`."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

#: Pixels: between what belongs together, between neighbours, between groups, at the edge of a panel or dialog, and
#: round what stands alone.
CLOSE, NEAR, APART, EDGE, FAR = 4, 8, 12, 16, 24
#: How far a button of a heading reaches beyond what stands below, so that its sign stands over the edge of that.
HANG = 8
#: Round a bar of tools above a view, and round one that stands above or below a whole window.
BAR = (NEAR, 6, NEAR, 6)
WIDE_BAR = (APART, 10, APART, 10)
#: Round what stands in a frame: a card, a header.
FRAMED = (APART, NEAR, APART, NEAR)
#: Round an entry of a list whose entries have no frames.
LISTED = (NEAR, CLOSE, NEAR, CLOSE)

#: Sizes of letters beside that of the application: signs within a button, who said it, headings, titles, the name of
#: the program.
TINY, SMALL, HEADING, TITLE, NAME = 0.8, 0.9, 1.1, 1.25, 1.9


def sized(font: QFont, factor: float, bold: bool = False) -> QFont:
    """The same font so many times as large."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setBold(bold)
    return made


def resize_letters(widget: QWidget, factor: float, bold: bool = False) -> None:
    """Letters of a widget so many times as large as they were."""
    widget.setFont(sized(widget.font(), factor, bold))


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """What a dialog lays below one another; unless the dialog has a size of its own, it is as high as that."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    column.setSpacing(APART)
    dialog.installEventFilter(_Fitting(dialog))
    return column


class _Fitting(QObject):
    """Qt guesses the height of wrapped words before it knows how wide they are, and guesses too much.

    It holds nothing: it is told of events until the dialog is gone, when what it held may have been collected.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            column = watched.layout()
            if column is not None and not watched.testAttribute(Qt.WidgetAttribute.WA_Resized):
                watched.resize(watched.width(), column.totalHeightForWidth(watched.width()))
        return super().eventFilter(watched, event)
