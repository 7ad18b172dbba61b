"""What importing says, from the catalogue's `[import]` table, and names fit to be said."""

from factcheck.errors import ImportFailedError
from factcheck.i18n import Catalogue
from factcheck.text import canonical

say = Catalogue()
_LONGEST_NAME = 120


def failed(key: str, name: str = "", **more: object) -> ImportFailedError:
    """The failure whose one sentence, about the input of this name, stands under `import.KEY`."""
    return ImportFailedError(say(f"import.{key}", name=shown(name), **more))


def one_line(text: str) -> str:
    """A title, a name, a date as one line that can be stored and shown."""
    return " ".join(canonical(text).split())


def shown(name: str) -> str:
    """A file's name or path fit for a sentence."""
    line = one_line(name)
    return (line if len(line) <= _LONGEST_NAME else "…" + line[-_LONGEST_NAME:]) or say("import.unnamed")
