"""The import queue: what becomes of what comes in, and how a person goes through it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.importing import Draft, Outcome, Table, dates, pasted
from factcheck.intake import Known, Sameness
from factcheck.model import Article, Precision, PrintedDate
from factcheck.receiving import Again, Received
from factcheck.ui.dialogs.importing import ImportDialog
from factcheck.ui.models.queue_model import recognised, remark
from factcheck.ui.queue import ImportQueue, State, Wanted
from factcheck.ui.views.when import unbroken
from tests.ui.panels.samples import CATALOGUE

THERE = Known(Article("a1", "The gate opened", "v1"), Sameness.text)


def draft(words: str = "The gate was opened at noon.", **more: object) -> Draft:
    return replace(pasted(words, "Gate"), file="gate.txt", **more)  # type: ignore[arg-type]  # by name


def read(*drafts: Draft, known: Known | None = None, **more: object) -> Received:
    return Received(Outcome("", drafts, **more), (known,) * len(drafts))  # type: ignore[arg-type]  # by name


@pytest.fixture
def queue() -> ImportQueue:
    return ImportQueue()


def states(queue: ImportQueue) -> list[State]:
    return [row.state for row in queue.rows()]


# --- what becomes of inputs ---


def test_an_input_is_read_and_ready_to_be_added(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("gate.txt")])
    assert [request.id for request in queue.waiting()] == [input_id]
    queue.began(input_id)
    assert (states(queue), queue.waiting()) == ([State.reading], [])
    queue.came(input_id, read(draft()))
    (row,) = queue.chosen()
    assert (row.state, row.doubtful) == (State.ready, False)


def test_an_input_with_several_articles_becomes_as_many_rows_in_its_place(queue: ImportQueue) -> None:
    first, second = queue.take([Path("feed.xml"), Path("gate.txt")])
    queue.came(first, read(draft("One."), draft("Two.", part="#2"), warnings=("A feed.",)))
    assert states(queue) == [State.ready, State.ready, State.waiting]
    assert [row.input for row in queue.rows()] == [first, first, second]
    assert all("A feed." in row.warnings and row.doubtful for row in queue.rows()[:2])


def test_what_fails_stays_with_its_sentence_until_it_is_tried_again(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("gone.txt")])
    queue.came(input_id, Received(Outcome("", error="It is not there.")))
    (row,) = queue.rows()
    assert (row.state, row.error, row.chosen) == (State.failed, "It is not there.", False)
    assert queue.retry([row.id]) == [input_id]
    queue.came(input_id, read(draft()))
    assert states(queue) == [State.ready]


def test_a_picture_is_no_failure_but_something_to_keep(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("bridge.png")])
    queue.came(input_id, Received(Outcome("", error="It looks like a picture.")))
    assert states(queue) == [State.media]


def test_what_comes_for_a_cancelled_or_removed_row_is_dropped(queue: ImportQueue) -> None:
    one, two = queue.take([Path("one.txt"), Path("two.txt")])
    queue.cancel([one])
    queue.remove([two])
    for input_id in (one, two):
        queue.came(input_id, read(draft()))
    assert states(queue) == [State.cancelled]


def test_cancelling_all_leaves_what_was_read(queue: ImportQueue) -> None:
    first, _ = queue.take([Path("one.txt"), Path("two.txt")])
    queue.came(first, read(draft()))
    queue.cancel()
    assert states(queue) == [State.ready, State.cancelled]


def test_what_is_there_already_is_left_out_unless_a_person_wants_it(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("gate.txt")])
    queue.came(input_id, read(draft(), known=THERE))
    (row,) = queue.rows()
    assert (row.state, queue.chosen()) == (State.known, [])
    queue.want([row.id], Wanted.version)
    assert [r.wanted for r in queue.chosen()] == [Wanted.version]
    queue.choose([row.id], False)
    assert queue.chosen() == []
    queue.choose([row.id], True)
    assert [r.wanted for r in queue.chosen()] == [Wanted.both], "a mark keeps both"


def test_the_same_bytes_twice_in_one_drop_are_noticed_and_no_version_of_one_another(queue: ImportQueue) -> None:
    one, two = queue.take([Path("one.txt"), Path("copy of one.txt")])
    for input_id in (one, two):
        queue.came(input_id, read(draft()))
    assert states(queue) == [State.ready, State.known]
    twin = queue.rows()[1]
    assert "Gate" in remark(twin)
    queue.want([twin.id], Wanted.version)
    assert len(queue.chosen()) == 1


def test_particulars_and_text_are_mended_and_the_bytes_stay(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("gate.txt")])
    queue.came(input_id, read(draft(language="en", language_confidence=0.9)))
    row = queue.rows()[0]
    before = row.draft
    queue.edit(row.id, title="The gate", language="de")
    queue.correct(row.id, "The gate was opened.")
    after = queue.rows()[0]
    assert before
    assert after.draft
    assert (after.draft.title, after.draft.language, after.draft.language_confidence) == ("The gate", "de", None)
    assert (after.text, after.draft.text, after.draft.original) == (
        "The gate was opened.",
        before.text,
        before.original,
    )
    queue.correct(row.id, before.text)
    assert queue.rows()[0].text == "", "as it was read is not corrected"


def test_another_column_reads_all_rows_of_its_table_anew(queue: ImportQueue) -> None:
    table, other = queue.take([Path("log.csv"), Path("gate.txt")])
    queue.came(table, read(draft("One."), draft("Two.", part="#2"), columns=("Speaker", "Words")))
    queue.take_column(queue.rows()[1].id, "Words")
    assert states(queue) == [State.waiting, State.waiting]
    thing = queue.waiting()[0].thing
    assert isinstance(thing, Again)
    assert thing.column == "Words"
    queue.came(table, read(draft("Three.")))
    assert [(row.input, row.column) for row in queue.rows()] == [(table, "Words"), (other, "")]


def test_a_date_that_is_not_understood_is_a_doubt(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("gate.txt")])
    queue.came(input_id, read(draft(published=PrintedDate("03/04/2031"))))
    assert queue.rows()[0].doubtful


def test_when_a_file_was_made_is_a_proposal_and_no_doubt(queue: ImportQueue) -> None:
    (input_id,) = queue.take([Path("gate.pdf")])
    proposed = dates.of_file(PrintedDate("", "2031-05-03T10:00", Precision.minute))
    queue.came(input_id, read(draft(published=proposed)))
    assert not queue.rows()[0].doubtful


def test_format_encoding_and_method_are_named() -> None:
    assert recognised(draft()) == "Text · utf-8 · plain 1"


# --- the window of the queue ---


@pytest.fixture
def dialog(qtbot: QtBot, queue: ImportQueue) -> ImportDialog:
    """A queue with a ready, a known, a failed and a waiting row."""
    ready, known, failed, _ = queue.take([Path("gate.txt"), Path("again.txt"), Path("gone.txt"), Path("late.txt")])
    queue.came(ready, read(draft(published=PrintedDate("3 May 2031", "2031-05-03"))))
    queue.came(known, read(draft("The gate was open."), known=THERE))
    queue.came(failed, Received(Outcome("", error="It is not there.")))
    made = ImportDialog(CATALOGUE, at_once=True)
    qtbot.addWidget(made)
    made.show_rows(queue.rows())
    made.show()
    return made


def test_the_rows_say_how_far_each_is(dialog: ImportDialog) -> None:
    model = dialog.table.queue
    shown = [[model.index(row, place).data() for place in (1, 2)] for row in range(4)]
    assert shown == [
        ["Ready", "gate.txt"],
        ["There already", "gate.txt"],
        ["Failed", "gone.txt"],
        ["Waiting", "late.txt"],
    ]
    assert model.index(2, 3).data() == "It is not there."
    assert dialog.count.text() == "3 of 4 read"
    assert not dialog.add.isEnabled(), "some are still being read"


def test_all_that_is_ready_can_be_added_once_all_is_read(dialog: ImportDialog, queue: ImportQueue) -> None:
    queue.cancel()
    dialog.show_rows(queue.rows())
    assert (dialog.add.isEnabled(), dialog.add.text()) == (True, "&Add 1 article")
    assert dialog.count.text() == "1 ready, 1 there already, 1 failed, 1 cancelled"


def test_the_space_bar_marks_and_delete_takes_out(qtbot: QtBot, dialog: ImportDialog) -> None:
    ids = [row.id for row in dialog.table.queue.rows_now()]
    dialog.table.select(ids[0])
    with qtbot.waitSignal(dialog.table.marked) as marked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert marked.args == [[ids[0]], False]
    with qtbot.waitSignal(dialog.remove_wished) as removed:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert removed.args == [[ids[0]]]


def test_buttons_are_offered_for_what_is_selected(dialog: ImportDialog) -> None:
    ids = [row.id for row in dialog.table.queue.rows_now()]
    offered = {}
    for name, id in zip(("ready", "known", "failed", "waiting"), ids, strict=True):
        dialog.table.select(id)
        offered[name] = (dialog.retry.isEnabled(), dialog.cancel.isEnabled())
    assert offered == {
        "ready": (False, False),
        "known": (False, False),
        "failed": (True, False),
        "waiting": (False, True),
    }


def test_the_details_show_what_was_read_and_tell_what_is_typed(
    qtbot: QtBot, dialog: ImportDialog, queue: ImportQueue
) -> None:
    first, details = queue.rows()[0], dialog.details
    details.show_row(first)
    fields = details.form.fields
    assert (fields["title"].read(), fields["published"].read()) == ("Gate", "3 May 2031")
    assert unbroken("3 May 2031") in details.understood.text()
    assert "opened at noon" in details.text.toPlainText()
    fields["publisher"].setFocus()
    qtbot.keyClicks(fields["publisher"], "Herald")
    with qtbot.waitSignal(details.edited) as told:
        details.flush()
    assert told.args == [first.id, "publisher", "Herald"]


def test_for_what_is_there_already_three_ways_are_offered(dialog: ImportDialog, queue: ImportQueue) -> None:
    known = queue.rows()[1]
    dialog.details.show_row(known)
    part = dialog.details.known
    assert part.isVisible()
    assert THERE.article.title in part.by.text()
    assert [part.choice.itemData(n) for n in range(part.choice.count())] == list(map(str, Wanted))


def test_a_table_shows_its_first_rows_and_asks_for_the_column(qtbot: QtBot, dialog: ImportDialog) -> None:
    queue = ImportQueue()
    (input_id,) = queue.take([Path("log.csv")])
    queue.came(input_id, read(draft(), columns=("Speaker", "Words")))
    details = dialog.details
    details.show_row(queue.rows()[0])
    details.show_table("another row", Table(("x",), ()))
    assert details.preview.table.isHidden()
    details.show_table(input_id, Table(("Speaker", "Words"), ((2, ("Ada", "The gate\nwas open.")),)))
    cell = details.preview.table.item(0, 1)
    assert cell
    assert cell.text() == "The gate was open."
    column = details.preview.column
    column.setCurrentIndex(column.findData("Words"))
    with qtbot.waitSignal(details.column_wished) as wished:
        column.activated.emit(column.currentIndex())
    assert wished.args == [input_id, "Words"]


def test_a_narrow_window_puts_the_details_below(dialog: ImportDialog) -> None:
    assert dialog.parts.orientation() is Qt.Orientation.Horizontal
    dialog.resize(760, 640)
    assert dialog.parts.orientation() is Qt.Orientation.Vertical


def test_words_that_run_leftwards_start_at_the_right(dialog: ImportDialog) -> None:
    queue = ImportQueue()
    (input_id,) = queue.take([Path("arabic.txt")])
    queue.came(input_id, read(draft("قال المهندس إن البوابة فتحت.")))
    dialog.details.show_row(queue.rows()[0])
    assert dialog.details.text.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight
