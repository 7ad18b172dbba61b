"""Sealing on the command line."""

from pathlib import Path

from tests.flows.command_line.calling import data, done, refused, run
from tests.store.forging import cut, forge

QUOTE = "At least 17 people were killed"


def test_a_seal_is_written_once_and_tells_when_the_tail_is_cut(project: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    made = data("seal", project)
    file = Path(made["path"])
    assert file.name == f"{project.stem} {made['entries']}.seal.txt"
    assert data("seal", project)["path"] == str(file), "the same state has one seal"
    assert made["head"] == data("check", project, "--seal", file)["head"]

    done("undo", project)
    assert "No problem found" in done("check", project, "--seal", file)
    assert "exists already" in refused("seal", project, "-o", file)

    forge(project, cut(2))
    assert "No problem found" in done("check", project)
    assert "were cut off" in done_with_problems(project, file)


def done_with_problems(project: Path, file: Path) -> str:
    """What the check prints of a file in which something is wrong."""
    result = run("check", project, "--seal", file)
    assert result.exit_code == 1
    return result.stdout


def test_what_is_no_seal_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("My notes.")
    assert "is no seal" in refused("check", project, "--seal", tmp_path / "notes.txt")
