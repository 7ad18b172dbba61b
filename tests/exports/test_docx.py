"""The DOCX in LibreOffice."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree  # type: ignore[import-untyped] # ships no types

from factcheck.reporting import Report, write_report


@pytest.fixture(scope="module")
def file(report: Report, out: Path) -> Path:
    target = out / "report.docx"
    write_report(report, target)
    return target


@pytest.fixture(scope="module")
def pages(file: Path, out: Path, office: Callable[[Path, str, Path], Path]) -> list[str]:
    """The text of each page as LibreOffice lays it out, with a picture of each for looking at."""
    printed = office(file, "pdf", out / "docx")
    with pypdfium2.PdfDocument(printed) as document:
        for number, page in enumerate(document, 1):
            page.render(scale=1.2).to_pil().save(out / "docx" / f"page-{number:02}.png")
        return [page.get_textpage().get_text_bounded() for page in document]


def test_every_claim_stands_on_its_pages(pages: list[str], report: Report) -> None:
    text = "".join("".join(pages).split())
    assert [claim.number for claim in report.claims if "".join(claim.wording.split()) not in text] == []


def test_pages_are_counted(pages: list[str]) -> None:
    assert 8 < len(pages) < 40
    assert [n for n, text in enumerate(pages, 1) if f"Page {n} of {len(pages)}" not in text] == []


def test_arabic_runs_from_right_to_left(pages: list[str]) -> None:
    assert any("قال مكتب الدفاع المدني" in text for text in pages)


def test_what_it_writes_again_has_the_styles_and_links(
    file: Path, out: Path, office: Callable[[Path, str, Path], Path]
) -> None:
    """LibreOffice understood what it read if it can tell it in its own format."""
    told = office(file, "fodt", out / "docx")
    tree = etree.parse(str(told))
    names = {name: uri for name, uri in tree.getroot().nsmap.items() if name}
    levels = tree.xpath("//text:h/@text:outline-level", namespaces=names)
    assert {"1", "2", "3"} <= set(levels)
    assert tree.xpath(
        "//text:bookmark-start[@text:name='p_claim_1_2'] | //text:bookmark[@text:name='p_claim_1_2']", namespaces=names
    )
    links = tree.xpath("//text:a/@xlink:href", namespaces=names)
    assert "#p_claim_1" in links
    assert any(link.startswith("https://hospitals.example/") for link in links)
    assert tree.xpath("//table:table-header-rows", namespaces=names)


def test_every_part_is_xml_that_can_be_read(file: Path) -> None:
    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        for name in package.namelist():
            etree.fromstring(package.read(name))
