"""Markdown: words, front matter."""

from pathlib import Path

from factcheck.importing import read_bytes, read_file
from factcheck.model import Precision, PrintedDate

DATA = Path(__file__).parents[2] / "data" / "importing"


def test_a_whole_file() -> None:
    draft = read_file(DATA / "ferry.md")
    assert draft.text == (
        "Ferry runs aground\n\n"
        "A ferry with 112 passengers ran aground off Tollen on Thursday, the coast guard said.\n\n"
        "- Nobody was hurt.\n- Two tugs & a lifeboat came.\n"
        "1. First fact\n2. Second fact\n"
        "Year | Groundings\n2022 | 3\n2023 | 5\n\n"
        "“The beacon was dark,” said the captain.\n\n"
        "A box with words\n\n"
        "The ferry at noon\n\n"
        "Snake_case_name and 2 * 3 * 4 stay."
    )
    assert (draft.title, draft.author, draft.publisher) == (
        "Ferry runs aground: what we know",
        "Ada Brink, Jon Veld",
        "Harbour Post",
    )
    assert draft.published == PrintedDate("2024-05-02 07:15 +01:00", "2024-05-02T07:15+01:00", Precision.minute)
    assert (draft.language, draft.url, draft.file) == ("en-GB", "https://post.example.org/ferry", "ferry.md")
    assert (draft.media_type, draft.method) == ("text/markdown", "markdown 1")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_bytes(b"---\n\nWords here\n\n---\n\nand there", "a.md").text == "Words here\n\nand there"


def test_front_matter_without_an_end_is_text() -> None:
    assert "title: Ferry" in read_bytes(b"---\ntitle: Ferry\n\nWords", "a.md").text


def test_the_heading_is_the_title() -> None:
    assert read_bytes(b"Words.\n\n# The *real* title\n\nMore.", "a.md").title == "The real title"


def test_a_text_file_keeps_its_asterisks() -> None:
    assert read_bytes(b"**Not** Markdown", "a.txt").text == "**Not** Markdown"


def test_one_long_line() -> None:
    data = b"The mayor said that *17* people died. " * 20_000
    assert read_bytes(data, "a.md").text.startswith("The mayor said that 17 people died. The")
