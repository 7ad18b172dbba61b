"""Which key each action has: as it ships, or as the person chose it. Only what was chosen is kept."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

_LISTS = "0 1 2 3 4 5 6 7 8 9 Y N S M Backspace Return Enter Space Del Esc"
_MOVES = "Tab Shift+Tab Up Down Left Right Home End PgUp PgDown"
_FIELDS = "Ctrl+C Ctrl+X Ctrl+A"
#: Second keys of actions whose first some desktops take for themselves.
SECOND = {"next_worth": "J", "previous_worth": "K"}


def portable(key: str) -> str:
    """A key as it is kept, in any language of the system: "Ctrl+Shift+E"; "" if it is none."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.PortableText) if sequence.count() == 1 else ""


#: Keys of the lists, of the text and of every field, which no action may have.
RESERVED = frozenset(filter(None, map(portable, f"{_LISTS} {_MOVES} {_FIELDS}".split())))


def shown(key: str) -> str:
    """A key as this system calls it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def in_force(shipped: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, str]:
    """The key of each action, "" for none. No key is given twice: what a person chose comes before what ships."""
    keys = {action: portable(key) for action, key in chosen.items() if action in shipped}
    taken: set[str] = set()
    found: dict[str, str] = {}
    for action, key in [*keys.items(), *((a, portable(k)) for a, k in shipped.items() if a not in keys)]:
        found[action] = "" if key in taken or key in RESERVED else key
        taken.add(found[action])
    return {action: found[action] for action in shipped}


def both(keys: Mapping[str, str], action: str) -> list[str]:
    """The key that an action has, and its second one unless another action was given that."""
    also = SECOND.get(action, "")
    return [key for key in (keys.get(action, ""), also if also not in keys.values() else "") if key]


def differing(shipped: Mapping[str, str], keys: Mapping[str, str]) -> dict[str, str]:
    """What has to be kept of these keys."""
    return {action: key for action, key in keys.items() if key != portable(shipped[action])}


def owner(keys: Mapping[str, str], key: str, asking: str) -> str:
    """The other action that has a key; "" if none has."""
    return next((action for action, own in keys.items() if own == key and action != asking), "") if key else ""
