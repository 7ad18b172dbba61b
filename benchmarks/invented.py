"""Invented statements with the frequencies of real words, some of them near copies of others; the same in every run."""

import random
from bisect import bisect
from itertools import accumulate

_OPENINGS = "b d f g h k l m n p r s t v w st tr br pl sh ch gr".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDINGS = ["", "", "n", "r", "s", "t", "l", "nd", "ck"]
#: Words of one syllable, of up to three, and all; the shortest are the most frequent, as in real language.
_ONE, _SOME, VOCABULARY = 200, 5_000, 300_000
#: Exponent and shift of Zipf's law as Mandelbrot has it.
_STEEP, _SHIFT = 1.05, 2.7
#: Words of a statement: the median, the spread of its logarithm, and the limits.
_MEDIAN, _SPREAD, _FEWEST, _MOST = 19, 0.5, 3, 70


class Language:
    """Words by rank, and how often each is said."""

    def __init__(self, seed: int, size: int = VOCABULARY) -> None:
        self.rng = random.Random(seed)
        self.words: list[str] = []
        known: set[str] = set()
        while len(self.words) < size:
            word = self.invent(len(self.words))
            if word not in known:
                known.add(word)
                self.words.append(word)
        self.sums = list(accumulate((rank + _SHIFT) ** -_STEEP for rank in range(size)))

    def invent(self, rank: int) -> str:
        syllables = 1 if rank < _ONE else self.rng.choice((1, 2, 2, 3) if rank < _SOME else (2, 3, 3, 4, 4))
        parts = (self.rng.choice(_OPENINGS) + self.rng.choice(_VOWELS) for _ in range(syllables))
        return "".join(parts) + self.rng.choice(_ENDINGS)

    def word(self) -> str:
        """The next word that somebody says."""
        return self.words[bisect(self.sums, self.rng.random() * self.sums[-1])]

    def statement(self) -> str:
        """A sentence."""
        length = min(max(int(self.rng.lognormvariate(0, _SPREAD) * _MEDIAN), _FEWEST), _MOST)
        return " ".join(self.word() for _ in range(length)).capitalize() + "."

    def edited(self, statement: str) -> str:
        """The statement with up to a fifth of its words replaced, added, left out or misspelt."""
        words = statement[:-1].split()
        for _ in range(self.rng.randint(1, max(1, len(words) // 5))):
            self.edit(words, self.rng.randrange(len(words)))
        return " ".join(words) + "."

    def edit(self, words: list[str], at: int) -> None:
        chance = self.rng.random()
        if chance < 0.2:
            words[at] = self.rng.choice(self.words[:20_000])
        elif chance < 0.45:
            words[at] = self.word()
        elif chance < 0.6:
            words.insert(at, self.word())
        elif chance < 0.75 and len(words) > _FEWEST:
            del words[at]
        else:
            place = self.rng.randrange(len(words[at]))
            words[at] = words[at][:place] + self.rng.choice("aeiounrst") + words[at][place + self.rng.randrange(2) :]


def statements(count: int, seed: int = 1, copies: float = 0.1) -> list[str]:
    """Statements, a share of them edited copies of others; the vocabulary grows with their number, as in real text."""
    language = Language(seed, min(VOCABULARY, 20_000 + 3 * count))
    made = [language.statement() for _ in range(int(count * (1 - copies)))]
    made += [language.edited(language.rng.choice(made)) for _ in range(count - len(made))]
    language.rng.shuffle(made)
    return made
