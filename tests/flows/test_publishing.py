"""Settings into the options of a report."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from factcheck import publishing
from factcheck.errors import ReportError
from factcheck.reporting import Entering, Order, ReportOptions, record
from factcheck.reporting.options import Origin
from factcheck.settings import Settings


def picture(path: Path, form: str = "PNG") -> Path:
    out = BytesIO()
    Image.new("RGB", (30, 10), (10, 80, 120)).save(out, form)
    path.write_bytes(out.getvalue())
    return path


def test_untouched_settings_are_the_defaults_of_a_report() -> None:
    assert publishing.options(Settings()) == ReportOptions()


def test_the_organisation_comes_with_the_bytes_of_its_logo(tmp_path: Path) -> None:
    logo = picture(tmp_path / "logo.jpg", "JPEG")
    told = Settings(organisation=" Valley Desk ", organisation_colour="#0a5078", organisation_logo=str(logo))
    found = publishing.organisation(told)
    assert (found.name, found.colour, found.logo) == ("Valley Desk", "#0a5078", logo.read_bytes())


def test_what_is_chosen_comes_back_from_the_record_of_a_report(tmp_path: Path) -> None:
    told = Settings(
        organisation="Valley Desk",
        organisation_logo=str(picture(tmp_path / "logo.png")),
        report_template="desk",
        report_order="verdict",
        report_findings="open",
        report_language="de",
        report_anonymous=True,
    )
    options = publishing.options(told, "Title", ("c1", "c2"), "Mina")
    assert (options.order, options.findings, options.template) == (Order.verdict, Entering.open, "desk")
    written = record.ReportRecord(Origin(), None, options)
    assert record.from_text(record.to_text(written)) == written


def test_settings_of_another_version_do_no_harm() -> None:
    strange = Settings(report_template="poster", report_order="by weather", report_findings="", report_language="tlh")
    assert publishing.options(strange) == ReportOptions()


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "0a5078"])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(ReportError, match="no colour"):
        publishing.organisation(Settings(organisation_colour=colour))


def test_a_logo_that_is_gone_or_no_picture_is_refused_by_name(tmp_path: Path) -> None:
    told = Settings(organisation_logo=str(tmp_path / "logo.png"))
    with pytest.raises(ReportError, match=r"logo\.png"):
        publishing.organisation(told)
    (tmp_path / "logo.png").write_text("no picture")
    with pytest.raises(ReportError, match="PNG or JPEG"):
        publishing.organisation(replace(told))
