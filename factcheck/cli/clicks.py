"""What click says of its own accord ("Usage:", "Missing argument"), in the language of the interface.

click asks gettext for each of its texts, in all of its modules by the same two names; here they are answered from
`resources/i18n/click` instead, so that no compiled catalogue is needed. What is not found there is said in English.
"""

from click import core, decorators, exceptions, formatting, parser, termui, types

from factcheck.i18n import click_texts, spoken

MODULES = (core, decorators, exceptions, formatting, parser, termui, types)


def speak() -> None:
    """From here on; the language may change later."""
    for module in MODULES:
        for name, say in (("_", _one), ("ngettext", _many)):
            if hasattr(module, name):
                setattr(module, name, say)


def _one(text: str) -> str:
    return click_texts(spoken()).get(text, text)


def _many(one: str, many: str, count: int) -> str:
    return _one(one if count == 1 else many)
