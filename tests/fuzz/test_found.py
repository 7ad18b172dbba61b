"""What fuzzing found stays mended, and a little of it is done with every run of the tests; `make fuzz` does more."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, found, seeds

_SEEDS = {name: [seed for seed in seeds(name) if len(seed) < 200_000] for name in TARGETS}
_FOUND = [(name, path) for name in TARGETS for path in found(name)]


@pytest.mark.parametrize("name", TARGETS)
def test_a_sound_input_keeps_its_promises(name: str) -> None:
    assert _SEEDS[name]
    for seed in _SEEDS[name][:40]:
        TARGETS[name](seed)


@pytest.mark.parametrize(("name", "path"), _FOUND, ids=[path.name for _, path in _FOUND])
def test_what_was_found_stays_mended(name: str, path: Path) -> None:
    TARGETS[name](path.read_bytes())


#: Where bytes are overwritten, and with what.
_PATCHES = st.lists(st.tuples(st.integers(0, 1 << 30), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6)


def _patched(data: bytes, patches: list[tuple[int, bytes]]) -> bytes:
    changed = bytearray(data)
    for at, piece in patches:
        place = at % (len(changed) + 1)
        changed[place : place + len(piece)] = piece
    return bytes(changed)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_few_bytes_changed_in_a_sound_input_do_no_harm(name: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(_SEEDS[name]))
    TARGETS[name](_patched(seed, data.draw(_PATCHES)))
