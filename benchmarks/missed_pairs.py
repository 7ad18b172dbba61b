#!/usr/bin/env python3
"""What the known contradictions have in common that are proposed at no rank: figures by kind, and never a text.

    missed_pairs.py [GOLD ...] [--only PART] [--articles FOLDER] [--tools FOLDER]

Says what a new rule could reach before anybody writes it: whether two statements share words at all, how alike they
are, whether one denies, and whether a word behind its negator stands in the other. Safe for topics whose texts authors
of rules do not read. Sealed topics are left out before their texts are opened.
"""

import argparse
import collections
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import bench_findings as bench

#: Words behind a negator that it may deny.
_BEHIND = 8
TRAITS = ("missed", "other event", "no word shared", "one word shared", "four or more", "no name shared",
          "likeness .2", "one denies", "both deny", "denied word shared", "one has a pronoun first")  # fmt: skip


def denied_words(wording: Any) -> tuple[bool, set[str]]:
    """Whether a wording denies anything, and the stems that stand behind its negators."""
    words, language = wording.words, wording.language
    places = [i for i, t in enumerate(words) if t.low in language.negators | language.denials or t.low.endswith("n't")]
    behind = {t.stem for i in places for t in words[i + 1 : i + 1 + _BEHIND] if t.stem in wording.vector}
    return bool(places), behind


def traits(a: Any, b: Any) -> Iterator[str]:
    """What two wordings have in common, or have not."""
    from factcheck.matching.corpus import cosine

    in_a, in_b = ({t.stem for t in w.words if t.stem in w.vector} for w in (a, b))
    (denies_a, behind_a), (denies_b, behind_b) = denied_words(a), denied_words(b)
    shared = len(in_a & in_b)
    found = {
        "missed": True,
        "other event": a.event != b.event,
        "no word shared": shared == 0,
        "one word shared": shared == 1,
        "four or more": shared > 3,
        "no name shared": not a.names & b.names,
        "likeness .2": cosine(a.vector, b.vector) >= 0.2,
        "one denies": denies_a != denies_b,
        "both deny": denies_a and denies_b,
        "denied word shared": bool(behind_a & in_b or behind_b & in_a),
        "one has a pronoun first": any(w.words[0].low in w.language.pronouns for w in (a, b)),
    }
    return (name for name, holds in found.items() if holds)


def wording_of(scorer: Any, prepared: Any, quote: tuple[str, str]) -> Any | None:
    """The wording that a quote of the gold names."""
    document, text = quote
    for wording in prepared.wordings:
        for number, statement in wording.places:
            in_document = prepared.sources[number].article_id == document
            if in_document and scorer.same_passage({"text": statement.text}, text):
                return wording
    return None


def count(
    scorer: Any, folder: Path, rows: Sequence[dict[str, Any]], counts: dict[str, collections.Counter[str]]
) -> None:
    """Add the missed contradictions of one topic."""
    from factcheck.matching import Source
    from factcheck.matching.search import weigh
    from factcheck.progress import silent
    from factcheck.text import canonical

    scorer.judge(bench.ours(folder), rows)
    paths = sorted(folder.glob("*.txt"))
    sources = [Source(p.stem, p.stem, canonical(p.read_text(encoding="utf-8"))) for p in paths]
    prepared, _ = weigh(sources, silent)
    for row in rows:
        if row["label"] != "contradiction" or row["rank"] is not None:
            continue
        a, b = (wording_of(scorer, prepared, row[side]) for side in "ab")
        if a is not None and b is not None:
            counts[row["kind"]].update(traits(a, b))


def main(argv: Sequence[str] | None = None) -> int:
    """Run; 0 also when the data are not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--articles", type=Path, default=bench.SHARED / "data" / "news")
    parser.add_argument("--tools", type=Path, default=bench.SHARED / "tools")
    parser.add_argument("--only", choices=bench.PARTS, default="fresh", help="the part that is measured")
    args = parser.parse_args(argv)
    if (there := bench.labels(args)) is None:
        return 0
    scorer, tables = there
    others = {topic for part, topics in bench.PARTS.items() if part != args.only for topic in topics}
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for folder, rows in bench.open_gold(scorer, tables, args.articles, bench.sealed() | others).items():
        count(scorer, folder, rows, counts)
    print(f"{'kind':<16}" + "".join(f"{trait:>25}" for trait in TRAITS))
    for kind, found in sorted(counts.items()):
        print(f"{kind:<16}" + "".join(f"{found[trait]:>25}" for trait in TRAITS))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
