"""Findings as they are printed: for people a block each, for programs the list of the contract."""

from collections.abc import Iterable, Sequence
from typing import Any

from factcheck import matching, retelling
from factcheck.cli.output import block, note, out, out_json, room
from factcheck.cli.words import say, told
from factcheck.i18n import OF_FINDINGS
from factcheck.model import Finding, Kind
from factcheck.text import between_marks

#: So many are shown on a terminal unless another number is asked for.
_ON_TERMINAL = 20
#: Passages of a position that people are shown; programs get all.
_PASSAGES = 3
#: Characters of a finding's id that are shown; the commands take the beginning of one.
ID = 10

Ranked = tuple[int, Finding]


def chosen(found: Iterable[Finding], kinds: Sequence[Kind], top: int | None) -> list[Ranked]:
    """The first `top` findings of these kinds (none: of all), each with its rank among all."""
    ranked = [(rank, f) for rank, f in enumerate(found, 1) if not kinds or f.kind in kinds]
    return ranked[:top]


def print_json(shown: Sequence[Ranked], sources: Sequence[matching.Source]) -> None:
    """The list, best first, and nothing else."""
    by_id = {source.article_id: source for source in sources}
    out_json([matching.as_json(finding, by_id) for _, finding in shown])


def print_blocks(shown: Sequence[Ranked], sources: Sequence[matching.Source], top: int | None) -> None:
    """A block per finding; on a terminal the first ones."""
    by_id = {source.article_id: source for source in sources}
    if not shown:
        out(told("no_findings"))
    most = top or (_ON_TERMINAL if room() else len(shown))
    for rank, finding in shown[:most]:
        print_block(rank, finding, matching.as_json(finding, by_id))
    if shown[most:]:
        note(told("more_findings", n=len(shown) - most))


def print_block(rank: int, finding: Finding, data: dict[str, Any]) -> None:
    """What is in dispute, who says what, why, and what was ruled, in the language of the interface."""
    there = [passage for position in data["positions"] for passage in position["passages"]]
    finding = retelling.retold(finding, say, {passage["publisher"] or passage["title"] for passage in there})
    head = told(
        "finding", rank=rank, score=f"{finding.score:.2f}", kind=say(f"kind.{finding.kind.name}"), fact=finding.fact
    )
    block(head, indent="   ", first="")
    for position in data["positions"]:
        block(position["value"], indent="      ", first="   - ")
        for passage in position["passages"][:_PASSAGES]:
            block(_words(passage), indent="         ")
        if (rest := len(position["passages"]) - _PASSAGES) > 0:
            block(told("more_passages", n=rest), indent="         ")
    for reason in finding.reasons:
        if reason.text:
            block(told("why", type=_type(reason.type), text=reason.text), indent="      ", first="   ")
    if finding.opinion:
        block(finding.opinion, indent="      ", first="   ")
    if finding.ruling or finding.back:
        block(_ruling(finding), indent="      ", first="   ")
    out(told("finding_id", id=finding.id[:ID]))
    out()


def _type(key: str) -> str:
    """What the sources differ in: as it is in JSON, or in the language of the interface."""
    return key if say.language == OF_FINDINGS else say(f"difference.{key}")


def _words(passage: dict[str, Any]) -> str:
    who = passage["publisher"] or passage["title"]
    where = ", ".join(part for part in (who, passage["published"][:10], passage["file"]) if part)
    return told("passage", where=where, text=between_marks(passage["text"]))


def _ruling(finding: Finding) -> str:
    if finding.ruling is None:
        return finding.back
    said = say(f"ruling.{finding.ruling.verb}")
    told_more = (finding.ruling.note, finding.back)
    return told(
        "ruled", said=said, who=finding.ruling.who, more="".join(f" {text}" for text in told_more if text)
    ).strip()
