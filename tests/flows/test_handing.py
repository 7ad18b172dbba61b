"""A project is handed over in every form: whole or not at all, without what is withheld, and back again."""

import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from factcheck import edits, handing, records, workflow
from factcheck.errors import ExchangeError, FactCheckError, ProjectFileError, ReportError
from factcheck.exchange import annotations, coded_texts
from factcheck.exchange.claimreview import Published
from factcheck.exchange.tables import read_csv
from factcheck.handing import SUFFIXES, As, Table, Wish, hand_over
from factcheck.model import RECORD_TYPES, Article, Claim, Evidence
from factcheck.progress import Cancelled
from factcheck.session import Session
from factcheck.store import check, sending
from factcheck.workflow import proposals
from tests.store.filled import RECORD, filled
from tests.store.making import WHO, dump

FORMS = list(As)
PAGE = Published("https://paper.example/floods")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("handing") / "floods.factcheck"
    filled(path)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    return Path(shutil.copy(made, tmp_path / "own"))


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with Session.open(path, WHO) as opened:
        yield opened


def written(session: Session, folder: Path, form: As, **chosen: object) -> Path:
    """An export in a folder, by the name that goes with its form."""
    target = folder / f"out{SUFFIXES[form]}"
    hand_over(session, target, Wish(form, published=PAGE, **chosen))  # type: ignore[arg-type] # fields of Wish
    return target


# --- there and back ---------------------------------------------------------------------------------------------------


def test_json_makes_an_equal_project(session: Session, tmp_path: Path) -> None:
    source = written(session, tmp_path, As.json)
    with workflow.project_from(tmp_path / "again.factcheck", WHO, source) as again:
        assert dump(again.records) == dump(session.records)
        assert again.reader.original(RECORD.sha256) == b"hello\n"
        for article in session.records.each(Article):
            assert again.records.text(article.version_id) == session.records.text(article.version_id)
            assert again.reader.original_of(article.id) == session.reader.original_of(article.id)
        assert again.next_undo is None
        second = tmp_path / "second.json"
        hand_over(again, second, Wish(As.json))
    assert second.read_bytes() == source.read_bytes()
    assert list(check.problems(tmp_path / "again.factcheck")) == []


def test_chosen_claims_as_json_make_a_project_that_proves(session: Session, tmp_path: Path) -> None:
    chosen = records.claims(session.records)[1]
    source = written(session, tmp_path, As.json, claim_ids=(chosen.id,))
    with workflow.project_from(tmp_path / "again.factcheck", WHO, source) as again:
        assert list(again.records.each(Claim)) == [chosen]
        assert edits.add_claims(again.records, [{"wording": "More."}])[1][0].number == chosen.number + 1
        assert [article.title for article in again.records.each(Article)] == ["Daily"]
    assert list(check.problems(tmp_path / "again.factcheck")) == []


def test_no_project_is_made_of_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{}")
    with pytest.raises(ExchangeError):
        workflow.project_from(tmp_path / "again.factcheck", WHO, tmp_path / "bad.json")
    assert not (tmp_path / "again.factcheck").exists()


def test_a_workbook_has_its_sheets(session: Session, tmp_path: Path) -> None:
    book = CalamineWorkbook.from_path(str(written(session, tmp_path, As.xlsx)))
    assert book.sheet_names == ["claims", "appearances", "evidence", "findings", "facts"]
    claims = book.get_sheet_by_name("claims").to_python()
    assert claims[1][claims[0].index("rationale")] == "=See [1]"
    findings = book.get_sheet_by_name("findings").to_python()
    rulings = {row[findings[0].index("fact")]: row[findings[0].index("ruling")] for row in findings[1:]}
    assert "houses" in rulings
    assert len(book.get_sheet_by_name("facts").to_python()) > 1


def test_a_workbook_of_too_many_articles_has_no_findings_and_says_so(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposals, "AFFORDABLE", 100)
    made = hand_over(session, tmp_path / "out.xlsx", Wish(As.xlsx))
    assert CalamineWorkbook.from_path(str(made.path)).sheet_names == ["claims", "appearances", "evidence"]
    assert [remark.key for remark in made.remarks] == ["not_matched"]


