"""What a second reader may see: the records without first verdicts, until the second one on a claim is laid open."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from factcheck.model import Appearance, Change, Entry, Evidence, Landmark, Reader, Record, Verdict
from factcheck.records import Records

R = TypeVar("R", bound=Record)
P = TypeVar("P", Appearance, Evidence)


def seen_by(state: Records, reader: Reader) -> Records:
    """The records as one of the readers may see them now."""
    return _Blind(state) if reader is Reader.second else state


def hides(state: Records, claim_id: str) -> bool:
    """Whether a second reader must not see the first verdict on a claim yet."""
    given = state.where(Verdict, claim_id=claim_id)
    return not any(v.reader is Reader.second and v.revealed and v.rating for v in given)


def told(state: Records, claim_id: str, history: Iterable[Entry], reader: Reader) -> list[Entry]:
    """The entries of a claim that a reader may see: names of steps tell verdicts too."""
    if reader is Reader.first or not hides(state, claim_id):
        return list(history)
    return [entry for entry in history if not any(map(_of_first, entry.edit.changes))]


def _of_first(change: Change) -> bool:
    record = change.after or change.before
    return isinstance(record, Verdict) and record.reader is Reader.first


class _Blind:
    """`Records` without the first verdicts that are hidden; asks anew each time, so that it may be kept."""

    def __init__(self, state: Records) -> None:
        self._state = state

    def get(self, kind: type[R], id: str) -> R | None:
        found = self._state.get(kind, id)
        return None if found is None else next(iter(self._seen([found])), None)

    def where(self, kind: type[R], **equal: str | bool) -> list[R]:
        return list(self._seen(self._state.where(kind, **equal)))

    def each(self, kind: type[R]) -> Iterator[R]:
        if kind is not Verdict:
            return self._state.each(kind)
        given = list(self._state.each(Verdict))
        open_now = {v.claim_id for v in given if v.reader is Reader.second and v.revealed and v.rating}
        return (v for v in self._state.each(kind) if _may_be_seen(v, open_now))

    def last(self, kind: type[R]) -> R | None:
        return next(iter([*self.each(kind)][-1:]), None) if kind is Verdict else self._state.last(kind)

    def count(self, kind: type[Record]) -> int:
        return self._state.count(kind)

    def to_review(self, kind: type[P]) -> list[P]:
        return self._state.to_review(kind)

    def passages_in(self, article_id: str) -> list[Evidence]:
        return self._state.passages_in(article_id)

    def text(self, version_id: str) -> str:
        return self._state.text(version_id)

    def landmarks(self, version_id: str) -> tuple[Landmark, ...]:
        return self._state.landmarks(version_id)

    def _seen(self, found: Iterable[R]) -> Iterator[R]:
        for record in found:
            verdict = record if isinstance(record, Verdict) else None
            if not (verdict and verdict.reader is Reader.first and hides(self._state, verdict.claim_id)):
                yield record


def _may_be_seen(record: Record, open_now: set[str]) -> bool:
    return not (isinstance(record, Verdict) and record.reader is Reader.first and record.claim_id not in open_now)
