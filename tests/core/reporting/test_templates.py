"""Kinds of reports: which blocks they have, what order their claims stand in, and that each can be printed."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from factcheck.errors import NotFoundError, ReportError
from factcheck.i18n import languages
from factcheck.model import Article, Claim, Link, MediaAppearance, Medium, Reader, ReasonType, Verb
from factcheck.reporting import TEMPLATES, Entering, Order, Organisation, Report, ReportOptions, build, pdf
from factcheck.reporting.templates import Block, Part, Template
from tests.core.reporting.desk import DAY, NOW, Desk, flood


def made(desk: Desk, **chosen: object) -> Report:
    return build(desk.records, desk.findings, ReportOptions(**chosen), now=NOW)  # type: ignore[arg-type] # fields that exist


def text_of(report: Report) -> str:
    return "\n".join(pages_of(report))


def pages_of(report: Report) -> list[str]:
    out = BytesIO()
    pdf.write(report, out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def logo(size: tuple[int, int] = (40, 20)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (10, 80, 120)).save(out, "PNG")
    return out.getvalue()


# --- blocks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", list(languages()))
@pytest.mark.parametrize("key", list(TEMPLATES))
def test_every_template_is_printed_in_every_language_whatever_is_in_the_project(key: str, language: str) -> None:
    for desk in (flood(), Desk()):
        assert text_of(made(desk, template=key, language=language))


@pytest.mark.parametrize("block", [block for block in Block if block is not Block.contents])
def test_a_template_may_consist_of_one_block(block: Block) -> None:
    report = made(flood())
    assert pages_of(replace(report, template=Template("full", (Block.claims, Block.articles, block), tuple(Part))))


def test_a_wording_of_some_lines_stays_on_one_page() -> None:
    desk = Desk()
    wording = "Six lines say who opened which gate at what hour of the night, " * 6 + "one of them says."
    for _ in range(12):
        desk.verdict(desk.claim(wording), "true", "Short.")
    read = pages_of(replace(made(desk), template=Template("bare", (Block.claims,))))
    assert len(read) > 2
    assert sum(page.count(wording) for page in read) == 12


def test_an_unknown_template_is_named_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"poster.*full"):
        made(Desk(), template="poster")


def test_a_claim_page_carries_head_verdict_and_contradictions_and_begins_with_its_claim() -> None:
    report = made(flood(), template="claim")
    first = [page for page in pages_of(report) if "FACT CHECK" in page]
    assert len(first) == len(report.claims)
    for page, claim in zip(first, report.claims, strict=True):
        assert f"Claim {claim.number} " in page
        assert claim.badge.label in page
    assert "Hospitals count the dead" in text_of(report)


def test_a_corrections_notice_says_what_was_published_what_holds_and_why() -> None:
    report = made(flood(), template="corrections")
    assert [claim.number for claim in report.claims] == [1]
    text = text_of(report)
    parts = [
        "What was published",
        "The office gave the figure on the record.",
        "Why",
        "the higher figure is the earlier",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Engineers inspected the weir" not in text
    assert not report.contradictions


def test_a_corrections_notice_without_corrections_says_so() -> None:
    desk = Desk()
    desk.verdict(desk.claim("A claim"), "true")
    assert "No verdict was changed after publication." in text_of(made(desk, template="corrections"))


def test_a_desk_sheet_lists_what_is_missing_and_leaves_room_to_sign() -> None:
    text = text_of(made(flood(), template="desk"))
    assert "The verdict has no rationale." in text
    assert text.count("Date, signature") == 3 * (10 + 1)
    assert "Read second by Per Lindqvist" in text or "Per Lindqvist" in text


# --- who publishes ----------------------------------------------------------------------------------------------------


def test_the_organisation_stands_on_the_first_page_with_its_method_and_logo() -> None:
    organisation = Organisation("Valley Desk", "#0a5078", "We check facts.\nEvery correction is printed.", logo())
    report = made(flood(), organisation=organisation)
    assert report.method[:2] == ("We check facts.", "Every correction is printed.")
    out = BytesIO()
    pdf.write(report, out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        assert "Valley Desk" in document[0].get_textpage().get_text_bounded()
        pictures = [o for o in document[0].get_objects() if o.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        assert len(pictures) == 1
        left, bottom, right, top = pictures[0].get_bounds()
        assert (right - left) / (top - bottom) == pytest.approx(2, rel=0.02)


def test_equal_logos_make_equal_bytes() -> None:
    report = made(Desk(), organisation=Organisation(logo=logo()))
    one, other = BytesIO(), BytesIO()
    pdf.write(report, one)
    pdf.write(report, other)
    assert one.getvalue() == other.getvalue()


@pytest.mark.parametrize("data", [b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, logo((5000, 1)), b"x" * 5_000_000])
def test_what_is_no_picture_of_a_decent_size_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="logo"):
        pdf.write(made(Desk(), organisation=Organisation(logo=data)), BytesIO())


# --- order ------------------------------------------------------------------------------------------------------------


def numbers(desk: Desk, order: Order, **chosen: object) -> list[int]:
    return [claim.number for claim in made(desk, order=order, **chosen).claims]


def test_claims_stand_as_chosen_or_by_number() -> None:
    desk = Desk()
    ids = [desk.claim(f"Claim {n}").id for n in (1, 2, 3)]
    assert numbers(desk, Order.given, claim_ids=(ids[2], ids[0])) == [3, 1]
    assert numbers(desk, Order.number, claim_ids=(ids[2], ids[0])) == [1, 3]
    assert numbers(desk, Order.given) == [1, 2, 3]


def test_by_verdict_they_stand_as_on_the_scale_and_undecided_ones_last() -> None:
    desk = Desk()
    for rating in ("true", "", "false", "true", "half-true"):
        claim = desk.claim("A claim")
        if rating:
            desk.verdict(claim, rating)
    assert numbers(desk, Order.verdict) == [3, 5, 1, 4, 2]


def test_by_topic_those_without_one_stand_last() -> None:
    desk = Desk()
    for topic in ("water", "", "Dams", "water"):
        desk.claim("A claim", topic=topic)
    assert numbers(desk, Order.topic) == [3, 1, 4, 2]


def test_by_first_appearance_times_are_compared_across_zones() -> None:
    desk = Desk()
    for published in ("2026-03-12", "", "2026-03-11T23:30:00-05:00", "2026-03-12T03:00:00+01:00"):
        article = desk.article("The words stand here.", published=published)
        desk.appears(desk.claim("A claim"), article, "The words")
    assert numbers(desk, Order.appearance) == [1, 4, 3, 2]


# --- timeline, tally, figures -----------------------------------------------------------------------------------------


def test_the_timeline_runs_from_the_oldest_appearance_to_the_undated() -> None:
    desk = Desk()
    late, early, undated = (
        desk.article("The words stand here.", published=p) for p in ("2026-03-14", "2026-03-12", "")
    )
    claim = desk.claim("A claim")
    for article in (late, undated, early):
        desk.appears(claim, article, "The words")
    moments = made(desk).timeline
    assert [(m.date, m.iso, m.first, m.words) for m in moments] == [
        ("12 March 2026", "2026-03-12", False, "The words"),
        ("14 March 2026", "2026-03-14", True, "The words"),
        ("", "", False, "The words"),
    ]


def test_recordings_stand_in_the_timeline_too() -> None:
    desk = Desk()
    claim = desk.claim("A claim")
    film = Link("https://tv.example/1", "Evening film", "TV", date="2026-03-13")
    desk.records.add(MediaAppearance("m1", claim.id, 0, Medium.video, film, "00:12:05", "It broke at one."))
    desk.appears(claim, desk.article("The words stand here.", published="2026-03-14"), "The words")
    moments = made(desk).timeline
    assert [(m.date, m.iso, m.first, m.words) for m in moments] == [
        ("13 March 2026", "2026-03-13", True, "It broke at one."),
        ("14 March 2026", "2026-03-14", False, "The words"),
    ]


def test_verdicts_are_counted_in_the_order_of_the_scale() -> None:
    counted = [(tally.badge.label, tally.number) for tally in made(flood()).verdicts]
    assert counted == [
        ("False", 1), ("Mostly false", 1), ("Half true", 1), ("Mostly true", 1), ("True", 1),
        ("Not checkable", 1), ("No verdict", 4),
    ]  # fmt: skip


def bars(values: list[str], differ: ReasonType = ReasonType.number, amounts: list[float] | None = None) -> list[float]:
    desk = Desk()
    article = desk.article("It is so.", publisher="Post")
    desk.finding("fact", {value: [(article, "It is so.", "")] for value in values}, reasons=("why",), differ=differ)
    if amounts:
        finding = desk.findings.pop()
        pairs = zip(finding.positions, amounts, strict=True)
        positions = tuple(replace(position, amount=amount) for position, amount in pairs)
        desk.findings.append(replace(finding, positions=positions))
    (section,) = made(desk).contradictions
    return [bar.number for bar in section.bars]


def test_figures_of_one_kind_are_drawn_beside_one_another() -> None:
    assert bars(["1,200 homes", "800 homes"]) == [1200, 800]
    assert bars(["3.5 m", "4 m"], ReasonType.quantity) == [3.5, 4]
    assert bars(["seventeen dead", "two dozen"], amounts=[17, 24]) == [17, 24]


def test_what_is_no_figure_or_of_another_kind_is_not_drawn() -> None:
    assert bars(["24 dead", "24 hurt"]) == []
    assert bars(["24 dead", "some dead"]) == []
    assert bars(["3 to 4 m", "5 m"]) == []
    assert bars(["0 homes", "0  homes "]) == []
    assert bars(["1.30 a.m.", "3 a.m."], ReasonType.time) == []
    assert bars(["1200 homes", "800 homes"], ReasonType.date) == []


# --- which findings, which claims -------------------------------------------------------------------------------------


def test_no_findings_enter_if_none_are_wanted() -> None:
    report = made(flood(), findings=Entering.none)
    assert not report.contradictions
    assert not report.agreements
    assert all(not claim.disputes for claim in report.claims)


@pytest.mark.parametrize("key", list(TEMPLATES))
def test_what_is_withheld_shows_in_no_report(key: str) -> None:
    desk = flood()
    first = next(claim for claim in desk.records.each(Claim) if claim.number == 1)
    wire = next(article for article in desk.records.each(Article) if article.title.startswith("Dozens killed"))
    desk.records.add(replace(first, withheld=True), replace(wire, withheld=True))
    report = made(desk, template=key, findings=Entering.open)
    printed = text_of(report) + repr(report)
    for words in (first.wording, wire.title, "The office gave the figure on the record.", "gave way shortly after"):
        assert words not in printed


def test_claims_and_contradictions_lead_to_each_other() -> None:
    desk = Desk()
    one, other = desk.article("Nine died. It rained."), desk.article("Ten died.")
    claims = [desk.claim("Nine died."), desk.claim("It rained."), desk.claim("Ten died.")]
    for claim, article, quote in zip(claims, (one, one, other), ("Nine died.", "It rained.", "Ten died."), strict=True):
        desk.appears(claim, article, quote)
    desk.finding("died", {"9": [(one, "Nine died.", "Nine")], "10": [(other, "Ten died.", "Ten")]}, verb=Verb.scope)
    report = made(desk)
    assert report.contradictions[0].claims == (1, 3)
    assert [claim.disputes for claim in report.claims] == [(1,), (), (1,)]


def test_the_line_of_a_contradiction_beside_a_claim_tells_each_value_once() -> None:
    desk = Desk()
    one, other = desk.article("Nine died."), desk.article("Ten died.")
    positions = {"9": [(one, "Nine died.", "Nine")], "19": [(other, "Ten died.", "Ten")]}
    desk.finding("died, 19 or more", positions)
    desk.finding("9 or 19 died", positions)
    for language in ("en", "de"):
        half_told, told = made(desk, language=language).contradictions
        assert half_told.untold() == ("9", "19")
        assert told.untold() == ()


# --- what is missing --------------------------------------------------------------------------------------------------


def missing(desk: Desk) -> list[tuple[str, str, str]]:
    return [(piece.code, piece.claim_id, piece.record_id) for piece in made(desk).missing]


def test_a_bare_claim_lacks_verdict_appearance_and_evidence() -> None:
    desk = Desk()
    claim = desk.claim("A claim")
    assert missing(desk) == [(code, claim.id, claim.id) for code in ("no_verdict", "no_appearance", "no_evidence")]


def test_each_page_that_is_not_archived_is_named_by_its_record() -> None:
    desk = Desk()
    article = desk.article("The words.", publisher="Post", url="https://post.example/1")
    claim = desk.claim("A claim")
    desk.appears(claim, article, "The words.")
    kept = desk.evidence(claim, Link("https://a.example", publisher="A", archived_url="https://archive.example/a"))
    lost = desk.evidence(claim, Link("https://b.example", publisher="A"))
    desk.verdict(claim, "true", "Summary.", "Rationale.")
    assert missing(desk) == [
        ("no_second_source", claim.id, claim.id),
        ("not_archived", claim.id, lost.id),
        ("not_archived", "", article.id),
    ]
    assert kept.id not in repr(made(desk).missing)
    assert made(desk).claims[0].told() == ()


def test_a_correction_carries_both_verdicts() -> None:
    desk = Desk()
    claim = desk.claim("A claim")
    new = desk.verdict(claim, "false", "It is not.", "Seen since.")
    desk.verdict(claim, "true", "It is.", given=NOW - 4 * DAY, replaced_by=new.id)
    desk.verdict(claim, "true", reader=Reader.second, replaced_by=new.id, given=NOW - 3 * DAY)
    (row,) = made(desk).corrections
    assert row.was is not None
    assert row.now is not None
    assert (row.was.summary, row.now.summary, row.wording) == (("It is.",), ("It is not.",), "A claim")
