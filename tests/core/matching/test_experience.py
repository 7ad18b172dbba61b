"""Rulings move what is like what they judged, and say so."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.experience import learnt
from factcheck.model import Finding, Kind, Passage, Position, Reason, ReasonType, Ruling, Verb

NAMES = {"e": "Echo", "p": "Post", "h": "Herald", "g": "Gazette"}


def finding(
    number: int,
    reason: ReasonType = ReasonType.date,
    fact: str = "when the wall fell",
    who: str = "ep",
    verb: Verb | None = None,
    score: float = 0.4,
) -> Finding:
    positions = tuple(Position(f"v{a}", (Passage(a, f"v-{a}", 0, 4, "text"),)) for a in who)
    ruling = Ruling(f"r{number}", verb, Kind.contradiction, fact, (), "Ada", number) if verb else None
    reasons = (Reason(reason, ""),)
    return Finding(f"f{number}", Kind.contradiction, score, fact, reasons, positions, ruling=ruling)


def told(verb: Verb, count: int, **more: str) -> list[Finding]:
    return [finding(n, verb=verb, fact=f"fact {n}", **more) for n in range(count)]  # type: ignore[arg-type] # only `who`


def test_what_is_like_what_was_dismissed_ranks_lower_and_says_why() -> None:
    moved = learnt([*told(Verb.dismissed, 6), finding(99, who="hg")], NAMES)[-1]
    assert moved.score < 0.4
    assert moved.learnt == "Ranks lower: of 6 rulings on dates, 0 confirmed."


def test_what_is_like_what_was_confirmed_ranks_higher() -> None:
    moved = learnt([*told(Verb.confirmed, 6), finding(99, who="hg")], NAMES)[-1]
    assert moved.score > 0.4
    assert moved.learnt == "Ranks higher: of 6 rulings on dates, 6 confirmed."


def test_a_different_scope_speaks_against_others_too() -> None:
    assert learnt([*told(Verb.scope, 6), finding(99, who="hg")], NAMES)[-1].score < 0.4


def test_two_publishers_that_never_contradict_each_other_are_told() -> None:
    ruled = [finding(n, list(ReasonType)[n], f"fact {n}", verb=Verb.dismissed) for n in range(5)]
    moved = learnt([*ruled, finding(99, ReasonType.other)], NAMES)[-1]
    assert moved.learnt == "Ranks lower: of 5 rulings on differences between Echo and Post, 0 confirmed."


def test_facts_of_one_kind_are_told_whatever_sets_them_apart() -> None:
    ruled = [finding(n, list(ReasonType)[n], f"length: “it lasted … {n}”", "hg", verb=Verb.dismissed) for n in range(5)]
    moved = learnt([*ruled, finding(99, ReasonType.other, "length: “the truce … held”")], NAMES)[-1]
    assert moved.learnt == "Ranks lower: of 5 rulings on “length”, 0 confirmed."


def test_two_rulings_and_rulings_as_promised_say_nothing() -> None:
    few = [*told(Verb.dismissed, 2), finding(99)]
    assert learnt(few, NAMES) == few
    promised = [*told(Verb.dismissed, 3), *told(Verb.confirmed, 2), finding(99)]
    assert learnt(promised, NAMES) == promised


def test_what_is_ruled_on_or_made_by_hand_keeps_its_score() -> None:
    ruled = told(Verb.dismissed, 6)
    made = replace(finding(98, score=1.0), made_id="c1")
    agreed = replace(finding(97), kind=Kind.agreement)
    assert learnt([*ruled, made, agreed], NAMES) == [*ruled, made, agreed]


@given(st.lists(st.tuples(st.sampled_from(list(Verb)), st.floats(0, 1)), max_size=30), st.floats(0, 0.99))
def test_scores_stay_shares_move_within_bounds_and_keep_their_order(
    rulings: list[tuple[Verb, float]], score: float
) -> None:
    ruled = [finding(n, verb=verb, score=s) for n, (verb, s) in enumerate(rulings)]
    low, high = learnt([*ruled, finding(98, score=score / 2), finding(99, score=score)], NAMES)[-2:]
    assert 0 <= low.score <= high.score <= 1
    odds = (high.score + 1e-3) / (1 - high.score + 1e-3)
    assert odds <= 3.2 * (score + 1e-3) / (1 - score + 1e-3) + 1e-3


@given(st.permutations(range(7)))
def test_the_order_of_rulings_makes_no_difference(order: list[int]) -> None:
    verbs = [Verb.confirmed, Verb.dismissed, Verb.dismissed, Verb.scope, Verb.dismissed, Verb.dismissed, Verb.scope]
    ruled = [finding(n, verb=verbs[n]) for n in order]
    assert (
        learnt([*ruled, finding(99)], NAMES)[-1] == learnt([*sorted(ruled, key=lambda f: f.id), finding(99)], NAMES)[-1]
    )
