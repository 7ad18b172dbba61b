"""How a project is opened for a window: for writing if it can be, else to be read, and at once however big it is."""

from pathlib import Path

from factcheck.errors import AlteredProjectError, ProjectFileError
from factcheck.model import Who
from factcheck.session import Session

#: Bytes from which on the pages of a project are looked at after it was opened.
BIG = 8_000_000

#: The session, and why it is read-only if it is: somebody has it open, or it is write-protected.
Opened = tuple[Session, str]


def opened(path: Path, who: Who) -> Opened:
    """The project of this name; the pages of a big one are still to be proved."""
    later = is_big(path)
    try:
        return Session.open(path, who, pages_later=later), ""
    except AlteredProjectError:
        raise
    except ProjectFileError as error:  # what cannot be read at all says so again
        session = Session.open(path, who, read_only=True, pages_later=later)
        return session, str(error).split(";")[0].rstrip(".")


def is_big(path: Path) -> bool:
    """Whether looking at all of its pages would be felt."""
    return path.is_file() and path.stat().st_size > BIG
