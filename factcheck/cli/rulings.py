"""Commands in which a person speaks on contradictions: rule, contradict."""

from pathlib import Path

import click

from factcheck import lookup, matching, retelling, workflow
from factcheck.cli import desk
from factcheck.cli.blocks import ID
from factcheck.cli.output import out, out_json, watched
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, say, told
from factcheck.errors import NotFoundError
from factcheck.model import Finding, Reason, ReasonType, Verb
from factcheck.records import Records
from factcheck.session import Session

_CLEAR = "clear"


@command("rule")
@project
@click.argument("finding", type=text)
@click.argument("ruling", type=click.Choice([*(v.value for v in Verb), _CLEAR]))
@option("--note", "words", type=words, text="ruling_note")
@as_json
def rule(project: Path, finding: str, ruling: str, words: str | None, as_json: bool) -> None:
    """Says what a finding is worth."""
    with desk.writing(project) as session:
        found = lookup.finding_named(_findings(session), finding)
        if ruling == _CLEAR:
            workflow.clear_ruling(session, found)
        else:
            workflow.rule(session, found, Verb(ruling), words)
        if as_json:
            _print(session, lookup.finding_named(_findings(session), found.id))
            return
    said = told("cleared") if ruling == _CLEAR else say(f"ruling.{ruling}")
    out(told("ruled_now", said=said, fact=retelling.fact(found.fact, say), id=found.id[:ID]))


def _findings(session: Session) -> list[Finding]:
    with watched() as progress:
        return workflow.findings(session, progress)


def _print(session: Session, finding: Finding) -> None:
    out_json(matching.as_json(finding, workflow.sources(session.records)))


@command("contradict")
@project
@option("--a", "one", type=words, required=True, metavar="ARTICLE:QUOTE", text="side_a")
@option("--b", "other", type=words, required=True, metavar="ARTICLE:QUOTE", text="side_b")
@option("--value-a", type=text, default="", text="value")
@option("--value-b", type=text, default="", text="value")
@option("--fact", type=text, default="")
@option("--reason", type=click.Choice([t.value for t in ReasonType]), default=ReasonType.other.value, show_default=True)
@option("--why", type=words, default="")
@as_json
def contradict(project: Path, one: str, other: str, reason: str, why: str, as_json: bool, **given: str) -> None:
    """Makes a finding by hand."""
    with desk.writing(project) as session:
        state = session.records
        sides = [_side(state, one, given["value_a"]), _side(state, other, given["value_b"])]
        made = workflow.contradict(session, sides, given["fact"], Reason(ReasonType(reason), why))
        finding = next(f for f in _findings(session) if f.made_id == made.id)
        if as_json:
            _print(session, finding)
            return
    out(told("contradiction_made", fact=retelling.fact(finding.fact, say), id=finding.id[:ID]))


def _side(state: Records, told_as: str, value: str) -> workflow.Side:
    """The words that ARTICLE:QUOTE names; a file's name may hold colons itself."""
    colons = [at for at, character in enumerate(told_as) if character == ":"]
    if not colons:
        raise click.UsageError(told("no_colon", given=told_as))
    for at in colons[:-1]:
        try:
            return _at(state, told_as, at, value)
        except NotFoundError:
            continue
    return _at(state, told_as, colons[-1], value)


def _at(state: Records, told_as: str, colon: int, value: str) -> workflow.Side:
    article = lookup.article_named(state, told_as[:colon].strip())
    return workflow.Side(article.id, lookup.quoted(state, article, told_as[colon + 1 :]), value)
