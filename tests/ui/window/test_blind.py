"""Nothing in the window tells a second reader what the first one made of a claim, before both verdicts are open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from factcheck import edits, previewing, records
from factcheck.listing import Arrangement
from factcheck.model import PassageTarget, Stance
from factcheck.text import Span
from factcheck.ui.dialogs.history import HistoryDialog
from factcheck.ui.main_window import MainWindow
from factcheck.ui.marking import marks
from factcheck.ui.views.palette import Palette
from tests import pages
from tests.ui import walking
from tests.ui.window.person import Person

#: What only the first reader has said, in words that stand nowhere else.
SUMMARY, RATIONALE, COMMENT = "Zibbelwick summary", "Quorfen rationale", "Plundrick comment"
#: How the program would tell it; names of steps begin with a capital where they stand alone.
TOLD = (SUMMARY, RATIONALE, COMMENT, "et verdict to", "yping in summary", "Refutes")


@pytest.fixture
def judged(person: Person, project: Path) -> Person:
    """Who is to read a claim as the second reader, after the first one has rated it and weighed its evidence."""
    person.window.projects.open(project)
    person.rest()
    one, other = records.articles(person.state())[:2]
    edit, claim = edits.add_claim(person.state(), one.id, Span(0, 19))
    person.bench.session.do(edit)
    person.window.claim_wishes.choose(claim.id)
    place = PassageTarget(other.id, edits.passage_anchor(person.state(), other.id, Span(0, 12)))
    edit, _ = edits.add_evidence(person.state(), claim.id, place, Stance.refutes, comment=COMMENT)
    person.bench.session.do(edit)
    person.window.claim_wishes.rate_current(1)
    person.window.claim_wishes.write_verdict(claim.id, "summary", SUMMARY)
    person.window.claim_wishes.write_verdict(claim.id, "rationale", RATIONALE)
    return person


def shown(window: QWidget) -> str:
    """Every text of a window as it is now."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # cards that are gone
    return "\n".join(walking.texts(window))


def hovered(window: MainWindow) -> str:
    """What hovering over each mark would tell."""
    seen, say = window.bench.seen, window.bench.catalogue
    made = [mark for article in records.articles(seen) for mark in marks(seen, article, say)]
    return "\n".join(f"{mark.told} {mark.sign}" for mark in made)


def history_dialog(person: Person, monkeypatch: pytest.MonkeyPatch) -> str:
    told: list[str] = []

    def show(dialog: QDialog) -> int:
        told.append(shown(dialog))
        return 0

    monkeypatch.setattr(HistoryDialog, "exec", show)
    person.act("history")
    return "\n".join(told)


def palette(person: Person, view: Palette, open_it: Callable[[], object], typed: str) -> str:
    open_it()
    view.line.setText(typed)
    person.qtbot.wait(200)
    person.rest()
    person.until(lambda: not person.window.seeker._jobs.running(), 60)
    told = shown(view)
    view.line.clear()
    view.hide()
    return told


def previewed(person: Person) -> str:
    """The words on the pages that the preview shows."""
    person.act("preview")
    found: list[previewing.Preview] = []
    person.window.previews.when_built(found.append)
    person.until(lambda: found, 60)
    told = "\n".join(pages.texts(found[0].data))
    dialog = person.window.previews.dialog
    assert dialog
    told += shown(dialog)
    dialog.close()
    return told


def everywhere(person: Person, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What is told, place by place."""
    window = person.window
    told = {
        "window": shown(window),
        "marks": hovered(window),
        "history": history_dialog(person, monkeypatch),
        "preview": previewed(person),
    }
    for typed in ("verdict", COMMENT, SUMMARY):
        told[f"palette, {typed}"] = palette(person, window.finder.view, lambda: person.act("palette"), typed)
        told[f"search, {typed}"] = palette(person, window.seeker.view, lambda: person.act("search"), typed)
    person.act("second_window")
    beside = window.readers[0]
    beside.claim_wishes.choose(window.presenter.claim or "")
    told["second window"] = shown(beside)
    beside.close()
    person.act("undo")
    told["what was undone"] = shown(window)
    person.act("redo")
    told["what was redone"] = shown(window)
    return told


def telling(told: dict[str, str]) -> set[str]:
    """Where what the first reader said is told; what was typed into a search stands in its own line."""
    return {
        f"{place}: {words}"
        for place, text in told.items()
        for words in TOLD
        if words in text and not place.endswith(f", {words}")
    }


def test_the_first_reader_is_told_of_it_in_many_places(judged: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {told.partition(":")[0] for told in telling(everywhere(judged, monkeypatch))}
    assert {"window", "marks", "history", "preview", "second window", "what was undone", "what was redone"} <= places


def test_a_blind_reader_is_told_of_it_nowhere(judged: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    judged.act("undo")  # the message that names the step is still there
    judged.act("redo")
    judged.act("second_reader")
    assert telling(everywhere(judged, monkeypatch)) == set()


def test_all_is_told_once_both_verdicts_are_open(judged: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    judged.act("second_reader")
    judged.window.claim_wishes.rate_current(5)
    judged.act("reveal")
    places = {told.partition(":")[0] for told in telling(everywhere(judged, monkeypatch))}
    assert {"marks", "history", "preview"} <= places


def test_a_window_that_is_open_beside_it_hides_it_too(judged: Person) -> None:
    judged.act("second_window")
    beside = judged.window.readers[0]
    assert SUMMARY in shown(beside)  # it begins with the claim that is chosen here
    judged.act("second_reader")
    assert telling({"beside": shown(beside)}) == set()
    assert not beside.actions_by_key["second_reader"].isEnabled()
    beside.close()
    judged.act("second_window")
    (opened_blind,) = judged.window.readers
    assert opened_blind.presenter.claim == judged.window.presenter.claim
    assert telling({"opened blind": shown(opened_blind)}) == set()
    opened_blind.close()


@pytest.mark.parametrize("key", ["export", "export_data", "verify"])
def test_nothing_goes_out_from_a_blind_reading(judged: Person, key: str) -> None:
    judged.act("second_reader")
    judged.act(key)
    assert "You read blind" in judged.told()


def test_a_blind_reader_does_not_overwrite_how_evidence_was_weighed(judged: Person) -> None:
    judged.act("second_reader")
    (item,) = records.evidence(judged.state(), judged.window.presenter.claim or "")
    judged.window.evidence_wishes.edit_evidence(item.id)
    judged.window.evidence_wishes.weigh(item.id, "supports")
    assert "You read blind" in judged.told()
    assert records.evidence(judged.state(), item.claim_id) == [item]
    assert item.comment == COMMENT


def test_neither_order_nor_choice_of_claims_tells_a_verdict(judged: Person) -> None:
    claims = judged.window.presenter.claims
    only = {"verdict": frozenset({"false"}), "status": frozenset({"decided"})}
    wished = Arrangement(sort="verdict", only=only, group="verdict")
    assert replace(claims._allowed(wished), today="") == wished
    judged.act("second_reader")
    assert replace(claims._allowed(wished), today="") == Arrangement(only={"status": frozenset({"decided"})})
