"""Which texts are copies of one another, as when two papers print one agency's report: by shared runs of words."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.progress import Progress, silent

#: Words of a run. So many in a row are hardly ever written twice by chance.
_RUN = 8
#: Share of the shorter text's runs from which on it counts as a copy of the longer.
COPY = 0.6
#: A run that stands in more texts than this is a phrase of the house or of the law, and leads to nothing.
_COMMON = 40
#: Words of a text that is too long to be compared word by word with another.
_LONG = 50_000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts that share most of the shorter one."""

    one: str
    other: str
    #: Of the shorter one's runs of words, 0 to 1.
    share: float


def _words(text: str) -> list[str]:
    """Found as they are written: folding makes letters of some signs that are none."""
    return " ".join(_WORD.findall(text)).casefold().split()


def runs(text: str) -> frozenset[int]:
    """The runs of words of a text; of a text shorter than a run, the text itself."""
    words = _words(text)
    last = max(1, len(words) - _RUN + 1)
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(last)) if words else frozenset()


def alike(one: str, other: str) -> float:
    """How much of two texts is the same in the same order, word by word, 0 to 1."""
    from rapidfuzz import fuzz  # 33 ms, and not always needed

    words = _words(one), _words(other)
    if max(map(len, words)) > _LONG:
        return share(runs(one), runs(other))
    return fuzz.ratio(*words) / 100


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter text the longer one has."""
    return len(one & other) / max(1, min(len(one), len(other)))


class Index:
    """Texts by their runs, so that a new one is compared only with those that share some."""

    def __init__(self) -> None:
        self._runs: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def add(self, name: str, text: str) -> None:
        """One more text."""
        self._runs[name] = runs(text)
        for run in self._runs[name]:
            self._holders[run].append(name)

    def copies_of(self, text: str, least: float = COPY) -> list[tuple[str, float]]:
        """The texts that this one is a copy of, or that are copies of it, with the share; the nearest first."""
        mine = runs(text)
        holders = (self._holders.get(run, ()) for run in mine)
        met = {name for names in holders if len(names) <= _COMMON for name in names}
        found = [(name, share(mine, theirs)) for name, theirs in self._runs.items() if name in met]
        return sorted(((name, much) for name, much in found if much >= least), key=lambda copy: -copy[1])


def near(texts: Mapping[str, str], least: float = COPY, progress: Progress = silent) -> list[Copy]:
    """All pairs of texts of which one is a copy of the other, the earlier of `texts` first."""
    index = Index()
    found = []
    for done, (name, text) in enumerate(texts.items()):
        progress("copies", done, len(texts))
        found += [Copy(other, name, much) for other, much in index.copies_of(text, least)]
        index.add(name, text)
    return found
