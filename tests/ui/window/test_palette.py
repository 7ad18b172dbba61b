"""The command palette, as a person uses it: by keys."""

from pathlib import Path

from tests.ui.window.person import CTRL, SHIFT, Key, Person


def opened(person: Person) -> list[str]:
    person.press(Key.Key_P, mod=CTRL | SHIFT)
    return [offer.id for offer in person.window.finder.view.shown()]


def test_it_offers_what_can_be_done_now(person: Person, project: Path) -> None:
    without = opened(person)
    assert "open" in without
    assert "claim" not in without
    assert "palette" not in without
    person.press(Key.Key_Escape)
    person.window.projects.open(project)
    assert "claim" in opened(person)


def test_an_action_is_done_by_its_name(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    panes = len(person.bench.desk.panes())
    opened(person)
    person.enter("close the pane")
    person.press(Key.Key_Return)
    person.until(lambda: len(person.bench.desk.panes()) == panes - 1)
    assert person.window.finder.view.isHidden()


def test_an_article_is_opened_by_its_title(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    view = person.window.finder.view
    opened(person)
    person.enter("herald")
    assert view.shown()[0].sort == "article"
    wanted = view.shown()[0].id
    person.press(Key.Key_Return)
    person.until(lambda: person.bench.desk.shown()[person.bench.desk.current_pane()] == wanted)


def test_escape_gives_the_keys_back(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.bench.findings.setFocus()
    before = person.window.focusWidget()
    opened(person)
    assert person.window.finder.view.line.hasFocus()
    person.press(Key.Key_Escape)
    assert person.window.focusWidget() is before


def test_what_fits_nothing_says_so(person: Person) -> None:
    opened(person)
    person.enter("qqqzzzxxx")
    view = person.window.finder.view
    assert view.nothing.isVisible()
    person.press(Key.Key_Return)
    assert not view.isHidden()


def test_what_has_room_is_not_scrolled(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    opened(person)
    person.enter("Herald")
    view = person.window.finder.view
    assert 0 < len(view.shown()) < 11
    assert view.list.verticalScrollBar().maximum() == 0
