"""Files from strangers, addresses that mislead, what is withheld, seals and reports of faults, at the window."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel

from factcheck import edits, settings
from factcheck.i18n import Catalogue
from factcheck.leaving import leaving
from factcheck.model import Article, Claim, Evidence, Note, StoredFile
from factcheck.session import Session
from factcheck.store import check, seal
from factcheck.text import Span
from factcheck.ui import hosts, reports
from factcheck.ui.dialogs.altered import AlteredDialog
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.host import HostDialog
from factcheck.ui.offered import offered
from factcheck.ui.views.plain_text import PlainText
from tests.ui.window.person import Person

# --- a file whose structure is not ours ---


@pytest.fixture
def altered(project: Path) -> Path:
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM texts; END")
    return project


def test_an_altered_file_is_not_opened_and_its_rows_can_be_taken_over(person: Person, altered: Path) -> None:
    before, new = altered.read_bytes(), altered.with_name("taken.factcheck")
    person.answering(
        AlteredDialog, lambda dialog: dialog.path.setText(str(new)), lambda: person.window.projects.open(altered)
    )
    person.until(lambda: person.bench.project is not None)
    assert person.bench.session.path == new
    person.rest()
    assert altered.read_bytes() == before
    assert person.bench.state.count(Article) == 2
    assert list(check.problems(new)) == []


@pytest.mark.usefixtures("qapp")
def test_the_new_file_takes_the_place_of_no_other(altered: Path) -> None:
    dialog = AlteredDialog(altered.name, altered)
    assert "already" in dialog.problem()
    assert not dialog.ok.isEnabled()
    dialog.deleteLater()


# --- addresses ---

CYRILLIC = "https://\N{CYRILLIC SMALL LETTER A}pple.example/login"


@pytest.mark.parametrize(
    ("url", "shown", "misleads"),
    [
        ("https://daily.example/1", "daily.example", False),
        (CYRILLIC, "xn--pple-43d.example (\N{CYRILLIC SMALL LETTER A}pple.example)", True),
        ("https://xn--pple-43d.example/", "xn--pple-43d.example (\N{CYRILLIC SMALL LETTER A}pple.example)", True),
        ("https://daily.example@evil.example/", "evil.example", True),
        ("file:///etc/passwd", "", False),
        ("javascript:alert(1)", "", False),
        ("https://[half", "", False),
        ("https:///nohost", "", False),
        ("ftp://daily.example/", "", False),
        ("", "", False),
    ],
)
def test_where_an_address_leads_is_shown_as_the_network_knows_it(url: str, shown: str, misleads: bool) -> None:
    assert hosts.shown(url) == shown
    assert hosts.misleads(url) == misleads
    assert (hosts.web(url) is not None) == bool(shown)


def test_only_pages_are_opened_and_a_host_that_misleads_only_once_it_was_seen(
    session: Session, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.host()))
    person.window.show_project(session)
    wish = person.window.evidence_wishes.open_link
    for url in ("file:///etc/passwd", "javascript:alert(1)", "https://[half"):
        wish(url)
    assert opened == []
    wish("https://daily.example/1")
    assert opened == ["daily.example"]
    assert person.told() == "Opening daily.example in the browser."
    seen: list[str] = []

    def look(dialog: HostDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(QLabel))

    person.answering(HostDialog, look, lambda: wish(CYRILLIC))
    assert any("xn--pple-43d.example" in text for text in seen)
    assert len(opened) == 2


@pytest.mark.parametrize("name", ["../../.bashrc", "/etc/passwd", "..\\\\x.bat", "", "..", "C:\\\\x\\\\y.txt"])
def test_the_name_of_a_stored_file_is_never_a_place(
    session: Session, person: Person, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    person.window.show_project(session)
    person.window.evidence_wishes.save_copy(StoredFile(name, "text/plain", "0" * 64, 1))
    (one,) = offered
    assert one
    assert not set(one) & set("/\\\\")
    assert not one.startswith(".")


# --- withholding ---


def test_what_is_withheld_has_a_sign_and_is_released_the_same_way(session: Session, person: Person) -> None:
    article = next(session.records.each(Article))
    edit, claim = edits.add_claim(session.records, article.id, Span(0, 20))
    session.do(edit)
    session.do(edits.add_evidence(session.records, claim.id, Note("In confidence."))[0])
    person.window.show_project(session)
    person.window.claim_wishes.choose(claim.id)
    person.act("withhold_claim")
    assert "withheld" in person.bench.panel._number.text()
    assert person.told() == "Withheld: left out of reports and exports."
    assert not list(leaving(person.bench.state).each(Claim))
    person.act("withhold_claim")
    assert "withheld" not in person.bench.panel._number.text()

    item = next(person.bench.state.each(Evidence))
    person.bench.panel.evidence.withhold_wished.emit(item.id)
    cards = person.bench.panel.evidence.list.cards
    assert any("Withheld" in words.text() for words in cards[0].findChildren(PlainText))
    person.act("undo")
    assert not any(one.withheld for one in person.bench.state.each(Evidence))


def test_a_withheld_article_says_so_in_the_list(session: Session, person: Person) -> None:
    person.window.show_project(session)
    article = next(person.bench.state.each(Article))
    person.window.article_wishes.open(article.id)
    person.act("withhold_article")
    person.rest()
    shown = person.bench.articles.list.model()
    rows = [shown.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(2)]
    assert [row.withheld for row in rows] == [True, False]
    assert "withheld" in rows[0].counts
    person.act("undo")


# --- seals ---


def test_history_is_sealed_from_the_menu_and_with_a_report(session: Session, person: Person, tmp_path: Path) -> None:
    person.window.show_project(session)
    person.rest()
    person.act("seal")
    (made,) = tmp_path.glob("*.seal.txt")
    assert seal.read(made).head == person.bench.session.head
    made.unlink()

    def fill(dialog: ExportDialog) -> None:
        dialog.path.setText(str(tmp_path / "out.pdf"))
        dialog.seal.setChecked(True)

    person.answering(ExportDialog, fill, lambda: person.act("export"))
    person.until(lambda: list(tmp_path.glob("out*.seal.txt")))
    (made,) = tmp_path.glob("out*.seal.txt")
    assert seal.read(made).entries <= person.bench.session.revision
    assert settings.load().seal_exports
    person.rest()


# --- faults of ours ---


def test_a_report_of_a_fault_tells_no_home_and_no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    message = f"{tmp_path}/secret plans https://ada:pass@host.example/ Bearer abc123 sk-0123456789"
    try:
        int(message)
    except ValueError as error:
        told, logged = reports.told(error), reports.logged(error)
    for word in (str(tmp_path), "ada:pass", "abc123", "sk-0123456789"):
        assert word not in told
    assert "https://…host.example" in told
    assert "secret plans" not in logged
    assert "ValueError" in logged


def test_a_report_of_a_fault_names_no_file_person_or_machine_and_says_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "desk-7.paper.example")
    monkeypatch.setattr("getpass.getuser", lambda: "brandt")
    said = [
        "no room for '/srv/news desk/Mayor affair.factcheck' on desk-7, says Brandt",
        "“leaked memo.pdf” and minutes.docx, ~/drafts/Deal.txt, C:\\Users\\brandt\\letter.eml",
        "/mnt/share/brandt/affair of the mayor: Ada Brandt",
    ]
    try:
        raise LookupError("\n".join(said))
    except LookupError as error:
        told = reports.told(error, ["Mayor affair", "Ada Brandt"])
    for word in ("news", "ffair.f", "memo", "minutes", "drafts", "Deal", "Users", "letter", "share", "Ada", "desk-7"):
        assert word not in told
    assert "brandt" not in told.lower()
    assert all(ending in told for ending in ("….factcheck", "….pdf", "….docx", "….txt", "….eml"))
    assert "LookupError" in told
    assert "/tests/ui/window/test_strangers.py" in told


def test_a_crash_dialog_names_neither_project_nor_checker(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.window.crashed(LookupError(f"{person.bench.settings.name} lost {project.name} and {project.stem}"))
    (dialog,) = person.window.findChildren(CrashDialog)
    report = dialog.report.toPlainText()
    assert "LookupError: … lost … and …" in report.replace("….factcheck", "…")
    assert project.stem not in report
    dialog.reject()


def test_a_clipboard_that_gives_nothing_is_no_fault(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert offered(None).refusal
    monkeypatch.setattr("PySide6.QtGui.QClipboard.mimeData", lambda *_: None)
    person.window.imports.paste_anything()
    assert "clipboard" in person.told()


@pytest.mark.parametrize("label", ["", "edit", "nothing", "report.count.claims", "{0.__class__}", "edit.set_status"])
def test_a_step_of_a_strangers_history_is_named_whatever_it_is_called(label: str) -> None:
    assert Catalogue().edit(label, (("n", "many"), ("status", "x"), ("key", "y"))) == label
