"""Text as it can be drawn, character by character."""

import re

from factcheck.reporting import tidying

#: U+FE00 to U+FE0F and U+E0100 to U+E01EF choose a look that no font here has.
_INVISIBLE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def tidy(text: str) -> str:
    """Text as every format has it, without what chooses a look that no font here has."""
    text = tidying.tidy(text)
    return text if text.isascii() else _INVISIBLE.sub("", text)


def code_point(character: str) -> str:
    """The form in which a character that cannot be drawn is named."""
    return f"U+{ord(character):04X}"


def by_code_point(text: str, missing: set[str]) -> str:
    """Each missing character as its code point, apart from its neighbours where they would run together."""
    out = ""
    for character in text:
        if character in missing:
            out += (" " if out and out[-1].isalnum() else "") + code_point(character) + " "
        else:
            out += character if character != " " or not out.endswith(" ") else ""
    return out
