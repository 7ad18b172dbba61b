"""An article of 40 statements added to an index of very many, against `rapidfuzz.process.cdist` of it with all.

cdist with ratio, from 80 on, two workers; its time without the threshold is given as well. The article is entered and
what is like it found; reading the kept index from the project, and writing the article's part, are timed apart.

    python -m benchmarks.bench_index [SIZE …]
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.invented import statements
from factcheck import workflow
from factcheck.alike import Index, Rarity, Segment
from factcheck.model import Who
from factcheck.store.segments import Kept

ARTICLE, ROUNDS, COMPARED = 40, 25, 3


def one(size: int, folder: Path) -> None:
    """Prints a line."""
    texts = statements(size + ARTICLE * ROUNDS)
    new, texts = texts[size:], texts[:size]
    articles = [new[at : at + ARTICLE] for at in range(0, len(new), ARTICLE)]
    began = perf_counter()
    index = Index.of(texts)
    built = perf_counter() - began
    with workflow.new_project(folder / f"{size}.factcheck", Who("Bench")) as session:
        kept = session.derived.segments
        kept.begin("bench", index.rarity.packed())
        for segment in index.segments:
            kept.add(Kept([("text", len(segment))], segment.packed()))
        began = perf_counter()
        read = kept.read("bench")
        assert read is not None
        index = Index(Rarity.unpacked(read[0]), [Segment.unpacked(*each.parts) for each in read[1]])
        opened = perf_counter() - began
        spent, computed, written, missed, there = [], [], [], 0, 0
        for number, article in enumerate(articles):
            clock, own = perf_counter(), process_time()
            found = index.matches(article, lambda numbers: [texts[n] for n in numbers])
            segment = index.add(article)
            spent.append(perf_counter() - clock)
            computed.append(process_time() - own)
            clock = perf_counter()
            kept.add(Kept([("text", len(segment))], segment.packed()))
            written.append(perf_counter() - clock)
            index.segments.pop()  # every article meets the same index
            if number < COMPARED:
                theirs, truth = compared(article, texts, LEAST)
                there += len(truth)
                missed += len(truth - {(a, n) for a, n, _ in found})
        plain, _ = compared(articles[0], texts, 0)
    parts = sum(len(part) for segment in index.segments for part in segment.packed()) / 1e6
    print(
        f"| {size:,} | {1000 * median(spent):.1f} ({1000 * median(computed):.1f}) | {theirs:.2f} | {plain:.2f} "
        f"| {theirs / median(spent):,.0f} | {there - missed} of {there} | {1000 * median(written):.1f} "
        f"| {built:.1f} | {opened:.2f} | {parts:.0f} |",
        flush=True,
    )


LEAST = 80


def compared(article: Sequence[str], texts: Sequence[str], least: int) -> tuple[float, set[tuple[int, int]]]:
    """Seconds that cdist takes, and the pairs that it finds."""
    began = perf_counter()
    near = process.cdist(article, texts, scorer=fuzz.ratio, score_cutoff=least, dtype=np.uint8, workers=2)
    seconds = perf_counter() - began
    return seconds, set(zip(*(side.tolist() for side in np.nonzero(near >= max(least, 1))), strict=True))


def main(sizes: Sequence[int]) -> None:
    """Prints the table."""
    print(
        "| statements | added and found, ms (computing) | cdist, s | cdist without threshold, s | times "
        "| found of there | written, ms | built, s | read, s | MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for size in sizes:
            one(size, Path(folder))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100_000, 1_000_000])
