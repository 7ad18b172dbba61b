"""The parts of pages that lead somewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page that leads somewhere, in points from the head of the page."""

    page: int
    top: float
    bottom: float
    key: str


class Zones:
    """The zones of a document."""

    def __init__(self, zones: Iterable[Zone] = ()) -> None:
        self._by_page: dict[int, list[Zone]] = {}
        for zone in zones:
            self._by_page.setdefault(zone.page, []).append(zone)

    def of(self, page: int) -> Sequence[Zone]:
        """Those of a page."""
        return self._by_page.get(page, ())

    def at(self, page: int, down: float) -> str:
        """Key of the zone so many points from the head of a page, "" if none is there."""
        return next((zone.key for zone in self.of(page) if zone.top <= down < zone.bottom), "")

    def first(self, key: str) -> Zone | None:
        """The first zone of a key."""
        return next((zone for page in sorted(self._by_page) for zone in self.of(page) if zone.key == key), None)
