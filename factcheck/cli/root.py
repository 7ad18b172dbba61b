"""`factcheck`: its commands by section, each loaded when it is asked for, and a project's path in a command's place."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from factcheck import __version__, pseudo
from factcheck.cli.words import option, told
from factcheck.errors import FactCheckError, ProjectFileError
from factcheck.i18n import interface_codes

#: Sections of the help, each with its commands in order, and the module in which a command stands.
SECTIONS: dict[str, dict[str, str]] = {
    "project": {"new": "projects", "status": "projects", "history": "history", "undo": "history", "redo": "history"},
    "articles": {
        "import": "articles",
        "add": "web",
        "articles": "articles",
        "describe": "articles",
        "statements": "articles",
    },
    "kept": {
        "original": "versions",
        "versions": "versions",
        "reread": "versions",
        "correct": "versions",
        "review": "versions",
        "archive": "web",
    },
    "claims": {
        "claim": "claims",
        "claims": "claims",
        "claims-import": "bulk",
        "checks": "checks",
        "verdict": "verdicts",
        "scales": "verdicts",
        "evidence": "evidence",
        "reveal": "verdicts",
        "merge": "joining",
        "split": "joining",
        "duplicate": "joining",
        "withdraw": "joining",
    },
    "findings": {
        "match": "findings",
        "findings": "findings",
        "rule": "rulings",
        "contradict": "rulings",
        "compare": "compare",
        "facts": "facts",
        "elsewhere": "elsewhere",
        "copies": "elsewhere",
    },
    "out": {"report": "report", "export": "export", "verify": "verify", "withhold": "withholding"},
    "safety": {
        "check": "safety",
        "seal": "safety",
        "backup": "safety",
        "restore": "safety",
        "rescue": "rescue",
        "adopt": "safety",
    },
    "help": {"demo": "demo", "doctor": "doctor", "install-desktop": "menu"},
}
#: Where the help of a command stands whose name is also that of a command within a group.
_HELP = {"add": "fetch"}
COMMANDS = {name: module for section in SECTIONS.values() for name, module in section.items()}

_INTERRUPTED = 130
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Root(click.Group):
    """Finds commands by name, takes any other first word as a project to open, and turns failures into exit codes."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """All commands, as the help shows them."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, from its module."""
        if name not in COMMANDS:
            return None
        found = getattr(import_module(f"factcheck.cli.{COMMANDS[name]}"), _name(name))
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; else the one that opens a project, with all words."""
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        return "app", app, args

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The sections, without loading the commands."""
        for section, commands in SECTIONS.items():
            with formatter.section(told(f"section.{section}")):
                formatter.write_dl(
                    [(name, told(f"command.{_HELP.get(name, name)}").partition("\n")[0]) for name in commands]
                )

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        with told_in_a_sentence(ctx):
            return super().invoke(ctx)


def _name(command: str) -> str:
    """The function of a command."""
    return "import_" if command == "import" else command.replace("-", "_")


def _first_line(name: str) -> str:
    return told(f"command.{_HELP.get(name, name)}").partition("\n")[0]


@contextmanager
def told_in_a_sentence(ctx: click.Context) -> Iterator[None]:
    """What is the world's fault becomes one sentence and an exit code; what is ours keeps its traceback."""
    try:
        yield
        if sys.stdout:
            sys.stdout.flush()  # a reader that has gone is met here, not at the interpreter's end
    except FactCheckError as error:
        from factcheck.cli.output import note

        note(str(error))
        ctx.exit(1)
    except KeyboardInterrupt:
        click.echo("", err=True)
        ctx.exit(_INTERRUPTED)


# --- the app ----------------------------------------------------------------------------------------------------------


#: Starts the window and returns its exit code; given to click as the context's object by whoever may import Qt.
Opener = Callable[[Path | None, bool], int]


def _open(ctx: click.Context, project: Path | None, sample: bool) -> NoReturn:
    """Starts the window; what would keep Qt from starting is said in a sentence first."""
    from factcheck.doctor import window_problem

    if project is not None and not project.is_file():
        raise ProjectFileError(_no_project(project))
    problem = window_problem()
    if problem:
        raise FactCheckError(problem)
    opener: Opener = ctx.obj
    ctx.exit(opener(project, sample))


def _no_project(path: Path) -> str:
    if path.is_dir():
        return told("is_folder", path=path)
    near = get_close_matches(str(path), COMMANDS, n=1)
    if near:
        return told("no_project_but", path=path, command=near[0])
    return told("no_project", path=path)


#: Heard before the commands are loaded, see `__main__`; here it is named and proved. What nobody speaks is not offered.
_language = option(
    "--language",
    text="interface",
    type=click.Choice([*interface_codes(), *pseudo.CODES]),
    metavar=f"[{'|'.join(interface_codes())}]",
    expose_value=False,
)


@click.command("factcheck-app", help=told("app"), context_settings=_SETTINGS)
@click.argument("project", required=False, type=click.Path(path_type=Path))
@option("--sample", is_flag=True)
@_language
@click.pass_context
def app(ctx: click.Context, project: Path | None, sample: bool) -> None:
    """Opens the window."""
    if project and sample:
        raise click.UsageError(told("sample_alone"))
    with told_in_a_sentence(ctx):
        _open(ctx, project, sample)


# --- the command line -------------------------------------------------------------------------------------------------


@click.group(
    "factcheck",
    cls=Root,
    help=told("help"),
    epilog=told("examples"),
    invoke_without_command=True,
    options_metavar="",
    subcommand_metavar="[PROJECT | COMMAND ...]",
    context_settings=_SETTINGS,
)
@option("--sample", is_flag=True)
@_language
@click.version_option(__version__, message="factcheck %(version)s", help=told("option.version"))
@click.pass_context
def factcheck(ctx: click.Context, sample: bool) -> None:
    """Opens the app if no command was given."""
    if ctx.invoked_subcommand is None:
        _open(ctx, None, sample)
    if sample:
        raise click.UsageError(told("sample_alone"))
