"""What goes through importing: limits, what a format's module gives back, and the draft of an article."""

from dataclasses import dataclass

from factcheck.model import PrintedDate

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may cost before it is refused."""

    input_bytes: int = 50 * _MB
    #: Of the text that comes out, as UTF-8.
    output_bytes: int = 100 * _MB
    seconds: float = 20.0
    #: Address space of the child process, where the system can limit it.
    memory: int = 1024 * _MB


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """Text and metadata as a format's module takes them out of bytes."""

    text: str
    title: str
    encoding: str
    #: How, with version: "plain 1", "trafilatura 2.3.1".
    method: str
    publisher: str = ""
    author: str = ""
    published: PrintedDate | None = None
    language: str = ""
    url: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An input made into text, not yet an article; the session turns it into records."""

    #: Canonical.
    text: str
    #: Exactly what was read.
    original: bytes
    title: str
    publisher: str = ""
    author: str = ""
    published: PrintedDate | None = None
    language: str = ""
    url: str = ""
    #: Base name, "" if there was no file.
    file: str = ""
    media_type: str
    encoding: str
    method: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a draft, or the sentence that says why not."""

    source: str
    draft: Draft | None = None
    error: str = ""
