"""The whole day's path on the command line, and what each command prints for programs."""

import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.flows.command_line.calling import ARTICLES, CHECKOUT, data, done, dump, refused, run, texts
from tests.flows.command_line.contract import assert_contract

FORMATS = CHECKOUT / "tests" / "data" / "formats"
QUOTE = "At least 17 people were killed"
TABLOID = "TWENTY-SIX people perished"


def pages(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_the_whole_day(tmp_path: Path) -> None:
    project, pdf = tmp_path / "day.factcheck", tmp_path / "day.pdf"
    done("new", project, "--title", "Orsvale", "--scale", "five-steps")
    done(
        "import", project, ARTICLES / "kpa-wire.txt", "--publisher", "Kelmark Press Agency", "--published", "2025-03-11"
    )
    done("import", project, ARTICLES)
    assert [row["file"] for row in data("articles", project)].count("kpa-wire.txt") == 1

    claim = data("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE, "--claimant", "Rescue service")
    assert (claim["number"], claim["claimant"]) == (1, "Rescue service")
    judged = data("verdict", project, 1, "mostly true", "--summary", "Seventeen.")
    assert judged["verdict"]["summary"] == "Seventeen."
    words = ("--article", "valley-courier.md", "--quote", "Seventeen people lost their lives")
    assert data("evidence", "add", project, claim["id"], *words, "--stance", "supports")["number"] == 1
    assert data("claims", project)[0]["publishers"] == 1

    found = data("match", project)
    disputed = [f for f in found if f["kind"] == "contradiction"]
    assert disputed
    done("rule", project, disputed[0]["id"], "confirmed", "--note", "Both were counted at noon.")
    done("rule", project, disputed[1]["id"], "dismissed")
    standing = {f["id"]: f["ruling"] for f in data("findings", project)}
    assert standing[disputed[0]["id"]] == "confirmed"
    assert list(standing)[-1] == disputed[1]["id"], "what was dismissed comes last"

    before = dump(project)
    assert "dismissed" in done("undo", project)
    assert {f["id"]: f["ruling"] for f in data("findings", project)}[disputed[1]["id"]] is None
    done("redo", project)
    assert dump(project) == before

    done("report", project, "-o", pdf)
    printed = pages(pdf)
    assert "Seventeen." in printed
    assert "Both were counted at noon." in printed
    assert "No problem found" in done("check", project)


def test_a_verdict_with_its_words_is_one_step(project: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    before = dump(project)
    done("verdict", project, 1, "Half True", "--summary", "One.", "--rationale", "Two.")
    first = data("claims", project)[0]["verdict"]
    assert (first["rating"], first["summary"], first["rationale"]) == ("half-true", "One.", "Two.")
    done("undo", project)
    assert dump(project) == before
    done("redo", project)
    done("verdict", project, "#1", "--summary", "Three.", "--rationale", "Four.")
    second = data("claims", project)[0]["verdict"]
    assert (second["rating"], second["summary"], second["rationale"]) == ("half-true", "Three.", "Four.")
    done("undo", project)
    assert data("claims", project)[0]["verdict"] == first


def test_a_second_readers_verdict_stays_blind(project: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    done("verdict", project, 1, "true")
    done("verdict", project, 1, "false", "--second", "--summary", "I see it otherwise.")
    row = data("claims", project)[0]
    assert row["verdict"]["rating"] == "true"
    assert set(row["second_verdict"]) == {"who", "given", "revealed"}


def test_the_same_words_are_one_claim(project: Path) -> None:
    first = data("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    before = dump(project)
    again = run("claim", project, "--article", "kpa", "--quote", QUOTE, "--json")
    assert again.exit_code == 1, "the beginning of a file's name names nothing"
    again = run("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE.replace(" ", "\n "), "--json")
    assert json.loads(again.stdout) == first
    assert "claim 1" in again.stderr
    assert dump(project) == before


def test_the_same_bytes_come_in_once_unless_wanted(project: Path, tmp_path: Path) -> None:
    copy = shutil.copy(ARTICLES / "kpa-wire.txt", tmp_path / "copy.txt")
    (row,) = data("import", project, copy)
    assert row["known"]
    assert len(data("articles", project)) == 4
    (row,) = data("import", project, copy, "--again", "--title", "A copy")
    assert (row["known"], row["title"]) == (False, "A copy")
    assert len(data("articles", project)) == 5


def test_an_import_names_its_bad_inputs_and_goes_on(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    result = run("import", empty, tmp_path / "none.txt", ARTICLES / "kpa-wire.txt", tmp_path / "bad.txt", "-", "--json",
                 given=b"Pasted words stand here.")  # fmt: skip
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    assert [bool(row["error"]) for row in rows] == [True, False, True, False]
    keys = {"source", "part", "article", "title", "error", "warnings", "known", "by", "version"}
    assert all(set(row) == keys for row in rows)
    assert result.stderr.splitlines() == [rows[0]["error"], rows[2]["error"]]
    assert {row["id"] for row in data("articles", empty)} == {row["article"] for row in rows if row["article"]}


def test_one_file_can_hold_several_articles(empty: Path) -> None:
    rows = data("import", empty, FORMATS / "letter.eml", FORMATS / "reportlab.pdf")
    assert [row["part"] for row in rows] == ["", "inquiry.html", "#3", ""]
    assert rows[0]["warnings"] == ["Attached, and not read: beacon.png (image/png)."]
    assert len({row["article"] for row in rows}) == 4
    again = data("import", empty, FORMATS / "letter.eml")
    assert [(row["known"], row["article"]) for row in again] == [(True, row["article"]) for row in rows[:3]]


def test_the_column_of_the_statements_is_named(empty: Path) -> None:
    row = data("import", empty, FORMATS / "statements.csv", "--column", "place", "--workers", 2)[0]
    assert row["title"] == "Statements, Harbour Post"
    result = run("import", empty, FORMATS / "statements.csv", "--column", "Colour", "--json")
    assert result.exit_code == 1
    assert "has no column “Colour”" in json.loads(result.stdout)[0]["error"]


def test_options_of_an_import_go_before_what_the_file_says(empty: Path) -> None:
    options = (
        "--publisher",
        "P",
        "--author",
        "A",
        "--published",
        "2 March 2025",
        "--language",
        "en-GB",
        "--title",
        "T",
    )
    done("import", empty, ARTICLES / "kpb-online.html", *options)
    (row,) = data("articles", empty)
    told = {key: row[key] for key in ("title", "publisher", "author", "published", "printed", "language")}
    assert told == {
        "title": "T",
        "publisher": "P",
        "author": "A",
        "published": "2025-03-02",
        "printed": "2 March 2025",
        "language": "en-GB",
    }


def test_statements_stand_where_they_say(project: Path) -> None:
    by_id = texts(project)
    rows = data("statements", project, "--article", "kpa-wire.txt")
    assert {row["file"] for row in rows} == {"kpa-wire.txt"}
    for row in data("statements", project):
        assert by_id[row["article"]][row["start"] : row["end"]] == row["text"]
    assert QUOTE in done("statements", project)


@pytest.mark.parametrize("command", ["match", "findings"])
def test_findings_keep_the_contract(project: Path, command: str) -> None:
    found = data(command, project)
    assert_contract(found, texts(project).__getitem__)
    assert {p["file"] for f in found for position in f["positions"] for p in position["passages"]} <= {
        path.name for path in ARTICLES.iterdir()
    }


def test_findings_can_be_fewer_when_asked(project: Path) -> None:
    every = data("match", project)
    assert data("match", project, "--top", 2) == every[:2]
    assert data("findings", project, "--kind", "Contradiction") == [f for f in every if f["kind"] == "contradiction"]
    assert "1. " in done("match", project, "--top", 1)
    assert "2. " not in done("match", project, "--top", 1)


def test_findings_for_people_say_who_says_what_and_why(project: Path) -> None:
    best = data("match", project, "--top", 1)[0]
    block = done("match", project, "--top", 1)
    told = [best["fact"], best["id"][:10], best["reasons"][0]["text"]]
    told += [p["text"] for position in best["positions"] for p in position["passages"]]
    for words in told:
        assert " ".join(words.split()) in block


def test_comparing_keeps_the_contract_and_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(ARTICLES, folder)
    before = sorted(tmp_path.rglob("*"))
    found = data("compare", folder)
    assert found
    assert sorted(tmp_path.rglob("*")) == before
    drafts = tmp_path / "p.factcheck"
    done("new", drafts)
    done("import", drafts, folder)
    by_file = {row["file"]: texts(drafts)[row["id"]] for row in data("articles", drafts)}
    by_article = {p["article"]: by_file[p["file"]] for f in found for q in f["positions"] for p in q["passages"]}
    assert_contract(found, by_article.__getitem__)


def test_comparing_finds_what_matching_finds(project: Path) -> None:
    def told(found: list[dict[str, object]]) -> list[tuple[object, ...]]:
        return [(f["id"], f["kind"], f["score"], f["fact"]) for f in found]

    assert told(data("compare", ARTICLES)) == told(data("match", project))


def test_comparing_goes_on_without_a_bad_input(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    result = run("compare", ARTICLES, tmp_path / "bad.txt", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)
    assert result.stderr.startswith("bad.txt")
    assert "nothing to compare" in run("compare", tmp_path / "bad.txt").stderr


def test_a_contradiction_made_by_hand_comes_first(project: Path) -> None:
    sides = ("--a", f"kpa-wire.txt:{QUOTE}", "--b", f"morning-rattle.txt:{TABLOID}")
    words = (
        "--fact",
        "people killed",
        "--reason",
        "number",
        "--why",
        "17 or 26.",
        "--value-a",
        "17",
        "--value-b",
        "26",
    )
    made = data("contradict", project, *sides, *words)
    assert (made["fact"], made["score"], made["ruling"]) == ("people killed", 1.0, None)
    assert made["reasons"] == [{"type": "number", "text": "17 or 26."}]
    found = data("match", project)
    assert found[0] == made
    assert_contract(found, texts(project).__getitem__)
    done("rule", project, made["id"], "scope")
    assert "made by" not in refused("contradict", project, *sides[:2], "--b", "nowhere.txt:words")
    done("undo", project)
    done("undo", project)
    assert made["id"] not in {f["id"] for f in data("match", project)}


def test_an_article_may_have_a_colon_in_its_name(empty: Path, tmp_path: Path) -> None:
    for name, words in (("12:30.txt", "The bridge is open."), ("b.txt", "The bridge: it is closed.")):
        (tmp_path / name).write_text(words, encoding="utf-8")
        done("import", empty, tmp_path / name)
    made = data("contradict", empty, "--a", "12:30.txt:is open", "--b", "b.txt:bridge: it is closed")
    assert len(made["positions"]) == 2


def test_evidence_of_each_sort_is_listed(project: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    link = ("--url", "https://a.example", "--title", "T", "--publisher", "P", "--archived", "https://b.example")
    done("evidence", "add", project, 1, *link, "--stance", "refutes", "--grade", "primary", "--comment", "C")
    done("evidence", "add", project, 1, "--note", "Called the mayor.")
    done("evidence", "add", project, 1, "--article", "morning-rattle.txt", "--quote", TABLOID)
    rows = data("evidence", "list", project, 1)
    assert [row["target"]["type"] for row in rows] == ["link", "note", "passage"]
    assert rows[0] | {"id": "", "added": "", "target": {}} == {
        "id": "",
        "number": 1,
        "stance": "refutes",
        "grade": "primary",
        "comment": "C",
        "added": "",
        "target": {},
    }
    listed = done("evidence", "list", project, 1)
    assert "Called the mayor." in listed
    assert TABLOID in listed


@pytest.mark.parametrize(
    "words",
    [
        ("--url", "https://a.example", "--note", "n"),
        (),
        ("--note", "n", "--title", "t"),
        ("--article", "kpa-wire.txt"),
    ],
)
def test_evidence_is_one_thing(project: Path, words: tuple[str, ...]) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    before = dump(project)
    assert run("evidence", "add", project, 1, *words).exit_code == 2
    assert dump(project) == before


def test_undo_and_redo_say_by_name_what_they_did(project: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    done("verdict", project, 1, "False")
    assert done("undo", project) == "Undone: set verdict to False.\n"
    assert data("status", project)["redo"] == "set verdict to False"
    assert done("redo", project) == "Redone: set verdict to False.\n"
    assert refused("redo", project) == "There is nothing to redo."
    listed = [row["what"] for row in data("history", project, "--top", 3)]
    assert listed == ["Redo set verdict to False", "Undo set verdict to False", "set verdict to False"]
    assert [row["sequence"] for row in data("history", project)][-1] == 1


def test_everything_can_be_undone_but_the_project(project: Path) -> None:
    while run("undo", project).exit_code == 0:
        pass
    assert refused("undo", project) == "There is nothing to undo."
    assert data("articles", project) == []
    assert data("check", project)["ok"]


def test_status_tells_how_the_project_stands(project: Path) -> None:
    told = data("status", project)
    assert (told["title"], told["articles"], told["findings"]) == ("The basin break at Orsvale", 4, None)
    assert told["writable"]
    done("match", project)
    assert data("status", project)["findings"] == len(data("findings", project))
    assert "The basin break at Orsvale" in done("status", project)


def test_scales_lists_the_ratings(project: Path) -> None:
    (scale,) = data("scales", project)
    assert scale["used"]
    assert scale["ratings"][0]["key"] == "true"
    assert len(data("scales", project, "--all")) == 5
    assert "Pants on Fire" in done("scales", project)


def test_a_report_of_some_claims(project: Path, tmp_path: Path) -> None:
    for quote in (QUOTE, "Sixty-three people were being treated"):
        done("claim", project, "--article", "kpa-wire.txt", "--quote", quote)
    pdf = tmp_path / "r.pdf"
    done("report", project, "-o", pdf, "--claims", "2", "--title", "Only the second", "--findings", "open")
    printed = " ".join(pages(pdf).split())
    assert "Only the second" in printed
    assert "Sixty-three people were being treated" in printed
    whole = pdf.read_bytes()
    assert "no claim “9”" in refused("report", project, "-o", pdf, "--claims", "9")
    assert pdf.read_bytes() == whole


def test_a_report_tells_what_it_holds_and_what_is_missing(project: Path, tmp_path: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    told = data("report", project, "-o", tmp_path / "r.pdf")
    assert list(told) == ["path", "report", "template", "claims", "missing", "without_font"]
    assert told["path"] == str(tmp_path / "r.pdf")
    assert told["report"] in pages(tmp_path / "r.pdf")
    assert (told["template"], told["claims"], told["without_font"]) == ("full", [1], [])
    (claim,) = data("claims", project)
    assert [(piece["code"], piece["claim"]) for piece in told["missing"][:2]] == [
        ("no_verdict", claim["id"]),
        ("no_evidence", claim["id"]),
    ]


def test_a_report_of_another_kind_in_another_language(project: Path, tmp_path: Path) -> None:
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE, "--claimant", "Mayor Aukes")
    statement = tmp_path / "statement.txt"
    statement.write_text("Wir prüfen Tatsachen.", encoding="utf-8")
    pdf = tmp_path / "r.pdf"
    kind = ("--template", "desk", "--language", "de", "--order", "verdict", "--findings", "none", "--anonymous")
    done("report", project, "-o", pdf, *kind, "--organisation", "Talredaktion", "--statement", statement)
    printed = " ".join(pages(pdf).split())
    assert "REDAKTIONSBLATT" in printed
    assert "Talredaktion" in printed
    assert "Urheber A" in printed
    assert "Aukes" not in printed
    done("report", project, "-o", pdf, "--statement", statement)
    assert "Wir prüfen Tatsachen." in pages(pdf)
    assert "no colour" in refused("report", project, "-o", pdf, "--colour", "blue")
    assert "none.txt" in refused("report", project, "-o", pdf, "--statement", tmp_path / "none.txt")


def test_backups_and_the_way_back(project: Path) -> None:
    there = dump(project)
    copy = data("backup", project)["path"]
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    assert [row["path"] for row in data("backup", project, "--list")] == [copy]
    told = data("restore", project)
    assert told["backup"] == copy
    assert dump(project) == there
    assert len(dump(Path(told["replaced"]))) > len(there)
    done("restore", project, Path(copy).name)
    project.unlink()
    done("restore", project, copy)
    assert dump(project) == there
    assert "no backup “x”" in refused("restore", project, "x")


def test_a_changed_file_is_told(project: Path) -> None:
    import sqlite3

    with sqlite3.connect(project) as connection:
        connection.execute("UPDATE articles SET title = 'Other'")
    connection.close()
    result = run("check", project, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert not told["ok"]
    assert any("is not what history says" in problem for problem in told["problems"])
    assert "restore" in result.stderr


def test_the_demo_does_the_whole_job_and_replaces_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    told = done("demo", folder)
    assert "Contradiction" in told
    assert "No problem found" in told
    names = {path.name for path in folder.iterdir()}
    assert {"sample.factcheck", "sample.pdf"} <= names
    assert "Where sources differ" in pages(folder / "sample.pdf")
    assert "sample 2.pdf" in done("demo", folder)
    assert data("check", folder / "sample.factcheck")["ok"]


def test_the_demo_on_articles_of_ones_own(tmp_path: Path) -> None:
    told = done("demo", tmp_path, "--on", ARTICLES / "kpa-wire.txt", "--on", ARTICLES / "morning-rattle.txt")
    assert "demo.pdf" in told
    assert any(row["verdict"] for row in data("claims", tmp_path / "demo.factcheck"))
    assert "nobody has checked this claim" in " ".join(pages(tmp_path / "demo.pdf").split())
