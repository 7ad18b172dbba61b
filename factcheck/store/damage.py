"""What is said of a file that is damaged or was altered, and what to do then."""

from collections.abc import Sequence

from factcheck.errors import AlteredProjectError, DamagedProjectError
from factcheck.i18n import sentence


def damaged(name: str, what: str = "damaged") -> DamagedProjectError:
    """`what` is a key of `error.damage`: what is the matter with the file."""
    return DamagedProjectError(sentence("error.damage.told", name=name, what=sentence(f"error.damage.{what}")))


def altered(name: str, differing: Sequence[str]) -> AlteredProjectError:
    """What differs is named by whoever altered the file, so that only its beginning is told, and no control signs."""
    listed = ", ".join("".join(c for c in what if c.isprintable())[:40] for what in differing[:3])
    return AlteredProjectError(sentence("error.damage.altered", name=name, listed=listed))
