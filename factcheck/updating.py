"""Findings brought up to date after a few articles changed, without matching all articles again.

Each changed article is matched with those that share most rare words with it; what that gives is put into what was
known (`matching.merged`). It is what a person sees within a second. A match of all articles follows where that can be
afforded, and its result replaces this one: after it, what is shown is exactly what `matching.find` gives.
"""

from collections.abc import Mapping

from factcheck import matching, records, workflow
from factcheck.matching import Neighbours
from factcheck.model import Article
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.workflow import Proposals

#: Up to so many articles all are matched at once: it takes no longer.
FEW = 24
#: Articles that are matched together, and the others round them.
BATCH, AROUND = 8, 20
#: After more changes than this all are matched, if that can be afforded.
MANY = 24
#: Batches of one update; what is left is for the next.
_BATCHES = 10


def update(state: Records, known: Proposals, neighbours: Neighbours, progress: Progress = silent) -> Proposals | None:
    """What is known, brought up to date in part; None if all articles should be matched instead.

    Of a great many changes it does some; what it gives is then of no whole state (`of` is empty).
    """
    now = workflow.signatures(state)
    changed = [id for id, signature in now.items() if known.seen.get(id) != signature]
    if len(now) <= FEW or (len(changed) > MANY and workflow.affordable(state)):
        return None
    by_id = {article.id: article for article in records.articles(state)}
    _read(state, by_id, now, neighbours, progress)
    seen = {id: known.seen[id] for id in now if id in known.seen and id not in set(changed)}
    found = _standing(known, now)
    todo = changed[: BATCH * _BATCHES]
    for start in range(0, len(todo), BATCH):
        progress("changed articles", start, len(todo))
        batch = todo[start : start + BATCH]
        around = [*batch, *neighbours.near(batch, AROUND)]
        sources = [workflow.source(state, by_id[id]) for id in around]
        found = matching.merged(found, matching.find(sources, progress), set(batch), set(around))
        seen.update({id: now[id] for id in batch})
    return Proposals(workflow.fingerprint_of(now) if len(seen) == len(now) else "", found, seen, whole=False)


def _read(
    state: Records, by_id: Mapping[str, Article], now: Mapping[str, str], neighbours: Neighbours, progress: Progress
) -> None:
    missing = neighbours.missing(now)
    for number, id in enumerate(missing):
        progress("statements", number, len(missing))
        neighbours.add(workflow.source(state, by_id[id]), now[id])


def _standing(known: Proposals, now: Mapping[str, str]) -> list[matching.Finding]:
    """What is known, without the passages of articles that are no longer in use."""
    left = (matching.without(f, lambda p: p.article_id not in now) for f in known.found)
    return [finding for finding in left if finding is not None]
