"""The tables of a project file, as migrations; the first schema is one of them.

Records: a table per type, one row per record, values that are themselves structured as JSON. `texts` and `originals`
hold article texts and original bytes once each, by SHA-256, and are not history. `history` is append-only. Tables whose
names begin with `derived_` can be emptied at any time.

No CHECK calls `json_valid`: SQLite refuses it in a schema that is not trusted. `codec` is strict instead.
"""

import sqlite3
from collections.abc import Callable

from factcheck.store import plain
from factcheck.store.transaction import atomic

#: "FCHK", in the file's header, tells a project from any other SQLite file.
APPLICATION_ID = 0x4643484B

Migration = Callable[[sqlite3.Connection], None]
MIGRATIONS: list[Migration] = []


def migration(step: Migration) -> Migration:
    """Declares the next migration; its place in the list is the schema version that it makes."""
    MIGRATIONS.append(step)
    return step


def version() -> int:
    """The schema version of this program."""
    return len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, since: int, to: int | None = None) -> None:
    """Brings a file of schema version `since` up to now, or to an older version, each step all or nothing."""
    for number, step in enumerate(MIGRATIONS[since:to], start=since + 1):
        with atomic(connection):
            _take(connection, step, number)


def in_memory(to: int | None = None) -> sqlite3.Connection:
    """An empty project that is no file, of this version or an older one; nobody sees it half made."""
    connection = sqlite3.connect(":memory:")
    for number, step in enumerate(MIGRATIONS[:to], start=1):
        _take(connection, step, number)
    return connection


def _take(connection: sqlite3.Connection, step: Migration, number: int) -> None:
    step(connection)
    connection.execute(f"PRAGMA user_version = {number}")


