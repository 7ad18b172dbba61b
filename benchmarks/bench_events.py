"""How well articles are told apart by event, on news of which each topic holds two like events.

    python -m benchmarks.bench_events [--together N]

The file names say which event an article is of (`ecb`, `ecbplus`). Counted are pairs of articles: of those put
together, the share that belongs together (precision); of those that belong together, the share put together (recall).
Measured on each open topic, on each event of it alone, and on N topics at once. No labels are read.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks import bench_findings as bench
from benchmarks.fit_ranking import sources
from factcheck.matching import Source
from factcheck.matching.corpus import corpus
from factcheck.matching.events import events
from factcheck.progress import silent


def told(source: Source) -> tuple[str, bool]:
    """The event that an article is of, by its file's name."""
    return source.article_id.split("_")[0], source.article_id.endswith("plus")


def together(articles: Sequence[Source]) -> tuple[int, int, int]:
    """Pairs put together rightly and wrongly, and pairs that belong together but were not."""
    prepared = corpus(articles, silent)
    found = events(prepared, silent)
    right = wrong = missed = 0
    for i, j in combinations(range(len(found)), 2):
        same = told(prepared.sources[i]) == told(prepared.sources[j])
        right += same and found[i] == found[j]
        wrong += found[i] == found[j] and not same
        missed += same and found[i] != found[j]
    return right, wrong, missed


def groups(topics: Sequence[Sequence[Source]], at_once: int) -> Iterator[tuple[str, list[list[Source]]]]:
    """What is measured: by name, the lots of articles."""
    yield "one topic, two events", [list(topic) for topic in topics]
    yield "one event", [[s for s in topic if told(s)[1] is plus] for topic in topics for plus in (False, True)]
    lots = [topics[i : i + at_once] for i in range(0, len(topics), at_once)]
    yield f"{at_once} topics, {2 * at_once} events", [[s for topic in lot for s in topic] for lot in lots]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 0 also when the data are not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=Path, default=bench.SHARED / "data" / "news")
    parser.add_argument("--together", type=int, default=5)
    args = parser.parse_args(argv)
    if not args.articles.is_dir():
        print(f"Skipped: {args.articles} is not there; the news data are not part of the repository.")
        return 0
    closed = bench.sealed()
    folders = [f for f in args.articles.iterdir() if f.is_dir() and f.name not in closed]
    topics = [sources(folder) for folder in sorted(folders, key=lambda f: int(f.name))]
    for name, lots in groups(topics, args.together):
        right, wrong, missed = (sum(column) for column in zip(*map(together, lots), strict=True))
        print(f"{name:<24} precision {right / (right + wrong):.3f}  recall {right / (right + missed):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
