"""Reading with keys: sentences, statements that are worth checking, words that are looked for."""

from pathlib import Path

import pytest

from factcheck import settings
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.patterns import SUGGESTION
from tests.ui.window.person import ALT, CTRL, SHIFT, Key, Person


@pytest.fixture
def reader(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    person.bench.desk.focus_pane(0)
    return person


def view(person: Person) -> ArticleText:
    return person.bench.desk.panes()[0].text


def selected(person: Person) -> str:
    span = view(person).selected()
    return span.of(view(person).text()) if span else ""


def test_a_key_selects_the_sentence_and_another_one_more(reader: Person) -> None:
    reader.press(Key.Key_L)
    one = selected(reader)
    assert one.endswith(".")
    assert view(reader).text().startswith(one)
    reader.press(Key.Key_L, mod=SHIFT)
    assert selected(reader).startswith(one)
    assert len(selected(reader)) > len(one)


def test_a_key_goes_to_what_is_worth_checking_and_another_makes_it_a_claim(reader: Person) -> None:
    reader.press(Key.Key_Home, mod=CTRL)
    first = view(reader).suggestions_in(view(reader)._look().span)[0]
    assert first.colour == SUGGESTION
    if view(reader).suggestion_at(0) is None:
        reader.press(Key.Key_Down, mod=ALT | SHIFT)
    reader.press(Key.Key_C)
    (mark,) = view(reader).marks()
    assert mark.span == first.span
    assert view(reader).suggestion_at(first.span.start) is None
    reader.act("undo")
    assert view(reader).suggestion_at(first.span.start) == first


def test_what_is_underlined_can_be_chosen_and_is_remembered(reader: Person) -> None:
    span = view(reader)._look().span
    assert view(reader).suggestions_in(span)
    for kind in reader.bench.settings.worth:
        reader.act(f"worth_{kind}")
    assert view(reader).suggestions_in(span) == []
    assert settings.load().worth == ()
    reader.act("worth_number")
    assert reader.window.actions_by_key["worth_number"].isChecked()
    assert view(reader).suggestions_in(span)


def test_looking_for_words_begins_from_anywhere_in_the_text_read_last(reader: Person) -> None:
    reader.act("to_findings")
    reader.press(Key.Key_F, mod=CTRL)
    assert reader.bench.desk.find_bar.field.hasFocus()
    word = next(word for word in view(reader).text().split() if word.isalpha() and len(word) > 5)
    reader.enter(word)
    reader.press(Key.Key_Escape)
    assert selected(reader).lower() == word.lower()
    assert view(reader).hasFocus()


def test_letters_and_digits_that_are_keys_elsewhere_are_typed_in_the_find_bar(reader: Person) -> None:
    reader.press(Key.Key_F, mod=CTRL)
    reader.enter("rlLce31")
    assert reader.bench.desk.find_bar.field.text() == "rlLce31"
    assert list(view(reader).marks()) == []


def test_how_articles_scroll_is_chosen_and_remembered(reader: Person) -> None:
    reader.act("sync_event")
    assert settings.load().sync == "event"
    assert reader.window.actions_by_key["sync_event"].isChecked()
    reader.act("sync_off")
    assert not reader.window.actions_by_key["sync_event"].isChecked()
    one, other = reader.bench.desk.shown()
    assert reader.window.reading._ties("finding", one, other)
    assert reader.window.reading._ties("event", one, other)
