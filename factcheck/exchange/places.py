"""Where a claim is made, in texts and elsewhere alike."""

from factcheck import records
from factcheck.model import Appearance, MediaAppearance
from factcheck.records import Records


def made_in(state: Records, claim_id: str) -> list[Appearance | MediaAppearance]:
    """All appearances of a claim, the first one first."""
    found: list[Appearance | MediaAppearance] = [
        *records.appearances(state, claim_id),
        *records.media(state, claim_id),
    ]
    return sorted(found, key=lambda place: (place.order, place.id))
