"""Versions of articles, and passages that were not found again for sure."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from factcheck import edits, intake, records, workflow
from factcheck.anchors import Outcome
from factcheck.edits import NewVersion
from factcheck.edits.versions import BY_HAND
from factcheck.model import Anchor, Article, ArticleVersion
from factcheck.text import Span
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.text import TextDialog, VersionsDialog, VersionShown
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views.when import when
from factcheck.ui.wishes.articles import ArticleWishes


class TextWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, presenter: Presenter, articles: ArticleWishes) -> None:
        self.bench, self.presenter, self.articles = bench, presenter, articles

    # --- versions ---

    def edit_current(self) -> None:
        """Corrects the text of the article in the current pane."""
        if article := self.articles.current():
            self.edit(article.id)

    @in_turn
    def edit(self, article_id: str) -> None:
        """Asks for the corrected text of an article and shows what differs; it becomes a new version."""
        article = self.bench.state.get(Article, article_id)
        if article is None or not self.bench.editable():
            return
        with self.bench.told():
            dialog = TextDialog(article.title, self.bench.state.text(article.version_id), self.bench.window)
            if self.bench.ask(dialog):
                self._tell(intake.correct(self.bench.session, article_id, dialog.value(), dialog.note.text().strip()))

    @in_turn
    def reread_current(self) -> None:
        """Takes the text of the article in the current pane out of its kept bytes anew."""
        article = self.articles.current()
        if article and self.bench.editable():
            with self.bench.told():
                self._tell(intake.reread(self.bench.session, article.id))

    def _tell(self, made: NewVersion) -> None:
        if not made.edit.changes:
            self.bench.say(tr("The text is the same; no version was made."))
            return
        said = [tr("This is version {number} now.", number=made.version.number)]
        if moved := made.passages[Outcome.moved]:
            said.append(tr("%n passage(s) moved along.", moved))
        if unsure := made.passages[Outcome.doubtful] + made.passages[Outcome.lost]:
            said.append(tr("%n passage(s) (is|are) to be reviewed.", unsure))
        self.bench.done(" ".join(said))

    def versions_current(self) -> None:
        """Shows the versions of the article in the current pane."""
        if article := self.articles.current():
            self.show_versions(article)

    def show_versions(self, article: Article, at: Anchor | None = None) -> None:
        """Shows the versions of an article, and some words in one of them."""
        state = self.bench.state
        with self.bench.told():
            shown = [_shown(version, state.text(version.id)) for version in records.versions(state, article.id)]
            chosen, span = (at.version_id, Span(at.start, at.end)) if at else (article.version_id, None)
            self.bench.ask(VersionsDialog(article.title, shown, chosen, span, self._save_original, self.bench.window))

    def _save_original(self, version_id: str) -> None:
        version = self.bench.state.get(ArticleVersion, version_id)
        article = self.bench.state.get(Article, version.article_id) if version else None
        if version is None or article is None:
            return
        start = str(Path(self.bench.settings.folder) / (article.file or article.title))
        name, _ = QFileDialog.getSaveFileName(self.bench.window, tr("Save the original"), start)
        if name:
            with self.bench.told():
                workflow.save_original(self.bench.session, version.original_sha256, Path(name))
                self.bench.say(tr("Saved as “{name}”.", name=Path(name).name))

    def reveal(self, article_id: str, anchor: Anchor) -> None:
        """Shows words where they stand: in the article, or in the version of it that has them."""
        article = self.bench.state.get(Article, article_id)
        if article is None or article.version_id == anchor.version_id:
            self.articles.reveal(article_id, anchor.start, anchor.end)
            return
        self.bench.say(
            tr("These words stand in an earlier version of “{title}”.", title=article.title),
            tr("Show it"),
            lambda: self.show_versions(article, anchor),
        )

    # --- review ---

    def next_to_review(self) -> str:
        """Id of the claim of the next passage that is to be reviewed, "" if there is none."""
        there = records.needing_review(self.bench.state)
        others = [p for p in there if p.claim_id != self.presenter.claim] or there
        return others[0].claim_id if others else ""

    def settle(self, passage_id: str, decision: str) -> None:
        """A person's word on a passage: "accept" the place that is proposed, "move" to the selected words, "lost"."""
        if decision == "move":
            self._move(passage_id)
        else:
            verb = edits.accept_place if decision == "accept" else edits.mark_lost
            self.bench.do(lambda state: verb(state, passage_id))

    @in_turn
    def _move(self, passage_id: str) -> None:
        selected = self.bench.desk.selection()
        there = next((p for p in records.needing_review(self.bench.state) if p.id == passage_id), None)
        if there is None or selected is None or selected[0] != records.article_of(there):
            self.bench.say(tr("Select the words in the same article first."))
            return
        span = selected[1]
        if self.bench.do(lambda state: edits.move_passage(state, passage_id, span)):
            self.bench.desk.unselect()


def _shown(version: ArticleVersion, text: str) -> VersionShown:
    how = tr("corrected by hand") if version.method == BY_HAND else tr("read by {reader}", reader=version.method)
    name = in_a_row(tr("Version {number}", number=version.number), when(version.made), how, version.note)
    return VersionShown(version.id, name, text)
