"""10,000 random operations on one project, closed and opened again: the file is as a model says, memory stays flat."""

import gc
from pathlib import Path

import pytest

from tests.store.making import new_session
from tests.store.soak import OPERATIONS, Soak
from tests.trust.conftest import Tally

_OPERATIONS, _ROUNDS = 10_000, 20
#: Rounds after which all that is loaded late is there, and bytes that may be held more at the end. Counted in is
#: the model, which keeps every record and every step that can be taken back.
_WARM, _MORE = 4, 20_000_000


def resident() -> int:
    """Bytes that this process holds now."""
    gc.collect()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) * 1024


@pytest.mark.timeout(900)
def test_ten_thousand_random_operations_leave_what_a_model_of_records_has(tmp_path: Path, tally: Tally) -> None:
    path = tmp_path / "soak.factcheck"
    soak = Soak(path, new_session(path), seed=7)
    held = []
    for _ in range(_ROUNDS):
        soak.run(_OPERATIONS // _ROUNDS)
        soak.compare()
        held.append(resident())
    soak.reopen()
    soak.compare()
    soak.prove()
    soak.session.close()
    assert set(soak.counted) == set(OPERATIONS), "an operation never did anything"
    assert held[-1] - held[_WARM] < _MORE, f"memory grew: {[n // 1_000_000 for n in held]} MB"
    tally("random operations, compared with a model", _OPERATIONS)
