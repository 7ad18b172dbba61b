"""What enters a report, and in which words."""

from dataclasses import replace

import pytest

from factcheck.model import Claim, Kind, Reader, Status, Verdict
from factcheck.progress import Cancelled
from factcheck.reporting import Entering, Origin, ReportOptions, build
from factcheck.reporting.report import ClaimSection, Report
from tests.core.reporting.desk import DAY, NOW, Desk, flood


@pytest.fixture(scope="module")
def report() -> Report:
    desk = flood()
    return build(desk.records, desk.findings, ReportOptions(), now=NOW, origin=Origin("ab" * 32))


def section(report: Report, number: int) -> ClaimSection:
    return next(c for c in report.claims if c.number == number)


def test_claims_stand_in_the_order_of_their_numbers_and_withdrawn_ones_are_left_out(report: Report) -> None:
    assert [c.number for c in report.claims] == list(range(1, 11))
    assert "WITHDRAWN" not in repr(report)


def test_a_quote_stands_between_its_neighbouring_sentences_with_the_words_of_the_claim_marked(report: Report) -> None:
    first = section(report, 1).appearances[0]
    assert [(r.text.strip(), r.marked) for r in first.words] == [
        ("Harlow Weir, 12 March.", False),
        ("At least 38 people were killed", True),
        (
            "when the embankment at Harlow Weir gave way shortly after 3 a.m. on Thursday, the regional civil defence office "  # noqa: E501
            "said. More than 2,400 residents were taken to schools and sports halls in three neighbouring districts.",
            False,
        ),
    ]
    assert (first.source.publisher, first.source.date, first.source.article) == ("KPA Wire", "12 March 2026", 1)


def test_a_quote_whose_text_this_copy_lacks_falls_back_on_what_its_anchor_holds() -> None:
    desk = Desk()
    article = desk.article("Before it. The words. After it.")
    claim = desk.claim("A claim")
    desk.appears(claim, article, "The words.")
    desk.records._texts.clear()
    quote = build(desk.records, (), ReportOptions()).claims[0].appearances[0]
    assert "".join(r.text for r in quote.words) == "… Before it. The words. After it. …"


def test_a_verdict_comes_with_its_scale_its_definition_and_its_sign(report: Report) -> None:
    verdict = section(report, 1).verdict
    assert verdict is not None
    assert (verdict.badge.label, verdict.badge.sign, verdict.badge.colour) == ("Mostly false", "¼", "mostly-false")
    assert verdict.scale == "Five steps"
    assert verdict.definition.startswith("The evidence contradicts the claim in the main")
    assert (verdict.who, verdict.date) == ("Mina Okafor", "12 July 2026")


def test_a_missing_verdict_is_stated_plainly(report: Report) -> None:
    sixth = section(report, 6)
    assert sixth.badge.label == "No verdict"
    assert sixth.told()[0] == "No verdict has been given yet."


def test_what_cannot_be_checked_says_so_in_place_of_a_verdict_and_why() -> None:
    desk = Desk()
    article = desk.article("The words.")
    for limits in ("It is a forecast.", ""):
        claim = desk.claim("A claim", status=Status.not_checkable, limits=limits)
        desk.appears(claim, article, "The words.")
    one, other = build(desk.records, (), ReportOptions()).claims
    assert (one.badge.label, one.badge.colour, one.missing) == ("Not checkable", "none", ())
    assert [piece.code for piece in other.missing] == ["no_reason"]


def test_references_lead_to_evidence_that_exists_and_to_none_else(report: Report) -> None:
    verdict = section(report, 1).verdict
    assert verdict is not None
    runs = [run for paragraph in verdict.rationale for run in paragraph]
    assert [r.reference for r in runs if r.reference] == [3, 2, 1, 4]
    assert any("[9]" in r.text and not r.reference for r in runs)


def test_a_second_verdict_is_shown_once_it_is_revealed_and_never_before(report: Report) -> None:
    second = section(report, 1).second
    assert second is not None
    assert second.who == "Per Lindqvist"
    assert section(report, 2).second is None
    assert "SECRET" not in repr(report)


