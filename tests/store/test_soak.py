"""A share of the soak of `make trust`."""

from pathlib import Path

from tests.store.making import new_session
from tests.store.soak import Soak


def test_two_hundred_random_operations_leave_what_a_model_of_records_has(path: Path) -> None:
    soak = Soak(path, new_session(path), seed=1)
    for _ in range(4):
        soak.run(50)
        soak.compare()
    soak.reopen()
    soak.compare()
    soak.prove()
    assert {"undo", "redo", "claim", "typed", "verdict"} <= set(soak.counted)
    soak.session.close()
