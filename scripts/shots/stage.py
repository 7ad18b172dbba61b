"""One real window on a project, brought into view after view, and photographed."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from factcheck import edits, publishing, records, reporting, sample, settings, workflow
from factcheck.model import Article, Claim, Reader, Who
from factcheck.paths import resource
from factcheck.session import Session
from factcheck.ui.main_window import MainWindow
from factcheck.ui.theme import appearance
from factcheck.ui.views.scroll import Scroll
from scripts.shots import plan

_ADA, _ILSE = Who("Ada Brandt", "wsample"), Who("Ilse Marten", "wsecond")
#: Milliseconds in which timers of the window fire, and what they start ends.
_SETTLE = 150
#: Pictures that are compared with the one before at most; what is long under way is taken as it is.
_TRIES = 10


def make_project(content: str, target: Path) -> Path:
    """The sample, or the project in another script; made as the sample is."""
    own = Path(__file__).parent / "content" / content
    sample.build(target, _ADA, told_in=own if own.is_dir() else None).close()
    return target


def report_page(project: Path, target: Path, number: int = 2) -> None:
    """One page of the project's report, as a reader shows it."""
    pdf = project.with_suffix(".pdf")
    with Session.open(project, _ADA) as session:
        found = workflow.findings(session)
        report = publishing.report(session.reader, found, reporting.ReportOptions(), now=edits.now())
    reporting.write_report(report, pdf)
    document = pypdfium2.PdfDocument(pdf)
    document[number].render(scale=1.5).to_pil().save(target)
    document.close()


@dataclass(frozen=True)
class View:
    """One view. `show` brings it about and gives the widget to be taken; None if it was taken on the way."""

    name: str
    show: Callable[["Stage"], QWidget | None]
    sizes: tuple[plan.Size, ...] = (plan.USUAL,)
    #: Whether the project is open before.
    at_work: bool = True


