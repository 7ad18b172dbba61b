#!/usr/bin/env python3
"""How well findings bring out the known contradictions of real news, beside what similarity does in the same run.

    bench_findings.py [GOLD ...] [--only PART] [--kinds] [--no-floor] [--articles FOLDER] [--tools FOLDER]

GOLD are tables in the form of `gold.tsv`; without any, those beside the articles and `data/fresh.tsv`. Sealed topics
(`data/split.toml`) are left out before their texts are opened. Topics that were read while rules were written mislead
by a factor of about two: they are reported apart from those that were seen only as figures, from the fresh ones, which
were labelled by somebody who wrote no rules, and from those that were not looked at.
"""

import argparse
import csv
import importlib
import itertools
import sys
import tempfile
import time
import tomllib
from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
sys.path.insert(0, str(HERE.parent))

#: Topics whose texts were read while rules were written; topics of which only figures were looked at, often; topics
#: labelled last, whose texts no author of rules reads; the rest was held out: measured when the rules stood.
READ = ("3", "5", "9", "12", "16", "19", "23", "24", "27", "28", "29", "35", "36", "37")
STEERED = ("8",)
FRESH = ("2", "6", "7", "11", "34", "39", "40", "42", "45")
HELD_OUT = ("1", "14", "25", "33", "43")
#: Sealed until the rules of edition 8 stood; looked at once (`data/split.toml`).
OPENED = ("4", "10", "21", "26", "31", "44")
PARTS = {
    "opened once": OPENED,
    "held out": HELD_OUT,
    "figures seen": STEERED,
    "read": READ,
    "fresh": FRESH,
}
TITLES = {"fresh": "FRESH (figures only for who writes rules)"}
SHOWN = ("recall@20", "recall@50", "recall@100", "recall@200", "flagged@100", "precision@20", "auc", "reasons")


def sealed() -> set[str]:
    """Topics that nobody opens."""
    split = tomllib.loads((HERE / "data" / "split.toml").read_text(encoding="utf-8"))
    return {str(topic) for part in split.values() if isinstance(part, dict) for topic in part.get("sealed", [])}


def open_gold(
    scorer: Any, tables: Iterable[Path], articles: Path, closed: Container[str]
) -> dict[Path, list[dict[str, Any]]]:
    """Rows by folder, those of closed topics taken out before any text is read."""
    gold: dict[Path, list[dict[str, Any]]] = {}
    for table in tables:
        with table.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file, delimiter="\t") if row["topic"] not in closed]
        if not rows:
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8", newline="") as kept:
            writer = csv.DictWriter(kept, rows[0].keys(), delimiter="\t")
            writer.writeheader()
            writer.writerows(rows)
            kept.flush()
            gold.update(scorer.read_gold(kept.name, articles))
    return gold


def ours(folder: Path) -> list[dict[str, Any]]:
    """The findings of a folder of texts, with nothing but the texts."""
    from factcheck.matching import Source, as_json, find
    from factcheck.text import canonical

    paths = sorted(folder.glob("*.txt"))
    sources = [Source(p.stem, p.stem, canonical(p.read_text(encoding="utf-8")), file=p.name) for p in paths]
    by_id = {source.article_id: source for source in sources}
    return [as_json(finding, by_id) for finding in find(sources)]


def floor(scorer: Any, folder: Path) -> list[dict[str, Any]]:
    """What the scorer's `--similarity` does, without numpy: every pair of sentences of two files, by likeness."""
    from rapidfuzz import fuzz, utils

    passages = [
        {"file": path.name, "text": sentence}
        for path in sorted(folder.glob("*.txt"))
        for sentence in scorer.sentences(path.read_text(encoding="utf-8"))
    ]
    plain = [utils.default_process(p["text"]) for p in passages]
    found = []
    for (i, one), (j, other) in itertools.combinations(enumerate(passages), 2):
        if one["file"] == other["file"]:
            continue
        score = fuzz.token_set_ratio(plain[i], plain[j], score_cutoff=30.01)
        if score:
            sides = [{"passages": [one]}, {"passages": [other]}]
            found.append({"kind": "contradiction", "score": score, "reasons": [], "positions": sides})
    return found


class Group:
    """Topics that are reported together."""

    def __init__(self) -> None:
        self.gold: list[dict[str, Any]] = []
        self.judged: list[Any] = []
        self.seconds = 0.0

    def take(self, gold: list[dict[str, Any]], judged: Any, seconds: float) -> None:
        """Add a topic."""
        self.gold += gold
        self.judged.append(judged)
        self.seconds += seconds


