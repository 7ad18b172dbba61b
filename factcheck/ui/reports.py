"""A fault of ours as text that can be handed on: without the person's folders, and without keys in addresses."""

import re
import traceback
from pathlib import Path

#: Name and password before the host of an address, and keys as services take them.
_CREDENTIALS = re.compile(r"(?<=//)[^/\s@]{1,200}@|(?<=Bearer )\S+|\bsk-[\w-]{8,}", re.IGNORECASE)


def told(error: BaseException) -> str:
    """All of it, for the person to read and to pass on."""
    return scrubbed("".join(traceback.format_exception(error)))


def logged(error: BaseException) -> str:
    """Where it was raised and what it is; not what it says, which may be words of an article."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return scrubbed(f"{type(error).__name__}\n{frames}")


def scrubbed(text: str) -> str:
    """A text without the home folder and without credentials."""
    return _CREDENTIALS.sub("…", text.replace(str(Path.home()), "~"))
