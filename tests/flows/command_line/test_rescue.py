"""`factcheck rescue` and the list of backups, as a person at a terminal has them."""

from pathlib import Path

from tests.flows.command_line.calling import ARTICLES, data, done, refused, run


def made(folder: Path) -> Path:
    path = folder / "dam.factcheck"
    done("new", path)
    done("import", path, ARTICLES / "kpa-wire.txt")
    return path


def test_a_damaged_project_says_how_it_is_saved_and_is(tmp_path: Path) -> None:
    path, saved = made(tmp_path), tmp_path / "saved.factcheck"
    before = data("check", path)
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
    said = refused("status", path)
    assert "factcheck restore" in said
    assert "factcheck rescue" in said
    told = done("rescue", path, "-o", saved)
    assert "Nothing was lost." in told
    assert data("check", saved) == before


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    path, saved = made(tmp_path), tmp_path / "saved.factcheck"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    told = data("rescue", path, "-o", saved)
    assert not told["whole"]
    assert told["entries_lost"] or told["texts_lost"] or told["unproved"]


def test_the_list_of_backups_says_when_why_and_what_they_hold(tmp_path: Path) -> None:
    path = made(tmp_path)
    done("backup", path)
    (copy,) = data("backup", path, "--list")
    assert (copy["reason"], copy["articles"], copy["claims"], copy["verdicts"]) == ("by hand", 1, 0, 0)
    assert "by hand" in done("backup", path, "--list")


def test_a_folder_that_is_copied_elsewhere_is_named_once(tmp_path: Path) -> None:
    place = tmp_path / "OneDrive"
    place.mkdir()
    path = place / "dam.factcheck"
    done("new", path)
    said = [run("match", path).stderr for _ in range(2)]
    assert "OneDrive" in said[0]
    assert "OneDrive" not in said[1]
