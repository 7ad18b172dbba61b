"""Markdown of a rationale: read into plain blocks; nothing is hidden, loaded or run, and citations stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.markup import Block, Piece, blocks, plain


def words(block: Block) -> str:
    return "".join(piece.text for line in block.lines for piece in line)


def test_emphasis_code_and_links_are_pieces() -> None:
    (block,) = blocks("One **two** *three* `four` [five](https://a.example/5).")
    assert block.lines == (
        (
            Piece("One "),
            Piece("two", bold=True),
            Piece(" "),
            Piece("three", italic=True),
            Piece(" "),
            Piece("four", code=True),
            Piece(" "),
            Piece("five", link="https://a.example/5"),
            Piece("."),
        ),
    )


def test_headings_lists_and_quotations_are_blocks() -> None:
    found = blocks("# Why\n\n- one\n- two\n  1. inner\n\n> said\n\n3. three")
    assert [(words(b), b.heading, b.marker, b.depth) for b in found] == [
        ("Why", 1, "", 0),
        ("one", 0, "•", 1),
        ("two", 0, "•", 1),
        ("inner", 0, "1.", 2),
        ("said", 0, "", 1),
        ("three", 0, "3.", 1),
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("The log [1] and [2](3).", "The log [1] and 2 (3)."),
        ("[1]: https://a.example", "[1]: https://a.example"),
        ("<img src=x onerror=run()> & <b>", "<img src=x onerror=run()> & <b>"),
        ("![the dam](https://a.example/x.png)", "the dam (https://a.example/x.png)"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("<https://a.example>", "https://a.example"),
        ("see [the log](https://a.example/log)", "see the log (https://a.example/log)"),
    ],
)
def test_what_a_reader_of_a_report_gets(typed: str, told: str) -> None:
    assert plain(typed) == [told]


def test_a_line_that_was_begun_is_a_line() -> None:
    assert plain("One\ntwo\n\n- three\n  four") == ["One", "two", "• three", "four"]


def test_addresses_that_run_something_are_no_links() -> None:
    assert all(not piece.link for b in blocks("[x](javascript:run())") for line in b.lines for piece in line)


@given(st.text(alphabet="ab [1]*_`#>-+.!()<>&\n\\", max_size=60))
def test_any_text_can_be_read_and_no_letter_is_lost(typed: str) -> None:
    told = " ".join(plain(typed))
    assert all(told.count(letter) == typed.count(letter) for letter in "ab")
