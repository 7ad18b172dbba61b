"""What is dropped: on a claim it becomes evidence, anywhere else in the window an article."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from factcheck import edits, workflow
from factcheck.anchors import occurrences
from factcheck.model import Article, Claim, Grade, Link, Note, PassageTarget, Stance, Target
from factcheck.text import Span
from factcheck.ui.bench import Bench
from factcheck.ui.offered import Offered
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr
from factcheck.ui.views.drop_zone import Aim, DropZone
from factcheck.ui.views.when import today
from factcheck.ui.wishes.importing import ImportWishes
from factcheck.ui.wishes.project import SUFFIX


class DropWishes(QObject):
    """Works on one window."""

    #: Something was dropped while no project is open.
    begun = Signal(object)

    def __init__(self, bench: Bench, presenter: Presenter, imports: ImportWishes) -> None:
        super().__init__(bench.window)
        self.bench, self.presenter, self.imports = bench, presenter, imports
        self.window_zone = DropZone(bench.window, self._aim_at_window)
        self.panel_zone = DropZone(bench.panel, self._aim_at_panel, ours=True)
        self.rows_zone = DropZone(bench.claims.table.viewport(), self._aim_at_row, ours=True)
        self.window_zone.dropped.connect(lambda given, _at: self._at_window(given))
        self.panel_zone.dropped.connect(lambda given, _at: self.dropped(presenter.claim or "", given))
        self.rows_zone.dropped.connect(lambda given, at: self.dropped(self._claim_at(at), given))

    # --- where ---

    def _closed(self) -> str:
        """Why nothing can be dropped at all, "" if it can."""
        if self.bench.project is None:
            return tr("Open a project or make one first.")
        return tr("This project is open read-only.") if self.bench.session.read_only else ""

    def _at_window(self, given: Offered) -> None:
        if self.bench.project is None:
            self.begun.emit(given)
        else:
            self.imports.take(given)

    def _aim_at_window(self, given: Offered, _at: QPoint) -> Aim:
        if self.bench.project is None:
            said = tr("Drop to open") if _is_project(given) else tr("Drop to begin a project")
            return Aim(said, self.bench.window.rect().adjusted(8, 8, -8, -8))
        desk = self.bench.desk
        place = QRect(desk.mapTo(self.bench.window, QPoint()), desk.size())
        closed = self._closed()
        return Aim(closed or tr("Drop to import"), place, not closed)

    def _aim_at_panel(self, _given: Offered, _at: QPoint) -> Aim:
        return self._on_claim(self.presenter.claim or "", self.bench.panel.rect())

    def _aim_at_row(self, _given: Offered, at: QPoint) -> Aim:
        table = self.bench.claims.table
        claim_id, index = self._claim_at(at), table.indexAt(at)
        if not claim_id:
            return Aim(tr("Drop it on a claim to add evidence"), table.viewport().rect(), allowed=False)
        row = table.visualRect(index)
        return self._on_claim(claim_id, QRect(0, row.top(), table.viewport().width(), row.height()))

    def _claim_at(self, at: QPoint) -> str:
        table = self.bench.claims.table
        index = table.indexAt(at)
        return table.id_at(index.row()) if index.isValid() else ""

    def _on_claim(self, claim_id: str, place: QRect) -> Aim:
        closed = self._closed()
        claim = self.bench.state.get(Claim, claim_id) if claim_id and not closed else None
        if claim is None:
            return Aim(closed or tr("Choose a claim first."), place, allowed=False)
        return Aim(tr("Evidence on claim {number}", number=claim.number), place)

    # --- what becomes of it ---

    def dropped(self, claim_id: str, given: Offered) -> bool:
        """Each thing as a piece of evidence, whether there is any; what it does to the claim is said in the panel."""
        if not claim_id or not self.bench.editable():
            return False
        added = 0
        for thing in self._things(given):
            before = self.bench.refusals
            self.bench.soon(partial(self._add, claim_id, thing))
            added += self.bench.refusals == before
        if added:
            self.bench.say(tr("Added as evidence. Say in the panel whether it supports or refutes the claim."))
        return added > 0

    def _things(self, given: Offered) -> Iterator[Path | Target]:
        yield from given.files
        yield from (Link(url, accessed=today()) for url in given.links)
        if given.picture is not None and not given.links:
            yield self.imports.kept(given.picture)
        if words := given.words.strip():
            yield self._passage(words) or Note(words)

    def _add(self, claim_id: str, thing: Path | Target) -> None:
        if isinstance(thing, Path):
            workflow.attach_file(self.bench.session, claim_id, thing, Stance.context, Grade.secondary)
        else:
            self.bench.session.do(edits.add_evidence(self.bench.state, claim_id, thing)[0])

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


def _is_project(given: Offered) -> bool:
    return any(path.suffix == SUFFIX for path in given.files)
