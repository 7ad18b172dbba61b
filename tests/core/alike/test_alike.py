import sys
from collections.abc import Iterator
from itertools import combinations, pairwise
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from benchmarks.invented import statements
from factcheck.alike import Alike, alike
from factcheck.progress import Cancelled


def by_force(texts: list[str], least: float) -> set[tuple[int, int]]:
    return {
        (a, b)
        for (a, one), (b, other) in combinations(enumerate(texts), 2)
        if fuzz.ratio(one, other) >= least and one != other
    }


def found(texts: list[str], least: float = 80) -> set[tuple[int, int]]:
    return {(a, b) for a, b, ratio in alike(texts, least) if ratio < 100}


def test_nearly_all_pairs_are_found() -> None:
    texts = list(dict.fromkeys(statements(1_500, seed=4)))
    truth = by_force(texts, 80)
    assert len(truth) > 100
    assert len(found(texts) & truth) >= 0.99 * len(truth)


def test_nothing_is_found_that_is_not_alike() -> None:
    texts = statements(500, seed=5)
    for a, b, ratio in alike(texts, 85):
        assert a < b
        assert ratio == pytest.approx(fuzz.ratio(texts[a], texts[b]), abs=0.001)
        assert ratio >= 85


@given(st.lists(st.text(max_size=60), max_size=8), st.sampled_from([50.0, 80.0, 95.0]))
@settings(max_examples=60, deadline=None)
def test_any_text_in_any_script_gives_true_pairs_each_once(texts: list[str], least: float) -> None:
    pairs = list(alike(texts, least))
    assert all(fuzz.ratio(texts[a], texts[b]) >= least - 0.001 for a, b, _ in pairs)
    assert len({(a, b) for a, b, _ in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sank off Orlo with 24 people aboard.", "The ferry sank off Orlo with 42 people aboard."),
        ("He said no.", "He says no."),
        ("渡轮在港口外沉没，船上有二十四人。", "渡轮在港口外沉没，船上有四十二人。"),
        ("Паром затонул у Орло, на борту было 24 человека.", "Паром затонул у Орло, на борту был 41 человек."),
        ("เรือข้ามฟากจมลงนอกท่าเรือเมื่อวานนี้", "เรือข้ามฟากจมลงนอกท่าเรือเมื่อเช้านี้"),
        ("THE BRIDGE IS CLOSED TODAY", "THE BRIDGE WAS CLOSED TODAY"),
    ],
)
def test_near_copies_meet(one: str, other: str) -> None:
    assert found([one, "Something else was said here.", other]) == {(0, 2)}


def test_copies_are_paired_with_the_first_only() -> None:
    assert list(alike(["It rained.", "It snowed a lot.", "It rained.", "It rained."])) == [
        Alike(0, 2, 100.0),
        Alike(0, 3, 100.0),
    ]


def test_ten_thousand_copies_and_ten_thousand_of_one_mould_end() -> None:
    texts = ["It rained all day."] * 10_000 + [
        f"The index closed at {number} points on Monday." for number in range(2_000)
    ]
    pairs = list(alike(texts))
    assert len(pairs) < 12 * 40 * 2_000 + 10_000
    assert {a for a, b, _ in pairs} | {b for a, b, _ in pairs} == set(range(len(texts)))


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["?", "!"], ["a"], ["\n\n", "\ud800"]])
def test_next_to_nothing_gives_an_answer(texts: list[str]) -> None:
    assert {(a, b) for a, b, _ in alike(texts)} <= {(0, 1)}


def test_the_same_texts_in_another_order_give_the_same_pairs() -> None:
    texts = list(dict.fromkeys(statements(400, seed=6)))
    forth = {frozenset((texts[a], texts[b])) for a, b, _ in alike(texts)}
    assert {frozenset((texts[::-1][a], texts[::-1][b])) for a, b, _ in alike(texts[::-1])} == forth


def test_it_can_be_cancelled_at_each_call() -> None:
    texts = statements(300, seed=7)
    calls: list[int] = []
    list(alike(texts, 80, lambda *_: calls.append(1)))
    assert len(calls) > 5

    def stops(after: int) -> Iterator[None]:
        left = iter(range(after))

        def progress(*_: object) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            list(alike(texts, 80, progress))
        yield

    for after in range(0, len(calls), 7):
        list(stops(after))


def test_a_family_is_joined_link_by_link() -> None:
    words = "the old harbour ferry sank near Orlo on Monday night with many people aboard and nobody was found".split()
    family = [" ".join([*words[:at], f"word{at}", *words[at + 1 :]]) for at in range(len(words))]
    pairs = found(family)
    assert all(pair in pairs for pair in pairwise(range(len(family))))


def test_numpy_waits_until_something_is_compared() -> None:
    code = "import sys; import factcheck.ui.main_window, factcheck.cli.root; sys.exit('numpy' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0
