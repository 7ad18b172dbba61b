"""Small projects, and any record at all, for the tests of the store."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from factcheck import codec, edits
from factcheck.edits import NewArticle
from factcheck.model import RECORD_TYPES, Article, ArticleVersion, Claim, Rating, Record, Scale, Who
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.text import Span

WHO = Who("Ada", "ada-1")
SCALE = Scale(
    "five",
    "Five steps",
    (Rating("false", "False", number=1.0), Rating("half", "Half true", number=3.0), Rating("true", "True", number=5.0)),
)
OTHER_SCALE = Scale(
    "yesno", "Yes or no", (Rating("yes", "Yes"), Rating("no", "No"), Rating("old", "Old", retired=True))
)

#: Sentences of which each is a passage: the n-th stands at `sentence(n)`.
SENTENCE = "The flood took 024 houses away. "
TEXT = "".join(f"The flood took {n:03} houses away. " for n in range(60))


def sentence(n: int) -> Span:
    """Where the n-th sentence of `TEXT` stands."""
    return Span(n * len(SENTENCE), (n + 1) * len(SENTENCE) - 1)


def new_session(path: Path) -> Session:
    """A project with two scales and nothing else."""
    return Session.create(path, edits.create_project("Floods", [SCALE, OTHER_SCALE], SCALE.id), WHO)


def contents(new: NewArticle) -> Contents:
    """What the store keeps of an input."""
    return Contents(*new.contents())


def add_article(session: Session, title: str = "Daily", publisher: str = "The Daily", text: str = TEXT) -> Article:
    """An article by the session."""
    new = NewArticle(text, text.encode(), title, publisher)
    edit, article = edits.add_article(session.records, new)
    session.do(edit, contents(new))
    return article


def add_claim(session: Session, article: Article, n: int) -> Claim:
    """A claim of the n-th sentence."""
    edit, claim = edits.add_claim(session.records, article.id, sentence(n))
    session.do(edit)
    return claim


def dump(records: Records) -> dict[str, list[Record]]:
    """All records by type, in their order: what undo gives back."""
    return {kind.__name__: list(records.each(kind)) for kind in RECORD_TYPES}


def names_in(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {path.name for path in folder.iterdir()}


# --- any record -------------------------------------------------------------------------------------------------------

#: What a file can hold: all of Unicode but surrogates.
_words = st.text(max_size=12)
_numbers = st.integers(codec.SMALLEST, codec.LARGEST)


def _of_union(kind: Any) -> st.SearchStrategy[Any]:
    return st.one_of(*(st.none() if part is NoneType else any_of(part) for part in get_args(kind)))


def _of_class(kind: type[Any]) -> st.SearchStrategy[Any]:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        made: Callable[..., Any] = kind
        return st.builds(made, **{field.name: any_of(hints[field.name]) for field in fields(kind)})
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    known: dict[type, st.SearchStrategy[Any]] = {
        str: _words,
        int: _numbers,
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }
    return known[kind]


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type as the records use them."""
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            return st.lists(any_of(parts[0]), max_size=2).map(tuple)
        return st.tuples(*(any_of(part) for part in parts))
    return _of_union(kind) if isinstance(kind, UnionType) else _of_class(kind)


def any_record() -> st.SearchStrategy[Record]:
    """A record of any type."""
    return st.one_of(*(any_of(kind) for kind in RECORD_TYPES))


def leaves(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every container and key within plain data under which a plain value stands."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from leaves(value)
        else:
            yield data, key


def read_all(session: Session) -> None:
    """Whatever the window would read sooner or later."""
    for kind in RECORD_TYPES:
        list(session.records.each(kind))
    for version in session.records.each(ArticleVersion):
        session.records.text(version.id)
        session.records.landmarks(version.id)
        session.reader.original(version.original_sha256)
    session.history()
    session.reader.findings("any")
