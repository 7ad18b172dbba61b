"""Reports in which every field says something that no other says, made by walking the dataclasses."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import count
from typing import Any

from factcheck.reporting.report import Report
from factcheck.reporting.templates import TEMPLATES, Template

#: Fields that are names for programs, or say how something looks or in which language it is.
UNSEEN = {"language", "colour", "sign", "record", "iso", "id", "code", "claim_id", "record_id", "key"}


@dataclass
class Inventor:
    """Makes values of a type; `words` tells which field each invented word stands in."""

    words: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(100))

    def report(self) -> Report:
        """A report with all there can be, in the full template."""
        made = self.make(Report, "Report")
        assert isinstance(made, Report)
        return replace(made, language="en")

    def make(self, kind: Any, path: str) -> Any:
        """A value of this type for the field of this path."""
        if kind is Template:
            return TEMPLATES["full"]
        if is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            return kind(**{f.name: self.make(hints[f.name], f"{path}.{f.name}") for f in fields(kind)})  # type: ignore[operator] # a class
        if typing.get_origin(kind) is tuple:
            return self._tuple(typing.get_args(kind), path)
        if typing.get_origin(kind) in {types.UnionType, typing.Union}:
            return self.make(typing.get_args(kind)[0], path)
        return self._plain(kind, path)

    def _tuple(self, inner: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        if inner[1:] == (...,):
            return tuple(self.make(inner[0], path) for _ in range(2))
        return tuple(self.make(kind, path) for kind in inner)

    def _plain(self, kind: Any, path: str) -> Any:
        if kind is str:
            return self._word(path)
        number = 0 if path.endswith((".reference", ".article")) else 1  # nothing but the quote leads to its page then
        return {int: number, float: 1.0, bool: True, bytes: b""}[kind]

    def _word(self, path: str) -> str:
        owner, name = path.rsplit(".", 1)
        if name in UNSEEN and owner.rpartition(".")[2] != "Report":
            return ""
        word = f"word{next(self._numbers)}"
        self.words[word] = path
        return word if name != "url" else f"https://{word}.example"


def invented_report() -> tuple[Report, dict[str, str]]:
    """A report and where its words stand."""
    inventor = Inventor()
    report = inventor.report()
    return replace(report, organisation=replace(report.organisation, colour="")), inventor.words
