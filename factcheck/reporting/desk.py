"""What the sections of a report are made from."""

from dataclasses import dataclass

from factcheck.i18n import Catalogue
from factcheck.records import Records
from factcheck.reporting.quoting import Sources


@dataclass(frozen=True)
class Desk:
    """What every section is made from."""

    records: Records
    sources: Sources
    say: Catalogue
    #: Claimants are called by letters, so nothing is said of their role.
    anonymous: bool = False
