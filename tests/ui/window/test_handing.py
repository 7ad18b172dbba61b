"""Data for other programs, by the dialog of the window."""

import json
from pathlib import Path

import pytest

from factcheck import settings
from factcheck.exchange.tables import read_csv
from factcheck.handing import SUFFIXES, As
from factcheck.model import Article
from factcheck.ui.dialogs.handing import HandingDialog, forms
from tests.ui.window.person import Person


@pytest.fixture
def working(person: Person, project: Path) -> Person:
    """A person with two claims, one of them judged."""
    person.window.projects.open(project)
    person.rest()
    article = next(iter(person.state().each(Article)))
    for start in (0, 20):
        person.window.claim_wishes.mark_words(article.id, start, start + 10)
    return person


def exported(person: Person, form: As, target: Path, url: str = "") -> None:
    """Goes through the dialog."""

    def fill(dialog: HandingDialog) -> None:
        dialog.formats.setCurrentIndex(dialog.formats.findData(form))
        dialog.url.setText(url)
        dialog.path.setText(str(target))

    person.answering(HandingDialog, fill, lambda: person.act("export_data"))
    person.until(lambda: not person.bench.jobs.running("handing"))


def test_claims_go_out_as_a_table(working: Person, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    exported(working, As.csv, target)
    working.until(target.exists)
    _, *rows = read_csv(target.read_bytes())
    assert len(rows) == 2
    working.until(lambda: "“claims.csv” is written." in working.told())
    assert settings.load().export_form == "csv"


def test_what_explorers_may_refuse_is_told(working: Person, tmp_path: Path) -> None:
    target = tmp_path / "review.jsonld"
    exported(working, As.claimreview, target, "https://paper.example/checks")
    working.until(lambda: "no verdict" in working.told())
    assert json.loads(target.read_text(encoding="utf-8"))["@graph"] == []


def test_a_place_that_cannot_be_written_is_told(working: Person, project: Path) -> None:
    exported(working, As.copy, project)
    working.until(lambda: "never replaced" in working.told())


@pytest.mark.parametrize("form", list(As))
def test_each_form_has_a_name_and_offers_its_ending(working: Person, form: As, tmp_path: Path) -> None:
    dialog = HandingDialog(tmp_path / "floods.factcheck", form, "", 2, working.window)
    assert forms()[form]
    assert dialog.path.text().endswith(SUFFIXES[form])
    assert dialog.path.text() != str(tmp_path / "floods.factcheck")
    assert dialog.form.isRowVisible(dialog.url) == (form is As.claimreview)
    assert dialog.form.isRowVisible(dialog.claims) == (form is not As.copy)
    dialog.deleteLater()


def test_a_review_needs_the_address_of_the_check(working: Person, tmp_path: Path) -> None:
    dialog = HandingDialog(tmp_path / "floods.factcheck", As.claimreview, "", 0, working.window)
    ok = dialog.ok
    assert not ok.isEnabled()
    dialog.url.setText("https://paper.example")
    assert ok.isEnabled()
    dialog.path.setText("nowhere")
    assert not ok.isEnabled()
    dialog.deleteLater()
