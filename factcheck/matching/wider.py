"""Figures read a second time under a wider name, so that they meet what other words were chosen for.

"450 children were apprehended" is a count in a state; to "439 children were removed", whose state nobody listed, it is
a count of people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.matching.amount import Amount
from factcheck.matching.facts import Fact, Value

PERSON = "person"


def wider(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Counts in a state as mere counts."""
    for fact in facts:
        if fact.slot[0] == "state" and fact.head:
            yield replace(fact, slot=("count", fact.slot[2] if fact.things else PERSON), narrow=fact.slot)
        elif fact.slot[0] == "ordinal":
            yield replace(fact, slot=("count", fact.slot[1]), value=_count(fact.value), narrow=fact.slot)


def _count(rank: Value) -> Value:
    """The third is one of three, or of more."""
    return replace(rank, dimension="") if isinstance(rank, Amount) else rank


def met_before(a: Fact, b: Fact) -> bool:
    """Whether both are of a wider name: they meet under their narrow ones, or are counts in different states."""
    return bool(a.narrow and b.narrow)
