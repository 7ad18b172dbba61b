"""The HTML, read back by a parser of HTML and one of XML."""

import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html  # type: ignore[import-untyped] # ships no types

from factcheck.errors import ReportError
from factcheck.progress import Cancelled, Progress, silent
from factcheck.reporting import Origin, Report, ReportOptions, build, write_report
from factcheck.reporting import html as written_as_html
from tests.core.reporting.desk import NOW, flood
from tests.core.reporting.reading import lacking


def written(report: Report, progress: Progress = silent) -> bytes:
    out = BytesIO()
    written_as_html.write(report, out, progress)
    return out.getvalue()


@pytest.fixture(scope="module")
def report() -> Report:
    desk = flood()
    return build(desk.records, desk.findings, ReportOptions(), now=NOW, origin=Origin("ab" * 32))


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return written(report)


@pytest.fixture(scope="module")
def tree(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data)


def text_of(tree: html.HtmlElement) -> str:
    """What a reader reads, without style and data."""
    return str(tree.xpath("string(//body)"))


def test_every_word_of_the_report_can_be_read(report: Report, tree: html.HtmlElement) -> None:
    assert lacking(report, text_of(tree)) == []


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


def test_the_same_report_has_the_same_bytes(report: Report, data: bytes) -> None:
    assert written(report) == data


def test_a_file_is_written_whole_or_not_at_all(report: Report, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")

    def stop(_what: str, done: int, _total: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(report, target, stop)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]
    write_report(report, target)
    assert target.read_bytes() == written(report)


def test_an_unknown_ending_is_told_before_anything_is_written(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"“report\.rtf” does not say what kind of report it is; end its name in "):
        write_report(report, tmp_path / "report.rtf")
    assert list(tmp_path.iterdir()) == []
