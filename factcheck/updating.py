"""Findings brought up to date after a few articles changed, without matching all articles again.

Each changed article is matched with those that share most rare words with it; what that gives is put into what was
known (`matching.merged`). It is what a person sees within a second. A match of all articles follows where that can be
afforded, and its result replaces this one: after it, what is shown is exactly what `matching.find` gives.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck import matching, records, workflow
from factcheck.matching import Neighbours
from factcheck.model import Article, Contradiction, Edit, Finding, Position, Ruling
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


def update(
    state: Records,
    known: Proposals,
    neighbours: Neighbours,
    progress: Progress = silent,
    find: workflow.Find = matching.find,
) -> Proposals | None:
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
        found = matching.merged(found, find(sources, progress), set(batch), set(around))
        seen.update({id: now[id] for id in batch})
    return Proposals(workflow.fingerprint_of(now) if len(seen) == len(now) else "", found, seen, whole=False)


def _read(
    state: Records, by_id: Mapping[str, Article], now: Mapping[str, str], neighbours: Neighbours, progress: Progress
) -> None:
    missing = neighbours.missing(now)
    for number, id in enumerate(missing):
        progress("statements", number, len(missing))
        neighbours.add(workflow.source(state, by_id[id]), now[id])


class Quoted:
    """Which findings quote which words, so that after a ruling not all have to be read to know which it speaks of."""

    def __init__(self) -> None:
        self._ids: dict[str, set[str]] = {}
        #: What was read, by the id of its finding.
        self._read: dict[str, tuple[Position, ...]] = {}

    def reading(self, found: Iterable[Finding]) -> "Quoted":
        """With these too; the same object if all of them are known. What is given is never changed after."""
        news = [finding for finding in found if self._read.get(finding.id) is not finding.positions]
        if not news:
            return self
        made = Quoted()
        made._read = self._read | {finding.id: finding.positions for finding in news}
        made._ids = {quote: {*ids} for quote, ids in self._ids.items()}
        for finding in news:
            for quote in matching.quotes(finding):
                made._ids.setdefault(quote, set()).add(finding.id)
        return made

    def among(self, found: Sequence[Finding], said: Collection[str]) -> list[Finding]:
        """Those that quote any of these words."""
        known = self.reading(found)
        near = {id for quote in said for id in known._ids.get(quote, ())}
        return [f for f in found if f.id in near and not matching.quotes(f).isdisjoint(said)]


def ruled_at_once(
    state: Records, shown: Sequence[Finding], proposed: Sequence[Finding], edit: Edit, quoted: Quoted | None = None
) -> list[Finding]:
    """The findings that are `shown`, after an edit of rulings, contradictions or articles: only what it speaks of is
    looked at. `workflow.ruled` gives the same, but for the scores that rulings move, and findings that come back with
    an article. `quoted` spares reading those that it knows.
    """
    sides = [side for change in edit.changes for side in (change.before, change.after)]
    said = {q for judged in sides if isinstance(judged, Ruling | Contradiction) for q in matching.quotes_of(judged)}
    in_use = {side.id: _in_use(state, side.id) for side in sides if isinstance(side, Article)}
    gone = {id for id, used in in_use.items() if not used}

    def concerned(found: Sequence[Finding]) -> list[Finding]:
        return (quoted or Quoted()).among(found, said) if said else []

    left = [f for f in shown if not gone or gone.isdisjoint(_articles_of(f))]
    known = {finding.id: finding for finding in concerned(left)}
    spoken_of = concerned(proposed)
    used = {id for id in {id for f in spoken_of for id in _articles_of(f)} if _in_use(state, id)}
    again = [_scored(f, known) for f in spoken_of if _articles_of(f) <= used]
    made = [*state.each(Contradiction)] if said or gone else []
    kept = [f for f in left if f.id not in known and not (made and f.made_id)]
    sources = workflow.sources(state) if made else []
    given = matching.given(again, state.each(Ruling) if said or made else (), made, sources, _names(state, again))
    places = {finding.id: place for place, finding in enumerate(proposed)}
    return matching.in_order(sorted([*given, *kept], key=lambda f: places.get(f.id, -1)))


def _in_use(state: Records, article_id: str) -> bool:
    article = state.get(Article, article_id)
    return article is not None and not article.withdrawn


def _articles_of(finding: Finding) -> set[str]:
    return {passage.article_id for position in finding.positions for passage in position.passages}


def _scored(finding: Finding, known: Mapping[str, Finding]) -> Finding:
    """With the score that is shown, which the rulings on others may have moved."""
    shown = known.get(finding.id)
    return replace(finding, score=shown.score, learnt=shown.learnt) if shown else finding


def _names(state: Records, found: Iterable[Finding]) -> dict[str, str]:
    articles = (state.get(Article, id) for id in {id for finding in found for id in _articles_of(finding)})
    return {a.id: records.publisher_name(state, a) or a.title or a.file for a in articles if a}


def standing(state: Records, found: Iterable[Finding]) -> list[Finding]:
    """Those that quote nothing but articles in use; the next run of matching tells the rest."""
    in_use = {article.id for article in records.articles(state)}
    return [finding for finding in found if _articles_of(finding) <= in_use]


def _standing(known: Proposals, now: Mapping[str, str]) -> list[matching.Finding]:
    """What is known, without the passages of articles that are no longer in use."""
    left = (matching.without(f, lambda p: p.article_id not in now) for f in known.found)
    return [finding for finding in left if finding is not None]
