"""The whole project as JSON: every record, every text, every original; and the way back to an equal project.

Written record by record, so that its size does not matter. History is not in it: a project that is made of it begins
its own. The form is `resources/schemas/project.json`.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any, BinaryIO

from factcheck import anchors, codec, landmarks
from factcheck.errors import ExchangeError, NotFoundError
from factcheck.exchange.choosing import Keeps, everything
from factcheck.i18n import sentence
from factcheck.model import (
    RECORD_TYPES,
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Contradiction,
    Evidence,
    MediaAppearance,
    PassageTarget,
    Project,
    Publisher,
    Record,
    Ruling,
    Scale,
    StoredFile,
    Verdict,
)
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.text import canonical, sound, text_hash

FORMAT, VERSION = "factcheck project", 1
#: Under which name the records of each type stand, in an order in which each only refers to earlier ones.
_NAMES = """
scales project publishers articles article_versions claims appearances media_appearances evidence verdicts rulings
contradictions issued_reports
""".split()
PARTS = dict(zip(RECORD_TYPES, _NAMES, strict=True))
#: How many records are written between two calls of progress.
_STRIDE = 500

#: Original bytes by their SHA-256; `NotFoundError` if this copy of the project lacks them.
Originals = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Whole:
    """A project out of JSON: its records, in an order in which each only refers to earlier ones, and its contents."""

    records: tuple[Record, ...]
    texts: dict[str, str]
    originals: dict[str, bytes]

    @property
    def project(self) -> Project:
        """The record of the project itself."""
        return next(record for record in self.records if isinstance(record, Project))


# --- out --------------------------------------------------------------------------------------------------------------


def write(
    state: Records,
    originals: Originals | None,
    out: BinaryIO,
    progress: Progress = silent,
    keeps: Keeps = everything,
) -> dict[str, int]:
    """The records that `keeps` holds, their texts, and their original bytes unless `originals` is None.

    Returns how many there are of each.
    """
    counts = {}
    out.write(json.dumps({"format": FORMAT, "version": VERSION})[:-1].encode())
    for kind, name in PARTS.items():
        rows = (codec.to_data(record) for record in state.each(kind) if keeps(record))
        counts[name] = _part(out, name, "[]", (_line(row) for row in _told(rows, "records", progress)))
    texts = _told(_texts(state, keeps), "texts", progress)
    counts["texts"] = _part(out, "texts", "{}", (f"{_line(name)}: {_line(text)}" for name, text in texts))
    if originals is not None:
        bodies = _told(_bytes(state, originals, keeps), "originals", progress)
        counts["originals"] = _part(
            out, "originals", "{}", (f'"{name}": "{b64encode(data).decode()}"' for name, data in bodies)
        )
    out.write(b"\n}\n")
    return counts


#: `json.dumps` with these settings would make a new encoder each time.
_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def _part(out: BinaryIO, name: str, brackets: str, lines: Iterable[str]) -> int:
    """A list or an object of lines; returns how many."""
    out.write(f',\n"{name}": {brackets[0]}'.encode())
    done = 0
    for done, line in enumerate(lines, 1):
        out.write(f"{',' if done > 1 else ''}\n{line}".encode())
    out.write(brackets[1].encode())
    return done


def _told(found: Iterable[Any], what: str, progress: Progress) -> Iterator[Any]:
    for done, one in enumerate(found):
        if done % _STRIDE == 0:
            progress(what, done, 0)
        yield one


def _texts(state: Records, keeps: Keeps) -> Iterator[tuple[str, str]]:
    """Each text and each list of landmarks that is there, once, by its hash."""
    seen: set[str] = set()
    for version in state.each(ArticleVersion):
        if not keeps(version):
            continue
        for name, text in _contents(state, version):
            if name not in seen:
                seen.add(name)
                yield name, text


def _contents(state: Records, version: ArticleVersion) -> Iterator[tuple[str, str]]:
    try:
        yield version.text_sha256, state.text(version.id)
    except NotFoundError:
        return  # this copy of the project lacks it
    marks = landmarks.to_text(state.landmarks(version.id))
    if marks and text_hash(marks) == version.landmarks_sha256:
        yield version.landmarks_sha256, marks


def _bytes(state: Records, originals: Originals, keeps: Keeps) -> Iterator[tuple[str, bytes]]:
    for name in sorted(_with_bytes(state, keeps)):
        try:
            yield name, originals(name)
        except NotFoundError:
            continue


def _with_bytes(state: Records, keeps: Keeps) -> set[str]:
    """The hashes of all bytes that these records name."""
    found = {version.original_sha256 for version in state.each(ArticleVersion) if keeps(version)}
    places = (place.source for place in state.each(MediaAppearance) if keeps(place))
    targets = (item.target for item in state.each(Evidence) if keeps(item))
    found.update(held.sha256 for held in chain(places, targets) if isinstance(held, StoredFile))
    return found


# --- in ---------------------------------------------------------------------------------------------------------------


def read(data: bytes) -> Whole:
    """The project of a JSON file, proved as far as one without history can be. `ExchangeError` says what is wrong."""
    found = _parsed(data)
    whole = Whole(tuple(_records(found)), _of(found, "texts"), _decoded(_of(found, "originals")))
    for prove in (_unique, _references, _hashes, _passages):
        prove(whole)
    return whole


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(sentence("error.exchange.no_json")) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ExchangeError(sentence("error.exchange.no_project"))
    if found.get("version") != VERSION:
        raise ExchangeError(sentence("error.exchange.newer"))
    return found


def _records(found: dict[str, Any]) -> Iterator[Record]:
    for kind, name in PARTS.items():
        rows = found.get(name)
        if not isinstance(rows, list):
            raise ExchangeError(sentence("error.exchange.no_list", name=name))
        for number, row in enumerate(rows, 1):
            try:
                yield codec.from_data(kind, row)
            except codec.UnreadableError as error:
                raise ExchangeError(sentence("error.exchange.no_such", number=number, name=name)) from error


def _of(found: dict[str, Any], name: str) -> dict[str, str]:
    there = found.get(name, {})
    if not isinstance(there, dict) or not all(isinstance(value, str) for value in there.values()):
        raise ExchangeError(sentence("error.exchange.no_texts", name=name))
    return there


def _decoded(bodies: dict[str, str]) -> dict[str, bytes]:
    try:
        return {name: b64decode(body, validate=True) for name, body in bodies.items()}
    except ValueError as error:
        raise ExchangeError(sentence("error.exchange.no_base64")) from error


def _unique(whole: Whole) -> None:
    seen: set[tuple[str, str]] = set()
    for record in whole.records:
        key = (PARTS[type(record)], record.id)
        if key in seen:
            raise ExchangeError(sentence("error.exchange.twice", id=key[1], name=key[0]))
        seen.add(key)
    if [record.id for record in whole.records if isinstance(record, Project)] != ["project"]:
        raise ExchangeError(sentence("error.exchange.nameless"))


#: What records of a type refer to by id, and among what it stands.
_REFERENCES: dict[type[Record], dict[str, type[Record]]] = {
    Project: {"scale_id": Scale},
    Article: {"version_id": ArticleVersion, "publisher_id": Publisher, "copy_of": Article},
    ArticleVersion: {"article_id": Article},
    Appearance: {"claim_id": Claim, "article_id": Article},
    MediaAppearance: {"claim_id": Claim},
    Evidence: {"claim_id": Claim},
    Verdict: {"claim_id": Claim, "scale_id": Scale, "replaced_by": Verdict},
}


def _references(whole: Whole) -> None:
    there = {(type(record), record.id) for record in whole.records}
    for record in whole.records:
        for name, kind in _REFERENCES.get(type(record), {}).items():
            id = getattr(record, name)
            if id is not None and (kind, id) not in there:
                raise ExchangeError(sentence("error.exchange.no_record", record=record.id, id=id))


def _hashes(whole: Whole) -> None:
    if any(sound(text) != text for text in whole.texts.values()):
        raise ExchangeError(sentence("error.exchange.half_character"))
    bodies = [(name, text.encode()) for name, text in whole.texts.items()]
    for name, body in [*bodies, *whole.originals.items()]:
        if sha256(body).hexdigest() != name:
            raise ExchangeError(sentence("error.exchange.changed", name=name[:12]))


def _passages(whole: Whole) -> None:
    """Every passage of a text that is here stands where it says."""
    versions = [record for record in whole.records if isinstance(record, ArticleVersion)]
    texts = {version.id: whole.texts[version.text_sha256] for version in versions if version.text_sha256 in whole.texts}
    if any(canonical(text) != text for text in texts.values()):
        raise ExchangeError(sentence("error.exchange.line_ends"))
    for passage in (passage for record in whole.records for passage in _anchors(record)):
        if passage.version_id in texts and not anchors.holds(passage, texts[passage.version_id]):
            raise ExchangeError(sentence("error.exchange.moved", quote=passage.exact[:40]))


def _anchors(record: Record) -> Iterator[Anchor]:
    match record:
        case Appearance(anchor=anchor) | Evidence(target=PassageTarget(anchor=anchor)):
            yield anchor
        case Ruling(positions=positions) | Contradiction(positions=positions):
            yield from (anchor for side in positions for anchor in side.anchors)
        case _:
            return
