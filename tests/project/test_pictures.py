"""What `make shots` takes pictures of: every view by a name of its own, on projects in three scripts."""

from collections import Counter
from pathlib import Path

import pytest

from factcheck import sample, workflow
from factcheck.model import Article, Claim, Evidence, Who
from scripts.shots import plan
from scripts.shots.views import VIEWS

CONTENT = Path(plan.__file__).parent / "content"


@pytest.mark.parametrize("content", ["arabic", "chinese"])
def test_a_project_in_another_script_has_contradictions_claims_and_evidence(content: str, tmp_path: Path) -> None:
    with sample.build(tmp_path / "a.factcheck", Who("Ada", "wada"), told_in=CONTENT / content) as session:
        assert session.records.count(Article) == 3
        assert session.records.count(Claim) >= 4
        assert session.records.count(Evidence) >= 6
        assert len(workflow.findings(session)) == 3


def test_each_view_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(view.name for view in VIEWS).items() if times > 1] == []


def test_what_documents_show_is_taken_and_there() -> None:
    taken = {view.name for view in VIEWS}
    assert {one.view for one in plan.ILLUSTRATIONS} <= taken
    assert {one.name for one in plan.ILLUSTRATIONS} <= {path.name for path in plan.IMAGES.iterdir()}