@pytest.mark.parametrize("table", list(Table))
def test_each_table_can_be_had_as_csv(session: Session, tmp_path: Path, table: Table) -> None:
    heads, *rows = read_csv(written(session, tmp_path, As.csv, table=table).read_bytes())
    assert rows
    assert all(len(row) == len(heads) for row in rows)
    assert "withheld" not in heads


def test_claims_can_be_chosen_for_tables_too(session: Session, tmp_path: Path) -> None:
    second = records.claims(session.records)[1]
    heads, *rows = read_csv(written(session, tmp_path, As.csv, claim_ids=(second.id,)).read_bytes())
    assert [row[heads.index("claim_id")] for row in rows] == [second.id]
    book = CalamineWorkbook.from_path(str(written(session, tmp_path, As.xlsx, claim_ids=(second.id,))))
    assert "facts" not in book.sheet_names
    assert len(book.get_sheet_by_name("appearances").to_python()) == 2


def test_passages_come_back_from_annotations_and_codes(session: Session, tmp_path: Path) -> None:
    passages = annotations.read(written(session, tmp_path, As.annotations).read_bytes())
    assert len(passages) == 4
    project = coded_texts.read(written(session, tmp_path, As.qdpx).read_bytes())
    found = sorted(text.text[one.start : one.end] for text in project.texts for one in text.selections)
    assert found == sorted(one.passage.exact for one in passages)


def test_the_same_project_gives_the_same_bytes_in_every_form(session: Session, tmp_path: Path) -> None:
    for form in FORMS:
        first = written(session, tmp_path, form)
        (tmp_path / "again").mkdir(exist_ok=True)
        assert first.read_bytes() == written(session, tmp_path / "again", form).read_bytes(), form


# --- the copy ---------------------------------------------------------------------------------------------------------


def test_a_copy_is_read_proves_and_is_not_written(session: Session, tmp_path: Path) -> None:
    copy = written(session, tmp_path, As.copy)
    assert list(check.problems(copy)) == []
    with Session.open(copy, WHO, read_only=True) as opened:
        assert opened.head == session.head
        assert dump(opened.records) == dump(session.records)
        sent = opened.reader.sent()
        assert sent is not None
        assert sent.head == session.head
        with pytest.raises(FactCheckError, match="not in this copy"):
            opened.reader.original(RECORD.sha256)
    with pytest.raises(ProjectFileError, match=r"is a copy for reading, of the project as it was on \d{4}-\d\d-\d\d;"):
        Session.open(copy, WHO)
    assert session.reader.sent() is None


def test_nothing_of_an_original_is_left_in_a_copy(session: Session, path: Path, tmp_path: Path) -> None:
    copy = written(session, tmp_path, As.copy)
    with closing(sqlite3.connect(path)) as connection:
        packed = [row[0] for row in connection.execute("SELECT packed FROM originals")]
    assert packed
    assert not any(part[:40] in copy.read_bytes() for part in packed)


def test_a_copy_of_a_copy_can_be_made(session: Session, tmp_path: Path) -> None:
    copy = written(session, tmp_path, As.copy)
    with Session.open(copy, WHO, read_only=True) as opened:
        again = tmp_path / "again.factcheck"
        hand_over(opened, again, Wish(As.copy))
    assert list(check.problems(again)) == []
    with Session.open(again, WHO, read_only=True) as opened:
        assert opened.head == session.head


def test_a_project_is_never_replaced_by_a_copy(session: Session, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ReportError, match="never replaced"):
        hand_over(session, path, Wish(As.copy))
    assert path.read_bytes() == before


# --- what stays -------------------------------------------------------------------------------------------------------

HIDDEN = "The mayor's name is Zebulon"


