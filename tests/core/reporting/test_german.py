"""A German report says nothing in English. Its data is invented in Greek letters, so all other words are ours."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from factcheck.i18n import REPORT, _texts
from factcheck.reporting import TEMPLATES, Entering, Organisation, ReportOptions, build, pdf
from tests.core.reporting.desk import NOW, Desk, flood

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβγδεζηθικλμνξοπρστυφχψωάέ"
TO_GREEK = str.maketrans(LATIN + LATIN.upper(), GREEK + GREEK.upper())
#: Fields that are no words.
KEPT = re.compile(r"(.*_)?(id|sha256)|key|colour|iso|language")
#: Words that are the same in both languages.
BOTH = {"factcheck", "verify", "SHA", "UTC"}


def in_greek(part: Any) -> Any:
    if isinstance(part, str):
        return part if isinstance(part, Enum) else part.translate(TO_GREEK)
    if isinstance(part, tuple):
        return tuple(in_greek(piece) for piece in part)
    if is_dataclass(part) and not isinstance(part, type):
        told = {f.name: getattr(part, f.name) for f in fields(part)}
        return replace(part, **{name: in_greek(value) for name, value in told.items() if not KEPT.fullmatch(name)})
    return part


def greek_flood() -> Desk:
    desk = flood()
    for records in desk.records._records.values():
        for id, record in records.items():
            records[id] = in_greek(record)
    desk.records._texts = in_greek_values(desk.records._texts)
    desk.findings = [in_greek(finding) for finding in desk.findings]
    return desk


def in_greek_values(texts: dict[str, str]) -> dict[str, str]:
    return {id: in_greek(text) for id, text in texts.items()}


def words(text: str) -> set[str]:
    text = re.sub(r"\b[0-9a-f]{12,64}\b|\{\w+\}", " ", text)
    return set(re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", text))


def catalogue_words(language: str) -> set[str]:
    def texts(area: Any) -> list[str]:
        return [area] if isinstance(area, str) else [text for inner in area.values() for text in texts(inner)]

    return {word.casefold() for table in REPORT for text in texts(_texts(language)[table]) for word in words(text)}


def printed(template: str) -> str:
    desk = greek_flood()
    organisation = Organisation("Δελτίο", method="Ούτως.")
    options = ReportOptions(template=template, language="de", findings=Entering.open, organisation=organisation)
    out = BytesIO()
    pdf.write(build(desk.records, desk.findings, options, now=NOW), out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        titles = [bookmark.get_title() for bookmark in document.get_toc()]
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join([*pages, *titles, document.get_metadata_value("Subject")]).replace("\ufffe\r\n", "")


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_no_english_word_is_left(template: str) -> None:
    german, english = catalogue_words("de"), catalogue_words("en")
    found = {word for word in words(printed(template)) if word not in BOTH}
    assert found
    unknown = {word for word in found if word.casefold() not in german}
    assert not unknown
    assert not {word for word in found if word.casefold() in english - german}


def test_dates_and_numbers_are_written_as_in_german() -> None:
    text = " ".join(printed("full").split())
    assert "14. Juli 2026" in text
    assert "482.113 Bytes" in text
