"""Dialogs accept only what can be taken, and give it as plain data."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from factcheck import publishing
from factcheck.model import Evidence, Grade, Kind, Link, Note, ReasonType, Stance, Statement
from factcheck.reporting import TEMPLATES, Entering, Order
from factcheck.settings import Settings
from factcheck.ui.dialogs import export
from factcheck.ui.dialogs.about import AboutDialog
from factcheck.ui.dialogs.article import ArticleDialog, ArticleTyped, PasteDialog
from factcheck.ui.dialogs.contradiction import ContradictionDialog, QuoteShown, reason_words
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.dialogs.elsewhere import EchoShown, ElsewhereDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog, is_web
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.host import HostDialog
from factcheck.ui.dialogs.organisation import OrganisationDialog, OrganisationTyped
from factcheck.ui.dialogs.rows import wrapped_list
from factcheck.ui.dialogs.text import DifferenceView
from factcheck.ui.models.claims_filter import chip_text
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.text import by_itself
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import today
from tests.ui.panels.samples import CATALOGUE, LINK, shown


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://localhost:8000", True),
        ("ftp://example.org", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://a b.org", False),
        ("http://[::1", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_links(address: str, good: bool) -> None:
    assert is_web(address) is good


def test_a_link_is_typed(qtbot: Any) -> None:
    dialog = EvidenceDialog(CATALOGUE, "link")
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    dialog.fields["url"].setText(" https://example.org/a ")
    dialog.fields["title"].setText("A page")
    dialog.quote.setPlainText("its\N{NO-BREAK SPACE}words")
    dialog.stance.setCurrentIndex(dialog.stance.findData("refutes"))
    dialog.comment.setPlainText("read twice")
    assert dialog.ok.isEnabled()
    typed = dialog.value()
    assert typed.target == Link(
        "https://example.org/a", title="A page", accessed=today(), quote="its\N{NO-BREAK SPACE}words"
    )
    assert (typed.stance, typed.grade, typed.comment) == (Stance.refutes, Grade.secondary, "read twice")


def test_the_dialog_says_which_claim_the_evidence_is_on(qtbot: Any) -> None:
    dialog = EvidenceDialog(CATALOGUE, "note", claim="Claim 4: <b>the dam held</b>")
    qtbot.addWidget(dialog)
    assert [text.text() for text in dialog.findChildren(PlainText)] == ["Claim 4: <b>the dam held</b>"]


def test_an_archived_copy_must_be_a_web_address_too(qtbot: Any) -> None:
    dialog = EvidenceDialog(CATALOGUE, "link", Evidence("e1", "c1", 1, LINK))
    qtbot.addWidget(dialog)
    assert dialog.value().target == LINK
    dialog.fields["archived_url"].setText("somewhere")
    assert not dialog.ok.isEnabled()
    dialog.accept()
    assert not dialog.result()


def test_a_note_is_not_empty(qtbot: Any) -> None:
    dialog = EvidenceDialog(CATALOGUE, "note")
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    dialog.note.setPlainText("Called the hospital.")
    assert dialog.value().target == Note("Called the hospital.")


def test_a_new_file_is_given_by_its_path(qtbot: Any, tmp_path: Path) -> None:
    dialog = EvidenceDialog(CATALOGUE, "file")
    qtbot.addWidget(dialog)
    dialog.path.setText(str(tmp_path / "none.pdf"))
    assert not dialog.ok.isEnabled()
    (tmp_path / "some.pdf").write_bytes(b"x")
    dialog.path.setText(str(tmp_path / "some.pdf"))
    assert dialog.value().target == tmp_path / "some.pdf"


def test_of_a_passage_stance_grade_and_comment_are_edited(qtbot: Any) -> None:
    passage = shown().evidence[1].evidence
    dialog = EvidenceDialog(CATALOGUE, "passage", passage)
    qtbot.addWidget(dialog)
    dialog.comment.setPlainText("weighs little")
    typed = dialog.value()
    assert (typed.target, typed.stance, typed.comment) == (passage.target, Stance.refutes, "weighs little")


def test_an_article_is_pasted_as_it_is(qtbot: Any) -> None:
    dialog = PasteDialog()
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    dialog.text.setPlainText("  First line\n\n12\N{NO-BREAK SPACE}000 dead \U0001f622\n")
    dialog.fields["title"].setText("A title")
    dialog.fields["publisher"].setText("Valley Courier")
    assert dialog.ok.isEnabled()
    assert dialog.pasted() == "  First line\n\n12\N{NO-BREAK SPACE}000 dead \U0001f622\n"
    assert dialog.value() == ArticleTyped("A title", "Valley Courier")


def test_what_is_known_of_an_article_is_edited(qtbot: Any) -> None:
    now = ArticleTyped("A title", "Valley Courier", "A. Writer", "12 March", "en", "https://example.org")
    dialog = ArticleDialog(now)
    qtbot.addWidget(dialog)
    assert dialog.value() == now
    dialog.fields["title"].setText(" ")
    assert not dialog.ok.isEnabled()


def test_a_contradiction_is_made(qtbot: Any) -> None:
    quotes = (QuoteShown("24 dead", PassageInfo("One")), QuoteShown("38 dead", PassageInfo("Two")))
    dialog = ContradictionDialog(CATALOGUE, quotes)
    qtbot.addWidget(dialog)
    one, other = dialog.values
    one.setText("24")
    other.setText("24")
    dialog.fact.setText("people killed")
    assert not dialog.ok.isEnabled()
    other.setText("38")
    assert dialog.ok.isEnabled()
    typed = dialog.value()
    assert (typed.kind, typed.fact, typed.values) == (Kind.contradiction, "people killed", ("24", "38"))
    assert typed.reason.type is ReasonType.number
    assert "24" in typed.reason.text
    dialog.text.setText("They cannot both be right.")
    assert dialog.value().reason.text == "They cannot both be right."


def test_return_goes_on_to_what_is_still_to_be_filled_in(qtbot: Any) -> None:
    quotes = (QuoteShown("24 dead", PassageInfo("One")), QuoteShown("38 dead", PassageInfo("Two")))
    dialog = ContradictionDialog(CATALOGUE, quotes)
    qtbot.addWidget(dialog)
    dialog.show()
    for field, words in zip((*dialog.values, dialog.fact), ("24", "38", "people killed"), strict=True):
        assert dialog.focusWidget() is field
        assert dialog.isVisible()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted


def test_every_reason_type_has_a_word(qtbot: Any) -> None:  # noqa: ARG001  # needs an application
    assert set(reason_words()) == {str(t) for t in ReasonType}


def test_a_report_goes_into_a_folder_that_exists(qtbot: Any, tmp_path: Path) -> None:
    dialog = ExportDialog("Quake", tmp_path / "quake.pdf")
    qtbot.addWidget(dialog)
    assert dialog.ok.isEnabled()
    dialog.path.setText(str(tmp_path / "no" / "quake.pdf"))
    assert not dialog.ok.isEnabled()
    dialog.path.setText(str(tmp_path / "other"))
    typed = dialog.value()
    assert (typed.title, typed.path) == ("Quake", tmp_path / "other.pdf")


def test_a_report_is_made_as_chosen_and_the_choice_is_offered_again(qtbot: Any, tmp_path: Path) -> None:
    dialog = ExportDialog("Quake", tmp_path / "quake.pdf", Settings(organisation="Valley Desk"), selected=3)
    qtbot.addWidget(dialog)
    assert dialog.organisation.text() == "Valley Desk"
    for box, value in (
        (dialog.template, "desk"),
        (dialog.claims, "selected"),
        (dialog.order, "topic"),
        (dialog.findings, "open"),
        (dialog.language, "de"),
    ):
        box.setCurrentIndex(box.findData(value))
    dialog.anonymous.setChecked(True)
    typed = dialog.value()
    assert typed.claims == "selected"
    again = ExportDialog("Quake", tmp_path / "quake.pdf", typed.settings)
    qtbot.addWidget(again)
    options = publishing.options(again.value().settings)
    assert (options.template, options.order, options.findings) == ("desk", Order.topic, Entering.open)
    assert (options.language, options.anonymous, options.organisation.name) == ("de", True, "Valley Desk")
    assert again.value().claims == "all"


def test_every_kind_of_report_has_a_name() -> None:
    assert set(export.templates()) == set(TEMPLATES)
    assert set(export.findings()) == set(Entering)
    assert set(export.orders()) == set(Order) - {Order.number}  # all claims: as given is by number


def test_an_organisation_has_a_colour_and_a_logo_that_there_are(qtbot: Any, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    dialog = OrganisationDialog(OrganisationTyped("Valley Desk", "", "", "We check."))
    qtbot.addWidget(dialog)
    assert dialog.ok.isEnabled()
    for colour, right in (("red", False), ("#12", False), ("#0a507", False), ("#0a5078", True)):
        dialog.colour.setText(colour)
        assert dialog.ok.isEnabled() is right
    dialog.logo.setText(str(logo))
    assert not dialog.ok.isEnabled()
    logo.write_bytes(b"x")
    dialog.look()
    assert dialog.value() == OrganisationTyped("Valley Desk", "#0a5078", str(logo), "We check.")


def test_a_crash_report_can_be_copied(qtbot: Any) -> None:
    dialog = CrashDialog("Traceback: <b>x</b>")
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback: <b>x</b>"


@pytest.mark.parametrize("width", range(250, 340, 10))
def test_sentences_of_a_list_are_broken_before_its_end(qtbot: Any, width: int) -> None:
    made = wrapped_list("What is missing")
    qtbot.addWidget(made)
    made.addItems(["Claim 9: It is not said why this cannot be checked.", "Claim 8: No evidence is attached."])
    made.resize(width, 200)
    made.show()
    assert made.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("words", ["«لم نسمع شيئاً»: قال الركاب.", "Nobody heard a thing, they said."])
def test_a_statement_in_a_list_keeps_its_marks_at_its_own_ends(qtbot: Any, words: str) -> None:
    dialog = ElsewhereDialog(words, [EchoShown(Statement("a", "v", 0, 0, len(words), words), words, 92)])
    qtbot.addWidget(dialog)
    model = dialog.rows.model()
    assert [model.index(0, column).data() for column in (1, 2)] == [by_itself(words)] * 2


def test_return_does_not_open_an_address_that_looks_like_another(qtbot: Any) -> None:
    dialog = HostDialog("https://xn--frg-sna.example/page")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == HostDialog.DialogCode.Rejected


@pytest.mark.parametrize("make", [lambda: AboutDialog("factcheck 1"), lambda: HostDialog("https://a.example/")])
def test_a_dialog_is_as_high_as_its_words(qtbot: Any, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    layout = dialog.layout()
    assert layout
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())


def test_a_difference_starts_on_the_side_of_its_text(qtbot: Any) -> None:
    view = DifferenceView()
    qtbot.addWidget(view)
    sides = []
    for old, new in (("اصطدمت عبّارتان.", "اصطدمت سفينتان."), ("Two ferries.", "Two ships.")):
        assert view.show_difference(old, new)
        sides.append(view.document().defaultTextOption().alignment())
    assert sides[0] & Qt.AlignmentFlag.AlignRight
    assert sides[1] & Qt.AlignmentFlag.AlignLeft


def test_arabic_values_of_a_filter_are_cut_at_their_own_end() -> None:
    assert chip_text("topic", ["السلامة", "roads"]) == f"Topic: {by_itself('السلامة')}, roads"
