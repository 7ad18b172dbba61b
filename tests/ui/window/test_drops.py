"""What is dropped on a claim becomes evidence; what others checked stands beside it."""

import re
import stat
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDragLeaveEvent, QImage
from PySide6.QtWidgets import QApplication

from factcheck import edits, lookup, records, workflow
from factcheck.model import EarlierCheck, Link, Note, PassageTarget, StoredFile
from factcheck.ui.dialogs.article import PasteDialog
from factcheck.ui.dialogs.media import MediaDialog
from factcheck.ui.views.plain_text import PlainText
from tests.ui.window.person import CTRL, Key, Person


@pytest.fixture
def claim(person: Person, project: Path) -> str:
    """A claim of the first article, in the panel."""
    person.window.projects.open(project)
    person.rest()
    article = records.articles(person.state())[0]
    span = lookup.quoted(person.state(), article, "The bridge at Orm fell on 3 May 2031")
    edit, made = edits.add_claim(person.state(), article.id, span)
    person.bench.do(lambda _: edit)
    person.window.claim_wishes.choose(made.id)
    return made.id


def links(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_files_addresses_words_and_passages_become_evidence(person: Person, claim: str, tmp_path: Path) -> None:
    photo = tmp_path / "bridge.png"
    photo.write_bytes(b"\x89PNG of ours")
    panel = person.bench.panel
    person.drop(panel, photo)
    person.drop_data(panel, links("https://city.example.org/log"))
    person.drop_data(panel, words("Some 12 people were hurt"))
    person.drop_data(panel, words("I called the police: no answer."))
    file, link, passage, note = (item.target for item in records.evidence(person.state(), claim))
    assert isinstance(file, StoredFile)
    assert person.bench.session.reader.original(file.sha256) == photo.read_bytes()
    assert isinstance(link, Link)
    assert link.url == "https://city.example.org/log"
    assert isinstance(passage, PassageTarget)
    assert passage.anchor.exact == "Some 12 people were hurt"
    assert isinstance(note, Note)
    person.act("undo")
    assert len(records.evidence(person.state(), claim)) == 3


def test_a_row_of_the_claims_takes_what_is_dropped_on_it(person: Person, claim: str) -> None:
    person.act("to_claims")
    rows = person.bench.claims.table
    person.until(lambda: rows.viewport().isVisible())
    row = rows.visualRect(rows.model().index(0, 3)).center()
    below = rows.viewport().rect().bottomLeft()
    assert person.drop_data(rows.viewport(), links("https://city.example.org/log"), row)
    assert len(records.evidence(person.state(), claim)) == 1
    assert not person.drop_data(rows.viewport(), links("https://city.example.org/log"), below)
    assert len(records.evidence(person.state(), claim)) == 1


@pytest.mark.usefixtures("claim")
def test_what_cannot_be_used_says_why_before_it_is_let_go(person: Person) -> None:
    strange, mail = QMimeData(), links("mailto:ada@example.org")
    strange.setData("application/x-colour", b"red")
    veil = person.window.drops.window_zone.veil
    for data, why in ((strange, "neither a file nor a link"), (mail, "http, https")):
        assert not person.drop_data(person.window, data)
        assert veil.isVisible()
        assert veil.aim
        assert why in veil.aim.said
    QApplication.sendEvent(person.window, QDragLeaveEvent())
    assert not veil.isVisible()


@pytest.mark.usefixtures("claim")
def test_a_picture_on_the_desk_becomes_evidence_or_a_claim(person: Person, tmp_path: Path) -> None:
    photo = tmp_path / "bridge.png"
    picture().save(str(photo))
    person.drop(person.window, photo)
    details = person.queue().details
    assert details.media.isVisible()
    assert "claim 1" in details.media.evidence.text().lower()

    def fill(dialog: MediaDialog) -> None:
        assert dialog.medium.currentData() == "image"
        dialog.transcript.setPlainText("The bridge lies in the river.")

    person.answering(MediaDialog, fill, lambda: person.click(details.media.claim))
    made = records.claims(person.state())[-1]
    assert made.wording == "The bridge lies in the river."
    (first,) = records.media(person.state(), made.id)
    assert isinstance(first.source, StoredFile)
    assert person.window.queueing.queue.rows() == []


def test_a_picture_on_the_clipboard_can_be_evidence(person: Person, claim: str) -> None:
    QApplication.clipboard().setImage(picture())
    person.act("paste")
    person.click(person.queue().details.media.evidence)
    (item,) = records.evidence(person.state(), claim)
    assert isinstance(item.target, StoredFile)
    assert item.target.media_type == "image/png"


@pytest.mark.usefixtures("claim")
def test_a_picture_without_a_file_lies_where_others_cannot_read_it_and_goes_with_the_window(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    QApplication.clipboard().setImage(picture())
    person.act("paste")
    (folder,) = tmp_path.glob("factcheck-*")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.suffix for path in folder.iterdir()] == [".png"]
    person.window.close()
    assert not folder.exists()


@pytest.mark.usefixtures("claim")
def test_words_on_the_clipboard_are_an_article_once_they_have_a_title(person: Person) -> None:
    QApplication.clipboard().setText("The river rose by two metres that night, the harbour master wrote.")

    def fill(dialog: PasteDialog) -> None:
        dialog.fields["title"].setText("The log")
        dialog.fields["published"].setText("4 May 2031")

    person.answering(PasteDialog, fill, lambda: person.press(Key.Key_V, mod=CTRL))
    person.until(lambda: "imported" in person.told())
    article = records.articles(person.state())[-1]
    assert (article.title, article.published and article.published.iso) == ("The log", "2031-05-04")


def picture() -> QImage:
    made = QImage(8, 8, QImage.Format.Format_RGB32)
    made.fill(0x336699)
    return made


def test_an_earlier_check_is_shown_beside_the_claim(person: Person, claim: str) -> None:
    assert person.bench.panel.sections["earlier"][0].isHidden()
    found = EarlierCheck("On 3 May 2031 the bridge at Orm fell", "https://c.example/1", "Half true", "The Checkers")
    workflow.earlier_checks().add([found])
    person.window.claim_wishes.write(claim, "wording", "The bridge at Orm fell on 3 May 2031.")
    person.until(lambda: not person.bench.panel.sections["earlier"][0].isHidden())
    (card,) = person.bench.panel.earlier.list.cards
    assert any(re.search(r"\d % alike", line.text()) for line in card.findChildren(PlainText))
    assert "Already checked by The Checkers: Half true" in card.accessibleName()
