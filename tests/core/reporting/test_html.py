"""The HTML, read back by a parser of HTML and one of XML."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree, html  # type: ignore[import-untyped] # ships no types

from factcheck.reporting import Origin, Report, ReportOptions, build
from factcheck.reporting.options import Organisation
from tests.core.reporting.desk import NOW, Desk, flood
from tests.core.reporting.readers import written


@pytest.fixture(scope="module")
def report() -> Report:
    desk = flood()
    return build(desk.records, desk.findings, ReportOptions(), now=NOW, origin=Origin("ab" * 32))


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return written(report, ".html")


@pytest.fixture(scope="module")
def tree(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data)


def test_every_element_is_closed(data: bytes) -> None:
    etree.fromstring(data)


def test_no_name_is_given_twice(tree: html.HtmlElement) -> None:
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))


def test_every_link_leads_to_a_place_of_the_page_or_to_the_web(tree: html.HtmlElement) -> None:
    places = {f"#{name}" for name in tree.xpath("//@id")}
    links = tree.xpath("//a/@href")
    assert "#claim-1-2" in links
    assert [link for link in links if link not in places and not link.startswith("https://")] == []


def test_no_level_of_heading_is_left_out(tree: html.HtmlElement) -> None:
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_heads_and_names_its_rows(tree: html.HtmlElement) -> None:
    tables = tree.xpath("//table")
    assert tables
    for table in tables:
        assert table.xpath("caption")
        assert len(table.xpath("thead/tr/th[@scope='col']")) == len(table.xpath("colgroup/col"))
        assert len(table.xpath("tbody/tr")) == len(table.xpath("tbody/tr/th[@scope='row']"))


def test_the_policy_forbids_all_but_the_sheet_that_is_there(tree: html.HtmlElement) -> None:
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (sheet,) = tree.xpath("//style/text()")
    known = b64encode(sha256(sheet.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"style-src (\S+);", policy) == [f"'sha256-{known}'"]
    assert "script-src" not in policy


# --- for programs -----------------------------------------------------------------------------------------------------


def reviews(report: Report) -> list[dict[str, Any]]:
    tree = html.document_fromstring(written(report, ".html"))
    return [json.loads(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]


def test_each_claim_with_a_verdict_is_a_claim_review_at_its_place(report: Report, tree: html.HtmlElement) -> None:
    found = reviews(report)
    decided = [claim for claim in report.claims if claim.badge.colour != "none"]
    assert [review["claimReviewed"] for review in found] == [claim.wording for claim in decided]
    assert [review["reviewRating"]["alternateName"] for review in found] == [claim.badge.label for claim in decided]
    places = set(tree.xpath("//@id"))
    assert {review["url"][1:] for review in found} <= places


def test_a_review_cannot_end_its_element() -> None:
    desk = Desk()
    desk.verdict(desk.claim("</script><script>alert(1)</script> &lt; \u2028"), "false", "<!-- <script>")
    made = build(desk.records, (), ReportOptions())
    assert [review["reviewRating"]["ratingExplanation"] for review in reviews(made)] == ["<!-- <script>"]
    assert b"<script>" not in written(made, ".html")


@pytest.mark.parametrize("options", [ReportOptions(anonymous=True), ReportOptions(template="desk")])
def test_no_review_names_who_has_no_name_or_leaves_the_desk(options: ReportOptions) -> None:
    desk = flood()
    assert reviews(build(desk.records, desk.findings, options)) == []


def test_the_organisation_stands_above_with_its_logo_and_colour() -> None:
    organisation = Organisation("The Bench", "#0a5078", logo=b"\x89PNG and so on")
    tree = html.document_fromstring(
        written(build(Desk().records, (), ReportOptions(organisation=organisation)), ".html")
    )
    assert "The Bench" in tree.xpath("string(//header)")
    assert tree.xpath("//header//img/@src")[0].startswith("data:image/png;base64,")
    assert "header { border-color: #0a5078; }" in tree.xpath("string(//style)")
    assert "img-src data:;" in tree.xpath("//meta[@http-equiv]/@content")[0]
