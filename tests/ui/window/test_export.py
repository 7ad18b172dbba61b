"""The report goes out of the window as it was chosen there, and the choice is offered again."""

from collections.abc import Callable
from pathlib import Path

from factcheck import settings
from factcheck.model import Article
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.organisation import OrganisationDialog
from tests.pages import words
from tests.ui.window.person import Person


def with_claims(person: Person, project: Path) -> None:
    """A project with three claims."""
    person.window.projects.open(project)
    person.rest()
    article = next(person.state().each(Article))
    for start, end in ((0, 17), (0, 26), (27, 40)):
        person.window.claim_wishes.mark_words(article.id, start, end)


def exported(person: Person, fill: Callable[[ExportDialog], object]) -> None:
    person.answering(ExportDialog, fill, lambda: person.act("export"))
    person.until(lambda: "The report is in" in person.told(), 30)
    person.rest()


def test_a_report_of_the_selected_claims_is_made_as_chosen_and_offered_again(person: Person, project: Path) -> None:
    with_claims(person, project)
    table = person.bench.claims.table
    table.selectAll()
    assert len(person.bench.claims.selected()) == 3

    def choose(dialog: ExportDialog) -> None:
        for box, value in ((dialog.template, "desk"), (dialog.claims, "selected"), (dialog.language, "de")):
            box.setCurrentIndex(box.findData(value))
        dialog.organisation.click()

    def publish(dialog: OrganisationDialog) -> None:
        dialog.name.setText("Talredaktion")

    def fill(dialog: ExportDialog) -> None:
        person.answering(OrganisationDialog, publish, lambda: choose(dialog))
        assert dialog.organisation.text() == "Talredaktion"

    exported(person, fill)
    printed = words(project.with_suffix(".pdf"))
    assert "REDAKTIONSBLATT" in printed
    assert "Talredaktion" in printed
    assert "Behauptung 3" in printed
    kept = settings.load()
    assert (kept.report_template, kept.report_language, kept.organisation) == ("desk", "de", "Talredaktion")


def test_a_logo_that_is_gone_is_told_and_no_file_is_written(person: Person, project: Path, tmp_path: Path) -> None:
    with_claims(person, project)
    person.bench.settings = settings.Settings(name="Ada", id="wada", organisation_logo=str(tmp_path / "gone.png"))
    person.answering(ExportDialog, lambda _: None, lambda: person.act("export"))
    person.until(lambda: "gone.png" in person.told(), 30)
    person.rest()
    assert not project.with_suffix(".pdf").exists()
