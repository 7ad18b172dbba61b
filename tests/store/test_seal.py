"""What only a seal can prove: that nothing was cut off the end of a history, and nothing written anew."""

from pathlib import Path

import pytest

from factcheck import edits
from factcheck.errors import ProjectFileError
from factcheck.model import Who
from factcheck.session import Session
from factcheck.store import seal
from factcheck.store.check import problems
from factcheck.store.seal import Seal
from tests.store.forging import AT, SEQUENCE, WHO, Row, back_date, cut, forge, say_instead
from tests.store.making import WHO as ADA
from tests.store.making import add_article, add_claim, new_session


@pytest.fixture
def sealed(path: Path) -> Seal:
    """The seal of a closed project in which a verdict was given."""
    with new_session(path) as session:
        claim = add_claim(session, add_article(session), 1)
        session.do(edits.set_verdict(session.records, claim.id, "half", ADA))
        session.do(edits.edit_project(session.records, method="By telephone."))
        session.do(edits.edit_claim(session.records, claim.id, "topic", "houses"))
        made = session.seal()
    assert list(problems(path, sealed=made)) == []
    return made


def add_something(path: Path) -> None:
    with Session.open(path, Who("Bea", "b-1")) as session:
        add_article(session, "Weekly", text="Another text.")


def test_a_history_that_goes_on_is_still_the_one_that_was_sealed(path: Path, sealed: Seal) -> None:
    add_something(path)
    assert list(problems(path, sealed=sealed)) == []


def test_a_tail_cut_off_with_all_that_follows_from_it_is_seen_by_the_seal_alone(path: Path, sealed: Seal) -> None:
    forge(path, cut(2))
    assert list(problems(path)) == []
    (said,) = problems(path, sealed=sealed)
    assert said.startswith(f"Seal: {sealed.entries} entries were sealed")
    assert f"only {sealed.entries - 2} are left" in said


def test_a_tail_cut_off_and_grown_again_is_seen(path: Path, sealed: Seal) -> None:
    forge(path, cut(1))
    add_something(path)
    (said,) = problems(path, sealed=sealed)
    assert said.startswith(f"Seal: entry {sealed.entries} is not the one sealed")


def _another_person(rows: list[Row]) -> list[Row]:
    for row in rows[2:]:
        row[WHO] = "Somebody else"
    return rows


def _one_entry_less(rows: list[Row]) -> list[Row]:
    """The last but one goes; the last takes its number."""
    rows = [*rows[:-2], rows[-1]]
    rows[-1][SEQUENCE] = rows[-1][8] = len(rows)
    return rows


def _last_back_dated(rows: list[Row]) -> list[Row]:
    rows[-1][AT] -= 1
    return rows


@pytest.mark.parametrize(
    "change", [say_instead('"rating":"half"', '"rating":"true"'), _another_person, _last_back_dated, _one_entry_less]
)
def test_a_history_written_anew_with_all_that_follows_from_it_is_seen_by_the_seal_alone(
    path: Path, sealed: Seal, change: object
) -> None:
    forge(path, change)  # type: ignore[arg-type] # of several functions mypy only knows that they are objects
    assert list(problems(path)) == []
    (said,) = problems(path, sealed=sealed)
    assert said.startswith("Seal: ")


def test_a_history_written_anew_from_the_start_is_none_that_was_sealed(path: Path, sealed: Seal) -> None:
    forge(path, back_date)
    assert list(problems(path)) == []
    assert list(problems(path, sealed=sealed)) == [
        "Seal: it is of another project, or the history was written anew from its first entry."
    ]


def test_a_seal_is_text_that_can_be_read_again(path: Path, sealed: Seal, tmp_path: Path) -> None:
    file = tmp_path / "floods.seal.txt"
    for ends in ("\n", "\r\n"):
        file.write_text(seal.to_text(sealed), encoding="utf-8", newline=ends)
        assert seal.read(file) == sealed
    assert len(seal.to_text(sealed)) < 500
    assert path.stem not in seal.to_text(sealed), "it can be made public without telling what it is of"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"factcheck seal 1\n",
        b"factcheck seal 2\nfirst a\nentries 1\nhead b\nsealed 2026-01-01T00:00:00Z\n",
        b"factcheck seal 1\nfirst a\nentries many\nhead b\nsealed 2026-01-01T00:00:00Z\n",
        b"factcheck seal 1\nfirst a\nentries 1\nhead b\nsealed yesterday\n",
        b"factcheck seal 1\nfirst a\n" + b"entries 1" * 10_000,
    ],
)
def test_what_is_no_seal_is_refused(tmp_path: Path, text: bytes) -> None:
    file = tmp_path / "seal.txt"
    file.write_bytes(text)
    with pytest.raises(ProjectFileError, match="no seal"):
        seal.read(file)


def test_a_seal_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="cannot be read"):
        seal.read(tmp_path / "nothing.txt")
