"""The finding card shows who says what, and every change is a wish."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from factcheck.matching import aligned
from factcheck.model import Finding, Ruling, Verb
from factcheck.ui.dialogs.split import SplitDialog
from factcheck.ui.models import reshape
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.views.aligned_text import told
from factcheck.ui.views.finding_card import FindingCard
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.reason import Reason
from tests.ui.panels.samples import CATALOGUE, findings, quake


def info(article: str) -> PassageInfo:
    return PassageInfo(f"Title of {article}", "Valley Courier", "12 March")


@pytest.fixture
def card(qtbot: Any) -> FindingCard:
    made = FindingCard(CATALOGUE)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show_finding(quake(), info, findings())
    made.show()
    return made


def ruled(finding: Finding, verb: Verb = Verb.dismissed, note: str = "") -> Finding:
    return replace(finding, ruling=Ruling("r9", verb, finding.kind, finding.fact, (), "Noor", 1_770_000_000, note))


def entry(menu: QMenu, *names: str) -> Any:
    for name in names[:-1]:
        menu = next(a for a in menu.actions() if a.text() == name).menu()  # type: ignore[assignment] # the stub says object
    return next(a for a in menu.actions() if a.text() == names[-1])


def test_every_position_and_passage_is_shown_with_its_clashing_words(card: FindingCard) -> None:
    quotes = [[c.quote.text() for c in view.cards] for view in card.positions]
    assert quotes == [[p.text for p in position.passages] for position in quake().positions]
    (marked,) = card.positions[0].cards[0].quote._formats()
    assert card.positions[0].cards[0].quote.text()[marked.start : marked.start + marked.length] == "24 people"


@pytest.mark.parametrize(
    ("value", "side"), [("31 مصاباً", Qt.AlignmentFlag.AlignRight), ("24", Qt.AlignmentFlag.AlignLeft)]
)
def test_how_many_articles_say_so_stands_on_the_side_of_what_they_say(
    card: FindingCard, value: str, side: Qt.AlignmentFlag
) -> None:
    fact = quake()
    said = replace(fact.positions[0], value=value)
    card.show_finding(replace(fact, positions=(said, *fact.positions[1:])), info)
    count = card.positions[0].findChildren(PlainText, options=Qt.FindChildOption.FindDirectChildrenOnly)[1]
    assert "article" in count.text()
    assert count._layout.textOption().alignment() & side


def test_a_reason_that_names_a_dozen_articles_is_cut_until_it_is_asked_for(qtbot: Any, card: FindingCard) -> None:
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    told = "Different numbers: " + ", ".join(f"“Article number {n}, which has a long title”" for n in range(12))
    fact = quake()
    card.show_finding(replace(fact, reasons=(replace(fact.reasons[0], text=told),)), info)
    reason = card.findChildren(Reason)[-1]
    assert reason.words.text().endswith("…")
    assert len(reason.words.text()) < 230
    assert card.window().isActiveWindow(), "nothing popped up as a window of its own"
    reason.more.click()
    assert reason.words.text() == told
    assert reason.more.isHidden()


def test_a_click_on_a_passage_wishes_to_see_it(qtbot: Any, card: FindingCard) -> None:
    passage = quake().positions[1].passages[0]
    with qtbot.waitSignal(card.passage_wished) as told:
        qtbot.mouseClick(card.positions[1].cards[0].quote, Qt.MouseButton.LeftButton)
    assert told.args == [passage.article_id, passage.start, passage.end]


def test_enter_on_a_passage_wishes_to_see_it(qtbot: Any, card: FindingCard) -> None:
    with qtbot.waitSignal(card.passage_wished) as told:
        qtbot.keyClick(card.positions[0].cards[1], Qt.Key.Key_Return)
    assert told.args[0] == "a2"


def test_the_buttons_rule(qtbot: Any, card: FindingCard) -> None:
    for verb, button in card.ruling.buttons.items():
        with qtbot.waitSignal(card.ruling_wished) as told:
            button.click()
        assert told.args == ["f1", verb.value, ""]
        assert not button.isChecked()  # until the wish comes true


def test_the_keys_rule_where_a_passage_has_the_focus(qtbot: Any, card: FindingCard) -> None:
    with qtbot.waitSignal(card.ruling_wished) as told:
        qtbot.keyClick(card.positions[0].cards[0], Qt.Key.Key_Y)
    assert told.args == ["f1", "confirmed", ""]


def test_a_ruling_that_stands_is_shown_and_can_be_cleared(qtbot: Any, card: FindingCard) -> None:
    card.show_finding(ruled(quake(), note="Two bridges"))
    assert card.ruling.buttons[Verb.dismissed].isChecked()
    assert card.ruling.note.read() == "Two bridges"
    with qtbot.waitSignal(card.ruling_wished) as told:
        card.ruling.clear.click()
    assert told.args == ["f1", "", ""]


def test_there_is_no_note_without_a_ruling(card: FindingCard) -> None:
    assert not card.ruling.note.isEnabled()


def test_a_note_keeps_to_its_finding_when_another_is_chosen_mid_typing(qtbot: Any, card: FindingCard) -> None:
    told: list[tuple[str, str, str]] = []
    card.ruling_wished.connect(lambda *args: told.append(args))
    card.show_finding(ruled(quake()))
    qtbot.keyClicks(card.ruling.note, "Two bridges")
    card.show_finding(ruled(findings()[0], Verb.confirmed))
    assert told == [("f1", "dismissed", "Two bridges")]
    assert card.ruling.note.read() == ""


def test_a_note_survives_the_echo_that_shows_the_earlier_finding_once_more(qtbot: Any, card: FindingCard) -> None:
    first, second = ruled(quake()), ruled(findings()[0], Verb.confirmed, "Sure")
    card.ruling_wished.connect(lambda _id, verb, note: card.show_finding(ruled(quake(), Verb(verb), note)))
    card.show_finding(first)
    qtbot.keyClicks(card.ruling.note, "Two bridges")
    card.show_finding(second)
    assert card.current() == second.id
    assert card.ruling.note.read() == "Sure"
    assert card.ruling.note.owner == second.id


def test_a_note_is_not_lost_when_the_same_finding_is_shown_again_mid_typing(qtbot: Any, card: FindingCard) -> None:
    card.show_finding(ruled(quake()))
    qtbot.keyClicks(card.ruling.note, "Two")
    card.show_finding(ruled(quake()))
    qtbot.keyClicks(card.ruling.note, " bridges")
    assert card.ruling.note.read() == "Two bridges"


def test_a_note_goes_with_a_new_ruling(qtbot: Any, card: FindingCard) -> None:
    card.show_finding(ruled(quake(), note="Two bridges"))
    with qtbot.waitSignal(card.ruling_wished) as told:
        card.ruling.buttons[Verb.confirmed].click()
    assert told.args == ["f1", "confirmed", "Two bridges"]


def test_claims_are_wished(qtbot: Any, card: FindingCard) -> None:
    with qtbot.waitSignal(card.claims_wished) as told:
        card.claims.click()
    assert told.args == ["f1"]


def test_passages_are_grouped_anew() -> None:
    finding = quake()
    assert reshape.moved(finding, (0, 1), 1) == [[(0, 0)], [(1, 0), (0, 1)]]
    assert reshape.moved(finding, (1, 0), 0) == [[(0, 0), (0, 1), (1, 0)]]
    assert reshape.apart(finding, (0, 1)) == [[(0, 0)], [(1, 0)], [(0, 1)]]
    assert reshape.joined(finding, 1, 0) == [[(1, 0), (0, 0), (0, 1)]]


def test_the_menu_of_a_passage_wishes_another_shape(qtbot: Any, card: FindingCard) -> None:
    with qtbot.waitSignal(card.reshape_wished) as told:
        entry(card.passage_menu((0, 1)), "Move to position", "38").trigger()
    assert told.args == ["f1", [[(0, 0)], [(1, 0), (0, 1)]]]
    with qtbot.waitSignal(card.reshape_wished) as told:
        entry(card.passage_menu((0, 1)), "Make it a position of its own").trigger()
    assert told.args == ["f1", [[(0, 0)], [(1, 0)], [(0, 1)]]]


def test_the_menu_of_a_passage_wishes_that_two_findings_be_one(qtbot: Any, card: FindingCard) -> None:
    with qtbot.waitSignal(card.join_wished) as told:
        entry(card.passage_menu((0, 0)), "Join with the finding", "aftershocks").trigger()
    assert told.args == ["f1", "f5"]


def test_passages_are_split_off(qtbot: Any, card: FindingCard) -> None:
    entry(card.passage_menu((0, 1)), "Split off into another finding…").trigger()
    dialog = card.findChild(SplitDialog)
    assert isinstance(dialog, SplitDialog)
    with qtbot.waitSignal(card.split_wished) as told:
        dialog.accept()
    assert told.args == ["f1", [(0, 1)]]


def test_a_split_leaves_something_on_both_sides(qtbot: Any) -> None:
    dialog = SplitDialog(quake(), str)
    qtbot.addWidget(dialog)
    ok = dialog._buttons.buttons()[0]
    assert not ok.isEnabled()
    dialog._items[0, 0].setCheckState(0, Qt.CheckState.Checked)
    assert ok.isEnabled()
    for item in dialog._items.values():
        item.setCheckState(0, Qt.CheckState.Checked)
    assert not ok.isEnabled()


def test_the_same_finding_shown_again_keeps_its_passages_and_the_focus(card: FindingCard) -> None:
    kept = card.positions[0].cards[0]
    card.show_finding(ruled(quake()))
    assert card.positions[0].cards[0] is kept


@pytest.mark.parametrize("width", [320, 1100])
def test_positions_stand_beside_each_other_where_there_is_room(qtbot: Any, card: FindingCard, width: int) -> None:
    card.resize(width, 600)
    one, other = (view.geometry() for view in card.positions)
    qtbot.waitUntil(lambda: (card.positions[0].y() == card.positions[1].y()) == (width > 500))
    assert one.width() > 200
    assert other.width() > 200


def test_no_passage_is_cut_off(qtbot: Any, card: FindingCard) -> None:
    for width in (320, 430, 700):
        card.resize(width, 600)
        quote = card.positions[0].cards[0].quote
        qtbot.waitUntil(lambda quote=quote: quote.height() >= quote.heightForWidth(quote.width()))


def test_without_a_finding_it_says_what_to_do(card: FindingCard) -> None:
    card.show_finding(None)
    assert card._nothing.isVisible()
    assert card.current() is None


# --- word by word -----------------------------------------------------------------------------------------------------


def test_two_sentences_are_compared_only_when_asked_for(card: FindingCard) -> None:
    assert not card.comparison.text.isVisible()
    card.toggle_comparison()
    one, other = quake().positions[0].passages[1], quake().positions[1].passages[0]
    assert card.comparison.text.isVisible()
    assert " ".join(p.left for p in card.comparison.text.pairs() if p.left) == one.text
    assert " ".join(p.right for p in card.comparison.text.pairs() if p.right) == other.text
    assert "Above: Valley Courier" in card.comparison.who.text()
    card.toggle_comparison()
    assert not card.comparison.text.isVisible()


def test_any_two_passages_can_be_compared(card: FindingCard) -> None:
    offered = entry(card.passage_menu((0, 0)), "Compare word by word with").menu()
    assert offered is not None
    next(action for action in offered.actions() if "The quake, which struck before dawn" in action.text()).trigger()
    said = " ".join(p.right for p in card.comparison.text.pairs() if p.right)
    assert said == quake().positions[0].passages[1].text


def test_a_screen_reader_is_told_where_they_part() -> None:
    said = told(aligned("At least 24 were killed", "At least 38 were killed there"))
    assert "“24” against “38”" in said
    assert "“” against “there”" in said
    assert told(aligned("Same words", "same words.")).endswith("All words are the same.")


def test_words_are_laid_out_within_the_width_and_under_each_other(card: FindingCard) -> None:
    text = card.comparison.text
    text.show_pairs(aligned("one two three four five six", "one two 3 four five seven"))
    for width in (60, 140, 900):
        cells = list(text.cells(width))
        assert all(cell.x >= 0 and cell.x + cell.width <= width for cell in cells)
        assert text.heightForWidth(width) > max(cell.y for cell in cells)
    assert len({cell.y for cell in text.cells(140)}) > 1
    assert len({cell.y for cell in text.cells(900)}) == 1
