#!/usr/bin/env python3
"""How many of the first findings a person confirmed, by the judgements in `data/judged.tsv`.

    judged_findings.py [--first N] [--unjudged] [--articles FOLDER] [--tools FOLDER]

Precision by judgement, where the tables of gold know only a part of what is true. A finding counts as confirmed when
two of its passages in different positions are a judged contradiction of the kind that its first reason names, refused
when they are a judged pair that is none: the note of that pair says what went wrong. `--unjudged` prints the findings
that nobody has judged, with the numbers of their sentences.
"""

import argparse
import collections
import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import bench_findings as bench

TABLE = bench.HERE / "data" / "judged.tsv"
CONFIRMED, UNJUDGED = "true dispute", "unjudged"
#: Kinds of pairs whose findings have reasons of another name.
REASONS = {"date/time": ("date", "time"), "entity": ("name", "role"), "quantity-unit": ("quantity",)}


def judged_rows(scorer: Any, articles: Path) -> dict[Path, list[dict[str, Any]]]:
    """The judgements by folder, each with the note that tells what the finding was."""
    found: dict[Path, list[dict[str, Any]]] = scorer.read_gold(TABLE, articles)
    notes = collections.defaultdict(list)
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        topic, *_, note = line.split("\t")
        notes[articles / topic].append(note)
    for folder, rows in found.items():
        for row, note in zip(rows, notes[folder], strict=True):
            row["note"] = note
    return found


def first_findings(scorer: Any, folder: Path, count: int) -> list[dict[str, Any]]:
    """What stands first on the list, as the scorer reads it."""
    proposals = [f for f in bench.ours(folder) if f["kind"].replace("-", " ") in scorer.KINDS]
    return sorted(proposals, key=lambda finding: -finding["score"])[:count]


def verdict(scorer: Any, finding: dict[str, Any], rows: Sequence[dict[str, Any]]) -> str | None:
    """What was said of a finding; nothing where nobody judged it."""
    reason = finding["reasons"][0]["type"]
    fitting = [row for row in rows if reason in REASONS.get(row["kind"], (row["kind"],))]
    said = [row["note"] for row in fitting if scorer.answers(finding, row)]
    return CONFIRMED if CONFIRMED in said else next(iter(said), None)


def sentence(scorer: Any, folder: Path, passage: dict[str, Any]) -> str:
    """Document and number of the sentence that holds a passage."""
    wanted = collections.Counter(scorer.words(passage["text"]))
    lines = (folder / passage["file"]).read_text(encoding="utf-8").split("\n")

    def likeness(number: int) -> tuple[int, int]:
        have = collections.Counter(scorer.words(lines[number]))
        return (have & wanted).total(), -have.total()

    return f"{Path(passage['file']).stem}:{1 + max(range(len(lines)), key=likeness)}"


def shown(scorer: Any, folder: Path, rank: int, finding: dict[str, Any]) -> Iterator[str]:
    """A finding to be judged."""
    reason = finding["reasons"][0]
    yield f"\n{folder.name} #{rank} {finding['score']:.2f} {reason['type']}: {reason['text'][:150]}"
    for position in finding["positions"][:5]:
        for passage in position["passages"][:2]:
            where = sentence(scorer, folder, passage)
            yield f"  [{position['value'][:30]}] {where} {passage['text'][:260]}"


def report(scorer: Any, judged: dict[Path, list[dict[str, Any]]], count: int, unjudged: bool) -> None:
    """Print precision by topic and part, then why findings were refused, then by reason."""
    parts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    reasons: dict[str, collections.Counter[tuple[str, str]]] = collections.defaultdict(collections.Counter)
    print(f"{'topic':<22}{'findings':>10}{'judged':>10}{'precision':>12}")
    for folder, rows in sorted(judged.items(), key=lambda item: int(item[0].name)):
        findings = first_findings(scorer, folder, count)
        verdicts = [verdict(scorer, finding, rows) or UNJUDGED for finding in findings]
        said = collections.Counter(verdicts)
        part = bench.part_of(folder.name)
        parts[part] += said
        for finding, word in zip(findings, verdicts, strict=True):
            reasons[finding["reasons"][0]["type"]][part, word] += 1
        print(line(f"{folder.name} ({part})", said))
        for rank, (finding, word) in enumerate(zip(findings, verdicts, strict=True), 1):
            if unjudged and word == UNJUDGED:
                print("\n".join(shown(scorer, folder, rank, finding)))
    for part, said in parts.items():
        print(line(part.upper(), said))
    refusals(parts)
    print(f"\n{'confirmed of judged':<22}" + "".join(f"{part:>14}" for part in parts))
    for reason, words in sorted(reasons.items()):
        print(f"{reason:<22}" + "".join(f"{shares(words, part):>14}" for part in parts))


def refusals(parts: dict[str, collections.Counter[str]]) -> None:
    """How often each thing went wrong."""
    print(f"\n{'refused as':<22}" + "".join(f"{part:>14}" for part in parts))
    for note in sorted({note for said in parts.values() for note in said} - {CONFIRMED, UNJUDGED}):
        print(f"{note:<22}" + "".join(f"{said[note]:>14}" for said in parts.values()))


def shares(words: collections.Counter[tuple[str, str]], part: str) -> str:
    """Confirmed findings of the judged ones of a part."""
    judged = sum(count for (of, word), count in words.items() if of == part and word != UNJUDGED)
    return f"{words[part, CONFIRMED]} of {judged}"


def line(name: str, said: collections.Counter[str]) -> str:
    """One row of the table: findings, how many were judged, the share that was confirmed of those."""
    judged = said.total() - said[UNJUDGED]
    return f"{name:<22}{said.total():>10}{judged:>10}{said[CONFIRMED] / max(1, judged):>12.2f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run; 0 also when the data are not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--first", type=int, default=20, help="how many findings of each topic (20)")
    parser.add_argument("--unjudged", action="store_true", help="print the findings that nobody has judged")
    parser.add_argument("--articles", type=Path, default=bench.SHARED / "data" / "news")
    parser.add_argument("--tools", type=Path, default=bench.SHARED / "tools")
    args = parser.parse_args(argv)
    if not (args.tools / "score_findings.py").is_file():
        print("Skipped: the news data are not part of the repository.")
        return 0
    sys.path.insert(0, str(args.tools))
    scorer = importlib.import_module("score_findings")
    report(scorer, judged_rows(scorer, args.articles), args.first, args.unjudged)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
