"""The import queue at work: inputs are read by a job, shown as rows, looked at by a person, and added."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck import importing, receiving
from factcheck.importing import Table
from factcheck.intake import Shelf
from factcheck.progress import Progress
from factcheck.receiving import Received, Thing
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.importing import ImportDialog
from factcheck.ui.dialogs.text import TextDialog
from factcheck.ui.queue import ImportQueue, Row, State, Wanted, known_by_bytes
from factcheck.ui.session import UiSession
from factcheck.ui.text import tr
from factcheck.ui.wishes.adding import Adding
from factcheck.ui.wishes.articles import ArticleWishes
from factcheck.ui.wishes.reading import Listed, Reading

#: Milliseconds in which news of rows is gathered before it is shown.
_GATHER = 150


class Queueing(QObject):
    """Works on one window. Only one of job and adding is at work at a time."""

    #: A picture or recording is to be evidence, or a claim: its path.
    evidence_wished = Signal(object)
    claim_wished = Signal(object)
    #: Something was dropped on the queue.
    dropped = Signal(object)

    def __init__(self, bench: Bench, articles: ArticleWishes, claim: Callable[[], str]) -> None:
        """`claim` names the claim that is chosen, "" for none."""
        super().__init__(bench.window)
        self.bench, self.articles, self._claim = bench, articles, claim
        self.queue = ImportQueue()
        self.dialog: ImportDialog | None = None
        self._project: UiSession | None = None
        self._folders: list[Path] = []
        #: What came in since the person was last asked.
        self._batch: list[str] = []
        self._news = QTimer(self, singleShot=True, interval=_GATHER)
        self._news.timeout.connect(self.refresh)
        self.adding = Adding(bench, articles, self.queue, self._tell_soon, self._all_added)
        self.reading = Reading(bench)
        self.reading.began.connect(self._on_began)
        self.reading.came.connect(self._on_came)
        self.reading.listed.connect(self._on_listed)
        self.reading.cancelled.connect(self.queue.cancel)
        self.reading.ended.connect(self._ended)

    # --- reading ---

    def take(self, things: Iterable[Thing]) -> None:
        """Takes inputs in and begins to read."""
        if not self.bench.editable():
            return
        self._meet_project()
        given = list(dict.fromkeys(things))
        folders = [thing for thing in given if isinstance(thing, Path) and thing.is_dir()]
        self._folders += folders
        self._batch += self.queue.take(thing for thing in given if thing not in folders)
        self._go_on()

    def _meet_project(self) -> None:
        if self._project is not self.bench.project:
            self.forget()
            self._project = self.bench.project

    def forget(self) -> None:
        """Another project is opened: nothing of the queue is left."""
        self.queue.forget()
        self.adding.stop()
        self.reading.shelf, self._folders, self._batch = None, [], []
        if self.dialog:
            self.dialog.hide()
        self.refresh()

    def _go_on(self) -> None:
        """The next thing to be done, unless something is under way."""
        if self.reading.busy or self.adding.busy:
            self.refresh()
        elif self._folders:
            folders, self._folders = self._folders, []
            self.reading.list_files(folders)
        elif requests := self.queue.waiting():
            self.reading.read(requests)
            if len(requests) > 1:
                self.show()
        else:
            self._all_read()

    def _on_listed(self, found: list[Listed]) -> None:
        for folder, files, error in found:
            self._batch += [self.queue.refuse(folder, error)] if error else self.queue.take(files)

    def _ended(self) -> None:
        if self.bench.project is not None and self._project is self.bench.project:
            self._go_on()

    def _on_began(self, input_id: str) -> None:
        self.queue.began(input_id)
        self._tell_soon()

    def _on_came(self, input_id: str, received: Received) -> None:
        self.queue.came(input_id, received)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._news.isActive():
            self._news.start()

    def _all_read(self) -> None:
        """All is read: what needs no person is done, else they are asked."""
        rows, self._batch = self.queue.of_inputs(self._batch), []
        hidden = self.dialog is None or not self.dialog.isVisible()
        if hidden and len(rows) == 1 and self.bench.settings.import_at_once and self._done_at_once(rows[0]):
            return
        if rows and any(row.state is not State.cancelled for row in rows):
            self.show()
        self.refresh()

    def _done_at_once(self, row: Row) -> bool:
        if not row.doubtful:
            self.add([row])
            return True
        if row.known and known_by_bytes(row):
            self.articles.open(row.known.article.id)
            said = tr("“{title}” was there already.", title=row.known.article.title)
            self.bench.say(said, tr("Details…"), self.show)
            return True
        return False

    # --- the window ---

    def show(self) -> None:
        """Shows the queue."""
        if not self.bench.editable():
            return
        self._meet_project()
        if self.dialog is None:
            self.dialog = self._made()
            QTimer.singleShot(0, self, self.show)  # making it and showing it each take a while
            return
        self.refresh()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.table.setFocus()

    def _made(self) -> ImportDialog:
        dialog = ImportDialog(self.bench.catalogue, self.bench.settings.import_at_once, self.bench.window)
        dialog.add_wished.connect(self._add_chosen)
        dialog.retry_wished.connect(self.retry)
        dialog.cancel_wished.connect(self.cancel)
        dialog.remove_wished.connect(lambda ids: self._do(lambda: self.queue.remove(ids)))
        dialog.table.marked.connect(lambda ids, chosen: self._do(lambda: self.queue.choose(ids, chosen)))
        dialog.all_wanted.connect(lambda ids, wanted: self._do(lambda: self.queue.want(ids, Wanted(wanted))))
        dialog.chosen.connect(self._show_details)
        dialog.closed.connect(self._closed)
        dialog.zone.dropped.connect(lambda given, _at: self.dropped.emit(given))
        dialog.entered.connect(self._tell_soon)
        dialog.at_once.toggled.connect(lambda on: self._remember(at_once=on))
        details = dialog.details
        details.edited.connect(self._edit)
        details.wanted.connect(lambda id, wanted: self._do(lambda: self.queue.want([id], Wanted(wanted))))
        details.correct_wished.connect(self._correct)
        details.open_wished.connect(self._open)
        details.table_wished.connect(self._preview)
        details.column_wished.connect(self._take_column)
        details.evidence_wished.connect(lambda id: self._use(id, self.evidence_wished.emit))
        details.claim_wished.connect(lambda id: self._use(id, self.claim_wished.emit))
        return dialog

    def refresh(self) -> None:
        """Shows the queue as it stands."""
        if self.dialog:
            self.dialog.show_rows(self.queue.rows(), self._claim())
            self.dialog.show_adding(*self.adding.progress)

    def _do(self, change: Callable[[], object]) -> None:
        change()
        self.refresh()

    def _remember(self, at_once: bool) -> None:
        self.bench.choose(replace(self.bench.settings, import_at_once=at_once))

    def _closed(self) -> None:
        """What is done with is forgotten; what waits is named."""
        self.queue.forget(State.added, State.cancelled, State.known, State.failed, State.media)
        if waiting := sum(row.state is State.ready for row in self.queue.rows()):
            self.bench.say(tr("%n article(s) (is|are) read and not added yet.", waiting), tr("Show"), self.show)

    # --- what a person wants of rows ---

    def retry(self, ids: list[str]) -> None:
        """Reads rows once more."""
        self._batch += self.queue.retry(ids)
        self._go_on()

    def cancel(self, ids: list[str]) -> None:
        """Stops the reading of rows; of all, and their adding, if none are named."""
        self.queue.cancel(ids or None)
        if not ids:
            self.adding.stop()
            self.reading.cancel()
        self.refresh()

    def _edit(self, row_id: str, key: str, text: str) -> None:
        value: object = text.strip()
        if key == "published":
            value = importing.printed_date(text)
        if key != "title" or value:
            self.queue.edit(row_id, **{key: value})
        self._tell_soon()

    def _correct(self, row_id: str) -> None:
        row = self.queue.get(row_id)
        if row and row.draft:
            dialog = TextDialog(row.draft.title, row.text or row.draft.text, self.dialog)
            if self.bench.ask(dialog):
                self._do(lambda: self.queue.correct(row_id, dialog.value()))

    def _open(self, row_id: str) -> None:
        row = self.queue.get(row_id)
        if row and row.known:
            self.articles.open(row.known.article.id)

    def _use(self, row_id: str, wish: Callable[[object], None]) -> None:
        row = self.queue.get(row_id)
        if row and isinstance(row.thing, Path):
            wish(row.thing)

    def used(self, path: Path) -> None:
        """A picture or recording has become evidence or a claim."""
        self.queue.remove([row.id for row in self.queue.rows() if row.thing == path])
        self.refresh()

    def _take_column(self, row_id: str, column: str) -> None:
        self._batch.append(self.queue.take_column(row_id, column))
        self._go_on()

    def _show_details(self, row_id: str) -> None:
        row = self.queue.get(row_id)
        if self.dialog:
            self.dialog.details.show_row(row, self._claim())

    def _preview(self, row_id: str) -> None:
        row = self.queue.get(row_id)
        if row and row.draft and self.dialog:
            draft, details = row.draft, self.dialog.details

            def work(_progress: Progress) -> Table:
                return receiving.preview(draft)

            self.bench.jobs.start("preview", work, lambda table: details.show_table(row_id, table), self.bench.fail)

    # --- adding ---

    def _add_chosen(self) -> None:
        if self.dialog:
            self.dialog.details.flush()
        self.add(self.queue.chosen())

    def add(self, rows: Sequence[Row]) -> None:
        """Adds rows as one step."""
        if rows and not self.adding.busy and self.bench.editable():
            self.adding.start(rows, self.reading.shelf or Shelf(self.bench.session.reader))

    def _all_added(self) -> None:
        """The window of the queue goes when nothing of it is left to be looked at."""
        self.queue.forget(State.added)
        if self.dialog and self.dialog.isVisible() and not self.queue.rows():
            self.dialog.accept()
        self._go_on()