def test_an_earlier_verdict_stays_and_makes_a_correction(report: Report) -> None:
    assert [v.badge.label for v in section(report, 1).earlier] == ["True"]
    assert [(c.claim, c.before.label, c.after.label) for c in report.corrections] == [(1, "True", "Mostly false")]


def test_evidence_is_numbered_and_carries_every_field_that_there_is(report: Report) -> None:
    items = section(report, 1).evidence
    assert [(e.number, e.stance, e.grade) for e in items] == [
        (1, "Refutes", "Primary"),
        (2, "Refutes", "Primary"),
        (3, "Supports", "Secondary"),
        (4, "Context", "Secondary"),
    ]
    assert {f.label: f.value for f in items[1].fields} == {
        "Publisher": "Valley Hospitals Trust",
        "Author": "Dr R. Anand",
        "Date": "13 March 2026",
        "Address": "https://hospitals.example/valley/releases/2026-03-13",
        "Archived": "https://archive.example/20260314/https://hospitals.example/valley/releases/2026-03-13",
        "Accessed": "14 March 2026",
    }
    assert [f.value for f in items[2].fields][-1].startswith("9f86d081")
    assert section(report, 1).publishers == "2 independent publishers"


def test_a_passage_as_evidence_carries_what_is_known_of_its_article() -> None:
    desk = Desk()
    address, kept = "https://post.example/1", "https://archive.example/1"
    article = desk.article("The words.", "A title", "Post", author="A. Brandt", url=address, archived_url=kept)
    desk.evidence(desk.claim("A claim"), desk.passage(article, "The words."))
    (item,) = build(desk.records, (), ReportOptions()).claims[0].evidence
    assert (item.title, item.article) == ("A title", 1)
    assert [(field.label, field.value, field.url) for field in item.fields] == [
        ("Publisher", "Post", ""),
        ("Author", "A. Brandt", ""),
        ("Date", "14 March 2026", ""),
        ("Article", "No. 1 in the list of articles", ""),
        ("Address", address, address),
        ("Archived", kept, kept),
    ]


def test_withdrawn_evidence_is_left_out_and_the_rest_is_numbered_anew() -> None:
    desk = Desk()
    article = desk.article("Yes. No.")
    claim = desk.claim("A claim")
    desk.evidence(claim, desk.passage(article, "Yes."), withdrawn=True)
    desk.evidence(claim, desk.passage(article, "No."))
    items = build(desk.records, (), ReportOptions()).claims[0].evidence
    assert [(e.number, "".join(r.text for r in e.quote if r.marked)) for e in items] == [(1, "No.")]


def test_a_passage_of_a_withdrawn_article_keeps_its_number_and_loses_its_words() -> None:
    desk = Desk()
    article = desk.article("HIDDEN words.")
    claim = desk.claim("A claim")
    desk.appears(claim, article, "HIDDEN")
    desk.evidence(claim, desk.passage(article, "HIDDEN words."))
    desk.finding("a fact", {"1": [(article, "HIDDEN words.", "")], "2": [(article, "HIDDEN words.", "")]})
    desk.records.add(replace(article, withdrawn=True))
    report = build(desk.records, desk.findings, ReportOptions())
    assert report.claims[0].evidence[0].number == 1
    assert not report.contradictions
    assert not report.articles
    assert "HIDDEN" not in repr(report)


def test_only_confirmed_findings_and_those_of_different_scope_enter(report: Report) -> None:
    assert [(f.fact, f.ruling.label if f.ruling else "") for f in report.contradictions] == [
        ("people killed in the flood", "Confirmed"),
        ("result of the inspection in January", "Confirmed"),
        ("soldiers sent", "Confirmed"),
        ("head of the water authority", "Different scope"),
    ]
    assert [f.fact for f in report.agreements] == ["people taken to safety"]


def test_open_findings_enter_when_asked_for_and_dismissed_ones_never() -> None:
    desk = flood()
    report = build(desk.records, desk.findings, ReportOptions(findings=Entering.open))
    assert [f.fact for f in report.contradictions if f.ruling is None] == ["OPEN time of the break"]
    assert "DISMISSED" not in repr(report)


