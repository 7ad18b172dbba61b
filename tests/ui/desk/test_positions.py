"""Offsets survive the way into the document and back, through emoji and through lines broken for speed."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from factcheck.text import canonical
from factcheck.ui.views.positions import LONGEST_BLOCK, Positions

TEXTS = st.text(alphabet=st.sampled_from("ab \n👩🏽é\u0301عبر\u200d日"), max_size=80).map(canonical)


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    positions = Positions(text)
    assert positions.shown == text
    for offset in range(len(text) + 1):
        assert positions.to_text(positions.to_document(offset)) == offset


@settings(max_examples=20)
@given(st.integers(1, 3), st.booleans(), st.integers(0, 50))
def test_long_lines_are_broken_in_the_document_only(times: int, spaces: bool, head: int) -> None:
    text = "h\n" * head + ("👍" + ("a " if spaces else "aa")) * (LONGEST_BLOCK * times // 2) + "\nend"
    positions = Positions(text)
    assert max(len(line) for line in positions.shown.split("\n")) <= LONGEST_BLOCK
    for offset in [0, 1, *range(LONGEST_BLOCK // 2, len(text), 997), len(text)]:
        assert positions.to_text(positions.to_document(offset)) == offset


def test_positions_are_those_of_qt() -> None:
    text = "👍" * (LONGEST_BLOCK + 10) + "\nnext"
    positions = Positions(text)
    document = QTextDocument()
    document.setPlainText(positions.shown)
    block = document.findBlock(positions.to_document(text.index("next")))
    assert block.text() == "next"
    assert block.position() == positions.to_document(text.index("next"))
    assert not positions.continues(block.position())
    assert positions.continues(document.findBlockByNumber(1).position())


def test_a_position_inside_a_surrogate_pair_is_its_character() -> None:
    assert Positions("a👍b").to_text(2) == 1
    assert Positions("a👍b").to_text(3) == 2
