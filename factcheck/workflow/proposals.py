"""What matching proposes of a project, kept until its texts change, and the findings that come of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from factcheck import __version__, matching, records
from factcheck.model import (
    Article,
    Contradiction,
    Finding,
    Passage,
    Ruling,
)
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.derived import written
from factcheck.store.reader import Reader
from factcheck.text import text_hash

T = TypeVar("T")


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
    session.derived.keep_findings(written(proposals.found) if lines is None else lines, _kept_as(proposals))


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
