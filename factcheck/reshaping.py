"""A person groups the passages of findings anew: into other positions, into two findings, or two findings into one.

What results is a record (`Contradiction`). A proposed finding that was reshaped is named in it and no longer shown; all
of it is one step of undo.
"""

from collections.abc import Sequence

from factcheck import edits, matching, workflow
from factcheck.errors import FactCheckError
from factcheck.i18n import sentence
from factcheck.model import (
    Contradiction,
    Edit,
    Finding,
    JudgedFinding,
    JudgedPosition,
    Kind,
    Passage,
    Reason,
    ReasonType,
)
from factcheck.session import Session

#: A passage by the index of its position in the finding and its own within that.
Ref = tuple[int, int]

#: A value that is taken from a passage's words is no longer than this.
_LONGEST_VALUE = 60


def reshape(session: Session, finding: Finding, groups: Sequence[Sequence[Ref]]) -> None:
    """The passages of a finding in these positions. A position that keeps its first passage keeps its value."""
    positions = _positions(session, finding, groups)
    if sum(len(p.anchors) for p in positions) < 2:
        raise FactCheckError(sentence("error.finding.nothing_left"))
    _carry_out(session, finding, [positions])


def split(session: Session, finding: Finding, chosen: Sequence[Ref]) -> None:
    """The chosen passages become a finding of their own, their positions kept; a lone passage is just left out."""
    refs = [[(at, i) for i in range(len(position.passages))] for at, position in enumerate(finding.positions)]
    parts = [[[ref for ref in group if (ref in chosen) is taken] for group in refs] for taken in (False, True)]
    shaped = [_positions(session, finding, [group for group in part if group]) for part in parts]
    shaped = [positions for positions in shaped if sum(len(p.anchors) for p in positions) > 1]
    if not shaped:
        raise FactCheckError(sentence("error.finding.nothing_left"))
    _carry_out(session, finding, shaped)


def join(session: Session, one: Finding, other: Finding) -> None:
    """Both findings are about the fact of the first; positions of the same value become one."""
    merged: dict[str, list[JudgedPosition]] = {}
    for position in (*workflow.judged(session.records, one), *workflow.judged(session.records, other)):
        merged.setdefault(position.value.casefold(), []).append(position)
    positions = [
        JudgedPosition(same[0].value, tuple(dict.fromkeys(anchor for p in same for anchor in p.anchors)))
        for same in merged.values()
    ]
    steps = [*_parts(session, one, [positions], [other])]
    if other.made_id:
        steps.append(edits.remove_contradiction(session.records, other.made_id))
    session.do(edits.compose(steps))


def _carry_out(session: Session, finding: Finding, shaped: Sequence[Sequence[JudgedPosition]]) -> None:
    session.do(edits.compose(_parts(session, finding, shaped, [])))


def _parts(
    session: Session, finding: Finding, shaped: Sequence[Sequence[JudgedPosition]], also: Sequence[Finding]
) -> list[Edit]:
    """The first part stays in the record of a made finding; every other part is a new record."""
    state = session.records
    seen = [JudgedFinding(f.kind, workflow.judged(state, f)) for f in (finding, *also) if f.made_id is None]
    for made in (state.get(Contradiction, f.made_id) for f in also if f.made_id):
        seen += made.replaces if made else ()
    reason = finding.reasons[0] if finding.reasons else Reason(ReasonType.other, "")
    steps, rest = [], list(shaped)
    if finding.made_id:
        first = rest.pop(0)
        steps.append(edits.reshape_contradiction(state, finding.made_id, first, seen, _kind(finding, first)))
    for positions in rest:
        kind = _kind(finding, positions)
        steps.append(edits.make_contradiction(finding.fact, reason, positions, session.who, kind, seen)[0])
    return steps


def _kind(finding: Finding, positions: Sequence[JudgedPosition]) -> Kind:
    """The kind that a finding keeps or takes: only one of two or more positions is in dispute."""
    disputed = finding.kind in (Kind.contradiction, Kind.number_update)
    if len(positions) > 1:
        return finding.kind if disputed else Kind.contradiction
    return Kind.agreement if disputed else finding.kind


def _positions(session: Session, finding: Finding, groups: Sequence[Sequence[Ref]]) -> list[JudgedPosition]:
    shaped = []
    for group in (group for group in groups if group):
        passages = [finding.positions[at].passages[i] for at, i in group]
        anchors = tuple(matching.anchor_of(passage, session.records.text) for passage in passages)
        shaped.append(JudgedPosition(_value(finding, group, passages[0]), anchors))
    return shaped


def _value(finding: Finding, group: Sequence[Ref], first: Passage) -> str:
    kept = next((finding.positions[at].value for at, i in group if i == 0), None)
    return kept or " ".join(first.text.split())[:_LONGEST_VALUE]
