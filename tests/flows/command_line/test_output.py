"""How results are laid out for people."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli import blocks, output
from tests.flows.command_line.calling import ARTICLES, done, environment, program, run


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> int:
    """A terminal of 40 columns."""
    for module in (output, blocks):
        monkeypatch.setattr(module, "room", lambda: 40)
    return 40


@given(st.text(), st.integers(min_value=2, max_value=30))
def test_wrapping_keeps_all_words_and_the_width(text: str, width: int) -> None:
    lines = output.wrapped(text, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(output.cells(line) <= width for line in lines)
    assert output.wrapped(text, None) == [" ".join(text.split())]


def test_wide_and_combining_characters_are_counted_as_shown() -> None:
    assert [output.cells(text) for text in ("ab", "日本", "e\u0301", "\u200d", "")] == [2, 4, 1, 0, 0]


def test_a_table_is_wrapped_to_the_terminal(narrow: int, capsys: pytest.CaptureFixture[str]) -> None:
    output.table(["No.", "Words", "Who"], [(1, "日本語 " * 20, "me"), (2, "x" * 90, "you")])
    lines = capsys.readouterr().out.splitlines()
    assert all(output.cells(line) <= narrow for line in lines)
    assert "".join(lines).count("x") == 90
    assert lines[0].split() == ["No.", "Words", "Who"]
    assert lines[1].endswith("me")


def test_a_table_in_a_pipe_is_aligned_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(["No.", "Words", "Who"], [(1, "日本語", "me"), (2, "x\ny", "you"), (3, "z" * 300, "she")])
    lines = capsys.readouterr().out.splitlines()
    assert [output.cells(line[: line.rindex(" ")]) for line in lines[1:3]] == [6 + 120] * 2
    assert lines[3] == f"3    {'z' * 300}  she"
    assert "x y" in lines[2]


def test_what_would_steer_a_terminal_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    output.out("a\x1b[31mb\x9bc\td")
    assert capsys.readouterr().out == "a[31mbc\td\n"


def test_a_block_is_wrapped_to_the_terminal(narrow: int, project: Path) -> None:
    lines = done("match", project, "--top", 2).splitlines()
    assert all(output.cells(line) <= narrow for line in lines if " " in line.strip())


def test_a_terminal_shows_the_first_findings_and_says_so(narrow: int, project: Path) -> None:
    assert narrow
    result = run("match", project)
    ranks = [line.partition(". ")[0] for line in result.stdout.splitlines() if line[:1].isdigit()]
    assert ranks == [str(rank) for rank in range(1, 21)]
    assert "more" in result.stderr


def test_progress_is_shown_on_a_terminal_only(home: Path) -> None:
    try:
        screen, behind = pty.openpty()
    except OSError as error:  # as in a bare chroot
        pytest.skip(f"no terminal can be made here: {error}")
    call = program(("compare", ARTICLES, "--json"))
    result = home.parent / "result.json"
    with result.open("wb") as out, subprocess.Popen(call, stdout=out, stderr=behind, env=environment(home)) as process:
        os.close(behind)
        said = b"".join(iter(lambda: _seen(screen), b""))
    os.close(screen)
    assert process.returncode == 0
    assert json.loads(result.read_bytes())
    assert b"/" in said
    assert said.rstrip().endswith(b"\x1b[2K"), "the bar is gone"


def _seen(screen: int) -> bytes:
    try:
        return os.read(screen, 100_000)
    except OSError:  # nobody writes any more
        return b""
