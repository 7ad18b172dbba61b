"""Where else words stand, at the window."""

from pathlib import Path

from factcheck import importing, records, workflow
from factcheck.echoes import Later
from factcheck.model import Who
from factcheck.ui.dialogs.elsewhere import ElsewhereDialog
from tests.ui.window.person import Person

WORDS = "The lock gate at Orm was shut at noon on Friday, and nobody had been warned."


def test_words_are_found_in_another_article_and_shown_there(person: Person, tmp_path: Path) -> None:
    with workflow.new_project(tmp_path / "p.factcheck", Who("Ada")) as session:
        for name in ("One", "Two"):
            workflow.add(session, importing.pasted(f"{name} begins so. {WORDS} {name} ends.", name))
    person.window.projects.open(tmp_path / "p.factcheck")
    person.rest()
    one, two = records.articles(person.state())
    person.act("elsewhere")
    assert "Select words in an article, or choose a claim" in person.told()
    person.window.claim_wishes.mark_words(one.id, 20, 40)

    def look(dialog: ElsewhereDialog) -> None:
        assert dialog.rows.rowCount() == 1
        assert dialog.value().article_id == two.id

    def ask() -> None:
        person.act("elsewhere")
        person.until(lambda: not person.bench.jobs.running())

    person.answering(ElsewhereDialog, look, ask)
    assert person.bench.desk.pane_of(two.id) is not None
    assert Later(person.bench.session)._kept, "the index is kept"
