"""A fault of ours as text that can be handed on: without what names the person, their machine or their work, and
without keys in addresses. Where in the program it happened stays, and with what kind of file.
"""

import getpass
import re
import socket
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import factcheck
from factcheck import importing

#: Name and password before the host of an address, and keys as services take them.
_CREDENTIALS = re.compile(r"(?<=//)[^/\s@]{1,200}@|(?<=Bearer )\S+|\bsk-[\w-]{8,}", re.IGNORECASE)
_QUOTES = "'\"“”„‘’«»"
#: The ending of a file's name.
_ENDING = r"(?:\.\w{1,9})?"
#: Paths, in quotation marks and without, up to the ending of the name.
_QUOTED_PATH = re.compile(rf"(?<=[{_QUOTES}])(?:/|~/|[A-Za-z]:\\)[^{_QUOTES}:\n]*?(?={_ENDING}[{_QUOTES}])")
_PATH = re.compile(rf"(?<![\w…/:.])(?:~?/|[A-Za-z]:\\)[^\s{_QUOTES}:;,()<>|]+?(?={_ENDING}(?:[\s{_QUOTES}:;,()<>|]|$))")
#: Shorter names are parts of too many words.
_LEAST = 3


def told(error: BaseException, names: Iterable[str] = ()) -> str:
    """All of it, for the person to read and to pass on, without these names."""
    return scrubbed("".join(traceback.format_exception(error)), names)


def logged(error: BaseException) -> str:
    """Where it was raised and what it is; not what it says, which may be words of an article."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return scrubbed(f"{type(error).__name__}\n{frames}")


def scrubbed(text: str, names: Iterable[str] = ()) -> str:
    """A text without folders, names of files that are read or written, these names, and credentials."""
    text = _CREDENTIALS.sub("…", text)
    for root in _program():
        text = text.replace(root, "…")
    for pattern in (_QUOTED_PATH, _PATH, _files()):
        text = pattern.sub("…", text)
    return _without(text, (*names, *_person()))


def _program() -> list[str]:
    """Where the program and what it is built on lie: what stands below is no secret, and helps."""
    own = str(Path(factcheck.__file__).parents[1])
    return sorted({own, *(path for path in sys.path if len(path) > 1)}, key=len, reverse=True)


def _files() -> re.Pattern[str]:
    """Names of projects and articles, in quotation marks and without, up to the ending."""
    endings = "|".join(re.escape(ending) for ending in (".factcheck", *importing.offered_suffixes()))
    quoted = rf"(?<=[{_QUOTES}])[^{_QUOTES}\n…]+(?=(?:{endings})[{_QUOTES}])"
    return re.compile(rf"{quoted}|[^\s{_QUOTES}:;,()<>|/…]+(?=(?:{endings})(?!\w))", re.IGNORECASE)


def _person() -> list[str]:
    """What the system calls the person and the machine."""
    host = socket.gethostname()
    try:
        return [host, host.partition(".")[0], getpass.getuser()]
    except (OSError, KeyError):  # a user id without a name
        return [host, host.partition(".")[0]]


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted({name.strip() for name in names}, key=len, reverse=True):
        if len(name) >= _LEAST:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", text, flags=re.IGNORECASE)
    return text
