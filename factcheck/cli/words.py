"""What the command line says, from the catalogue's `[cli]` table; commands and options take their help there."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from factcheck.cli import clicks
from factcheck.i18n import Catalogue

F = TypeVar("F", bound=Callable[..., Any])

say = Catalogue()
clicks.speak()


def told(key: str, /, **names: object) -> str:
    """The text under `cli.KEY`."""
    return say(f"cli.{key}", **names)


def counted(counts: Mapping[str, int]) -> str:
    """ "1 claim, 2 articles", as `cli.count` says it; what there is none of is left out beside what there is."""
    there = {name: n for name, n in counts.items() if n} or counts
    return ", ".join(told(f"count.{name}", n=n) for name, n in there.items())


def command(name: str, text: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """A command whose help stands under `cli.command.NAME`, or under another key of that table."""
    return click.command(name, help=told(f"command.{text or name}"), options_metavar=told("options"))


def option(name: str, *more: str, text: str = "", **settings: Any) -> Callable[[F], F]:
    """An option whose help stands under `cli.option.NAME`, or under another key of that table."""
    key = text or name.lstrip("-").replace("-", "_")
    return click.option(name, *more, help=told(f"option.{key}"), **settings)
