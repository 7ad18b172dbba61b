"""The preview of the report: built in the background, renewed while it is looked at, and a way back to each claim."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage

from factcheck import doctor
from factcheck.i18n import languages, own_language
from factcheck.progress import Progress
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.export import chosen_claims, templates
from factcheck.ui.dialogs.preview import Lack, PreviewDialog
from factcheck.ui.jobs import Jobs
from factcheck.ui.text import tr
from factcheck.ui.views.preview_zones import Zone

if TYPE_CHECKING:
    from factcheck.previewing import Picture, Preview

_BUILD, _DRAW = "preview", "pages"
#: Milliseconds after a change before the report is built anew.
_WAIT_MS = 400

#: What mends a lack of this code, by the id of the record that has it.
Mends = Mapping[str, Callable[[str], object]]


class PreviewWishes(QObject):
    """Works on one window. `go_to` shows a claim in it, `export` asks for a file for these claims (None: all), `mends`
    leads to what is missing.
    """

    print_wished = Signal()

    def __init__(
        self,
        bench: Bench,
        go_to: Callable[[str], object],
        export: Callable[[tuple[str, ...] | None], object],
        mends: Mends,
    ) -> None:
        super().__init__(bench.window)
        self.bench, self._go_to, self._export, self._mends = bench, go_to, export, mends
        #: Jobs of its own: drawing a page is no work to be told in the status bar.
        self._jobs = Jobs(self)
        self.dialog: PreviewDialog | None = None
        self._preview: Preview | None = None
        #: What waits for the report to be built.
        self._then: Callable[[Preview], object] | None = None
        #: The claims that were selected and shown when the preview was asked for; a click on one selects another.
        self._chosen: dict[str, tuple[str, ...] | None] = {}
        #: Pages that are to be drawn after those that are.
        self._due: tuple[list[int], float] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._renew)

    # --- the window ---

    def open(self) -> None:
        """Shows the preview."""
        if self.bench.project is None:
            return
        self.bench.flush()
        dialog = self.dialog or self._made_dialog()
        dialog.template.choose(self.bench.settings.report_template)
        dialog.language.choose(own_language(self.bench.settings.report_language))
        table = self.bench.claims
        offered = chosen_claims(len(table.selected()), table.shown_by_filter())
        self._chosen = {which: table.ids_of(which) for which in offered}
        dialog.offer_claims(list(offered.items()))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._renew()

    def _made_dialog(self) -> PreviewDialog:
        dialog = PreviewDialog(list(templates().items()), list(languages().items()), self.bench.window)
        dialog.options_changed.connect(self._choose)
        dialog.export_wished.connect(lambda: self._export(self._claims()))
        dialog.print_wished.connect(self.print_wished)
        dialog.claim_wished.connect(self._show_claim)
        dialog.mend_wished.connect(self._mend)
        dialog.pages.wanted.connect(self._draw)
        self.dialog = dialog
        return dialog

    def forget(self) -> None:
        """The project is being closed."""
        self._soon.stop()
        self._jobs.cancel()
        self._preview, self._due, self._then = None, None, None
        if self.dialog:
            self.dialog.hide()
            self.dialog.show_report((), (), ())

    def close(self) -> None:
        """The window is being closed."""
        if self.dialog:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def _choose(self) -> None:
        """Another template, language or choice of claims; the next export offers them too."""
        assert self.dialog is not None
        chosen = replace(
            self.bench.settings,
            report_template=self.dialog.template.currentData(),
            report_language=self.dialog.language.currentData(),
        )
        self.bench.choose(chosen)
        self._renew()

    def _claims(self) -> tuple[str, ...] | None:
        """Those that are shown; None: all."""
        return self._chosen.get(self.dialog.claims.currentData()) if self.dialog else None

    # --- building ---

    def reader_changed(self) -> None:
        """Another reader is at the desk, who must not see the pages that were made for the one before."""
        self._preview, self._due = None, None
        if self.dialog and self.dialog.isVisible():
            self.dialog.show_report((), (), ())
            self._renew()

    def renew_soon(self) -> None:
        """Something changed; the report is built anew if somebody looks at it."""
        if self.dialog and self.dialog.isVisible() and self.bench.project is not None:
            self._soon.start()

    def _renew(self) -> None:
        if self.bench.project is None or self.dialog is None:
            return
        session, known, chosen = self.bench.session, self.bench.feed.proposals, self.bench.settings
        claims, reader = self._claims(), self.bench.reader

        def work(progress: Progress) -> "Preview":
            from factcheck import previewing, publishing  # reportlab loads slowly; the thread waits, not the window

            options = publishing.options(chosen, "", claims, session.who.name)
            with session.snapshot() as state:
                return previewing.make(state, options, known, progress, reader)

        self.dialog.say(tr("Building the report…"))
        self._jobs.start(_BUILD, work, self._built, self._failed)

    def when_built(self, then: Callable[["Preview"], object]) -> None:
        """Does something with the report as it is now: at once, or when it is built."""
        if self._preview is not None and not self._jobs.running(_BUILD) and not self._soon.isActive():
            then(self._preview)
        else:
            self._then = then

    def _built(self, preview: "Preview") -> None:
        if self.dialog is None or self.bench.project is None:
            return
        self._jobs.cancel(_DRAW)
        self._preview, self._due = preview, None
        zones = [Zone(region.page, region.top, region.bottom, region.claim_id) for region in preview.regions]
        self.dialog.show_report(preview.sizes, zones, lacks(preview, self.bench))
        then, self._then = self._then, None
        if then is not None:
            then(preview)

    def _failed(self, error: object) -> None:
        self._then = None
        if self.dialog is not None:
            self.dialog.say("")
        self.bench.fail(error)

    # --- drawing ---

    def _draw(self, pages: list[int], scale: float) -> None:
        """Draws pages; those that were asked for meanwhile come after, the ones before them are not looked at now."""
        if self._jobs.running(_DRAW):
            self._due = (pages, scale)
            return
        preview, self._due = self._preview, None
        if preview is None:
            return

        def work(progress: Progress) -> list[tuple[int, float, QImage]]:
            from factcheck import previewing

            drawn = previewing.pictures(preview, pages[:_AT_ONCE], scale, progress)
            return [(picture.page, picture.scale, as_image(picture)) for picture in drawn]

        def drawn(images: list[tuple[int, float, QImage]]) -> None:
            if self.dialog is not None and self._preview is preview:
                for image in images:
                    self.dialog.pages.set_picture(*image)
                rest = (pages[_AT_ONCE:], scale) if pages[_AT_ONCE:] else None
                self._due = self._due or rest

        job = self._jobs.start(_DRAW, work, drawn, self._failed)
        job.ended.connect(self._draw_due)

    def _draw_due(self) -> None:
        due, self._due = self._due, None
        if due is not None:
            self._draw(*due)

    # --- the way back ---

    def _show_claim(self, claim_id: str) -> None:
        if self.dialog is not None:
            self.dialog.pages.mark(claim_id)
        self._go_to(claim_id)

    def _mend(self, lack: Lack) -> None:
        """To the field that is empty, in the window; what mends a font is handed over as a line for the terminal."""
        if lack.package:
            self._copy(doctor.installing(lack.package))
        if lack.claim_id:
            self._show_claim(lack.claim_id)
            if self.dialog is not None:
                self.dialog.pages.reveal(lack.claim_id)
        mend = self._mends.get(lack.code if lack.claim_id else f"article.{lack.code}")
        if mend is None:
            return
        self.bench.window.raise_()
        self.bench.window.activateWindow()
        mend(lack.record_id)

    def _copy(self, line: str) -> None:
        assert self.dialog is not None
        QGuiApplication.clipboard().setText(line)
        self.dialog.say(tr("Copied: {line}. Run it in a terminal, then start factcheck anew.", line=line))


#: Pages drawn before a person's next wish is heard.
_AT_ONCE = 2


def as_image(picture: "Picture") -> QImage:
    """A page as Qt draws it."""
    made = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return made.copy()  # the bytes go when the picture does


def lacks(preview: "Preview", bench: Bench) -> list[Lack]:
    """What is missing, in words: of claims in their order, of articles, of fonts."""
    told = []
    for missing in preview.missing:
        number = preview.numbers.get(missing.claim_id)
        text = tr("Claim {number}: {what}", number=number, what=missing.text) if number else missing.text
        told.append(Lack(missing.code, text, missing.claim_id, missing.record_id))
    return told + [Lack("no_font", gap.told(bench.catalogue), "", "", gap.package) for gap in preview.gaps]
