"""What goes through importing: limits, what a format's module gets and gives back, and the draft of an article."""

from dataclasses import dataclass

from factcheck.model import Fetched, Landmark, PrintedDate

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may cost before it is refused."""

    input_bytes: int = 50 * _MB
    #: Of all that comes out, as UTF-8.
    output_bytes: int = 100 * _MB
    seconds: float = 20.0
    #: Address space of the child process, where the system can limit it.
    memory: int = 1024 * _MB


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes, with what is known of them beforehand."""

    data: bytes
    #: The file's base name, or what else to call the input in sentences.
    name: str = ""
    #: The encoding that whoever handed the bytes over declared, as HTTP does.
    charset: str = ""
    #: Where the statements of a table stand; "" to find out.
    column: str = ""
    #: In how many others it was found.
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """Text and metadata of one article, as a format's module takes them out of bytes."""

    #: Canonical.
    text: str
    title: str
    encoding: str
    #: How, with version: "plain 1", "trafilatura 2.3.1".
    method: str
    publisher: str = ""
    author: str = ""
    published: PrintedDate | None = None
    language: str = ""
    #: How sure the guess of the language is, 0 to 1; None if it was not guessed.
    language_confidence: float | None = None
    url: str = ""
    #: Which article of the original it is, where that holds several; "" for the only one.
    part: str = ""
    #: In the order of their places.
    landmarks: tuple[Landmark, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one input holds."""

    articles: tuple[Extracted, ...]
    #: Of the input as a whole.
    warnings: tuple[str, ...] = ()
    #: Of a table, those that the statements could be taken from.
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Extracted):
    """An input, or one part of it, made into text, not yet an article; the session turns it into records."""

    #: Exactly what was read, with all its parts.
    original: bytes
    #: Base name, "" if there was no file.
    file: str = ""
    media_type: str
    #: How it came, if it came from the web.
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: the drafts of its articles, or the sentence that says why there is none."""

    source: str
    drafts: tuple[Draft, ...] = ()
    error: str = ""
    #: Of the input as a whole; each draft has its own besides.
    warnings: tuple[str, ...] = ()
    #: Of a table, those that the statements could be taken from.
    columns: tuple[str, ...] = ()
