"""A tour of all that the window can show: every page, panel and list of it, and every dialog."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

import factcheck.ui.dialogs
from factcheck import bulk, records
from factcheck.importing import Outcome, pasted
from factcheck.importing.rows import Table
from factcheck.intake import Known, Sameness
from factcheck.model import Statement
from factcheck.receiving import Received
from factcheck.reporting.pdf.covering import Gap
from factcheck.store.backup import Copy
from factcheck.text import Span
from factcheck.ui.dialogs.altered import AlteredDialog
from factcheck.ui.dialogs.backups import BackupsDialog
from factcheck.ui.dialogs.claims import ClaimsDialog
from factcheck.ui.dialogs.contradiction import ContradictionDialog, QuoteShown
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.dialogs.elsewhere import EchoShown, ElsewhereDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog
from factcheck.ui.dialogs.export import GapsDialog
from factcheck.ui.dialogs.host import HostDialog
from factcheck.ui.dialogs.importing import ImportDialog
from factcheck.ui.dialogs.organisation import OrganisationDialog, OrganisationTyped
from factcheck.ui.dialogs.split import SplitDialog
from factcheck.ui.dialogs.verify import VerifyDialog
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.queue import ImportQueue
from tests.ui.panels.samples import quake
from tests.ui.window.person import Person

#: What shows a window of its own, without the dots that announce a question.
_SHOWS = {"import_queue", "preview", "elsewhere", "about", "keys"}
#: What asks somebody outside the window.
_OUTSIDE = {"print"}
_WORDS = "Some 31 people were hurt when the bridge at Orm fell, a witness said on the evening of the same day."


def settle() -> None:
    """Whatever is to be laid out has its place."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def states(person: Person, project: Path) -> Iterator[str]:
    """What each state of the window is called, once the window is in it."""
    window, bench = person.window, person.bench
    window.start.refresh()
    yield "welcome, with nothing opened before"
    window.projects.open(project)
    window.leave_project()
    yield "welcome"
    window.projects.open(project)
    person.rest()
    yield "one article"
    articles = records.articles(person.state())
    while len(bench.desk.panes()) < 4:
        bench.desk.split()
    yield "panes without an article"
    for pane, article in enumerate(articles[:4]):
        window.article_wishes.show(article.id, pane)
    person.act("find")
    yield "four articles, and the words looked for"
    while len(bench.desk.panes()) > 1:
        bench.desk.close_pane(1)
    yield from _of_claims(person)
    yield from _of_findings(person)
    bench.say("The claim was withdrawn, with two appearances and three pieces of evidence.", "Undo", lambda: None)
    yield "message"
    bench.toast.clear()
    for name, finder in (("palette", window.finder), ("search", window.seeker)):
        finder.open()
        yield f"{name} with nothing typed"
        finder.open()
        person.enter("dam")
        person.until(finder.view.shown)
        yield name
        finder.view.hide()


def _of_claims(person: Person) -> Iterator[str]:
    window, bench = person.window, person.bench
    person.act("to_claims")
    yield "claims"
    claims = records.claims(person.state())
    for section, _ in bench.panel.sections.values():
        section.set_open(True)
    for claim in claims[:2]:
        window.claim_wishes.choose(claim.id)
        window.layout_of.show_panel()
        settle()
        yield f"claim {claim.number}, all unfolded"
    bench.panel.words.edit()
    yield "claim whose rationale is written"
    person.act("second_reader")
    yield "claim before the second reader"
    person.act("second_reader")


def _of_findings(person: Person) -> Iterator[str]:
    window, bench = person.window, person.bench
    person.act("to_findings")
    person.act("next_finding")
    yield "finding"
    person.act("word_by_word")
    yield "finding word by word"
    window.finding_wishes.rule_current("dismissed")
    yield "finding with a ruling"
    person.act("to_facts")
    person.until(lambda: bench.facts._model.rows)
    yield "facts"
    person.act("undo")
    person.rest()


# --- dialogs ----------------------------------------------------------------------------------------------------------


def kinds() -> set[type[QDialog]]:
    """Every kind of dialog that there is, without those that others are made of."""
    for module in pkgutil.iter_modules(factcheck.ui.dialogs.__path__, "factcheck.ui.dialogs."):
        importlib.import_module(module.name)
    return {kind for kind in _below(QDialog) if kind.__name__ != "FormDialog"}


def _below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("factcheck.ui.dialogs"):
            yield one
        yield from _below(one)


