"""Claims are filtered by many facets at once, put into groups and told when they are overdue; a model says how."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck import dates, edits, workflow
from factcheck.listing import OVERDUE, Arrangement, Choice
from factcheck.model import SETTLED, Appearance, Claim, Status, Verdict
from factcheck.session import Session
from factcheck.store import grouped, listed, pager
from factcheck.store.pager import Pager
from factcheck.text import Span
from tests.store.making import WHO, add_article, new_session

TODAY = "2033-06-10"
STATUSES = (Status.unchecked, Status.in_progress, Status.published)
TOPICS = ("", "roads", "Roads", "floods")
CLAIMANTS = ("Ada", "", "Bo", "Éva", "地震局")
DEADLINES = ("", "2033-06-09", "9 June 2033", "11.06.2033", "soon", "2033-06-10")
RATINGS = ("", "true", "false")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Sixty claims in which all values meet."""
    with new_session(tmp_path_factory.mktemp("arranged") / "p.factcheck") as session:
        fields = [
            {
                "wording": f"Barns {'burnt' if n % 2 else 'fell'} {n * 7 % 60}",
                "topic": TOPICS[n % 4],
                "claimant": CLAIMANTS[n % 5],
                "status": STATUSES[n % 3],
                "deadline": DEADLINES[n * 5 % 6],
                "assignee": "Cy" if n % 7 == 0 else "",
            }
            for n in range(60)
        ]
        edit, made = edits.add_claims(session.records, fields)
        session.do(edit)
        for n, claim in enumerate(made):
            if RATINGS[n % 3]:
                session.do(edits.set_verdict(session.records, claim.id, RATINGS[n % 3], WHO))
        for start in (0, 6):
            session.do(edits.add_claim(session.records, add_article(session).id, Span(start, start + 5))[0])
        yield session


@pytest.fixture(params=["whole", "beginning first"])
def listing(request: pytest.FixtureRequest, project: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pager]:
    """What a filter leaves is read whole, or as if it were too much for that."""
    if request.param != "whole":
        monkeypatch.setattr(pager, "_MANY", 0)
        monkeypatch.setattr(pager, "_ENDS", 7)
        monkeypatch.setattr(grouped, "_KEPT", 2)
    with closing(project.listing()) as made:
        assert isinstance(made, Pager)
        yield made


# --- a model of what is promised --------------------------------------------------------------------------------------


def rating_of(session: Session, claim: Claim) -> str:
    """Key of the rating that stands."""
    found = [v.rating for v in session.records.where(Verdict, claim_id=claim.id) if v.replaced_by is None]
    return found[0] if found else ""


def value(session: Session, claim: Claim, key: str) -> str:
    if key == "verdict":
        return rating_of(session, claim)
    return str(claim.status) if key == "status" else listed.key(str(getattr(claim, key)))


def overdue(claim: Claim) -> bool:
    day = dates.typed_day(claim.deadline)
    return day is not None and day.isoformat() < TODAY and claim.status not in SETTLED


def passes(session: Session, claim: Claim, wish: Arrangement) -> bool:
    for key, raw in wish.only.items():
        if key == OVERDUE:
            fits = overdue(claim)
        elif key == "article":
            fits = any(a.article_id in raw for a in session.records.where(Appearance, claim_id=claim.id))
        else:
            fits = value(session, claim, key) in {listed.key(one) for one in raw}
        if not fits:
            return False
    return all(word in claim.wording.casefold().split() for word in wish.text.casefold().split())


def rank(session: Session, claim: Claim, key: str) -> Any:
    """What a claim is sorted by."""
    match key:
        case "status":
            return list(Status).index(claim.status)
        case "verdict":
            return {"true": 0, "false": 1, "": 2}[rating_of(session, claim)]
        case "deadline":
            return dates.order_of(claim.deadline)
        case "overdue":
            return dates.order_of(claim.deadline) if overdue(claim) else "~"
        case "" | "number" | "contradictions":
            return claim.number if key != "contradictions" else disputes(session).get(claim.id, 0)
    return listed.key(str(getattr(claim, key)))


