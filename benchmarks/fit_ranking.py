"""Fit the weights of the ranking on labelled open topics of the news data, and say what they give on topics left out.

    python -m benchmarks.fit_ranking [--write] [--unjudged W] [--keep L] [--prior P]

Examples are pairs of facts of the statements that the tables of gold or the judgements call a contradiction or not;
pairs of which they say nothing count as negatives of weight W, since few of them would be confirmed. The weights are
held near the formula's (P times its logit) by L, per standard deviation of a feature. Then a monotone curve over rows
that were judged turns what comes out into the share that a person confirms. Sealed topics and those that are held out
(`bench_findings.py`) are never read. `--write` stores both in resources/lang/ranking.toml.
"""

import argparse
import importlib
import itertools
import json
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks import bench_findings as bench
from benchmarks import judged_findings
from factcheck.matching import Source, as_json, find, ranking
from factcheck.matching.corpus import Corpus
from factcheck.matching.search import weighed_by_hand
from factcheck.progress import silent
from factcheck.text import canonical

TARGET = Path(__file__).resolve().parent.parent / "resources" / "lang" / "ranking.toml"
PAIRS = bench.HERE / "data" / "pairs.tsv"
#: Of a pair that is consistent in all that its statements say.
_ANY = "any"
#: Clashes of less are no examples unless they are labelled.
_LEAST = 0.05
_ROUNDS = 10
#: Scores at which the curve of calibration is given, and how many imagined rows hold it to the share of all.
_KNOTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
_IMAGINED = 4.0


@dataclass(frozen=True, slots=True)
class Example:
    """One clash: what was weighed, whether it is one, and how much it counts."""

    features: Mapping[str, float]
    label: float
    weight: float


Rows = Sequence[dict[str, Any]]


def sources(folder: Path) -> list[Source]:
    paths = sorted(folder.glob("*.txt"))
    return [Source(p.stem, p.stem, canonical(p.read_text(encoding="utf-8")), file=p.name) for p in paths]


def findings(folder: Path) -> list[dict[str, Any]]:
    texts = sources(folder)
    by_id = {s.article_id: s for s in texts}
    return [as_json(f, by_id) for f in find(texts)]


def labelled(scorer: Any, prepared: Corpus, rows: Rows) -> dict[tuple[int, int], dict[str, Any]]:
    """The rows of a table by the two wordings that they speak of."""
    stems = [Path(s.file).stem for s in prepared.sources]

    def hits(file: str, quote: str) -> list[int]:
        own = (w for w in prepared.wordings if any(stems[n] == file for n in w.articles))
        return [w.index for w in own if scorer.same_passage({"text": w.text}, quote)]

    found = {}
    for row in rows:
        for i, j in itertools.product(hits(*row["a"]), hits(*row["b"])):
            found[min(i, j), max(i, j)] = row
    return found


def pairs(scorer: Any, articles: Path, closed: Container[str]) -> dict[Path, list[dict[str, Any]]]:
    """Pairs of statements that were read as wholes: one that is consistent clashes for no reason."""
    if not PAIRS.is_file():
        return {}
    found = bench.open_gold(scorer, [PAIRS], articles, closed)
    for row in (row for rows in found.values() for row in rows if row["label"] != "contradiction"):
        row["kind"] = _ANY
    return found


def examples(scorer: Any, folder: Path, tables: Iterable[Rows], unjudged: float) -> list[Example]:
    """The clashes of one topic; what was judged of a finding goes before what a table says of its statements."""
    prepared, ranker, pairs = weighed_by_hand(sources(folder), silent)
    labels = [labelled(scorer, prepared, rows) for rows in tables]
    told: list[tuple[dict[str, float], float, tuple[int, int, str] | None]] = []
    for pair in pairs:
        key = (min(pair.a.wording, pair.b.wording), max(pair.a.wording, pair.b.wording))
        said = [t[key] for t in labels if key in t and fits(scorer, t[key], pair.a.type.value)]
        if not pair.agree and (said or pair.score >= _LEAST):
            label = float(bool(said) and said[0]["label"] == "contradiction")
            told.append((ranker.features(pair), label, (*key, pair.a.slot[0]) if said else None))
    shared = Counter(key for *_, key in told)
    return [Example(f, label, 1 / shared[key] if key else unjudged) for f, label, key in told]


def fits(scorer: Any, row: dict[str, Any], reason: str) -> bool:
    """Whether a label speaks of a clash for this reason: statements may contradict each other in something else."""
    known: Iterable[str] = scorer.REASONS.get(row["kind"], {reason})
    return reason in known


def fit(data: Sequence[Example], keep: float, prior: float) -> dict[str, float]:
    """Logistic regression by Newton's steps; `keep` holds the weights near the formula's."""
    names = sorted({name for example in data for name in example.features})
    x = np.array([[example.features.get(name, 0.0) for name in names] for example in data])
    y, w = np.array([e.label for e in data]), np.array([e.weight for e in data])
    start = np.array([prior if name == "formula" else 0.0 for name in names])
    ridge = keep * np.array([name != "always" for name in names]) * (x.std(axis=0) ** 2) + 1e-6
    beta = start.copy()
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = x.T @ (w * (p - y)) + ridge * (beta - start)
        curve = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        beta = beta - np.linalg.solve(curve, slope)
    return dict(zip(names, map(float, beta), strict=True))


