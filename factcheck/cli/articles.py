"""Commands on articles: import, articles, statements."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from factcheck import edits, intake, lookup, matching, records, workflow
from factcheck.anchors import Outcome as Moved
from factcheck.cli import desk
from factcheck.cli.inputs import outcomes
from factcheck.cli.output import note, out, out_json, table, watched
from factcheck.cli.params import as_json, described, project, text
from factcheck.cli.words import command, option, told
from factcheck.edits import NewVersion
from factcheck.importing import Draft, Outcome, printed_date
from factcheck.model import Article, PrintedDate, Statement
from factcheck.records import Records
from factcheck.session import Session

# --- import -----------------------------------------------------------------------------------------------------------


@command("import")
@project
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@described
@option("--column", type=text, default="", metavar="NAME")
@option("--workers", type=click.IntRange(0, 64), default=0, metavar="N")
@as_json
def import_(project: Path, paths: tuple[str, ...], column: str, workers: int, as_json: bool, **given: Any) -> None:
    """Makes articles of files, folders and standard input."""
    with desk.writing(project) as session, watched() as progress:
        rows = import_all(session, outcomes(paths, progress, column, workers), **given)
    print_rows(rows, as_json)


def import_all(
    session: Session, found: Iterable[Outcome], published: str, again: bool, as_version: bool, **known: Any
) -> list[dict[str, Any]]:
    """A row for each article of the inputs, and for each input that gave none.

    What is there already is left alone, unless it is to be added `again` or as a version of what is there.
    """
    adding = _Adding(session, again, as_version, {**known, "published": _date(published)})
    return [row for outcome in found for row in adding.rows(outcome)]


def print_rows(rows: list[dict[str, Any]], as_json: bool) -> None:
    """What became of the inputs; exit status 1 if one of them gave nothing."""
    for row in rows:
        _notes(row)
        if not as_json and not row["error"]:
            out(told(_became(row), **row))
    if as_json:
        out_json(rows)
    if any(row["error"] for row in rows):
        click.get_current_context().exit(1)


def _became(row: dict[str, Any]) -> str:
    if not row["known"]:
        return "imported"
    return "new_version" if row["version"] else f"known_by.{row['by']}"


def _date(printed: str) -> PrintedDate | None:
    date = printed_date(printed) if printed else None
    if date and not date.iso:
        note(told("date_unclear", date=printed))
    return date


class _Adding:
    """Adds what was read to a project."""

    def __init__(self, session: Session, again: bool, as_version: bool, known: dict[str, Any]) -> None:
        self._session, self._again, self._as_version, self._known = session, again, as_version, known
        self._shelf = intake.Shelf(session.reader)

    def rows(self, outcome: Outcome) -> Iterator[dict[str, Any]]:
        """A row for each article of an input, or for the input that gave none."""
        if outcome.error:
            yield _row(outcome.source, error=outcome.error)
        for index, draft in enumerate(outcome.drafts):
            there = None if self._again else self._shelf.known(draft)
            became = self._known_row(there, draft) if there else self._new_row(draft)
            first = outcome.warnings if index == 0 else ()
            yield _row(outcome.source, **{**became, "part": draft.part, "warnings": [*first, *became["warnings"]]})

    def _new_row(self, draft: Draft) -> dict[str, Any]:
        article = intake.add(self._session, self._shelf, draft, **self._known)
        return {"article": article.id, "title": article.title, "warnings": draft.warnings}

    def _known_row(self, there: intake.Known, draft: Draft) -> dict[str, Any]:
        article = there.article
        row = {"article": article.id, "title": article.title, "known": True, "by": there.by.value, "warnings": []}
        if self._as_version and there.by is not intake.Sameness.bytes:
            made = intake.add_version(self._session, article.id, draft)
            row |= {"version": made.version.number, "passages": passages_data(made)}
        return row


def passages_data(made: NewVersion) -> dict[str, int]:
    """What became of the passages of the version before."""
    return {outcome.value: made.passages[outcome] for outcome in Moved}


def _row(source: str, **became: Any) -> dict[str, Any]:
    nothing: dict[str, Any] = {"part": "", "article": None, "title": "", "error": "", "warnings": [], "known": False}
    return {"source": source, **nothing, "by": "", "version": None, **became}


def _notes(row: dict[str, Any]) -> None:
    if row["error"]:
        note(row["error"])
    for warning in row["warnings"]:
        note(f"{row['source']}: {warning}")


# --- lists ------------------------------------------------------------------------------------------------------------


@command("articles")
@project
@as_json
def articles(project: Path, as_json: bool) -> None:
    """The articles of a project."""
    with desk.reading(project) as session:
        rows = [_article(session.records, article) for article in records.articles(session.records)]
    if as_json:
        out_json(rows)
    elif not rows:
        out(told("no_articles", project=project))
    else:
        keys = ("id", "title", "publisher", "published", "file", "characters")
        table([told(f"column.{key}") for key in keys], [[row[key] for key in keys] for row in rows])


def _article(state: Records, article: Article) -> dict[str, Any]:
    version = records.current_version(state, article)
    published = article.published or PrintedDate("")
    return {
        "id": article.id,
        "title": article.title,
        "publisher": records.publisher_name(state, article),
        "author": article.author,
        "published": published.iso,
        "printed": published.printed,
        "language": article.language,
        "language_confidence": article.language_confidence,
        "url": article.url,
        "archived_url": article.archived_url,
        "archive_asked": desk.time(article.archive_asked),
        "copy_of": article.copy_of,
        "file": article.file,
        "added": desk.time(article.added),
        "version": version.number,
        "part": version.part,
        "characters": len(state.text(article.version_id)),
        "text_sha256": version.text_sha256,
        "original_sha256": version.original_sha256,
        "original_size": version.original_size,
        "media_type": version.media_type,
    }


# --- describing -------------------------------------------------------------------------------------------------------


@command("describe")
@project
@click.argument("article", type=text)
@option("--title", type=text)
@option("--publisher", type=text)
@option("--author", type=text)
@option("--published", type=text, metavar="DATE")
@option("--language", type=text, metavar="CODE")
@option("--url", type=text, text="article_url")
@option("--archived", "archived_url", type=text, metavar="URL")
@option("--copy-of", type=text, metavar="ARTICLE")
@as_json
def describe(
    project: Path, article: str, published: str | None, copy_of: str | None, as_json: bool, **given: str | None
) -> None:
    """Sets what is known of an article; an empty value takes it away."""
    fields: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if published is not None:
        fields["published"] = _date(published)
    with desk.writing(project) as session:
        found = lookup.article_named(session.records, article)
        if copy_of is not None:
            fields["copy_of"] = lookup.article_named(session.records, copy_of).id if copy_of else None
        if fields:
            session.do(edits.edit_article(session.records, found.id, **fields))
        row = _article(session.records, lookup.article_named(session.records, found.id))
    if as_json:
        out_json(row)
    else:
        table([], [(told(f"column.{key}"), row[key]) for key in _DESCRIBED])


_DESCRIBED = (
    "id",
    "title",
    "publisher",
    "author",
    "published",
    "printed",
    "language",
    "url",
    "archived_url",
    "copy_of",
)


@command("statements")
@project
@option("--article", "names", type=text, multiple=True, metavar="ARTICLE", text="of_article")
@as_json
def statements(project: Path, names: tuple[str, ...], as_json: bool) -> None:
    """The sentences that matching compares."""
    with desk.reading(project) as session:
        state = session.records
        wanted = {lookup.article_named(state, name).id for name in names}
        sources = [s for s in workflow.sources(state) if not wanted or s.article_id in wanted]
    rows = [_statement(source, statement) for source in sources for statement in matching.statements(source)]
    if as_json:
        out_json(rows)
    else:
        heads = [told(f"column.{key}") for key in ("article", "number", "place", "statement")]
        table(heads, [(r["file"] or r["title"], r["index"], f"{r['start']}-{r['end']}", r["text"]) for r in rows])


def _statement(source: matching.Source, statement: Statement) -> dict[str, Any]:
    return {
        "article": source.article_id,
        "title": source.title,
        "file": source.file,
        "index": statement.index,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
    }
