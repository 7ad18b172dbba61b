"""Fit the weights of the ranking on labelled open topics of the news data, and say what they give on topics left out.

    python -m benchmarks.fit_ranking [--write] [--unjudged W] [--consistent C] [--keep L]

Positives and negatives are pairs of facts of the statements that the gold calls a contradiction or consistent; pairs of
which it says nothing count as negatives of weight W, since few of them would be confirmed; consistent ones have weight
C. Sealed topics and those that are held out (`bench_findings.py`) are never read. `--write` stores the weights in
resources/lang/ranking.toml.
"""

import argparse
import importlib
import itertools
import json
import math
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import bench_findings as bench
from factcheck.matching import Source, as_json, find, ranking
from factcheck.matching.corpus import Corpus
from factcheck.matching.search import weighed_by_hand
from factcheck.progress import silent
from factcheck.text import canonical

TARGET = Path(__file__).resolve().parent.parent / "resources" / "lang" / "ranking.toml"
Example = tuple[dict[str, float], float, float]
#: Of a topic's pairs without a label, at most so many are used.
_UNJUDGED = 200
_ROUNDS, _STEP = 90, 0.3


def sources(folder: Path) -> list[Source]:
    paths = sorted(folder.glob("*.txt"))
    return [Source(p.stem, p.stem, canonical(p.read_text(encoding="utf-8")), file=p.name) for p in paths]


def labelled(scorer: Any, prepared: Corpus, rows: Sequence[dict[str, Any]]) -> dict[tuple[int, int], dict[str, Any]]:
    """The rows of the gold by the two wordings that they speak of."""
    stems = [Path(s.file).stem for s in prepared.sources]

    def hits(file: str, quote: str) -> list[int]:
        own = (w for w in prepared.wordings if any(stems[n] == file for n in w.articles))
        return [w.index for w in own if scorer.same_passage({"text": w.text}, quote)]

    found = {}
    for row in rows:
        for i, j in itertools.product(hits(*row["a"]), hits(*row["b"])):
            found[min(i, j), max(i, j)] = row
    return found


def examples(scorer: Any, folder: Path, rows: Sequence[dict[str, Any]], weight: float, against: float) -> list[Example]:
    """Features, label and weight of the clashes of one topic."""
    prepared, ranker, pairs = weighed_by_hand(sources(folder), silent)
    labels = labelled(scorer, prepared, rows)
    judged, unjudged = [], []
    for pair in pairs:
        if pair.agree:
            continue
        row_ = labels.get((min(pair.a.wording, pair.b.wording), max(pair.a.wording, pair.b.wording)))
        if row_ is None:
            unjudged.append((pair.score, pair))
        elif row_["label"] != "contradiction":
            judged.append((ranker.features(pair), 0.0, against))
        elif pair.a.type.value in scorer.REASONS.get(row_["kind"], {pair.a.type.value}):
            judged.append((ranker.features(pair), 1.0, 1.0))
    unjudged.sort(key=lambda item: -item[0])
    best, rest = unjudged[: _UNJUDGED // 2], unjudged[_UNJUDGED // 2 :]
    random.Random(5).shuffle(rest)
    kept = [pair for _, pair in best + rest[: _UNJUDGED // 2]]
    return judged + [(ranker.features(pair), 0.0, weight) for pair in kept]


def fit(data: Sequence[Example], keep: float) -> dict[str, float]:
    """Logistic regression by gradient steps scaled per feature; `keep` holds the weights near the formula's."""
    prior = {"formula": 1.0}
    w = dict(prior)
    squares: dict[str, float] = {}
    for _ in range(_ROUNDS):
        slope: dict[str, float] = {}
        for features, label, weight in data:
            z = sum(w.get(name, 0.0) * value for name, value in features.items())
            error = weight * (1 / (1 + math.exp(-max(-30, min(30, z)))) - label)
            for name, value in features.items():
                slope[name] = slope.get(name, 0.0) + error * value
        for name, g in slope.items():
            pull = keep * (w.get(name, 0.0) - prior.get(name, 0.0)) * (name != "always")
            squares[name] = squares.get(name, 0.0) + (g + pull) ** 2
            w[name] = w.get(name, 0.0) - _STEP * (g + pull) / (math.sqrt(squares[name]) + 1e-9)
    return w


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--unjudged", type=float, default=0.2)
    parser.add_argument("--consistent", type=float, default=2.0)
    parser.add_argument("--keep", type=float, default=150.0)
    args = parser.parse_args(argv)
    articles = bench.SHARED / "data" / "news"
    sys.path.insert(0, str(bench.SHARED / "tools"))
    scorer = importlib.import_module("score_findings")
    tables = [articles / "gold.tsv", articles / "gold-more.tsv"]
    closed = bench.sealed() | set(bench.HELD_OUT)
    gold = bench.open_gold(scorer, tables, articles, closed)
    data = {folder: examples(scorer, folder, rows, args.unjudged, args.consistent) for folder, rows in gold.items()}
    everything, judged = [], []
    for folder, rows in gold.items():
        weights = fit([e for f, found in data.items() if f != folder for e in found], args.keep)
        ranking.weights = lambda w=weights: w  # type: ignore[assignment] # `find` reads them there; for one topic
        texts = sources(folder)
        by_id = {s.article_id: s for s in texts}
        judged.append(scorer.judge([as_json(f, by_id) for f in find(texts)], rows))
        everything += rows
    left_out = scorer.figures(everything, judged)
    print("left out", json.dumps({k: left_out[k] for k in bench.SHOWN}))
    if args.write:
        weights = fit([e for found in data.values() for e in found], args.keep)
        lines = [f"{json.dumps(name)} = {value:.3f}" for name, value in sorted(weights.items())]
        head = "# Made by benchmarks/fit_ranking.py: what speaks for (above 0) and against a finding.\n[weights]\n"
        TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
