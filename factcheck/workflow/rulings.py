"""A person's word on findings, findings that a person makes, claims made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from factcheck import edits, matching
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import (
    Article,
    Claim,
    Contradiction,
    Finding,
    JudgedPosition,
    Kind,
    Reason,
    ReasonType,
    Verb,
)
from factcheck.records import Records
from factcheck.session import Session
from factcheck.text import Span

T = TypeVar("T")


def judged(state: Records, finding: Finding) -> tuple[JudgedPosition, ...]:
    """A finding's positions as a ruling keeps them."""
    return matching.judged(finding, state.text)


def rule(session: Session, finding: Finding, verb: Verb, note: str | None = None) -> None:
    """The person's word on a finding. Without a `note` the one that stands is kept; with another verb, none is."""
    standing = finding.ruling
    kept = standing.note if standing and standing.verb is verb else ""
    words = kept if note is None else note
    positions = judged(session.records, finding)
    session.do(
        edits.rule_on(session.records, finding.kind, finding.fact, positions, verb, session.who, words, standing)
    )


def clear_ruling(session: Session, finding: Finding) -> None:
    """Takes the word back."""
    if finding.ruling is None:
        raise NotFoundError(sentence("error.finding.no_ruling"))
    session.do(edits.clear_ruling(session.records, finding.ruling.id))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction that a person saw: words of an article, and the value that they give."""

    article_id: str
    span: Span
    value: str = ""


def contradict(
    session: Session,
    sides: Sequence[Side],
    fact: str = "",
    reason: Reason | None = None,
    kind: Kind = Kind.contradiction,
) -> Contradiction:
    """A finding made by a person; sides with the same value stand in one position."""
    positions: dict[str, list[Side]] = {}
    for side in sides:
        passage = _words(session.records, side)
        positions.setdefault(side.value.strip() or " ".join(passage.split()), []).append(side)
    if len(positions) < 2:
        raise NotFoundError(sentence("error.finding.one_passage"))
    state = session.records
    made = tuple(
        JudgedPosition(value, tuple(edits.passage_anchor(state, side.article_id, side.span) for side in there))
        for value, there in positions.items()
    )
    why = reason or Reason(ReasonType.other, "")
    edit, record = edits.make_contradiction(fact or next(iter(positions)), why, made, session.who, kind)
    session.do(edit)
    return record


def _words(state: Records, side: Side) -> str:
    article = state.get(Article, side.article_id)
    if article is None:
        raise NotFoundError(sentence("error.article.missing", id=side.article_id))
    return side.span.of(state.text(article.version_id))


def claims_from(session: Session, finding: Finding) -> list[Claim]:
    """A claim from the first passage of each position, in one step; words that are a claim already give that one."""
    made, steps = [], []
    numbers = iter(range(len(finding.positions)))
    for position in finding.positions:
        passage = position.passages[0]
        article = session.records.get(Article, passage.article_id)
        known = edits.claim_at(session.records, article, Span(passage.start, passage.end)) if article else None
        if known is None:
            edit, known = edits.add_claim(
                session.records, passage.article_id, Span(passage.start, passage.end), ahead=next(numbers)
            )
            steps.append(edit)
        made.append(known)
    if steps:
        session.do(edits.compose(steps))
    return made
