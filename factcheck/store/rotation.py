"""Which backups stay: those of the last hour, then one an hour, a day, a week, a month, as they age; within a size.

A clock that was set back makes backups from the future. They count by their distance from now like all others, so what
was made a moment ago is never taken for old.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_HOUR = 3600
_DAY = 24 * _HOUR
#: Up to this age, one backup of each so many seconds stays; beyond the last age none does.
_STEPS = ((_DAY, _HOUR), (14 * _DAY, _DAY), (9 * 7 * _DAY, 7 * _DAY), (2 * 365 * _DAY, 30 * _DAY))
#: So many stay whatever their age and size.
LEAST = 3
#: Of one hour no more than so many; together no more than so many bytes.
MOST = 30
LARGEST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup as rotation sees it: when it was made, in seconds, and its size in bytes."""

    at: int
    size: int


def superfluous(there: Sequence[Kept], now: int) -> list[int]:
    """The places in `there`, which is newest first, of backups that go."""
    gone: list[int] = []
    taken: dict[tuple[int, int], int] = {}
    size = 0
    for rank, place in enumerate(sorted(range(len(there)), key=lambda place: abs(now - there[place].at))):
        one = there[place]
        period = _period(one.at, now)
        fits = period is not None and taken.get(period, 0) < (MOST if period == _LATEST else 1)
        if rank >= LEAST and not (fits and size + one.size <= LARGEST):
            gone.append(place)
            continue
        size += one.size
        if period:
            taken[period] = taken.get(period, 0) + 1
    return gone


#: The last hour, in which all stay.
_LATEST = (0, 0)


def _period(at: int, now: int) -> tuple[int, int] | None:
    """The stretch of time of which one backup stays; None for none."""
    age = abs(now - at)
    if age <= _HOUR:
        return _LATEST
    return next(((length, at // length) for most, length in _STEPS if age <= most), None)
