"""Passages that are found again, or said to be lost."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from factcheck import anchors
from factcheck.anchors import Outcome, anchor, find, holds, occurrences
from factcheck.model import Anchor
from factcheck.text import Span

TEXT = (
    "The river rose overnight and flooded the lower town. Rescue teams took 24 people from their roofs, the mayor said "
    "on Monday. Two bridges are closed. Schools stay shut until Thursday, and the army has been asked for help."
)
QUOTE = "Rescue teams took 24 people from their roofs"
WORDS = "river rose flood town rescue 24 people roofs mayor Monday bridge closed school shut army help 😀 é".split()
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


def at(text: str, quote: str, version: str = "v1") -> Anchor:
    start = text.index(quote)
    return anchor(text, version, start, start + len(quote))


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Anchor]:
    """A text and a passage of it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, anchor(text, "v1", start, end)


@given(passages())
def test_a_new_anchor_holds(made: tuple[str, Anchor]) -> None:
    text, passage = made
    assert holds(passage, text)
    assert text[: passage.start].endswith(passage.prefix)
    assert text[passage.end :].startswith(passage.suffix)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 10), (9, 9)])
def test_an_anchor_needs_words_within_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        anchor("nine char", "v1", start, end)


@given(passages())
def test_in_the_same_text_a_passage_is_kept(made: tuple[str, Anchor]) -> None:
    text, passage = made
    found = find(passage, text, "v2")
    assert found.outcome is Outcome.kept
    assert found.anchor == anchor(text, "v2", passage.start, passage.end)


@given(st.text(st.sampled_from("xyz \n😀"), max_size=300))
def test_text_put_before_a_passage_moves_it_to_the_same_words(before: str) -> None:
    found = find(at(TEXT, QUOTE), before + TEXT, "v2")
    assert found.outcome is (Outcome.moved if before else Outcome.kept)
    assert found.anchor is not None
    assert found.anchor.exact == QUOTE
    assert found.anchor.start == len(before) + TEXT.index(QUOTE)


@given(st.integers(1, TEXT.index(QUOTE)))
def test_text_taken_away_before_a_passage_moves_it_to_the_same_words(gone: int) -> None:
    found = find(at(TEXT, QUOTE), TEXT[gone:], "v2")
    assert found.outcome in (Outcome.moved, Outcome.doubtful)  # doubtful once all that stood before it is gone
    assert found.anchor is not None
    assert found.anchor.exact == QUOTE


@pytest.mark.parametrize(
    "now",
    [
        "Rescue teams took 38 people from their roofs",
        "Rescue teams took 24 people off their roofs",
        "Rescue teams took at least 24 people from their flooded roofs",
        "Rescue crews took 24 from roofs",
        "Rescue team took 24 peple from thier roofs",
    ],
)
def test_a_lightly_edited_quote_is_found_from_its_first_word_to_its_last(now: str) -> None:
    found = find(at(TEXT, QUOTE), "New headline\n" + TEXT.replace(QUOTE, now), "v2")
    assert found.outcome is Outcome.moved
    assert found.anchor is not None
    assert found.anchor.exact == now


def test_the_right_words_in_other_surroundings_are_asked_about() -> None:
    elsewhere = f"A year ago it was the same, said the head of the service. {QUOTE}. Then, too, no help had come."
    found = find(at(TEXT, QUOTE), elsewhere, "v2")
    assert found.outcome is Outcome.doubtful
    assert found.anchor is not None
    assert found.anchor.exact == QUOTE
    assert 0.60 <= found.score < 0.80


@pytest.mark.parametrize("now", ["", "r", "Nothing of it is left here; another story, told by others at length." * 3])
def test_what_is_gone_is_lost(now: str) -> None:
    found = find(at(TEXT, QUOTE), now, "v2")
    assert found.outcome is Outcome.lost
    assert found.anchor is None
    assert found.score < 0.60


@pytest.mark.parametrize("apart", [0, 40, 4_000])
def test_two_copies_in_like_surroundings_are_lost_not_moved_in_silence(apart: int) -> None:
    twice = f"A. {TEXT} {'.' * apart} {TEXT}"
    assert find(at(TEXT, QUOTE), twice, "v2").outcome is Outcome.lost


def test_a_copy_at_the_old_place_and_one_at_the_end_of_a_long_text_are_told_apart_by_nothing_but_nearness() -> None:
    copy = "The same words here. "
    passage = Anchor("v1", 1, 20, "The same words here", "", ". ")
    found = find(passage, copy + "\n" * 100_000 + copy, "v2")
    assert found.outcome is Outcome.lost


