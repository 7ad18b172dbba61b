"""Commands on what stands twice: elsewhere (statements), copies (articles)."""

from pathlib import Path
from typing import Any

import click

from factcheck import edits, intake, lookup, records
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, watched
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, told
from factcheck.echoes import Echo, Echoes
from factcheck.echoes import elsewhere as found_elsewhere
from factcheck.model import Article
from factcheck.records import Records


@command("elsewhere")
@project
@click.argument("article", type=text)
@option("--quote", type=words, default="", text="elsewhere_quote")
@as_json
def elsewhere(project: Path, article: str, quote: str, as_json: bool) -> None:
    """Lists statements of other articles that are nearly the same."""
    with desk.reading(project) as session, watched() as progress:
        state = session.records
        here = lookup.article_named(state, article)
        span = lookup.quoted(state, here, quote) if quote else None
        found = found_elsewhere(state, Echoes.of(session, progress), here.id, span)
        rows = [_row(state, asked, echo) for asked, echo in found]
    if as_json:
        out_json(rows)
        return
    for number, row in enumerate(rows):
        if number == 0 or row["asked"] != rows[number - 1]["asked"]:
            out(row["asked"])
        out("  " + told("stands_elsewhere", likeness=round(row["ratio"]), title=row["title"], text=row["text"]))
    if not rows:
        out(told("nowhere_else"))


def _row(state: Records, asked: str, echo: Echo) -> dict[str, Any]:
    there = echo.statement
    article = state.get(Article, there.article_id)
    return {
        "asked": asked,
        "ratio": round(echo.ratio, 1),
        "article": there.article_id,
        "title": article.title if article else "",
        "publisher": records.publisher_name(state, article) if article else "",
        "start": there.start,
        "end": there.end,
        "text": there.text,
    }


@command("copies")
@project
@option("--mark", is_flag=True, text="mark_copies")
@as_json
def copies(project: Path, mark: bool, as_json: bool) -> None:
    """Lists the articles that copy an earlier one and do not say so."""
    with desk.writing(project) if mark else desk.reading(project) as session, watched() as progress:
        found = intake.unmarked_copies(session.records, progress)
        if mark:
            session.do(edits.mark_copies(session.records, found))
        titles = {article.id: article.title for article in records.articles(session.records)}
    if as_json:
        out_json([{"article": id, "copy_of": other} for id, other in found.items()])
        return
    for id, other in found.items():
        out(told("copy_found", title=titles[id], other=titles[other]))
    if not found:
        out(told("no_copies"))
