"""Calling the command line in tests: in this process, or as a program of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from factcheck.__main__ import open_window
from factcheck.cli.root import factcheck
from factcheck.model import RECORD_TYPES, Article, Record, Who
from factcheck.session import Session

CHECKOUT = Path(__file__).resolve().parents[3]
ARTICLES = CHECKOUT / "resources" / "sample" / "articles"


def run(*words: object, given: bytes | None = None) -> Result:
    """One call. What is a bug of ours is raised."""
    return CliRunner().invoke(
        factcheck, [str(word) for word in words], input=given, catch_exceptions=False, obj=open_window
    )


def done(*words: object, given: bytes | None = None) -> str:
    """What a call that must go well prints."""
    result = run(*words, given=given)
    assert result.exit_code == 0, result.output
    return result.stdout


def data(*words: object, given: bytes | None = None) -> Any:
    """The JSON document of a call that must go well."""
    return json.loads(done(*words, "--json", given=given))


def refused(*words: object, given: bytes | None = None) -> str:
    """The one sentence of a call that must be refused."""
    result = run(*words, given=given)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    return sentence(result.stderr)


def sentence(text: str) -> str:
    """The text, which must be one line that ends as a sentence does."""
    line = text.strip()
    assert line, "nothing was said"
    assert "\n" not in line, line
    assert line.endswith((".", "?", "`", "”")), line
    return line


def started(*words: object, **settings: Any) -> "subprocess.CompletedProcess[bytes]":
    """A call as a program of its own."""
    return subprocess.run(program(words), capture_output=True, check=False, timeout=60, **settings)


def program(words: Sequence[object]) -> list[str]:
    """The program and its words."""
    return [sys.executable, "-m", "factcheck", *map(str, words)]


def environment(home: Path, **more: str) -> dict[str, str]:
    """For a program of its own: a home in the test's folder, and nothing to be seen of a screen."""
    known = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "FACTCHECK_LANGUAGE")
    kept = {name: os.environ[name] for name in known if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1", **more}


def dump(project: Path) -> list[Record]:
    """All records of a project."""
    with Session.open(project, Who(""), read_only=True) as session:
        return [record for kind in RECORD_TYPES for record in session.records.each(kind)]


def texts(project: Path) -> dict[str, str]:
    """The text of each article, by its id."""
    with Session.open(project, Who(""), read_only=True) as session:
        return {a.id: session.records.text(a.version_id) for a in session.records.each(Article)}
