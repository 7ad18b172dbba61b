"""Printing: results on standard output, notes and progress on standard error."""

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from factcheck.i18n import said
from factcheck.progress import Progress, silent

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_GAP = "  "
#: No column is made narrower than this to fit the terminal.
_NARROWEST = 8
#: No column is filled up beyond this where nothing is wrapped; longer cells stand out.
_WIDEST = 120


def _shown(text: str) -> str:
    """Without what would steer a terminal, or cannot be encoded."""
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    return kept.encode("utf-8", "replace").decode()


def out(text: str = "") -> None:
    """One piece of the result."""
    click.echo(_encodable(_shown(text)))


def note(text: str) -> None:
    """Something to know that is not part of the result."""
    click.echo(_shown(text), err=True)


def _encodable(text: str) -> str:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def out_json(data: Any) -> None:
    """The whole result as one JSON document; in ASCII where the output is not UTF-8."""
    plain = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8"
    text = json.dumps(data, ensure_ascii=plain, indent=1)
    click.echo(text.encode("utf-8", "replace").decode())


# --- for people -------------------------------------------------------------------------------------------------------


def room() -> int | None:
    """Columns of the terminal; None if the output goes elsewhere and nothing is to be wrapped."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int | None) -> list[str]:
    """The lines of a text on `width` columns, broken at spaces where it can be; at least one."""
    if width is None:
        return [" ".join(text.split())]
    lines, line = [], ""
    for word in text.split():
        if line and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while cells(line) > width:
            head = _head(line, width)
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line] if line or not lines else lines


def _head(text: str, width: int) -> str:
    """As much of a word as fits, at least one character."""
    taken = 0
    for at, character in enumerate(text):
        taken += _cells(character)
        if taken > width:
            return text[: max(1, at)]
    return text


def block(text: str, indent: str = "", first: str | None = None) -> None:
    """A paragraph with its lines indented; the first one may begin otherwise."""
    width = room()
    lines = wrapped(text, None if width is None else max(_NARROWEST, width - cells(indent)))
    for number, line in enumerate(lines):
        out((indent if number or first is None else first) + line)


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Aligned columns; wrapped to the terminal, whole when the output goes elsewhere. `heads` may be empty."""
    texts = [[" ".join(str(cell).split()) for cell in row] for row in rows]
    lines = [list(heads), *texts] if heads else texts
    widths = [max(map(cells, column)) for column in zip(*lines, strict=True)]
    width = room()
    if width is None:
        _plain(lines, [min(wide, _WIDEST) for wide in widths])
        return
    widths = _fitting(widths, width - len(_GAP) * (len(widths) - 1))
    for line in lines:
        parts = [wrapped(cell, wide) for cell, wide in zip(line, widths, strict=True)]
        _plain(zip_longest(*parts, fillvalue=""), widths)


def _fitting(widths: list[int], most: int) -> list[int]:
    """The widest columns made narrower until all fit."""
    fitted = [min(width, max(most, _NARROWEST)) for width in widths]
    while sum(fitted) > most and max(fitted) > _NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _plain(lines: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    for line in lines:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(line, widths, strict=True))
        out(_GAP.join(padded).rstrip())


# --- progress ---------------------------------------------------------------------------------------------------------


@contextmanager
def watched() -> Iterator[Progress]:
    """Progress as a bar on standard error, if somebody looks at it; gone when the work is done."""
    if not sys.stderr.isatty():
        yield silent
        return
    with _bar() as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            words = _shown(said("progress", what)).replace("\n", " ")
            bar.update(task, description=words, completed=done, total=total or None)

        yield show


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar
    from rich.table import Column

    words = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    return Bar(BarColumn(), MofNCompleteColumn(), words, console=Console(stderr=True), transient=True)
