"""What a person withholds never leaves, and takes along what would tell of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import edits
from factcheck.errors import NotFoundError
from factcheck.leaving import leaving, may_leave
from factcheck.model import (
    RECORD_TYPES,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Contradiction,
    Evidence,
    Finding,
    JudgedPosition,
    Kind,
    Link,
    MediaAppearance,
    Medium,
    Note,
    Passage,
    PassageTarget,
    Position,
    Project,
    Publisher,
    Reader,
    Reason,
    ReasonType,
    Record,
    Ruling,
    Scale,
    Verb,
    Verdict,
)
from factcheck.records import Records
from factcheck.reporting import ReportOptions, build
from factcheck.text import text_hash
from tests.fakes import FakeRecords, anchor_at

TEXTS = {"v1": "LEAKa1 said the pump failed. The rest follows.", "v2": "LEAKa2 said the pump held. The rest follows."}
QUOTES = {"v1": "LEAKa1 said the pump failed.", "v2": "LEAKa2 said the pump held."}


def _article(number: int, copy_of: str | None = None) -> tuple[Record, ...]:
    id, version = f"a{number}", f"v{number}"
    article = Article(id, f"LEAK{id} title", version, f"p{number}", url=f"https://LEAK{id}.example/", copy_of=copy_of)
    sha256 = text_hash(TEXTS[version])
    made = ArticleVersion(version, id, 1, sha256, sha256, 9, "text/plain", "utf-8", "plain 1", 5, f"LEAK{id} note")
    return Publisher(f"p{number}", f"LEAK{id} House"), article, made


def _project() -> tuple[FakeRecords, Finding]:
    first, second = (anchor_at(version, TEXTS[version], QUOTES[version]) for version in ("v1", "v2"))
    sides = (JudgedPosition("failed", (first,)), JudgedPosition("held", (second,)))
    reason = Reason(ReasonType.antonym, "LEAKa1 against LEAKa2")
    state = FakeRecords(
        Project("project", "Pumps", 1, "s"),
        Scale("s", "Scale"),
        *_article(1),
        *_article(2, copy_of="a1"),
        Claim("c1", "LEAKc1 LEAKa1 the pump failed", 1),
        Claim("c2", "LEAKc2 the pump was checked", 2, claimant="LEAKc2"),
        Appearance("m1", "c1", "a1", first, 1),
        Appearance("m2", "c2", "a1", first, 1),
        Appearance("m3", "c2", "a2", second, 2),
        MediaAppearance("x1", "c2", 3, Medium.audio, Link("https://LEAKx1.example/"), transcript="LEAKx1 words"),
        Evidence("e1", "c2", 1, PassageTarget("a1", first), comment="LEAKe1 LEAKa1 says so"),
        Evidence("e2", "c2", 2, Link("https://LEAKe2.example/", "LEAKe2 title", "LEAKe2 House"), comment="LEAKe2"),
        Evidence("e3", "c2", 3, Note("LEAKe3 rang the plant"), comment="LEAKe3"),
        Verdict("d1", "c1", Reader.first, "LEAKc1 Ada", "s", "", "LEAKc1 summary", given=3),
        Verdict("d2", "c2", Reader.first, "Ada", "s", "", "Fine.", "As [3] says.", given=3),
        Ruling("j1", Verb.confirmed, Kind.contradiction, "LEAKa1 LEAKa2", sides, "Ada", 4),
        Contradiction("f1", Kind.contradiction, "LEAKa1 LEAKa2", reason, sides, "Ada", 4),
    )
    for version, text in TEXTS.items():
        state.add_text(version, text)
    passages = [Passage(f"a{n}", f"v{n}", 0, len(QUOTES[f"v{n}"]), QUOTES[f"v{n}"]) for n in (1, 2)]
    positions = (Position("failed", (passages[0],)), Position("held", (passages[1],)))
    ruling = state.get(Ruling, "j1")
    return state, Finding("f", Kind.contradiction, 1.0, "LEAKa1 LEAKa2", (reason,), positions, ruling)


WITHHOLDABLE = ("a1", "a2", "c1", "c2", "m1", "m2", "m3", "x1", "e1", "e2", "e3")


def _all_that_leaves(state: Records, finding: Finding) -> str:
    """Whatever can be read, and the report on it, in one string."""
    out = leaving(state)
    records = [record for kind in RECORD_TYPES for record in out.each(kind)]
    got = [out.get(kind, record.id) for kind in RECORD_TYPES for record in state.each(kind)]
    where = [out.where(kind, claim_id="c2") for kind in (Appearance, Evidence, MediaAppearance, Verdict)]
    passages = [out.passages_in(article) for article in ("a1", "a2")]
    report = build(state, [finding], ReportOptions())
    return repr((records, got, where, passages, report, may_leave(state, [finding])))


@given(st.sets(st.sampled_from(WITHHOLDABLE)))
def test_nothing_of_what_is_withheld_can_be_read_or_reported(withheld: set[str]) -> None:
    state, finding = _project()
    state.add(*(c.after for c in edits.withhold(state, withheld).changes if c.after))
    told = _all_that_leaves(state, finding)
    assert [id for id in sorted(withheld) if f"LEAK{id}" in told] == []


def test_a_project_in_which_nothing_is_withheld_leaves_as_it_is() -> None:
    state, finding = _project()
    assert leaving(state) is state
    assert may_leave(state, [finding]) == [finding]


def test_what_may_leave_is_the_same_however_often_it_is_asked() -> None:
    state, _ = _project()
    state.add(*(c.after for c in edits.withhold(state, ["a1"]).changes if c.after))
    assert leaving(leaving(state)).count(Article) == 1


def test_a_claim_made_only_in_a_withheld_article_stays_with_it_and_another_leaves() -> None:
    state, _ = _project()
    state.add(*(c.after for c in edits.withhold(state, ["a1"]).changes if c.after))
    assert [claim.id for claim in leaving(state).each(Claim)] == ["c2"]


def test_withheld_evidence_keeps_its_number_since_the_rationale_refers_to_it() -> None:
    state, _ = _project()
    state.add(*(c.after for c in edits.withhold(state, ["e1"]).changes if c.after))
    section = build(state, (), ReportOptions()).claims[-1]
    assert [item.number for item in section.evidence] == [1, 2, 3]
    assert section.evidence[0].title == "Withheld: kept in the project, and not given out"
    assert section.verdict is not None
    assert [run.reference for paragraph in section.verdict.rationale for run in paragraph if run.reference] == [3]


def test_the_text_of_a_withheld_article_is_refused() -> None:
    state, _ = _project()
    state.add(*(c.after for c in edits.withhold(state, ["a2"]).changes if c.after))
    with pytest.raises(NotFoundError, match="withheld"):
        leaving(state).text("v2")
    assert leaving(state).text("v1") == TEXTS["v1"]


def test_a_copy_does_not_name_the_withheld_article_that_it_copies() -> None:
    state, _ = _project()
    state.add(*(c.after for c in edits.withhold(state, ["a1"]).changes if c.after))
    assert [article.copy_of for article in leaving(state).each(Article)] == [None]


def test_withholding_can_be_taken_back_and_a_name_that_stands_for_nothing_is_refused() -> None:
    state, _ = _project()
    edit = edits.withhold(state, ["a1", "a1", "m1"])
    assert (edit.label, dict(edit.names), len(edit.changes)) == ("edit.withhold", {"what": "records"}, 2)
    state.add(*(c.after for c in edit.changes if c.after))
    back = edits.withhold(state, ["a1"], withheld=False)
    assert (back.label, dict(back.names)) == ("edit.release", {"what": "article"})
    with pytest.raises(NotFoundError, match="no article, claim, appearance or evidence “d1”"):
        edits.withhold(state, ["d1"])
