"""ClaimReview (schema.org JSON-LD): single ones, lists, graphs and feeds → earlier checks."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.i18n import why
from factcheck.importing.words import failed
from factcheck.model import EarlierCheck
from factcheck.paths import resource
from factcheck.text import canonical

#: Where the parts of a list, a graph or a feed stand.
_PARTS = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity", "claimReview", "claims")
_LARGEST = 200_000_000


def read_checks(path: Path) -> tuple[list[EarlierCheck], int]:
    """The earlier checks of a file, and how many of its ClaimReviews are not whole. `ImportFailedError`."""
    try:
        if (size := path.stat().st_size) > _LARGEST:
            raise failed("too_large", name=path.name, size=size // 1_000_000, limit=_LARGEST // 1_000_000)
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise failed("unreadable", name=path.name, why=why(error)) from error
    except (ValueError, RecursionError) as error:
        raise failed("no_json", name=path.name) from error
    reviews = list(_reviews(data))
    whole = [review for review in reviews if _validator().is_valid(review)]
    if not reviews:
        raise failed("no_checks", name=path.name)
    return [_check(review) for review in whole], len(reviews) - len(whole)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # loads slowly: late

    return Draft202012Validator(json.loads(resource("schemas", "claimreview.json").read_text(encoding="utf-8")))


def _reviews(data: Any) -> Iterator[dict[str, Any]]:
    """Every ClaimReview in plain data, however deep in lists and feeds; one stack, so that depth costs nothing."""
    left = [data]
    while left:
        here = left.pop()
        if isinstance(here, list):
            left += reversed(here)
        elif isinstance(here, dict):
            kinds = here.get("@type", "")
            if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
                yield here
            else:
                left += [here[part] for part in reversed(_PARTS) if part in here]


def _check(review: dict[str, Any]) -> EarlierCheck:
    rating = review["reviewRating"]
    said = rating.get("alternateName") or rating.get("ratingValue")
    return EarlierCheck(
        claim=_line(review["claimReviewed"]),
        url=review["url"].strip(),
        rating=_line(said),
        publisher=_name(review.get("author")),
        claimant=_name((review.get("itemReviewed") or {}).get("author")),
        date=_line(review.get("datePublished")),
    )


def _name(who: Any) -> str:
    first = who[0] if isinstance(who, list) and who else who
    return _line(first.get("name")) if isinstance(first, dict) else ""


def _line(value: Any) -> str:
    return " ".join(canonical(str(value)).split()) if value is not None else ""
