"""Numbers of evidence in typed words: `[2]` cites the second piece."""

import re
from collections.abc import Iterator, Mapping

_CITATION = re.compile(r"\[([0-9]{1,6})\]")
#: What stands for a citation whose evidence is gone.
LOST = "[?]"


def pieces(text: str) -> Iterator[tuple[str, int]]:
    """The text in pieces, each with the number that it is; 0 for words between citations."""
    done = 0
    for found in _CITATION.finditer(text):
        if found.start() > done:
            yield text[done : found.start()], 0
        yield found.group(), int(found[1])
        done = found.end()
    if done < len(text):
        yield text[done:], 0


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The text with the new number of each that changes; 0 says that its evidence is gone."""
    return "".join(_cited(numbers[number]) if number in numbers else piece for piece, number in pieces(text))


def _cited(number: int) -> str:
    return f"[{number}]" if number else LOST
