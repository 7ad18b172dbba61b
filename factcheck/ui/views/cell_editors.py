"""What a cell of the claims table is edited with: a line that offers what is known, a list, a day with its calendar."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.model import Claim, Status
from factcheck.text import canonical
from factcheck.ui.text import tr
from factcheck.ui.views.combo import Choice
from factcheck.ui.views.completion import Completion

_LISTS, DEADLINE = ("status", "priority"), "deadline"

#: What other claims have in a field.
Known = Callable[[str], Sequence[str]]


def made(key: str, name: str, parent: QWidget, catalogue: Catalogue, known: Known) -> QWidget:
    """The editor of a column; `name` is what a screen reader says."""
    if key in _LISTS:
        choice = _priority() if key == "priority" else _status(name, catalogue)
        choice.setParent(parent)
        return choice
    line = QLineEdit(parent)
    line.setAccessibleName(name)
    if key == DEADLINE:
        from factcheck.ui.views.date_field import add_calendar

        add_calendar(line, line.setText)
    else:
        Completion(line, lambda: known(key))
    return line


def _priority() -> Choice:
    from factcheck.ui.views import claim_parts  # the parts of the panel, which a table is shown without

    return claim_parts.priority()


def _status(name: str, catalogue: Catalogue) -> Choice:
    choice = Choice(name)
    for status in Status:
        choice.addItem(catalogue(f"status.{status}"), str(status))
    return choice


def fill(editor: QWidget, key: str, claim: Claim) -> None:
    """Shows what a claim has."""
    value = getattr(claim, key)
    if isinstance(editor, Choice):
        editor.choose(value if isinstance(value, int) else str(value))
    elif isinstance(editor, QLineEdit):
        editor.setText(value)
        editor.selectAll()


def read(editor: QWidget) -> str | int:
    """What was chosen or typed."""
    if isinstance(editor, Choice):
        value: str | int = editor.currentData()
        return value
    assert isinstance(editor, QLineEdit)
    return canonical(editor.text()).strip()


def problem(editor: QWidget, key: str, claim: Claim) -> str:
    """Why what was typed cannot be taken, in a sentence; "" if it can. What stood there before always can."""
    value = read(editor)
    if key != DEADLINE or not value or value == claim.deadline or dates.typed_day(str(value)):
        return ""
    return tr("“{typed}” is not a day; write it like 2026-03-12, or leave it empty.", typed=value)
