"""Work in a process of its own: it answers piece by piece, tells how far it is, fails as if it were here, and ends."""

import os
from collections.abc import Iterator
from time import monotonic, sleep

import pytest

from factcheck.apart import Apart
from factcheck.errors import FactCheckError
from factcheck.matching import Source, find, found
from factcheck.progress import Cancelled, Progress, silent

TEXTS = ("The bridge at Orm fell on 3 May 2031. 12 people were hurt.", "The bridge at Orm fell on 4 May 2031.")


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    made = Apart()
    yield made
    made.close()


def count(to: int, progress: Progress) -> Iterator[tuple[int, int]]:
    for number in range(to):
        progress("counting", number, to)
        yield number, os.getpid()


def refuse(_progress: Progress) -> Iterator[int]:
    yield 1
    raise FactCheckError("The lake is closed.")


def stumble(_progress: Progress) -> Iterator[int]:
    yield 1 // 0


def hang(_progress: Progress) -> Iterator[int]:
    yield os.getpid()
    sleep(600)


def end(_progress: Progress) -> Iterator[int]:
    os._exit(3)
    yield 1


def test_pieces_come_in_order_from_one_other_process(apart: Apart) -> None:
    pieces = [*apart.run(count, 5, progress=silent), *apart.run(count, 2, progress=silent)]
    assert [number for number, _ in pieces] == [0, 1, 2, 3, 4, 0, 1]
    assert len({process for _, process in pieces}) == 1
    assert pieces[0][1] != os.getpid()


def test_it_tells_how_far_it_is(apart: Apart) -> None:
    told: list[tuple[str, int, int]] = []
    list(apart.run(count, 3, progress=lambda *progress: told.append(progress)))
    assert ("counting", 0, 3) in told


def test_matching_there_gives_what_it_gives_here(apart: Apart) -> None:
    sources = [Source(f"a{n}", f"v{n}", text, title=f"Paper {n}") for n, text in enumerate(TEXTS)]
    there = [finding for lot in apart.run(found, sources, progress=silent) for finding in lot]
    assert there
    assert there == find(sources)


def test_a_refusal_is_the_same_sentence_and_the_next_work_is_done(apart: Apart) -> None:
    with pytest.raises(FactCheckError, match=r"^The lake is closed\.$"):
        list(apart.run(refuse, progress=silent))
    assert len(list(apart.run(count, 1, progress=silent))) == 1


def test_a_bug_keeps_its_trace(apart: Apart) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError") as caught:
        list(apart.run(stumble, progress=silent))
    assert "stumble" in caught.value.__notes__[0]


def test_a_process_that_ends_is_told_in_a_sentence(apart: Apart) -> None:
    with pytest.raises(FactCheckError, match="was ended"):
        list(apart.run(end, progress=silent))


def test_a_wish_to_cancel_is_met_while_the_process_is_silent(apart: Apart) -> None:
    began: list[float] = []

    def progress(_what: str, _done: int, _total: int) -> None:
        if began:
            raise Cancelled

    pieces = apart.run(hang, progress=progress)
    process = next(pieces)
    began.append(monotonic())
    with pytest.raises(Cancelled):
        list(pieces)
    assert monotonic() - began[0] < 5
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
