"""Claims merged, split, copied and withdrawn, and a second reading laid open, on the command line."""

from pathlib import Path

import pytest

from tests.flows.command_line.calling import data, done, dump, refused

QUOTE = "At least 17 people were killed"
OTHER = "Seventeen people lost their lives"


@pytest.fixture
def claims(project: Path) -> Path:
    """The project with two claims, each with a note as evidence."""
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    done("claim", project, "--article", "valley-courier.md", "--quote", OTHER)
    done("evidence", "add", project, 1, "--note", "Called the desk.")
    done("evidence", "add", project, 2, "--note", "Read the list.")
    return project


def test_two_claims_become_one_and_two_again(claims: Path) -> None:
    before = dump(claims)
    kept = data("merge", claims, 1, 2)
    assert (len(kept["appearances"]), kept["evidence"]) == (2, 2)
    assert [row["number"] for row in data("claims", claims)] == [1]
    made = data("split", claims, 1, "a2", "e2", "--wording", "Seventeen died.")
    assert (made["number"], made["wording"], made["evidence"]) == (3, "Seventeen died.", 1)
    done("undo", claims)
    done("undo", claims)
    assert dump(claims) == before
    assert "appearance" in refused("split", claims, 1, "e1")
    assert "a9" in refused("split", claims, 1, "a9")


def test_a_copy_is_made(claims: Path) -> None:
    done("verdict", claims, 1, "true")
    made = data("duplicate", claims, 1)
    assert (made["number"], made["verdict"], made["evidence"]) == (3, None, 1)


def test_what_is_withdrawn_comes_back_and_an_article_says_what_hangs_on_it(claims: Path) -> None:
    article = next(row["id"] for row in data("articles", claims) if row["file"] == "kpa-wire.txt")
    said = done("withdraw", claims, article, 2)
    assert "2 records withdrawn" in said
    assert "1 claim, 1 of them made nowhere else; 0 pieces of evidence" in said
    assert [row["number"] for row in data("claims", claims)] == [1]
    done("withdraw", claims, article, 2, "--bring-back")
    assert [row["number"] for row in data("claims", claims)] == [1, 2]


def test_a_second_reader_sees_the_first_verdict_once_both_are_laid_open(claims: Path) -> None:
    done("verdict", claims, 1, "true", "--summary", "It did.")
    assert "No second reader" in refused("reveal", claims, 1)
    assert data("verdict", claims, 1, "false", "--second")["verdict"] is None
    seen = data("reveal", claims, 1, "--outcome", "discuss", "--remark", "Which day?")
    assert (seen["verdict"]["rating"], seen["second_verdict"]["rating"]) == ("true", "false")
    assert (seen["second_verdict"]["outcome"], seen["second_verdict"]["remark"]) == ("discuss", "Which day?")
    done("undo", claims)
    assert "rating" not in data("claims", claims)[0]["second_verdict"]
