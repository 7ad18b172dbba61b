"""Bytes that are no longer what was written: found, never silently wrong; and a rescue saves what there is."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from factcheck import edits
from factcheck.errors import FactCheckError
from factcheck.session import Session
from factcheck.store.check import problems
from factcheck.store.rescue import rescue
from tests.store.making import WHO
from tests.trust.conftest import Tally
from tests.trust.machine import Base, applied, base_of, state_of
from tests.trust.scenarios import NAME

PAGE = 4096
RUNS = 60


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return base_of(tmp_path_factory.mktemp("base"), "edit")


def overwritten(data: bytearray, chance: Random) -> None:
    for _ in range(chance.randint(1, 6)):
        page = chance.randrange(len(data) // PAGE) * PAGE
        data[page : page + PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE), b"\xff" * PAGE])


def in_the_header(data: bytearray, chance: Random) -> None:
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(100)] = chance.randrange(256)


def cut(data: bytearray, chance: Random) -> None:
    del data[chance.randrange(len(data)) :]


def single_bits(data: bytearray, chance: Random) -> None:
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


@pytest.mark.parametrize("harm", [overwritten, in_the_header, cut, single_bits])
def test_damage_is_found_and_what_can_be_read_is_saved(
    base: Base, harm: Callable[[bytearray, Random], None], tmp_path: Path, tally: Tally
) -> None:
    whole = (base.folder / NAME).read_bytes()
    ever = _ever(base)
    for seed in range(RUNS):
        data = bytearray(whole)
        harm(data, Random(seed))
        path, saved = tmp_path / NAME, tmp_path / f"saved {seed}.factcheck"
        path.write_bytes(data)
        if not list(problems(path)):
            assert _state(path) == base.state, "altered, and nothing was found"
        try:
            told = rescue(path, saved, WHO, edits.now())
        except FactCheckError:
            assert b"edit.create_project" not in data, "nothing was saved, and history is there"
            continue
        others = [key for key, record in _state(saved).items() if record not in ever.get(key, [])]
        assert len(others) <= told.unproved, "what is as it never was is counted as not proved"
    tally(f"damage: {getattr(harm, '__name__', '').replace('_', ' ')}", RUNS)


def _state(path: Path) -> dict[tuple[str, str], object]:
    with Session.open(path, WHO, read_only=True) as session:
        return dict(state_of(session))


def _ever(base: Base) -> dict[tuple[str, str], list[object]]:
    """Every state in which each record ever was."""
    from factcheck import codec

    found: dict[tuple[str, str], list[object]] = {}
    with Session.open(base.folder / NAME, WHO, read_only=True) as session:
        state: dict[tuple[str, str], object] = {}
        for entry in session.history():
            state = dict(applied(state, codec.changes_to_json(entry.edit)))  # type: ignore[arg-type]
            for key, record in state.items():
                if record not in found.setdefault(key, []):
                    found[key].append(record)
    return found
