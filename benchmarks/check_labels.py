#!/usr/bin/env python3
"""Check tables of labelled pairs and count them by topic and kind.

    check_labels.py [TABLE ...] [--articles FOLDER]

Without a table: the ones under `data/`. Where the articles are not at hand, only the form is checked.
"""

import argparse
import collections
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
COLUMNS = ("topic", "doc_a", "sent_a", "doc_b", "sent_b", "label", "kind", "note")
LABELS = ("contradiction", "consistent")
KINDS = (
    "number",
    "number-update",
    "quantity-unit",
    "date/time",
    "place",
    "entity",
    "negation",
    "antonym",
    "other",
)


def faults(row: dict[str, str], articles: Path) -> Iterator[str]:
    """What is wrong with a row by itself."""
    if row["label"] not in LABELS:
        yield f"label {row['label']!r}"
    if row["kind"] not in KINDS:
        yield f"kind {row['kind']!r}"
    if not row["note"].strip():
        yield "no note"
    for doc, sentence in ((row["doc_a"], row["sent_a"]), (row["doc_b"], row["sent_b"])):
        yield from missing(articles / row["topic"], doc, sentence)


def missing(folder: Path, doc: str, sentence: str) -> Iterator[str]:
    """A document or a sentence that is not there."""
    if not sentence.isdecimal():
        yield f"sentence {sentence!r}"
    elif not doc.startswith(f"{folder.name}_"):
        yield f"{doc} is of another topic"
    elif folder.is_dir():
        path = folder / f"{doc}.txt"
        lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
        if not 1 <= int(sentence) <= len(lines) or not lines[int(sentence) - 1].strip():
            yield f"{doc} has no sentence {sentence}"


def check(table: Path, articles: Path) -> int:
    """Print the counts and every fault; give the number of faults."""
    with table.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t")
        rows = list(reader)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        print(f"{table.name}: the columns are not {' '.join(COLUMNS)}")
        return 1
    found, seen = 0, set()
    for number, row in enumerate(rows, 2):
        pair = frozenset([(row["doc_a"], row["sent_a"]), (row["doc_b"], row["sent_b"])])
        wrong = [*faults(row, articles), *(["the same pair again"] if pair in seen or len(pair) < 2 else [])]
        seen.add(pair)
        found += len(wrong)
        for fault in wrong:
            print(f"{table.name}:{number}: {fault}")
    counts(table.name, rows)
    return found


def counts(name: str, rows: Sequence[dict[str, str]]) -> None:
    """Pairs by topic and by kind."""
    print(f"\n{name}: {len(rows)} pairs")
    for column in ("topic", "kind"):
        of = collections.Counter((row[column], row["label"]) for row in rows)
        names = sorted({row[column] for row in rows}, key=lambda word: word.zfill(3) if word.isdecimal() else word)
        print(f"{column:<15}{'+':>6}{'-':>6}")
        for key in names:
            print(f"{key:<15}{of[key, LABELS[0]]:>6}{of[key, LABELS[1]]:>6}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run; 1 where a fault was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tables", nargs="*", type=Path)
    parser.add_argument("--articles", type=Path, default=HERE.parent.parent / "shared" / "data" / "news")
    args = parser.parse_args(argv)
    tables = args.tables or sorted((HERE / "data").glob("*.tsv"))
    return min(1, sum(check(table, args.articles) for table in tables))


if __name__ == "__main__":
    sys.exit(main())
