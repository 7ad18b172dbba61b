"""What the sections of a report are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.i18n import Catalogue
from factcheck.model import Added
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
    #: Who added which piece of evidence, by its id, as far as it is known.
    added: Mapping[str, Added] = field(default_factory=dict)
