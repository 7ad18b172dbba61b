"""The command withhold: what stays in the project when anything leaves it."""

from pathlib import Path
from typing import Any

import click

from factcheck import edits, lookup
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json, project, text
from factcheck.cli.words import command, option, told
from factcheck.model import Appearance as InText
from factcheck.model import Article, Claim, Evidence, Link, MediaAppearance, Note, PassageTarget
from factcheck.records import Records


@command("withhold")
@project
@click.argument("names", nargs=-1, type=text)
@option("--release", is_flag=True)
@as_json
def withhold(project: Path, names: tuple[str, ...], release: bool, as_json: bool) -> None:
    """Withholds records, releases them, or lists what is withheld."""
    if release and not names:
        raise click.UsageError(told("nothing_to_release"))
    if names:
        with desk.writing(project) as session:
            there = [lookup.withholdable_named(session.records, name).id for name in names]
            session.do(edits.withhold(session.records, there, not release))
    with desk.reading(project) as session:
        rows = _withheld(session.records)
    if as_json:
        out_json(rows)
    elif rows:
        table([], [(row["type"], row["id"], row["what"]) for row in rows])
    else:
        out(told("nothing_withheld"))


#: Each kind of what can be withheld, in the order of the list.
_KINDS: tuple[tuple[str, type[lookup.Withholdable]], ...] = (
    ("article", Article),
    ("claim", Claim),
    ("appearance", InText),
    ("recording", MediaAppearance),
    ("evidence", Evidence),
)


def _withheld(state: Records) -> list[dict[str, Any]]:
    rows = []
    for name, kind in _KINDS:
        found: list[lookup.Withholdable] = list(state.where(kind, withheld=True))
        rows += [{"type": name, "id": record.id, "what": _what(record)} for record in found]
    return rows


def _what(record: lookup.Withholdable) -> str:
    match record:
        case Article(title=words) | Claim(wording=words) | MediaAppearance(transcript=words):
            return words
        case InText(anchor=anchor) | Evidence(target=PassageTarget(anchor=anchor)):
            return anchor.exact
        case Evidence(target=Link(url=words) | Note(text=words)):
            return words
        case Evidence(target=file):
            return getattr(file, "name", "")
