"""A long life: 100,000 edits of history, 10,000 of them taken back, a clock that goes back a year."""

import time
from pathlib import Path

import pytest

from factcheck import edits
from factcheck.model import Edit
from factcheck.session import Session
from factcheck.store.check import problems
from tests.store.making import WHO, dump, new_session
from tests.trust.conftest import Tally

EDITS, UNDONE = 100_000, 10_000


@pytest.mark.timeout(900)
def test_a_hundred_thousand_edits_open_undo_and_prove(tmp_path: Path, tally: Tally) -> None:
    path = tmp_path / "long.factcheck"
    with new_session(path) as session:
        session.reader.connection.execute("PRAGMA synchronous = OFF")  # only to be quick
        for n in range(EDITS):
            if n == EDITS - UNDONE:
                before = dump(session.records)
            session.do(edits.edit_project(session.records, method=f"{n}"))
            session.end_typing()
    began = time.perf_counter()
    with Session.open(path, WHO) as session:
        opened = time.perf_counter() - began
        assert opened < 10, f"it takes {opened:.1f} s to open"
        session.reader.connection.execute("PRAGMA synchronous = OFF")
        after = dump(session.records)
        for _ in range(UNDONE):
            assert session.undo()
        assert dump(session.records) == before
        for _ in range(UNDONE):
            assert session.redo()
        assert dump(session.records) == after
        assert session.revision == EDITS + 2 * UNDONE + 1
    assert not list(problems(path))
    tally("100,000 edits, 10,000 of them undone and redone", 1)


def test_the_clock_goes_back_a_year_and_a_century_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    path, now = tmp_path / "clock.factcheck", edits.now()
    made = []
    with new_session(path) as session:
        for shift in (0, -365 * 86400, 100 * 365 * 86400, -10, 0):
            monkeypatch.setattr(time, "time", lambda shift=shift: float(now + shift))
            edit: Edit = edits.edit_project(session.records, method=f"at {shift}")
            session.do(edit)
            session.end_typing()
            made.append(session.backup())
            assert made[-1].exists(), "what was made a moment ago is not taken for old"
        while session.undo():
            pass
        while session.redo():
            pass
    assert not list(problems(path))
    tally("clock set back and ahead", 5)
