"""A title for a text that has none in its metadata: its headline, or its file's name made readable."""

import re
from pathlib import PurePath

from factcheck.importing.words import one_line, say

_LONGEST = 140
#: What ends a sentence or leaves one open, in some scripts; a headline does neither.
_NO_HEADLINE = tuple(".,;:。،؛।")


def headline(text: str) -> str:
    """The first line that is not empty, if it is short, has two words, is no sentence, and more follows; else ""."""
    lines = (line.strip() for line in re.findall("[^\n]+", text[: 4 * _LONGEST + 10_000]))
    filled = [line for line in lines if line][:2]
    if len(filled) < 2 or len(filled[0]) > _LONGEST or filled[0].endswith(_NO_HEADLINE):
        return ""
    return one_line(filled[0]) if _several_words(filled[0]) else ""


def _several_words(line: str) -> bool:
    # Scripts without spaces write a headline as one word.
    return len(re.findall(r"\w+", line)) > 1 or (len(line) > 5 and not line.isascii())


def from_name(name: str) -> str:
    """A file's name as a title: "syria-ceasefire-talks.txt" gives "Syria ceasefire talks"."""
    stem = PurePath(one_line(name)).stem if name else ""
    words = " ".join(re.sub("[-_+]+", " ", stem).split())
    return words[:1].upper() + words[1:]


def beginning(text: str) -> str:
    """The first words of a text."""
    line = one_line(text[: 4 * _LONGEST])
    return line if len(line) <= 80 else line[:80].rsplit(" ", 1)[0] + "…"


def title_of(text: str, name: str) -> str:
    """What stands above the article in lists."""
    return headline(text) or from_name(name) or beginning(text) or say("import.untitled")
