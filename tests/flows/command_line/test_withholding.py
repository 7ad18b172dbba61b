"""Withholding records on the command line: the report goes out without them, and the file still proves."""

from pathlib import Path

from pypdf import PdfReader

from tests.flows.command_line.calling import data, done, dump, refused

QUOTE = "At least 17 people were killed"


def _report(project: Path) -> str:
    pdf = project.with_suffix(".pdf")
    done("report", project, "-o", pdf)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_what_is_withheld_is_in_no_report_and_comes_back_when_it_is_released(project: Path) -> None:
    claim = data("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE, "--claimant", "A nurse")
    note = data("evidence", "add", project, 1, "--note", "Told to us in confidence.")
    before = dump(project)

    assert data("withhold", project, note["id"]) == [
        {"type": "evidence", "id": note["id"], "what": "Told to us in confidence."}
    ]
    assert "in confidence" not in _report(project)
    assert "A nurse" in _report(project)

    assert [row["type"] for row in data("withhold", project, 1)] == ["claim", "evidence"]
    assert "A nurse" not in _report(project)
    assert [row["number"] for row in data("claims", project)] == [1], "the claim is still worked on"
    assert "No problem found" in done("check", project)

    done("withhold", project, "--release", claim["id"], note["id"])
    assert "in confidence" in _report(project)
    assert done("withhold", project).strip() == "Nothing is withheld."
    assert dump(project) == before


def test_an_article_takes_along_what_quotes_it(project: Path) -> None:
    data("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE, "--wording", "Seventeen died.")
    done("withhold", project, "kpa-wire.txt")
    printed = _report(project)
    assert "Seventeen died." not in printed
    assert "kpa-wire" not in printed
    done("undo", project)
    assert "Seventeen died." in _report(project)


def test_a_name_that_stands_for_nothing_is_refused(project: Path) -> None:
    assert "There is no article “nobody”" in refused("withhold", project, "nobody")
