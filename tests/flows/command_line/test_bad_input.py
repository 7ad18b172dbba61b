"""What the world can hand in: each is told in one sentence, and the project is as it was."""

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.model import Who
from factcheck.session import Session
from tests.core.importing import hostile
from tests.flows.command_line.calling import CHECKOUT, data, done, dump, environment, program, refused, run, sentence

QUOTE = "At least 17 people were killed"

# --- project files ----------------------------------------------------------------------------------------------------


def missing(project: Path) -> None:
    project.unlink()


def empty_file(project: Path) -> None:
    project.write_bytes(b"")


def foreign_text(project: Path) -> None:
    project.write_text("Dear reader, this is a letter and no project at all. " * 20, encoding="utf-8")


def foreign_database(project: Path) -> None:
    project.unlink()
    with sqlite3.connect(project) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()


def damaged_head(project: Path) -> None:
    whole = project.read_bytes()
    project.write_bytes(b"SQLITE" + whole[6:])


def cut_off(project: Path) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[: len(whole) // 3])


def overwritten(project: Path) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def newer(project: Path) -> None:
    with sqlite3.connect(project) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def planted(project: Path) -> None:
    with sqlite3.connect(project) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM articles; END")
    connection.close()


def folder_instead(project: Path) -> None:
    project.unlink()
    project.mkdir()


SPOILT: list[tuple[Callable[[Path], None], str]] = [
    (missing, "There is no project"),
    (empty_file, "is empty"),
    (foreign_text, "not a factcheck project"),
    (foreign_database, "another program"),
    (damaged_head, "not a factcheck project"),
    (cut_off, "damaged"),
    (overwritten, "damaged"),
    (newer, "newer factcheck"),
    (planted, "altered outside factcheck"),
    (folder_instead, "is a folder"),
]

COMMANDS: dict[str, tuple[str, ...]] = {
    "articles": (),
    "statements": (),
    "claims": (),
    "findings": (),
    "history": (),
    "status": (),
    "scales": (),
    "match": (),
    "undo": (),
    "redo": (),
    "check": (),
    "backup": (),
    "import": ("ARTICLE",),
    "claim": ("--article", "kpa-wire.txt", "--quote", QUOTE),
    "verdict": ("1", "true"),
    "evidence add": ("1", "--note", "n"),
    "evidence list": ("1",),
    "rule": ("f", "confirmed"),
    "contradict": ("--a", "a:b", "--b", "c:d"),
    "report": ("-o", "REPORT"),
    "withhold": ("1",),
}


def words_of(command: str, project: Path) -> list[object]:
    """A right call of the command, on this project."""
    article, report = CHECKOUT / "resources/sample/articles/kpa-wire.txt", project.with_suffix(".pdf")
    given = {"ARTICLE": article, "REPORT": report}
    return [*command.split(), project, *(given.get(word, word) for word in COMMANDS[command])]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("spoil", "told"), SPOILT, ids=[spoil.__name__ for spoil, _ in SPOILT])
def test_a_file_that_is_no_sound_project(project: Path, spoil: Callable[[Path], None], told: str, command: str) -> None:
    spoil(project)
    before = project.read_bytes() if project.is_file() else None
    result = run(*words_of(command, project))
    assert result.exit_code == 1, result.output
    assert told in result.output
    sentence(result.stderr)
    assert (project.read_bytes() if project.is_file() else None) == before
    assert not project.with_suffix(".pdf").exists()
    assert not list(project.parent.glob("*.lock"))


def test_a_file_of_that_name_is_never_replaced(project: Path) -> None:
    whole = project.read_bytes()
    assert "exists already" in refused("new", project)
    assert project.read_bytes() == whole


def test_a_project_cannot_be_made_where_there_is_no_folder(tmp_path: Path) -> None:
    refused("new", tmp_path / "none" / "p.factcheck")


def test_a_project_that_is_open_elsewhere_can_be_read_and_not_written(project: Path) -> None:
    with Session.open(project, Who("other")):
        for command in ("articles", "claims", "findings", "history", "status", "check", "backup"):
            done(command, project)
        told = data("status", project)
        assert not told["writable"]
        assert "open elsewhere" in told["in_use"]
        for command in ("claim", "match", "undo", "import"):
            assert "open elsewhere" in refused(*words_of(command, project))
        assert "open elsewhere" in refused("restore", project)
    done("undo", project)


# --- a file that may not be written -----------------------------------------------------------------------------------