@migration
def records_history_and_contents(connection: sqlite3.Connection) -> None:
    """The first schema."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _run(connection, _FIRST)


@migration
def origins_reviews_and_recordings(connection: sqlite3.Connection) -> None:
    """Where texts came from and stand in their originals, passages that a person must look at again, recordings.

    Every new column has a default that says "as before", so that history written earlier still leads to its rows.
    """
    _run(connection, _SECOND)


@migration
def plain_views_and_what_follows(connection: sqlite3.Connection) -> None:
    """What version 3 adds; the views last, over all columns."""
    _run(connection, _THIRD)
    for view in plain.VIEWS:
        connection.execute(view)


def _run(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            connection.execute(statement)


_FIRST = """
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scales (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, ratings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE project (
    id TEXT PRIMARY KEY CHECK (id = 'project'), title TEXT NOT NULL, created INTEGER NOT NULL,
    scale_id TEXT NOT NULL REFERENCES scales (id) DEFERRABLE INITIALLY DEFERRED,
    method TEXT NOT NULL, interests TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE publishers (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, title TEXT NOT NULL,
    version_id TEXT NOT NULL REFERENCES article_versions (id) DEFERRABLE INITIALLY DEFERRED,
    publisher_id TEXT REFERENCES publishers (id) DEFERRABLE INITIALLY DEFERRED,
    author TEXT NOT NULL, published TEXT, language TEXT NOT NULL,
    url TEXT NOT NULL, file TEXT NOT NULL, added INTEGER NOT NULL, "order" INTEGER NOT NULL, withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE article_versions (
    id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL, text_sha256 TEXT NOT NULL, original_sha256 TEXT NOT NULL,
    original_size INTEGER NOT NULL, media_type TEXT NOT NULL, encoding TEXT NOT NULL, method TEXT NOT NULL,
    made INTEGER NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX article_versions_of_article ON article_versions (article_id);

CREATE TABLE claims (
    id TEXT PRIMARY KEY, wording TEXT NOT NULL, number INTEGER NOT NULL, claimant TEXT NOT NULL, role TEXT NOT NULL,
    date TEXT NOT NULL, place TEXT NOT NULL, topic TEXT NOT NULL, status TEXT NOT NULL, priority INTEGER NOT NULL,
    deadline TEXT NOT NULL, assignee TEXT NOT NULL, limits TEXT NOT NULL, asked TEXT NOT NULL, reply TEXT NOT NULL,
    created INTEGER NOT NULL, withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_number ON claims (number);
CREATE TABLE appearances (
    id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    anchor TEXT NOT NULL, "order" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_of_claim ON appearances (claim_id);
CREATE INDEX appearances_in_article ON appearances (article_id);
CREATE TABLE evidence (
    id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    "order" INTEGER NOT NULL, target TEXT NOT NULL, stance TEXT NOT NULL,
    grade TEXT NOT NULL, comment TEXT NOT NULL, added INTEGER NOT NULL, withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_on_claim ON evidence (claim_id);
CREATE TABLE verdicts (
    id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    reader TEXT NOT NULL, who TEXT NOT NULL,
    scale_id TEXT NOT NULL REFERENCES scales (id) DEFERRABLE INITIALLY DEFERRED,
    rating TEXT NOT NULL, summary TEXT NOT NULL, rationale TEXT NOT NULL, given INTEGER NOT NULL,
    revealed INTEGER NOT NULL, replaced_by TEXT REFERENCES verdicts (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX verdicts_on_claim ON verdicts (claim_id);

CREATE TABLE rulings (
    id TEXT PRIMARY KEY, verb TEXT NOT NULL, kind TEXT NOT NULL, fact TEXT NOT NULL,
    positions TEXT NOT NULL, who TEXT NOT NULL, given INTEGER NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contradictions (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, fact TEXT NOT NULL, reason TEXT NOT NULL,
    positions TEXT NOT NULL, who TEXT NOT NULL, made INTEGER NOT NULL,
    replaces TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
    sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, who_id TEXT NOT NULL, label TEXT NOT NULL,
    names TEXT NOT NULL, changes TEXT NOT NULL,
    typing TEXT NOT NULL, step INTEGER NOT NULL, undoes INTEGER, redoes INTEGER,
    previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX history_by_step ON history (step);

CREATE TABLE derived_findings (place INTEGER PRIMARY KEY, finding TEXT NOT NULL) STRICT;
CREATE TABLE derived_touched (
    id TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (id, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE derived_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID
"""

_SECOND = """
ALTER TABLE articles ADD COLUMN language_confidence REAL;
ALTER TABLE articles ADD COLUMN archived_url TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN archive_asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN copy_of TEXT REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE article_versions ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE article_versions ADD COLUMN landmarks_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE article_versions ADD COLUMN fetched TEXT;
CREATE INDEX article_versions_by_original ON article_versions (original_sha256);
ALTER TABLE appearances ADD COLUMN review TEXT;
ALTER TABLE evidence ADD COLUMN review TEXT;
CREATE TABLE media_appearances (
    id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    "order" INTEGER NOT NULL, medium TEXT NOT NULL, source TEXT NOT NULL, time TEXT NOT NULL, transcript TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX media_appearances_of_claim ON media_appearances (claim_id);
CREATE INDEX appearances_to_review ON appearances (id) WHERE review IS NOT NULL;
CREATE INDEX evidence_to_review ON evidence (id) WHERE review IS NOT NULL;
CREATE TABLE derived_rarity (id INTEGER PRIMARY KEY CHECK (id = 1), scale BLOB NOT NULL) STRICT;
CREATE TABLE derived_segments (
    number INTEGER PRIMARY KEY, texts TEXT NOT NULL, keys BLOB NOT NULL, owners BLOB NOT NULL,
    shapes BLOB NOT NULL, lengths BLOB NOT NULL
) STRICT
"""

_THIRD = """
ALTER TABLE articles ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_in_order ON articles ("order", added);
CREATE INDEX articles_by_version ON articles (version_id);
CREATE INDEX articles_of_publisher ON articles (publisher_id);
CREATE INDEX articles_copied ON articles (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX verdicts_replaced ON verdicts (replaced_by) WHERE replaced_by IS NOT NULL;
ALTER TABLE claims ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appearances ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media_appearances ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN reply_due TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN merged_into TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX claims_merged ON claims (merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE verdicts ADD COLUMN outcome TEXT;
ALTER TABLE verdicts ADD COLUMN remark TEXT NOT NULL DEFAULT '';
CREATE TABLE issued_reports (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, template TEXT NOT NULL, claims TEXT NOT NULL, verdicts TEXT NOT NULL,
    title TEXT NOT NULL, report TEXT NOT NULL, head TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
    issued INTEGER NOT NULL, who TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sent_copy (
    id TEXT PRIMARY KEY CHECK (id = 'copy'), at INTEGER NOT NULL, head TEXT NOT NULL, left_out TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE derived_claims (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number INTEGER NOT NULL, status INTEGER NOT NULL,
    verdict TEXT NOT NULL, truth INTEGER NOT NULL, wording TEXT NOT NULL, claimant TEXT NOT NULL, topic TEXT NOT NULL,
    assignee TEXT NOT NULL, priority INTEGER NOT NULL, deadline TEXT NOT NULL, sources INTEGER NOT NULL,
    first TEXT NOT NULL, date TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE INDEX derived_claims_number ON derived_claims (number);
CREATE INDEX derived_claims_status ON derived_claims (status, number);
CREATE INDEX derived_claims_verdict ON derived_claims (truth, number);
CREATE INDEX derived_claims_wording ON derived_claims (wording, number);
CREATE INDEX derived_claims_claimant ON derived_claims (claimant, number);
CREATE INDEX derived_claims_topic ON derived_claims (topic, number);
CREATE INDEX derived_claims_assignee ON derived_claims (assignee, number);
CREATE INDEX derived_claims_priority ON derived_claims (priority, number);
CREATE INDEX derived_claims_deadline ON derived_claims (deadline, number);
CREATE INDEX derived_claims_sources ON derived_claims (sources, number);
CREATE INDEX derived_claims_first ON derived_claims (first, number);
CREATE INDEX derived_claims_date ON derived_claims (date, number);
CREATE VIRTUAL TABLE derived_claim_words USING fts5 (
    words, content = 'derived_claims', content_rowid = 'place', prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
)
"""
