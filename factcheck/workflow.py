"""The day's work in whole steps, as both doors (window and command line) take them.

Each joins what the packages below it do: importing with edits, records with matching, findings with rulings. What reads
only takes `Records`, so that a worker thread can do it on a snapshot.
"""

import mimetypes
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from factcheck import __version__, edits, matching, records, scales
from factcheck.errors import FactCheckError, NotFoundError
from factcheck.exchange import whole
from factcheck.i18n import sentence, why
from factcheck.importing import Draft
from factcheck.model import (
    Article,
    Claim,
    Contradiction,
    Evidence,
    Finding,
    Grade,
    JudgedPosition,
    Kind,
    Passage,
    Reason,
    ReasonType,
    Ruling,
    Stance,
    StoredFile,
    Verb,
    Who,
)
from factcheck.paths import user_data
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.checks import Checks
from factcheck.store.derived import written
from factcheck.store.project import Contents
from factcheck.store.reader import Reader
from factcheck.text import Span, text_hash

T = TypeVar("T")

# --- the project ------------------------------------------------------------------------------------------------------


def new_project(path: Path, who: Who, title: str = "", scale_id: str = "") -> Session:
    """A new project with the scales that ship."""
    chosen = scale_id or scales.default()
    return Session.create(path, edits.create_project(title or path.stem, scales.for_project(chosen), chosen), who)


def project_from(path: Path, who: Who, source: Path) -> Session:
    """A new project with the records and contents of one that was exported as JSON; its history begins here."""
    exported = whole.read(_read(source, LARGEST_PROJECT))
    first = edits.import_project(exported.project.title, exported.records)
    return Session.create(path, first, who, Contents(exported.texts, exported.originals))


# --- articles ---------------------------------------------------------------------------------------------------------


def add(session: Session, draft: Draft, **known: Any) -> Article:
    """A draft as an article of the project; what is `known` (title, publisher …) goes before what was read."""
    new = new_article(draft, **known)
    edit, article = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    return article


def new_article(draft: Draft, **known: Any) -> edits.NewArticle:
    """A draft as the verbs take it; what is `known` goes before what was read."""
    read = {name: getattr(draft, name) for name in _DRAFT_FIELDS}
    return edits.NewArticle(**{**read, **{name: value for name, value in known.items() if value}})


_DRAFT_FIELDS = {field.name for field in fields(edits.NewArticle)} & {field.name for field in fields(Draft)}


def attach_file(
    session: Session, claim_id: str, path: Path, stance: Stance, grade: Grade, comment: str = ""
) -> Evidence:
    """A file as evidence; the project keeps its bytes."""
    target, data = stored_file(path)
    edit, made = edits.add_evidence(session.records, claim_id, target, stance, grade, comment)
    session.do(edit, Contents(originals={target.sha256: data}))
    return made


def stored_file(path: Path) -> tuple[StoredFile, bytes]:
    """A file as the project keeps it, and its bytes."""
    data = _read(path, LARGEST_FILE)
    name = sha256(data).hexdigest()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return StoredFile(path.name, kind, name, len(data)), data