@pytest.fixture
def protected(made: Path) -> Iterator[Path]:
    """A project that may be read and not written, in such a folder."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("nothing is write-protected for root")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = Path(shutil.copy(made, folder))
        project.chmod(0o444)
        folder.chmod(0o555)
        yield project
        folder.chmod(0o755)


def as_reader(*words: object) -> "subprocess.CompletedProcess[str]":
    """The program, run by somebody to whom the rights of files apply: root without its right to pass over them."""
    bound = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            [*bound, *program(words)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            cwd=home,
            env=environment(Path(home)),
        )


def test_a_read_only_file_can_be_read(protected: Path) -> None:
    for command in ("articles", "findings", "status", "history", "check"):
        result = as_reader(command, protected, "--json")
        assert result.returncode == 0, result.stderr
        assert json.loads(result.stdout)


def test_a_read_only_file_is_not_written(protected: Path) -> None:
    whole = protected.read_bytes()
    for command in ("match", "undo", "backup"):
        result = as_reader(command, protected)
        assert result.returncode == 1, result.stderr
        assert protected.name in sentence(result.stderr)
    assert protected.read_bytes() == whole
    assert [path.name for path in protected.parent.iterdir()] == [protected.name]


# --- articles ---------------------------------------------------------------------------------------------------------

REFUSED = {
    "nothing.txt": b"",
    "blank.txt": b" \n\t\n ",
    "controls.txt": b"\x00\x00\x00",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 200,
    "blank.html": b"<!DOCTYPE html><html><head><title>x</title></head><body></body></html>",
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_article_that_is_none(project: Path, tmp_path: Path, name: str) -> None:
    before = dump(project)
    file = tmp_path / name
    file.write_bytes(REFUSED[name])
    assert name in refused("import", project, file)
    assert dump(project) == before
    assert name in run("compare", file).stderr


@pytest.mark.parametrize("given", [b"", b"\x00", b" \n"])
def test_nothing_on_standard_input(project: Path, given: bytes) -> None:
    before = dump(project)
    refused("import", project, "-", given=given)
    assert dump(project) == before


TAKEN = {
    "broken.txt": ("The mayor’s caf".encode() + b"\xe9\xff was closed on Monday.", "was closed"),
    "nul.txt": (b"The bridge\x00 was closed on Monday.", "bridge was closed"),
    "surrogates.txt": (b"The bridge \xed\xa0\x80 was closed on Monday.", "was closed"),
    "crlf.txt": (b"The bridge was closed.\r\nIt was opened\r\non Tuesday.\r", "It was opened\non Tuesday."),
    "emoji.txt": ("🌉👩‍👩‍👧 The bridge 🌉 was closed on Monday.".encode(), "🌉 was closed"),
    "arabic.txt": ("أُغلق الجسر يوم الاثنين بعد العاصفة.".encode(), "الجسر يوم"),
    "utf16.txt": ("\ufeffThe bridge was closed – on Monday.".encode("utf-16-le"), "closed – on"),
    "long.txt": (b"The bridge was closed on Monday. " * 160_000 + b"It is the last word.", "It is the last word"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_an_odd_article_keeps_its_bytes_and_its_places(empty: Path, tmp_path: Path, name: str) -> None:
    given, quote = TAKEN[name]
    file = tmp_path / name
    file.write_bytes(given)
    (row,) = data("import", empty, file)
    claim = data("claim", empty, "--article", name, "--quote", quote)
    (appearance,) = claim["appearances"]
    with Session.open(empty, Who(""), read_only=True) as session:
        assert session.reader.original_of(row["article"]) == given
    assert appearance["text"] == quote
    assert data("check", empty)["ok"]
    if name != "long.txt":
        assert quote.split()[0] in done("claims", empty)
        assert json.loads(run("compare", file, "--json").stdout) == []


def test_pasted_text_has_its_bytes_kept(empty: Path) -> None:
    given = "Die Brücke ist gesperrt.\r\nSie war es gestern nicht.".encode()
    (row,) = data("import", empty, "-", "--title", "Pasted", given=given)
    with Session.open(empty, Who(""), read_only=True) as session:
        assert session.reader.original_of(row["article"]) == given
    assert row["title"] == "Pasted"


# --- words ------------------------------------------------------------------------------------------------------------

UNKNOWN: dict[str, tuple[tuple[str, ...], str]] = {
    "an article": (("claim", "--article", "none.txt", "--quote", QUOTE), "no article “none.txt”"),
    "a quote": (("claim", "--article", "kpa-wire.txt", "--quote", "Nobody wrote this"), "Nobody wrote this"),
    "no quote": (("claim", "--article", "kpa-wire.txt", "--quote", "  "), "do not stand"),
    "a quote of many places": (("claim", "--article", "kpa-wire.txt", "--quote", "the"), "times"),
    "a rating": (("verdict", "1", "Quite True"), "true, mostly-true, half-true"),
    "a claim": (("verdict", "7", "true"), "no claim “7”"),
    "a claim by its id": (("evidence list", "czzz"), "no claim “czzz”"),
    "evidence of a quote": (("evidence add", "1", "--article", "kpa-wire.txt", "--quote", "Zanzibar"), "Zanzibar"),
    "a finding": (("rule", "zzz", "confirmed"), "no finding “zzz”"),
    "a side": (("contradict", "--a", "kpa-wire.txt:Zanzibar", "--b", f"kpa-wire.txt:{QUOTE}"), "Zanzibar"),
    "two sides that are one": (
        ("contradict", "--a", f"kpa-wire.txt:{QUOTE}", "--b", f"kpa-wire.txt:{QUOTE}"),
        "two different passages",
    ),
    "an article of statements": (("statements", "--article", "none"), "no article “none”"),
    "a claim of a report": (("report", "-o", "r.pdf", "--claims", "1,8"), "no claim “8”"),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_words_that_name_nothing(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.chdir(tmp_path)
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    before = dump(project)
    (command, *words), told = UNKNOWN[case]
    assert told in refused(*command.split(), project, *words)
    assert dump(project) == before
    assert not Path("r.pdf").exists()


WRONG_USE = {
    "no rating and no words": ("verdict", "1"),
    "no such ruling": ("rule", "f", "maybe"),
    "no such kind": ("match", "--kind", "quarrel"),
    "none of them": ("match", "--top", "0"),
    "no colon": ("contradict", "--a", "words", "--b", "a:b"),
    "no such stance": ("evidence add", "1", "--note", "n", "--stance", "likes"),
    "no report's name": ("report",),
    "no such option": ("claims", "--loud"),
    "no input": ("import",),
}


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_usage(project: Path, case: str) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    before = dump(project)
    command, *words = WRONG_USE[case]
    result = run(*command.split(), project, *words)
    assert result.exit_code == 2
    assert "Usage: factcheck" in result.stderr
    assert dump(project) == before


def test_words_that_no_file_can_hold_are_made_fit(project: Path) -> None:
    quote = ("--article", "kpa-wire.txt", "--quote", QUOTE)
    claim = data("claim", project, *quote, "--claimant", "a\udcff\x1b[31m b\n c", "--wording", "w\x00x")
    assert (claim["claimant"], claim["wording"]) == ("a\ufffd[31m b c", "wx")
    done("verdict", project, 1, "true", "--summary", "One\r\ntwo \ud800.")
    assert data("claims", project)[0]["verdict"]["summary"] == "One\ntwo \ufffd."
    assert data("check", project)["ok"]


def test_a_report_that_cannot_be_written_leaves_the_old_one(project: Path, tmp_path: Path) -> None:
    assert "is a folder" in refused("report", project, "-o", tmp_path)
    assert "could not be written" in refused("report", project, "-o", tmp_path / "none" / "r.pdf")
    before = dump(project)
    assert "is a project" in refused("report", project, "-o", project)
    assert dump(project) == before


def test_a_first_word_that_is_nothing(tmp_path: Path) -> None:
    assert "did you mean “factcheck import”" in refused("improt")
    assert "no project" in refused(tmp_path / "none.factcheck")
    assert "is a folder" in refused(tmp_path)
    assert run(tmp_path, "more").exit_code == 2
    assert run("--sample", "doctor").exit_code == 2


# --- what is built to do harm -----------------------------------------------------------------------------------------


def test_nothing_of_hostile_files_is_added(project: Path, tmp_path: Path) -> None:
    chosen = (
        "brotli bomb in a web archive",
        "billion laughs, docx",
        "theft of a file by a feed",
        "deep JSON",
        "PDF cut short",
    )
    for number, what in enumerate(chosen):
        name, made = hostile.REFUSED[what]
        (tmp_path / f"{number}-{name}").write_bytes(made())
    before = dump(project)
    result = run("import", project, tmp_path, "--json")
    assert result.exit_code == 1
    assert [bool(row["error"]) for row in json.loads(result.stdout)] == [True] * len(chosen)
    assert dump(project) == before
