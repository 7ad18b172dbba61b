"""Nothing that stands in an article or a project is ever markup, a link or a mnemonic in the window."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factcheck import edits, workflow
from factcheck.edits import NewArticle
from factcheck.model import (
    Anchor,
    Article,
    Claim,
    Evidence,
    JudgedPosition,
    Kind,
    Link,
    Medium,
    Note,
    PassageTarget,
    PrintedDate,
    Reason,
    ReasonType,
    StoredFile,
)
from factcheck.model import Finding as Found
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.text import Span
from factcheck.ui.dialogs.altered import AlteredDialog
from factcheck.ui.dialogs.article import ArticleDialog, ArticleTyped
from factcheck.ui.dialogs.elsewhere import ElsewhereDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog
from factcheck.ui.dialogs.host import HostDialog
from factcheck.ui.dialogs.split import SplitDialog
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.preview import Preview
from factcheck.ui.wishes.keys import as_html
from tests.sources import UI, everywhere, modules, nodes
from tests.ui.window.conftest import ADA
from tests.ui.window.person import Person

#: What would show if it were read as markup, and fill itself in if it were a format.
EVIL = "<b>bold</b><img src='file:///etc/hostname'><a href='file:///etc'>x</a> & {0} %1 %s '; DROP TABLE claims; --"
_TEXT = f"{EVIL} The bridge at Orm fell on DAY May 2031, {EVIL} said. Some HURT people were hurt when it fell.\n"


def _add(session: Session, day: int, hurt: int) -> Article:
    text = _TEXT.replace("DAY", str(day)).replace("HURT", str(hurt))
    new = NewArticle(
        text, text.encode(), EVIL, EVIL, EVIL, PrintedDate(EVIL), "en", f"https://x.example/{day}?{EVIL}", EVIL
    )
    edit, article = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    return article


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A project in which every word that a person or a page can give is hostile."""
    with workflow.new_project(tmp_path / "hostile.factcheck", ADA, EVIL) as session:
        state = session.records
        first, second = _add(session, 3, 12), _add(session, 4, 31)
        edit, claim = edits.add_claim(state, first.id, Span(0, 40), wording=EVIL, claimant=EVIL, role=EVIL, topic=EVIL)
        session.do(edit)
        for field in ("date", "place", "limits", "asked", "reply", "deadline", "assignee"):
            session.do(edits.edit_claim(state, claim.id, field, EVIL))
        link = Link(f"https://x.example/{EVIL}", EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL)
        passage = edits.passage_anchor(state, second.id, Span(0, 40))
        for target in (link, PassageTarget(second.id, passage), StoredFile(EVIL, EVIL, "0" * 64, 3), Note(EVIL)):
            session.do(edits.add_evidence(state, claim.id, target, comment=EVIL)[0])
        session.do(edits.add_media(state, claim.id, link, Medium.video, EVIL, EVIL))
        session.do(edits.set_verdict(state, claim.id, "false", ADA))
        for field in ("summary", "rationale"):
            session.do(edits.write_verdict(state, claim.id, field, EVIL, ADA))
        session.do(edits.withhold(state, [claim.id, first.id]))
        _contradict(session, edits.passage_anchor(state, first.id, Span(0, 40)), passage)
        session.do(edits.edit_project(state, method=EVIL, interests=EVIL))
        session.do(edits.add_claim(state, first.id, Span(50, 90), wording=EVIL)[0])
        return session.path


def _contradict(session: Session, one: Anchor, other: Anchor) -> None:
    sides = (JudgedPosition(EVIL, (one,)), JudgedPosition(EVIL, (other,)))
    session.do(edits.make_contradiction(EVIL, Reason(ReasonType.other, EVIL), sides, ADA)[0])


# --- what a widget says -----------------------------------------------------------------------------------------------


def faults(root: QWidget) -> list[str]:
    """Every place below a widget where the hostile words would be read as markup."""
    found = [f"tooltip of {_name(one)}: {one.toolTip()[:80]}" for one in _all(root) if _reads(one.toolTip())]
    for label in root.findChildren(QLabel):
        plain = label.textFormat() == Qt.TextFormat.PlainText
        if not plain and (_reads(label.text()) or label.openExternalLinks()):
            found.append(f"label {_name(label)}: {label.text()[:80]}")
    for action in root.findChildren(QAction):
        found += [f"{action.objectName()}: {tip[:80]}" for tip in (action.toolTip(), action.statusTip()) if _reads(tip)]
    for view in root.findChildren(QAbstractItemView):
        found += [f"cell of {_name(view)}: {tip[:80]}" for tip in _tips(view.model()) if _reads(tip)]
    return found


def _reads(text: str) -> bool:
    """Whether markup of the data stands in a text as it is, which Qt takes for rich by itself."""
    return "<img" in text or "<a " in text


def _all(root: QWidget) -> list[QWidget]:
    return [root, *root.findChildren(QWidget)]


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or type(widget).__name__


def _tips(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for section in range(_columns(model, QModelIndex())):
        yield str(model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
    yield from _tips_below(model, QModelIndex())


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _tips_below(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), 20)):
        for column in range(_columns(model, parent)):
            yield str(model.index(row, column, parent).data(Qt.ItemDataRole.ToolTipRole) or "")
        yield from _tips_below(model, model.index(row, 0, parent))


def test_a_tooltip_with_markup_in_it_would_be_noticed(person: Person) -> None:
    person.window.setToolTip(EVIL)
    assert faults(person.window)
    person.window.setToolTip("")


# --- the window -------------------------------------------------------------------------------------------------------


