"""The report on paper: the pages of its preview, drawn for the printer in the background."""

from typing import TYPE_CHECKING

from factcheck import records
from factcheck.progress import Progress
from factcheck.ui import printing
from factcheck.ui.bench import Bench
from factcheck.ui.text import tr
from factcheck.ui.wishes.preview import PreviewWishes, as_image

if TYPE_CHECKING:
    from factcheck.previewing import Preview


class PrintWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, previews: PreviewWishes) -> None:
        self.bench, self._previews = bench, previews
        previews.print_wished.connect(self._print_what_is_seen)

    def report(self) -> None:
        """Shows the preview, then asks for the printer."""
        if self.bench.project is None:
            self.bench.say(tr("Open a project or make one first."))
            return
        self._previews.open()
        self._print_what_is_seen()

    def _print_what_is_seen(self) -> None:
        self._previews.when_built(self._ask)

    def _ask(self, preview: "Preview") -> None:
        parent = self._previews.dialog or self.bench.window
        title = records.project(self.bench.state).title
        printer = printing.ask(parent, title, len(preview.sizes))
        if printer is None:
            return

        def work(progress: Progress) -> int:
            from factcheck import previewing

            pages = printing.chosen(printer, len(preview.sizes))
            drawn = previewing.pictures(preview, pages, printing.scale(printer), progress)
            printing.put(printer, (as_image(picture) for picture in drawn))
            return len(pages)

        self.bench.jobs.start("print", work, self._told, self.bench.fail)

    def _told(self, count: int) -> None:
        self.bench.say(tr("%n page(s) sent to the printer.", count))