def part_of(topic: str) -> str:
    """The part that a topic is reported in; one that nobody has put anywhere was held out."""
    return next((part for part, topics in PARTS.items() if topic in topics), "held out")


def line(name: str, figures: dict[str, Any], seconds: float | None = None) -> str:
    """One row of the table."""
    cells = "".join(f"{figures[key]:>12}" for key in SHOWN)
    took = f"{seconds:>8.1f}s" if seconds is not None else ""
    return f"{name:<42}{figures['contradictions']:>5}{figures['consistent']:>5}{cells}{took}"


def kinds(name: str, gold: Sequence[dict[str, Any]]) -> None:
    """Print of each kind of pair how often it is proposed at all, and how often among the first hundred."""

    def share(rows: Sequence[dict[str, Any]], last: float) -> str:
        hits = sum(row["rank"] is not None and row["rank"] < last for row in rows)
        return f"{hits / len(rows):>12.2f}" if rows else f"{'-':>12}"

    print(f"\n{name}, by kind\n{'':<18}{'+':>5}{'proposed':>12}{'first 100':>12}{'-':>7}{'flagged@100':>12}")
    for kind in sorted({row["kind"] for row in gold}):
        rows = [row for row in gold if row["kind"] == kind]
        pros = [row for row in rows if row["label"] == "contradiction"]
        cons = [row for row in rows if row["label"] != "contradiction"]
        shares = share(pros, float("inf")) + share(pros, 100)
        print(f"{kind:<18}{len(pros):>5}{shares}{len(cons):>7}{share(cons, 100)}")


def measure(scorer: Any, gold: dict[Path, list[dict[str, Any]]], method: str, by_kind: bool) -> None:
    """Print the table of one method."""
    groups = {name: Group() for name in (*PARTS, "all open")}
    print(f"\n{method}\n{'topic':<42}{'+':>5}{'-':>5}" + "".join(f"{key:>12}" for key in SHOWN))
    for folder, rows in sorted(gold.items(), key=lambda item: int(item[0].name)):
        started = time.perf_counter()
        findings = floor(scorer, folder) if method == "token_set_ratio" else ours(folder)
        seconds = time.perf_counter() - started
        mine = [dict(row) for row in rows]
        judged = scorer.judge(findings, mine)
        part = part_of(folder.name)
        for group in (groups[part], groups["all open"]):
            group.take(mine, judged, seconds)
        print(line(f"{folder.name} ({part})", scorer.figures(mine, [judged]), seconds), flush=True)
    if sum(bool(group.gold) for group in groups.values()) == 2:
        del groups["all open"]  # it would only repeat the one part
    met = {TITLES.get(name, name.upper()): group for name, group in groups.items() if group.gold}
    for title, group in met.items():
        print(line(title, scorer.figures(group.gold, group.judged), group.seconds))
    for title, group in met.items() if by_kind else ():
        kinds(title, group.gold)


def labels(args: argparse.Namespace) -> tuple[Any, list[Path]] | None:
    """The scorer and the tables of labelled pairs; None, and which of them, where they are not there."""
    tables = args.gold or [args.articles / "gold.tsv", args.articles / "gold-more.tsv", HERE / "data" / "fresh.tsv"]
    missing = [path for path in (args.tools / "score_findings.py", *tables) if not path.is_file()]
    if missing:
        print(f"Skipped: {missing[0]} is not there; the news data are not part of the repository.")
        return None
    sys.path.insert(0, str(args.tools))
    return importlib.import_module("score_findings"), tables


def main(argv: Sequence[str] | None = None) -> int:
    """Run; 0 also when the data are not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--articles", type=Path, default=SHARED / "data" / "news")
    parser.add_argument("--tools", type=Path, default=SHARED / "tools")
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--kinds", action="store_true", help="add a table by kind of pair for each part")
    parser.add_argument("--no-floor", action="store_true", help="leave out rapidfuzz token_set_ratio")
    args = parser.parse_args(argv)
    if (there := labels(args)) is None:
        return 0
    scorer, tables = there
    left_out = {t for part, topics in PARTS.items() if args.only not in (None, part) for t in topics}
    gold = open_gold(scorer, tables, args.articles, sealed() | left_out)
    for method in ("factcheck",) if args.no_floor else ("token_set_ratio", "factcheck"):
        measure(scorer, gold, method, args.kinds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
