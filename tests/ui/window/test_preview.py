"""The preview beside the window: it follows the work, leads to each claim, and to what is missing."""

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck import edits, publishing, records, reporting, workflow
from factcheck.model import IssuedReport, Verdict
from factcheck.paths import resource
from factcheck.session import Session
from factcheck.text import Span
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.preview import Lack, PreviewDialog
from factcheck.ui.dialogs.verify import VerifyDialog
from tests.ui.window.conftest import ADA
from tests.ui.window.person import Person


@pytest.fixture
def checked(session: Session) -> Path:
    """The bridge with two claims, one of them with a verdict without words."""
    articles = records.articles(session.records)
    for article in articles:
        session.do(edits.add_claim(session.records, article.id, Span(0, 23))[0])
    first, _ = records.claims(session.records)
    session.do(edits.set_verdict(session.records, first.id, "false", ADA))
    session.close()
    return session.path


def looking(person: Person, project: Path) -> PreviewDialog:
    person.window.projects.open(project)
    person.rest()
    person.act("preview")
    dialog = person.window.previews.dialog
    assert dialog is not None
    person.until(lambda: dialog.pages.picture(0) is not None, 60)
    return dialog


def lacks(dialog: PreviewDialog) -> list[Lack]:
    return [dialog.missing.item(row).data(int(Qt.ItemDataRole.UserRole)) for row in range(dialog.missing.count())]


def test_the_preview_shows_the_report_follows_the_work_and_leads_back_to_it(person: Person, checked: Path) -> None:
    dialog = looking(person, checked)
    first, second = records.claims(person.state())
    before = {(lack.code, lack.claim_id) for lack in lacks(dialog)}
    assert {("no_summary", first.id), ("no_verdict", second.id)} <= before

    # a click on a claim
    view = dialog.pages
    zone = view._zones.first(second.id)
    assert zone is not None
    view.reveal(second.id)
    at = view._rect(zone.page).top() + (zone.top + 5) * view._scale()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() // 2, round(at)))
    assert person.bench.panel.current() == second.id

    # a click on what is missing
    row = next(n for n, lack in enumerate(lacks(dialog)) if (lack.code, lack.claim_id) == ("no_summary", first.id))
    dialog.missing.itemClicked.emit(dialog.missing.item(row))
    assert person.bench.panel.current() == first.id
    person.until(lambda: QApplication.focusWidget() is person.bench.panel.words.fields["summary"])

    # what is mended is gone from the list by itself
    person.bench.do(lambda state: edits.write_verdict(state, first.id, "summary", "It did not fall.", ADA))
    person.until(lambda: ("no_summary", first.id) not in {(lack.code, lack.claim_id) for lack in lacks(dialog)}, 60)

    # nobody looks: nothing is built
    dialog.close()
    person.bench.do(lambda state: edits.write_verdict(state, first.id, "rationale", "The log.", ADA))
    assert not person.window.previews._soon.isActive()
    assert not person.window.previews._jobs.running()

    # another project has nothing of this one
    person.act("preview")
    person.window.show_project(workflow.new_project(checked.with_name("other.factcheck"), ADA))
    assert not dialog.isVisible()
    assert dialog.pages.count() == 0


def test_the_selected_claims_are_shown_and_offered_for_export(person: Person, checked: Path, tmp_path: Path) -> None:
    dialog = looking(person, checked)
    assert not dialog.claims.isVisible()
    chosen = [claim.id for claim in records.claims(person.state())]
    person.bench.do(lambda state: edits.add_claim(state, records.articles(state)[0].id, Span(30, 50))[0])
    person.bench.claims.selected = lambda: chosen  # type: ignore[method-assign] # selected in the table
    person.act("preview")
    assert dialog.claims.isVisible()
    dialog.claims.choose("selected")
    dialog.options_changed.emit()
    person.until(lambda: {lack.claim_id for lack in lacks(dialog)} - {""} == set(chosen), 60)

    def look(asked: ExportDialog) -> None:
        assert asked.claims.currentData() == "selected"
        asked.path.setText(str(tmp_path / "two.md"))

    person.answering(ExportDialog, look, dialog.export_wished.emit)
    person.until((tmp_path / "two.md").exists, 60)


def test_a_font_that_is_missing_is_mended_by_a_line_for_the_terminal(person: Person, checked: Path) -> None:
    dialog = looking(person, checked)
    dialog.mend_wished.emit(Lack("no_font", "No font here has these.", "", "", "fontpkg-noto-sans-thai"))
    line = QApplication.clipboard().text()
    assert line.endswith("-m pip install fontpkg-noto-sans-thai")
    assert line in dialog.state.text()
    dialog.mend_wished.emit(Lack("no_font", "No font here has these.", "", "", "fonts-nanum"))
    assert QApplication.clipboard().text().endswith("apt-get install -y fonts-nanum")


def test_whatever_can_be_missing_leads_to_where_it_is_mended(person: Person, checked: Path) -> None:
    person.window.projects.open(checked)
    person.rest()
    first, _ = records.claims(person.state())
    person.window.claim_wishes.choose(first.id)
    told = tomllib.loads(resource("i18n", "en.toml").read_text(encoding="utf-8"))["report"]["missing"]
    codes = {"article.not_archived" if key == "article_not_archived" else key for key in told}
    assert codes == set(person.window.previews._mends)
    for code in codes - {"not_archived", "article.not_archived"}:  # these ask in a dialog of their own
        person.window.previews._mends[code](first.id)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert person.bench.panel.isAncestorOf(focused), code


def test_a_report_is_verified_from_the_menu(person: Person, checked: Path, tmp_path: Path) -> None:
    with Session.open(checked, ADA) as session:
        found = workflow.findings(session)
        report = publishing.report(session.reader, found, reporting.ReportOptions(), now=session.reader.changed())
    path = tmp_path / "bridge.pdf"
    reporting.write_report(report, path)
    person.window.projects.open(checked)
    person.rest()
    shown: list[VerifyDialog] = []

    def look(dialog: VerifyDialog) -> bool:
        shown.append(dialog)
        dialog.reject()
        return False

    person.bench.ask = look  # type: ignore[assignment,method-assign] # it is seen, and closed
    person.window.verifier.verify(path)
    person.until(lambda: shown, 60)
    assert "is what the project says, byte for byte" in shown[0].answer.text()
    assert shown[0].differences.count() == 0
    assert "has not changed since" in shown[0].about.text()


def test_a_report_that_goes_out_is_remembered_and_a_later_verdict_is_a_correction(
    person: Person, checked: Path, tmp_path: Path
) -> None:
    person.window.projects.open(checked)
    person.rest()
    target = tmp_path / "out.md"

    def fill(dialog: ExportDialog) -> None:
        dialog.path.setText(str(target))
        dialog.issue.setChecked(True)

    person.answering(ExportDialog, fill, lambda: person.act("export"))
    person.until(lambda: list(person.state().each(IssuedReport)), 60)
    (issued,) = person.state().each(IssuedReport)
    assert (issued.version, issued.file, issued.who) == (1, "out.md", "Ada Brandt")
    assert issued.sha256 == sha256(target.read_bytes()).hexdigest()
    first = records.claims(person.state())[0]
    person.bench.do(lambda state: edits.set_verdict(state, first.id, "true", ADA))
    assert len(person.state().where(Verdict, claim_id=first.id)) == 2
