"""Invented statements with the frequencies of real words, and invented news; the same in every run."""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
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


@dataclass(frozen=True)
class News:
    """An invented article."""

    title: str
    publisher: str
    #: ISO 8601.
    published: str
    text: str


_HAPPENED = """
The ferry {name} sank off {place}.
A bridge collapsed in {place}.
An earthquake of magnitude {m}.{d} struck {place}.
A fire destroyed the {name} mill in {place}.
A train left the rails near {place}.
A landslide buried houses in {place}.
""".strip().splitlines()
_SENTENCES = """
{n} people were killed in {place}.
At least {n} people died, the mayor {person} said.
{k} people were injured.
{k} were taken to hospital in {other}.
Rescuers searched for {j} missing people on {day}.
It happened at {h}:{mm} a.m. on {day}.
The police arrested {j} men in {other}.
{person}, {age}, was among the dead.
{k} houses were damaged.
The damage is put at {k} million dollars.
{person}, the mayor of {place}, resigned on {day}.
The road from {place} to {other} was closed.
The road to {other} was not closed, {person} said.
The inquiry found no fault with the {name} company.
The {name} company was at fault, the inquiry found.
A warning had been given by {person}.
No warning had been given, {person} said.
{j} schools in {place} stayed shut.
{person} said that the {word} {word2} would take {j} weeks.
The {word} had been {word2} since {year}.
Some {k} soldiers came from {other} to help with the {word}.
People in {place} spoke of a {word} and of {word2}.
{place} lies {k} km north of {other}.
The {name} had last been inspected in {year}.
{k} people spent the night outside.
""".strip().splitlines()
#: Articles that report one event, and their statements.
TOLD, LENGTH = 12, 25


def news(count: int, seed: int = 1) -> Iterator[News]:
    """Articles about invented events, a dozen each; they give the same figures, or others."""
    language = Language(seed, 20_000)
    rng = language.rng
    for number in range(count):
        if number % TOLD == 0:
            event = _event(language)
            day = date(2031, 1, 1) + timedelta(days=number // TOLD % 1000)
        values = {key: rng.choice(known) for key, known in event.items()}
        first = rng.choice(_HAPPENED).format(**values)
        text = [first]
        for sentence in rng.sample(_SENTENCES, LENGTH - 1):
            values = {key: rng.choice(known) for key, known in event.items()}
            text.append(sentence.format(**values, word=language.word(), word2=language.word()))
        yield News(first, f"Paper {number % 40}", str(day + timedelta(days=rng.randrange(3))), " ".join(text))


def _event(language: Language) -> dict[str, list[str]]:
    """What there is to say of an event, most of it in more than one way."""
    rng = language.rng

    def some(low: int, high: int, ways: int) -> list[str]:
        return [str(rng.randint(low, high)) for _ in range(ways)]

    def name() -> str:
        return rng.choice(language.words[_SOME:]).capitalize()

    return {
        "name": [name()],
        "place": [name()],
        "other": [name(), name()],
        "person": [f"{name()} {name()}" for _ in range(4)],
        "n": some(2, 90, 2),
        "k": some(20, 900, 3),
        "j": some(2, 30, 3),
        "m": some(4, 7, 1),
        "d": some(1, 9, 2),
        "h": some(1, 11, 1),
        "mm": some(10, 59, 2),
        "age": some(20, 80, 2),
        "year": some(1950, 2029, 2),
        "day": rng.sample(["Monday", "Tuesday", "Wednesday", "Thursday"], 2),
    }
