"""From articles to findings: the one way through all of matching."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.matching.agreements import agreements, repeats
from factcheck.matching.compare import Comparer, Pair
from factcheck.matching.corpus import Corpus, corpus
from factcheck.matching.events import events
from factcheck.matching.extract import facts
from factcheck.matching.facts import Fact
from factcheck.matching.findings import SHOWN, Builder, rows
from factcheck.matching.pairing import pairs
from factcheck.matching.ranking import Ranker
from factcheck.matching.sayings import sayings
from factcheck.matching.statements import Source
from factcheck.matching.swaps import swaps
from factcheck.matching.wider import wider
from factcheck.model import Finding
from factcheck.progress import Progress, silent
from factcheck.uncollected import uncollected

#: Steps between two calls of progress.
_STRIDE = 100


def find(sources: Sequence[Source], progress: Progress = silent) -> list[Finding]:
    """What the articles contradict each other in, and what they agree in, best first.

    Pure: the same articles give the same findings, in whatever order they come. Progress may raise `Cancelled`.
    """
    with uncollected():
        return _find(sources, progress)


#: Findings of a lot: unpacking one elsewhere takes about a millisecond.
_LOT = 50


def found(sources: Sequence[Source], progress: Progress = silent) -> Iterator[list[Finding]]:
    """What `find` gives, in lots, for a process of its own."""
    everything = find(sources, progress)
    for start in range(0, len(everything), _LOT):
        yield everything[start : start + _LOT]


def _find(sources: Sequence[Source], progress: Progress) -> list[Finding]:
    prepared, weighed = weigh(sources, progress)
    tick = _tick("findings", 0, progress)
    builder = Builder(prepared, weighed, tick)
    made: list[Finding] = []
    for number, row in enumerate(rows(prepared, weighed, tick)):
        tick(number)
        made += builder.findings(row)
    made += agreements(prepared, weighed, builder, tick)
    made += repeats(prepared, builder, tick)
    return ranked(made)


def weigh(sources: Sequence[Source], progress: Progress) -> tuple[Corpus, list[Pair]]:
    """The articles made ready, and all pairs of facts of one slot with how likely they clash."""
    prepared, ranker, found = weighed_by_hand(sources, progress)
    tick = _tick("comparing", 0, progress)
    scored = []
    for number, pair in enumerate(found):
        tick(number)
        shown = not pair.agree and pair.score >= SHOWN
        scored.append(replace(pair, chance=ranker.score(pair)) if shown else pair)
    return prepared, scored


def weighed_by_hand(sources: Sequence[Source], progress: Progress) -> tuple[Corpus, Ranker, list[Pair]]:
    """The same, with the scores of the formula that the ranking starts from."""
    prepared = corpus(sources, progress)
    for wording, event in zip(prepared.wordings, _events(prepared, progress), strict=True):
        wording.event = event
    total = len(prepared.wordings)
    found = facts(prepared, _tick("facts", total, progress))
    said: Iterator[tuple[Fact, Fact]] = sayings(prepared, _tick("opposites", total, progress))
    said = chain(said, swaps(prepared, _tick("opposites", total, progress)))
    comparer = Comparer(prepared, found)
    weighed = pairs(comparer, [*found, *wider(found)], said, _tick("comparing", 0, progress))
    return prepared, Ranker(comparer, weighed), weighed


def _events(prepared: Corpus, progress: Progress) -> list[int]:
    """The event of each wording: that of the first article that has it."""
    of_source = events(prepared, progress)
    return [of_source[wording.places[0][0]] for wording in prepared.wordings]


def _tick(what: str, total: int, progress: Progress) -> Callable[[int], None]:
    def tick(number: int) -> None:
        if number % _STRIDE == _STRIDE - 1:
            progress(what, number, total)

    return tick


def ranked(found: Sequence[Finding]) -> list[Finding]:
    """Best first, each once."""
    once: dict[str, Finding] = {}
    for finding in sorted(found, key=lambda f: (-f.score, f.id)):
        once.setdefault(finding.id, finding)
    return list(once.values())
