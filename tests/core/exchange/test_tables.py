"""Tables: no cell is ever a formula, and every text comes back."""

import csv
import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from factcheck.errors import ExchangeError
from factcheck.exchange import tables, workbook
from factcheck.exchange.tables import Sheet, guarded, plain, read_csv, write_csv
from factcheck.exchange.workbook import CONTINUED, mark, write_xlsx
from factcheck.progress import Cancelled
from tests.core.exchange.inventing import words

AT = 1_900_000_000
rows = st.lists(st.tuples(words, words, st.integers(-(10**9), 10**9)), max_size=5)


def as_csv(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    write_csv(sheet, out)
    return out.getvalue()


def as_xlsx(*sheets: Sheet) -> bytes:
    out = io.BytesIO()
    write_xlsx(sheets, out, AT, "Floods")
    return out.getvalue()


@given(words)
@example("'=")
@example("''")
@example("'")
@example("'''x")
def test_a_guarded_text_comes_back_and_is_no_formula(text: str) -> None:
    assert plain(guarded(text)) == text
    assert guarded(text)[:1] not in tables.ACTIVE


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'=1"])
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=1", " =1", "'tis", "'", "1", "“=”"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(rows)
def test_csv_comes_back(found: list[tuple[str, str, int]]) -> None:
    heads, *back = read_csv(as_csv(Sheet("claims", ("a", "b", "n"), found)))
    assert heads == ["a", "b", "n"]
    assert back == [[a, b, str(n)] for a, b, n in found]


@given(rows)
def test_no_cell_of_text_begins_like_a_formula(found: list[tuple[str, str, int]]) -> None:
    data = as_csv(Sheet("claims", ("a", "b", "n"), found)).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(data, newline="")):
        assert all(cell[:1] not in tables.ACTIVE for cell in row[:2])


def test_csv_begins_as_spreadsheets_want_it_and_leaves_the_file_open() -> None:
    out = io.BytesIO()
    assert write_csv(Sheet("claims", ("claim",), [("Ä\nb",)]), out) == 1
    assert out.getvalue() == b'\xef\xbb\xbfclaim\r\n"\xc3\x84\nb"\r\n'


def cells(data: bytes, name: str) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python(skip_empty_area=False)


@settings(max_examples=40, deadline=None)
@given(rows)
def test_xlsx_comes_back(found: list[tuple[str, str, int]]) -> None:
    _, *back = cells(as_xlsx(Sheet("claims", ("a", "b", "n"), found)), "claims")
    assert back == [[_held(a), _held(b), n] for a, b, n in found]


def _held(text: str) -> str:
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def test_a_formula_is_a_string() -> None:
    data = as_xlsx(Sheet("claims", ("claim",), [("=1+1",), ("https://example.org",), ("12",)]))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert sheet.count('t="inlineStr"') == 4


def test_the_same_rows_give_the_same_bytes() -> None:
    sheet = Sheet("claims", ("claim",), [("one",), ("two",)])
    assert as_xlsx(sheet) == as_xlsx(sheet)
    assert as_csv(sheet) == as_csv(sheet)


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "\U0001f30a" * 40_000, "y" * 32_767], ids=["long", "emoji", "at the edge"]
)
def test_a_text_too_long_for_a_cell_goes_on_in_another_sheet(text: str) -> None:
    data = as_xlsx(Sheet("claims", ("number", "claim"), [(1, "short"), (2, text)]))
    (*_, (_, first)) = cells(data, "claims")
    assert str(first).endswith(mark(1))
    rest = cells(data, CONTINUED)[1:]
    assert [row[:5] for row in rest] == [[1, "claims", 3, "claim", part] for part in range(2, len(rest) + 2)]
    assert str(first).removesuffix(mark(1)) + "".join(str(row[5]) for row in rest) == text
    assert all(len(str(cell).encode("utf-16-le")) <= 2 * 32_767 for row in cells(data, "claims") for cell in row)


def test_more_rows_than_a_sheet_holds_are_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    with pytest.raises(ExchangeError, match="room for 2 rows"):
        as_xlsx(Sheet("claims", ("n",), [(n,) for n in range(3)]))


def test_a_workbook_says_when_the_project_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(Sheet("claims", ("n",), [])))) as package:
        said = package.read("docProps/core.xml").decode()
    assert "2030-03-17T17:46:40Z" in said
    assert "Floods" in said


def stop(_what: str, _done: int, _total: int) -> None:
    """Progress by which somebody breaks off."""
    raise Cancelled


def test_broken_off_csv_is_told() -> None:
    with pytest.raises(Cancelled):
        write_csv(Sheet("claims", ("n",), [(1,)]), io.BytesIO(), stop)


def test_a_broken_off_workbook_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Cancelled):
        write_xlsx([Sheet("claims", ("n",), [(1,)])], io.BytesIO(), AT, progress=stop)
    assert list(tmp_path.iterdir()) == []
