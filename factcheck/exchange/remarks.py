"""What a person should know of an export that came out all the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know: its key under `[exchange.remark]`, the claim that it is about, and one detail."""

    key: str
    #: Number of the claim; 0 for none.
    claim: int = 0
    detail: str = ""


def told(remarks: Iterable[Remark], say: Catalogue) -> list[str]:
    """The remarks as sentences; claims of one sort are named together."""
    alike: dict[tuple[str, str], list[int]] = {}
    for remark in remarks:
        alike.setdefault((remark.key, remark.detail), []).append(remark.claim)
    return [
        say(f"exchange.remark.{key}", n=len(numbers), numbers=", ".join(map(str, numbers)), detail=detail)
        for (key, detail), numbers in alike.items()
    ]
