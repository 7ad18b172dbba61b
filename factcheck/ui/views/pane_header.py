"""The title block of a pane: what is read here, from whom and when, and two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.disputes_button import DisputesButton
from factcheck.ui.views.elided_label import ElidedLabel

#: Article id, title, publisher.
Choice = tuple[str, str, str]
_LABEL_WIDTH = 480


class PaneHeader(QFrame):
    """Asks for another article, or to be closed."""

    article_wished = Signal(str)
    close_wished = Signal()
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._article_id = ""
        self.title = ElidedLabel()
        measures.resize_letters(self.title, measures.HEADING, bold=True)
        self.byline = ElidedLabel()
        self.byline.setProperty("muted", True)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.disputes = DisputesButton()
        self.choose = _button("chevron", tr("Choose another article"))
        self.choose.setMenu(self.menu)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.close_button = _button("close", tr("Close this pane"))
        self.close_button.clicked.connect(self.close_wished)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(measures.CLOSE)
        row.addWidget(self.title, 1)
        for button in (self.disputes, self.choose, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.NEAR, measures.CLOSE, measures.NEAR, measures.NEAR)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.byline)  # all the way, below the buttons

    def show_words(self, article_id: str, title: str, byline: str, shorter: str = "") -> None:
        """What stands in the title block; the byline can be shorter where there is little room."""
        if article_id != self._article_id:
            self.disputes.set_disputes(())
        self._article_id = article_id
        self.title.setText(title)
        self.byline.setText(byline, shorter)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """The articles that can be chosen."""
        self._choices = tuple(choices)
        self.choose.setEnabled(bool(choices))

    def set_current(self, current: bool) -> None:
        """Show whether actions without a pane of their own mean this one."""
        if self.property("current") != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for article_id, title, publisher in self._choices:
            label = f"{title} · {publisher}" if publisher else title
            label = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, _LABEL_WIDTH)
            action = QAction(label.replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(article_id == self._article_id)
            action.triggered.connect(lambda _checked=False, id=article_id: self.article_wished.emit(id))
            self.menu.addAction(action)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit()


def _button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, "muted"))
    button.setIconSize(QSize(18, 18))
    button.setToolTip(text)
    button.setAccessibleName(text)
    return button
