"""Everything by which something comes in: chosen, typed, pasted, or dropped on the window."""

import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from factcheck import importing
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.article import AddressDialog, PasteDialog
from factcheck.ui.offered import Offered, offered
from factcheck.ui.text import tr
from factcheck.ui.wishes.articles import known
from factcheck.ui.wishes.queueing import Queueing

#: A text that is nothing but the address of a page.
_ADDRESS = re.compile(r"\s*(https?://\S+)\s*", re.IGNORECASE)


class ImportWishes(QObject):
    """Works on one window."""

    def __init__(self, bench: Bench, queueing: Queueing) -> None:
        super().__init__(bench.window)
        self.bench, self.queueing = bench, queueing
        #: Pictures that came without a file, until they are evidence.
        self._pictures: tempfile.TemporaryDirectory[str] | None = None

    def choose_files(self) -> None:
        """Asks for files to import."""
        patterns = " ".join(f"*{suffix}" for suffix in importing.offered_suffixes())
        kinds = tr("Articles ({patterns})", patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(
            self.bench.window, tr("Import articles"), self.bench.settings.folder, f"{kinds};;{tr('All files (*)')}"
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
        """Imports files and folders."""
        self.queueing.take([Path(name) for name in names])

    def fetch(self, url: str) -> None:
        """Fetches a web page, because a person gave its address."""
        self.queueing.take([url])

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
        if address := _ADDRESS.fullmatch(dialog.pasted()):
            self.fetch(address[1])
            return
        with self.bench.told():
            given = dialog.value()
            draft = importing.pasted(dialog.pasted(), given.title)
            told = {name: value for name, value in known(given).items() if value}
            self.queueing.take([replace(draft, **told)])

    def paste_anything(self) -> None:
        """Imports what the clipboard holds."""
        given = offered(QGuiApplication.clipboard().mimeData())
        if given.refusal:
            self.bench.say(tr("Nothing that can be imported is on the clipboard."))
        else:
            self.take(given)

    def take(self, given: Offered) -> None:
        """Imports what was dropped or pasted on the window; words that hold no address become an article."""
        if not self.bench.editable():
            return
        if given.picture is not None:
            self.queueing.take([self.kept(given.picture)])
        elif given.files or given.links:
            self.queueing.take([*given.files, *given.links])
        else:
            self.paste(given.words)

    def kept(self, picture: QImage) -> Path:
        """A picture without a file as one, as long as the window is there."""
        if self._pictures is None:
            self._pictures = tempfile.TemporaryDirectory(prefix="factcheck-")
        taken = QDateTime.currentDateTime().toString("yyyy-MM-dd hh.mm.ss.zzz")
        path = Path(self._pictures.name) / f"{tr('Picture')} {taken}.png"
        picture.save(str(path))
        return path

    def close(self) -> None:
        """The window is being closed."""
        if self._pictures is not None:
            self._pictures.cleanup()
            self._pictures = None
