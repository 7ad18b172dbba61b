"""What a person does and takes back: a step, edits that are one step, and which way it goes."""

from dataclasses import dataclass
from enum import Enum


class Way(Enum):
    """How an entry comes about."""

    do = "do"
    undo = "undo"
    redo = "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be undone or redone: its number and its name, as catalogue key and what is filled in."""

    number: int
    label: str
    names: tuple[tuple[str, str], ...]
    #: When it was begun, in UTC seconds.
    at: int


@dataclass
class Group:
    """Edits that are one step to whoever undoes them."""

    #: What the step is called, as catalogue key and what is filled in; "" leaves it the name of its first edit.
    label: str = ""
    names: tuple[tuple[str, str], ...] = ()
    #: Number of the step, 0 before its first edit.
    step: int = 0
