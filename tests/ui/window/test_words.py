"""Every word of the interface can be translated, and no word of an article is taken for markup."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factcheck.model import Article
from tests.sources import UI, modules, nodes
from tests.ui.window.person import Person

#: Calls whose texts a person reads.
_SHOWN = frozenset(
    "setText setWindowTitle setToolTip setStatusTip setPlaceholderText setAccessibleName setAccessibleDescription "
    "setTitle addTab addRow addItem addMenu addAction addButton setHeaderLabels setHorizontalHeaderLabels setPlainText "
    "QLabel QPushButton QCheckBox QRadioButton QGroupBox QAction QToolBar QMenu Column PlainText EmptyState Section "
    "Action Choice small_button say complain getOpenFileName getSaveFileName getExistingDirectory getOpenFileNames"
    "".split()
)


def bare(found: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Texts with a space or a capital letter that such a call is given and `tr` has not seen."""
    for call in (node for node in found if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in _SHOWN:
            for given in (*call.args, *(keyword.value for keyword in call.keywords)):
                yield from _texts(given)


def _texts(given: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(given, ast.Call):
        return  # `tr`, or a call that is looked at by itself
    if isinstance(given, ast.Constant) and isinstance(given.value, str) and _reads_as_words(given.value):
        yield given.lineno, given.value
    for child in ast.iter_child_nodes(given):
        yield from _texts(child)


#: Texts of ours that no language changes.
_NAMES = frozenset({"https://", "en"})


def _reads_as_words(text: str) -> bool:
    text = re.sub(r"</?\w+>", "", text)  # a tag round what was escaped
    key = text.replace("-", "").replace("_", "").isalnum() and text == text.lower()
    keys = all(part.isalnum() or part in "+-" for part in text.replace("+", " ").split()) and "+" in text
    return any(letter.isalpha() for letter in text) and not key and not keys and text not in _NAMES


def test_the_rule_finds_bare_words() -> None:
    code = 'label.setText("Not translated")\nQLabel(f"Two {n}")\nbar.addTab(w, tr("Fine"))\nx.setText("")'
    assert [text for _, text in bare(ast.walk(ast.parse(code)))] == ["Not translated", "Two "]


#: A letter that is a key, declared as one.
_KEYS = {"actions.py": {*"CARLEXTW", *(f"F{n}" for n in range(1, 9)), "Ctrl+,", "Shift+F3", "Shift+F4", "Shift+L"}}


def test_no_widget_is_given_bare_words() -> None:
    found = [
        (path.name, line, text)
        for path in modules(UI)
        for line, text in bare(nodes(path))
        if text not in _KEYS.get(path.name, set())
    ]
    assert found == []


def test_no_label_takes_data_for_markup(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.window.claim_wishes.mark_words(next(person.state().each(Article)).id, 0, 10)
    person.act("next_finding")
    labels = person.window.findChildren(QLabel)
    assert labels
    rich = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []
