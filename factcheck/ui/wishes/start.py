"""The first page: which projects were open, and beginning one with files that are dropped."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer

from factcheck.ui.bench import Bench
from factcheck.ui.offered import Offered
from factcheck.ui.text import tr
from factcheck.ui.views.welcome import Recent, Welcome
from factcheck.ui.views.when import when
from factcheck.ui.wishes.project import SUFFIX, ProjectWishes


class StartWishes:
    """Works on one window; `take` imports what was dropped."""

    def __init__(self, bench: Bench, view: Welcome, projects: ProjectWishes, take: Callable[[Offered], object]) -> None:
        self.bench, self.view, self._projects, self._take = bench, view, projects, take
        view.new_wished.connect(projects.new)
        view.open_wished.connect(projects.choose)
        view.sample_wished.connect(projects.open_sample)
        view.recent_wished.connect(lambda path: projects.open(Path(path)))
        view.forget_wished.connect(self.forget)

    def refresh(self) -> None:
        """The projects as they lie there now."""
        self.view.set_recent([_recent(Path(path)) for path in self.bench.settings.recent])
        self.view.take_focus()

    def forget(self, path: str) -> None:
        """Shows a project no more; the file stays."""
        kept = tuple(other for other in self.bench.settings.recent if other != path)
        self.bench.choose(replace(self.bench.settings, recent=kept))
        self.refresh()

    def dropped(self, given: Offered) -> None:
        """A project is opened; with anything else a new one is begun."""
        dropped = [path for path in given.files if path.suffix == SUFFIX]
        if dropped:
            self._projects.open(dropped[0])
            return
        QTimer.singleShot(0, self.view, lambda: self._begin_with(given))  # where it was dragged from waits no longer

    def _begin_with(self, given: Offered) -> None:
        self._projects.new()
        if self.bench.project is not None:
            self._take(given)


def _recent(path: Path) -> Recent:
    folder = str(path.parent).replace(str(Path.home()), "~", 1)
    try:
        changed = when(int(path.stat().st_mtime))
    except OSError:
        return Recent(str(path), path.stem, tr("{folder} · not there any more", folder=folder), there=False)
    return Recent(str(path), path.stem, tr("{folder} · changed {when}", folder=folder, when=changed))
