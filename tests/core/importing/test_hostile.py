"""Inputs built to do harm: each ends in one sentence, within the limits of time and memory, and nothing is added.

The limits are a guard against hanging and no measure of speed.
"""

import sys
from collections.abc import Callable, Iterator
from time import monotonic

import pytest

from factcheck.importing import DEFAULT_LIMITS, Input, Outcome
from factcheck.importing.isolation import Isolated
from factcheck.importing.reading import Reader, outcome_of
from tests.core.importing.harm import SECRET
from tests.core.importing.hostile import READ, REFUSED

#: With room for a machine that does other things too.
SECONDS = DEFAULT_LIMITS.seconds + 5


@pytest.fixture(scope="module")
def isolated() -> Iterator[Isolated]:
    with Isolated(DEFAULT_LIMITS) as one:
        yield one


def read(isolated: Isolated, data: bytes, name: str) -> Outcome:
    began = monotonic()
    outcome = outcome_of(name, lambda: Reader(DEFAULT_LIMITS, isolated).of_bytes(Input(data, name)))
    assert monotonic() - began < SECONDS
    return outcome


def test_the_table_is_large_enough() -> None:
    assert len(REFUSED) + len(READ) >= 60


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_one_sentence(
    isolated: Isolated, what: str, record_property: Callable[[str, object], None]
) -> None:
    record_property("trust", ["hostile document", 1])  # counted by `make trust`
    name, made = REFUSED[what]
    outcome = read(isolated, made(), name)
    assert outcome.drafts == ()
    assert outcome.error.endswith((".", ")"))
    assert "\n" not in outcome.error
    assert outcome.error.startswith(name), "says which file"
    assert "Traceback" not in outcome.error


@pytest.mark.parametrize("what", READ)
def test_read_without_harm(isolated: Isolated, what: str, record_property: Callable[[str, object], None]) -> None:
    record_property("trust", ["hostile document", 1])
    name, made, words = READ[what]
    outcome = read(isolated, made(), name)
    assert any(words in draft.text for draft in outcome.drafts), outcome.error
    assert not any("root:" in draft.text for draft in outcome.drafts), f"nothing of {SECRET} comes in"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_child_holds_its_limit_of_memory(isolated: Isolated) -> None:
    read(isolated, b"<html><p>words and words", "a.html")
    process = isolated._process
    assert process is not None
    with open(f"/proc/{process.pid}/limits", encoding="ascii") as limits:  # noqa: PTH123 - no regular file
        held = next(line for line in limits if line.startswith("Max address space"))
    assert held.split()[3] == str(DEFAULT_LIMITS.memory)
