"""The bar of tools: words beside the icons where all have room, else icons alone; no tool is ever hidden."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton

from factcheck.ui.text import tr


class Tools(QToolBar):
    """Actions as buttons; their names are their tooltips too."""

    def __init__(self) -> None:
        super().__init__(tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self._named: list[QToolButton] = []
        #: Room that all names need, once they had to go.
        self._wide = 0

    def add(self, action: QAction, named: bool = True) -> None:
        """One more; without its name if all know the icon."""
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        if named:
            self._named.append(button)
            self._show_names(True)

    def _show_names(self, shown: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if shown else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._named:
            button.setToolButtonStyle(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self._wide or self.sizeHint().width()
        if bool(self._wide) is not (event.size().width() < wide):
            self._wide = 0 if self._wide else wide
            self._show_names(not self._wide)
        super().resizeEvent(event)
