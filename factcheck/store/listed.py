"""Keeps a row for each claim in use, with what it is sorted, filtered and searched by; in the transaction of each edit.

What a verdict says is not searched, since a second reader must not learn it. Derived: what a person sees of a claim is
read from its records, never from here.
"""

import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck import dates, records
from factcheck.codec import to_json
from factcheck.model import (
    Appearance,
    Article,
    Change,
    Claim,
    Entry,
    Evidence,
    MediaAppearance,
    Publisher,
    Scale,
    Status,
    Verdict,
)
from factcheck.store.border import rows
from factcheck.store.reader import Reader
from factcheck.store.rows import from_row, table

#: Characters of a text that it is sorted by.
_SORTED = 40
#: What says of all that is derived how far it is kept.
STATES = "derived_state"
#: In it: the entry of history up to which claims are listed in the form made here, and how many there are.
STATE, TOTAL = "claims", "claims_total"
#: Where the order of a claim without a verdict stands: after all ratings.
UNRATED = 1 << 62
#: Scripts that put no space between words: each character is a word, and a word of several is a phrase.
_DENSE = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
STATUSES = {str(status): place for place, status in enumerate(Status)}

#: What a row is made of. Each claim is looked up by its indexes, so one costs the same among a million.
_GATHERED = """
SELECT claims.id, claims.number, claims.status, coalesce(given.scale_id, ''), coalesce(given.rating, ''),
    claims.wording, claims.claimant, claims.topic, claims.assignee, claims.priority, claims.deadline, claims.date,
    (SELECT made.article_id FROM appearances AS made WHERE made.claim_id = claims.id ORDER BY "order", made.id LIMIT 1),
    (SELECT count(*) FROM evidence AS item WHERE item.claim_id = claims.id AND NOT item.withdrawn),
    (SELECT group_concat(made.anchor ->> 'exact', char(10)) FROM appearances AS made WHERE made.claim_id = claims.id),
    (SELECT group_concat(made.transcript, char(10)) FROM media_appearances AS made WHERE made.claim_id = claims.id),
    (SELECT group_concat(
        item.comment || coalesce(char(10) || (item.target ->> '$.anchor.exact'), '')
            || coalesce(char(10) || (item.target ->> 'title'), '') || coalesce(char(10) || (item.target ->> 'name'), '')
            || coalesce(char(10) || (item.target ->> 'publisher'), '')
            || coalesce(char(10) || (item.target ->> 'quote'), '')
            || coalesce(char(10) || (item.target ->> 'text'), ''),
        char(10)
    ) FROM evidence AS item WHERE item.claim_id = claims.id AND NOT item.withdrawn),
    claims.role, claims.place, claims.limits, claims.asked, claims.reply
FROM claims
LEFT JOIN verdicts AS given
    ON given.claim_id = claims.id AND given.reader = 'first' AND given.replaced_by IS NULL
WHERE NOT claims.withdrawn
"""
_TITLED = "SELECT name, title FROM articles LEFT JOIN publishers ON publishers.id = publisher_id WHERE articles.id = ?"
_SOME = "AND claims.id IN (SELECT value FROM json_each(?))"
#: The columns of `derived_claims` after `place`.
_COLUMNS = (
    "id number status verdict truth wording claimant topic assignee priority deadline sources first date words".split()
)
_LISTED = ", ".join(_COLUMNS)
_INSERT = f"INSERT INTO derived_claims (place, {_LISTED}) VALUES ({', '.join('?' * 16)})"  # noqa: S608 - our names
_ADD_WORDS = "INSERT INTO derived_claim_words (rowid, words) VALUES (?, ?)"
_DROP_WORDS = "INSERT INTO derived_claim_words (derived_claim_words, rowid, words) VALUES ('delete', ?, ?)"
_NOTED = "INSERT OR REPLACE INTO derived_state VALUES (?, ?)"


def key(text: str) -> str:
    """What a short text is sorted and filtered by."""
    return " ".join(text.split()).casefold()[:_SORTED]