def _read(path: Path, most: int) -> bytes:
    """The bytes of a file of the person's; `FactCheckError` if it has none, or more than so many."""
    try:
        if path.stat().st_size > most:
            raise FactCheckError(sentence("error.file.too_large", file=path.name, limit=most // 1000000))
        data = path.read_bytes()
    except OSError as error:
        raise FactCheckError(sentence("error.file.unread", file=path.name, why=why(error))) from error
    if not data:
        raise FactCheckError(sentence("error.file.empty", file=path.name))
    return data


#: Bytes of a file that is kept as evidence, and of a project as JSON.
LARGEST_FILE, LARGEST_PROJECT = 200_000_000, 2_000_000_000


def save_original(session: Session, name: str, target: Path) -> None:
    """Kept bytes by their hash, as a file again, all of it or nothing."""
    from factcheck.reporting import replace_file  # late: the window can be shown without it

    data = session.reader.original(name)
    replace_file(target, lambda file: file.write(data))


# --- earlier checks ---------------------------------------------------------------------------------------------------


def earlier_checks() -> Checks:
    """The collection of earlier checks of the person at this machine."""
    return Checks(user_data() / "checks.sqlite")


# --- findings ---------------------------------------------------------------------------------------------------------


def sources(state: Records) -> list[matching.Source]:
    """What matching gets: the articles in use."""
    return [source(state, article) for article in records.articles(state)]


def source(state: Records, article: Article) -> matching.Source:
    """What matching gets of one article."""
    return _source(state, article, state.text(article.version_id))


def untexted(state: Records) -> list[matching.Source]:
    """The articles in use without their texts, where it is enough to know whose they are."""
    return [_source(state, article, "") for article in records.articles(state)]


def _source(state: Records, article: Article, text: str) -> matching.Source:
    return matching.Source(
        article_id=article.id,
        version_id=article.version_id,
        text=text,
        title=article.title,
        file=article.file,
        publisher=records.publisher_name(state, article),
        published=article.published.iso if article.published else "",
        language=article.language or "en",
    )


#: Characters of all articles above which matching all would take too long and too much memory (100,000 statements).
AFFORDABLE = 12_000_000


def affordable(state: Records) -> bool:
    """Whether all articles of the project can be matched together."""
    return sum(len(state.text(a.version_id)) for a in records.articles(state)) <= AFFORDABLE


def signatures(state: Records) -> dict[str, str]:
    """For each article in use what stands for all that matching looks at, with its rules."""
    rules = f"{__version__} {matching.EDITION}"
    found = {}
    for article in records.articles(state):
        version = records.current_version(state, article)
        published = article.published.iso if article.published else ""
        name = records.publisher_name(state, article)
        seen = [rules, version.text_sha256, article.title, article.file, name, published, article.language]
        found[article.id] = text_hash("\n".join(seen))
    return found


def fingerprint(state: Records) -> str:
    """Stands for all that matching looks at; findings kept under another are out of date."""
    return fingerprint_of(signatures(state))


def fingerprint_of(seen: Mapping[str, str]) -> str:
    """The same, of the signatures of all articles."""
    return text_hash("\n".join(f"{id} {signature}" for id, signature in seen.items()))


def ruled(state: Records, proposed: Sequence[Finding]) -> list[Finding]:
    """Proposed findings with what people said of them, and those that people made: best first, dismissed last."""
    made = [*state.each(Contradiction)]
    read = sources if made else untexted
    return matching.apply_rulings(proposed, state.each(Ruling), made, read(state))


@dataclass(frozen=True, slots=True)
class Proposals:
    """What matching found in one state of the articles, which `of` stands for."""

    of: str
    found: list[Finding]
    #: The signatures of the articles that were looked at.
    seen: Mapping[str, str] = field(default_factory=dict)
    #: Whether all articles were matched together, or changed ones with those next to them only.
    whole: bool = True


#: What `matching.find` does, wherever it is done.
Find = Callable[[Sequence[matching.Source], Progress], list[Finding]]


def propose(state: Records, progress: Progress = silent, find: Find = matching.find) -> Proposals:
    """Matches the articles; long work, for any thread."""
    seen = signatures(state)
    return Proposals(fingerprint_of(seen), find(sources(state), progress), seen)


def kept_proposals(state: Reader) -> Proposals | None:
    """What was found before, if the articles have not changed since and its words stand where it says."""
    seen = signatures(state)
    of = fingerprint_of(seen)
    found, whole = state.findings(of), True
    if found is None:
        found, whole = state.findings(of + _PARTLY), False
    if found is None:
        return None
    texts = {(s.article_id, s.version_id): s.text for s in sources(state)}
    passages = (p for finding in found for position in finding.positions for p in position.passages)
    return Proposals(of, found, seen, whole) if all(_stands(p, texts) for p in passages) else None


def _stands(passage: Passage, texts: Mapping[tuple[str, str], str]) -> bool:
    """Whether a passage is what its article says: what is kept can have been altered without history showing it."""
    text = texts.get((passage.article_id, passage.version_id), "")
    inside = all(passage.start <= low <= high <= passage.end for low, high in passage.spans)
    return (
        0 <= passage.start < passage.end <= len(text) and text[passage.start : passage.end] == passage.text and inside
    )


def keep(session: Session, proposals: Proposals, lines: Sequence[str] | None = None) -> None:
    """Keeps what was found, so that opening the project again shows it at once; `lines` if it is `written` already."""
    session.derived.keep_lines(written(proposals.found) if lines is None else lines, _kept_as(proposals))


def _kept_as(proposals: Proposals) -> str:
    return proposals.of + ("" if proposals.whole else _PARTLY)


#: Marks what was kept before all articles were matched together.
_PARTLY = " in part"


def findings(
    session: Session, progress: Progress = silent, weigh: Callable[[list[Finding]], list[Finding]] = list
) -> list[Finding]:
    """The findings of the project as they stand, matched anew only if the articles changed.

    `weigh` may move the scores of what was proposed; what is kept is as matching gave it.
    """
    proposals = kept_proposals(session.reader)
    if proposals is None or not proposals.whole:
        proposals = propose(session.records, progress)
        keep(session, proposals)
    return ruled(session.records, weigh(proposals.found))


def findings_of(state: Records, known: Proposals | None, progress: Progress = silent) -> list[Finding]:
    """The findings of one state of a project, for any thread; what is `known` is used if it is of these articles."""
    if known is None or known.of != fingerprint(state):
        known = propose(state, progress)
    return ruled(state, known.found)


def judged(state: Records, finding: Finding) -> tuple[JudgedPosition, ...]:
    """A finding's positions as a ruling keeps them."""
    return matching.judged(finding, state.text)


def rule(session: Session, finding: Finding, verb: Verb, note: str | None = None) -> None:
    """The person's word on a finding. Without a `note` the one that stands is kept."""
    standing = finding.ruling
    words = note if note is not None else (standing.note if standing else "")
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
