"""What comes in at the window: quickly where nothing is doubtful, through the queue where something is."""

import threading
from pathlib import Path

import pytest

from factcheck import edits, records
from factcheck.model import Article, Entry
from factcheck.session import Session
from factcheck.store.project import Contents, ProjectFile
from factcheck.ui.dialogs.text import TextDialog
from factcheck.ui.queue import State, Wanted
from tests.ui.window.conftest import ADA
from tests.ui.window.person import CTRL, Key, Person

LOG = "The gate at Orm was opened by hand at noon, the harbour master wrote in the log of that day.\n"


@pytest.fixture
def desk(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    return person


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def titles(person: Person) -> list[str]:
    return [article.title for article in records.articles(person.state())]


def test_a_good_file_is_on_the_desk_at_once_and_its_details_are_offered(desk: Person, tmp_path: Path) -> None:
    desk.import_files(written(tmp_path, "log.txt", LOG))
    article = desk.article("log.txt")
    assert article.id in desk.bench.desk.shown()
    toast = desk.bench.toast.latest()
    assert toast
    assert toast.button.text() == "Details…"
    assert desk.window.queueing.dialog is None


def test_whoever_wants_to_be_asked_is_asked_and_the_wish_is_remembered(desk: Person, tmp_path: Path) -> None:
    desk.act("import_queue")
    desk.queue().at_once.click()
    desk.queue().reject()
    assert not desk.bench.settings.import_at_once
    desk.drop(desk.window, written(tmp_path, "log.txt", LOG))
    assert desk.queue().add.isEnabled()
    assert len(titles(desk)) == 2


def test_many_are_added_together_and_one_undo_takes_all_back(desk: Person, tmp_path: Path) -> None:
    files = [written(tmp_path, f"log{n}.txt", f"Day {n}.\n{LOG}" * (n + 1)) for n in range(4)]
    before = desk.dump()
    desk.import_files(*files)
    assert len(titles(desk)) == 6
    assert "import 4 articles" in desk.text_of("undo")
    assert not desk.queue_is_shown(), "nothing of it is left to be looked at"
    desk.act("undo")
    assert desk.dump() == before
    desk.act("redo")
    assert len(titles(desk)) == 6


def test_articles_are_written_by_a_worker_and_what_is_wished_meanwhile_finds_its_place(
    desk: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker waits until the wish is there: were the wish to wait for the worker, it would come to nothing."""
    wished, apply = threading.Event(), ProjectFile.apply
    writers: list[bool] = []

    def slow(file: ProjectFile, entry: Entry, contents: Contents | None = None) -> Entry:
        here = threading.current_thread() is threading.main_thread()
        assert here or wished.wait(20), "somebody wishes something"
        writers.append(here)
        return apply(file, entry, contents)

    monkeypatch.setattr(ProjectFile, "apply", slow)
    (first, *_) = records.articles(desk.state())
    queueing = desk.window.queueing
    queueing.take([written(tmp_path, f"log{n}.txt", f"Day {n}.\n{LOG}" * (n + 1)) for n in range(3)])
    desk.until(lambda: len(queueing.queue.chosen()) == 3)
    queueing.add(queueing.queue.chosen())
    assert desk.bench.session.lent
    desk.bench.do(lambda state: edits.edit_article(state, first.id, author="Ada"))
    assert writers == []
    wished.set()
    desk.until(lambda: not queueing.adding.busy)
    desk.rest()
    assert (writers.count(False), writers.count(True)) == (3, 1)
    assert len(titles(desk)) == 5
    now = desk.state().get(Article, first.id)
    assert now
    assert now.author == "Ada"


def test_closing_the_project_while_articles_are_written_keeps_those_that_were(
    desk: Person, tmp_path: Path, project: Path
) -> None:
    queueing = desk.window.queueing
    queueing.take([written(tmp_path, f"log{n}.txt", f"Day {n}.\n{LOG}" * (n + 1)) for n in range(3)])
    desk.until(lambda: len(queueing.queue.chosen()) == 3)
    queueing.add(queueing.queue.chosen())
    desk.window.leave_project()
    with Session.open(project, ADA, read_only=True) as session:
        assert len(records.articles(session.records)) > 2
        (last, *_) = session.undoable(1)
        assert last.label == "edit.add_articles"
    desk.window.projects.open(project)
    desk.rest()
    desk.act("undo")
    assert len(titles(desk)) == 2


def test_a_folder_and_a_missing_file_are_all_rows(desk: Person, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(2):
        written(folder, f"log{n}.txt", f"Day {n}. {LOG}" * (n + 1))
    desk.drop(desk.window, folder, tmp_path / "gone.txt")
    desk.queue()
    desk.until(lambda: len(desk.window.queueing.queue.rows()) == 3)
    rows = {row.name: row.state for row in desk.window.queueing.queue.rows()}
    assert rows == {"gone.txt": State.failed, "log0.txt": State.ready, "log1.txt": State.ready}


def test_what_is_mended_in_the_queue_is_what_comes_in_and_the_original_is_kept(desk: Person, tmp_path: Path) -> None:
    path = written(tmp_path, "log.txt", f"Home Sport Weather\n\n{LOG}")
    desk.drop(desk.window, path, tmp_path / "gone.txt")
    dialog = desk.queue()
    row = desk.window.queueing.queue.chosen()[0]
    dialog.table.choose(row.id)
    dialog.details.form.fields["publisher"].replace("Orm Harbour")
    dialog.details.form.fields["published"].replace("3 May 2031")

    def fill(text: TextDialog) -> None:
        text.text.setPlainText(LOG.strip())
        text.compare()

    desk.answering(TextDialog, fill, lambda: desk.click(dialog.details.correct))
    dialog.add.click()
    desk.until(lambda: len(titles(desk)) == 3)
    article = desk.article("log.txt")
    assert records.publisher_name(desk.state(), article) == "Orm Harbour"
    assert article.published
    assert article.published.iso == "2031-05-03"
    first, second = records.versions(desk.state(), article.id)
    assert desk.state().text(second.id) == LOG.strip()
    assert desk.state().text(first.id).startswith("Home Sport")
    assert desk.bench.session.reader.original(second.original_sha256) == path.read_bytes()
    desk.until(lambda: not desk.window.queueing.adding.busy)
    desk.act("undo")
    assert len(titles(desk)) == 2, "one step"


def test_versions_and_new_articles_of_one_import_are_one_step(desk: Person, tmp_path: Path) -> None:
    there = records.articles(desk.state())[0]
    again = written(tmp_path, "again.txt", desk.state().text(there.version_id) + " It said so.")
    desk.drop(desk.window, again, written(tmp_path, "log.txt", LOG))
    dialog = desk.queue()
    desk.until(dialog.known.isEnabled)
    known = [row.id for row in desk.window.queueing.queue.rows() if row.state is State.known]
    dialog.all_wanted.emit(known, str(Wanted.version))
    desk.add_from_queue()
    desk.until(lambda: not desk.window.queueing.adding.busy)
    assert (len(titles(desk)), len(records.versions(desk.state(), there.id))) == (3, 2)
    desk.act("undo")
    assert (len(titles(desk)), len(records.versions(desk.state(), there.id))) == (2, 1)


def test_another_column_of_a_table_gives_other_statements(desk: Person, tmp_path: Path) -> None:
    table = "Who,Words,Place\nAda,The gate was shut.,Orm harbour in the west\nBo,It was open.,Tollen by the old weir\n"
    desk.drop(desk.window, written(tmp_path, "log.csv", table))
    dialog = desk.queue()
    desk.until(dialog.details.preview.table.isVisible)
    column = dialog.details.preview.column
    column.setCurrentIndex(column.findData("Place"))
    column.activated.emit(column.currentIndex())
    desk.until(lambda: "Orm harbour" in dialog.details.text.toPlainText())
    desk.add_from_queue()
    desk.until(lambda: len(titles(desk)) == 3)
    assert "Orm harbour" in desk.state().text(desk.article("log.csv").version_id)


def test_cancelling_leaves_the_project_as_it_was(desk: Person, tmp_path: Path) -> None:
    before = desk.dump()
    desk.window.queueing.take([written(tmp_path, f"log{n}.txt", LOG) for n in range(30)])
    desk.queue_dialog().cancel_all.click()
    desk.until(lambda: not desk.bench.jobs.running("import"))
    assert State.waiting not in {row.state for row in desk.window.queueing.queue.rows()}
    assert desk.dump() == before


def test_more_can_be_dropped_on_the_queue(desk: Person, tmp_path: Path) -> None:
    desk.drop(desk.window, tmp_path / "gone.txt")
    desk.drop(desk.queue(), written(tmp_path, "log.txt", LOG))
    desk.until(lambda: len(desk.window.queueing.queue.chosen()) == 1)
    assert len(titles(desk)) == 2, "with the queue in view nothing is added unasked"


def test_closing_the_project_empties_the_queue(desk: Person, tmp_path: Path) -> None:
    desk.drop(desk.window, tmp_path / "gone.txt")
    assert desk.queue().isVisible()
    desk.window.close_project()
    assert not desk.queue_is_shown()
    assert desk.window.queueing.queue.rows() == []


def test_the_queue_is_reached_and_left_by_keys(desk: Person, tmp_path: Path) -> None:
    files = [written(tmp_path, f"log{n}.txt", f"Day {n}. {LOG}" * (n + 1)) for n in range(2)]
    desk.drop(desk.window, *files)
    dialog = desk.queue()
    desk.until(dialog.add.isEnabled)
    desk.qtbot.keyClick(dialog.table, Key.Key_Space)
    assert len(desk.window.queueing.queue.chosen()) == 1
    desk.qtbot.keyClick(dialog.table, Key.Key_Return, CTRL)
    desk.until(lambda: desk.state().count(Article) == 3)
    desk.until(lambda: not desk.window.queueing.adding.busy)
    desk.qtbot.keyClick(dialog.table, Key.Key_Escape)
    assert not dialog.isVisible()
    assert "read and not added" in desk.told()
