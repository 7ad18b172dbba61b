"""W3C Web Annotation (JSON-LD): each passage as a target, its claim as the body; and the way back.

Offsets count code points of the article's text, whose SHA-256 stands with the source: start inclusive, end exclusive.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO

from factcheck import records
from factcheck.errors import ExchangeError
from factcheck.i18n import sentence
from factcheck.model import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Evidence,
    PassageTarget,
    Precision,
    PrintedDate,
    Stance,
)
from factcheck.progress import Progress, silent
from factcheck.records import Records

#: The words of the standard, and three of our own: the text that offsets count in, whose it is, and its version.
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"textSha256": "urn:factcheck:textSha256", "article": "urn:factcheck:article", "version": "urn:factcheck:version"},
]
_CLAIM = "urn:factcheck:claim:"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A passage and the claim that it belongs to, as a file of annotations tells."""

    id: str
    claim_id: str
    #: The claim's wording, as it is: text of a body is never markup.
    claim: str
    #: What the passage does to the claim; None where the claim is made in it.
    stance: Stance | None
    #: Address of the article, or its `urn:factcheck:article:…` if it has none.
    source: str
    article_id: str
    text_sha256: str
    passage: Anchor


def annotations(state: Records, claim: Claim) -> Iterator[dict[str, Any]]:
    """The passages of a claim, those in which it is made before those that speak to it."""
    for made in records.appearances(state, claim.id):
        yield from _annotation(state, claim, made, made.article_id, made.anchor)
    for item in records.evidence(state, claim.id):
        if isinstance(item.target, PassageTarget):
            yield from _annotation(state, claim, item, item.target.article_id, item.target.anchor)


def _annotation(
    state: Records, claim: Claim, place: Appearance | Evidence, article_id: str, passage: Anchor
) -> Iterator[dict[str, Any]]:
    article, version = state.get(Article, article_id), state.get(ArticleVersion, passage.version_id)
    if article is None or version is None or article.withdrawn:
        return
    yield {
        "id": f"urn:factcheck:{type(place).__name__.lower()}:{place.id}",
        "type": "Annotation",
        "motivation": "identifying" if isinstance(place, Appearance) else "assessing",
        **_created(place.added if isinstance(place, Evidence) else claim.created),
        "body": _bodies(claim, place),
        "target": {
            "type": "SpecificResource",
            "source": _source(article, version),
            **_state(article),
            "selector": _selectors(passage),
        },
    }


def _created(at: int) -> dict[str, str]:
    return {"created": _utc(datetime.fromtimestamp(at, UTC))} if at else {}


def _bodies(claim: Claim, place: Appearance | Evidence) -> list[dict[str, Any]]:
    words = {"type": "TextualBody", "format": "text/plain"}
    bodies = [{"id": _CLAIM + claim.id, **words, "value": claim.wording, "purpose": "describing"}]
    if isinstance(place, Evidence):
        bodies.append({**words, "value": place.stance.value, "purpose": "classifying"})
        bodies += [{**words, "value": place.comment, "purpose": "commenting"}] if place.comment else []
    return bodies


def _source(article: Article, version: ArticleVersion) -> dict[str, Any]:
    known = {"label": article.title, "language": article.language}
    return {
        "id": article.url or f"urn:factcheck:article:{article.id}",
        "type": "Text",
        **{key: value for key, value in known.items() if value},
        "article": article.id,
        "version": version.id,
        "textSha256": version.text_sha256,
    }


def _selectors(passage: Anchor) -> list[dict[str, Any]]:
    quote = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
    return [
        {"type": "TextQuoteSelector", **quote},
        {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
    ]


# --- when the source said so ------------------------------------------------------------------------------------------


def _state(article: Article) -> dict[str, Any]:
    times = {**_times(article.published), **({"cached": article.archived_url} if article.archived_url else {})}
    return {"state": {"type": "TimeState", **times}} if times else {}


def _times(published: PrintedDate | None) -> dict[str, str]:
    """A moment in UTC where it is known; else the first and the last second that the printed date can mean."""
    if published is None or not published.iso or published.precision is None:
        return {}
    try:
        start = datetime.fromisoformat(_padded(published.iso))
    except ValueError:
        return {}
    if published.precision is Precision.minute and start.tzinfo is not None:
        return {"sourceDate": _utc(start.astimezone(UTC))}
    start = start.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    last = _next(start, published.precision) - timedelta(seconds=1)
    return {"sourceDateStart": _utc(start), "sourceDateEnd": _utc(last)}


def _padded(iso: str) -> str:
    """A year or a month as its first day."""
    return iso + "-01" * (2 - iso.count("-")) if len(iso) <= len("2031-03") else iso


def _next(start: datetime, precision: Precision) -> datetime:
    """The day on which the next year, month or day begins."""
    if precision is Precision.year:
        return start.replace(year=min(start.year + 1, 9999))
    if precision is Precision.month:
        return (start + timedelta(days=32)).replace(day=1)
    return start + timedelta(days=1)


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


# --- the document -----------------------------------------------------------------------------------------------------


def write(state: Records, claims: Iterable[Claim], out: BinaryIO, progress: Progress = silent) -> int:
    """All passages as one collection, streamed; returns how many."""
    head = {"@context": CONTEXT, "id": "urn:factcheck:annotations", "type": "AnnotationCollection"}
    opening = json.dumps({**head, "label": records.project(state).title}, ensure_ascii=False)[:-1]
    out.write(
        f'{opening}, "first": {{"id": "urn:factcheck:annotations:1", "type": "AnnotationPage", "items": ['.encode()
    )
    total = 0
    for done, claim in enumerate(claims):
        progress("annotations", done, 0)
        for data in annotations(state, claim):
            out.write(b",\n" if total else b"\n")
            out.write(json.dumps(data, ensure_ascii=False).encode())
            total += 1
    out.write(f'\n]}}, "total": {total}}}\n'.encode())
    return total


def read(data: bytes) -> list[Annotation]:
    """The passages of a file that `write` made, in its order. `ExchangeError` if it is none."""
    try:
        return [_read(item) for item in json.loads(data)["first"]["items"]]
    except (ValueError, TypeError, KeyError, StopIteration, RecursionError) as error:
        raise ExchangeError(sentence("error.exchange.no_annotations")) from error


def _read(item: dict[str, Any]) -> Annotation:
    bodies = {body["purpose"]: body for body in item["body"]}
    source = item["target"]["source"]
    quote, place = item["target"]["selector"]
    claim, stance = bodies["describing"], bodies.get("classifying")
    words = (quote["exact"], quote["prefix"], quote["suffix"])
    return Annotation(
        id=item["id"].rpartition(":")[2],
        claim_id=claim["id"].removeprefix(_CLAIM),
        claim=claim["value"],
        stance=Stance(stance["value"]) if stance else None,
        source=source["id"],
        article_id=source["article"],
        text_sha256=source["textSha256"],
        passage=Anchor(source["version"], place["start"], place["end"], *words),
    )
