"""What a second reader may see, until both verdicts on a claim are laid open: neither the first verdict with its words,
nor how the first reader weighed the evidence, nor steps whose names would tell. The status of a claim is seen: it says
where the work stands, which both must know, and no rating sets it.

The one rule for whatever shows records: views ask `seen_by`, what lists steps asks `tells`, and what leaves the program
asks `may_go_out`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from factcheck.model import Appearance, Change, Claim, Edit, Evidence, Landmark, Reader, Record, Stance, Verdict
from factcheck.records import Records, Wanted

R = TypeVar("R", bound=Record)
P = TypeVar("P", Appearance, Evidence)
#: An entry of history, or what one is called.
H = TypeVar("H")


def seen_by(state: Records, reader: Reader) -> Records:
    """The records as one of the readers may see them now."""
    return _Blind(state) if reader is Reader.second else state


def hides(state: Records, claim_id: str) -> bool:
    """Whether a second reader must not see the first verdict on a claim yet."""
    return not _open(state, {claim_id})


def _open(state: Records, claim_ids: Collection[str]) -> set[str]:
    """Those of some claims on which both verdicts are laid open; one that was merged is as open as what it is now."""
    merged = {claim.id: claim.merged_into for claim in state.where(Claim, id=claim_ids) if claim.merged_into}
    of_those = _open(state, {*merged.values()}) if merged else ()
    given = state.where(Verdict, claim_id=[id for id in claim_ids if id not in merged])
    laid_open = {v.claim_id for v in given if v.reader is Reader.second and v.revealed and v.rating}
    return laid_open | {id for id, into in merged.items() if into in of_those}


def unweighed(seen: Records, claim_id: str) -> bool:
    """Whether these records, as `seen_by` gives them, hide how the evidence on a claim was weighed."""
    return isinstance(seen, _Blind) and hides(seen, claim_id)


def names_a_verdict(label: str) -> bool:
    """Whether steps of this name are of a verdict; only of those it has to be known what they did."""
    return "verdict" in label


def tells(state: Records, done: Iterable[Edit], reader: Reader) -> bool:
    """Whether the name of what was done would tell a reader a verdict that is hidden from them."""
    if reader is Reader.first:
        return False
    claims = {id for edit in done for change in edit.changes if (id := _judged_first(change))}
    return any(hides(state, id) for id in claims)


def told(state: Records, history: Iterable[H], done: Callable[[H], Edit], reader: Reader) -> list[H]:
    """The entries that a reader may see: names of steps tell verdicts too. `done` says what one did; the first reader,
    who sees all, spares reading it.
    """
    return [entry for entry in history if reader is Reader.first or not tells(state, [done(entry)], reader)]


def may_go_out(reader: Reader) -> bool:
    """Whether a reader may write what tells first verdicts: reports, exports, what was changed since a report."""
    return reader is Reader.first


def _judged_first(change: Change) -> str:
    """The claim on which a change is one of the first verdict; "" if it is not."""
    record = change.after or change.before
    return record.claim_id if isinstance(record, Verdict) and record.reader is Reader.first else ""


class _Blind:
    """`Records` without what is hidden; asks anew each time, so that it may be kept."""

    def __init__(self, state: Records) -> None:
        self._state = state

    def get(self, kind: type[R], id: str) -> R | None:
        found = self._state.get(kind, id)
        return None if found is None else next(iter(self._seen([found])), None)

    def where(self, kind: type[R], **equal: Wanted) -> list[R]:
        return list(self._seen(self._state.where(kind, **equal)))

    def each(self, kind: type[R]) -> Iterator[R]:
        if kind is not Verdict and kind is not Evidence:
            return self._state.each(kind)
        given = self._state.each(Verdict)
        open_now = {v.claim_id for v in given if v.reader is Reader.second and v.revealed and v.rating}
        return (seen for record in self._state.each(kind) for seen in _shown(record, open_now.__contains__))

    def last(self, kind: type[R]) -> R | None:
        hidden = kind is Verdict or kind is Evidence
        return next(iter([*self.each(kind)][-1:]), None) if hidden else self._state.last(kind)

    def count(self, kind: type[Record]) -> int:
        return self._state.count(kind)

    def to_review(self, kind: type[P]) -> list[P]:
        return list(self._seen(self._state.to_review(kind)))

    def passages_in(self, article_id: str) -> list[Evidence]:
        return list(self._seen(self._state.passages_in(article_id)))

    def text(self, version_id: str) -> str:
        return self._state.text(version_id)

    def landmarks(self, version_id: str) -> tuple[Landmark, ...]:
        return self._state.landmarks(version_id)

    def _seen(self, found: Collection[R]) -> Iterator[R]:
        judged = {record.claim_id for record in found if isinstance(record, Verdict | Evidence)}
        open_now = _open(self._state, judged) if judged else set()
        return (seen for record in found for seen in _shown(record, open_now.__contains__))


def _shown(record: R, is_open: Callable[[str], bool]) -> Iterator[R]:
    """A record as it may be seen: no first verdict, and evidence as if nobody had weighed it, unless it is open."""
    match record:
        case Verdict(reader=Reader.first, claim_id=claim_id) if not is_open(claim_id):
            return
        case Evidence(claim_id=claim_id) if not is_open(claim_id):
            yield replace(record, stance=Stance.context, comment="")
        case _:
            yield record
