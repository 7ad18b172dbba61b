"""The sample project: articles of our own about one invented event, partly worked through.

It is made by the same steps that a person would take, so it shows nothing that the program cannot do.
"""

import tomllib
from pathlib import Path
from typing import Any

from factcheck import edits, intake, lookup, matching, workflow
from factcheck.errors import NotFoundError
from factcheck.importing import printed_date, read_file
from factcheck.model import (
    Article,
    Edit,
    Finding,
    Grade,
    Link,
    Note,
    PassageTarget,
    Reason,
    ReasonType,
    Stance,
    Status,
    Target,
    Verb,
    Who,
)
from factcheck.paths import resource
from factcheck.progress import Progress, silent
from factcheck.session import Session
from factcheck.text import Span

#: Name of the sample's file in the folder where it is made.
FILE = "sample.factcheck"


def build(path: Path, who: Who, progress: Progress = silent, told_in: Path | None = None) -> Session:
    """Makes the sample project at `path`, which must not exist; or the one that another folder tells of."""
    folder = told_in or resource("sample")
    told = tomllib.loads((folder / "sample.toml").read_text(encoding="utf-8"))
    session = workflow.new_project(path, who, told["title"], told["scale"])
    try:
        _Maker(session, told, folder).make(progress)
    except BaseException:
        session.close()
        path.unlink()
        raise
    return session


class _Maker:
    """Walks through sample.toml."""

    def __init__(self, session: Session, told: dict[str, Any], folder: Path) -> None:
        self.session = session
        self.told = told
        self.folder = folder
        self.articles: dict[str, Article] = {}

    def make(self, progress: Progress) -> None:
        steps = (self._import, self._mark, self._contradict, self._rule)
        for number, step in enumerate(steps):
            progress("Making the sample project", number, len(steps))
            step()

    def _import(self) -> None:
        shelf = intake.Shelf(self.session.reader)
        for told in self.told["article"]:
            draft = read_file(self.folder / "articles" / told["file"])
            known = {**told, "published": printed_date(told["published"])}
            self.articles[told["file"]] = intake.add(self.session, shelf, draft, **known)

    def _span(self, told: dict[str, Any]) -> tuple[str, Span]:
        article = self.articles[told["article"]]
        return article.id, lookup.quoted(self.session.records, article, told["quote"])

    # --- claims ---

    def _mark(self) -> None:
        for told in self.told["claim"]:
            first, *others = told["appearances"]
            fields = {name: told[name] for name in _CLAIM_FIELDS if name in told}
            edit, claim = edits.add_claim(self.session.records, *self._span(first), **fields)
            self.session.do(edit)
            for other in others:
                self.session.do(edits.add_appearance(self.session.records, claim.id, *self._span(other)))
            for item in told.get("evidence", []):
                self.session.do(self._evidence(claim.id, item))
            self._judge(claim.id, told)

    def _evidence(self, claim_id: str, told: dict[str, Any]) -> Edit:
        edit, _made = edits.add_evidence(
            self.session.records,
            claim_id,
            self._target(told),
            Stance(told["stance"]),
            Grade(told.get("grade", "secondary")),
            told.get("comment", ""),
        )
        return edit

    def _target(self, told: dict[str, Any]) -> Target:
        if "link" in told:
            return Link(**told["link"])
        if "note" in told:
            return Note(told["note"])
        article_id, span = self._span(told["passage"])
        return PassageTarget(article_id, edits.passage_anchor(self.session.records, article_id, span))

    def _judge(self, claim_id: str, told: dict[str, Any]) -> None:
        verdict, state, who = told.get("verdict"), self.session.records, self.session.who
        if verdict:
            self.session.do(edits.set_verdict(state, claim_id, verdict["rating"], who))
            for field in ("summary", "rationale"):
                self.session.do(edits.write_verdict(state, claim_id, field, verdict.get(field, ""), who))
        self.session.do(edits.set_status(state, [claim_id], Status(told.get("status", "unchecked"))))
        self.session.end_typing()

    # --- findings ---

    def _contradict(self) -> None:
        for told in self.told.get("contradiction", []):
            sides = [workflow.Side(*self._span(told[side]), told[side].get("value", "")) for side in ("a", "b")]
            reason = Reason(ReasonType(told["reason"]), told["why"])
            workflow.contradict(self.session, sides, told.get("fact", ""), reason)

    def _rule(self) -> None:
        found = workflow.findings(self.session)
        for told in self.told.get("ruling", []):
            finding = _between(found, self._span(told["a"]), self._span(told["b"]))
            if finding is None:
                raise NotFoundError(f"The sample's ruling on “{told['a']['quote'][:40]}” meets no finding.")
            workflow.rule(self.session, finding, Verb(told["ruling"]), told.get("note", ""))


_CLAIM_FIELDS = ("wording", "claimant", "role", "date", "place", "topic", "limits", "asked", "reply")


def _between(found: list[Finding], one: tuple[str, Span], other: tuple[str, Span]) -> Finding | None:
    """The best finding in which the two passages stand in different positions, or in the only one."""
    for finding in found:
        sides = [
            {i for i, position in enumerate(finding.positions) for p in position.passages if _meets(p, *side)}
            for side in (one, other)
        ]
        apart = any(i != j for i in sides[0] for j in sides[1])
        if apart or (len(finding.positions) == 1 and all(sides)):
            return finding
    return None


def _meets(passage: matching.Passage, article_id: str, span: Span) -> bool:
    return passage.article_id == article_id and Span(passage.start, passage.end).overlaps(span)
