"""Texts of reports, reasons and the command line, by key, with plural forms, one file per language.

`resources/i18n/en.toml` holds, under a table per area, `key = "text with {names}"` or
`key = {one = "{n} article", other = "{n} articles"}`. A language that lacks a key falls back to English. A file that
holds all tables of a report is a language that reports can be written in. The window's own texts stand in
`resources/i18n/window`, under the English text; `ui.text.tr` speaks them. A language with such a file is one of the
interface.

What the program speaks is kept in the environment, so that the processes that it starts speak it too.
"""

import errno
import os
import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import pseudo
from factcheck.paths import resource

_FALLBACK = "en"

#: What matching says of findings in, whatever the interface speaks: a report prints it, and says the same everywhere.
OF_FINDINGS = "en"

#: The variable of the environment that says what the interface speaks, over what the settings say.
VARIABLE = "FACTCHECK_LANGUAGE"
#: Where a system says what its user reads, the first that is set.
_SYSTEM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

#: The tables that a report speaks from.
REPORT = (
    "date", "fact", "grade", "kind", "medium", "month", "month_brief", "place", "quality", "reason", "report", "ruling",
    "stance", "status",
)  # fmt: skip


class _Tables(Mapping[str, Any]):
    """The tables of a file. Each is read when it is asked for: to read them all takes longer than most starts last."""

    def __init__(self, path: Path) -> None:
        self._written: dict[str, list[str]] = {}
        self._read: dict[str, Any] = {}
        lines: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if path.is_file() else ():
            if line.startswith("["):
                lines = self._written.setdefault(line.strip("[]\n").partition(".")[0], [])
            lines.append(line)

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = tomllib.loads("".join(self._written[name]))[name]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


@cache
def _texts(language: str) -> Mapping[str, Any]:
    return _Tables(resource("i18n", f"{language}.toml"))


@cache
def _look_up(language: str, key: str) -> Any:
    found: Any = _texts(language)
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


#: Names in the labels of edits that are values of ours, with the table that says them.
_VALUES = {"status": "status", "verb": "ruling", "outcome": "outcome"}


class _Filler(string.Formatter):
    """Fills in names; thousands are grouped as the language does it."""

    def __init__(self, thousands: str) -> None:
        self._thousands = thousands

    def format_field(self, value: Any, spec: str) -> str:
        text: str = super().format_field(value, spec)
        return text.replace(",", self._thousands) if spec.endswith(",") else text


def _filled(language: str, text: str, names: dict[str, object]) -> str:
    """A text with its names filled in; most have none to be grouped, and Python itself is quicker with those."""
    if ",}" in text and (thousands := str(_texts(language).get("language", {}).get("thousands", ","))) != ",":
        return _Filler(thousands).vformat(text, (), names)
    return text.format(**names)


@cache
def languages() -> dict[str, str]:
    """The languages that a report can be written in, by code: what each is called in itself."""
    codes = sorted(path.stem for path in resource("i18n").glob("*.toml"))
    known = {code: _texts(code) for code in codes}
    return {code: texts["language"]["name"] for code, texts in known.items() if {"language", *REPORT} <= set(texts)}


def own_language(chosen: str = "") -> str:
    """The language of reports that was chosen, else that of the interface."""
    return next((code for code in (chosen, spoken()) if code in languages()), _FALLBACK)


@cache
def interfaces() -> dict[str, str]:
    """The languages that the program itself can speak, by code: what each is called in itself."""
    return {code: _texts(code).get("language", {}).get("name", code) for code in interface_codes()}


@cache
def interface_codes() -> list[str]:
    """Their codes, without a look into the files."""
    return sorted({_FALLBACK, *(path.stem for path in resource("i18n", "window").glob("*.toml"))})


@cache
def window_texts(language: str) -> dict[str, Any]:
    """What the window says, by the English text: a text, or its plural forms."""
    return _read("window", f"{language}.toml")


