"""kill -9 while somebody types without a pause: at most two seconds of typing are lost."""

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from factcheck.model import Verdict
from factcheck.session import Session
from tests.store.making import WHO
from tests.trust.conftest import Tally
from tests.trust.machine import CHECKOUT, base_of
from tests.trust.scenarios import NAME

RUNS = 6
#: What may be lost at most.
SECONDS = 2.0


def test_at_most_two_seconds_of_typing_are_lost(tmp_path: Path, tally: Tally) -> None:
    for number in range(RUNS):
        place = tmp_path / str(number)
        place.mkdir()
        folder = base_of(place, "edit").folder
        typed, killed_at = _killed_while_typing(folder / NAME, place, 2.5 + Random(number).random() * 3)
        with Session.open(folder / NAME, WHO) as session:
            kept = max((len(verdict.rationale) for verdict in session.records.each(Verdict)), default=0)
        due = max((length for at, length in typed if at <= killed_at - SECONDS), default=0)
        assert due > 5, "hardly anything was typed before it was killed"
        assert kept >= due, f"{due - kept} letters are lost that were typed more than two seconds before"
    tally("kill -9 while typing", RUNS)


def _killed_while_typing(project: Path, home: Path, seconds: float) -> tuple[list[tuple[float, int]], float]:
    """When how much was typed, and when it was killed, so many seconds after the first key."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    environment["XDG_DATA_HOME"] = str(home)
    command = [sys.executable, "-m", "tests.trust.typist", str(project)]
    with subprocess.Popen(command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout
        lines = [typist.stdout.readline()]
        end = float(lines[0].split()[0]) + seconds
        while time.monotonic() < end:
            lines.append(typist.stdout.readline())
        typist.kill()
        killed_at = time.monotonic()
        lines += typist.stdout.readlines()
    told = (line.split() for line in lines if line.endswith("\n"))
    return [(float(at), int(length)) for at, length in told], killed_at
