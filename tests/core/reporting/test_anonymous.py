"""Claimants called by letters."""

from dataclasses import fields, is_dataclass
from io import BytesIO

import pypdfium2
import pytest

from factcheck.model import Note, Reader
from factcheck.reporting import Report, ReportOptions, build, pdf, record
from factcheck.reporting.anonymous import _letter
from tests.core.reporting.desk import NOW, Desk, flood


def anonymous(desk: Desk, language: str = "en") -> Report:
    return build(desk.records, desk.findings, ReportOptions(anonymous=True, language=language), now=NOW)


def strings(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [text for piece in part for text in strings(piece)]
    if is_dataclass(part):
        return [text for field in fields(part) for text in strings(getattr(part, field.name))]
    return []


def brink() -> Desk:
    desk = Desk()
    article = desk.article(
        "“We knew,” Ada Brink said. ADA BRINK left.",
        title="What Ada  Brink knew",
        author="Ada Brink",
        url="https://post.example/ada-brink",
    )
    claim = desk.claim(
        "Ada Brink knew of it.",
        claimant="Ada Brink",
        role="Mayor of Tollen",
        reply="Brink did not answer.",
        limits="Brinkmann and the brink of ruin stay; Brink's aide is gone.",
    )
    desk.appears(claim, article, "We knew,” Ada")
    desk.evidence(claim, Note("Called Brink at noon."))
    desk.verdict(claim, "true", "Brink knew.", "She says so [1].", who="Brink & Sons")
    desk.verdict(claim, "false", "Brink did not.", reader=Reader.second)
    return desk


def test_a_claimant_is_a_letter_wherever_the_name_stands() -> None:
    report = anonymous(brink())
    (claim,) = report.claims
    assert (claim.claimant, claim.wording) == ("Claimant A", "Claimant A knew of it.")
    assert claim.reply is not None
    assert claim.reply.answer == ("Claimant A did not answer.",)
    assert report.articles[0].title == "What Claimant A knew"
    assert report.articles[0].author == "Claimant A"
    assert claim.second is not None
    assert claim.second.summary == ("Claimant A did not.",)
    assert all("Mayor" not in text for text in strings(report))


def test_words_that_only_look_like_the_name_stay() -> None:
    (claim,) = anonymous(brink()).claims
    assert claim.limits == ("Brinkmann and the brink of ruin stay; Claimant A's aide is gone.",)


def test_a_name_at_the_edge_of_a_mark_is_replaced_as_a_whole() -> None:
    words = anonymous(brink()).claims[0].appearances[0].words
    assert [(run.text, run.marked) for run in words] == [
        ("“", False),
        ("We knew,” Claimant A", True),
        (" said. Claimant A left.", False),
    ]


def test_addresses_and_the_names_of_checkers_stay_and_the_report_says_so() -> None:
    report = anonymous(brink())
    assert report.articles[0].url == "https://post.example/ada-brink"
    assert report.claims[0].verdict is not None
    assert report.claims[0].verdict.who == "Brink & Sons"
    out = BytesIO()
    pdf.write(report, out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        first = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "Claimants are called by letters in this report." in first


def test_the_same_claimant_has_one_letter_and_another_the_next() -> None:
    desk = Desk()
    for name in ("Water Office", "Elin Sarr", "water  office", "", "Sarr"):
        desk.claim("A claim", claimant=name)
    assert [claim.claimant for claim in anonymous(desk, "de").claims] == [
        "Urheber A", "Urheber B", "Urheber A", "", "Urheber B",
    ]  # fmt: skip


def test_no_claimant_of_a_rich_project_is_left() -> None:
    desk = flood()
    names = {claim.claimant for claim in build(desk.records, (), ReportOptions()).claims if claim.claimant}
    found = anonymous(desk)
    assert names
    for text in strings(found):
        assert not any(name.casefold() in text.casefold() for name in names if not text.startswith("http")), text


def test_the_record_that_a_report_carries_names_nobody_and_makes_it_again() -> None:
    desk = brink()
    options = ReportOptions("What Ada Brink knew", anonymous=True)
    report = build(desk.records, desk.findings, options)
    assert "Brink" not in report.record.replace("Brink & Sons", "")
    assert build(desk.records, desk.findings, record.from_text(report.record).options) == report


def test_claimants_of_claims_that_stay_at_home_are_letters_too() -> None:
    desk = brink()
    other = desk.claim("Another claim by the man whom Ada Brink met", claimant="Jonas Ilves")
    wanted = desk.claim("Jonas Ilves met Ada Brink.", claimant="Water Office")
    options = ReportOptions(anonymous=True, claim_ids=(wanted.id,))
    assert build(desk.records, (), options).claims[0].wording == "Claimant C met Claimant B."
    assert other.claimant == "Jonas Ilves"


@pytest.mark.timeout(60)
def test_thousands_of_claimants_take_no_time() -> None:
    desk = Desk()
    for n in range(2000):
        desk.claim(f"Witness number {n} was heard by Person{n} Surname{n}.", claimant=f"Person{n} Surname{n}")
    claims = anonymous(desk).claims
    assert claims[1999].wording == f"Witness number 1999 was heard by Claimant {_letter(1999)}."


def test_letters_go_on_after_z() -> None:
    assert [_letter(n) for n in (0, 25, 26, 27, 52, 701, 702)] == ["A", "Z", "AA", "AB", "BA", "ZZ", "AAA"]
