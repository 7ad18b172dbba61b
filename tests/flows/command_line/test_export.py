"""The command export, and the way back by new --from."""

import json
from pathlib import Path

import pytest

from factcheck.cli.words import counted
from factcheck.exchange.whole import PARTS
from factcheck.handing import SUFFIXES, As, Table
from factcheck.i18n import Catalogue
from tests.flows.command_line.calling import data, done, dump, refused, run

QUOTE = "At least 17 people were killed"
PAGE = "https://paper.example/{number}"


@pytest.fixture
def checked(project: Path) -> Path:
    """A project with a claim that has a verdict, and one that has none."""
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    done("claim", project, "--article", "valley-courier.md", "--quote", "Seventeen people lost their lives")
    done("verdict", project, 1, "true", "--summary", "Seventeen.")
    return project


@pytest.mark.parametrize("language", ["en", "de"])
def test_all_that_can_go_out_is_counted_in_words(language: str) -> None:
    say = Catalogue(language)
    for name in (*PARTS.values(), *Table, "texts", "originals", "annotations", "codes"):
        assert say(f"cli.count.{name}", n=1).startswith("1 ")
        assert say(f"cli.count.{name}", n=2).startswith("2 ")


def test_what_there_is_none_of_is_not_told_beside_what_there_is() -> None:
    assert counted({"claims": 1, "rulings": 0, "texts": 2}) == "1 claim, 2 texts"
    assert counted({"claims": 0}) == "0 claims"


@pytest.mark.parametrize("form", list(As))
def test_every_form_says_what_went_out(checked: Path, tmp_path: Path, form: As) -> None:
    target = tmp_path / f"out{SUFFIXES[form]}"
    said = data("export", checked, "-o", target, "--as", form.value, "--url", PAGE)
    assert list(said) == ["path", "as", "counts", "remarks"]
    assert (said["path"], said["as"]) == (str(target), form.value)
    assert any(said["counts"].values())
    assert target.stat().st_size


def test_the_ending_says_as_what(checked: Path, tmp_path: Path) -> None:
    assert done("export", checked, "-o", tmp_path / "claims.csv").endswith("claims.csv: 2 claims.\n")
    assert "jsonld" in refused("export", checked, "-o", tmp_path / "review.jsonld")


def test_one_claim_for_explorers(checked: Path, tmp_path: Path) -> None:
    target = tmp_path / "review.jsonld"
    words = ("--as", "claimreview", "--url", PAGE, "--publisher", "The Paper", "--claims", "1")
    said = data("export", checked, "-o", target, *words)
    assert said["counts"] == {"claims": 1}
    (review,) = json.loads(target.read_text(encoding="utf-8"))["@graph"]
    assert review["url"] == "https://paper.example/1"
    assert review["author"]["name"] == "The Paper"
    assert "https address" in refused("export", checked, "-o", target, "--as", "claimreview")


def test_remarks_are_told_beside_the_result(checked: Path, tmp_path: Path) -> None:
    result = run("export", checked, "-o", tmp_path / "all.jsonld", "--as", "claimreview", "--url", PAGE)
    assert result.stderr == "Claim 2 has no verdict and is left out.\n"
    assert result.stdout.endswith("all.jsonld: 1 claim.\n")


def test_a_project_is_made_from_json_again(checked: Path, tmp_path: Path) -> None:
    source, again = tmp_path / "all.json", tmp_path / "again.factcheck"
    done("export", checked, "-o", source)
    assert data("new", again, "--from", source)["title"] == "The basin break at Orsvale"
    assert dump(again) == dump(checked)
    assert "No problem found" in done("check", again)
    assert run("new", tmp_path / "third.factcheck", "--from", source, "--title", "Other").exit_code == 2
    assert "exists already" in refused("new", again, "--from", source)
    assert "no factcheck project" in refused("new", tmp_path / "x.factcheck", "--from", _other(tmp_path))


def _other(folder: Path) -> Path:
    path = folder / "other.json"
    path.write_text('{"format": "other"}', encoding="utf-8")
    return path


def test_originals_can_stay(checked: Path, tmp_path: Path) -> None:
    said = data("export", checked, "-o", tmp_path / "light.json", "--no-originals")
    assert "originals" not in said["counts"]


def test_a_copy_says_that_it_is_one(checked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.factcheck"
    done("export", checked, "-o", copy)
    assert "copy for reading" in refused("claim", copy, "--article", "kpa-wire.txt", "--quote", "The")
    assert "copy for reading" in data("status", copy)["in_use"]
    assert data("claims", copy) == data("claims", checked)
