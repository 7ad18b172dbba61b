"""Which articles one should be held against first: those whose titles and beginnings share rare words with its own."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock

from factcheck.matching.statements import Source

#: Characters of an article that say what it is about.
_LEAD = 800
_WORD = re.compile(r"\w{2,}")
#: A word that more than this share of the articles have, and more than so many, tells nothing.
_COMMON_SHARE, _COMMON = 0.1, 40


class Neighbours:
    """The beginnings of the articles of a project, by their words. Any thread may use it."""

    def __init__(self) -> None:
        #: What each article was when its words were read.
        self._seen: dict[str, str] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._with: dict[str, set[str]] = defaultdict(set)
        self._lock = Lock()

    def missing(self, signatures: Mapping[str, str]) -> list[str]:
        """Articles whose words are not known as they are now; those that are gone are forgotten."""
        with self._lock:
            for gone in [id for id, known in self._seen.items() if signatures.get(id) != known]:
                self._forget(gone)
            return [id for id in signatures if id not in self._seen]

    def add(self, source: Source, signature: str) -> None:
        """Read the words of an article."""
        words = frozenset(_WORD.findall(f"{source.title} {source.text[:_LEAD]}".lower()))
        with self._lock:
            self._forget(source.article_id)
            self._seen[source.article_id], self._words[source.article_id] = signature, words
            for word in words:
                self._with[word].add(source.article_id)

    def near(self, article_ids: Iterable[str], count: int) -> list[str]:
        """Up to so many other articles that have most in common with some, the nearest first."""
        with self._lock:
            asked = set(article_ids)
            words = frozenset[str]().union(*(self._words[id] for id in asked if id in self._words))
            most = max(_COMMON, _COMMON_SHARE * len(self._seen))
            shared: dict[str, float] = defaultdict(float)
            for word in sorted(words):
                there = self._with[word]
                if len(there) <= most:
                    for id in there:
                        shared[id] += math.log(1 + len(self._seen) / len(there)) ** 2
        return sorted(shared.keys() - asked, key=lambda id: (-shared[id], id))[:count]

    def _forget(self, article_id: str) -> None:
        self._seen.pop(article_id, None)
        for word in self._words.pop(article_id, frozenset()):
            self._with[word].discard(article_id)
