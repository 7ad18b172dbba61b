"""Where the statements of a text stand elsewhere in the project, nearly word for word; by an index kept in the project.

The index is derived: it is brought up to date when it is asked, made anew when it is of another form or damaged, and
each step of it is written as a whole. Texts that are no longer in use stay in it until then, and are passed over.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck import matching, records, workflow
from factcheck.matching import Source
from factcheck.model import Article, Statement
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.segments import Kept, Segments

if TYPE_CHECKING:
    from factcheck.alike import Index, Segment

#: The index is made anew when the project has grown to so many times what it was, since other words are rare then.
_GROWN = 4
#: Texts added together become one segment.
_TOGETHER = 400


@dataclass(frozen=True, slots=True)
class Echo:
    """A statement that was asked for, the one of an article that is like it, and their `rapidfuzz.fuzz.ratio`."""

    asked: int
    statement: Statement
    ratio: float


class Echoes:
    """The index of one project, up to date with the state that it was made for."""

    def __init__(self, index: "Index", texts: list[tuple[str, int]]) -> None:
        self._index = index
        #: The texts that are in it, in order, and the number of the first statement of each.
        self._texts = texts
        self._ends = list(accumulate(count for _, count in texts))
        #: An article in use for each text.
        self._articles: dict[str, Article] = {}

    @classmethod
    def of(cls, session: Session, progress: Progress = silent) -> "Echoes":
        """The index of a project as it is now; what was kept is used, and what is new is kept."""
        kept = _read(session.derived.segments)
        in_use = _articles(session.records)
        made = cls(*kept) if kept else None
        if made is None or len(in_use) > _GROWN * max(1, len(made._texts)):
            made = _begun(session, in_use, progress)
        made._articles = in_use
        made._catch_up(session, progress)
        return made

    def __len__(self) -> int:
        return len(self._index)

    def _catch_up(self, session: Session, progress: Progress) -> None:
        """Adds the texts that are not in it."""
        known = {sha256 for sha256, _ in self._texts}
        missing = [sha256 for sha256 in self._articles if sha256 not in known]
        for start in range(0, len(missing), _TOGETHER):
            progress("likeness", start, len(missing))
            self._add(session, missing[start : start + _TOGETHER])

    def _add(self, session: Session, names: Sequence[str]) -> None:
        told = [_statements(session.records, self._articles[name]) for name in names]
        segment = self._index.add([statement.text for each in told for statement in each])
        added = [(name, len(each)) for name, each in zip(names, told, strict=True)]
        self._texts += added
        self._ends = list(accumulate(count for _, count in self._texts))
        session.derived.segments.add(_kept(segment, added))
        if joined := self._index.small():
            self._join(session.derived.segments, joined)

    def _join(self, segments: Segments, count: int) -> None:
        """Makes one of the last segments; the numbers of their statements stay."""
        segment = self._index.join(count)
        first = bisect_right(self._ends, len(self._index) - len(segment))
        segments.add(_kept(segment, self._texts[first:]), instead=count)

    def find(self, state: Records, texts: Sequence[str], least: float = 80) -> list[Echo]:
        """Statements of articles in use that are like some texts."""
        seen: dict[str, list[Statement]] = {}

        def statement(number: int) -> Statement | None:
            place = bisect_right(self._ends, number)
            name, count = self._texts[place]
            if name not in self._articles:
                return None
            if name not in seen:
                seen[name] = _statements(state, self._articles[name])
            return seen[name][number - self._ends[place] + count]

        def text_of(numbers: Sequence[int]) -> list[str]:
            found = (statement(number) for number in numbers)
            return [one.text if one else "" for one in found]

        matches = self._index.matches(texts, text_of, least)
        found = ((match, statement(match.number)) for match in matches)
        return [Echo(match.asked, one, match.ratio) for match, one in found if one]


def _form() -> str:
    from factcheck.alike import FORM

    return f"{FORM} {matching.EDITION}"


def _read(segments: Segments) -> tuple["Index", list[tuple[str, int]]] | None:
    """The kept index; None if there is none, or none that can be read."""
    from factcheck.alike import Index, Rarity, Segment  # late: the window can be shown without numpy

    kept = segments.read(_form())
    if kept is None:
        return None
    try:
        index = Index(Rarity.unpacked(kept[0]), [Segment.unpacked(*each.parts) for each in kept[1]])
    except ValueError:
        return None  # damaged: made anew
    texts = [text for each in kept[1] for text in each.texts]
    fits = all(sum(n for _, n in each.texts) == len(s) for each, s in zip(kept[1], index.segments, strict=True))
    return (index, texts) if fits else None


def _begun(session: Session, in_use: dict[str, Article], progress: Progress) -> Echoes:
    """An index with nothing in it, which knows from the articles what is rare."""
    from factcheck.alike import Index

    told = [s.text for article in in_use.values() for s in _statements(session.records, article)]
    index = Index(Index.of(told, progress).rarity)
    session.derived.segments.begin(_form(), index.rarity.packed())
    return Echoes(index, [])


def _articles(state: Records) -> dict[str, Article]:
    """An article for each text in use, in order."""
    found: dict[str, Article] = {}
    for article in records.articles(state):
        found.setdefault(records.current_version(state, article).text_sha256, article)
    return found


def _statements(state: Records, article: Article) -> list[Statement]:
    source: Source = workflow.source(state, article)
    return matching.statements(source)


def _kept(segment: "Segment", texts: Sequence[tuple[str, int]]) -> Kept:
    return Kept(tuple(texts), segment.packed())
