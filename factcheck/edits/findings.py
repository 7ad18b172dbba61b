"""Rulings on findings, and findings that a person makes."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.edits.making import changed, edit, get, now, short, sound_record
from factcheck.model import (
    Change,
    Contradiction,
    Edit,
    JudgedFinding,
    JudgedPosition,
    Kind,
    Reason,
    Ruling,
    Verb,
    Who,
    new_id,
)
from factcheck.records import Records


def rule_on(
    state: Records,
    kind: Kind,
    fact: str,
    positions: tuple[JudgedPosition, ...],
    verb: Verb,
    who: Who,
    note: str = "",
    standing: Ruling | None = None,
) -> Edit:
    """The person's word on a finding; `standing` is the ruling that it changes, if there is one."""
    new = Ruling(standing.id if standing else new_id("j"), verb, kind, fact, positions, who.name, now(), note)
    there = state.get(Ruling, standing.id) if standing else None
    if there and replace(new, given=there.given, who=there.who) == there:
        return edit("edit.rule_on", [])
    return edit("edit.rule_on", [Change(there, new)], verb=verb.value, fact=short(fact))


def note_on(state: Records, ruling_id: str, note: str) -> Edit:
    """The note of a ruling, as it is typed."""
    return edit("edit.note_on", [changed(get(state, Ruling, ruling_id), note=note)], typing=f"{ruling_id}.note")


def clear_ruling(state: Records, ruling_id: str) -> Edit:
    """Takes a ruling back; the finding is open again."""
    ruling = get(state, Ruling, ruling_id)
    return edit("edit.clear_ruling", [Change(ruling, None)], fact=short(ruling.fact))


def make_contradiction(
    fact: str,
    reason: Reason,
    positions: Sequence[JudgedPosition],
    who: Who,
    kind: Kind = Kind.contradiction,
    replaces: Sequence[JudgedFinding] = (),
) -> tuple[Edit, Contradiction]:
    """A finding made by a person, or a proposed one reshaped, which it then replaces."""
    made: Contradiction = sound_record(
        Contradiction(new_id("f"), kind, fact, reason, tuple(positions), who.name, now(), tuple(replaces))
    )
    return edit("edit.make_contradiction", [Change(None, made)], fact=short(fact)), made


def reshape_contradiction(
    state: Records,
    id: str,
    positions: Sequence[JudgedPosition],
    also_replaces: Sequence[JudgedFinding] = (),
    kind: Kind | None = None,
) -> Edit:
    """The passages of a made finding in other positions; it may change its kind and stand for more proposed ones."""
    there = get(state, Contradiction, id)
    replaces = (*there.replaces, *also_replaces)
    change = changed(there, kind=kind or there.kind, positions=tuple(positions), replaces=replaces)
    return edit("edit.reshape", [change], fact=short(there.fact))


def remove_contradiction(state: Records, id: str) -> Edit:
    """Takes back a finding that a person made; what it replaced is proposed again."""
    there = get(state, Contradiction, id)
    return edit("edit.remove_contradiction", [Change(there, None)], fact=short(there.fact))
