"""Texts that change, pages from the web, and articles that come twice, at the window."""

from pathlib import Path

import pytest

from factcheck import edits, lookup, records
from factcheck.model import Article, Fetched
from factcheck.progress import Progress
from factcheck.ui.dialogs.article import AddressDialog
from factcheck.ui.dialogs.text import TextDialog
from factcheck.ui.queue import Wanted
from factcheck.web import Page
from tests.ui.window.person import Person

PAGE = b"<html><title>Bulletin</title><body><p>The lock gate was shut at noon.</p></body></html>"


class Web:
    """A web of one page."""

    def fetch(self, url: str, _progress: Progress) -> Page:
        return Page(PAGE, Fetched(url, url, 200, 1_741_690_000), "text/html", "utf-8")


@pytest.fixture
def reader(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    return person


def current(person: Person) -> Article:
    found = person.window.article_wishes.current()
    assert found
    return found


def correct(person: Person, text: str) -> None:
    """Through the dialog."""

    def fill(dialog: TextDialog) -> None:
        assert not dialog.ok.isEnabled(), "nothing was changed yet"
        dialog.text.setPlainText(text)
        assert not dialog.ok.isEnabled(), "the difference is not in view yet"
        dialog.compare()
        assert dialog.difference.toPlainText()

    person.answering(TextDialog, fill, lambda: person.act("edit_text"))


def test_a_text_is_corrected_in_a_dialog_and_the_correction_is_undone(reader: Person) -> None:
    article = current(reader)
    before = reader.state().text(article.version_id)
    correct(reader, before.replace("The", "That", 1))
    assert "version 2" in reader.told()
    assert reader.state().text(current(reader).version_id).count("That") == 1
    assert reader.window.article_wishes.bench.desk.panes()[0].text.text().count("That") == 1
    reader.act("undo")
    assert reader.state().text(current(reader).version_id) == before


def test_a_passage_that_is_lost_is_counted_shown_and_settled(reader: Person) -> None:
    article = current(reader)
    text = reader.state().text(article.version_id)
    span = lookup.quoted(reader.state(), article, text[: text.index(",")])
    edit, claim = edits.add_claim(reader.state(), article.id, span)
    reader.bench.do(lambda _: edit)
    correct(reader, "Nothing of it is left here.")
    assert "to be reviewed" in reader.told()
    assert reader.window.status.reviews.isVisible()
    reader.click(reader.window.status.reviews)
    assert reader.window.presenter.claim == claim.id
    (card,) = reader.bench.panel.appearances.list.cards
    reader.choose_in(reader.menu_of(card), "The words are gone: leave it in the earlier version")
    assert not reader.window.status.reviews.isVisible()
    assert records.needing_review(reader.state()) == []
    reader.act("undo")
    assert reader.window.status.reviews.isVisible()


def test_a_page_comes_by_its_address_and_is_known_again(reader: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.web.Fetcher", Web)
    address = "https://district.example.org/bulletin"

    def fill(dialog: AddressDialog) -> None:
        dialog.url.setText(address)

    reader.answering(AddressDialog, fill, lambda: reader.act("add_page"))
    assert "visible text" in reader.queue().details.told.text(), "a doubt opens the queue"
    reader.add_from_queue()
    reader.until(lambda: "1 article imported" in reader.told())
    assert records.articles(reader.state())[-1].url == address
    reader.rest()
    reader.window.imports.paste(address)
    reader.until(lambda: "there already" in reader.told())
    assert len(records.articles(reader.state())) == 3


@pytest.mark.parametrize(
    ("wanted", "articles", "versions"), [(Wanted.both, 3, 1), (Wanted.version, 2, 2), (Wanted.open, 2, 1)]
)
def test_nearly_the_same_article_is_asked_about(
    reader: Person, tmp_path: Path, wanted: Wanted, articles: int, versions: int
) -> None:
    there = current(reader)
    again = tmp_path / "again.txt"
    again.write_text(reader.state().text(there.version_id) + " It said so.", encoding="utf-8")

    reader.drop(reader.window, again)
    dialog = reader.queue()
    assert there.title in dialog.details.known.by.text()
    assert not dialog.add.isEnabled(), "what is there already is left out unless a person says so"
    choice = dialog.details.known.choice
    choice.setCurrentIndex(choice.findData(str(wanted)))
    choice.activated.emit(choice.currentIndex())
    reader.click(dialog.add)
    reader.until(lambda: not reader.window.queueing.adding.busy)
    reader.rest()
    assert len(records.articles(reader.state())) == articles
    assert len(records.versions(reader.state(), there.id)) == versions
