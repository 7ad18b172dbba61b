"""The preview of a report, without a window."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from factcheck import edits, previewing, records, reporting, workflow
from factcheck.progress import Cancelled
from factcheck.session import Session
from tests.store.making import TEXT, WHO, add_article, sentence


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight claims; the second has a verdict without words."""
    path = tmp_path_factory.mktemp("preview") / "p.factcheck"
    with workflow.new_project(path, WHO, "Houses") as session:
        article = add_article(session, "Daily", "The Daily", TEXT)
        for n in range(8):
            session.do(edits.add_claim(session.records, article.id, sentence(3 * n))[0])
        second = records.claims(session.records)[1]
        session.do(edits.set_verdict(session.records, second.id, "false", WHO))
    return path


def made(project: Path, options: reporting.ReportOptions | None = None) -> previewing.Preview:
    with Session.open(project, WHO, read_only=True) as session:
        return previewing.make(session.reader, options or reporting.ReportOptions())


def test_each_claim_has_the_parts_of_the_pages_on_which_it_stands(project: Path) -> None:
    preview = made(project)
    with Session.open(project, WHO, read_only=True) as session:
        claims = records.claims(session.records)
    assert list(dict.fromkeys(region.claim_id for region in preview.regions)) == [claim.id for claim in claims]
    reader = pypdf.PdfReader(BytesIO(preview.data))
    assert len(reader.pages) == len(preview.sizes)
    for claim in claims:
        first = next(region for region in preview.regions if region.claim_id == claim.id)
        assert f"Claim {claim.number}" in reader.pages[first.page].extract_text()
    for one, other in zip(preview.regions, preview.regions[1:], strict=False):
        assert (one.page, one.bottom) <= (other.page, other.top) or one.page < other.page
        assert one.top < one.bottom <= preview.sizes[one.page][1]


def test_a_report_of_some_claims_knows_them_too(project: Path) -> None:
    with Session.open(project, WHO, read_only=True) as session:
        chosen = tuple(claim.id for claim in records.claims(session.records)[4:6][::-1])
    preview = made(project, reporting.ReportOptions(claim_ids=chosen, template="claim"))
    assert tuple(dict.fromkeys(region.claim_id for region in preview.regions)) == chosen


def test_what_is_missing_is_told_with_the_claim_that_lacks_it(project: Path) -> None:
    preview = made(project)
    told = {(missing.code, preview.numbers.get(missing.claim_id)) for missing in preview.missing}
    assert {("no_verdict", 1), ("no_summary", 2), ("no_rationale", 2), ("no_evidence", 2)} <= told
    assert ("no_verdict", 2) not in told


def test_a_page_is_drawn_in_the_size_that_was_asked_for(project: Path) -> None:
    preview = made(project)
    small, large = (next(previewing.pictures(preview, [1], scale)) for scale in (0.5, 1.0))
    assert abs(large.width - preview.sizes[1][0]) < 2
    assert abs(large.width - 2 * small.width) < 4
    assert len(large.pixels) == large.stride * large.height
    assert set(large.pixels) != {255}


def test_drawing_can_be_stopped(project: Path) -> None:
    preview = made(project)

    def stop(_what: str, done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(previewing.pictures(preview, [0, 1, 2], 0.5, stop))
