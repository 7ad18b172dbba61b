"""The status bar: that all is saved, how much there is, and what is under way, with a button to cancel it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QProgressBar, QPushButton, QToolButton

from factcheck.i18n import said
from factcheck.model import Entry
from factcheck.session import Session
from factcheck.ui.accessible import announce
from factcheck.ui.icons import icon
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.elided_label import ElidedLabel

if TYPE_CHECKING:
    from factcheck.ui.jobs import Jobs


class Status:
    """What the bar at the foot of the window says."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._saved, self.counts, self._what = QLabel(), ElidedLabel(), QLabel()
        for label in (self._saved, self.counts, self._what):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("muted", True)
        self.counts.setContentsMargins(16, 0, 16, 0)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(tr("Progress"))
        self._cancel = QToolButton()
        self._cancel.setIcon(icon("close"))
        self._cancel.setAutoRaise(True)
        self._cancel.setAccessibleName(tr("Cancel what is under way"))
        self._cancel.setToolTip(tr("Cancel"))
        #: How many passages are to be reviewed; pressed, it is to lead to the next one.
        self.reviews = QPushButton()
        self.reviews.setFlat(True)
        self.reviews.setToolTip(tr("Words that were not found for sure when an article’s text changed"))
        #: On how many findings a second opinion was heard; pressed, it is to ask for the others.
        self.opinion = QPushButton()
        self.opinion.setFlat(True)
        self.opinion.setToolTip(tr("Ask for a second opinion on the findings that have none yet"))
        line = window.statusBar()
        line.setSizeGripEnabled(False)
        line.setContentsMargins(10, 0, 8, 0)
        line.addWidget(self._saved)
        line.addWidget(self.counts, 1)
        for widget in (self.reviews, self.opinion, self._what, self._bar, self._cancel):
            line.addPermanentWidget(widget)
        self.show_reviews(0)
        self.show_opinion(0, 0)
        self._idle()

    def follow(self, jobs: "Jobs") -> None:
        """Shows what is under way."""
        self._cancel.clicked.connect(lambda _checked: jobs.stop())
        jobs.started.connect(lambda _job: self._busy("", 0, 0))
        jobs.progressed.connect(self._busy)
        jobs.idle.connect(self._idle)

    def room(self) -> QRect:
        """The part of the window between what is told at the start and at the end of the bar."""
        line, counts = self._window.statusBar(), self.counts
        said = min(counts.width(), counts.sizeHint().width())
        place = QRect(counts.mapTo(self._window, QPoint()), counts.size())
        place.adjust(*((0, 0, -said, 0) if counts.isRightToLeft() else (said, 0, 0, 0)))
        return QRect(place.left(), line.y() + 2, place.width(), line.height() - 3)

    def show_project(self, session: Session) -> None:
        """The project that is open."""
        name = session.path.name
        self._window.setWindowTitle(tr("{name} (read-only)", name=name) if session.read_only else name)
        self._window.setWindowFilePath("")
        self._saved.setText(tr("Open read-only") if session.read_only else tr("All is saved in {name}", name=name))

    def show_reviews(self, count: int) -> None:
        """How many passages are to be reviewed."""
        self.reviews.setText(tr("%n passage(s) to review", count))
        self.reviews.setVisible(count > 0)

    def show_opinion(self, heard: int, due: int) -> None:
        """On how many of how many findings a second opinion was heard; nothing while nobody is asked."""
        self.opinion.setText(tr("Second opinion: {heard} of {due}", heard=heard, due=due))
        self.opinion.setVisible(due > 0)

    def show_nothing(self) -> None:
        """No project is open."""
        self.show_reviews(0)
        self.counts.setText("")
        self._saved.setToolTip(tooltip(""))
        self._window.setWindowTitle("")
        self._saved.setText(tr("No project is open"))

    def show_counts(self, articles: int, claims: int, disputes: int) -> None:
        """How much there is, and how many disputes nobody has ruled on."""
        told = [tr("%n article(s)", articles), tr("%n claim(s)", claims), tr("%n open finding(s)", disputes)]
        self.counts.setText(" · ".join(told))

    def show_entry(self, entry: Entry, last: str) -> None:
        """When it was saved last, and what the last step was."""
        at = QLocale().toString(QDateTime.fromSecsSinceEpoch(entry.at).time(), QLocale.FormatType.ShortFormat)
        self._saved.setText(tr("Saved at {time}", time=at))
        self._saved.setToolTip(tooltip(tr("Last step: {what}", what=last) if last else ""))

    def _busy(self, what: str, done: int, total: int) -> None:
        doing = said("progress", what or "working")
        if doing != self._what.text() or self._what.isHidden():
            announce(self._what, doing)
        self._what.setText(doing)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        for widget in (self._what, self._bar, self._cancel):
            widget.show()

    def _idle(self) -> None:
        for widget in (self._what, self._bar, self._cancel):
            widget.hide()
