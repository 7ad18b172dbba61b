"""The command facts: what each article gives for each fact, event by event."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from factcheck import matching, retelling, workflow
from factcheck.cli import desk
from factcheck.cli.inputs import outcomes, source
from factcheck.cli.output import block, note, out, out_json, watched
from factcheck.cli.params import as_json, top
from factcheck.cli.words import command, option, say, told
from factcheck.dates import brief
from factcheck.errors import ImportFailedError
from factcheck.model import PrintedDate
from factcheck.progress import Progress

#: The first bytes of every project file.
_PROJECT = b"SQLite format 3\x00"


@command("facts")
@click.argument("paths", nargs=-1, required=True, metavar="PROJECT|PATH...")
@option("--all", "every", is_flag=True, text="all_facts")
@top
@as_json
def facts(paths: Sequence[str], every: bool, top: int | None, as_json: bool) -> None:
    """Reads the articles and prints the facts of each event."""
    with watched() as progress:
        sources, failed = _sources(paths, progress)
        for error in failed:
            note(error)
        if not sources:
            raise ImportFailedError(told("nothing_to_compare"))
        tables = [*_tables(sources, progress)]
    shown = [(event, _chosen(found, every or as_json, top)) for event, found in tables]
    by_id = {one.article_id: one for one in sources}
    if as_json:
        out_json([_event(event, rows, by_id) for event, rows in shown])
    else:
        for event, rows in shown:
            _print(event, rows, by_id)
    if failed:
        click.get_current_context().exit(1)


def _sources(paths: Sequence[str], progress: Progress) -> tuple[list[matching.Source], list[str]]:
    """The articles of a project, or those that files and folders give, and what could not be read."""
    if len(paths) == 1 and _is_project(Path(paths[0])):
        with desk.reading(Path(paths[0])) as session:
            return workflow.sources(session.records), []
    read = list(outcomes(paths, progress))
    drafts = [draft for outcome in read for draft in outcome.drafts]
    return [source(number, draft) for number, draft in enumerate(drafts, 1)], [o.error for o in read if o.error]


def _is_project(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_PROJECT)) == _PROJECT
    except OSError:
        return False  # whoever reads it as an article says why it cannot be read


def _tables(sources: Sequence[matching.Source], progress: Progress) -> Iterator[tuple[matching.Event, matching.Table]]:
    by_id = {one.article_id: one for one in sources}
    for event in matching.outline(sources, progress):
        yield event, matching.table([by_id[id] for id in event.articles], progress)


def _chosen(found: matching.Table, every: bool, top: int | None) -> list[matching.Row]:
    return [row for row in found.rows if every or row.sources > 1][:top]


# --- for programs -----------------------------------------------------------------------------------------------------


def _event(event: matching.Event, rows: Sequence[matching.Row], by_id: dict[str, matching.Source]) -> dict[str, Any]:
    return {
        "event": event.name,
        "day": event.day,
        "articles": list(event.articles),
        "facts": [_fact(row, by_id) for row in rows],
    }


def _fact(row: matching.Row, by_id: dict[str, matching.Source]) -> dict[str, Any]:
    return {
        "id": row.id,
        "type": row.type.value,
        "fact": row.fact,
        "usual": row.usual,
        "agree": row.agree,
        "sources": row.sources,
        "figures": [_figure(figure, by_id[figure.article_id]) for figure in row.figures],
    }


def _figure(figure: matching.Figure, article: matching.Source) -> dict[str, Any]:
    passage = figure.passage
    return {
        "value": figure.value,
        "apart": figure.apart,
        "article": figure.article_id,
        "title": article.title,
        "file": article.file,
        "publisher": article.publisher,
        "published": article.published,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "spans": [list(span) for span in passage.spans],
    }


# --- for people -------------------------------------------------------------------------------------------------------


def _print(event: matching.Event, rows: Sequence[matching.Row], by_id: dict[str, matching.Source]) -> None:
    name = event.name or told("event_unnamed")
    day = brief(PrintedDate("", event.day), say) if event.day else ""
    out(told("event", name=", ".join(filter(None, (name, day))), n=len(event.articles)))
    if not rows:
        out(told("no_facts"))
    for row in rows:
        block(f"{retelling.fact(row.fact, say)} ({_standing(row)})", indent="   ", first="")
        for value, names, apart in _given(row, by_id):
            key = "figure_apart" if apart else "figure"
            block(told(key, value=value, who=", ".join(names)), indent="      ", first="   ")
    out()


def _standing(row: matching.Row) -> str:
    return told("facts_agree", agree=row.agree, n=row.sources) if row.usual else told("facts_split", n=row.sources)


def _given(row: matching.Row, by_id: dict[str, matching.Source]) -> list[tuple[str, list[str], bool]]:
    """Each value with those who give it; what stands apart last."""
    found: dict[tuple[bool, str], dict[str, None]] = {}
    for figure in row.figures:
        article = by_id[figure.article_id]
        who = article.publisher or article.title or article.file
        found.setdefault((figure.apart, figure.value), {})[who] = None
    return [(value, [*names], apart) for (apart, value), names in sorted(found.items(), key=lambda item: item[0][0])]
