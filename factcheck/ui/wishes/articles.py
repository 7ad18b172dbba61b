"""Importing, opening, describing and withdrawing articles."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from factcheck import edits, importing, intake, records, workflow
from factcheck.errors import FactCheckError
from factcheck.importing import Outcome
from factcheck.model import Article
from factcheck.progress import Progress
from factcheck.text import Span
from factcheck.ui import present
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.article import AddressDialog, ArticleDialog, ArticleTyped, PasteDialog
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr
from factcheck.ui.wishes.adding import Adding

#: A text that is nothing but the address of a page.
_ADDRESS = re.compile(r"\s*(https?://\S+)\s*", re.IGNORECASE)


class ArticleWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, presenter: Presenter) -> None:
        self.bench, self.presenter = bench, presenter

    # --- importing ---

    def choose_files(self) -> None:
        """Asks for files to import."""
        patterns = " ".join(f"*{suffix}" for suffix in importing.offered_suffixes())
        kinds = tr("Articles ({patterns})", patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(
            self.bench.window, tr("Import articles"), self.bench.settings.folder, kinds
        )
        if names:
            self.bench.used(Path(names[0]))
            self.read(names)

    def choose_folder(self) -> None:
        """Asks for a folder to import with all below it."""
        start = self.bench.settings.folder
        name = QFileDialog.getExistingDirectory(self.bench.window, tr("Import a folder"), start)
        if name:
            self.bench.used(Path(name))
            self.read([name])

    def read(self, names: Iterable[str]) -> None:
        """Imports files and folders in the background."""
        bench, paths = self.bench, [Path(name) for name in names]
        if not bench.editable():
            return

        def work(progress: Progress) -> list[Outcome]:
            return _read(paths, progress)

        bench.jobs.start("import", work, lambda outcomes: Adding(self, outcomes).next(), bench.fail)

    def fetch(self, url: str) -> None:
        """Fetches a web page in the background, because a person gave its address."""
        bench = self.bench

        def work(progress: Progress) -> list[Outcome]:
            return [intake.fetch(url, progress)]

        bench.jobs.start("import", work, lambda outcomes: Adding(self, outcomes).next(), bench.fail)

    def ask_address(self) -> None:
        """Asks for the address of a web page."""
        if self.bench.editable():
            dialog = AddressDialog(self.bench.window)
            if self.bench.ask(dialog):
                self.fetch(dialog.value())

    def paste(self, text: str = "") -> None:
        """Asks for the words and the particulars of a pasted article; of an address, fetches the page."""
        if not self.bench.editable():
            return
        if address := _ADDRESS.fullmatch(text):
            self.fetch(address[1])
            return
        dialog = PasteDialog(text, self.bench.window)
        if not self.bench.ask(dialog):
            return
        given = dialog.value()
        if address := _ADDRESS.fullmatch(dialog.pasted()):
            self.fetch(address[1])
            return
        with self.bench.told():
            draft = importing.pasted(dialog.pasted(), given.title)
            article = workflow.add(self.bench.session, draft, **_known(given))
            self.open(article.id)

    # --- reading ---

    def open(self, article_id: str, other: bool = False) -> None:
        """Shows an article: where it is shown already, else in the current pane or the other one."""
        desk = self.bench.desk
        there = desk.pane_of(article_id)
        if there is not None and not other:
            desk.focus_pane(there)
            return
        self.show(article_id, desk.other_pane() if other else desk.current_pane())

    def show(self, article_id: str, pane: int | None = None) -> None:
        """Shows an article in a pane, with its marks."""
        article = self.bench.state.get(Article, article_id)
        if article is None:
            return
        with self.bench.told():
            self.bench.desk.show_article(present.shown_article(self.bench.state, article, self.bench.catalogue), pane)
            self.presenter.marks(article_id)

    def reveal(self, article_id: str, start: int, end: int) -> None:
        """Scrolls to words of an article, showing it first if need be."""
        desk = self.bench.desk
        if desk.pane_of(article_id) is None:
            self.show(article_id)
        desk.reveal(article_id, Span(start, end))

    # --- describing ---

    def current(self) -> Article | None:
        """The article in the current pane."""
        article_id = self.bench.desk.shown()[self.bench.desk.current_pane()]
        return self.bench.state.get(Article, article_id) if article_id and self.bench.project else None

    def edit_current(self) -> None:
        """Particulars of the article in the current pane."""
        if article := self.current():
            self.edit(article.id)

    def edit(self, article_id: str) -> None:
        """Asks for the particulars of an article."""
        article = self.bench.state.get(Article, article_id)
        if article is None or not self.bench.editable():
            return
        told = ArticleTyped(
            title=article.title,
            publisher=records.publisher_name(self.bench.state, article),
            author=article.author,
            published=article.published.printed if article.published else "",
            language=article.language,
            url=article.url,
        )
        dialog = ArticleDialog(told, parent=self.bench.window)
        if self.bench.ask(dialog) and (given := dialog.value()) != told:
            fields = _known(given)
            if given.published == told.published:
                del fields["published"]  # as it was understood before
            self.bench.do(lambda state: edits.edit_article(state, article_id, **fields))

    def withdraw_current(self) -> None:
        """Takes the article in the current pane out of the project's lists."""
        if article := self.current():
            self.withdraw(article.id)

    def withdraw(self, article_id: str) -> None:
        """Takes an article out of the project's lists; undo brings it back."""
        article = self.bench.state.get(Article, article_id)
        if article and self.bench.do(lambda state: edits.withdraw(state, [article_id])):
            self.bench.say(tr("“{title}” is withdrawn.", title=article.title), tr("Undo"), self.bench.session.undo)


def _read(paths: Iterable[Path], progress: Progress) -> list[Outcome]:
    """What becomes of files and folders; one that is not there does not stop the others."""
    files: list[Path] = []
    missing = []
    for path in paths:
        try:
            files += importing.inputs([path])
        except FactCheckError as error:
            missing.append(Outcome(str(path), error=str(error)))
    return [*importing.read_all(dict.fromkeys(files), progress), *missing]


def _known(given: ArticleTyped) -> dict[str, Any]:
    """What was typed as fields of an article."""
    published = importing.printed_date(given.published) if given.published else None
    return {**asdict(given), "published": published}