@pytest.fixture
def withholding(session: Session) -> Session:
    """A project that withholds a claim, an article and a piece of evidence, each of which says the secret."""
    state = session.records
    first, second = records.claims(state)
    other = next(article for article in state.each(Article) if article.title == "Weekly")
    session.do(edits.edit_claim(state, second.id, "wording", HIDDEN))
    session.do(edits.edit_article(state, other.id, title=HIDDEN))
    note = next(
        item
        for item in state.where(Evidence, claim_id=first.id)
        if item.order == max(one.order for one in state.where(Evidence, claim_id=first.id))
    )
    session.do(edits.edit_evidence(state, note.id, comment=HIDDEN))
    session.do(edits.withhold(state, [second.id, other.id, note.id]))
    return session


def inside(path: Path) -> bytes:
    """All that a file holds, unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist())


@pytest.mark.parametrize("form", [form for form in FORMS if form not in (As.copy, As.csv)])
def test_what_is_withheld_is_in_no_export(withholding: Session, tmp_path: Path, form: As) -> None:
    data = inside(written(withholding, tmp_path, form))
    assert data
    assert b"Zebulon" not in data
    assert "\U0001f30a ".encode() not in data  # the text of the article


@pytest.mark.parametrize("table", list(Table))
def test_what_is_withheld_is_in_no_table(withholding: Session, tmp_path: Path, table: Table) -> None:
    data = written(withholding, tmp_path, As.csv, table=table).read_bytes()
    assert b"Zebulon" not in data
    assert "\U0001f30a ".encode() not in data


def test_a_copy_would_hand_on_what_is_withheld_and_is_refused(withholding: Session, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="withholds"):
        written(withholding, tmp_path, As.copy)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own"]


# --- whole or not at all ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_broken_off_the_old_file_stays(session: Session, tmp_path: Path, form: As) -> None:
    target = tmp_path / "old"
    target.write_bytes(b"old")

    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        hand_over(session, target, Wish(form, published=PAGE), stop)
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old", "own"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full here")
def test_on_a_full_disk_nothing_is_left_and_it_is_told(
    session: Session, tmp_path: Path, form: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old"
    target.write_bytes(b"old")
    really = Path.open

    def full(path: Path, mode: str = "r", *more: Any, **named: Any) -> object:
        return really(Path("/dev/full"), "wb") if mode == "xb" else really(path, mode, *more, **named)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(ReportError, match="no space left on device; an older file there is as it was"):
        hand_over(session, target, Wish(form, published=PAGE))
    monkeypatch.undo()
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="modes of files are another thing elsewhere")
def test_a_file_that_may_not_be_written_is_left_alone(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "old.csv"
    target.write_bytes(b"old")
    target.chmod(0o444)
    if os.access(target, os.W_OK):
        pytest.skip("this user may write everything")
    with pytest.raises(ReportError, match="read-only"):
        hand_over(session, target, Wish(As.csv))
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(("name", "form"), [("a.xlsx", As.xlsx), ("a.CSV", As.csv), ("a.factcheck", As.copy)])
def test_the_ending_says_what_it_is(name: str, form: As) -> None:
    assert handing.form_of(Path(name)) is form


@pytest.mark.parametrize("name", ["a", "a.pdf", "a.jsonld"])
def test_an_ending_that_does_not_say_is_told(name: str) -> None:
    with pytest.raises(ExchangeError, match="csv, xlsx, json, claimreview, annotations, qdpx, copy"):
        handing.form_of(Path(name))


def test_an_empty_project_goes_out_in_every_form(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    with workflow.new_project(tmp_path / "own" / "empty.factcheck", WHO) as session:
        for form in FORMS:
            assert written(session, tmp_path, form).stat().st_size
        back = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        assert back["claims"] == []
        assert len(RECORD_TYPES) == len([name for name in back if isinstance(back[name], list)])


def test_a_copy_that_is_broken_off_half_way_leaves_nothing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_OFTEN", 10)
    calls = 0

    def stop(_what: str, _done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls > 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hand_over(session, tmp_path / "copy.factcheck", Wish(As.copy), stop)
    assert calls == 21
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own"]
