"""The command line speaks German where German is asked for: help, faults, what it prints."""

import ast
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from factcheck import i18n
from factcheck.cli import clicks
from factcheck.cli.root import COMMANDS
from tests.flows.command_line.calling import ARTICLES, CHECKOUT

#: Prints the help of every command, and of those within them.
_HELP = """
import click, json, sys
from factcheck.__main__ import _speak
_speak(["--language", sys.argv[1]])
from factcheck.cli.root import COMMANDS, factcheck
def each(name, command):
    yield name, command.get_help(click.Context(command, info_name=name))
    for inner in command.commands if isinstance(command, click.Group) and name in COMMANDS else ():
        yield from each(f"{name} {inner}", command.commands[inner])
found = dict(each("factcheck", factcheck))
for name in COMMANDS:
    found |= dict(each(name, factcheck.get_command(click.Context(factcheck), name)))
print(json.dumps(found))
"""


def program(*words: object, code: int = 0, language: str = "de") -> str:
    """What a call of the program prints, to either stream."""
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", "--language", language, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "COLUMNS": "200"},
        check=False,
    )
    assert run.returncode == code, run.stderr
    return run.stdout + run.stderr


@cache
def helps(language: str) -> dict[str, str]:
    run = subprocess.run(
        [sys.executable, "-c", _HELP, language],
        capture_output=True,
        encoding="utf-8",
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "COLUMNS": "400"},
        check=True,
    )
    found: dict[str, str] = json.loads(run.stdout)
    return found


#: Two words of a sentence; what is to be typed is in capitals, hyphens or brackets.
WORDS = re.compile(r"(?<![\w-])[a-z]{2,} [a-z]{2,}(?![\w-])")


@pytest.mark.parametrize("command", ["factcheck", *COMMANDS])
def test_no_line_of_help_is_english(command: str) -> None:
    german, english = helps("de"), helps("en")
    lines = set(english[command].splitlines()) & set(german[command].splitlines())
    left = [line for line in lines if WORDS.search(line) and not line.lstrip().startswith("factcheck ")]
    assert left == []
    assert german[command].startswith("Aufruf:")
    assert "Diese Hilfe zeigen." in german[command]


@pytest.mark.parametrize("module", clicks.MODULES, ids=lambda module: module.__name__)
def test_what_click_says_is_translated(module: ModuleType) -> None:
    assert module.__file__
    calls = [
        n for n in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))) if isinstance(n, ast.Call)
    ]
    asked = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in {"_", "ngettext"}]
    texts = {a.value for c in asked for a in c.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    missing = {text for text in texts - set(i18n.click_texts("de")) if not _FOR_MAKERS.search(text)}
    assert missing == set()
    unknown = [text for text in texts if (said := i18n.click_texts("de").get(text)) and not holes(said) <= holes(text)]
    assert unknown == []


#: What only the maker of a command line can meet, and questions that ours never asks.
_FOR_MAKERS = re.compile(
    r"Deprecat|Could not determine name|No options defined|exactly one parameter|defined twice|same flag|"
    r"continue|confirm|Repeat|color|colour|do not match|invalid input|Confirm",
    re.IGNORECASE,
)


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text)) | set(re.findall(r"%\((\w+)\)", text))


def test_what_is_typed_wrongly_is_told_in_german() -> None:
    assert "Es fehlt das Argument" in program("verdict", code=2)
    assert "Eine Option „--tip“ gibt es nicht." in program("compare", ".", "--tip", "3", code=2)
    assert "keine Zahl" in program("compare", ".", "--top", "x", code=2)
    assert "steht nicht zur Wahl" in program("report", "x", "-o", "y.pdf", "--order", "z", code=2)


def test_a_german_project_is_made_and_proved_in_german(tmp_path: Path) -> None:
    path = tmp_path / "eins.factcheck"
    assert "Wahrheitsskala" in program("new", path)
    program("import", path, ARTICLES / "kpa-wire.txt")
    assert "Kein Fehler gefunden" in program("check", path)
    told = program("export", path, "-o", tmp_path / "all.json")
    assert "1 Projekt, 1 Artikel, 1 Fassung von Artikeln, 1 Text, 1 Original." in told
    path.write_bytes(path.read_bytes()[:5000])
    assert "beschädigt" in program("check", path, code=1)
