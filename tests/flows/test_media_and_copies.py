"""Claims that no text makes, and articles that copy one another."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import edits, importing, intake, records, reporting, workflow
from factcheck.errors import FactCheckError, NotFoundError
from factcheck.model import Article, Link, MediaAppearance, Medium, PassageTarget, Who
from factcheck.session import Session
from factcheck.store import check
from factcheck.text import Span

WIRE = "The agency says that the gate was shut at noon and that nobody was warned of the water before the alarm went. "


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workflow.new_project(tmp_path / "gate.factcheck", Who("Ada")) as made:
        yield made


def test_a_claim_from_a_recording_keeps_its_bytes_time_and_words(session: Session, tmp_path: Path) -> None:
    speech = tmp_path / "speech.ogg"
    speech.write_bytes(b"OggS of ours")
    made = intake.claim_from_media(session, speech, Medium.audio, "00:12:05", "Nobody was hurt.", claimant="The mayor")
    (place,) = records.media(session.records, made.id)
    assert (made.wording, made.claimant, place.time) == ("Nobody was hurt.", "The mayor", "00:12:05")
    assert not isinstance(place.source, Link)
    assert session.reader.original(place.source.sha256) == b"OggS of ours"
    assert list(check.problems(session.path)) == []
    session.undo()
    assert session.records.count(MediaAppearance) == 0


def test_the_report_says_where_it_was_heard(session: Session) -> None:
    video = Link("https://video.example.org/7", "Council meeting", "City channel")
    intake.claim_from_media(session, video, Medium.video, "00:12:05", "Nobody was hurt.")
    report = reporting.build(session.records, [], reporting.ReportOptions())
    (quote,) = report.claims[0].appearances
    assert "".join(run.text for run in quote.words) == "Nobody was hurt."
    assert (quote.source.title, quote.source.place) == ("Council meeting", "Video, 00:12:05")
    assert quote.source.url == "https://video.example.org/7"


def test_a_claim_keeps_its_last_appearance_wherever_that_is(session: Session) -> None:
    made = intake.claim_from_media(session, Link("https://a.example"), Medium.image, "", "A sign says so.")
    (place,) = records.media(session.records, made.id)
    with pytest.raises(NotFoundError, match="at least one appearance"):
        edits.remove_media(session.records, place.id)
    session.do(edits.add_media(session.records, made.id, Link("https://b.example"), Medium.image))
    session.do(edits.remove_media(session.records, place.id))
    assert [p.order for p in records.media(session.records, made.id)] == [2]


def test_a_claim_without_words_is_refused(session: Session) -> None:
    with pytest.raises(NotFoundError, match="wording"):
        intake.claim_from_media(session, Link("https://a.example"), Medium.image, "", " ")
    with pytest.raises(FactCheckError):
        intake.claim_from_media(session, Path("nowhere.ogg"), Medium.audio, "", "Words.")


def add(session: Session, text: str, publisher: str) -> Article:
    draft = replace(importing.pasted(text, publisher), publisher=publisher)
    return intake.add(session, intake.Shelf(session.reader), draft)


def test_two_prints_of_one_agency_report_are_one_source(session: Session) -> None:
    agency = add(session, WIRE * 3, "Agency")
    paper = add(session, WIRE * 2 + "Our reporter adds that the water went down.", "Paper")
    third = add(session, "A reporter of ours stood at the gate and saw that it was open until late at night.", "Third")
    assert (paper.copy_of, third.copy_of, agency.copy_of) == (agency.id, None, None)
    claim = cite(session, agency, paper, third)
    assert records.independent_publishers(session.records, claim) == 2
    session.do(edits.edit_article(session.records, paper.id, copy_of=None))
    assert records.independent_publishers(session.records, claim) == 3
    session.undo()
    assert records.independent_publishers(session.records, claim) == 2


def test_what_is_copied_follows_the_text_unless_a_person_says_otherwise(session: Session) -> None:
    agency = add(session, WIRE * 3, "Agency")
    paper = add(session, "A reporter of ours stood at the gate until late at night and saw nothing.", "Paper")

    def corrected(text: str) -> str | None:
        intake.correct(session, paper.id, text)
        kept = session.records.get(Article, paper.id)
        return kept.copy_of if kept else None

    assert corrected(WIRE * 2 + "So much for the agency.") == agency.id
    session.undo()
    assert corrected("Our reporter saw the gate, and it was open all night long until the morning came.") is None
    assert corrected(WIRE * 2) == agency.id
    session.do(edits.edit_article(session.records, paper.id, copy_of=None))
    assert corrected(WIRE * 2 + "More of it.") is None


def test_copies_that_were_never_marked_are_found_and_marked_in_one_step(session: Session) -> None:
    texts = (WIRE * 3, WIRE * 2 + "So much.", "Another report of another gate, which nobody has shut.", WIRE * 3)
    first, second, _, last = (workflow.add(session, importing.pasted(text)) for text in texts)
    found = intake.unmarked_copies(session.records)
    assert found == {second.id: first.id, last.id: first.id}
    session.do(edits.mark_copies(session.records, found))
    assert intake.unmarked_copies(session.records) == {}
    session.undo()
    assert intake.unmarked_copies(session.records) == found


def test_copies_that_name_one_another_end_somewhere(session: Session) -> None:
    one, other = add(session, WIRE, "One"), add(session, "Something else altogether.", "Other")
    session.do(edits.edit_article(session.records, one.id, copy_of=other.id))
    session.do(edits.edit_article(session.records, other.id, copy_of=one.id))
    assert records.first_print(session.records, one.id)


def cite(session: Session, *articles: Article) -> str:
    """A claim with the first word of each article as evidence."""
    edit, claim = edits.add_claim(session.records, articles[0].id, Span(0, 10))
    session.do(edit)
    for article in articles:
        target = PassageTarget(article.id, edits.passage_anchor(session.records, article.id, Span(0, 3)))
        session.do(edits.add_evidence(session.records, claim.id, target)[0])
    return claim.id
