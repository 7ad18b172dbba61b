"""Projects, articles, files as evidence: whole steps of the day."""

import mimetypes
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from factcheck import edits, scales
from factcheck.errors import FactCheckError
from factcheck.exchange import whole
from factcheck.i18n import sentence, why
from factcheck.importing import Draft
from factcheck.model import (
    Article,
    Evidence,
    Grade,
    Stance,
    StoredFile,
    Who,
)
from factcheck.paths import user_data
from factcheck.session import Session
from factcheck.store.checks import Checks
from factcheck.store.project import Contents

T = TypeVar("T")


# --- the project ------------------------------------------------------------------------------------------------------


def new_project(path: Path, who: Who, title: str = "", scale_id: str = "") -> Session:
    """A new project with the scales that ship."""
    chosen = scale_id or scales.default()
    return Session.create(path, edits.create_project(title or path.stem, scales.for_project(chosen), chosen), who)


def project_from(path: Path, who: Who, source: Path) -> Session:
    """A new project with the records and contents of one that was exported as JSON; its history begins here."""
    exported = whole.read(_read(source, LARGEST_PROJECT))
    first = edits.import_project(exported.project.title, exported.records)
    return Session.create(path, first, who, Contents(exported.texts, exported.originals))


# --- articles ---------------------------------------------------------------------------------------------------------


def add(session: Session, draft: Draft, **known: Any) -> Article:
    """A draft as an article of the project; what is `known` (title, publisher …) goes before what was read."""
    new = new_article(draft, **known)
    edit, article = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    return article


def new_article(draft: Draft, **known: Any) -> edits.NewArticle:
    """A draft as the verbs take it; what is `known` goes before what was read."""
    read = {name: getattr(draft, name) for name in _DRAFT_FIELDS}
    return edits.NewArticle(**{**read, **{name: value for name, value in known.items() if value}})


_DRAFT_FIELDS = {field.name for field in fields(edits.NewArticle)} & {field.name for field in fields(Draft)}


def attach_file(
    session: Session, claim_id: str, path: Path, stance: Stance, grade: Grade, comment: str = ""
) -> Evidence:
    """A file as evidence; the project keeps its bytes."""
    target, data = stored_file(path)
    edit, made = edits.add_evidence(session.records, claim_id, target, stance, grade, comment)
    session.do(edit, Contents(originals={target.sha256: data}))
    return made


def stored_file(path: Path) -> tuple[StoredFile, bytes]:
    """A file as the project keeps it, and its bytes."""
    data = _read(path, LARGEST_FILE)
    name = sha256(data).hexdigest()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return StoredFile(path.name, kind, name, len(data)), data


def _read(path: Path, most: int) -> bytes:
    """The bytes of a file of the person's; `FactCheckError` if it has none, or more than so many."""
    try:
        if path.stat().st_size > most:
            raise FactCheckError(sentence("error.file.too_large", file=path.name, limit=most // 1000000))
        data = path.read_bytes()
    except OSError as error:
        raise FactCheckError(sentence("error.file.unread", file=path.name, why=why(error))) from error
    if not data:
        raise FactCheckError(sentence("error.file.empty", file=path.name))
    return data


#: Bytes of a file that is kept as evidence, and of a project as JSON.
LARGEST_FILE, LARGEST_PROJECT = 200_000_000, 2_000_000_000


def save_original(session: Session, name: str, target: Path) -> None:
    """Kept bytes by their hash, as a file again, all of it or nothing."""
    from factcheck.reporting import replace_file  # late: the window can be shown without it

    data = session.reader.original(name)
    replace_file(target, lambda file: file.write(data))


# --- earlier checks ---------------------------------------------------------------------------------------------------


def earlier_checks() -> Checks:
    """The collection of earlier checks of the person at this machine."""
    return Checks(user_data() / "checks.sqlite")
