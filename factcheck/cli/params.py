"""What commands take: arguments and options that several share, and how their words are read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from factcheck.cli.words import F, option, told
from factcheck.model import Kind
from factcheck.text import canonical


def text(value: str) -> str:
    """Words on one line, fit to be stored: runs of white space become one space."""
    return " ".join(canonical(value).split())


def words(value: str) -> str:
    """Words of any length, fit to be stored: canonical, without white space at the ends."""
    return canonical(value).strip()


def kind(value: str | Kind) -> Kind:
    """A kind of finding by its name; what joins its words does not matter."""
    try:
        return Kind(" ".join(value.lower().replace("-", " ").replace("_", " ").split()))
    except ValueError:
        raise click.BadParameter(told("no_kind", kind=value, kinds=", ".join(Kind))) from None


project = click.argument("project", type=click.Path(path_type=Path))
as_json = option("--json", "as_json", is_flag=True)


def described(command: F) -> F:
    """Adds what is said of articles that come in: taken as it is, whatever they say of themselves."""
    for add in reversed(_OF_ARTICLES):
        command = add(command)
    return command


_OF_ARTICLES: tuple[Callable[[Any], Any], ...] = (
    option("--title", type=text, default=""),
    option("--publisher", type=text, default=""),
    option("--author", type=text, default=""),
    option("--published", type=text, default="", metavar="DATE"),
    option("--language", type=text, default="", metavar="CODE"),
    option("--again", is_flag=True),
    option("--as-version", is_flag=True),
)
top = option("--top", type=click.IntRange(min=1), metavar="N")
kinds = option("--kind", "kinds", type=kind, multiple=True, metavar="KIND")
