"""Screenshots of the real window, for people to look at, and for the README: `make shots`.

Opens a fresh sample project in a temporary home, light and dark, small and large, and saves what the window shows to
`docs/images` (the two in the README) and `out/shots` (the others).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURES = REPOSITORY / "docs" / "images"
OTHERS = REPOSITORY / "out" / "shots"


@contextmanager
def private_home() -> Iterator[Path]:
    """Settings and sample of their own, so that the person's are not touched."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = f"{folder}/config"
        os.environ["XDG_DATA_HOME"] = f"{folder}/data"
        yield Path(folder)


def main() -> int:
    """Takes all pictures."""
    for folder in (PICTURES, OTHERS):
        folder.mkdir(parents=True, exist_ok=True)
    with private_home() as home:
        from PySide6.QtWidgets import QApplication

        from factcheck import i18n, sample, settings
        from factcheck.model import Who
        from factcheck.ui.app import speak

        app = QApplication(sys.argv[:1])
        i18n.speak("en")
        speak(app)
        made = home / "sample.factcheck"
        sample.build(made, Who("Ada Brandt", "wsample")).close()
        chosen = replace(settings.load(), name="Ada Brandt")
        report_page(made, PICTURES / "report.png")
        for name in ("light", "dark"):
            Pictures(app, replace(chosen, appearance=name), made, name).take()
        things = to_import(home)
        Pictures(app, replace(chosen, appearance="light"), made, "light").take_queue(things, PICTURES)
        Pictures(app, replace(chosen, appearance="dark"), made, "dark").take_queue(things, OTHERS)
    return 0


def to_import(home: Path) -> list[Path]:
    """Files of several kinds: good, known, damaged, missing."""
    from factcheck.paths import resource

    known = min(resource("sample", "articles").glob("*.txt"))
    contents = {
        "evening-news.html": EVENING_NEWS.encode(),
        "basin-log.csv": b"Speaker,Statement\nWarden,The wall was dry at ten.\nGuard,Water ran at eleven.\n",
        f"{known.stem} (copy).txt": known.read_bytes(),
        "interview.vtt": b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Hedda Brill>Nobody called us that night.\n",
        "letter.txt": "Der B\u00fcrgermeister schrieb, das Becken sei gepr\u00fcft worden.".encode("latin-1"),
        "aerial view.png": b"\x89PNG\r\n\x1a\n",
        "inspection.pdf": b"%PDF-1.4",
    }
    folder = home / "in"
    folder.mkdir()
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [*(folder / name for name in contents), folder / "minutes.docx"]


def report_page(project: Path, target: Path, number: int = 2) -> None:
    """One page of the sample's report, as a reader shows it."""
    import pypdfium2

    from factcheck import edits, publishing, reporting, workflow
    from factcheck.model import Who
    from factcheck.session import Session

    pdf = project.with_suffix(".pdf")
    with Session.open(project, Who("Ada Brandt", "wsample")) as session:
        found = workflow.findings(session)
        report = publishing.report(session.reader, found, reporting.ReportOptions(), now=edits.now())
    reporting.write_report(report, pdf)
    document = pypdfium2.PdfDocument(pdf)
    document[number].render(scale=1.5).to_pil().save(target)
    document.close()


EVENING_NEWS = """<html lang="en"><head><title>Inspectors saw the crack in January</title>
<meta property="og:site_name" content="Evening News"><meta name="author" content="Ina Holm">
<meta property="article:published_time" content="2025-03-13"></head><body><article>
<h1>Inspectors saw the crack in January</h1>
<p>Two inspectors noted a crack in the wall of Basin 3 eight weeks before it gave way, according to a report that the
Evening News has seen. The company says that the crack was filled within a day.</p>
<p>The report counts eleven visits in the last year. It was sent to the town hall on 20 January; nobody there remembers
it.</p>
</article></body></html>"""


class Pictures:
    """One window in one theme."""

    def __init__(self, app: object, chosen: object, project: Path, theme_name: str) -> None:
        from PySide6.QtWidgets import QApplication

        from factcheck import settings
        from factcheck.ui import theme
        from factcheck.ui.main_window import MainWindow

        assert isinstance(app, QApplication)
        assert isinstance(chosen, settings.Settings)
        self.app, self.name = app, theme_name
        theme.appearance().choose(theme_name)
        self.window = MainWindow(chosen)
        self.window.resize(1500, 940)
        self.window.show()
        self.window.projects.open(project)
        self.until(lambda: bool(self.window.bench.feed.findings) and not self.window.bench.jobs.running())

    def until(self, ready: Callable[[], bool], turns: int = 400) -> None:
        """Lets the window work until it is ready."""
        for _ in range(turns):
            self.wait(15)
            if ready():
                break
        self.wait(250)

    def wait(self, milliseconds: int) -> None:
        """An event loop of its own, which lets worker threads run, as `QTest.qWait` does not."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def save(self, folder: Path, name: str) -> None:
        """The window as it is now."""
        self.until(lambda: True)
        self.window.grab().save(str(folder / f"{name}-{self.name}.png"))

    def take(self) -> None:
        """Finding, claim, small, large, empty."""
        from factcheck import records

        window, bench = self.window, self.window.bench
        self.save(OTHERS, "opened")
        window.layout_of.to_findings()
        for _ in range(3):  # behind those made by hand: the first that was found
            bench.findings.step(1)
        self.save(PICTURES, "window")
        window.layout_of.to_claims()
        bench.claims.table.choose(records.claims(bench.state)[0].id)
        self.save(OTHERS, "claim")
        window.resize(1024, 680)
        self.save(OTHERS, "small")
        window.resize(1900, 1100)
        bench.desk.split()
        self.save(OTHERS, "large")
        window.close()

    def take_queue(self, things: list[Path], folder: Path) -> None:
        """The import queue with rows of all sorts."""
        queueing = self.window.queueing
        queueing.take(things)
        self.until(lambda: not queueing.reading.busy and len(queueing.queue.chosen()) > 2)
        dialog = queueing.dialog
        assert dialog is not None
        dialog.table.choose(queueing.queue.rows()[0].id)
        self.until(lambda: True)
        name = "import-queue" if folder is PICTURES else f"import-queue-{self.name}"
        dialog.grab().save(str(folder / f"{name}.png"))
        self.window.close()


if __name__ == "__main__":
    raise SystemExit(main())
