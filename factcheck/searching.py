"""Words anywhere in a project: in titles and texts of articles, in claims, in evidence.

In the text of an article the words stand as they were typed, in any case; in titles and records each of them occurs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from factcheck import blind, hits, records
from factcheck.errors import NotFoundError
from factcheck.listing import Listing
from factcheck.model import Article, Claim, Evidence, Link, Note, PassageTarget, Reader, StoredFile
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.text import Span, folded

#: How much is told of each sort, and of one article's text.
_TITLES, _CLAIMS, _TEXTS, _OF_ONE_TEXT = 5, 12, 40, 3
#: Characters before and behind words of a text that are told with them.
_BEFORE, _BEHIND = 24, 120
#: Seconds of one text between two calls of `progress`.
_BREATH = 0.1


class Where(StrEnum):
    """In what the words were found."""

    heading = "heading"
    claim = "claim"
    evidence = "evidence"
    text = "text"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found."""

    where: Where
    #: Id of the article or the claim; of evidence it is its claim.
    id: str
    #: What is to be read there.
    text: str
    #: The title of the article that the words stand in, or the number of the claim.
    of: str
    #: The words themselves, in the text of an article.
    span: Span | None = None


def search(listing: Listing, typed: str, progress: Progress = silent, reader: Reader = Reader.first) -> list[Place]:
    """The places of the words that were typed, as far as a reader may see them: titles first, then claims with their
    evidence, then texts.
    """
    words = folded(typed).split()
    if not words:
        return []
    state = blind.seen_by(listing.state, reader)
    there = records.articles(state)
    claims = listing.search(typed, _CLAIMS) if any(map(str.isalnum, typed)) else ()
    return [
        *islice(_in_titles(state, there, words), _TITLES),
        *_in_claims(state, claims, words),
        *islice(_in_texts(state, there, typed.strip(), progress), _TEXTS),
    ]


def _fits(words: list[str], *texts: str) -> bool:
    text = folded("\n".join(texts))
    return all(word in text for word in words)


def _in_titles(state: Records, there: list[Article], words: list[str]) -> Iterator[Place]:
    for article in there:
        publisher = records.publisher_name(state, article)
        if _fits(words, article.title, publisher, article.author, article.file, article.url):
            yield Place(Where.heading, article.id, article.title, publisher)


def _in_claims(state: Records, ids: Iterable[str], words: list[str]) -> Iterator[Place]:
    """Each claim, or instead the pieces of its evidence in which alone the words stand."""
    for claim in filter(None, (state.get(Claim, id) for id in ids)):
        number = str(claim.number)
        first = next(iter(records.appearances(state, claim.id)), None)
        shown = claim.wording or (first.anchor.exact if first else "")
        found = [texts for item in records.evidence(state, claim.id) if _fits(words, *(texts := _texts_of(item)))]
        if not found or _fits(words, shown):
            yield Place(Where.claim, claim.id, shown, number)
        for texts in found:
            yield Place(Where.evidence, claim.id, next(filter(None, texts)), number)


def _texts_of(item: Evidence) -> tuple[str, ...]:
    told: tuple[str, ...]
    match item.target:
        case Link() as link:
            told = (link.title, link.quote, link.publisher, link.author, link.url)
        case PassageTarget(anchor=anchor):
            told = (anchor.exact,)
        case StoredFile(name=name):
            told = (name,)
        case Note(text=text):
            told = (text,)
    return (*told, item.comment)


def _in_texts(state: Records, there: list[Article], typed: str, progress: Progress) -> Iterator[Place]:
    for done, article in enumerate(there):
        progress("search", done, len(there))
        try:
            text = state.text(article.version_id)
        except NotFoundError:  # a copy of the project that was made without texts
            continue
        for span in _spans(text, typed, progress):
            yield Place(Where.text, article.id, _around(text, span), article.title, span)


def _spans(text: str, typed: str, progress: Progress) -> list[Span]:
    found = hits.Hits(text, hits.Query(typed))
    while len(found) < _OF_ONE_TEXT and not found.look(_BREATH, first=True):
        progress("search", 0, 0)
    return [found[n] for n in range(min(_OF_ONE_TEXT, len(found)))]


def _around(text: str, span: Span) -> str:
    """The words with some that stand about them, in one line."""
    line = text.rfind("\n", 0, span.start) + 1
    start = max(line, span.start - _BEFORE)
    if start > line:  # not in the middle of a word
        start = min(span.start, text.find(" ", start - 1, span.start) + 1 or start)
    return ("…" if start > line else "") + " ".join(text[start : span.end + _BEHIND].split())
