"""Stand-ins for what tests do not need the real one of."""

from collections.abc import Iterator
from typing import TypeVar

from factcheck.errors import NotFoundError
from factcheck.model import Anchor, Appearance, Article, Claim, Evidence, Landmark, PassageTarget, Record, Verdict
from factcheck.records import Wanted

R = TypeVar("R", bound=Record)
P = TypeVar("P", Appearance, Evidence)

_ORDER = {Article: "order", Claim: "number", Appearance: "order", Evidence: "order", Verdict: "given"}


class FakeRecords:
    """`factcheck.records.Records` over a dictionary, for questions; `add` puts records and texts in."""

    def __init__(self, *records: Record) -> None:
        self._records: dict[type, dict[str, Record]] = {}
        self._texts: dict[str, str] = {}
        self._landmarks: dict[str, tuple[Landmark, ...]] = {}
        self.add(*records)

    def add(self, *records: Record) -> None:
        """Put records in, in place of those of the same type and id."""
        for record in records:
            self._records.setdefault(type(record), {})[record.id] = record

    def add_text(self, version_id: str, text: str, *landmarks: Landmark) -> None:
        """Give an article version its text."""
        self._texts[version_id] = text
        self._landmarks[version_id] = landmarks

    def get(self, kind: type[R], id: str) -> R | None:
        found = self._records.get(kind, {}).get(id)
        assert found is None or isinstance(found, kind)
        return found

    def where(self, kind: type[R], **equal: Wanted) -> list[R]:
        return [r for r in self.each(kind) if all(_is(getattr(r, name), value) for name, value in equal.items())]

    def each(self, kind: type[R]) -> Iterator[R]:
        found = [r for r in self._records.get(kind, {}).values() if isinstance(r, kind)]
        field = _ORDER.get(kind)
        yield from sorted(found, key=lambda r: getattr(r, field)) if field else found

    def last(self, kind: type[R]) -> R | None:
        return next(iter([*self.each(kind)][-1:]), None)

    def count(self, kind: type[Record]) -> int:
        return len(self._records.get(kind, {}))

    def to_review(self, kind: type[P]) -> list[P]:
        return [r for r in self.each(kind) if r.review is not None]

    def passages_in(self, article_id: str) -> list[Evidence]:
        return [
            item
            for item in self.each(Evidence)
            if isinstance(item.target, PassageTarget) and item.target.article_id == article_id
        ]

    def text(self, version_id: str) -> str:
        if version_id not in self._texts:
            raise NotFoundError(f"This copy of the project has no text of version {version_id}.")
        return self._texts[version_id]

    def landmarks(self, version_id: str) -> tuple[Landmark, ...]:
        return self._landmarks.get(version_id, ())


def _is(found: object, wanted: Wanted) -> bool:
    return found == wanted if isinstance(wanted, str | bool) else found in wanted


def anchor_at(version_id: str, text: str, quote: str) -> Anchor:
    """The anchor of the first place where a text has a quote."""
    start = text.index(quote)
    end = start + len(quote)
    return Anchor(version_id, start, end, quote, text[max(0, start - 32) : start], text[end : end + 32])