def test_two_copies_edited_alike_are_lost() -> None:
    edited = TEXT.replace("24", "38")
    assert find(at(TEXT, QUOTE), f"A. {edited} {edited}", "v2").outcome is Outcome.lost


def test_the_surroundings_tell_two_copies_apart() -> None:
    text = "On Monday the minister said: 24 people died. On Friday the opposition leader said: 24 people died. The end."
    passage = at(text, "24 people died")
    second = passage.start + text[passage.start + 1 :].index("24 people died") + 1
    passage = anchor(text, "v1", second, second + len("24 people died"))
    found = find(passage, "Correction. " + text, "v2")
    assert found.outcome is Outcome.moved
    assert found.anchor is not None
    assert found.anchor.start == second + len("Correction. ")


@given(passages(), st.data())
def test_after_any_edits_what_is_found_is_near_the_old_words(made: tuple[str, Anchor], data: st.DataObject) -> None:
    text, passage = made
    for _ in range(data.draw(st.integers(1, 6))):
        cut = data.draw(st.integers(0, len(text)))
        to = data.draw(st.integers(cut, min(len(text), cut + 12)))
        text = text[:cut] + data.draw(st.text(st.sampled_from("abc 24😀"), max_size=8)) + text[to:]
    found = find(passage, text, "v2")
    if found.anchor is None:
        assert found.outcome is Outcome.lost
        return
    assert holds(found.anchor, text)
    assert 0 <= found.score <= 1.0000001
    edits = Levenshtein.distance(passage.exact, found.anchor.exact)
    assert edits <= min(256, len(passage.exact) // 2)
    match found.outcome:
        case Outcome.kept:
            assert (found.anchor.start, edits) == (passage.start, 0)
        case Outcome.moved:
            assert found.score >= 0.80
        case _:
            assert 0.60 <= found.score < 0.80


@given(st.text(st.sampled_from("ab \n"), min_size=1, max_size=9), st.text(st.sampled_from("ab \n"), max_size=16))
def test_the_approximate_place_takes_the_fewest_edits_of_all_places(quote: str, text: str) -> None:
    most = len(quote) // 2
    pieces = [text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)]
    fewest = min((Levenshtein.distance(quote, piece) for piece in pieces), default=most + 1)
    found = anchors._fitted(Anchor("v1", 0, len(quote), quote), text, Span(0, len(text)), most)
    if fewest > most:
        assert found is None
    else:
        assert found is not None
        assert Levenshtein.distance(quote, found.of(text)) == fewest


@given(st.integers(-50, 50), st.integers(-50, 50), st.text(max_size=20), texts)
def test_a_strangers_anchor_raises_nothing(start: int, end: int, exact: str, text: str) -> None:
    passage = Anchor("v1", start, end, exact, exact, exact)
    holds(passage, text)
    found = find(passage, text, "v2")
    assert found.anchor is None or holds(found.anchor, text)


@pytest.mark.parametrize(
    "quote", [QUOTE.replace("24", "38"), "q" * 44, "a", "e " * 900], ids=["near", "none", "a", "long"]
)
def test_a_passage_is_sought_in_five_megabytes_in_seconds(quote: str) -> None:
    text = TEXT * (5_000_000 // len(TEXT))
    began = perf_counter()
    find(Anchor("v1", 7, 7 + len(quote), quote, "town. ", ", the"), text, "v2")
    assert perf_counter() - began < 10


@given(passages())
def test_a_passage_is_among_the_places_of_its_words(made: tuple[str, Anchor]) -> None:
    text, passage = made
    found = occurrences(text, passage.exact)
    assert all(" ".join(span.of(text).split()) == " ".join(passage.exact.split()) for span in found)
    assert bool(found) is bool(passage.exact.strip())


@pytest.mark.parametrize(
    ("quote", "places"),
    [("the  cat", [(0, 7), (12, 19)]), ("cat", [(4, 7), (16, 19)]), ("", []), (" ", []), ("c.t", []), ("a+", [])],
)
def test_white_space_in_a_quote_meets_any_and_nothing_in_it_is_a_pattern(
    quote: str, places: list[tuple[int, int]]
) -> None:
    assert occurrences("the cat and the\ncat", quote) == [Span(*place) for place in places]


def test_context_is_the_sentence_and_its_neighbours_within_the_paragraph() -> None:
    text = "Other paragraph.\nOne is first. Two is here. Three is next. Four is far.\nNot this."
    span = at(text, "Two")
    assert anchors.context(text, Span(span.start, span.end)).of(text) == "One is first. Two is here. Three is next."