def disputes(session: Session) -> dict[str, int]:
    """How many findings dispute each claim: none most of them."""
    return {claim.id: claim.number * 5 % 3 for claim in session.records.each(Claim) if claim.number % 4 == 0}


def expected(session: Session, wish: Arrangement) -> list[str]:
    claims = [c for c in session.records.each(Claim) if passes(session, c, wish)]
    claims.sort(key=lambda c: (rank(session, c, wish.sort), c.number), reverse=wish.descending)
    if wish.group:
        claims.sort(key=lambda c: rank(session, c, wish.group))
    return [claim.id for claim in claims]


WISHES = [
    {"only": {"status": frozenset({"unchecked", "published"}), "topic": frozenset({"ROADS"})}},
    {"only": {"claimant": frozenset({"", "Éva", "地震局"})}, "sort": "claimant", "descending": True},
    {"only": {"verdict": frozenset({"false"})}, "sort": "deadline"},
    {"only": {"verdict": frozenset({"", "true"}), OVERDUE: frozenset({OVERDUE})}, "text": "burnt"},
    {"only": {"assignee": frozenset({"Cy"})}, "text": "barns", "sort": "wording"},
    {"text": "barns fell", "sort": "overdue"},
    {"sort": "overdue", "descending": True},
    {"sort": "contradictions"},
    {"sort": "contradictions", "descending": True},
    {"sort": "contradictions", "only": {"status": frozenset({"published"})}},
]


@pytest.mark.parametrize("group", ["", "status", "verdict", "claimant", "topic", "assignee"])
@pytest.mark.parametrize("wish", [*WISHES, {}, {"descending": True}, {"sort": "wording"}, {"sort": "topic"}])
def test_each_arrangement_is_as_the_model_says(
    project: Session, listing: Pager, wish: dict[str, Any], group: str
) -> None:
    wished = Arrangement(**wish, group=group, today=TODAY)
    listing.arrange(wished, lambda: disputes(project))
    ids = expected(project, wished)
    assert len(listing) == len(ids)
    assert [*listing.ids(0, 5), *listing.ids(5, 100)] == ids
    assert [*listing.ids(len(ids) - 6, 6)] == ids[-6:]
    assert [listing.find(id) for id in ids] == [*range(len(ids))]
    groups = listing.groups()
    assert sum(groups.counts) == (len(ids) if group else 0)
    start = 0
    for told, count in zip(groups.values, groups.counts, strict=True):
        inside = [c for id in ids[start : start + count] if (c := project.records.get(Claim, id))]
        assert len({value(project, claim, group) for claim in inside}) == 1, told
        start += count


@pytest.mark.parametrize("sort", ["", "overdue", "contradictions", "wording"])
@pytest.mark.parametrize("text", ["", "barns"])
@pytest.mark.parametrize("descending", [False, True])
def test_each_page_is_the_same_wherever_one_comes_from(
    project: Session, listing: Pager, sort: str, text: str, descending: bool
) -> None:
    wished = Arrangement(text, sort=sort, descending=descending, today=TODAY)
    ids = expected(project, wished)
    for start in (*range(len(ids) - 4, 0, -9), *range(0, len(ids), 7)):
        listing.arrange(wished, lambda: disputes(project))
        assert [*listing.ids(start, 4)] == ids[start : start + 4]


def test_claims_of_an_article_are_left(project: Session, listing: Pager) -> None:
    article = next(a.article_id for a in project.records.each(Appearance))
    wished = Arrangement(only={"article": frozenset({article})}, today=TODAY)
    listing.arrange(wished, dict)
    assert [*listing.ids(0, 9)] == expected(project, wished)
    assert len(listing) == 1


def test_groups_are_called_as_their_first_claim_writes_it(listing: Pager) -> None:
    for group, names in {
        "topic": ["", "floods", "roads"],
        "status": ["unchecked", "in_progress", "published"],
        "verdict": ["True", "False", ""],
    }.items():
        listing.arrange(Arrangement(group=group), dict)
        assert [listing.group_name(value) for value in listing.groups().values] == names


