"""Which texts are copies of one another."""

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck import copies

WIRE = " ".join(f"wire{n}" for n in range(300))
ECHO = f"Echo: our own beginning. {WIRE[: len(WIRE) * 3 // 4]} And our own end, which nobody else has printed."
OTHER = " ".join(f"other{n}" for n in range(300))


def test_a_paper_that_prints_the_agency_is_a_copy_of_it_and_no_other_is() -> None:
    found = copies.near({"wire": WIRE, "other": OTHER, "echo": ECHO})
    assert [(copy.one, copy.other) for copy in found] == [("wire", "echo")]
    assert found[0].share > 0.9


def test_a_part_that_was_cut_out_is_a_copy_of_the_whole() -> None:
    (found,) = copies.near({"brief": WIRE[: len(WIRE) // 4], "wire": WIRE})
    assert found.share > 0.95


def test_half_a_text_in_common_is_no_copy() -> None:
    assert copies.near({"wire": WIRE, "other": f"{WIRE[: len(WIRE) // 3]} {OTHER}"}) == []


@given(st.text(), st.text())
def test_it_is_the_same_from_both_sides(one: str, other: str) -> None:
    share = copies.share(copies.runs(one), copies.runs(other))
    assert share == copies.share(copies.runs(other), copies.runs(one))
    assert 0 <= share <= 1


@given(st.text())
@example("\u0345")
def test_case_and_punctuation_make_no_difference(text: str) -> None:
    words = " ".join(copies._WORD.findall(text))
    assert copies.runs(text) == copies.runs(words.replace(" ", ", "))
