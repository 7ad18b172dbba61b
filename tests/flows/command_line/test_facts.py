"""The facts table on the command line: of a project, or of files that no project has."""

import json
from pathlib import Path

from tests.flows.command_line.calling import ARTICLES, data, done, run, texts


def test_a_project_and_its_files_give_the_same_facts(project: Path) -> None:
    def told(events: list[dict[str, object]]) -> list[list[tuple[object, ...]]]:
        return [[(f["fact"], f["usual"], f["agree"], f["sources"]) for f in e["facts"]] for e in events]  # type: ignore[attr-defined] # JSON

    files = [row["file"] for row in data("articles", project)]
    assert told(data("facts", project)) == told(data("facts", *(ARTICLES / file for file in files)))


def test_figures_stand_where_they_say(project: Path) -> None:
    by_id = texts(project)
    (event,) = data("facts", project)
    assert set(event["articles"]) == by_id.keys()
    figures = [figure for fact in event["facts"] for figure in fact["figures"]]
    assert figures
    for figure in figures:
        assert by_id[figure["article"]][figure["start"] : figure["end"]] == figure["text"]


def test_people_see_what_stands_apart_and_only_what_two_give(project: Path) -> None:
    shown = done("facts", project)
    assert "people killed (" in shown
    assert "≠ twenty-six dead" in shown
    alone = next(f for e in data("facts", project) for f in e["facts"] if f["sources"] == 1)
    assert alone["fact"] not in shown
    assert alone["fact"] in done("facts", project, "--all")


def test_the_first_facts_alone_can_be_asked_for(project: Path) -> None:
    (event,) = data("facts", project, "--top", 1)
    assert len(event["facts"]) == 1


def test_what_cannot_be_read_is_named_and_the_rest_shown(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    result = run("facts", ARTICLES, tmp_path / "bad.txt", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)
    assert result.stderr.startswith("bad.txt")
    assert "nothing to compare" in run("facts", tmp_path / "bad.txt").stderr


def test_articles_without_a_common_fact_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody counted anything here.", encoding="utf-8")
    assert "--all" in done("facts", tmp_path / "a.txt")
