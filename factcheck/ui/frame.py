"""A window as it is seen first: its place on the screen and its ground. Its parts are made after its first picture."""

from typing import TYPE_CHECKING

from PySide6 import QtCore  # the name Qt is taken when it is used: its hundred enumerations take 15 ms
from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from factcheck.paths import user_config

if TYPE_CHECKING:  # nothing of this is loaded before `parts` makes it
    from factcheck.session import Session
    from factcheck.ui.actions import Actions
    from factcheck.ui.bench import Bench
    from factcheck.ui.front import Front
    from factcheck.ui.layout import Layout
    from factcheck.ui.places import Places
    from factcheck.ui.presenter import Presenter
    from factcheck.ui.status import Status
    from factcheck.ui.wishes.archives import Archives
    from factcheck.ui.wishes.articles import ArticleWishes
    from factcheck.ui.wishes.backups import BackupWishes
    from factcheck.ui.wishes.bulk import BulkWishes
    from factcheck.ui.wishes.choosing import Choosing
    from factcheck.ui.wishes.claims import ClaimWishes
    from factcheck.ui.wishes.desk import DeskWishes
    from factcheck.ui.wishes.drops import DropWishes
    from factcheck.ui.wishes.elsewhere import ElsewhereWishes
    from factcheck.ui.wishes.evidence import EvidenceWishes
    from factcheck.ui.wishes.findings import FindingWishes
    from factcheck.ui.wishes.handing import HandingWishes
    from factcheck.ui.wishes.help import HelpWishes
    from factcheck.ui.wishes.history import HistoryWishes
    from factcheck.ui.wishes.importing import ImportWishes
    from factcheck.ui.wishes.joining import JoiningWishes
    from factcheck.ui.wishes.keys import KeyWishes
    from factcheck.ui.wishes.media import MediaWishes
    from factcheck.ui.wishes.opinions import OpinionWishes
    from factcheck.ui.wishes.palette import PaletteWishes
    from factcheck.ui.wishes.preview import PreviewWishes
    from factcheck.ui.wishes.printing import PrintWishes
    from factcheck.ui.wishes.project import ProjectWishes
    from factcheck.ui.wishes.queueing import Queueing
    from factcheck.ui.wishes.search import SearchWishes
    from factcheck.ui.wishes.second_reading import SecondReadingWishes
    from factcheck.ui.wishes.start import StartWishes
    from factcheck.ui.wishes.texts import TextWishes
    from factcheck.ui.wishes.verifying import VerifyWishes
    from factcheck.ui.wishes.withholding import Withholding


def store() -> QSettings:
    """What is remembered of windows: sizes and places."""
    return QSettings(str(user_config() / "window.ini"), QSettings.Format.IniFormat)


class Frame(QMainWindow):
    """A window that may have no parts yet; `parts.make` gives it all of them at once."""

    #: It was seen while it had no parts.
    painted = Signal()

    front: "Front"
    bench: "Bench"
    actions_by_key: "Actions"
    status: "Status"
    layout_of: "Layout"
    presenter: "Presenter"
    places: "Places"
    article_wishes: "ArticleWishes"
    text_wishes: "TextWishes"
    archives: "Archives"
    evidence_wishes: "EvidenceWishes"
    claim_wishes: "ClaimWishes"
    second: "SecondReadingWishes"
    joining: "JoiningWishes"
    bulk: "BulkWishes"
    handing: "HandingWishes"
    queueing: "Queueing"
    imports: "ImportWishes"
    drops: "DropWishes"
    media: "MediaWishes"
    finding_wishes: "FindingWishes"
    reading: "DeskWishes"
    elsewhere: "ElsewhereWishes"
    history: "HistoryWishes"
    projects: "ProjectWishes"
    withholding: "Withholding"
    backups: "BackupWishes"
    previews: "PreviewWishes"
    printing: "PrintWishes"
    verifier: "VerifyWishes"
    start: "StartWishes"
    help: "HelpWishes"
    keys: "KeyWishes"
    opinions: "OpinionWishes"
    choosing: "Choosing"
    seeker: "SearchWishes"
    finder: "PaletteWishes"

    def __init__(self) -> None:
        super().__init__()
        self.furnished = self._seen = False
        self.resize(1500, 940)
        geometry = store().value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.furnished or self._seen):
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)  # it is on the screen when this has returned

    def focusNextPrevChild(self, forwards: bool) -> bool:
        from factcheck.ui import tab_order

        found = tab_order.step(self, forwards)
        if found is None:
            return super().focusNextPrevChild(forwards)
        found.setFocus(QtCore.Qt.FocusReason.TabFocusReason if forwards else QtCore.Qt.FocusReason.BacktabFocusReason)
        tab_order.reveal(found)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keys; outside of dialogs Qt itself hears only the space bar."""
        qt = QtCore.Qt
        pressed = QApplication.focusWidget()
        plain = event.modifiers() in (qt.KeyboardModifier.NoModifier, qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (qt.Key.Key_Return, qt.Key.Key_Enter) and isinstance(pressed, QAbstractButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def show_project(self, session: "Session") -> None:
        """Takes an open project in the place of the one before."""
        raise NotImplementedError

    def close_project(self) -> None:
        """Commits what was typed, stops what is under way, and leaves a single file."""
        raise NotImplementedError

    # --- going to what was touched ---

    def to_claim(self, claim_id: str) -> None:
        """A claim that was touched from elsewhere; one that is in the panel already moves nothing."""
        if claim_id != self.presenter.claim:
            self.claim_wishes.choose(claim_id)
        self.layout_of.show_panel()

    def to_finding(self, finding_id: str) -> None:
        if finding_id != self.presenter.finding:
            self.finding_wishes.choose(finding_id)
        self.layout_of.show_card()

    def reader_changed(self) -> None:
        """Another reader is at the desk: what is shown beside the views."""
        self.history.refresh()
        self.previews.reader_changed()
