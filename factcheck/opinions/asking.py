"""What is asked of an adviser, and asking it no more than needed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Protocol

from factcheck.model import DISPUTED, Finding, Opinion, Passage
from factcheck.progress import Progress, silent

#: Characters of a statement that an adviser is shown.
_LONGEST = 1000

#: A statement, and the date of its article ("" if not known).
Told = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Can these two both be true? In an order that does not depend on the finding's."""

    finding_id: str
    one: Told
    other: Told


class Adviser(Protocol):
    """Whoever is asked."""

    @property
    def name(self) -> str:
        """What its opinions are kept under: another model, prompt or address is another adviser."""

    @property
    def together(self) -> int:
        """How many questions it takes at a time."""

    def ask(self, asked: Sequence[Question], progress: Progress = silent) -> list[Opinion | None]:
        """An opinion on each, None where it gave none that can be used. May raise `FactCheckError`, `Cancelled`."""


class Kept(Protocol):
    """Where opinions are kept."""

    def read(self, keys: Sequence[str]) -> dict[str, Opinion]:
        """Those that there are."""

    def add(self, opinions: Mapping[str, Opinion]) -> None:
        """Keep these."""


@dataclass(slots=True)
class Heard:
    """What came of asking: the opinions by finding, and how many questions were asked, and left without an answer."""

    opinions: dict[str, Opinion]
    asked: int = 0
    without: int = 0


def questions(findings: Sequence[Finding], dates: Mapping[str, str], most: int) -> list[Question]:
    """One on each of the first so many disputed findings by score; `dates` are of articles, by id."""
    disputed = sorted((f for f in findings if _open(f)), key=lambda f: -f.score)
    return [_question(finding, dates) for finding in islice(disputed, most)]


def _open(finding: Finding) -> bool:
    return finding.kind in DISPUTED and finding.made_id is None and len(finding.positions) > 1


def _question(finding: Finding, dates: Mapping[str, str]) -> Question:
    one, other = sorted(_told(position.passages[0], dates) for position in finding.positions[:2])
    return Question(finding.id, one, other)


def _told(passage: Passage, dates: Mapping[str, str]) -> Told:
    return " ".join(passage.text.split())[:_LONGEST], dates.get(passage.article_id, "")[:10]


def key(adviser: str, question: Question) -> str:
    """What an opinion is kept under: a hash, so that no article's words leave the project."""
    return sha256(json.dumps([adviser, question.one, question.other]).encode()).hexdigest()


def consult(adviser: Adviser, asked: Sequence[Question], kept: Kept, progress: Progress = silent) -> Heard:
    """The opinions on all questions; what was asked before is not asked again, and each answer is kept as it comes."""
    keys = [key(adviser.name, question) for question in asked]
    known = kept.read(keys)
    missing = [q for q, name in zip(asked, keys, strict=True) if name not in known]
    heard = Heard({})

    def tell(_what: str = "", _done: int = 0, _total: int = 0) -> None:
        progress("second opinion", heard.asked, len(missing))

    for batch in _batches(missing, adviser.together):
        tell()
        answers = adviser.ask(batch, tell)
        new = {key(adviser.name, q): found for q, found in zip(batch, answers, strict=True) if found}
        kept.add(new)
        known.update(new)
        heard.asked += len(batch)
        heard.without += answers.count(None)
    heard.opinions = {q.finding_id: known[name] for q, name in zip(asked, keys, strict=True) if name in known}
    return heard


def _batches(missing: Sequence[Question], size: int) -> Iterator[Sequence[Question]]:
    for start in range(0, len(missing), size):
        yield missing[start : start + size]
