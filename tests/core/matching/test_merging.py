"""What was found among a few articles, put into what was known."""

from functools import cache

import pytest

from benchmarks.invented import news
from factcheck.matching import Neighbours, Source, find, merged, without
from factcheck.model import DISPUTED, Finding

IDS = [f"a{number:02}" for number in range(24)]


@cache
def articles() -> tuple[Source, ...]:
    made = zip(IDS, news(len(IDS), seed=3), strict=True)
    return tuple(Source(id, "v" + id, n.text, n.title, "", n.publisher, n.published) for id, n in made)


@cache
def found_among(ids: tuple[str, ...]) -> list[Finding]:
    return find([source for source in articles() if source.article_id in ids])


def quoted(finding: Finding) -> set[str]:
    return {p.article_id for position in finding.positions for p in position.passages}


def passages(finding: Finding) -> set[tuple[str, int]]:
    return {(p.article_id, p.start) for position in finding.positions for p in position.passages}


def others(*gone: str) -> tuple[str, ...]:
    return tuple(id for id in IDS if id not in gone)


@pytest.mark.parametrize("new", ["a00", "a13", "a23"])
def test_matched_with_all_articles_a_new_one_has_exactly_its_findings_of_a_full_match(new: str) -> None:
    whole = found_among(tuple(IDS))
    now = merged(found_among(others(new)), whole, {new}, set(IDS))
    its = {f.id for f in now if new in quoted(f)}
    assert its == {f.id for f in whole if new in quoted(f)}
    assert len(its) > 5


@pytest.mark.parametrize("new", ["a00", "a13", "a23"])
def test_findings_that_quote_nothing_new_and_share_nothing_with_it_are_as_they_were(new: str) -> None:
    known = found_among(others(new))
    around = (new, *others(new)[:12])
    few = found_among(around)
    now = {f.id: f for f in merged(known, few, {new}, around)}
    touched = set().union(*(passages(f) for f in few if new in quoted(f)))
    untouched = [f for f in known if not passages(f) & touched]
    assert untouched
    assert all(now[f.id] == f for f in untouched)


def test_no_passage_that_was_known_is_lost_and_none_is_told_twice_in_a_row() -> None:
    new, around = "a05", ("a05", *IDS[6:12])
    known = found_among(others(new))
    now = merged(known, found_among(around), {new}, around)
    elsewhere = {p for f in known for p in passages(f) if p[0] not in around}
    assert elsewhere <= set().union(*(passages(f) for f in now))
    for finding in now:
        told = [(p.article_id, p.start) for position in finding.positions for p in position.passages]
        if finding.kind in DISPUTED:
            assert len(finding.positions) > 1
        assert len(told) >= 2
    assert len({f.id for f in now}) == len(now)
    assert [f.score for f in now] == sorted((f.score for f in now), reverse=True)


def test_of_an_article_that_changed_only_what_it_says_now_is_left() -> None:
    known = found_among(tuple(IDS))
    now = merged(known, [], {"a03"}, {"a03"})
    assert now
    assert not any("a03" in quoted(finding) for finding in now)


def test_a_finding_without_one_of_its_two_sides_is_none() -> None:
    finding = next(f for f in found_among(tuple(IDS)) if f.kind in DISPUTED and len(f.positions) == 2)
    side = {(p.article_id, p.start) for p in finding.positions[0].passages}
    assert without(finding, lambda p: (p.article_id, p.start) in side) is None
    assert without(finding, lambda _: False) is finding


def test_neighbours_are_the_articles_of_the_same_event() -> None:
    known = Neighbours()
    for source in articles():
        known.add(source, "as it is")
    assert len(set(known.near(["a01"], 11)) & set(IDS[:12])) >= 9
    assert known.near(["a01"], 40) == known.near(["a01"], 40)
    assert "a01" not in known.near(["a01"], 40)


def test_neighbours_forget_what_changed_or_is_gone() -> None:
    known = Neighbours()
    for source in articles()[:12]:
        known.add(source, "old")
    left = dict.fromkeys(IDS[1:12], "old") | {"a02": "new"}
    assert known.missing(left) == ["a02"]
    assert not {"a00", "a02"} & set(known.near(["a01"], 40))
