"""The front of importing: bytes, files and pasted text → drafts."""

import os
import re
import stat
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path, PurePath

from factcheck.errors import FactCheckError, ImportFailedError
from factcheck.i18n import why
from factcheck.importing import text as plain_text
from factcheck.importing.draft import DEFAULT_LIMITS, Draft, Extracted, Extraction, Input, Limits, Outcome
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, choose, extracted, of_media_type
from factcheck.importing.isolation import Isolated
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line, say
from factcheck.text import canonical

#: Up to this size, code that takes time in proportion runs at once; beyond, a thread of the window's would feel it.
_SMALL = 1024 * 1024
_MB = 1024 * 1024
#: At the end of a part of a table that gives several articles.
_ROW = re.compile(r" ?#\d+$")


def read_input(given: Input, source: str = "", limits: Limits = DEFAULT_LIMITS) -> Outcome:
    """What becomes of bytes; their format is chosen by what they hold, the name is a hint."""
    with Isolated(limits) as isolated:
        reader = Reader(limits, isolated)
        return outcome_of(source or given.name, lambda: reader.of_bytes(given))


def read_bytes(data: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Draft:
    """The draft of bytes that hold one article. `ImportFailedError`."""
    with Isolated(limits) as isolated:
        return _only(Reader(limits, isolated).of_bytes(Input(data, name)), name)


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Draft:
    """The draft of a file that holds one article. `ImportFailedError`."""
    with Isolated(limits) as isolated:
        return _only(Reader(limits, isolated).of_file(path), path.name)


def read_text(path: Path) -> str:
    """The canonical text of a text file as it stands there, of whatever format. `ImportFailedError`."""
    with Isolated(DEFAULT_LIMITS) as isolated:
        return readable(Reader(DEFAULT_LIMITS, isolated).contents(path), path.name).text


def read_part(original: bytes, file: str, part: str, media_type: str, limits: Limits = DEFAULT_LIMITS) -> Draft:
    """The draft of one part of an original, as it is extracted today. `ImportFailedError` if it is not found again.

    It is read as what it was taken for: pasted text that looks like a page stays text.
    """
    family = of_media_type(media_type)
    # A part of a table of which the column was chosen begins with its name.
    columns = dict.fromkeys(("", _ROW.sub("", part), part))
    with Isolated(limits) as isolated:
        reader = Reader(limits, isolated)
        tried = [_tried(reader, Input(original, file, column=column), family) for column in columns]
    found = [draft for outcome in tried for draft in outcome.drafts if draft.part == part]
    if found:
        return found[0]
    if tried[0].error:
        raise ImportFailedError(tried[0].error)
    raise failed("no_part", name=file, part=part)


def _tried(reader: "Reader", given: Input, family: Format | None) -> Outcome:
    return outcome_of(given.name, lambda: reader.of_bytes(given, family))


def pasted(text: str, title: str = "") -> Draft:
    """A draft from pasted text; its original is that text as UTF-8. `ImportFailedError` if it has no words."""
    original = text.encode("utf-8", "surrogatepass")
    _check_size(len(original), "", DEFAULT_LIMITS)
    article = Extracted(
        text=canonical(text),
        title=one_line(title) or title_of(canonical(text), ""),
        encoding="utf-8",
        method=plain_text.METHOD,
    )
    return _only(_taken(Extraction((article,)), original, "", plain_text.FORMAT), "")


def _only(outcome: Outcome, name: str) -> Draft:
    if len(outcome.drafts) > 1:
        raise failed("several", name=name, n=len(outcome.drafts))
    return outcome.drafts[0]


def outcome_of(source: str, read: Callable[[], Outcome]) -> Outcome:
    """What was read, or the sentence that says why nothing was."""
    try:
        return replace(read(), source=source)
    except FactCheckError as error:
        return Outcome(source, error=str(error))


def _still() -> None:
    """Nobody waits and nobody cancels."""


class Reader:
    """Reads inputs with one set of limits and one child process."""

    def __init__(self, limits: Limits, isolated: Isolated, tick: Callable[[], None] = _still) -> None:
        self._limits = limits
        self._isolated = isolated
        self._tick = tick

    def of_file(self, path: Path, column: str = "") -> Outcome:
        """The drafts of a file."""
        return self.of_bytes(Input(self.contents(path), path.name, column=column))

    def contents(self, path: Path) -> bytes:
        try:
            return self._contents(path, path.name)
        except (OSError, ValueError) as error:
            raise failed(
                "unreadable", name=path.name, why=why(error) if isinstance(error, OSError) else str(error)
            ) from error

    def of_bytes(self, given: Input, family: Format | None = None) -> Outcome:
        """The drafts of bytes, of a format that is known or else is chosen by what they hold."""
        file = one_line(PurePath(given.name).name)
        _check_size(len(given.data), file, self._limits)
        family = family or choose(given.data, file)
        return _taken(self._extraction(family, replace(given, name=file)), given.data, file, family)

    def _extraction(self, family: Format, given: Input) -> Extraction:
        if family.isolated or len(given.data) > _SMALL:
            return self._isolated.extract(family, given, self._tick)
        return extracted(family, given)

    def _contents(self, path: Path, name: str) -> bytes:
        """The bytes of a regular file; a pipe or a device would never end."""
        if not stat.S_ISREG(path.stat().st_mode):
            raise failed("no_file", name=name)
        with path.open("rb") as file:
            _check_size(os.fstat(file.fileno()).st_size, name, self._limits)
            return file.read(self._limits.input_bytes + 1)


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.input_bytes:
        raise failed("too_large", name=name, size=-(-size // _MB), limit=limits.input_bytes // _MB)


def _taken(extraction: Extraction, original: bytes, file: str, family: Format) -> Outcome:
    """The articles that have words as drafts; `ImportFailedError` if none has."""
    worded = [article for article in extraction.articles if any(map(str.isalnum, article.text))]
    if not worded:
        raise failed("no_words" if original else "empty", name=file)
    without = len(extraction.articles) - len(worded)
    warnings = (*extraction.warnings, *((say("import.warning.parts_without_words", n=without),) if without else ()))
    drafts = tuple(_draft(article, original, file, family) for article in worded)
    return Outcome(file, drafts, warnings=warnings, columns=extraction.columns)


def _draft(article: Extracted, original: bytes, file: str, family: Format) -> Draft:
    known = {field.name: getattr(article, field.name) for field in fields(Extracted)}
    return Draft(original=original, file=file, media_type=family.media_type, **known)
