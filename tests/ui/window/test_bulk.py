"""Claims from a table, earlier checks, and archived copies, at the window."""

import json
from functools import partial
from pathlib import Path

import pytest

from factcheck import edits, records
from factcheck.errors import FetchError
from factcheck.model import Article, Claim, Evidence, Link
from factcheck.progress import Progress
from factcheck.ui.dialogs.claims import ClaimsDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog
from tests.ui.window.person import Person

COPY = "https://web.archive.example.org/2024/page"
PAGE = "https://district.example.org/bulletin"


class Archive:
    """A web archive that knows one page."""

    def archived(self, url: str, _progress: Progress) -> str:
        if "broken" in url:
            raise FetchError("The archive did not answer; try again later.")
        return COPY if url == PAGE else ""


@pytest.fixture
def checker(person: Person, project: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr("factcheck.web.Fetcher", Archive)
    person.window.projects.open(project)
    person.rest()
    return person


# --- claims from a table ---


def test_claims_come_in_by_columns_that_can_be_changed(checker: Person, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text("Who,What,Claim\nAda,The gate held.,wrong\nJon,The gate fell.,wrong\n,,x\n")
    before = checker.state().count(Claim)

    def fill(dialog: ClaimsDialog) -> None:
        assert dialog.columns["wording"].currentData() == "Claim"
        assert dialog.columns["claimant"].currentData() == "Who"
        dialog.columns["wording"].setCurrentIndex(0)
        assert not dialog.ok.isEnabled()
        dialog.columns["wording"].setCurrentIndex(dialog.columns["wording"].findData("What"))
        assert "2 claims will be made. 1 row is left out." in dialog.summary.text()
        cell = dialog.preview.item(0, 2)
        assert cell
        assert cell.text() == "The gate held."

    checker.answering(ClaimsDialog, fill, lambda: checker.window.bulk.read_table(table))
    made = records.claims(checker.state())[-2:]
    assert [(claim.wording, claim.claimant) for claim in made] == [("The gate held.", "Ada"), ("The gate fell.", "Jon")]
    checker.act("undo")
    assert len(records.claims(checker.state())) == before


def test_a_file_that_is_no_table_says_so(checker: Person, tmp_path: Path) -> None:
    checker.window.bulk.read_table(tmp_path / "nowhere.csv")
    checker.until(lambda: "nowhere.csv cannot be read" in checker.told())


def test_earlier_checks_come_in_beside_a_file_that_is_none(checker: Person, tmp_path: Path) -> None:
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The gate was shut at noon.",
        "url": "https://checks.example.org/1",
        "author": {"@type": "Organization", "name": "Check Desk"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    }
    good, bad = tmp_path / "reviews.json", tmp_path / "bad.json"
    good.write_text(json.dumps(review))
    bad.write_text("words")
    checker.window.bulk.read_checks([bad, good])
    checker.until(lambda: "1 earlier check added." in checker.told())
    assert "bad.json" in checker.told()


# --- archived copies ---


def test_an_archived_copy_of_an_article_is_looked_for_and_kept(checker: Person) -> None:
    article = checker.window.article_wishes.current() or next(checker.state().each(Article))
    checker.window.article_wishes.open(article.id)
    checker.act("archive")
    assert "has no address" in checker.told()
    checker.bench.do(lambda state: edits.edit_article(state, article.id, url=PAGE))
    checker.act("archive")
    checker.until(lambda: COPY in checker.told())
    kept = checker.state().get(Article, article.id)
    assert kept
    assert (kept.archived_url, bool(kept.archive_asked)) == (COPY, True)


def test_an_archived_copy_is_looked_for_while_evidence_is_typed(checker: Person) -> None:
    article = next(checker.state().each(Article))
    checker.window.claim_wishes.mark_words(article.id, 0, 10)

    def answered(dialog: EvidenceDialog, answer: str) -> bool:
        return dialog.answer.text().endswith(answer)

    def ask(dialog: EvidenceDialog, url: str) -> None:
        dialog.fields["url"].setText(url)
        dialog.asks.click()

    def fill(dialog: EvidenceDialog) -> None:
        ask(dialog, "district")
        assert dialog.answer.text() == "Give the address of the page first."
        for url, answer in (("broken", "try again later."), ("other", "No archived copy is known.")):
            ask(dialog, f"https://{url}.example.org")
            checker.until(partial(answered, dialog, answer))
        ask(dialog, PAGE)
        dialog.asks.click()
        assert dialog.answer.text() == "", "it was stopped"
        ask(dialog, PAGE)
        checker.until(lambda: dialog.answer.text() == "Found.")

    checker.answering(EvidenceDialog, fill, lambda: checker.act("evidence_link"))
    target = next(checker.state().each(Evidence)).target
    assert isinstance(target, Link)
    assert (target.url, target.archived_url) == (PAGE, COPY)
