"""Commands that ask the web, each only because a person said so: add, archive."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from factcheck import intake, lookup
from factcheck.cli import desk
from factcheck.cli.articles import import_all, print_rows
from factcheck.cli.output import out, out_json, watched
from factcheck.cli.params import as_json, described, project, text
from factcheck.cli.words import command, told
from factcheck.errors import FactCheckError, NotFoundError
from factcheck.importing import Outcome
from factcheck.model import Article
from factcheck.progress import Progress


@command("add", text="fetch")
@project
@click.argument("urls", nargs=-1, required=True, metavar="URL...", type=text)
@described
@as_json
def add(project: Path, urls: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Makes articles of web pages."""
    with desk.writing(project) as session, watched() as progress:
        rows = import_all(session, _fetched(urls, progress), **given)
    print_rows(rows, as_json)


def _fetched(urls: tuple[str, ...], progress: Progress) -> Iterator[Outcome]:
    """What becomes of each address; a bad one does not stop the others."""
    for url in urls:
        try:
            yield intake.fetch(url, progress)
        except FactCheckError as error:
            yield Outcome(url, error=str(error))


@command("archive")
@project
@click.argument("article", type=text)
@as_json
def archive(project: Path, article: str, as_json: bool) -> None:
    """Asks the Wayback Machine whether it has a copy of the article's page."""
    with desk.writing(project) as session, watched() as progress:
        found = lookup.article_named(session.records, article)
        if not found.url:
            raise NotFoundError(told("no_url", title=found.title))
        copy = intake.archived_copy(found.url, progress)
        intake.archived(session, found.id, copy)
        kept = session.records.get(Article, found.id)
    if as_json:
        asked = desk.time(kept.archive_asked) if kept else ""
        out_json({"article": found.id, "url": found.url, "archived_url": copy, "asked": asked})
    else:
        out(copy or told("not_archived"))