@cache
def click_texts(language: str) -> dict[str, str]:
    """What the library of the command line says of its own accord, by the English text."""
    return _read("click", f"{language}.toml")


@cache
def phrases(language: str) -> dict[str, str]:
    """What states, measures and kinds are called of which English articles speak, by the English words."""
    return _read("findings", f"{language}.toml")


def template(table: str) -> dict[str, Any]:
    """The texts of a table as matching says them, with their holes."""
    found: dict[str, Any] = _look_up(OF_FINDINGS, table)
    return found


def _read(*names: str) -> dict[str, Any]:
    path = resource("i18n", *names)
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def speak(language: str = "") -> None:
    """The language of the interface from now on, "" for that of the system; one that is not known is English."""
    wanted = language or next((os.environ[name] for name in _SYSTEM if os.environ.get(name)), "")
    if wanted in pseudo.CODES:
        os.environ[VARIABLE] = wanted
        return
    code = wanted.partition(":")[0].replace("-", "_").partition("_")[0].partition(".")[0].lower()
    os.environ[VARIABLE] = code if code in interface_codes() else _FALLBACK


def spoken() -> str:
    """The language of the interface; English until one is chosen."""
    return os.environ.get(VARIABLE) or _FALLBACK


class Catalogue:
    """The texts of one language, "" for that of the interface, whatever that is when a text is asked for."""

    def __init__(self, language: str = "") -> None:
        self._language = language

    @property
    def language(self) -> str:
        return self._language or spoken()

    def __call__(self, key: str, /, **names: object) -> str:
        """The text of a key ("report.contents") with its names filled in; `n` chooses the plural form.

        `KeyError` if no language has it: a key is ours, so a missing one is a bug.
        """
        language = self.language
        found = _look_up(language, key)
        if found is None:
            found = _look_up(_FALLBACK, key)
        if isinstance(found, dict):
            found = found["one" if names.get("n") == 1 and "one" in found else "other"]
        if not isinstance(found, str):
            raise KeyError(key)
        return _filled(language, pseudo.written(language, found), names)

    def inside(self, key: str) -> str:
        """A word of ours as it stands within a sentence: English writes it small there."""
        return self(key).lower() if self.language == _FALLBACK else self(key)

    def edit(self, label: str, names: Iterable[tuple[str, str]]) -> str:
        """What was done, from the label and the names of an `Edit`: "set verdict to False".

        The bare label if it is none of ours, as in a file that another version wrote, or a stranger.
        """
        try:
            said = {n: self.inside(f"{_VALUES[n]}.{value}") if n in _VALUES else value for n, value in names}
            return self(label, **said)
        except (KeyError, IndexError, ValueError, TypeError):
            return label

    def step(self, label: str, names: Iterable[tuple[str, str]], undoes: object, redoes: object) -> str:
        """What an entry of history is called."""
        what = self.edit(label, names)
        if undoes:
            return self("edit.undo", what=what)
        return self("edit.redo", what=what) if redoes else what


def said(table: str, name: str) -> str:
    """What a name of ours is called ("Drawing pages" in `progress`), in the language of the interface; itself if it is
    not in this table.
    """
    key = f"{table}.{name.lower().replace(' ', '_').replace('-', '_')}"
    for language in (spoken(), _FALLBACK):
        if isinstance(found := _look_up(language, key), str):
            return pseudo.written(spoken(), found)
    return name


def why(error: OSError) -> str:
    """What the system says went wrong, in the language of the interface if that is known."""
    said, number = error.strerror or str(error), error.errno or 0
    known = _look_up(spoken(), f"system.{errno.errorcode.get(number, '')}")
    return known if isinstance(known, str) and said == os.strerror(number) else said


def within(text: str) -> str:
    """A sentence as it stands within another one: English writes it small there."""
    return text[:1].lower() + text[1:] if spoken() == _FALLBACK else text


_spoken = Catalogue()


def sentence(key: str, /, **names: object) -> str:
    """A text in the language of the interface, as an error tells it."""
    return _spoken(key, **names)
