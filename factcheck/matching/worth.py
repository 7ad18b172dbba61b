"""Statements that are worth checking, and why: they give a figure, a date, a comparison, name a person or quote one.

Opinions and predictions are told apart from them: nobody can check them as they stand. Whether a statement is true is
not asked here, nor how much it matters; a person decides that.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.matching.amount import Amount
from factcheck.matching.corpus import LONGEST, Wording, corpus, stride
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.name_types import NameType, NameTypes, is_headline
from factcheck.matching.reading import Reading
from factcheck.matching.statements import Source
from factcheck.progress import Progress, silent
from factcheck.text import Span

#: Characters between quotation marks from which on they hold a saying, not a word that is held at arm's length.
_SAYING = 12
_QUOTED = re.compile(rf"[“„«\"][^“”„«»\"]{{{_SAYING},}}(?:[”“»\"]|$)|^[^“”„«»\"]{{{_SAYING},}}[”»\"]")
#: Words between a comparative and "than".
_THAN_WITHIN = 4


class Worth(StrEnum):
    """What makes a statement worth checking; the last two, what makes it one that cannot be."""

    number = "number"
    date = "date"
    comparison = "comparison"
    person = "person"
    quotation = "quotation"
    opinion = "opinion"
    prediction = "prediction"


#: Of these it can only be asked who said so.
UNCHECKABLE = frozenset({Worth.opinion, Worth.prediction})


@dataclass(frozen=True, slots=True)
class Worthy:
    """A statement with what makes it worth checking, in the order of `Worth`."""

    span: Span
    kinds: tuple[Worth, ...]


def worthy(text: str, language: str = "en", progress: Progress = silent) -> list[Worthy]:
    """The statements of a text that are worth checking, or opinions or predictions, in order."""
    read = corpus([Source("", "", text, language=language)], progress)
    tick = stride(progress, "statements", 0, 0)
    names = NameTypes(read, tick)
    found: list[Worthy] = []
    for wording in read.wordings:
        tick(wording.index)
        if kinds := _kinds(wording, names):
            found.extend(Worthy(Span(s.start, s.end), kinds) for _, s in wording.places)
    return sorted(found, key=lambda one: one.span.start)


def _kinds(wording: Wording, names: NameTypes) -> tuple[Worth, ...]:
    if is_headline(wording.words):
        return ()
    reading, low = Reading(wording), _spoken(wording)
    lexicon = wording.language
    told = {
        Worth.number: any(_counts(amount, reading) for amount in reading.amounts),
        Worth.date: any(when.day or not when.clock for when in reading.whens),
        Worth.comparison: _says(low, lexicon.comparisons) or _compares(wording, lexicon),
        Worth.person: _names_person(wording, names),
        Worth.quotation: _QUOTED.search(wording.text[:LONGEST]) is not None,
        Worth.opinion: _says(low, lexicon.opinions),
        Worth.prediction: _says(low, lexicon.predictions),
    }
    return tuple(kind for kind in Worth if told[kind])


def _spoken(wording: Wording) -> str:
    return " " + " ".join(token.low for token in wording.words) + " "


def _says(low: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in low or (phrase[0] == "'" and f"{phrase} " in low) for phrase in phrases)


def _counts(amount: Amount, reading: Reading) -> bool:
    """Not "one" or "a" in letters, which mostly count nothing; nor "first"."""
    digits = any(reading.words[i].is_number for i in range(amount.first, amount.last))
    return digits or (amount.dimension != "ordinal" and amount.high > 1)


def _compares(wording: Wording, lexicon: Lexicon) -> bool:
    """ "More people than"."""
    lows: Sequence[str] = [token.low for token in wording.words]
    return any(
        word in lexicon.than and lexicon.comparatives.intersection(lows[max(0, i - _THAN_WITHIN) : i])
        for i, word in enumerate(lows)
    )


def _names_person(wording: Wording, names: NameTypes) -> bool:
    return any(token.is_name and names.of(token.stem) is NameType.person for token in wording.words)
