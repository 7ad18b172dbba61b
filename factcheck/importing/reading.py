"""The front of importing: bytes, files and pasted text → drafts."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import Path, PurePath

from factcheck.errors import FactCheckError
from factcheck.importing import text as plain_text
from factcheck.importing.draft import DEFAULT_LIMITS, Draft, Extracted, Limits, Outcome
from factcheck.importing.foreign import refuse_foreign
from factcheck.importing.formats import Format, choose
from factcheck.importing.isolation import Isolated
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line, shown
from factcheck.progress import Progress, silent
from factcheck.text import canonical

#: Up to this size, code that takes time in proportion runs at once; beyond, a thread of the window's would feel it.
_SMALL = 1024 * 1024
_MB = 1024 * 1024


def read_bytes(data: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Draft:
    """A draft from bytes; their format is chosen by what they hold, the name is a hint. `ImportFailedError`."""
    with Isolated(limits) as isolated:
        return _Reader(limits, isolated).of_bytes(data, name)


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Draft:
    """A draft from a file. `ImportFailedError`."""
    with Isolated(limits) as isolated:
        return _Reader(limits, isolated).of_file(path)


def read_all(paths: Iterable[Path], progress: Progress = silent, limits: Limits = DEFAULT_LIMITS) -> Iterator[Outcome]:
    """What becomes of each file, in their order; a bad one does not stop the others. `Cancelled` passes through."""
    files = list(paths)
    with Isolated(limits) as isolated:
        for done, path in enumerate(files):
            what = shown(path.name)

            def tick(what: str = what, done: int = done) -> None:
                progress(what, done, len(files))

            tick()
            yield _outcome(_Reader(limits, isolated, tick), path)
        progress("", len(files), len(files))


def pasted(text: str, title: str = "") -> Draft:
    """A draft from pasted text; its original is that text as UTF-8. `ImportFailedError` if it has no words."""
    original = text.encode("utf-8", "surrogatepass")
    _check_size(len(original), "", DEFAULT_LIMITS)
    extracted = Extracted(
        text=canonical(text),
        title=one_line(title) or title_of(canonical(text), ""),
        encoding="utf-8",
        method=plain_text.METHOD,
    )
    return _draft(extracted, original, "", plain_text.FORMAT)


def _outcome(reader: "_Reader", path: Path) -> Outcome:
    try:
        return Outcome(str(path), reader.of_file(path))
    except FactCheckError as error:
        return Outcome(str(path), error=str(error))


def _still() -> None:
    """Nobody waits and nobody cancels."""


class _Reader:
    """Reads inputs with one set of limits and one child process."""

    def __init__(self, limits: Limits, isolated: Isolated, tick: Callable[[], None] = _still) -> None:
        self._limits = limits
        self._isolated = isolated
        self._tick = tick

    def of_file(self, path: Path) -> Draft:
        name = path.name
        try:
            data = self._contents(path, name)
        except (OSError, ValueError) as error:
            raise failed("unreadable", name=name, why=getattr(error, "strerror", "") or str(error)) from error
        return self.of_bytes(data, path.name)

    def of_bytes(self, data: bytes, name: str) -> Draft:
        file = one_line(PurePath(name).name)
        _check_size(len(data), file, self._limits)
        refuse_foreign(data, file)
        family = choose(data, file)
        return _draft(self._extracted(family, data, file), data, file, family)

    def _extracted(self, family: Format, data: bytes, name: str) -> Extracted:
        if family.isolated or len(data) > _SMALL:
            return self._isolated.extract(family, data, name, self._tick)
        return family.extract(data, name)

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


def _draft(extracted: Extracted, original: bytes, file: str, family: Format) -> Draft:
    if not any(map(str.isalnum, extracted.text)):
        raise failed("no_words" if original else "empty", name=file)
    taken = {field.name: getattr(extracted, field.name) for field in fields(Extracted)}
    return Draft(original=original, file=file, media_type=family.media_type, **taken)
