"""Names that change places: how many statements one is held against."""

from factcheck.matching import Source
from factcheck.matching.corpus import corpus
from factcheck.matching.swaps import swaps
from factcheck.progress import silent


def quiet(_: int) -> None:
    """Nobody waits."""


def test_names_of_many_near_copies_are_not_all_held_against_each_other() -> None:
    lasts = ("tov", "sund", "dal", "wick", "gard")
    names = [first + last for first in ("Mar", "Bran", "Vog", "Hol", "Ek") for last in lasts]
    told = "opened the old iron bridge beside the grain harbour while crowds cheered and brass bands played loud music"
    texts = [f"On the quay the pilot {name} {told}." for name in names]
    made = corpus([Source(f"a{n}", f"v{n}", text) for n, text in enumerate(texts)], silent)
    pairs = list(swaps(made, quiet))
    assert pairs
    assert len(pairs) < len(names) * (len(names) - 1) // 2
