"""The tutorial of the guide, key by key as it is written: what it says one sees is there."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from factcheck import records, sample
from factcheck.model import Claim, PassageTarget, Stance, Status, Verb, Who
from tests.ui.window.person import Person

TUTORIAL = Path(__file__).parents[3] / "docs" / "guide" / "first-project.md"
_STEP = re.compile(r"<kbd>([^<]+)</kbd>|type `([^`]+)`")


def steps(heading: str) -> list[tuple[str, str]]:
    """Keys and words to type, in the order in which a section has them, up to what one sees then."""
    section = TUTORIAL.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return _STEP.findall(section)


@pytest.fixture
def reader(person: Person, tmp_path: Path) -> Person:
    sample.build(tmp_path / "sample.factcheck", Who("Ada Brandt", "wada")).close()
    person.window.projects.open(tmp_path / "sample.factcheck")
    person.until(lambda: person.bench.feed.findings and not person.bench.feed.busy())
    return person


def press(reader: Person, key: str) -> None:
    combination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs do not know that it can be indexed
    reader.press(combination.key(), mod=combination.keyboardModifiers())


def follow(reader: Person, heading: str, leave_out: tuple[str, ...] = ()) -> None:
    for key, words in steps(heading):
        if key and key not in leave_out:
            press(reader, key)
        elif words:
            reader.enter(words)


def current_fact(reader: Person) -> str:
    finding = reader.bench.card.finding()
    return finding.fact.casefold() if finding else ""


def test_who_does_what_the_tutorial_says_sees_what_it_says(reader: Person) -> None:
    next_one, confirm = (key for key, _ in steps("2. Rule on a contradiction"))
    for _ in range(5):
        if "people killed" not in current_fact(reader):
            press(reader, next_one)
    judged = reader.bench.card.finding()
    assert judged is not None
    press(reader, confirm)
    ruled = reader.bench.feed.by_id(judged.id)
    assert ruled is not None
    assert ruled.fact.casefold().startswith("people killed")
    assert ruled.ruling is not None
    assert ruled.ruling.verb is Verb.confirmed
    assert reader.bench.card.finding() is not ruled

    follow(reader, "3. Mark a claim")
    claim = next(claim for claim in reader.state().each(Claim) if claim.number == 10)
    assert claim.wording == "Across the whole district, 24 houses were destroyed."
    assert reader.bench.panel.current() == claim.id

    follow(reader, "4. Give it evidence")
    (evidence,) = records.evidence(reader.state(), claim.id)
    assert isinstance(evidence.target, PassageTarget)
    assert "twelve houses" in evidence.target.anchor.exact
    assert evidence.stance is Stance.context
    assert records.independent_publishers(reader.state(), claim.id) == 1

    follow(reader, "5. Give the verdict")
    given = records.verdict(reader.state(), claim.id)
    assert given is not None
    assert given.rating == "mostly-true"
    assert [c.status for c in reader.state().each(Claim) if c.id == claim.id] == [Status.in_progress]

    follow(reader, "6. Take it back, and bring it back", leave_out=("Ctrl+H",))
    assert records.verdict(reader.state(), claim.id) == given