def dialogs(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[QDialog]:
    """Every dialog, while it is shown."""
    for dialog in _asked(person, monkeypatch):
        settle()
        yield dialog
        dialog.hide()
    for dialog in _made(person):
        dialog.show()
        settle()
        yield dialog
        dialog.hide()
        dialog.deleteLater()


def at_work(person: Person) -> None:
    """An article, a claim and a finding are before the person, and words of the article are selected."""
    window, bench, state = person.window, person.bench, person.state()
    article, claim = records.articles(state)[0], records.claims(state)[0]
    window.article_wishes.show(article.id, 0)
    bench.desk.focus_pane(0)
    window.claim_wishes.choose(claim.id)
    bench.desk.panes()[0].text.select(Span(0, 20))


def _asked(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[QDialog]:
    """Those that the actions of the menus ask with."""
    asked: list[QDialog] = []

    def put_off(dialog: QDialog) -> int:
        asked.append(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", put_off)
    monkeypatch.setattr(QDialog, "deleteLater", lambda _dialog: None)  # what was asked is looked at afterwards
    for name, none in (("getOpenFileName", ("", "")), ("getSaveFileName", ("", "")), ("getOpenFileNames", ([], ""))):
        monkeypatch.setattr(QFileDialog, name, lambda *_, none=none, **__: none)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    at_work(person)
    person.act("appearance")  # a claim of one cannot be split
    for key, action in person.window.actions_by_key.items():
        asks = key in _SHOWS or "…" in action.text()
        if asks and key not in _OUTSIDE:
            at_work(person)
            action.trigger()
            person.rest()
            asked += [one for one in person.window.findChildren(QDialog) if one.isVisible() and one not in asked]
            while asked:
                dialog = asked.pop()
                dialog.show()
                yield dialog
    monkeypatch.undo()


def _made(person: Person) -> Iterator[QDialog]:
    """Those that come only when something happens."""
    window, say, state = person.window, person.bench.catalogue, person.state()
    quote = QuoteShown(_WORDS, PassageInfo("A witness of the fall", "Herald"))
    yield AlteredDialog("bridge.factcheck", Path.home() / "bridge (rows).factcheck", window)
    copies = [Copy(Path("bridge.1"), 1_900_000_000, "by hand", 120_000, 4, 7, 3, 60), Copy(Path("bridge.2"), 1, "", 9)]
    yield BackupsDialog("The project could not be opened: the disk image is malformed.", copies, True, window)
    table = Table(("Who", "Where", "What was said"), ((2, ("Ada", "Orm", _WORDS)),))
    yield ClaimsDialog("statements.csv", bulk.Planning(bulk.known(state), table), window)
    yield ContradictionDialog(say, (quote, quote), window)
    yield CrashDialog("Traceback (most recent call last):\n  a line of it", window)
    yield ElsewhereDialog(_WORDS, [EchoShown(Statement("a", "v", 0, 0, 9, _WORDS), "Herald", 92)], window)
    for kind in ("link", "file", "note"):
        yield EvidenceDialog(say, kind, None, window, _WORDS)
    yield GapsDialog([Gap("chinese", ("水", "火"), "fonts-wqy-microhei"), Gap("others", ("\ue000",), "")], window)
    yield HostDialog("https://user@xn--frg-sna.example/page", window)
    yield _import_queue(person)
    yield OrganisationDialog(OrganisationTyped("Desk", "#336699", "", ""), window)
    yield SplitDialog(quake(), lambda _: "Herald", (), window)
    yield VerifyDialog("The report differs from its project.", False, [_WORDS], [_WORDS, _WORDS], window)


def _import_queue(person: Person) -> ImportDialog:
    """With rows of every sort."""
    made, queue = ImportDialog(person.bench.catalogue, at_once=True, parent=person.window), ImportQueue()
    table, again, _waiting = queue.take([Path("log.csv"), Path("again.txt"), Path("waiting.html")])
    queue.refuse(Path("torn.pdf"), "The file is damaged: it ends in the middle of a page.")
    article = records.articles(person.state())[0]
    queue.came(table, Received(Outcome("", (pasted(_WORDS, "Log"),), columns=("Who", "Words")), (None,)))
    known = Known(article, Sameness.text)
    queue.came(again, Received(Outcome("", (pasted(_WORDS, "Again"),)), (known,)))
    made.show_rows(queue.rows(), "1. The dam was inspected.")
    return made
