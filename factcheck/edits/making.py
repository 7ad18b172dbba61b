"""What the verbs have in common: how an edit is made of changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import is_dataclass, replace
from functools import cache
from time import time
from typing import Any, TypeVar

from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import Change, Edit, Record
from factcheck.records import Records
from factcheck.text import sound

R = TypeVar("R", bound=Record)


def now() -> int:
    """UTC seconds."""
    return int(time())


def edit(label: str, changes: Iterable[Change], typing: str = "", **names: str) -> Edit:
    """An edit of what really changes, fit for a file; `names` are filled in where its label is shown."""
    whole = (Change(c.before, sound_record(c.after)) for c in changes)
    real = tuple(c for c in whole if c.before != c.after)
    return Edit(label, real, tuple((name, sound(value)) for name, value in names.items()), typing)


def sound_record(value: Any) -> Any:
    """A record, or part of one, with all its texts such that a file can hold them."""
    if type(value) is str:
        return sound(value)
    if isinstance(value, tuple):
        parts = tuple(sound_record(part) for part in value)
        return value if parts == value else parts
    mended = {}
    kind: type = type(value)
    for name in _field_names(kind):
        before = getattr(value, name)
        if (after := sound_record(before)) is not before and after != before:
            mended[name] = after
    return replace(value, **mended) if mended else value


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(kind)) if is_dataclass(kind) else ()


def get(state: Records, kind: type[R], id: str) -> R:
    """The record of this type with this id; `NotFoundError` if there is none."""
    found = state.get(kind, id)
    if found is None:
        raise NotFoundError(
            sentence("error.record.missing", what=sentence(f"noun.{kind.__name__.lower()}", n=1), id=id)
        )
    return found


def changed(record: Record, **fields: Any) -> Change:
    """A record with other values in some of its fields."""
    return Change(record, replace(record, **fields))


def short(text: str, most: int = 40) -> str:
    """A text on one line, cut to so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def compose(edits: Sequence[Edit]) -> Edit:
    """Edits that followed one another as one: each record as it was before the first and is after the last."""
    sides: dict[tuple[str, str], Change] = {}
    for change in (c for e in edits for c in e.changes):
        record = change.after or change.before
        assert record is not None
        key = (type(record).__name__, record.id)
        sides[key] = Change(sides[key].before if key in sides else change.before, change.after)
    return Edit(edits[0].label, tuple(c for c in sides.values() if c.before != c.after), edits[0].names)


#: Fields of records other than claims and verdicts that are typed at length.
_TYPED = frozenset({"title", "method", "interests", "author", "comment"})


def typing_key(id: str, fields: Mapping[str, Any]) -> str:
    """The key that joins the edits of one typed field; "" if it is not one."""
    return f"{id}.{next(iter(fields))}" if len(fields) == 1 and _TYPED.issuperset(fields) else ""
