"""Files, addresses and words that are dropped on a claim become evidence on it."""

from collections.abc import Sequence
from pathlib import Path

from factcheck import edits, workflow
from factcheck.anchors import occurrences
from factcheck.model import Article, Grade, Link, Note, PassageTarget, Stance, Target
from factcheck.text import Span
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.evidence import is_web
from factcheck.ui.text import tr
from factcheck.ui.views.when import today


class DropWishes:
    """Works on one window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def dropped(self, claim_id: str, given: Sequence[str], words: str) -> None:
        """Each thing as a piece of evidence; what it does to the claim is said in the panel."""
        if not claim_id or not self.bench.editable():
            return
        things = list(given) or ([words.strip()] if words.strip() else [])
        for thing in things:
            with self.bench.told():
                self._add(claim_id, thing)
        if things:
            self.bench.say(tr("Added as evidence. Say in the panel whether it supports or refutes the claim."))

    def _add(self, claim_id: str, thing: str) -> None:
        if not is_web(thing) and Path(thing).is_absolute():
            workflow.attach_file(self.bench.session, claim_id, Path(thing), Stance.context, Grade.secondary)
            return
        target = Link(thing, accessed=today()) if is_web(thing) else self._passage(thing) or Note(thing)
        self.bench.do(lambda state: edits.add_evidence(state, claim_id, target)[0])

    def _passage(self, words: str) -> Target | None:
        """Words that were dragged out of an article that is open: selected there, or standing there once."""
        selected = self.bench.desk.selection()
        for article_id in filter(None, dict.fromkeys(([selected[0]] if selected else []) + self.bench.desk.shown())):
            found = self._places(article_id, words)
            if selected and selected[0] == article_id and selected[1] in found:
                found = [selected[1]]
            if len(found) == 1:
                return PassageTarget(article_id, edits.passage_anchor(self.bench.state, article_id, found[0]))
        return None

    def _places(self, article_id: str, words: str) -> list[Span]:
        article = self.bench.state.get(Article, article_id)
        return occurrences(self.bench.state.text(article.version_id), words) if article else []
