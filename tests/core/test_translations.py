"""Every language of the window says all that the window says, with the same names and numbers.

What is missing is printed as lines for `resources/i18n/window/LANGUAGE.toml`: put them there and translate what stands
behind the equals sign. The terms to use are in `docs/glossary-de.md`.
"""

import ast
import json
import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from factcheck import i18n
from factcheck.i18n import interfaces, speak, spoken, window_texts
from factcheck.paths import resource
from tests.sources import UI, modules, nodes, tree

OTHERS = [code for code in interfaces() if code != "en"]


@cache
def texts() -> dict[str, str]:
    """All that `tr` is asked for, and where first."""
    found: dict[str, str] = {}
    for path in modules(UI):
        for call in _calls(path):
            text = call.args[0]
            where = f"{path.relative_to(UI)}:{call.lineno}"
            assert isinstance(text, ast.Constant), f"{where}: tr() takes the text itself, so that it can be found"
            assert isinstance(text.value, str)
            found.setdefault(text.value, where)
    return found


def _calls(module: Path) -> Iterator[ast.Call]:
    for node in nodes(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node


def test_each_text_is_given_what_it_fills_in() -> None:
    """`n` is the number of `%n` and fills in nothing else: a text with `{n}` would be shown as it stands here."""
    for path in modules(UI):
        for call in _calls(path):
            given = {keyword.arg for keyword in call.keywords}
            text = ast.literal_eval(call.args[0])
            later = not given or None in given
            assert later or given - {"n"} == set(holes(text)), f"{path.relative_to(UI)}:{call.lineno}: {text}"


def lines(missing: dict[str, str]) -> str:
    """Lines to put into a file of texts."""
    return "\n".join(f"{_quoted(text)} = {_empty(text)}  # {where}" for text, where in missing.items())


def _empty(text: str) -> str:
    return f"{{one = {_quoted(text)}, other = {_quoted(text)}}}" if "%n" in text else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def forms(said: object) -> list[str]:
    return [str(form) for form in said.values()] if isinstance(said, dict) else [str(said)]


def holes(text: str) -> Counter[str]:
    """What is filled in, and how often."""
    return Counter(str(name) for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_in_the_window_is_untranslated(language: str) -> None:
    missing = {text: where for text, where in texts().items() if text not in window_texts(language)}
    assert not missing, f"add to resources/i18n/window/{language}.toml, and translate:\n{lines(missing)}"


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_translated_that_the_window_no_longer_says(language: str) -> None:
    assert [text for text in window_texts(language) if text not in texts()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_fill_in_what_english_fills_in(language: str) -> None:
    for text, said in window_texts(language).items():
        for form in forms(said):
            assert form.strip(), text
            assert holes(form) == holes(text), text
            assert form.count("\n") == text.count("\n"), text
            assert form.count("\t") == text.count("\t"), text
            assert (form[0] == " ") == (text[0] == " "), text


@pytest.mark.parametrize("language", OTHERS)
def test_what_counts_has_a_form_for_one_and_for_many(language: str) -> None:
    for text, said in window_texts(language).items():
        if "%n" in text:
            assert isinstance(said, dict), text
            assert set(said) == {"one", "other"}, text
            assert "%n" in said["other"], text
        else:
            assert isinstance(said, str), text
            assert "%n" not in said, text


@pytest.mark.parametrize("language", OTHERS)
def test_what_names_a_key_in_english_names_one_in_every_language(language: str) -> None:
    for text, said in window_texts(language).items():
        for form in forms(said):
            assert bool(re.search(r"&\w", text)) <= (len(re.findall(r"&\w", form)) == 1), text


def test_nothing_is_said_before_the_language_is_known() -> None:
    early = [where for path in modules(UI) for where in _at_import(path)]
    assert early == [], "tr() runs when the module is imported; make it a function"


def _at_import(path: Path) -> Iterator[str]:
    pending: list[ast.AST] = [tree(path)]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.FunctionDef):
            pending += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            pending += ast.iter_child_nodes(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield f"{path.relative_to(UI)}:{node.lineno}"


def test_german_is_a_language_of_the_interface() -> None:
    assert interfaces() == {"de": "Deutsch", "en": "English"}


@pytest.mark.parametrize(
    ("told", "speaks"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANGUAGE": "de:en", "LANG": "en_US.UTF-8"}, "de"),
        ({"LANG": "tlh"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_chooses_where_nobody_did(
    told: dict[str, str], speaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    speak()
    assert spoken() == speaks


def test_what_a_person_chose_goes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    speak("de")
    assert i18n.Catalogue()("kind.contradiction") == "Widerspruch"


def test_every_file_of_the_window_belongs_to_a_catalogue() -> None:
    for path in resource("i18n", "window").glob("*.toml"):
        assert resource("i18n", path.name).is_file(), f"{path.stem} has no catalogue"
