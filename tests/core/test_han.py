"""Which forms of the Chinese characters a text wants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import han


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("zh", "仓库建于二〇〇九年", "zh-Hans"),
        ("zh", "倉庫建於二〇〇九年", "zh-Hant"),
        ("zh", "", "zh-Hans"),
        ("zh-TW", "仓库", "zh-Hant"),
        ("zh-Hans-HK", "倉庫", "zh-Hans"),
        ("yue", "倉庫建於一九五二年", "zh-Hant"),
        ("ja", "仓库", "ja"),
        ("ko-KR", "", "ko"),
        ("", "東京の倉庫で火事", "ja"),
        ("", "창고 화재 火災", "ko"),
        ("", "仓库起火", "zh-Hans"),
        ("", "The mayor wrote 仓库 beneath the plan of the quay", ""),
        ("en", "仓库起火", ""),
        ("", "", ""),
    ],
)
def test_a_language_says_which_forms_and_else_the_letters_do(language: str, text: str, wanted: str) -> None:
    assert han.forms(language, text) == wanted


@given(st.text(st.characters(max_codepoint=0x2FFF)))
def test_a_text_without_such_letters_wants_none(text: str) -> None:
    assert han.forms("", text) == ""


@given(st.lists(st.sampled_from(["", "ja", "zh-Hans"])))
def test_most_is_what_no_other_is_wanted_more_than(wanted: list[str]) -> None:
    chosen = han.most(wanted)
    assert all(wanted.count(other) <= wanted.count(chosen) for other in wanted if other)
    assert chosen or not any(wanted)
