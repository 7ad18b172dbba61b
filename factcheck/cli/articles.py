"""Commands on articles: import, articles, statements."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from factcheck import lookup, matching, records, workflow
from factcheck.cli import desk
from factcheck.cli.inputs import outcomes
from factcheck.cli.output import note, out, out_json, table, watched
from factcheck.cli.params import as_json, project, text
from factcheck.cli.words import command, option, told
from factcheck.importing import Outcome, printed_date
from factcheck.model import Article, PrintedDate, Statement
from factcheck.records import Records
from factcheck.session import Session

# --- import -----------------------------------------------------------------------------------------------------------


@command("import")
@project
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@option("--title", type=text, default="")
@option("--publisher", type=text, default="")
@option("--author", type=text, default="")
@option("--published", type=text, default="", metavar="DATE")
@option("--language", type=text, default="", metavar="CODE")
@option("--again", is_flag=True)
@as_json
def import_(project: Path, paths: tuple[str, ...], published: str, again: bool, as_json: bool, **known: str) -> None:
    """Makes articles of files, folders and standard input."""
    date = _date(published)
    with desk.writing(project) as session, watched() as progress:
        rows = [
            row
            for outcome in outcomes(paths, progress)
            for row in _imported(session, outcome, again, {**known, "published": date})
        ]
    for row in rows:
        _notes(row)
        if not as_json and not row["error"]:
            out(told("known" if row["known"] else "imported", **row))
    if as_json:
        out_json(rows)
    if any(row["error"] for row in rows):
        click.get_current_context().exit(1)


def _date(printed: str) -> PrintedDate | None:
    date = printed_date(printed) if printed else None
    if date and not date.iso:
        note(told("date_unclear", date=printed))
    return date


def _imported(session: Session, outcome: Outcome, again: bool, known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A row for each article of an input, or for the input that gave none."""
    if outcome.error:
        yield _row(outcome.source, error=outcome.error)
    for index, draft in enumerate(outcome.drafts):
        there = None if again else workflow.same_original(session.records, draft)
        article = there or workflow.add(session, draft, **known)
        warnings = [*(outcome.warnings if index == 0 else ()), *(() if there else draft.warnings)]
        made = {"article": article.id, "title": article.title, "known": there is not None}
        yield _row(outcome.source, part=draft.part, warnings=warnings, **made)


def _row(source: str, **became: Any) -> dict[str, Any]:
    nothing: dict[str, Any] = {"part": "", "article": None, "title": "", "error": "", "warnings": [], "known": False}
    return {"source": source, **nothing, **became}


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
        "url": article.url,
        "file": article.file,
        "added": desk.time(article.added),
        "version": version.number,
        "characters": len(state.text(article.version_id)),
        "text_sha256": version.text_sha256,
        "original_sha256": version.original_sha256,
        "original_size": version.original_size,
        "media_type": version.media_type,
    }


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
