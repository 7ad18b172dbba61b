"""A report in which claimants are called by letters, wherever their names stand in it.

Addresses, hashes and the names of who made the report stay as they are; the report says so.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from factcheck.i18n import Catalogue
from factcheck.reporting.pieces import Field, Run
from factcheck.reporting.report import Report

T = TypeVar("T")

#: Fields in which nothing is replaced: made by us, or needed letter by letter.
_KEPT = frozenset({
    "archived", "checker", "code", "colour", "id", "iso", "language", "organisation", "original_sha256",
    "second_reader", "sign", "template", "text_sha256", "url", "verification", "who",
})  # fmt: skip
_WORDS = re.compile(r"\w+")
#: A family name is looked for by itself from so many letters on.
_SHORTEST = 3


def anonymised(report: Report, claimants: Iterable[str], say: Catalogue) -> Report:
    """The report without the names of these claimants."""
    names = list(dict.fromkeys(" ".join(name.split()) for name in claimants if _WORDS.search(name)))
    if not names:
        return report
    return _Replacer({name: say("report.claimant", letter=_letter(i)) for i, name in enumerate(names)}).in_all(report)


def _letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


class _Replacer:
    """Puts a letter for each name."""

    def __init__(self, letters: dict[str, str]) -> None:
        self._letters: dict[str, str] = {}
        for name, letter in letters.items():
            self._letters.setdefault(name.casefold(), letter)
            self._letters.setdefault(_family(name).casefold(), letter)
        whole = "|".join(_pattern(name) for name in sorted(letters, key=len, reverse=True))
        family = "|".join(sorted(filter(None, (_cased(_family(name)) for name in letters)), key=len, reverse=True))
        self._keys = {_longest(name) for name in letters} | {_family(name).casefold() for name in letters}
        parts = f"(?i:{whole})" + (f"|{family}" if family else "")
        self._name = re.compile(rf"(?<!\w)(?:{parts})(?!\w)")

    def in_all(self, part: T) -> T:
        """The same with every text in it replaced."""
        return self._walk(part)  # type: ignore[no-any-return]  # what goes in comes out, of its type

    def _names_one(self, text: str) -> bool:
        """Whether a name may stand there; quick, since most texts name nobody and names may be thousands."""
        return not self._keys.isdisjoint(_WORDS.findall(text.casefold()))

    def _walk(self, part: Any) -> Any:
        if isinstance(part, str):
            return self._name.sub(self._letter, part) if self._names_one(part) else part
        if isinstance(part, tuple):
            runs = bool(part) and all(isinstance(piece, Run) for piece in part)
            return self._words(part) if runs else tuple(self._walk(piece) for piece in part)
        if isinstance(part, Field) and part.url:
            return part
        if is_dataclass(part) and not isinstance(part, type):
            told = {f.name: self._walk(getattr(part, f.name)) for f in fields(part) if f.name not in _KEPT}
            return replace(part, **told)
        return part

    def _letter(self, found: re.Match[str]) -> str:
        return self._letters[" ".join(found[0].split()).casefold()]

    def _words(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """A name that stands in two runs, as at the edge of a mark, is replaced in the first of them."""
        text, texts, starts = "".join(run.text for run in runs), [run.text for run in runs], _starts(runs)
        if not self._names_one(text):
            return runs
        for found in reversed(list(self._name.finditer(text))):
            letter = self._letter(found)
            for i, start in reversed(list(enumerate(starts))):
                low, high = max(found.start() - start, 0), min(found.end() - start, len(runs[i].text))
                if low < high:
                    begins = found.start() >= start
                    texts[i] = texts[i][:low] + (letter if begins else "") + texts[i][high:]
        return tuple(replace(run, text=text) for run, text in zip(runs, texts, strict=True) if text)


def _starts(runs: tuple[Run, ...]) -> list[int]:
    starts, at = [], 0
    for run in runs:
        starts.append(at)
        at += len(run.text)
    return starts


def _pattern(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _longest(name: str) -> str:
    return max((found[0] for found in _WORDS.finditer(name.casefold())), key=len)


def _family(name: str) -> str:
    """The last word of a name of two to four words that all begin with a capital, as a person's name does."""
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return ""
    return words[-1] if len(words[-1]) >= _SHORTEST else ""


def _cased(word: str) -> str:
    """As it is written, and in capitals."""
    return "|".join(re.escape(form) for form in dict.fromkeys((word, word.upper()))) if word else ""
