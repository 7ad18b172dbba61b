"""Which backups stay as they grow older."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.store import rotation
from factcheck.store.rotation import Kept, superfluous

HOUR, DAY = 3600, 86400
NOW = 1_800_000_000


def stay(ages: list[int], size: int = 1000) -> list[int]:
    """The ages of backups that stay, of these, youngest first."""
    there = [Kept(NOW - age, size) for age in sorted(ages)]
    gone = set(superfluous(there, NOW))
    return [NOW - one.at for place, one in enumerate(there) if place not in gone]


def test_all_of_the_last_hour_stay() -> None:
    assert stay([10, 10, 20, 1800]) == [10, 10, 20, 1800]


def test_but_no_more_than_so_many() -> None:
    assert stay(list(range(100))) == list(range(rotation.MOST))


def test_one_an_hour_a_day_a_week_a_month() -> None:
    older = [age for age in stay(list(range(0, 3 * 365 * DAY, 1800))) if age > HOUR]
    assert 22 <= sum(age <= DAY for age in older) <= 24
    assert 13 <= sum(DAY < age <= 14 * DAY for age in older) <= 14
    assert 7 <= sum(14 * DAY < age <= 63 * DAY for age in older) <= 8
    assert 22 <= sum(age > 63 * DAY for age in older) <= 24
    assert max(older) <= 730 * DAY


def test_the_latest_few_stay_however_old_and_large_they_are() -> None:
    ages = [n * 1000 * DAY for n in range(1, 9)]
    assert stay(ages, size=rotation.LARGEST) == ages[: rotation.LEAST]


def test_together_they_stay_within_a_size() -> None:
    kept = stay([n * DAY + HOUR for n in range(10)], size=rotation.LARGEST // 5)
    assert len(kept) == 5
    assert kept == sorted(kept)


def test_after_the_clock_was_set_back_a_year_what_is_made_now_stays() -> None:
    year = 365 * DAY
    ages = [-year - n * HOUR for n in range(20)]
    kept = stay([*ages, 0, 1, 2])
    assert {0, 1, 2} <= set(kept)
    assert any(age < 0 for age in kept), "what was made before the clock was set back is not thrown away"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(-10 * 365 * DAY, 10 * 365 * DAY), st.integers(0, 10**9)), max_size=40))
def test_whatever_there_is_the_nearest_stay_and_a_second_look_drops_nothing_more(made: list[tuple[int, int]]) -> None:
    there = [Kept(NOW - age, size) for age, size in sorted(made)]
    gone = set(superfluous(there, NOW))
    nearest = sorted(range(len(there)), key=lambda place: abs(NOW - there[place].at))[: rotation.LEAST]
    assert not gone & set(nearest)
    left = [one for place, one in enumerate(there) if place not in gone]
    assert not superfluous(left, NOW)
