"""How one text became another."""

from difflib import Match, SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import diff

TEXTS = st.text(alphabet="ab \n.é🚢", max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    found = diff.pieces(old, new)
    assert "".join(piece.old.of(old) for piece in found) == old
    assert "".join(piece.new.of(new) for piece in found) == new
    assert all(piece.old.of(old) == piece.new.of(new) for piece in found if piece.same)
    assert all(one.same != other.same for one, other in pairwise(found))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(piece.same for piece in diff.pieces(text, text))
    assert diff.marked(text, text) in (text, "[…]")


@given(TEXTS, TEXTS, st.integers(0, 40))
def test_an_offset_stays_within_the_new_text_and_with_what_is_the_same(old: str, new: str, at: int) -> None:
    found = diff.pieces(old, new)
    assert 0 <= diff.moved(found, at) <= len(new)
    for piece in found:
        if piece.same and piece.old.start <= at < piece.old.end:
            assert new[diff.moved(found, at)] == old[at]


def test_the_difference_is_told_word_by_word() -> None:
    old = "The ferry ran aground on Monday. Three people were hurt."
    new = "The ferry ran aground on Tuesday. Three people were badly hurt."
    told = "The ferry ran aground on [-Monday-]{+Tuesday+}. Three people were {+badly +}hurt."
    assert diff.marked(old, new) == told


def test_a_script_without_spaces_is_told_sign_by_sign() -> None:
    assert diff.marked("火灾造成17人受伤，无人死亡。", "火灾造成18人受伤，一人死亡。") == (
        "火灾造成[-17-]{+18+}人受伤，[-无-]{+一+}人死亡。"
    )


def test_long_parts_that_are_the_same_are_left_out() -> None:
    same = "The same words once more. " * 50
    told = diff.marked(f"{same}\nMonday\n{same}", f"{same}\nTuesday\n{same}")
    assert "[-Monday-]{+Tuesday+}" in told
    assert told.count("[…]") == 2
    assert len(told) < 400


def test_a_text_that_is_rewritten_throughout_is_not_compared_blank_by_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    class Counting(SequenceMatcher[str]):
        def find_longest_match(
            self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
        ) -> Match:
            looked.append("once")
            return super().find_longest_match(alo, ahi, blo, bhi)

    monkeypatch.setattr(diff, "SequenceMatcher", Counting)
    assert len(diff.pieces(" ".join(map(str, range(900))), " ".join(map(str, range(1000, 1900))))) == 1
    assert len(looked) == 2  # the line, and its words


@pytest.mark.parametrize(("old", "new"), [("word " * 9000, "other " * 9000), ("", "new"), ("old", ""), ("", "")])
def test_however_large_the_difference_it_is_found(old: str, new: str) -> None:
    found = diff.pieces(old, new)
    assert "".join(piece.new.of(new) for piece in found) == new
