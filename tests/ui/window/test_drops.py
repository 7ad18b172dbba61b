"""What is dropped on a claim becomes evidence; what others checked stands beside it."""

import re
from pathlib import Path

import pytest

from factcheck import edits, lookup, records, workflow
from factcheck.model import EarlierCheck, Link, Note, PassageTarget, StoredFile
from factcheck.ui.views.plain_text import PlainText
from tests.ui.window.person import Person


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


def test_files_addresses_words_and_passages_become_evidence(person: Person, claim: str, tmp_path: Path) -> None:
    photo = tmp_path / "bridge.png"
    photo.write_bytes(b"\x89PNG of ours")
    drop = person.bench.panel.evidence_dropped.emit
    drop(claim, [str(photo)], "")
    drop(claim, ["https://city.example.org/log"], "")
    drop(claim, [], "Some 12 people were hurt")
    drop(claim, [], "I called the police: no answer.")
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


def test_an_earlier_check_is_shown_beside_the_claim(person: Person, claim: str) -> None:
    assert person.bench.panel.sections["earlier"][0].isHidden()
    found = EarlierCheck("On 3 May 2031 the bridge at Orm fell", "https://c.example/1", "Half true", "The Checkers")
    workflow.earlier_checks().add([found])
    person.window.claim_wishes.write(claim, "wording", "The bridge at Orm fell on 3 May 2031.")
    assert not person.bench.panel.sections["earlier"][0].isHidden()
    (card,) = person.bench.panel.earlier.list.cards
    assert any(re.search(r"\d % alike", line.text()) for line in card.findChildren(PlainText))
    assert "Already checked by The Checkers: Half true" in card.accessibleName()
