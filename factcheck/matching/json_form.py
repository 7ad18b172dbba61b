"""A finding as the plain data of the command line's contract: `match --json`, `compare --json`."""

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.matching.statements import Source
from factcheck.model import Finding, Passage


def as_json(finding: Finding, sources: Sequence[Source] | Mapping[str, Source]) -> dict[str, Any]:
    """One finding, its keys in the contract's order. For many findings give the sources by article id."""
    by_id = sources if isinstance(sources, Mapping) else {s.article_id: s for s in sources}
    opinion = {"second_opinion": finding.opinion} if finding.opinion else {}  # only where one was asked for
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "score": finding.score,
        "fact": finding.fact,
        "reasons": [{"type": r.type.value, "text": r.text} for r in finding.reasons],
        "positions": [
            {"value": position.value, "passages": [_passage(p, by_id) for p in position.passages]}
            for position in finding.positions
        ],
        "ruling": finding.ruling.verb.value if finding.ruling else None,
        **opinion,
    }


def _passage(passage: Passage, by_id: Mapping[str, Source]) -> dict[str, Any]:
    source = by_id.get(passage.article_id) or Source(passage.article_id, passage.version_id, "")
    return {
        "article": passage.article_id,
        "title": source.title,
        "file": source.file,
        "publisher": source.publisher,
        "published": source.published,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "spans": [list(span) for span in passage.spans],
    }