def test_choices_count_what_the_other_filters_leave(project: Session, listing: Pager) -> None:
    only = {"status": frozenset({"published"}), "topic": frozenset({"floods"})}
    wished = Arrangement(only=only, today=TODAY)
    topics = {choice.raw: choice.count for choice in listing.choices("topic", 9, wished)}
    published = [c for c in project.records.each(Claim) if c.status is Status.published]
    assert sum(topics.values()) == len(published)
    assert topics["roads"] == sum(c.topic.casefold() == "roads" for c in published)
    statuses = [(choice.raw, choice.count) for choice in listing.choices("status", 9, wished)]
    assert statuses == [(str(s), 5) for s in STATUSES]
    assert [c.shown for c in listing.choices("claimant", 9, words="é")] == ["Éva"]
    assert [(c.raw, c.shown) for c in listing.choices("verdict", 9)] == [("true", "True"), ("false", "False"), ("", "")]
    late = [c for c in project.records.each(Claim) if overdue(c)]
    assert listing.choices(OVERDUE, 9, Arrangement(today=TODAY)) == [Choice(OVERDUE, OVERDUE, len(late))]
    assert [choice.count for choice in listing.choices("article", 9)] == [1, 1]
    assert listing.choices("article", 9, words="no such title") == []
    with pytest.raises(ValueError, match="filtered by wording"):
        listing.choices("wording", 9)


def test_what_is_put_in_order_of_groups_stays_bounded(project: Session, listing: Pager) -> None:
    listing.arrange(Arrangement(group="claimant", sort="wording"), dict)
    ids = [*listing.ids(0, 100)]
    assert ids == expected(project, Arrangement(group="claimant", sort="wording"))
    assert listing._grouped
    assert len(listing._grouped._sorted) <= grouped._KEPT


def test_an_arrangement_takes_no_sql_for_a_day(listing: Pager) -> None:
    with pytest.raises(ValueError, match="isoformat"):
        listing.arrange(Arrangement(sort="overdue", today="2033-01-01' OR 1 --"), dict)


def test_the_number_of_claims_is_kept_through_every_edit(tmp_path: Path) -> None:
    with new_session(tmp_path / "n.factcheck") as session, closing(session.listing()) as listing:
        edit, made = edits.add_claims(session.records, [{"wording": "One"}, {"wording": "Two"}, {"wording": "Three"}])
        session.do(edit)
        session.do(edits.withdraw(session.records, [made[0].id, made[2].id]))
        session.do(edits.edit_claim(session.records, made[1].id, "wording", "Two and a half"))
        listing.renew()
        assert (listing.total(), len(listing)) == (1, 1)
        session.undo()
        session.undo()
        listing.renew()
        assert (listing.total(), len(listing)) == (3, 3)


@pytest.mark.parametrize(("scale", "label"), [("truth-o-meter", "Mostly False"), ("five-steps", "Mostly false")])
def test_a_rating_of_several_scales_is_called_as_on_the_one_of_the_project(
    tmp_path: Path, scale: str, label: str
) -> None:
    with workflow.new_project(tmp_path / "p.factcheck", WHO, "Barns", scale) as session:
        edit, (claim,) = edits.add_claims(session.records, [{"wording": "Two barns burnt"}])
        session.do(edit)
        session.do(edits.set_verdict(session.records, claim.id, "mostly-false", WHO))
        with closing(session.listing()) as listing:
            assert [(one.raw, one.shown) for one in listing.choices("verdict", 9)] == [("mostly-false", label)]
            assert listing.name("verdict", "mostly-false") == label


def test_a_claim_at_the_beginning_of_a_filter_is_found_without_putting_all_in_order(
    project: Session, listing: Pager, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing.arrange(Arrangement("barns", sort="topic"), dict)
    ids = expected(project, Arrangement("barns", sort="topic"))
    with monkeypatch.context() as patched:
        patched.setattr(Pager, "_choose", lambda _: pytest.fail("all was put in order"))
        assert [listing.find(id) for id in ids[:5]] == [0, 1, 2, 3, 4]
    assert listing.find(ids[-9]) == len(ids) - 9
