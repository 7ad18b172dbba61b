"""Finding what a person names: an article, a claim, a finding, the place of a quote."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from factcheck import anchors, records
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import Appearance, Article, Claim, Evidence, Finding, MediaAppearance
from factcheck.records import Records
from factcheck.text import Span

T = TypeVar("T")


def article_named(state: Records, name: str) -> Article:
    """An article in use by its id, the beginning of its id, its file's name or its address."""
    there = records.articles(state)
    return _one(
        name,
        "article",
        [a for a in there if name in (a.id, a.file, a.url)] or [a for a in there if a.id.startswith(name)],
    )


def claim_named(state: Records, name: str) -> Claim:
    """A claim in use by its number, its id, or the beginning of its id."""
    there = records.claims(state)
    exact = [c for c in there if c.id == name or str(c.number) == name.lstrip("#")]
    return _one(name, "claim", exact or [c for c in there if c.id.startswith(name)])


#: What can be withheld, and how its kind is called.
Withholdable = Article | Claim | Appearance | MediaAppearance | Evidence


def withholdable_named(state: Records, name: str) -> Withholdable:
    """What a person names for being withheld: an article or claim as elsewhere, or any record by its whole id."""
    by_letter: dict[str, type[Withholdable]] = {"e": Evidence, "m": Appearance, "x": MediaAppearance}
    kind = by_letter.get(name[:1])
    if kind and (found := state.get(kind, name)):
        return found
    try:
        return claim_named(state, name)
    except NotFoundError:
        return article_named(state, name)


def withdrawable_named(state: Records, name: str, withdrawn: bool = False) -> Article | Claim | Evidence:
    """An article or claim as elsewhere, evidence by its id; of what is `withdrawn` the id, or a claim's number."""
    if found := state.get(Evidence, name) or state.get(Claim, name) or state.get(Article, name):
        return found
    if withdrawn:
        return _one(name, "claim", [c for c in state.each(Claim) if c.withdrawn and str(c.number) == name.lstrip("#")])
    try:
        return claim_named(state, name)
    except NotFoundError:
        return article_named(state, name)


def part_named(places: Sequence[Appearance | MediaAppearance], items: Sequence[Evidence], name: str) -> str:
    """Id of a part of a claim: "a2" is its second appearance, "e1" its first piece of evidence; or the id itself."""
    kind, number = name[:1].lower(), name[1:]
    there: Sequence[Appearance | MediaAppearance | Evidence] = {"a": places, "e": items}.get(kind, ())
    if number.isdecimal() and 0 < int(number) <= len(there):
        return there[int(number) - 1].id
    return _one(name, "part", [part.id for part in (*places, *items) if part.id == name])


def finding_named(found: Iterable[Finding], name: str) -> Finding:
    """A finding by its id or the beginning of its id."""
    there = list(found)
    return _one(name, "finding", [f for f in there if f.id == name] or [f for f in there if f.id.startswith(name)])


def _one(name: str, what: str, found: Sequence[T]) -> T:
    if not name or not found:
        raise NotFoundError(sentence("error.record.missing", what=sentence(f"noun.{what}", n=1), id=name))
    if len(found) > 1:
        raise NotFoundError(
            sentence("error.record.many", name=name, n=len(found), what=sentence(f"noun.{what}", n=len(found)))
        )
    return found[0]


def quoted(state: Records, article: Article, quote: str) -> Span:
    """Where these words stand in an article, which they must do exactly once; runs of white space count as one."""
    text = state.text(article.version_id)
    found = anchors.occurrences(text, quote)
    if not found:
        raise NotFoundError(sentence("error.quote.missing", title=article.title, quote=quote.strip()[:60]))
    if len(found) > 1:
        raise NotFoundError(sentence("error.quote.many", n=len(found), title=article.title))
    return found[0]
