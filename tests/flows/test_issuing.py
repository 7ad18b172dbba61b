"""A report goes out, a verdict is corrected afterwards, and the next report says so."""

from pathlib import Path

import pypdf
import pytest

from factcheck import records
from factcheck.model import IssuedReport, Verdict, Who
from factcheck.session import Session
from tests.flows.command_line.calling import data, done

TEXT = "The ferry Alma sank off Lunde on Tuesday. Nobody was hurt, the harbour master said."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path, article = tmp_path / "p.factcheck", tmp_path / "echo.txt"
    article.write_text(TEXT, encoding="utf-8")
    done("new", path, "--title", "The ferry Alma")
    done("import", path, article)
    for words, verdict in (("The ferry Alma sank off Lunde", "True"), ("Nobody was hurt", "Mostly True")):
        number = data("claim", path, "--article", "echo.txt", "--quote", words)["number"]
        done("verdict", path, number, verdict, "--summary", "As it was found.", "--rationale", "The harbour's log.")
    return path


def words(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split())


def verdicts(project: Path) -> list[Verdict]:
    with Session.open(project, Who(""), read_only=True) as session:
        return list(session.records.each(Verdict))


def test_a_report_that_is_only_looked_at_leaves_no_trace(project: Path, tmp_path: Path) -> None:
    before = data("history", project)
    done("report", project, "-o", tmp_path / "draft.pdf")
    assert data("history", project) == before
    done("verdict", project, 2, "False")
    assert len(verdicts(project)) == 2


def test_after_a_report_went_out_another_verdict_is_a_correction(project: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    done("report", project, "-o", first, "--issue")
    assert data("history", project)[0]["label"] == "edit.issue_report"
    done("verdict", project, 2, "False")
    assert len(verdicts(project)) == 3
    assert "Corrections" not in words(first)
    done("report", project, "-o", second, "--issue")
    assert "Version 2, first issued" in words(second)
    assert "Corrections" in words(second)
    notice = tmp_path / "notice.pdf"
    done("report", project, "-o", notice, "--template", "corrections", "--issue")
    assert "Nobody was hurt" in words(notice)
    assert "Claim 1" not in words(notice)
    assert "first issued" not in words(notice)


def test_words_alone_are_no_correction(project: Path, tmp_path: Path) -> None:
    done("report", project, "-o", tmp_path / "first.pdf", "--issue")
    done("verdict", project, 2, "--summary", "Said in other words.")
    assert len(verdicts(project)) == 2


def test_a_claim_that_was_not_in_the_report_is_changed_in_place(project: Path, tmp_path: Path) -> None:
    done("report", project, "-o", tmp_path / "one.pdf", "--issue", "--claims", "1")
    done("verdict", project, 2, "False")
    assert len(verdicts(project)) == 2
    done("verdict", project, 1, "False")
    assert len(verdicts(project)) == 3


def test_versions_are_counted_for_each_choice_of_claims(project: Path, tmp_path: Path) -> None:
    for claims in ("1", "2", "1"):
        done("report", project, "-o", tmp_path / "one.pdf", "--issue", "--claims", claims)
    with Session.open(project, Who(""), read_only=True) as session:
        assert [report.version for report in session.records.each(IssuedReport)] == [1, 1, 2]
        (claim, _) = records.claims(session.records)
        assert len(records.issued(session.records, "full", (claim.id,))) == 2
        assert records.issued(session.records, "full") == []


def test_what_went_out_is_known_again_when_it_is_verified(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "first.pdf"
    done("report", project, "-o", path, "--issue")
    done("verdict", project, 2, "False")
    told = data("verify", path, project)
    assert told["identical"] is True
    assert told["issued"]["file"] == "first.pdf"
    assert told["since"][0]["what"].startswith("issue report")
    assert "went out: version 1" in done("verify", path, project)
    assert done("check", project).startswith("No problem found")
