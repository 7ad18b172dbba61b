"""ClaimReview (schema.org, JSON-LD): what fact-check explorers read. One claim with its verdict is one review.

Nothing is cut to please them: what they may refuse is told beside the document.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, BinaryIO

from factcheck import records
from factcheck.errors import ExchangeError
from factcheck.exchange.places import made_in
from factcheck.exchange.remarks import Remark
from factcheck.i18n import sentence
from factcheck.model import Appearance, Article, Claim, Link, MediaAppearance, Medium, Rating, Scale, Verdict
from factcheck.paths import resource
from factcheck.progress import Progress, silent
from factcheck.records import Records

CONTEXT = "https://schema.org"
#: Explorers want fewer characters than this in `claimReviewed`.
LONGEST = 75

_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WEB = re.compile(r"https?://[^\s/]+\S*")
_TYPES = {
    Medium.image: "ImageObject",
    Medium.video: "VideoObject",
    Medium.audio: "AudioObject",
    Medium.page: "WebPage",
}


@dataclass(frozen=True, slots=True)
class Published:
    """Where and by whom the reviews are published."""

    #: Address of the page; `{number}` in it stands for the claim's number, else each claim is a part of the page.
    url: str = ""
    #: Name and address of the organisation; "" leaves the name of who gave the verdict.
    by: str = ""
    home: str = ""

    def address(self, claim: Claim) -> str:
        """The page, or part of a page, on which a claim is reviewed."""
        if "{number}" in self.url:
            return self.url.replace("{number}", str(claim.number))
        return f"{self.url.partition('#')[0]}#claim-{claim.number}"


def review(state: Records, claim: Claim, published: Published) -> dict[str, Any] | None:
    """The ClaimReview of one claim, without its context; None while it has no verdict."""
    verdict = records.verdict(state, claim.id)
    rated = _rating(state, verdict) if verdict else None
    if verdict is None or rated is None:
        return None
    told = {
        "datePublished": _day(verdict.given),
        "author": _author(verdict, published),
        "reviewRating": rated,
        "itemReviewed": _item(state, claim),
    }
    required = {"@type": "ClaimReview", "url": published.address(claim), "claimReviewed": claim.wording}
    return {**required, **_filled(told)}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def _day(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat() if at else ""


def _author(verdict: Verdict, published: Published) -> dict[str, Any]:
    if published.by:
        return _filled({"@type": "Organization", "name": published.by, "url": published.home})
    return {"@type": "Person", "name": verdict.who} if verdict.who.strip() else {}


# --- the rating -------------------------------------------------------------------------------------------------------


def _rating(state: Records, verdict: Verdict) -> dict[str, Any] | None:
    """What a verdict says, larger numbers truer; on a scale without ratings its words."""
    scale = state.get(Scale, verdict.scale_id)
    rating = scale.rating(verdict.rating) if scale and verdict.rating else None
    said = rating.label if rating else verdict.rating
    if not said and scale is not None and not scale.ratings:
        said = verdict.summary.strip()
    if not said:
        return None
    numbers = _numbers(scale, rating) if scale and rating else {}
    return _filled({"@type": "Rating", "alternateName": said, **numbers, "ratingExplanation": verdict.summary})


def _numbers(scale: Scale, rating: Rating) -> dict[str, Any]:
    if rating.number is None:
        return {}
    line = [one.number for one in scale.ratings if one.number is not None]
    return {"ratingValue": rating.number, "bestRating": max(line), "worstRating": min(line)}


# --- what is reviewed -------------------------------------------------------------------------------------------------


def _item(state: Records, claim: Claim) -> dict[str, Any]:
    places = made_in(state, claim.id)
    works = [work for place in places if (work := _work(state, place))]
    return _filled(
        {
            "@type": "Claim",
            "@id": f"urn:factcheck:claim:{claim.id}",
            "name": claim.wording,
            "author": _claimant(claim),
            "datePublished": _claimed(claim, works),
            "firstAppearance": works[0] if works else {},
            "appearance": works[1:],
        }
    )


def _claimant(claim: Claim) -> dict[str, Any]:
    """Who has a role is a person; else it is not known what the claimant is."""
    if not claim.claimant.strip():
        return {}
    person = {"@type": "Person", "jobTitle": claim.role} if claim.role.strip() else {}
    return {"name": claim.claimant, **person}


def _claimed(claim: Claim, works: list[dict[str, Any]]) -> str:
    date = claim.date.strip()
    return date if _ISO_DATE.fullmatch(date) else str(works[0].get("datePublished", "")) if works else ""


def _work(state: Records, place: Appearance | MediaAppearance) -> dict[str, Any]:
    if isinstance(place, Appearance):
        article = state.get(Article, place.article_id)
        return _article(state, article) if article and not article.withdrawn else {}
    kind = _TYPES[place.medium]
    if isinstance(place.source, Link):
        link = place.source
        published = link.date if _ISO_DATE.fullmatch(link.date) else ""
        work = {"name": link.title, "url": _web(link.url), "datePublished": published}
        return _filled({"@type": kind, **work, "publisher": _organisation(link.publisher)})
    return {"@type": kind, "name": place.source.name}


def _article(state: Records, article: Article) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Article",
            "headline": article.title,
            "url": _web(article.url),
            "datePublished": article.published.iso if article.published else "",
            "publisher": _organisation(records.publisher_name(state, article)),
            "inLanguage": article.language,
        }
    )


def _organisation(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name} if name.strip() else {}


def _web(url: str) -> str:
    return url if _WEB.fullmatch(url) else ""


# --- the document -----------------------------------------------------------------------------------------------------


def write(
    state: Records, claims: Iterable[Claim], published: Published, out: BinaryIO, progress: Progress = silent
) -> list[Remark]:
    """All reviews as one graph; returns which claims are left out, and what explorers may refuse."""
    if not _WEB.fullmatch(published.url):
        raise ExchangeError(sentence("error.exchange.no_address"))
    remarks: list[Remark] = []
    out.write(f'{{"@context":"{CONTEXT}","@graph":['.encode())
    for done, data in enumerate(_reviews(state, claims, published, remarks, progress)):
        out.write(b",\n" if done else b"\n")
        out.write(json.dumps(data, ensure_ascii=False).encode())
    out.write(b"\n]}\n")
    return remarks


def _reviews(
    state: Records, claims: Iterable[Claim], published: Published, remarks: list[Remark], progress: Progress
) -> Iterator[dict[str, Any]]:
    for done, claim in enumerate(claims):
        progress("ClaimReview", done, 0)
        data = review(state, claim, published)
        if data is None:
            remarks.append(Remark("no_verdict", claim.number))
            continue
        remarks += problems(claim, data)
        yield data


def problems(claim: Claim, data: dict[str, Any]) -> list[Remark]:
    """What explorers may refuse in a review."""
    found = []
    if len(claim.wording) >= LONGEST:
        found.append(Remark("long_claim", claim.number, str(len(claim.wording))))
    label = data["reviewRating"]["alternateName"]
    if claim.wording.casefold().startswith(f"{label}:".casefold()):
        found.append(Remark("rating_in_claim", claim.number, label))
    wrong = next(_validator().iter_errors(data), None)
    if wrong is not None:
        found.append(Remark("not_valid", claim.number, ".".join(map(str, wrong.path)) or "@type"))
    return found


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # loads slowly: late

    return Draft202012Validator(json.loads(resource("schemas", "claimreview-out.json").read_text(encoding="utf-8")))