def spaced(text: str) -> str:
    """A text as it is searched: scripts without spaces get them."""
    text = text.replace("\0", " ")
    return text if text.isascii() else _DENSE.sub(r" \1 ", text)


def note(connection: sqlite3.Connection, path: Path, entry: Entry) -> None:
    """Renews the rows of what an entry changed; in the transaction that writes it."""
    more = _renew(connection, path, sorted(_touched(connection, entry.edit.changes)))
    if more:
        _note(connection, TOTAL, total(connection) + more)
    _note(connection, STATE, entry.sequence)


def _note(connection: sqlite3.Connection, name: str, number: int) -> None:
    connection.execute(_NOTED, (name, str(number)))


def kept_until(connection: sqlite3.Connection, what: str = STATE) -> int | None:
    """The entry of history up to which claims are listed, or something else is kept; None if it is not."""
    known = connection.execute("SELECT value FROM derived_state WHERE key = ?", (what,)).fetchone()
    return int(known[0]) if known and str(known[0]).isdecimal() else None


def total(connection: sqlite3.Connection) -> int:
    """How many claims are listed."""
    found = connection.execute("SELECT value FROM derived_state WHERE key = ?", (TOTAL,)).fetchone()
    return int(found[0]) if found else 0


def rebuild(connection: sqlite3.Connection, path: Path, sequence: int) -> None:
    """All rows anew, as of this entry of history."""
    connection.execute("INSERT INTO derived_claim_words (derived_claim_words) VALUES ('delete-all')")
    connection.execute("DELETE FROM derived_claims")
    place = 0
    for place, row in enumerate(_made(connection, path, None), 1):
        connection.execute(_INSERT, (place, *row))
    connection.execute("INSERT INTO derived_claim_words (derived_claim_words) VALUES ('rebuild')")
    _note(connection, TOTAL, place)
    _note(connection, STATE, sequence)


def _renew(connection: sqlite3.Connection, path: Path, ids: Sequence[str]) -> int:
    """Makes the rows of some claims anew; how many rows there are more than before."""
    if not ids:
        return 0
    sql = f"SELECT place, {_LISTED} FROM derived_claims WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
    there = {row[1]: row for row in connection.execute(sql, (to_json(list(ids)),)).fetchall()}
    more = -len(there)
    for made in list(_made(connection, path, ids)):
        more += 1
        if old := there.pop(made[0], None):
            _change(connection, old[0], old[1:], made)
        else:
            place = connection.execute(_INSERT, (None, *made)).lastrowid
            connection.execute(_ADD_WORDS, (place, made[-1]))
    for place, *gone in there.values():
        connection.execute(_DROP_WORDS, (place, gone[-1]))
        connection.execute("DELETE FROM derived_claims WHERE place = ?", (place,))
    return more


def _change(connection: sqlite3.Connection, place: int, old: tuple[Any, ...], new: tuple[Any, ...]) -> None:
    """Only what is another: an index of a column that stays is not written, and neither are words that stay."""
    changed = {column: value for column, was, value in zip(_COLUMNS, old, new, strict=True) if was != value}
    if not changed:
        return
    given = ", ".join(f"{column} = ?" for column in changed)
    connection.execute(f"UPDATE derived_claims SET {given} WHERE place = ?", (*changed.values(), place))  # noqa: S608
    if "words" in changed:
        connection.execute(_DROP_WORDS, (place, old[-1]))
        connection.execute(_ADD_WORDS, (place, new[-1]))


def _made(connection: sqlite3.Connection, path: Path, ids: Sequence[str] | None) -> Iterator[tuple[Any, ...]]:
    """The rows of these claims, or of all."""
    make = _Maker(Reader(connection, path))
    sql = _GATHERED + (_SOME if ids is not None else "") + " ORDER BY claims.number, claims.id"
    values = (to_json(list(ids)),) if ids is not None else ()
    return (make.row(found) for found in rows(connection, sql, values))


