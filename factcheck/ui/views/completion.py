"""What a project has in a field already, offered while one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class Completion(QObject):
    """Completes a line; what is offered is asked for when the keys come to it."""

    def __init__(self, field: QLineEdit, known: Callable[[], Sequence[str]]) -> None:
        super().__init__(field)
        self._known = known
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._words.setStringList([*self._known()])
        return super().eventFilter(watched, event)
