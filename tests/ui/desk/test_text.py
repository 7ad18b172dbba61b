"""English texts count; names are filled in; nothing in them is read as a placeholder."""

import pytest

from factcheck import i18n
from factcheck.ui import actions
from factcheck.ui.actions import declared
from factcheck.ui.text import by_itself, ending_together, in_a_row, tr


def test_numbers_choose_the_ending() -> None:
    assert tr("%n claim(s)", 0) == "0 claims"
    assert tr("%n claim(s)", 1) == "1 claim"
    assert tr("%n entr(y|ies) (was|were) found", 1) == "1 entry was found"
    assert tr("%n entr(y|ies) (was|were) found", 2) == "2 entries were found"


def test_names_are_filled_in_as_they_are() -> None:
    assert tr("Article: {title}", title="{0} %n (s)") == "Article: {0} %n (s)"
    assert tr("100 {sure} (s)") == "100 {sure} (s)"


@pytest.mark.parametrize("text", ["", "Nothing", "Nothing yet", "这里什么都没有。"])
def test_short_texts_stay_as_they_are(text: str) -> None:
    assert ending_together(text) == text


def test_no_word_stands_alone_on_the_last_line_of_a_hint() -> None:
    assert ending_together("What you add is listed here.").split(" ") == ["What", "you", "add", "is", "listed\xa0here."]


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "de")


@pytest.mark.usefixtures("german")
def test_another_language_has_forms_of_its_own() -> None:
    assert [tr("%n claim(s)", n) for n in (0, 1, 2)] == ["0 Behauptungen", "1 Behauptung", "2 Behauptungen"]
    assert tr("Article: {title}", title="{0} %n") == "Artikel: {0} %n"


@pytest.mark.usefixtures("german")
def test_what_a_language_lacks_is_said_in_english() -> None:
    assert tr("Not in any file, %n time(s)", 2) == "Not in any file, 2 times"


@pytest.mark.usefixtures("german")
def test_no_menu_names_a_key_twice() -> None:
    menus = {title: [action.text for action in declared() if action.menu == key] for key, title in actions.menus()}
    for title, words in {"": list(menus), **menus}.items():
        keys = [word[word.index("&") + 1].lower() for word in words]
        assert len(keys) == len(set(keys)), title


def test_parts_stand_in_a_row_without_those_that_are_empty() -> None:
    assert in_a_row("Tesk Valley Courier", "", "12 March") == "Tesk Valley Courier · 12 March"


def test_beside_arabic_each_part_keeps_its_own_order() -> None:
    assert in_a_row("أخبار المرفأ", "4 June 2025, 06:00") == "\u2068أخبار المرفأ\u2069 · \u20684 June 2025, 06:00\u2069"


def test_an_arabic_text_keeps_its_full_stop_within_another() -> None:
    assert by_itself("أُجلي الركاب.") == "\u2068أُجلي الركاب.\u2069"
    assert by_itself("All were saved.") == "All were saved."