def test_an_open_agreement_is_no_news() -> None:
    desk = Desk()
    article = desk.article("Yes. Yes.")
    desk.finding("a fact", {"yes": [(article, "Yes.", "")]}, verb=None, kind=Kind.agreement)
    assert not build(desk.records, desk.findings, ReportOptions(findings=Entering.open)).agreements


def test_the_words_that_clash_are_marked_in_each_position(report: Report) -> None:
    positions = report.contradictions[0].positions
    assert [p.value for p in positions] == ["38", "24", "5", "31", "no number", "more than 30"]
    assert [r.text for r in positions[2].quotes[0].words if r.marked] == ["Five"]
    assert "".join(r.text for r in positions[2].quotes[0].words).startswith("Five people have died")


def test_articles_are_listed_with_their_hashes(report: Report) -> None:
    assert [a.number for a in report.articles] == [1, 2, 3, 4, 5, 6, 7]
    first = report.articles[0]
    assert (first.publisher, first.author, first.published) == ("KPA Wire", "Staff", "12 March 2026")
    assert {len(first.text_sha256), len(first.original_sha256)} == {64}
    assert report.articles[5].published == "March 2026"


def test_chosen_claims_bring_only_what_belongs_to_them() -> None:
    desk = flood()
    ids = {c.number: c.id for c in desk.records.each(Claim)}
    report = build(desk.records, desk.findings, ReportOptions(claim_ids=(ids[3], ids[2], ids[11])))
    assert [c.number for c in report.claims] == [3, 2]
    assert [f.fact for f in report.contradictions] == ["result of the inspection in January"]
    assert [a.publisher for a in report.articles] == ["KPA Wire", "The Valley Courier"]


def test_the_report_says_when_it_was_checked_and_updated(report: Report) -> None:
    assert report.checked == "10 July 2026 to 13 July 2026"
    assert report.updated == "13 July 2026"
    assert (report.checker, report.second_reader) == ("Mina Okafor", "Per Lindqvist")
    assert report.made == "14 July 2026, 03:33 UTC"


def test_equal_content_has_an_equal_id_whenever_it_was_made() -> None:
    desk = flood()
    once, later = (build(desk.records, desk.findings, ReportOptions(), now=at) for at in (NOW, NOW + DAY))
    assert once.id == later.id
    assert once != later
    claim = next(desk.records.each(Claim))
    desk.records.add(replace(claim, wording=claim.wording + "!"))
    assert build(desk.records, desk.findings, ReportOptions()).id != once.id


def test_a_rating_that_is_gone_from_its_scale_is_shown_by_its_key() -> None:
    desk = Desk()
    desk.verdict(desk.claim("A claim"), "vanished")
    assert build(desk.records, (), ReportOptions()).claims[0].badge.label == "vanished"


def test_a_verdict_of_words_alone_is_no_verdict_yet() -> None:
    desk = Desk()
    desk.verdict(desk.claim("A claim"), "", summary="So far so good.")
    section = build(desk.records, (), ReportOptions()).claims[0]
    assert section.badge.label == "No verdict"
    assert section.verdict is not None
    assert section.verdict.summary == ("So far so good.",)


def test_an_empty_project_makes_a_report() -> None:
    desk = Desk()
    desk.project(title="  ")
    report = build(desk.records, (), ReportOptions())
    assert (report.title, report.claims, report.checked, report.updated) == ("Untitled", (), "", "")


def test_progress_is_told_for_each_claim_and_may_stop_the_work() -> None:
    desk = flood()
    told: list[tuple[int, int]] = []
    build(desk.records, (), ReportOptions(), progress=lambda _, done, total: told.append((done, total)))
    assert told == [(i, 10) for i in range(10)]

    def stop(_what: str, done: int, _total: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        build(desk.records, (), ReportOptions(), progress=stop)


def test_the_standing_verdict_is_the_one_that_nothing_replaced() -> None:
    desk = Desk()
    claim = desk.claim("A claim")
    new = desk.verdict(claim, "true")
    desk.verdict(claim, "false", replaced_by=new.id)
    assert build(desk.records, (), ReportOptions()).claims[0].badge.label == "True"
    assert [v.reader for v in desk.records.where(Verdict, claim_id=claim.id)] == [Reader.first, Reader.first]
