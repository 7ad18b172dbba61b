"""Options of the commands that can ask for a second opinion, and what is said of its cost."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from factcheck import advising, keys
from factcheck.advising import Advice, Advisers
from factcheck.cli.output import note
from factcheck.cli.params import text
from factcheck.cli.words import option, told

_OPTIONS = (
    option("--model", text="model", type=text, default="", metavar="FOLDER"),
    option("--judge", text="judge", type=text, default="", metavar="URL"),
    option("--judge-model", text="judge_model", type=text, default="", metavar="NAME"),
    option(
        "--judge-top",
        text="judge_top",
        type=click.IntRange(1, advising.JUDGE_MOST),
        default=advising.JUDGE_QUESTIONS,
        metavar="N",
    ),
    option("--judge-key", text="judge_key", is_flag=True),
)
#: The hidden prompt's answer goes from here to the service and nowhere else.
_TYPED = "factcheck.judge_key"


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options, which the command gets as `advisers`."""

    @wraps(command)
    def run(**given: Any) -> None:
        model, url, name = given.pop("model"), given.pop("judge"), given.pop("judge_model")
        most, asks = given.pop("judge_top"), given.pop("judge_key")
        if bool(url) != bool(name):
            raise click.UsageError(told("judge_whole"))
        if url and asks:
            click.get_current_context().meta[_TYPED] = click.prompt(told("key"), hide_input=True, err=True)
        command(advisers=Advisers(model, url, name, most), **given)

    made: Callable[..., None] = run
    for add in reversed(_OPTIONS):
        made = add(made)
    return made


def key_of(advisers: Advisers) -> Callable[[], str]:
    """The key that was typed, else the one in the system's keyring."""
    typed = click.get_current_context().meta.get(_TYPED, "")
    return lambda: str(typed) or keys.kept(advisers.judge_url)


def tell(advice: Advice) -> None:
    """What asking cost, if anybody was asked."""
    if advice.asked:
        note(told("asked", n=advice.asked, without=advice.without, tokens=advice.tokens))
