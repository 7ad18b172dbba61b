"""What went out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A report that went out. A verdict that stood in it is corrected, not changed, from then on."""

    id: str
    #: 1, 2, … among those of the same template and the same chosen claims.
    version: int
    template: str
    #: Ids of the claims that were chosen, in order; none: all of them.
    claims: tuple[str, ...]
    #: Ids of the verdicts that stood in it.
    verdicts: tuple[str, ...]
    title: str
    #: As the report itself is called, on its pages.
    report: str
    #: Hash of the entry of history that it was made from.
    head: str
    #: Name and SHA-256 of the file.
    file: str
    sha256: str
    issued: int
    #: Name of who issued it.
    who: str
