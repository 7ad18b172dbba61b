"""What can be gone to or done by typing a few letters of its name; made without Qt.

Letters may be left out or mistyped: names are compared by rapidfuzz. What begins with what is typed comes first, then
what has a word that does, then what is merely like it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process, utils

#: Names less like what is typed are not offered, of 100.
_LEAST = 59
#: Where some hold what is typed as it is, others have to be as like it as this.
_NEAR = 80
#: Of more names than these only those are compared letter by letter that hold a typed word as it is.
_MANY = 3000
_BEGINS, _WORD_BEGINS = 60, 40


class Sort(StrEnum):
    """What kind of thing is offered; the earlier ones win a tie."""

    action = "action"
    article = "article"
    claim = "claim"
    evidence = "evidence"
    text = "text"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something with a name."""

    sort: Sort
    #: What it is known by to whoever offers it: the key of an action, the id of an article.
    id: str
    name: str
    #: The key of an action, who published an article, the number of a claim.
    hint: str = ""
    #: Searched too, though not shown: the menu of an action, the quote of a claim.
    also: str = ""


def best(offers: Sequence[Offer], typed: str, most: int = 60) -> list[Offer]:
    """Those that fit what is typed, best first; without a letter typed, the first ones as they come."""
    wanted = utils.default_process(typed)
    if not wanted:
        return list(offers[:most])
    names = [_searched(offer) for offer in offers]
    places = _holding(names, wanted) if len(offers) > _MANY else range(len(offers))
    close = process.extract(wanted, {i: names[i] for i in places}, scorer=fuzz.WRatio, score_cutoff=_LEAST, limit=None)
    if any(_holds(names[i], wanted) for _, _, i in close):  # nobody mistyped, so what is merely like it is noise
        close = [found for found in close if found[1] > _NEAR or _holds(names[found[2]], wanted)]
    order = list(Sort)
    ranked = sorted(
        ((-score - _bonus(names[i], wanted), order.index(offers[i].sort), i) for _, score, i in close),
    )
    return [offers[i] for _, _, i in ranked[:most]]


def _searched(offer: Offer) -> str:
    return utils.default_process(f"{offer.name} {offer.also}")


def _holds(name: str, wanted: str) -> bool:
    return all(word in name for word in wanted.split())


def _holding(names: Sequence[str], wanted: str) -> Iterable[int]:
    words = wanted.split()
    return (place for place, name in enumerate(names) if any(word in name for word in words))


def _bonus(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return _BEGINS
    return _WORD_BEGINS if f" {wanted}" in name else 0
