"""Words of a statement with their places, as all readers of facts use them."""

import re
from dataclasses import dataclass

from factcheck.matching.lexicon import Lexicon

#: Names such as AK-47 and F-16s are one word; a number and the unit written to it are two.
_TOKEN = re.compile(
    r"[^\W\d_]+-?\d+\w*(?!\d|\.\d)|\d+(?:[.,]\d+)*|[^\W\d_]+n['’]t\b|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]"
)  # fmt: skip
#: Ends a clause: what stands beyond does not belong to a number on this side.
CLAUSE_ENDS = frozenset(';:.!?()[]–—"“”')


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign of a statement."""

    text: str
    low: str
    stem: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters (and may hold digits)."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is made of digits."""
        return self.text[0].isdigit()

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


def tokens(text: str, words: Lexicon) -> tuple[Token, ...]:
    """The words, numbers and signs of a text in order."""
    found = []
    for match in _TOKEN.finditer(text):
        piece = match.group()
        low = piece.lower().replace("’", "'")
        found.append(Token(piece, low, words.stem(low) if piece[0].isalpha() else low, match.start(), match.end()))
    return tuple(found)


def content(words: tuple[Token, ...], lexicon: Lexicon) -> list[str]:
    """Stems of the words that say what a statement is about."""
    return [t.stem for t in words if t.is_word and len(t.stem) > 1 and t.low not in lexicon.dull]


def is_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a verb, as far as its form tells."""
    past = token.low.endswith("ed") and len(token.low) > 4
    known = token.low in lexicon.verbs or (token.low in lexicon.irregular and token.low not in lexicon.plurals)
    return not token.is_name and (past or known)