class _Maker:
    """Makes rows; what many claims share is read once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._articles: dict[str, str] = {}
        self._truths: dict[str, Mapping[str, int]] = {}

    def row(self, found: tuple[Any, ...]) -> tuple[Any, ...]:
        id, number, status, scale_id, rating, wording, claimant, topic, assignee, priority, deadline, date = found[:12]
        first, evidence, *said = found[12:]
        truth = self._truth(scale_id, rating) if rating else UNRATED
        sources = records.independent_publishers(self._reader, id) if evidence else 0
        article = self._article(first) if first else ""
        words = [str(number), wording, claimant, topic, assignee, deadline, date, article, *filter(None, said)]
        return (
            id,
            number,
            STATUSES[status],
            rating,
            truth,
            key(wording),
            key(claimant),
            key(topic),
            key(assignee),
            priority,
            dates.order_of(deadline)[:_SORTED],
            sources * 10_000 + min(evidence, 9_999),
            key(article),
            dates.order_of(date)[:_SORTED],
            spaced("\n".join(words)),
        )

    def _truth(self, scale_id: str, rating: str) -> int:
        if scale_id not in self._truths:
            sql = f"SELECT {table(Scale).listed} FROM scales WHERE id = ?"  # noqa: S608 - our names
            found = self._reader.connection.execute(sql, (scale_id,)).fetchone()
            self._truths[scale_id] = _truths_of(found) if found else {}
        return self._truths[scale_id].get(rating, UNRATED)

    def _article(self, id: str) -> str:
        if id not in self._articles:
            found = self._reader.connection.execute(_TITLED, (id,)).fetchone()
            self._articles[id] = " · ".join(filter(None, found or ()))
        return self._articles[id]


@lru_cache(maxsize=64)
def _truths_of(row: tuple[Any, ...]) -> Mapping[str, int]:
    """The same of a scale as it stands in its table: hardly any edit changes one, and each would read it anew."""
    return truths(from_row(Scale, row))


def truths(scale: Scale) -> dict[str, int]:
    """What stands for each rating, sorted by its place: the truest first, then what stands beside the line.

    Ratings of several scales that have the same place are told apart by their keys, and so by an index on this alone.
    """
    line = sorted(scale.ratings, key=lambda r: (r.number is None, -(r.number or 0.0), r.label))
    return {rating.key: place << 32 | zlib.crc32(rating.key.encode()) for place, rating in enumerate(line)}


def _touched(connection: sqlite3.Connection, changes: Iterable[Change]) -> set[str]:
    """The claims whose rows changes concern."""
    ids: set[str] = set()
    for change in changes:
        record = change.after or change.before
        match record:
            case Claim(id=id):
                ids.add(id)
            case Appearance() | MediaAppearance() | Evidence() | Verdict():
                ids.add(record.claim_id)
            case Article() if change.before and change.after:
                ids |= _of_article(connection, record.id)
            case Publisher(id=id) if change.before and change.after:
                for (article_id,) in rows(connection, "SELECT id FROM articles WHERE publisher_id = ?", (id,)):
                    ids |= _of_article(connection, article_id)
            case Scale(id=id) if change.before:
                ids |= _ids(connection, "SELECT claim_id FROM verdicts WHERE scale_id = ?", id)
    return ids


def _of_article(connection: sqlite3.Connection, article_id: str) -> set[str]:
    """The claims made in an article, or resting on it or on a copy of it."""
    made = _ids(connection, "SELECT claim_id FROM appearances WHERE article_id = ?", article_id)
    texts = {article_id} | _ids(connection, "SELECT id FROM articles WHERE copy_of = ?", article_id)
    for text in texts:
        made |= _ids(connection, "SELECT claim_id FROM evidence WHERE instr(target, ?)", text)
    return made


def _ids(connection: sqlite3.Connection, sql: str, value: str) -> set[str]:
    return {id for (id,) in rows(connection, sql, (value,))}
