"""A project with one of everything that leaves the program, for the tests of views and exports."""

from pathlib import Path

from factcheck import edits
from factcheck.model import (
    Article,
    Claim,
    Grade,
    JudgedPosition,
    Kind,
    Link,
    Medium,
    Note,
    PassageTarget,
    Reader,
    Reason,
    ReasonType,
    Stance,
    StoredFile,
    Verb,
)
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.text import Span
from tests.store.making import add_article, add_claim, new_session, sentence

TAPE = Link("https://example.org/tape", "The tape", "A station", date="2031-03-04")
RECORD = StoredFile("rain.csv", "text/csv", "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03", 6)


def filled(path: Path) -> None:
    """Two articles; a claim with all that can hang on one, one with a blind second verdict, one withdrawn; findings."""
    with new_session(path) as session:
        article, other = add_article(session), add_article(session, "Weekly", "The Weekly", "\U0001f30a " * 9 + "Ende.")
        first, second, gone = (add_claim(session, article, n) for n in range(3))
        session.do(edits.add_appearance(session.records, first.id, article.id, sentence(9)))
        session.do(edits.add_media(session.records, first.id, TAPE, Medium.video, "00:01:00", "Twelve houses."))
        _judge(session, first, second)
        _attach(session, first, other)
        _dispute(session, article)
        session.do(edits.withdraw(session.records, [gone.id]))


def _judge(session: Session, first: Claim, second: Claim) -> None:
    words = {"summary": "One and a half.", "rationale": "=See [1]"}
    session.do(edits.set_verdict(session.records, first.id, "half", session.who, words=words))
    session.do(edits.set_verdict(session.records, second.id, "true", session.who, Reader.second))


def _attach(session: Session, claim: Claim, other: Article) -> None:
    passage = PassageTarget(other.id, edits.passage_anchor(session.records, other.id, Span(4, 9)))
    for target in (TAPE, passage, RECORD, Note("I rang the mayor.")):
        edit, _ = edits.add_evidence(session.records, claim.id, target, Stance.refutes, Grade.primary, "-1 for this")
        session.do(edit, Contents(originals={RECORD.sha256: b"hello\n"}))


def _dispute(session: Session, article: Article) -> None:
    places = (edits.passage_anchor(session.records, article.id, sentence(n)) for n in (4, 5))
    sides = tuple(JudgedPosition(f"{n} houses", (place,)) for n, place in enumerate(places, 4))
    session.do(
        edits.rule_on(session.records, Kind.contradiction, "houses", sides, Verb.confirmed, session.who, "Counted.")
    )
    reason = Reason(ReasonType.number, "4 is not 5")
    session.do(edits.make_contradiction("houses", reason, sides, session.who, Kind.contradiction)[0])
