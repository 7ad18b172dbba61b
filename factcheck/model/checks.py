"""What others have checked before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """A claim that somebody has checked, as a ClaimReview tells it. Not a record of the project: see `store.checks`."""

    claim: str
    url: str
    #: What the check says, as it is printed there.
    rating: str
    publisher: str = ""
    claimant: str = ""
    #: As it stands there.
    date: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """An earlier check that may be of a claim, with the likeness of the two wordings, 0 to 1."""

    check: EarlierCheck
    likeness: float
