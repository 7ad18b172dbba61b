"""What a person chooses: settings for all projects, particulars of this one."""

from factcheck import edits, i18n, records, scales
from factcheck.model import Scale
from factcheck.settings import Settings
from factcheck.ui import fonts
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.settings import ProjectDialog, SettingsDialog
from factcheck.ui.layout import Layout


class Choosing:
    """Works on one window."""

    def __init__(self, bench: Bench, layout: Layout) -> None:
        self.bench, self.layout = bench, layout
        self._show_face()

    def settings(self) -> None:
        """Asks for the settings and takes them over at once, but for the language."""
        dialog = SettingsDialog(self.bench.settings, scales.shipped(), i18n.interfaces(), self.bench.window)
        if self.bench.ask(dialog):
            self.take(dialog.value())

    def take(self, chosen: Settings) -> None:
        """These settings from now on."""
        before = self.bench.settings
        self.bench.choose(chosen)
        if chosen.appearance != before.appearance:
            self.layout.choose_theme(chosen.appearance)
        if (chosen.reading_face, chosen.reading_size) != (before.reading_face, before.reading_size):
            self._show_face()
        if self.bench.project:
            self.bench.session.who = chosen.who

    def _show_face(self) -> None:
        chosen = self.bench.settings
        fonts.read_in(chosen.reading_face, chosen.reading_size)
        self.bench.desk.set_text_size(chosen.reading_size)

    def project(self) -> None:
        """Asks for title, scale, method and interests of the project that is open."""
        if not self.bench.editable():
            return
        state = self.bench.state
        offered = sorted(state.each(Scale), key=lambda scale: scale.name)
        dialog = ProjectDialog(records.project(state), offered, self.bench.window)
        if self.bench.ask(dialog):
            value = dialog.value()
            self.bench.do(lambda state: edits.edit_project(state, **value))
