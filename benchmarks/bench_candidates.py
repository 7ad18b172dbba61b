"""Alike pairs among many statements: ours against `rapidfuzz.process.cdist` (ratio, from 80 on, two workers, triangle).

Invented statements (`benchmarks.invented`): words as frequent as real ones, one in ten an edited copy of another. cdist
of a list with itself does the triangle; it is measured on a slice and extrapolated by pairs, since all would take
minutes to days. Recall is that of all pairs of some drawn statements with every other, by cdist.

    python -m benchmarks.bench_candidates [SIZE …]
"""

import platform
import resource
import sys
from collections.abc import Sequence
from itertools import pairwise
from math import log
from random import Random
from time import perf_counter, process_time

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.invented import statements
from factcheck.alike import alike

#: Statements of the slice that cdist is measured on, and statements whose pairs are all looked at.
SLICE, DRAWN = 4_000, 1_000
LEAST = 80


def pairs_a_second(texts: Sequence[str]) -> float:
    """How many pairs cdist weighs in a second."""
    some = list(texts[:SLICE])
    began = perf_counter()
    process.cdist(some, some, scorer=fuzz.ratio, score_cutoff=LEAST, dtype=np.uint8, workers=2)
    return len(some) * (len(some) - 1) / 2 / (perf_counter() - began)


def recall(texts: Sequence[str], found: set[tuple[int, int]]) -> tuple[int, int]:
    """Pairs of some statements with any other that there are, and that were found."""
    there = told = 0
    drawn = sorted(Random(2).sample(range(len(texts)), min(DRAWN, len(texts))))
    for start in range(0, len(drawn), 50):
        some = drawn[start : start + 50]
        asked = [texts[n] for n in some]
        near = process.cdist(asked, texts, scorer=fuzz.ratio, score_cutoff=LEAST, dtype=np.uint8, workers=2)
        for row, other in zip(*(side.tolist() for side in np.nonzero(near)), strict=True):
            if some[row] != other:
                there += 1
                told += (min(some[row], other), max(some[row], other)) in found
    return there, told


def one(size: int) -> float:
    """Prints a line; seconds of computing."""
    texts = list(dict.fromkeys(statements(size)))
    longest, last = 0.0, perf_counter()

    def progress(_what: str, _done: int, _total: int) -> None:
        nonlocal longest, last
        now = perf_counter()
        longest, last = max(longest, now - last), now

    began, computed = perf_counter(), process_time()
    found = {(a, b) for a, b, _ in alike(texts, LEAST, progress)}
    seconds, computed = perf_counter() - began, process_time() - computed
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    theirs = len(texts) * (len(texts) - 1) / 2 / pairs_a_second(texts)
    there, told = recall(texts, found) if size <= 200_000 else (0, 0)
    share = f"{told / there:.4f} of {there}" if there else "not measured"
    print(
        f"| {size:,} | {len(found):,} | {seconds:.2f} ({computed:.2f}) | {theirs:,.0f} | {theirs / seconds:,.0f} "
        f"| {share} | {peak:.2f} | {longest:.2f} |",
        flush=True,
    )
    return computed


def main(sizes: Sequence[int]) -> None:
    """Prints the table, and how time grows."""
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}")
    list(alike(statements(500)))  # what is made once is not measured
    print("| statements | alike pairs | ours, s (computing) | cdist, s | times | recall | GB | longest pause, s |")
    print("|---|---|---|---|---|---|---|---|")
    spent = [(size, one(size)) for size in sizes]
    for (size, seconds), (larger, more) in pairwise(spent):
        print(f"growth from {size:,} to {larger:,}: exponent {log(more / seconds) / log(larger / size):.2f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
