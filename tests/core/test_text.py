"""Canonical text, offsets, sentences."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.text import (
    Utf16Map,
    between_marks,
    canonical,
    folded,
    paragraphs,
    sentence_after,
    sentence_at,
    sentences,
    sound,
    text_hash,
    trimmed,
)

#: Every code point, lone surrogates among them, with the troublesome ones drawn often.
TROUBLE = "\r\n\v\f\0\ufeff\u2028\u2029\ufdd0\ufdd1\x85\x1c\x1f\x7f\t\ud83d\ude00\U0001f600é ."
anything = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters(exclude_categories=())))
#: What an article's text can be.
canonicals = anything.map(canonical)
prose = st.lists(
    st.sampled_from(
        [
            "He said no.",
            "Dr. Who left.",
            "لا أحد.",
            "👨‍👩‍👧 came! ",
            "\n",
            " ",
            "\t",
            "\n\n",
            "3.5 %",
            "…",
            "“Why?”",
            "中文。",
        ]
    )
).map("".join)


@given(anything)
@example("\r\0\n")
@example("\ud83d\ude00")
@example("\ufeff\r\ufdd0\n")
def test_canonical_text_is_canonical_already(raw: str) -> None:
    text = canonical(raw)
    assert canonical(text) == text


@given(anything)
def test_canonical_text_can_be_stored_and_has_the_same_lines_everywhere(raw: str) -> None:
    text = canonical(raw)
    assert text.encode().decode() == text
    assert not set(text) & set("\r\v\f\0\ufeff\u2028\u2029\ufdd0\ufdd1\x85\x1c\x1d\x1e\x1f\x7f")
    assert text.split("\n") == (text + "\n").splitlines()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\r\r\n\n", "\n\n\n"),
        ("\ufeffHello\0 world", "Hello world"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("frame\ufdd0mark", "framemark"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("tab\tstays, e\u0301 stays, nbsp\xa0stays ", "tab\tstays, e\u0301 stays, nbsp\xa0stays "),
        ("", ""),
    ],
)
def test_canonical_changes_only_what_no_text_should_hold(raw: str, text: str) -> None:
    assert canonical(raw) == text


@given(anything)
def test_sound_text_differs_only_in_surrogates(raw: str) -> None:
    text = sound(raw)
    assert len(text) == len(raw)
    assert all(a == b or ("\ud800" <= a <= "\udfff" and b == "\ufffd") for a, b in zip(raw, text, strict=True))
    assert text.encode().decode() == text


@given(canonicals)
def test_utf16_offsets_are_those_of_the_encoded_text(text: str) -> None:
    offsets = Utf16Map(text)
    for i in range(len(text) + 1):
        units = len(text[:i].encode("utf-16-le")) // 2
        assert offsets.to_utf16(i) == units
        assert offsets.to_code_points(units) == i


@given(canonicals)
def test_a_utf16_offset_inside_a_pair_gives_the_start_of_its_character(text: str) -> None:
    offsets = Utf16Map(text)
    for i, character in enumerate(text):
        if character > "\uffff":
            assert offsets.to_code_points(offsets.to_utf16(i) + 1) == i


@given(anything, st.data())
def test_a_trimmed_span_holds_the_words_and_no_white_space_at_its_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trimmed(text, start, end)
    assert start <= span.start <= span.end <= end
    assert span.of(text) == text[start:end].strip()
    assert span.start == start or span.start < span.end


@given(st.one_of(prose, canonicals))
def test_sentences_are_in_order_apart_trimmed_and_within_one_line(text: str) -> None:
    found = list(sentences(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for span in found:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip() != ""
        assert "\n" not in span.of(text)


@given(st.one_of(prose, canonicals))
def test_no_word_is_left_out_of_the_sentences(text: str) -> None:
    assert "".join("".join(span.of(text) for span in sentences(text)).split()) == "".join(text.split())


@given(canonicals)
def test_paragraphs_are_the_lines_that_hold_anything(text: str) -> None:
    assert [span.of(text) for span in paragraphs(text)] == [line.strip() for line in text.split("\n") if line.strip()]


def test_sentences_after_emoji_and_in_arabic_stand_where_they_say() -> None:
    text = "👨‍👩‍👧 It rained. 🏳️‍🌈 Nobody came!\nوصل الوفد. لم يوقع أحد."
    assert [span.of(text) for span in sentences(text)] == [
        "👨‍👩‍👧 It rained.",
        "🏳️‍🌈 Nobody came!",
        "وصل الوفد.",
        "لم يوقع أحد.",
    ]


def test_a_language_that_is_not_known_is_cut_like_any_other() -> None:
    assert [s.of("One. Two.") for s in sentences("One. Two.", "tlh")] == ["One.", "Two."]
    assert [s.of("One. Two.") for s in sentences("One. Two.", "")] == ["One.", "Two."]


def test_an_empty_text_has_no_sentence() -> None:
    assert not list(sentences(""))
    assert not list(sentences(" \n\t\n"))


@pytest.mark.parametrize(
    "piece", ["The river rose by 3.5 metres. ", "word " * 6, "x" * 30], ids=["prose", "words", "x"]
)
def test_five_megabytes_in_one_line_are_cut_in_seconds(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    began = perf_counter()
    count = sum(1 for _ in sentences(text))
    assert count > 200
    assert perf_counter() - began < 10


def test_folded_text_is_alike_where_only_type_differs() -> None:
    assert folded("“It’s  ﬁne” –\u00a0HE said") == folded('"It\'s fine" - he said')


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    assert text_hash("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_the_sentence_at_a_place_and_the_one_behind() -> None:
    text = "The wall broke. Nobody saw it.\n\nShe left 👩."
    first, second, third = sentences(text)
    assert sentence_at(text, 3) == first
    assert sentence_at(text, first.end) == first
    assert sentence_at(text, second.end) == second
    assert sentence_after(text, first.end) == second
    assert sentence_after(text, second.end) == third
    assert sentence_at(text, second.end + 1) is None
    assert sentence_after(text, third.end) is None


@given(canonicals, st.data())
def test_a_sentence_is_at_each_of_its_places(text: str, data: st.DataObject) -> None:
    for span in sentences(text):
        assert sentence_at(text, data.draw(st.integers(span.start, span.end - 1))) == span


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("no mark at all", "no mark at all"),
        ("“He left at nine.”", "He left at nine."),
        ("„Er ging um neun.“", "Er ging um neun."),
        ('"He left."', "He left."),
        ("“没有水。”工人说。", "‘没有水。’工人说。"),
        ("“He left,” she said, “at nine.”", "‘He left,’ she said, ‘at nine.’"),
        ("Er sagte „nein“ dazu", "Er sagte ‚nein‘ dazu"),
        ("“He left at", "‘He left at"),
        ('the crew’s 5" pipe', 'the crew’s 5" pipe'),
        ("“”", "‘’"),
    ],
)
def test_between_quotation_marks_a_text_has_none_of_the_same(text: str, between: str) -> None:
    assert between_marks(text) == between
