#!/usr/bin/env python3
"""What a second opinion changes on known contradictions of real news: the same findings, weighed by it and not.

    bench_second_opinion.py --model FOLDER | --judge URL --judge-model NAME [--judge-top N]
                            [GOLD ...] [--only PART] [--articles FOLDER] [--tools FOLDER]

The topics are those of `bench_findings`, sealed ones left out before their texts are opened. Nothing is fitted: the
formula is fixed, so each topic is one that it has not seen (a model may have: read its card). Opinions are kept as in
the app, so that a second run asks nobody. Without a model, a judge, or the data, nothing is measured.
"""

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import bench_findings as bench
from factcheck import advising, keys
from factcheck.advising import Advice, Advisers
from factcheck.errors import FactCheckError
from factcheck.matching import Finding, Source, as_json, find
from factcheck.text import canonical

SHOWN = ("recall@20", "recall@100", "flagged@100", "precision@20", "auc")
Gold = dict[Path, list[dict[str, Any]]]
Ask = Callable[[list[Finding]], Advice]


class Tally:
    """The figures of some topics, plain and weighed."""

    def __init__(self) -> None:
        self.gold: dict[str, list[dict[str, Any]]] = {"plain": [], "weighed": []}
        self.judged: dict[str, list[Any]] = {"plain": [], "weighed": []}
        self.cost = {"asked": 0, "without": 0, "tokens": 0}
        self.seconds = 0.0

    def take(self, scorer: Any, way: str, rows: list[dict[str, Any]], shown: list[dict[str, Any]]) -> None:
        """Add the findings of a topic in one of the two orders."""
        mine = [dict(row) for row in rows]
        self.judged[way].append(scorer.judge(shown, mine))
        self.gold[way] += mine

    def lines(self, scorer: Any, name: str) -> list[str]:
        """Three rows of the table: without, with, and the difference."""
        ways = {way: scorer.figures(self.gold[way], self.judged[way]) for way in ("plain", "weighed")}
        numbers = {way: [float(figures[key]) for key in SHOWN] for way, figures in ways.items()}
        both = zip(numbers["plain"], numbers["weighed"], strict=True)
        rows = {**{f"{name}, {way}": values for way, values in numbers.items()}, "": [b - a for a, b in both]}
        return [
            f"{title:<28}" + "".join(f"{value:>+13.2f}" if not title else f"{value:>13.2f}" for value in values)
            for title, values in rows.items()
        ]


def sources(folder: Path) -> list[Source]:
    """The articles of a folder, with nothing but their texts."""
    paths = sorted(folder.glob("*.txt"))
    return [Source(p.stem, p.stem, canonical(p.read_text(encoding="utf-8")), file=p.name) for p in paths]


def measure(scorer: Any, gold: Gold, ask: Ask) -> dict[str, Tally]:
    """The tally of each part, and of all."""
    tallies: dict[str, Tally] = {}
    for folder, rows in sorted(gold.items(), key=lambda item: int(item[0].name)):
        read = sources(folder)
        by_id = {source.article_id: source for source in read}
        found = find(read)
        started = time.perf_counter()
        advice = ask(found)
        seconds = time.perf_counter() - started
        ways = {"plain": found, "weighed": advice.weigh(found)}
        for part in (bench.part_of(folder.name), "all"):
            tally = tallies.setdefault(part, Tally())
            tally.seconds += seconds
            for name in tally.cost:
                tally.cost[name] += getattr(advice, name)
            for way, shown in ways.items():
                tally.take(scorer, way, rows, [as_json(finding, by_id) for finding in shown])
        print(f"topic {folder.name}: {advice.heard} opinions, {advice.asked} asked, {seconds:.1f} s", flush=True)
    return tallies


def report(scorer: Any, tallies: dict[str, Tally]) -> None:
    """Prints the table, all topics last."""
    print("\n" + " " * 28 + "".join(f"{key:>13}" for key in SHOWN))
    for part in sorted(tallies, key=lambda name: (name == "all", name)):
        print("\n".join(tallies[part].lines(scorer, part)))
    cost, seconds = tallies["all"].cost, tallies["all"].seconds
    print(
        f"\n{cost['asked']} asked, {cost['without']} without a usable answer, {cost['tokens']} tokens, {seconds:.0f} s"
    )


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """What was given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--model", default="")
    parser.add_argument("--judge", default="")
    parser.add_argument("--judge-model", default="")
    parser.add_argument("--judge-top", type=int, default=advising.JUDGE_QUESTIONS)
    parser.add_argument("--articles", type=Path, default=bench.SHARED / "data" / "news")
    parser.add_argument("--tools", type=Path, default=bench.SHARED / "tools")
    parser.add_argument("--only", choices=bench.PARTS, help="measure one part")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run; 0 also when there is nothing to measure."""
    given = arguments(argv)
    advisers = Advisers(given.model, given.judge, given.judge_model, given.judge_top)
    if not advisers:
        print("Skipped: give --model FOLDER, or --judge URL and --judge-model NAME.")
        return 0
    news = [given.articles / name for name in ("gold.tsv", "gold-more.tsv")]
    tables = given.gold or [*news, bench.HERE / "data" / "fresh.tsv"]
    missing = [path for path in (given.tools / "score_findings.py", *tables) if not path.is_file()]
    if missing:
        print(f"Skipped: {missing[0]} is not there; the news data are not part of the repository.")
        return 0
    sys.path.insert(0, str(given.tools))
    scorer = importlib.import_module("score_findings")
    left_out = {t for part, topics in bench.PARTS.items() if given.only not in (None, part) for t in topics}
    gold = bench.open_gold(scorer, tables, given.articles, bench.sealed() | left_out)
    key = keys.kept(advisers.judge_url) if advisers.judged else ""
    try:
        report(scorer, measure(scorer, gold, lambda found: advising.ask(advisers, found, {}, lambda: key)))
    except FactCheckError as error:
        print(f"Not measured: {error}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