def test_hostile_words_are_plain_text_everywhere_in_the_window(person: Person, hostile: Path) -> None:
    window = person.window
    window.projects.open(hostile)
    person.rest()
    state = person.bench.state
    claims, articles = list(state.each(Claim)), list(state.each(Article))
    for article in articles:
        window.article_wishes.open(article.id)
    assert faults(window) == []
    for claim in claims:
        window.claim_wishes.choose(claim.id)
        assert person.bench.panel.current() == claim.id
        assert claim.number != 1 or EVIL in {one.text() for one in person.bench.panel.findChildren(PlainText)}
        assert faults(window) == []
    for finding in person.bench.feed.findings[:5]:
        window.finding_wishes.choose(finding.id)
        assert faults(window) == []
    for tab in ("to_findings", "to_facts", "to_claims", "import_queue"):
        person.act(tab)
        person.rest()
        assert faults(window) == []


def test_hostile_words_are_plain_text_in_messages(person: Person, hostile: Path) -> None:
    person.window.projects.open(hostile)
    person.rest()
    person.window.article_wishes.withdraw(next(person.bench.state.each(Article)).id)
    assert EVIL in person.told()
    assert faults(person.window) == []
    person.act("undo")
    person.bench.toast.complain(EVIL)
    assert faults(person.window) == []


def _dialogs(person: Person) -> Iterator[QDialog]:
    state, catalogue = person.bench.state, person.bench.catalogue
    told = ArticleTyped(EVIL, EVIL, EVIL, EVIL, "en", EVIL)
    yield ArticleDialog(told, parent=person.window)
    for item in state.each(Evidence):
        yield EvidenceDialog(catalogue, "", item, person.window, EVIL)
    finding: Found = next(f for f in person.bench.feed.findings if f.kind is Kind.contradiction)
    yield SplitDialog(finding, lambda _id: EVIL, (), person.window)
    yield ElsewhereDialog(EVIL, (), person.window)
    yield HostDialog(f"https://user@xn--frg-sna.example/{EVIL}", person.window)
    yield AlteredDialog(EVIL, Path(f"/{EVIL}"), person.window)


def test_hostile_words_are_plain_text_in_dialogs(person: Person, hostile: Path) -> None:
    person.window.projects.open(hostile)
    person.rest()
    for dialog in _dialogs(person):
        assert faults(dialog) == [], type(dialog).__name__
        dialog.deleteLater()


# --- the source -------------------------------------------------------------------------------------------------------

#: What reads markup, or shows what it guesses to be markup as such.
_FORBIDDEN = {"QMessageBox", "QTextBrowser", "QErrorMessage", "QWhatsThis", "setHtml", "insertHtml", "appendHtml",
              "toHtml", "RichText", "MarkdownText", "setMarkdown", "setOpenExternalLinks", "setWhatsThis"}  # fmt: skip


def test_nothing_in_the_source_can_show_markup() -> None:
    for path in modules(UI):
        names = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
        names |= {node.id for node in nodes(path) if isinstance(node, ast.Name)}
        assert (names & _FORBIDDEN) - _LOOKED_INTO.get(str(path.relative_to(UI)), set()) == set(), path


#: The preview is handed pieces of text with their looks, never markup; the sheet of keys is printed from our own words,
#: each escaped.
_LOOKED_INTO = {"views/preview.py": {"QTextBrowser"}, "wishes/keys.py": {"setHtml"}}


def test_the_preview_takes_typed_markup_as_text(qtbot: QtBot) -> None:
    preview = Preview("Summary")
    qtbot.addWidget(preview)
    typed = "<b>bold</b> <img src=http://localhost/a.png> &amp; <script>x</script>"
    preview.show_text(typed, 0)
    assert "<img src=http://localhost/a.png>" in preview.toPlainText()
    assert "<b>bold</b>" in preview.toPlainText()


def test_the_printed_keys_take_no_name_for_markup() -> None:
    made = as_html([("Head <b>", [("Ctrl+<", "Do <i>this</i> & that")])])
    assert "<b>" not in made
    assert "&lt;i&gt;this&lt;/i&gt; &amp; that" in made


def test_every_label_that_shows_data_is_told_that_it_is_plain() -> None:
    """A label that is given anything but a fixed text has `setTextFormat` in the same module."""
    for path, node in everywhere(UI):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QLabel":
            fixed = node.args and all(_is_fixed(one) for one in node.args)
            told = fixed or "setTextFormat(Qt.TextFormat.PlainText)" in path.read_text(encoding="utf-8")
            assert told, f"{path.name}:{node.lineno} {ast.unparse(node)}"


def _is_fixed(node: ast.expr) -> bool:
    """`tr("…")` with nothing filled in."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "tr"
        and not node.keywords
        and all(isinstance(one, ast.Constant) for one in node.args)
    )


def test_every_tooltip_of_data_is_escaped() -> None:
    """What is handed to `setToolTip` is fixed, or made by what escapes it, or a name that is looked at here."""
    for path, node in everywhere(UI):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setToolTip":
            said = ast.unparse(node.args[-1])
            safe = _is_fixed(node.args[-1]) or "tooltip(" in said or "escape(" in said or said in _LOOKED_AT
            assert safe, f"{path.name}:{node.lineno} setToolTip({said})"


#: Texts of ours in variables: names of buttons and actions, counts, and what is wrong with a pattern.
_LOOKED_AT = {"tip", "text", "name", "said", "offered", "declared_one.tip", "_left_out(self._model.table.left_out)",
              "text if wrong else ''", "'' if claim else tr('Choose a claim in the window first.')"}  # fmt: skip
