"""What matching knows of a language, loaded once from `resources/lang/LANGUAGE.toml`.

Rules are code, words are data: a second language is a second file. A language that has no file is read with English
words, so that at least figures and names are compared.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.model import ReasonType
from factcheck.paths import resource

_FALLBACK = "en"
#: Endings that are taken off, longest first, with what takes their place.
_ENDINGS = (
    ("iness", "y"), ("ation", "at"), ("ment", ""), ("ness", ""), ("ings", ""), ("ies", "y"), ("ied", "y"),
    ("ing", ""), ("ers", "er"), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
_SHORTEST = 3


def stem(word: str, irregular: Mapping[str, str]) -> str:
    """What the forms of a word have in common; rough, but alike for all of them."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = irregular.get(word, word)
    if word.endswith(("ss", "us", "is")):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)] + instead
            break
    # "stopped", "stop"; "moving", "move"
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST else word


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: how many of its dimension's base unit one of it is."""

    dimension: str
    factor: float


@dataclass(frozen=True, slots=True)
class State:
    """A state in which things are counted, and how people speak of it."""

    name: str
    value: str
    fact: str
    grows: bool
    things: bool
    #: Who is counted where nobody is named.
    who: str


@dataclass(frozen=True, slots=True)
class SortOf:
    """A word as one of a kind: the kind, which one of it, and what a clash is called."""

    kind: str
    value: str
    reason: ReasonType
    #: It counts only behind a preposition; it is said of people, so many of a kind and capitals are as good.
    placed: bool
    people: bool


