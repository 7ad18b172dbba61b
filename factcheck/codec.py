"""Records to plain data and back: for rows, for history, for hashing.

Strict on the way in: a row that does not fit its record raises, it is never bent into shape.
"""

import json
import reprlib
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck import model
from factcheck.model import RECORD_TYPES, Change, Edit, Record, Recording, Target

if TYPE_CHECKING:
    import cattrs

T = TypeVar("T")


#: All sizes, offsets and times of ours lie between: calendars know the years 881 and 9999, in every zone.
SMALLEST, LARGEST = -(2**35), 253_402_000_000


class UnreadableError(ValueError):
    """Stored data that is not what this program writes: the file is damaged or was altered."""


_ENUMS = [kind for kind in vars(model).values() if isinstance(kind, type) and kind.__base__ is StrEnum]

TYPES: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORD_TYPES}


def _words(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"{reprlib.repr(value)} is not text")
    return value


def _measure(value: Any, _: Any) -> float:
    if type(value) is not float or not isfinite(value):
        raise ValueError(f"{reprlib.repr(value)} is not a measure")
    return value


def _whole(value: Any, _: Any) -> int:
    if type(value) is not int or not SMALLEST <= value <= LARGEST:
        raise ValueError(f"{reprlib.repr(value)} is not a number of ours")
    return value


def _boolean(value: Any, _: Any) -> bool:
    if type(value) not in (bool, int) or value not in (0, 1):  # SQLite keeps 0 and 1
        raise ValueError(f"{reprlib.repr(value)} is neither yes nor no")
    return bool(value)


def _member(value: Any, kind: Any) -> Any:
    return kind(value)


@cache
def converter() -> "cattrs.Converter":
    """The one converter, loaded and set up at first use."""
    import cattrs
    from cattrs.strategies import configure_tagged_union

    # Told in detail, the faults of a list of a million would fill the memory.
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    made.register_structure_hook(str, _words)
    made.register_structure_hook(float, _measure)
    made.register_structure_hook(int, _whole)
    for enum in _ENUMS:  # each by itself: they are strings too, and would be met by the hook for those
        made.register_structure_hook(enum, _member)
    made.register_structure_hook(bool, _boolean)
    made.register_unstructure_hook(float | None, lambda value: None if value is None else float(value))
    for union in (Target, Recording):
        configure_tagged_union(union, made, tag_name="type")
    return made


def to_data(value: Any) -> Any:
    """Plain data: dictionaries, lists, strings, numbers."""
    return converter().unstructure(value)


def from_data(kind: type[T], data: Any) -> T:
    """The value of plain data. `UnreadableError` if it does not fit."""
    try:
        return converter().structure(data, kind)
    except Exception as error:  # cattrs raises groups, and what its parts raise
        raise UnreadableError(f"not a {getattr(kind, '__name__', kind)}: {reprlib.repr(data)}") from error


def from_json(text: Any) -> Any:
    """Plain data of JSON. `UnreadableError` if it is none."""
    try:
        found = json.loads(text, parse_constant=_no_number)
        if "\\u" in text:  # the one way in which half a character comes in, which no text of ours holds
            to_json(found).encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {str(text)[:80]}") from error
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def to_json(data: Any) -> str:
    """The one way in which data is written, so that equal data have equal hashes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def changes_to_json(edit: Edit) -> str:
    """The changes of an edit, as history keeps them."""
    return to_json([_change_to_data(change) for change in edit.changes])


def _change_to_data(change: Change) -> dict[str, Any]:
    kind = type(change.after if change.after is not None else change.before).__name__
    return {"type": kind, "before": _or_none(change.before), "after": _or_none(change.after)}


def _or_none(record: Record | None) -> Any:
    return None if record is None else to_data(record)


def changes_from_json(text: str) -> tuple[Change, ...]:
    """The changes of an edit from history."""
    found = from_json(text)
    if not isinstance(found, list):
        raise UnreadableError(f"not changes: {text[:80]}")
    return tuple(_change_from_data(data) for data in found)


def _change_from_data(data: dict[str, Any]) -> Change:
    try:
        kind, *sides = TYPES[data["type"]], data["before"], data["after"]
    except (KeyError, TypeError) as error:
        raise UnreadableError(f"not a change: {reprlib.repr(data)}") from error
    before, after = (None if side is None else from_data(kind, side) for side in sides)
    if before is None and after is None:
        raise UnreadableError("a change of nothing")
    return Change(before, after)


def write(value: Any) -> str:
    """A value as JSON."""
    return to_json(to_data(value))


def read(kind: type[T], text: str) -> T:
    """The value of JSON."""
    return from_data(kind, from_json(text))
