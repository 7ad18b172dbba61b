"""What is drawn over an article's text, and how the marks at a place are found among very many."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from factcheck.text import Span

#: What a finding is about, by its id: the fact, and what its sources differ in. Asked when somebody looks.
Gist = Callable[[str], tuple[str, str]]


def unsaid(_finding_id: str) -> tuple[str, str]:
    """Of no finding anything is known."""
    return "", ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be seen in an article: a claim's appearance, mostly."""

    #: What a click on it names; several marks may share it.
    id: str
    #: Code points of the article's text.
    span: Span
    #: `model.Rating.colour`, "unrated" for a claim without verdict, one of `patterns.FAINT` for a faint
    #: underline only.
    colour: str
    #: The rating's character; "" if there is none.
    sign: str
    #: What it is, without its verdict. Plain text.
    label: str
    #: Among marks of one length the lowest lies on top.
    order: int = 0
    #: Its verdict or status in words, "" if it has none.
    heading: str = ""
    #: Id of the appearance or piece of evidence, so that its ends can be moved; "" if they cannot.
    passage: str = ""

    def about(self, gist: "Gist") -> "Mark":
        """A mark of a finding, which says nothing by itself, with what the finding is about."""
        heading, label = gist(self.id)
        return replace(self, label=label, heading=heading)

    @property
    def told(self) -> str:
        """All that it says, on one line."""
        return f"{self.label} ({self.heading})" if self.heading else self.label

    @property
    def length(self) -> int:
        """Code points covered."""
        return self.span.end - self.span.start


def smallest_first(marks: Iterable[Mark]) -> list[Mark]:
    """In the order in which marks at one point are offered: what lies on top first."""
    return sorted(marks, key=lambda mark: (mark.length, mark.order, mark.span.start))


_CHUNK = 64
#: More than this many late changes, and the index is built anew.
_LATE = 512


class MarkIndex:
    """Finds the marks that touch a range without looking at the others; one mark more or less costs next to nothing."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._added: list[Mark] = []
        self._gone: set[Mark] = set()
        self._build(marks)

    def _build(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=_place)
        self._starts = array("q", [mark.span.start for mark in self._marks])
        ends = [mark.span.end for mark in self._marks]
        self._ids = [mark.id for mark in self._marks]
        self._reach = [max(ends[i : i + _CHUNK]) for i in range(0, len(ends), _CHUNK)]
        #: The farthest end up to each chunk, so that those too early are passed by at once.
        self._reach_so_far = [*accumulate(self._reach, max)]
        self._added = []
        self._gone = set()

    def starts_by_colour(self) -> dict[str, list[int]]:
        """Where the marks of each colour begin."""
        found: dict[str, list[int]] = defaultdict(list)
        for mark in self:
            found[mark.colour].append(mark.span.start)
        return found

    def __len__(self) -> int:
        return len(self._marks) - len(self._gone) + len(self._added)

    def __iter__(self) -> Iterator[Mark]:
        yield from (mark for mark in self._marks if mark not in self._gone) if self._gone else self._marks
        yield from self._added

    def put(self, mark: Mark) -> None:
        """Add one."""
        if mark in self._gone:
            self._gone.discard(mark)
        else:
            self._added.append(mark)
        self._settle()

    def drop(self, id: str) -> list[Mark]:
        """Take away all marks of this id; they are given."""
        late = [mark for mark in self._added if mark.id == id]
        self._added = [mark for mark in self._added if mark.id != id]
        sure = [mark for mark in self._of(id) if mark not in self._gone]
        self._gone.update(sure)
        self._settle()
        return sure + late

    def _of(self, id: str) -> Iterator[Mark]:
        at = -1
        for _ in range(self._ids.count(id)):
            at = self._ids.index(id, at + 1)
            yield self._marks[at]

    def _settle(self) -> None:
        if len(self._added) + len(self._gone) > _LATE:
            self._build(list(self))

    def touching(self, start: int, end: int) -> list[Mark]:
        """The marks that share a character with the range, by where they begin, long before short."""
        found = [mark for mark in self._sure(start, end) if mark not in self._gone]
        if self._added:
            found += [mark for mark in self._added if mark.span.start < end and mark.span.end > start]
            found.sort(key=_place)
        return found

    def _sure(self, start: int, end: int) -> Iterator[Mark]:
        last = bisect_left(self._starts, end)
        for chunk in range(bisect_right(self._reach_so_far, start), (last + _CHUNK - 1) // _CHUNK):
            if self._reach[chunk] > start:
                for mark in self._marks[chunk * _CHUNK : min(last, (chunk + 1) * _CHUNK)]:
                    if mark.span.end > start:
                        yield mark

    def after(self, offset: int) -> Mark | None:
        """The first mark that begins behind the offset."""
        return min((m for m in self._near(offset, 1) if m.span.start > offset), key=_place, default=None)

    def before(self, offset: int) -> Mark | None:
        """The last mark that begins before the offset."""
        return max((m for m in self._near(offset, -1) if m.span.start < offset), key=_place, default=None)

    def _near(self, offset: int, step: int) -> Iterator[Mark]:
        yield from self._added
        at = bisect_left(self._starts, offset + 1) if step > 0 else bisect_left(self._starts, offset) - 1
        while 0 <= at < len(self._marks):
            if self._marks[at] not in self._gone:
                yield self._marks[at]
                return
            at += step


def _place(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.order


def lanes(marks: Sequence[Mark]) -> dict[Mark, int]:
    """A lane for each mark such that none crosses another in its lane; the shortest get the first lanes.

    The lanes are those of underlines: 0 is nearest to the letters, so that what lies inside is underlined inside.
    """
    taken: list[list[Span]] = []
    given: dict[Mark, int] = {}
    for mark in smallest_first(marks):
        lane = next((i for i, spans in enumerate(taken) if not any(mark.span.overlaps(s) for s in spans)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(mark.span)
        given[mark] = lane
    return given