class Lexicon:
    """The words of one language, ready to look up."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._read_words(data)
        self._read_amounts(data)
        self._read_states(data)
        self._read_sayings(data)
        self._read_kinds(data)
        self._read_titles(data)
        self._read_worth(data["worth"])

    def _read_words(self, data: Mapping[str, Any]) -> None:
        words, small = data["words"], data["small"]
        self.irregular: dict[str, str] = words["irregular"]
        self._stems: dict[str, str] = {}
        self._family: dict[str, str] = {}
        families = [family.split() for family in data["synonyms"]["families"]]
        self._family = {self.stem(word): "=" + family[0] for family in families for word in family}
        self._stems.clear()
        self.stop = frozenset(words["stop"].split())
        #: Also the words that only say when: they tell no event from another.
        self.dull = self.stop | frozenset(words["dull"].split())
        self.pronouns = frozenset(words["pronouns"])
        self.conjunctions = frozenset(words["conjunctions"])
        self.passive = frozenset(data["reporting"]["passive"])
        self.according = frozenset(data["reporting"]["according"])
        self.line_openers: tuple[str, ...] = tuple(data["lines"]["openers"])
        self.reporting = frozenset(data["reporting"]["verbs"])
        self.definite = frozenset(small["definite"])
        self.determiners = frozenset(small["determiners"])
        self.of = frozenset(small["of"])
        self.age_links = frozenset(small["age"])
        self.role_links = frozenset(small["role"])
        self.count_links = frozenset(small["count"])
        self.nobody: str = small["nobody"]
        self.half = frozenset(small["half"])
        self.auxiliaries = frozenset(small["auxiliaries"])
        self.unreal = frozenset(small["unreal"])
        self.behind_half = frozenset(small["behind_half"])
        self.verbs = frozenset(small["verbs"].split())
        self.particles = frozenset(small["particles"])

    def _read_worth(self, words: Mapping[str, Any]) -> None:
        self.comparatives = frozenset(words["comparatives"].split())
        self.than = frozenset(words["than"])
        self.comparisons: tuple[str, ...] = tuple(words["comparisons"])
        self.opinions: tuple[str, ...] = tuple(words["opinions"])
        self.predictions: tuple[str, ...] = tuple(words["predictions"])

    def _read_amounts(self, data: Mapping[str, Any]) -> None:
        numbers = data["numbers"]
        self.number_words: dict[str, float] = numbers["words"]
        self.scales: dict[str, float] = numbers["scales"]
        self.letters: dict[str, float] = numbers["letters"]
        self.fractions: dict[str, float] = numbers["fractions"]
        self.ordinals: dict[str, int] = numbers["ordinals"]
        self.vague: dict[str, tuple[float, float]] = {w: (low, high) for w, (low, high) in numbers["vague"].items()}
        self.ordinal_suffixes = frozenset(numbers["suffixes"])
        self.articles = frozenset(numbers["articles"])
        self.none = frozenset(numbers["none"])
        self.often = frozenset(numbers["often"])
        self.joiners = frozenset(numbers["joiners"])
        self.range_words = frozenset(numbers["range"])
        self.between = frozenset(numbers["between"])
        self.labels = frozenset(numbers["labels"])
        self.bounds: dict[tuple[str, ...], str] = {
            tuple(phrase.split()): bound for bound, phrases in data["bounds"].items() for phrase in phrases
        }
        self.units: dict[tuple[str, ...], Unit] = {
            tuple(re.findall(r"\w+|[^\w\s]", name)): Unit(dimension, factor)
            for dimension, unit in data["units"].items()
            for name, factor in unit["names"].items()
        }
        #: Units of weight that mean money from a large sum on.
        self.money_like: dict[str, str] = {
            name: dimension for dimension, unit in data["units"].items() for name in unit.get("also", ())
        }
        self.dimension_facts: dict[str, str] = {name: unit["fact"] for name, unit in data["units"].items()}
        self.age_words = frozenset(data["age"]["words"])
        self.old = frozenset(data["age"]["old"])
        self.not_yet = frozenset(numbers["not_yet"])

    def _read_states(self, data: Mapping[str, Any]) -> None:
        people = data["people"]
        self.states = {name: _state(name, entry, people["who"]) for name, entry in data["states"].items()}
        self.state_of: dict[str, str] = {w: name for name, e in data["states"].items() for w in e["words"]}
        self.state_phrases: dict[tuple[str, ...], str] = {
            tuple(phrase.split()): name for name, e in data["states"].items() for phrase in e["phrases"]
        }
        self.people = self._all_stems(people["general"])
        self.more_people = self._all_stems(people["more"].split())
        self.not_people = self._all_stems(people["not_people"].split())
        self.person_endings: tuple[str, ...] = tuple(people["endings"])
        self.far = frozenset(data["far"]["words"])
        self.parts = self._all_stems(people["parts"])
        self.plurals = frozenset(people["plurals"])
        self.thing_of = {self.stem(word): name for name, family in data["things"].items() for word in family}
        self.in_a_row = frozenset(data["repeated"]["in_a_row"])
        self.repeated = frozenset(data["repeated"]["words"])
        self.thing_done = {
            self.stem(verb): thing for thing, verbs in data["repeated"]["things"].items() for verb in verbs
        }

    def _read_sayings(self, data: Mapping[str, Any]) -> None:
        self.time: Mapping[str, Any] = data["time"]
        self.sides_of_time: Mapping[str, str] = self.time["offsets"]["sides"]
        self.negators = frozenset(data["negation"]["negators"])
        self.denials = frozenset(data["negation"]["verbs"])
        self.light = self._all_stems(data["negation"]["light"])
        self.prefixes: tuple[str, ...] = tuple(data["negation"]["prefixes"])
        self.undone = frozenset(data["negation"]["undone"])
        self.hedges = self._all_stems(data["negation"]["hedges"])
        self.relating = frozenset(data["negation"]["relating"])
        self.truth = frozenset(data["negation"]["truth"])
        self.scope: tuple[str, ...] = tuple(data["scope"]["words"])
        self.directions: dict[str, int] = data["direction"]["words"]
        self.direction_of = frozenset(data["direction"]["of"])
        self.sides = frozenset(data["direction"]["sides"])
        self.roles: dict[tuple[str, ...], str] = {
            tuple(role.split()): data["roles"]["same"].get(role, role) for role in data["roles"]["words"]
        }
        self.part_places = frozenset(data["scope"]["parts"])
        self.part_alone = frozenset(data["scope"]["alone"])
        self.part_in = frozenset(data["scope"]["in"])
        self.role_starts = frozenset(first for first, *_ in self.roles)
        self.whole = frozenset(data["scope"]["whole"])
        self.rates = frozenset(data["scope"]["rates"])
        self.place_words = frozenset(data["direction"]["in"])
        self.not_quite = frozenset(data["roles"]["not_quite"])
        self.qualities: dict[str, str] = {w: q for q, listed in data["qualities"].items() for w in listed}
        #: Words that open an amount: written with a capital only where they open a sentence.
        self.opening_words = frozenset(
            {*self.number_words, *self.vague, *self.articles, *(phrase[0] for phrase in self.bounds)}
        )
        self.shared_roles = frozenset(data["roles"]["many"])
        self.antonyms = self._antonyms(data["antonyms"]["pairs"])
        self._antonym_stems: dict[str, list[tuple[int, int]]] = {}
        for word, sides in self.antonyms.items():
            self._antonym_stems.setdefault(stem(word, self.irregular), sides)
        self._sides: dict[str, Sequence[tuple[int, int]]] = dict(self.antonyms)
        self.weak_antonyms = frozenset(data["antonyms"]["weak"])
        self.other_year = frozenset(data["scope"]["other_year"])

    def _read_titles(self, data: Mapping[str, Any]) -> None:
        titles = data["titles"]
        same: dict[str, str] = data["roles"]["same"]
        self.titles = {word: same.get(word, word) for word in titles["words"].split()}
        self.honorifics = frozenset(titles["honorifics"].split())
        self.ranks: dict[str, str] = titles["ranks"]
        self.nicknames = {name: first for first, *others in map(str.split, titles["nicknames"]) for name in others}
        self.levels = frozenset(titles["levels"])
        self.title_links = frozenset(titles["links"])
        self.name_ends = frozenset(titles["ends"])
        self.once = frozenset(titles["once"])

    def _read_kinds(self, data: Mapping[str, Any]) -> None:
        self.prepositions = frozenset(data["small"]["prepositions"].split())
        self.kinds: dict[str, str] = {name: kind["called"] for name, kind in data["kinds"].items()}
        self.sorts: dict[tuple[str, ...], list[SortOf]] = {}
        for name, kind in data["kinds"].items():
            for group in kind["words"]:
                placed, people = kind.get("placed", False), kind.get("people", False)
                sort = SortOf(name, group.split(", ")[0], ReasonType(kind["reason"]), placed, people)
                for phrase in group.split(", "):
                    self.sorts.setdefault(tuple(phrase.split()), []).append(sort)
        self.sort_starts = frozenset(first for first, *_ in self.sorts)

    def stem(self, word: str) -> str:
        """The stem of a word, remembered."""
        found = self._stems.get(word)
        if found is None:
            bare = stem(word, self.irregular)
            found = self._stems[word] = self._family.get(bare, bare)
        return found

    def opposites(self, word: str) -> Sequence[tuple[int, int]]:
        """In which pairs of opposites, and on which side of each, a word or another form of it stands."""
        found = self._sides.get(word)
        if found is None:
            found = self._sides[word] = self._antonym_stems.get(stem(word, self.irregular), ())
        return found

    def _all_stems(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(self.stem(part) for word in words for part in word.split())

    def _antonyms(self, pairs: list[list[str]]) -> dict[str, list[tuple[int, int]]]:
        """Word by word, in which pair of opposites and on which side of it the word stands."""
        sides: dict[str, list[tuple[int, int]]] = {}
        for number, pair in enumerate(pairs):
            for side, listed in enumerate(pair):
                for word in listed.split():
                    sides.setdefault(word, []).append((number, side))
        return sides


def _state(name: str, entry: Mapping[str, Any], people: str) -> State:
    things, who = bool(entry.get("things")), entry.get("who", people)
    return State(name, entry["value"], entry["fact"], entry["grows"], things, who)


@cache
def lexicon(language: str = _FALLBACK) -> Lexicon:
    """The lexicon of a language (BCP 47: "en-GB" is "en"), English if there is none."""
    base = re.sub("[^a-z]", "", language.lower().split("-")[0]) or _FALLBACK
    path = resource("lang", f"{base}.toml")
    if not path.is_file():
        path = resource("lang", f"{_FALLBACK}.toml")
    return Lexicon(tomllib.loads(path.read_text(encoding="utf-8")))
