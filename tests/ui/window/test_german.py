"""In a German window nothing is English but names, and what articles and people say."""

import ast
import html
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from factcheck import i18n, records, sample, scales
from factcheck.model import Who
from tests.ui import tour, walking
from tests.ui.window.person import Person, dump


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, which is of English articles."""
    monkeypatch.setenv(i18n.VARIABLE, "en")
    path = tmp_path / "sample.factcheck"
    sample.build(path, Who("Ada Brandt", "wada")).close()
    return path


def told(person: Person, project: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All texts of the window and of every dialog, line by line."""
    found: set[str] = set()
    for _state in tour.states(person, project):
        found |= walking.texts(person.window)
    person.window.projects.open(project)
    person.rest()
    with monkeypatch.context() as patched:
        for dialog in tour.dialogs(person, patched):
            found |= walking.texts(dialog)
    return {line.strip() for text in found for line in text.splitlines()}


def own_words(person: Person) -> set[str]:
    """What articles, publishers and people say, the scale of the project among it, and what the tour makes up."""
    state, found = person.state(), person.bench.feed.findings
    made = [*dump(state), *found, *scales.shipped()]
    texts = [state.text(article.version_id) for article in records.articles(state)]
    invented = [node.value for node in ast.walk(ast.parse(inspect.getsource(tour))) if isinstance(node, ast.Constant)]
    return {*strings_in(made), *strings_in(texts), *strings_in(invented)}


def strings_in(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings_in(getattr(thing, field.name))
    elif isinstance(thing, list | tuple | dict):
        for one in thing.values() if isinstance(thing, dict) else thing:
            yield from strings_in(one)


def pairs(text: str) -> set[str]:
    """Two words that follow each other, of which one is written small."""
    plain = " ".join(html.unescape(re.sub(r"</?\w+>|&(?=\w)", "", text)).split())
    found = re.findall(r"\b(?=([^\W\d_]{2,}) ([^\W\d_]{2,}))", plain)
    return {f"{a} {b}".lower() for a, b in found if a.islower() or b.islower()}


def of_all(texts: Iterable[str]) -> set[str]:
    return {pair for text in texts for pair in pairs(text)}


def english_pairs() -> set[str]:
    """What the program says in English."""
    phrases = (*i18n.window_texts("de"), *i18n.click_texts("de"), *i18n.phrases("de"))
    return of_all((*phrases, *strings_in(i18n._texts("en"))))


def german_pairs() -> set[str]:
    """What it says in German."""
    tables = (i18n.window_texts("de"), i18n.click_texts("de"), i18n.phrases("de"), i18n._texts("de"))
    return of_all(text for table in tables for text in strings_in(table))


def is_english(text: str, english: set[str]) -> bool:
    """A few pairs come about where texts are joined or cut."""
    there = pairs(text)
    return len(there & english) * 5 > len(there)


def test_what_is_told_in_german_is_not_english(
    new_person: Callable[[], Person], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "de")
    person = new_person()
    person.window.projects.open(project)
    person.rest()
    english = english_pairs() - german_pairs() - of_all(own_words(person))
    person.window.leave_project()
    german = told(person, project, monkeypatch)
    assert len(german) > 1000
    assert {text for text in german if is_english(text, english)} == set()


def test_the_walk_would_find_english() -> None:
    english = english_pairs() - german_pairs()
    for text in ("<p>Select the &sentence</p>", "Different numbers of people killed: 17 (A).", "Nothing is called so."):
        assert is_english(text, english)
    for text in ("<p>Satz auswählen</p>", "Truth-O-Meter (English)", "seventeen dead"):
        assert not is_english(text, english)
