"""English texts count; names are filled in; nothing in them is read as a placeholder."""

from factcheck.ui.text import tr


def test_numbers_choose_the_ending() -> None:
    assert tr("%n claim(s)", 0) == "0 claims"
    assert tr("%n claim(s)", 1) == "1 claim"
    assert tr("%n entr(y|ies) (was|were) found", 1) == "1 entry was found"
    assert tr("%n entr(y|ies) (was|were) found", 2) == "2 entries were found"


def test_names_are_filled_in_as_they_are() -> None:
    assert tr("Article: {title}", title="{0} %n (s)") == "Article: {0} %n (s)"
    assert tr("100 {sure} (s)") == "100 {sure} (s)"
