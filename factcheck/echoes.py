"""Where the statements of a text stand elsewhere in the project, nearly word for word; by an index kept in the project.

The index is derived: it is brought up to date when it is asked, made anew when it is of another form or damaged, and
each step of it is written as a whole. Texts that are no longer in use stay in it until then, and are passed over.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck import matching, records, workflow
from factcheck.matching import Source
from factcheck.model import Article, Statement
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.segments import Kept, Segments
from factcheck.text import Span

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


class Later:
    """Stands for the kept index in a thread that must not write: what it wishes to keep waits to be written."""

    def __init__(self, session: Session) -> None:
        """In the thread of the session, as is `write`."""
        self._kept = session.derived.segments.read(_form())
        self._waiting: list[Callable[[Segments], None]] = []

    def read(self, _form: str) -> tuple[bytes, list[Kept]] | None:
        """What was kept."""
        return self._kept

    def begin(self, form: str, rarity: bytes) -> None:
        """As of `Segments`."""
        self._waiting.append(lambda segments: segments.begin(form, rarity))

    def add(self, segment: Kept, instead: int = 0) -> None:
        """As of `Segments`."""
        self._waiting.append(lambda segments: segments.add(segment, instead))

    def write(self, session: Session) -> None:
        """Keeps what waits."""
        for wish in self._waiting:
            wish(session.derived.segments)


def elsewhere(state: Records, echoes: "Echoes", article_id: str, span: Span | None = None) -> list[tuple[str, Echo]]:
    """Where the statements of an article stand elsewhere, or those at some of its words: each with what it is like, in
    the order of the article, and the likest first.
    """
    article = state.get(Article, article_id)
    told = _statements(state, article) if article else []
    asked = [s for s in told if span is None or Span(s.start, s.end).overlaps(span)]
    found = echoes.find(state, [statement.text for statement in asked])
    apart = (e for e in found if (e.statement.article_id, e.statement.start) != (article_id, asked[e.asked].start))
    return [(asked[e.asked].text, e) for e in sorted(apart, key=lambda e: (e.asked, -e.ratio))]


class Echoes:
    """The index of one project, up to date with the state that it was made for."""

    def __init__(self, index: "Index", texts: list[tuple[str, int]]) -> None:
        self._index = index
        #: The texts that are in it, in order, and the number of the first statement of each.
        self._texts = texts
        self._ends = list(accumulate(count for _, count in texts))
        #: The articles in use by their text.
        self._articles: dict[str, list[Article]] = {}
        #: The same by the first of them.
        self._kin: dict[str, list[Article]] = {}

    @classmethod
    def of(cls, session: Session, progress: Progress = silent) -> "Echoes":
        """The index of a project as it is now; what was kept is used, and what is new is kept."""
        return cls.over(session.records, session.derived.segments, progress)

    @classmethod
    def over(cls, state: Records, segments: "Segments | Later", progress: Progress = silent) -> "Echoes":
        """The index of a state of a project; what is new is given to where it is kept."""
        kept = _read(segments)
        in_use = _articles(state)
        made = cls(*kept) if kept else None
        if made is None or len(in_use) > _GROWN * max(1, len(made._texts)):
            made = _begun(state, segments, in_use, progress)
        made._articles = in_use
        made._kin = {same[0].id: same for same in in_use.values()}
        made._catch_up(state, segments, progress)
        return made

    def __len__(self) -> int:
        return len(self._index)

    def _catch_up(self, state: Records, segments: "Segments | Later", progress: Progress) -> None:
        """Adds the texts that are not in it."""
        known = {sha256 for sha256, _ in self._texts}
        missing = [sha256 for sha256 in self._articles if sha256 not in known]
        for start in range(0, len(missing), _TOGETHER):
            progress("likeness", start, len(missing))
            self._add(state, segments, missing[start : start + _TOGETHER])

    def _add(self, state: Records, segments: "Segments | Later", names: Sequence[str]) -> None:
        told = [_statements(state, self._articles[name][0]) for name in names]
        segment = self._index.add([statement.text for each in told for statement in each])
        added = [(name, len(each)) for name, each in zip(names, told, strict=True)]
        self._texts += added
        self._ends = list(accumulate(count for _, count in self._texts))
        segments.add(_kept(segment, added))
        if joined := self._index.small():
            self._join(segments, joined)

    def _join(self, segments: "Segments | Later", count: int) -> None:
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
                seen[name] = _statements(state, self._articles[name][0])
            return seen[name][number - self._ends[place] + count]

        def text_of(numbers: Sequence[int]) -> list[str]:
            found = (statement(number) for number in numbers)
            return [one.text if one else "" for one in found]

        matches = self._index.matches(texts, text_of, least)
        found = ((match, statement(match.number)) for match in matches)
        return [Echo(match.asked, each, match.ratio) for match, one in found if one for each in self._everywhere(one)]

    def _everywhere(self, one: Statement) -> list[Statement]:
        """A statement in each article that has its very text."""
        same = self._kin[one.article_id]
        return [replace(one, article_id=article.id, version_id=article.version_id) for article in same]


def _form() -> str:
    from factcheck.alike import FORM

    return f"{FORM} {matching.EDITION}"


def _read(segments: Segments | Later) -> tuple["Index", list[tuple[str, int]]] | None:
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


def _begun(state: Records, segments: Segments | Later, in_use: dict[str, list[Article]], progress: Progress) -> Echoes:
    """An index with nothing in it, which knows from the articles what is rare."""
    from factcheck.alike import Index

    told = [s.text for same in in_use.values() for s in _statements(state, same[0])]
    index = Index(Index.of(told, progress).rarity)
    segments.begin(_form(), index.rarity.packed())
    return Echoes(index, [])


def _articles(state: Records) -> dict[str, list[Article]]:
    """The articles in use by their text, in order."""
    found: dict[str, list[Article]] = {}
    for article in records.articles(state):
        found.setdefault(records.current_version(state, article).text_sha256, []).append(article)
    return found


def _statements(state: Records, article: Article) -> list[Statement]:
    source: Source = workflow.source(state, article)
    return matching.statements(source)


def _kept(segment: "Segment", texts: Sequence[tuple[str, int]]) -> Kept:
    return Kept(tuple(texts), segment.packed())
