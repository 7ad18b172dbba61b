"""The interface's own texts: English in the code, other languages by Qt's translators."""

import re

from PySide6.QtCore import QCoreApplication

CONTEXT = "factcheck"

#: "claim(s)" or "entr(y|ies)" in an English text that counts.
_ENDING = re.compile(r"\((\w*)(?:\|(\w*))?\)")


def tr(text: str, n: int = -1, **names: object) -> str:
    """The text in the language of the interface, with `{names}` filled in.

    With `n`, `%n` becomes the number; an English text gives both endings, "%n claim(s)" or "%n entr(y|ies)", other
    languages have plural forms of their own in the translation.
    """
    found = QCoreApplication.translate(CONTEXT, text, None, n)
    if n >= 0 and found == text.replace("%n", str(n)):
        found = _ENDING.sub(lambda ending: _english(ending, n), found)
    return found.format(**names) if names else found


def _english(ending: re.Match[str], n: int) -> str:
    one, many = ("", ending[1]) if ending[2] is None else (ending[1], ending[2])
    return one if n == 1 else many
