"""A new article is compared in the background; whoever reads a finding meanwhile stays where they are."""

from pathlib import Path

import pytest

from factcheck import edits
from factcheck.model import Article, Finding
from tests.ui.window.conftest import HERALD, add
from tests.ui.window.person import SHIFT, Key, Person

SAME = "The bridge at Orm fell on Sunday night. Some 31 people were hurt when the bridge fell, a nurse told us.\n"
OTHER = "Some 57 people were hurt when the bridge at Orm fell, the mayor said.\n"


@pytest.fixture
def reading(person: Person, project: Path) -> Person:
    """A person before the finding on how many people were hurt."""
    person.window.projects.open(project)
    person.rest()
    person.window.finding_wishes.choose(hurt(person).id)
    return person


def hurt(person: Person) -> Finding:
    return next(f for f in person.bench.feed.findings if "injured" in f.fact and len(f.positions) > 1)


def values(finding: Finding) -> list[int]:
    return sorted(len(position.passages) for position in finding.positions)


def test_a_new_passage_joins_quietly_and_the_finding_stays_chosen(reading: Person) -> None:
    before, shown = hurt(reading), reading.bench.desk.shown()
    add(reading.bench.session, SAME, "Post")
    reading.rest()
    now = hurt(reading)
    assert (now.id == before.id, values(now)) == (False, [1, 2])
    assert reading.bench.card.current() == now.id
    assert reading.bench.findings.current() == now.id
    assert reading.window.presenter.finding == now.id
    assert reading.bench.desk.shown() == shown, "no article was turned over"
    assert now.back == ""


def test_a_dismissed_finding_stays_dismissed_when_a_passage_joins_it(reading: Person) -> None:
    reading.act("dismiss")
    add(reading.bench.session, SAME, "Post")
    reading.rest()
    ruling = hurt(reading).ruling
    assert ruling is not None
    assert ruling.verb == "dismissed"


def test_a_new_position_brings_it_back_and_row_and_card_say_why(reading: Person) -> None:
    reading.act("dismiss")
    add(reading.bench.session, OTHER, "Post")
    reading.rest()
    now = hurt(reading)
    assert now.ruling is None
    reading.window.finding_wishes.choose(now.id)
    model = reading.bench.findings.table.model()
    row = reading.bench.findings.table.currentIndex().row()
    ruling = [model.headerData(n, reading.bench.findings.table.horizontalHeader().orientation()) for n in range(5)]
    said = model.index(row, ruling.index("Ruling")).data()
    assert said.startswith("Back: Dismissed before; new since then: ")
    assert "57" in said
    assert now.back in reading.bench.card._back.text()
    assert reading.bench.card._back.isVisible()


def test_what_was_dismissed_stays_so_after_closing_and_importing_the_article_again(
    reading: Person, project: Path
) -> None:
    reading.act("dismiss")
    herald = next(a for a in reading.state().each(Article) if a.title == "Herald")
    reading.bench.do(lambda state: edits.withdraw(state, [herald.id]))
    reading.rest()
    reading.window.close_project()
    reading.window.projects.open(project)
    add(reading.bench.session, HERALD, "Herald")
    reading.rest()
    ruling = hurt(reading).ruling
    assert ruling is not None
    assert ruling.verb == "dismissed"


def test_the_keys_go_on_in_the_list_as_if_nothing_had_come(reading: Person) -> None:
    reading.window.layout_of.to_findings()
    before = reading.bench.findings.current()
    add(reading.bench.session, SAME, "Post")
    reading.rest()
    assert reading.bench.findings.table.hasFocus()
    reading.press(Key.Key_T)
    assert before is not None
    assert reading.bench.card.ruling.isAncestorOf(reading.window.focusWidget())
    reading.press(Key.Key_Escape)
    assert reading.bench.findings.table.hasFocus()


def test_a_ruling_and_its_note_are_given_by_keys_alone(reading: Person) -> None:
    reading.window.layout_of.to_findings()
    reading.press(Key.Key_S, mod=SHIFT)
    reading.enter("Sunday and Monday")
    reading.press(Key.Key_Escape)
    ruling = hurt(reading).ruling
    assert ruling is not None
    assert (ruling.verb, ruling.note) == ("scope", "Sunday and Monday")
    assert reading.bench.findings.table.hasFocus()
