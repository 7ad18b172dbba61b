"""What docs/ says is there: pages, pictures, keys, entries of menus, messages."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from factcheck import i18n
from factcheck.cli.root import factcheck
from factcheck.paths import resource
from factcheck.ui import sheet
from factcheck.ui.actions import declared, menus, plain
from scripts import make_keys_page

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GUIDE = sorted((DOCS / "guide").glob("*.md"))
PAGES = [*sorted(DOCS.rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]

_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_KEY = re.compile(r"<kbd>([^<]+)</kbd>")
_ENTRY = re.compile(r"\*(File|Edit|Read|Claim|Finding|View|Help), ([^*]+)\*(?: \((?:<kbd>([^<]+)</kbd>)\))?")
_MESSAGE = re.compile(r'"((?:[^"`]|`[^`]*`)+?[.!?])"')
_FILLED = re.compile(r"\{[^}]*\}")
_COMMAND = re.compile(r"`factcheck ([^`]+)`")
_PLACE = re.compile(r"`([\w.*-]+/[\w.*/-]*|[\w-]+\.(?:py|toml|md))`")
#: How a line begins that explains a message.
_EXPLAINING = ('| "', '- "', '- **"')
#: Names of keys as people say them, and as Qt does.
_SAID = {"Enter": "Return", "Delete": "Del", "Page Up": "PgUp", "Page Down": "PgDown", "\N{MINUS SIGN}": "-"}


def prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


# --- pages and pictures ---


def places(page: Path) -> set[str]:
    """The headings of a page as addresses, the way that Python-Markdown makes them."""
    found: dict[str, int] = {}
    for heading in _HEADING.findall(prose(page)):
        text = _LINK.sub(r"\2", re.sub(r"[`*]", "", heading))
        slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())
        found[slug] = found.get(slug, 0) + 1
    return set(found)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    lost = []
    for _, _, target in _LINK.findall(prose(page)):
        path, _, place = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if target.startswith(("http://", "https://")):
            continue
        if not there.exists() or (place and place not in places(there)):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pictures_are_told_to_those_who_do_not_see_them(page: Path) -> None:
    assert [target for picture, told, target in _LINK.findall(prose(page)) if picture and len(told) < 10] == []


def test_every_page_is_reached_from_the_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = re.findall(r"([\w/-]+\.md)$", contents, re.MULTILINE)
    there = [str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md") if not page.name.startswith("0")]
    assert sorted(listed) == sorted(there)


def test_every_picture_is_shown_somewhere() -> None:
    shown = {Path(target).name for page in PAGES for _, _, target in _LINK.findall(prose(page))}
    assert {picture.name for picture in (DOCS / "images").iterdir()} - shown == set()


def test_every_decision_is_listed() -> None:
    listed = prose(DOCS / "decisions" / "README.md")
    assert [page.name for page in (DOCS / "decisions").glob("0*.md") if f"({page.name})" not in listed] == []


# --- keys ---


def shipped() -> dict[str, str]:
    return {action.key: action.shortcut for action in declared()}


def known_keys() -> set[str]:
    i18n.speak("en")
    found = {key for _, rows in sheet.groups(shipped()) for keys, _ in rows for key in keys.split(", ")}
    return found | set("0123456789") | {"Shift", "Ctrl", "Tab", "≠"}


def as_declared(key: str) -> str:
    *held, last = key.split("+") if not key.endswith("++") else [*key.split("+")[:-2], "+"]
    return "+".join([*held, _SAID.get(last, last)])


@pytest.mark.parametrize("page", [*GUIDE, DOCS / "README.md", ROOT / "README.md"], ids=name)
def test_keys_that_are_named_are_keys(page: Path) -> None:
    assert {key for key in _KEY.findall(prose(page)) if as_declared(key) not in known_keys()} == set()


def test_the_page_of_keys_is_that_of_the_window() -> None:
    assert make_keys_page.PAGE.read_text(encoding="utf-8") == make_keys_page.page(), "run scripts/make_keys_page.py"


@pytest.mark.parametrize("page", [*GUIDE, DOCS / "trust.md", ROOT / "README.md"], ids=name)
def test_entries_of_menus_that_are_named_are_there_with_their_keys(page: Path) -> None:
    i18n.speak("en")
    titles = dict(menus())
    entries = {(plain(titles[action.menu]), plain(action.text)): action.shortcut for action in declared()}
    for menu, entry, key in _ENTRY.findall(re.sub(r"\s+", " ", prose(page))):
        named = (menu, entry.removesuffix("…"))
        assert named in entries
        assert not key or as_declared(key) == entries[named], named


# --- messages ---


def texts(table: dict[str, object]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from texts(value)
        yield key  # in the window's catalogue the English text is the key
        if isinstance(value, str):
            yield value


@cache
def catalogue() -> re.Pattern[str]:
    """Every text that the program can say, with anything for what is filled in."""
    files = (resource("i18n", "en.toml"), resource("i18n", "window", "de.toml"))
    known = {text for file in files for text in texts(tomllib.loads(file.read_text(encoding="utf-8")))}
    parted = [_FILLED.split(text) for text in known]
    return re.compile("|".join(".+".join(map(re.escape, parts)) for parts in parted if len("".join(parts)) > 12))


@pytest.mark.parametrize("page", GUIDE, ids=name)
def test_messages_that_are_explained_are_said_by_the_program(page: Path) -> None:
    rows = [row for row in prose(page).splitlines() if row.startswith(_EXPLAINING)]
    told = [message for row in rows for message in _MESSAGE.findall(row.split("|")[1] if "|" in row else row)]
    known = catalogue()
    assert [message for message in told if not known.fullmatch(message)] == []


def test_a_message_that_nobody_says_would_be_found() -> None:
    assert not catalogue().fullmatch("The moon is not in this project.")


# --- commands ---


def options(command: click.Command) -> set[str]:
    own = {name for parameter in command.params for name in parameter.opts}
    below = command.commands.values() if isinstance(command, click.Group) and command is not factcheck else ()
    return own.union({"--help"}, *map(options, below))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_that_are_named_are_there_with_their_options(page: Path) -> None:
    context = click.Context(factcheck)
    for words in map(str.split, _COMMAND.findall(prose(page))):
        if words[0].startswith("-"):
            command: click.Command | None = factcheck
        else:
            command = factcheck.get_command(context, words[0])
        assert command is not None, words
        assert {word for word in words if re.match("--?[a-z]", word)} <= options(command), words


# --- where a change goes ---


def test_the_places_where_changes_go_are_there() -> None:
    table = prose(DOCS / "architecture.md").partition("## Where a change goes")[2].partition("\n## ")[0]
    places = [place for row in table.splitlines() for place in _PLACE.findall(row.rpartition(" | ")[2])]
    assert len(places) > 30
    lost = [
        place for place in places if not any(list(base.glob(place.strip("/"))) for base in (ROOT, ROOT / "factcheck"))
    ]
    assert lost == []
