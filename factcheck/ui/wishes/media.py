"""Pictures and recordings: evidence on a claim, or where a claim is made."""

from pathlib import Path

from factcheck import intake
from factcheck.model import Medium
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.media import MediaDialog
from factcheck.ui.offered import Offered
from factcheck.ui.queue import medium_of
from factcheck.ui.wishes.claims import ClaimWishes
from factcheck.ui.wishes.drops import DropWishes
from factcheck.ui.wishes.queueing import Queueing


class MediaWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, claims: ClaimWishes, drops: DropWishes, queueing: Queueing) -> None:
        self.bench, self.claims, self.drops, self.queueing = bench, claims, drops, queueing

    def ask(self) -> None:
        """Asks for an image, video or recording and what is said there; it becomes a claim."""
        self._make("", Medium.video)

    def claim(self, path: Path) -> None:
        """The same of a file of the import queue."""
        if self._make(str(path), Medium(medium_of(path) or Medium.video)):
            self.queueing.used(path)

    def attach(self, path: Path) -> None:
        """A file of the import queue as evidence on the current claim."""
        if self.claims.current and self.drops.dropped(self.claims.current, Offered(files=[path])):
            self.queueing.used(path)

    def _make(self, source: str, medium: Medium) -> bool:
        if not self.bench.editable():
            return False
        dialog = MediaDialog(self.bench.catalogue, self.bench.window, source, medium)
        if self.bench.ask(dialog):
            given, before = dialog.value(), self.bench.refusals
            self.bench.soon(lambda: self.claims.choose(intake.claim_from_media(self.bench.session, *given).id))
            return self.bench.refusals == before
        return False