class Stage:
    """A window in one theme. `home` is a folder that is thrown away."""

    def __init__(self, project: Path, theme: str, folder: Path, home: Path) -> None:
        self.home, self.folder = home, folder
        self.project = home / theme / project.name
        self.project.parent.mkdir()
        shutil.copy(project, self.project)
        folder.mkdir(parents=True, exist_ok=True)
        self.view, self.size = "", plan.USUAL
        chosen = replace(settings.load(), name=_ADA.name, id=_ADA.id, appearance=theme, recent=(), shortcuts={})
        appearance().choose(theme)
        self.window = MainWindow(chosen)
        self.window.show()

    # --- waiting ---

    def wait(self, milliseconds: int = _SETTLE) -> None:
        """An event loop of its own, which lets worker threads run, as `QTest.qWait` does not."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, ready: Callable[[], object], turns: int = 800) -> None:
        """Lets the window work until it is ready."""
        for _ in range(turns):
            if ready():
                self.wait()
                return
            self.wait(15)
        raise TimeoutError(f"“{self.view}” does not become ready")

    # --- taking ---

    def take(self, view: "View", size: plan.Size) -> None:
        """Brings a view about and takes it, then makes the window as it was."""
        self.view, self.size = view.name, size
        self.window.resize(*size)
        self.wait()
        if view.at_work:
            self.open()
            self.panes(2)
        shown = view.show(self)
        if shown is not None:
            self.shoot(shown)
        self.tidy()

    def shoot(self, widget: QWidget) -> None:
        """The widget as it is once it no longer changes."""
        self.wait()
        before, picture = None, widget.grab().toImage()
        for _ in range(_TRIES):
            if picture == before:
                break
            self.wait()
            before, picture = picture, widget.grab().toImage()
        picture.save(str(self.folder / plan.file_name(self.view, self.size)))

    def asked(self, wish: Callable[[], object], fill: Callable[[QDialog], object] = lambda _: None) -> None:
        """Takes the dialog that a wish asks, as it waits for an answer, and refuses it."""
        taken = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and not isinstance(dialog, QFileDialog):
                fill(dialog)
                self.shoot(dialog)
                taken.append(dialog)
                dialog.reject()

        timer = QTimer(interval=30)
        timer.timeout.connect(look)
        timer.start()
        wish()
        self.until(lambda: taken)
        timer.stop()

    def tidy(self) -> None:
        """Nothing lies over the window."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        while self.window.bench.toast.latest():
            self.window.bench.toast.close_latest()
        self.window.finder.view.hide()
        self.window.seeker.view.hide()
        self.window.reading.find.close()
        for reader in [*self.window.readers]:
            reader.close()
        self.wait(10)

    def end(self) -> None:
        """Closes the window."""
        self.window.close()
        self.window.deleteLater()
        self.wait(10)

    # --- what a person would do ---

    def act(self, name: str) -> None:
        """An entry of a menu."""
        self.window.actions_by_key[name].trigger()

    def open(self) -> None:
        """The project, read and compared; unless it is there."""
        project = self.window.bench.project
        if project is None or project.session.path != self.project:
            self.window.projects.open(self.project)
            self.rest()

    def rest(self) -> None:
        """Until nothing is under way."""
        bench = self.window.bench
        self.until(lambda: not bench.jobs.running() and (bench.feed.findings or not bench.articles.model.rowCount()))

    def read_as(self, reader: Reader) -> None:
        """Who is at the desk: another person for each."""
        self.window.bench.session.who = _ADA if reader is Reader.first else _ILSE
        if self.window.bench.reader is not reader:
            self.act("second_reader")
        self.window.bench.toast.clear()

    def panes(self, count: int) -> None:
        """So many panes, each with an article."""
        desk, window = self.window.bench.desk, self.window
        while len(desk.panes()) > count:
            desk.close_pane(len(desk.panes()) - 1)
        while len(desk.panes()) < count:
            desk.split()
        articles = [article.id for article in records.articles(window.bench.state)][:count]
        for place, article in enumerate(articles):
            window.article_wishes.show(article, place)
        desk.set_widths([1] * count)
        desk.clear_passages()

    def claim(self, number: int = 0) -> Claim:
        """The claim of this place, in the panel and in the table."""
        window = self.window
        chosen = records.claims(window.bench.state)[number]
        window.layout_of.to_claims()
        window.claim_wishes.choose(chosen.id)
        window.layout_of.show_panel()
        return chosen

    def finding(self, number: int = 0) -> None:
        """The finding of this place in the list, with its card."""
        self.window.layout_of.to_findings()
        findings = self.window.bench.findings
        findings.table.selectRow(0)
        for _ in range(number):
            findings.step(1)

    def word(self) -> str:
        """One that stands in several articles."""
        text = self.window.bench.state.text(next(self.window.bench.state.each(Article)).version_id)
        return next(word for word in ("wall", "العب", "消防") if word in text)

    def to_top(self, panel: QWidget) -> None:
        """What has the keys stands at the top of a panel that scrolls."""
        scroll, focused = panel.findChild(Scroll), panel.focusWidget()
        inner = scroll.widget() if isinstance(scroll, Scroll) else None
        if isinstance(scroll, Scroll) and inner is not None and focused is not None:
            scroll.verticalScrollBar().setValue(focused.mapTo(inner, focused.rect().topLeft()).y() - 12)

    def things(self) -> list[Path]:
        """Files of several kinds: good, known, damaged, missing."""
        known = min(resource("sample", "articles").glob("*.txt"))
        made = self.home / "in"
        made.mkdir(exist_ok=True)
        contents = {
            "evening-news.html": _EVENING_NEWS.encode(),
            "basin-log.csv": b"Speaker,Statement\nWarden,The wall was dry at ten.\nGuard,Water ran at eleven.\n",
            f"{known.stem} (copy).txt": known.read_bytes(),
            "interview.vtt": b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Hedda Brill>Nobody called us that night.\n",
            "letter.txt": "Der B\u00fcrgermeister schrieb, das Becken sei gepr\u00fcft worden.".encode("latin-1"),
            "aerial view.png": b"\x89PNG\r\n\x1a\n",
            "inspection.pdf": b"%PDF-1.4",
        }
        for name, data in contents.items():
            (made / name).write_bytes(data)
        return [*(made / name for name in contents), made / "minutes.docx"]


_EVENING_NEWS = """<html lang="en"><head><title>Inspectors saw the crack in January</title>
<meta property="og:site_name" content="Evening News"><meta name="author" content="Ina Holm">
<meta property="article:published_time" content="2025-03-13"></head><body><article>
<h1>Inspectors saw the crack in January</h1>
<p>Two inspectors noted a crack in the wall of Basin 3 eight weeks before it gave way, according to a report that the
Evening News has seen. The company says that the crack was filled within a day.</p>
<p>The report counts eleven visits in the last year. It was sent to the town hall on 20 January; nobody there remembers
it.</p>
</article></body></html>"""