def judged(scorer: Any, found: Sequence[dict[str, Any]], rows: Rows) -> Iterator[tuple[float, float]]:
    """Score and verdict of the findings that a person judged."""
    for finding in found:
        if finding["kind"].replace("-", " ") in scorer.KINDS:
            verdict = judged_findings.verdict(scorer, finding, rows)
            if verdict is not None:
                yield finding["score"], float(verdict == judged_findings.CONFIRMED)


def curve(told: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Share confirmed by score, never falling: neighbours that would fall are pooled, each at its middle."""
    whole = sum(v for _, v in told) / max(1, len(told))
    pools: list[list[float]] = []
    for low, high in itertools.pairwise(_KNOTS):
        inside = [v for s, v in told if low <= s < high]
        pools.append([_IMAGINED * whole + sum(inside), _IMAGINED + len(inside), (low + high) / 2, 1.0])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            gone = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], gone, strict=True)]
    points = [(0.0, 0.0), *((middles / n, confirmed / count) for confirmed, count, middles, n in pools)]
    (left, low), (right, high) = points[-2:]
    return [*points, (1.0, min(0.99, high + (high - low) * (1 - right) / (right - left)))]


def reliability(told: Sequence[tuple[float, float]]) -> str:
    """What was promised and what was confirmed, by score."""
    lines = ["score       findings  mean score  confirmed"]
    for low, high in itertools.pairwise((0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 1.01)):
        inside = [(s, v) for s, v in told if low <= s < high]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            lines.append(f"{low:.2f}-{min(high, 1):.2f} {len(inside):>10}{mean:>12.2f}{share:>11.2f}")
    return "\n".join(lines)


class Left:
    """What is measured on topics that were left out of the fit."""

    def __init__(self, scorer: Any, gold: Mapping[Path, Rows], verdicts: Mapping[Path, Rows]) -> None:
        self.scorer, self.gold, self.verdicts = scorer, gold, verdicts

    def told(self, found: Mapping[Path, list[dict[str, Any]]]) -> list[tuple[float, float]]:
        return [t for folder in found for t in judged(self.scorer, found[folder], self.verdicts.get(folder, ()))]

    def report(self, found: Mapping[Path, list[dict[str, Any]]]) -> None:
        """Figures by part of the topics, then how far the score can be believed."""
        for part in (bench.READ + bench.STEERED, bench.FRESH):
            rows = [dict(row) for f in found if f.name in part for row in self.gold[f]]
            each = [self.scorer.judge(found[f], self.part(rows, f)) for f in found if f.name in part]
            left_out = self.scorer.figures(rows, each)
            print("fresh" if part is bench.FRESH else "read ", json.dumps({k: left_out[k] for k in bench.SHOWN}))
        print(reliability(self.told(found)))

    def part(self, rows: Rows, folder: Path) -> list[dict[str, Any]]:
        keys = {(g["a"], g["b"]) for g in self.gold[folder]}
        return [row for row in rows if (row["a"], row["b"]) in keys]


def found_with(model: Mapping[str, Any], folders: Iterable[Path]) -> dict[Path, list[dict[str, Any]]]:
    """Findings under a model that `find` would otherwise read from its file."""
    with patch.object(ranking, "model", lambda: model):
        return {folder: findings(folder) for folder in folders}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--unjudged", type=float, default=0.03)
    parser.add_argument("--keep", type=float, default=10.0)
    parser.add_argument("--prior", type=float, default=1.0)
    args = parser.parse_args(argv)
    articles = bench.SHARED / "data" / "news"
    sys.path.insert(0, str(bench.SHARED / "tools"))
    scorer = importlib.import_module("score_findings")
    closed = bench.sealed() | set(bench.HELD_OUT + bench.OPENED)
    tables = [articles / "gold.tsv", articles / "gold-more.tsv", bench.HERE / "data" / "fresh.tsv"]
    gold = bench.open_gold(scorer, tables, articles, closed)
    verdicts = judged_findings.judged_rows(scorer, articles)
    read = pairs(scorer, articles, closed)
    data = {f: examples(scorer, f, (verdicts.get(f, ()), gold[f], read.get(f, ())), args.unjudged) for f in gold}
    left = Left(scorer, gold, verdicts)

    def model(without: Path | None) -> dict[str, float]:
        return fit([e for f, told in data.items() if f != without for e in told], args.keep, args.prior)

    raw: dict[Path, list[dict[str, Any]]] = {}
    for folder in gold:
        raw |= found_with({"weights": model(folder)}, [folder])
    left.report(raw)
    if args.write:
        write(model(None), curve(left.told(raw)))
    return 0


def write(weights: Mapping[str, float], shares: Sequence[tuple[float, float]]) -> None:
    lines = [
        "# Made by benchmarks/fit_ranking.py: what speaks for (above 0) and against a finding, and which share of the",
        "# findings with a score so made a person confirms.",
        f"curve = {json.dumps([[round(s, 4), round(v, 4)] for s, v in shares])}",
        "",
        "[weights]",
        *(f"{json.dumps(name)} = {value:.3f}" for name, value in sorted(weights.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
