"""The record that a report carries."""

import json
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReportError
from factcheck.reporting import Origin, ReportOptions, build, pdf, record
from tests.core.reporting.desk import NOW, flood

any_text = st.text(max_size=20) | st.just("--><script>&amp;</script>")


@given(title=any_text, claims=st.none() | st.lists(any_text, max_size=3), made=st.none() | st.integers(0, 2**40))
def test_a_record_comes_back_equal_and_ends_no_comment(title: str, claims: list[str] | None, made: int | None) -> None:
    options = ReportOptions(title, claim_ids=None if claims is None else tuple(claims))
    written = record.ReportRecord(Origin("ab", "cd", 7), made, options)
    text = record.to_text(written)
    assert record.from_text(text) == written
    assert text.isascii()
    assert "--" not in text
    assert not set("<>&\n") & set(text)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"program": 1}', "[" * 100_000, "no JSON", '{"program":"1","made":"x"}']
)
def test_what_is_no_record_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ReportError, match="altered, or another version"):
        record.from_text(text)


def test_an_unknown_setting_is_not_passed_over() -> None:
    text = record.to_text(record.ReportRecord(Origin(), None)).replace('"checker"', '"chequer"')
    with pytest.raises(ReportError):
        record.from_text(text)


def test_a_pdf_carries_the_record_it_was_made_with() -> None:
    desk, out = flood(), BytesIO()
    made = build(desk.records, desk.findings, ReportOptions(checker="Mina"), now=NOW, origin=Origin("ab" * 32, "cd", 3))
    pdf.write(made, out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        fonts, carried = (document.get_attachment(i) for i in range(document.count_attachments()))
        assert (fonts.get_name(), carried.get_name()) == (record.FONTS, record.NAME)
        assert len(json.loads(bytes(fonts.get_data()))) > 1
        text = bytes(carried.get_data()).decode()
    assert record.from_text(text).options.checker == "Mina"
    assert record.from_text(text).origin == Origin("ab" * 32, "cd", 3)
    assert record.from_text(text).made == NOW
