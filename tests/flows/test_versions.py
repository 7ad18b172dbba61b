"""Texts that are corrected or read anew: originals to the byte, passages by the rule, decisions that can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck import edits, importing, intake, lookup, records, workflow
from factcheck.anchors import Outcome
from factcheck.errors import NotFoundError
from factcheck.intake import Sameness, Shelf
from factcheck.model import Appearance, Article, Doubt, Evidence, Fetched, Landmark, LandmarkKind, PassageTarget, Who
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store import check
from factcheck.store.project import Contents
from tests.store.making import dump

TEXT = (
    "Ferry runs aground\n\nThe ferry Amber ran aground off Tollen on Monday. Three people were hurt near the quay. "
    "The harbour office said that the crew had no warning at all. Divers searched the hull until the evening came.\n"
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workflow.new_project(tmp_path / "ferry.factcheck", Who("Ada")) as made:
        yield made


@pytest.fixture
def article(session: Session) -> Article:
    return workflow.add(session, importing.read_bytes(TEXT.encode(), "ferry.txt"))


def claim(session: Session, article: Article, quote: str) -> str:
    edit, made = edits.add_claim(session.records, article.id, lookup.quoted(session.records, article, quote))
    session.do(edit)
    return made.id


def appearance(session: Session, claim_id: str) -> Appearance:
    return records.appearances(session.records, claim_id)[0]


def now(session: Session, article: Article) -> str:
    there = session.records.get(Article, article.id)
    assert there
    return session.records.text(there.version_id)


def test_a_correction_is_a_new_version_and_the_old_one_stays(session: Session, article: Article) -> None:
    intake.correct(session, article.id, TEXT.replace("Monday", "Tuesday"), "misread")
    first, second = records.versions(session.records, article.id)
    assert session.records.text(first.id) == TEXT
    assert "Tuesday" in session.records.text(second.id)
    assert (second.method, second.note, second.original_sha256) == ("by hand", "misread", first.original_sha256)
    assert list(check.problems(session.path)) == []


def test_passages_keep_their_words_through_a_correction(session: Session, article: Article) -> None:
    before, after = claim(session, article, "ran aground off Tollen"), claim(session, article, "Three people were hurt")
    made = intake.correct(session, article.id, TEXT.replace("Tollen on Monday", "Tollen, in the fog, on Monday"))
    assert made.passages == {Outcome.kept: 1, Outcome.moved: 1}
    for id in (before, after):
        passage = appearance(session, id)
        assert passage.anchor.version_id == made.version.id
        assert passage.review is None
        assert now(session, article)[passage.anchor.start : passage.anchor.end] == passage.anchor.exact


@pytest.fixture
def doubtful(session: Session, article: Article) -> str:
    """A claim whose words became others, nearly."""
    made = claim(session, article, "The harbour office said that the crew had no warning at all")
    changed = TEXT.replace("Three people were hurt near the quay. ", "").replace(
        "The harbour office said that the crew had no warning at all. Divers searched the hull until the evening came.",
        "Our harbour officer says the crew never had a warning at all! The rest of it was written quite anew.",
    )
    intake.correct(session, article.id, changed)
    return made


def test_what_is_uncertain_stays_where_it_was_and_is_listed(session: Session, doubtful: str) -> None:
    (listed,) = records.needing_review(session.records)
    passage = appearance(session, doubtful)
    assert listed == passage
    assert passage.review
    assert passage.review.doubt is Doubt.moved
    assert 0.6 <= passage.review.score < 0.8
    assert passage.anchor.version_id != passage.review.version_id
    assert passage.review.proposal
    assert "never had a warning" in passage.review.proposal.exact


def test_a_person_accepts_moves_or_gives_up_a_passage_and_each_is_undone(
    session: Session, article: Article, doubtful: str
) -> None:
    id, before = appearance(session, doubtful).id, dump(session.records)
    there = session.records.get(Article, article.id)
    assert there
    span = lookup.quoted(session.records, there, "ran aground")
    for decide in (edits.accept_place, edits.mark_lost, lambda state, id: edits.move_passage(state, id, span)):
        session.do(decide(session.records, id))
        assert records.needing_review(session.records) == []
        assert list(check.problems(session.path)) == []
        session.undo()
        assert dump(session.records) == before
    session.do(edits.move_passage(session.records, id, span))
    assert appearance(session, doubtful).anchor.exact == "ran aground"


def test_what_is_lost_is_found_again_when_its_words_come_back(session: Session, article: Article) -> None:
    made = claim(session, article, "Divers searched the hull until the evening came")
    intake.correct(session, article.id, TEXT.split(" Divers", maxsplit=1)[0])
    lost = appearance(session, made)
    assert lost.review
    assert (lost.review.doubt, lost.review.proposal) == (Doubt.lost, None)
    with pytest.raises(NotFoundError, match="No place is proposed"):
        edits.accept_place(session.records, lost.id)
    intake.correct(session, article.id, TEXT)
    assert records.needing_review(session.records) == []
    assert appearance(session, made).anchor.exact == "Divers searched the hull until the evening came"


def test_a_passage_that_was_given_up_is_not_asked_about_again(session: Session, article: Article) -> None:
    made = claim(session, article, "Divers searched the hull until the evening came")
    intake.correct(session, article.id, TEXT.split(" Divers", maxsplit=1)[0])
    session.do(edits.mark_lost(session.records, appearance(session, made).id))
    intake.correct(session, article.id, TEXT.split(" Divers", maxsplit=1)[0] + " More.")
    assert records.needing_review(session.records) == []


def test_passages_that_are_evidence_move_too(session: Session, article: Article) -> None:
    made = claim(session, article, "ran aground")
    place = edits.passage_anchor(session.records, article.id, lookup.quoted(session.records, article, "Three people"))
    edit, item = edits.add_evidence(session.records, made, PassageTarget(article.id, place))
    session.do(edit)
    intake.correct(session, article.id, TEXT.replace("Ferry runs aground", "The ferry Amber runs aground"))
    there = session.records.get(Evidence, item.id)
    assert there
    assert isinstance(there.target, PassageTarget)
    assert now(session, article)[there.target.anchor.start :].startswith("Three people")
    intake.correct(session, article.id, "Quite another text.")
    assert item.id in [passage.id for passage in records.needing_review(session.records)]
    session.do(edits.withdraw(session.records, [item.id]))
    assert item.id not in [passage.id for passage in records.needing_review(session.records)]


def test_reading_the_bytes_anew_undoes_what_a_hand_did_as_a_version_of_its_own(
    session: Session, article: Article
) -> None:
    assert not intake.reread(session, article.id).edit.changes
    intake.correct(session, article.id, TEXT.replace("Monday", "Tuesday"))
    assert intake.reread(session, article.id).version.number == 3
    assert now(session, article) == TEXT


def test_landmarks_move_with_a_correction(session: Session) -> None:
    new = edits.NewArticle(
        TEXT, b"paged", "Paged", landmarks=(Landmark(0, LandmarkKind.page, "1"), Landmark(80, LandmarkKind.page, "2"))
    )
    edit, paged = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    made = intake.correct(session, paged.id, "A line more.\n" + TEXT)
    assert [mark.start for mark in session.records.landmarks(made.version.id)] == [13, 93]


def test_the_same_is_noticed_by_bytes_by_address_and_by_text(session: Session, article: Article) -> None:
    session.do(edits.edit_article(session.records, article.id, url="https://www.post.example/ferry/"))
    shelf = Shelf(session.reader)
    tests = {
        Sameness.bytes: importing.read_bytes(TEXT.encode(), "other-name.txt"),
        Sameness.address: draft("A quite different text.", url="http://post.example/ferry#top"),
        Sameness.text: draft(TEXT.replace("Monday", "Tuesday")),
    }
    for by, given in tests.items():
        known = shelf.known(given)
        assert known
        assert (known.article.id, known.by) == (article.id, by)
    assert shelf.known(draft("Nobody has written this before.")) is None
    session.do(edits.withdraw(session.records, [article.id]))
    assert Shelf(session.reader).known(tests[Sameness.bytes]) is None


def test_the_articles_are_read_once_for_all_that_comes_in(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Records] = []
    articles = records.articles

    def counted(state: Records) -> list[Article]:
        read.append(state)
        return articles(state)

    monkeypatch.setattr(records, "articles", counted)
    shelf = Shelf(session.reader)
    for number in range(5):
        given = draft(f"Nobody has written number {number} before.")
        assert shelf.known(given) is None
        added = intake.add(session, shelf, given)
        known = shelf.known(given)
        assert known
        assert (known.article, known.by) == (added, Sameness.bytes)
    assert len(read) == 1
    session.do(edits.edit_article(session.records, added.id, url="https://post.example/five"))
    found = shelf.known(draft("Other words.", url="https://post.example/five"))
    assert found
    assert len(read) == 2, "something else was written"


def test_another_publishers_print_of_the_same_text_is_an_article_of_its_own(session: Session, article: Article) -> None:
    session.do(edits.edit_article(session.records, article.id, publisher="Post"))
    assert Shelf(session.reader).known(draft(TEXT + "x", publisher="Echo")) is None
    assert Shelf(session.reader).known(draft(TEXT + "x", publisher="post"))


def draft(text: str, **known: Any) -> importing.Draft:
    return replace(importing.pasted(text, "A title"), **known)


def test_how_bytes_came_from_the_web_is_kept_and_replayed(session: Session) -> None:
    came = Fetched("http://a.example", "http://b.example", 200, 1_760_000_000, (("content-type", "text/html"),))
    made = workflow.add(session, replace(importing.pasted(TEXT), fetched=came))
    assert records.current_version(session.records, made).fetched == came
    assert list(check.problems(session.path)) == []
