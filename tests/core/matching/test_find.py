"""From articles to findings: one row per fact, the same on every run, an answer to whatever comes in."""

import os
import random
import subprocess
import sys
import time

import pytest

from factcheck.matching import Source, as_json, find, statements
from factcheck.model import Finding, Kind, ReasonType
from factcheck.progress import Cancelled

ECHO = """Ferry sinks off Lunde
At least 24 people died when the ferry Alma sank off Lunde on Tuesday, the coast guard said.
The Alma sank at 6:40 a.m., eleven miles west of Lunde.
The captain did not send a distress call.
Ana Ruiz, the director of the Alma line, said the ferry was well equipped.
"""
POST = """Ferry disaster off Lunde
Thirty-eight people were killed when the ferry Alma sank off Lunde on Monday.
It went down 18 km east of Lunde, and the captain sent a distress call at once.
Tomas Berg, the director of the Alma line, was not available.
"""
HERALD = """Alma: 24 dead
The ferry Alma sank off Lunde on Tuesday and 24 people lost their lives.
"""


def article(name: str, text: str, published: str = "", publisher: str = "") -> Source:
    return Source(f"id-{name}", f"v-{name}", text, file=f"{name}.txt", publisher=publisher, published=published)


SOURCES = [
    article("echo", ECHO, publisher="Daily Echo"),
    article("post", POST, publisher="Evening Post"),
    article("herald", HERALD, publisher="Herald"),
]


def disputes(found: list[Finding]) -> list[Finding]:
    return [f for f in found if f.kind in (Kind.contradiction, Kind.number_update)]


def about(found: list[Finding], fact: str) -> list[Finding]:
    return [f for f in disputes(found) if fact in f.fact]


def test_one_row_per_fact_and_equal_values_in_one_position() -> None:
    rows = about(find(SOURCES), "people killed")
    assert len(rows) == 1
    values = {p.value: {q.article_id for q in p.passages} for p in rows[0].positions}
    assert set(values) == {"24 dead", "thirty-eight dead"}
    assert values["24 dead"] == {"id-echo", "id-herald"}


def test_the_reason_says_who_says_what() -> None:
    reason = about(find(SOURCES), "people killed")[0].reasons[0]
    assert reason.type is ReasonType.number
    assert reason.text.startswith("Different numbers of people killed: 24 dead (")
    assert "thirty-eight dead (Evening Post)" in reason.text


def test_direction_denial_and_office_are_found_too() -> None:
    types = {f.reasons[0].type for f in disputes(find(SOURCES))}
    assert {ReasonType.number, ReasonType.place, ReasonType.negation, ReasonType.role} <= types


def test_offsets_point_into_the_texts() -> None:
    by_id = {s.article_id: s for s in SOURCES}
    for finding in find(SOURCES):
        for passage in (q for p in finding.positions for q in p.passages):
            text = by_id[passage.article_id].text
            assert text[passage.start : passage.end] == passage.text
            assert all(passage.start <= a < b <= passage.end for a, b in passage.spans)


def test_contradictions_have_positions_and_agreements_have_one() -> None:
    for finding in find([*SOURCES, article("copy", ECHO)]):
        assert 0 <= finding.score <= 1
        if finding.kind in (Kind.contradiction, Kind.number_update):
            assert len(finding.positions) >= 2
        else:
            assert len(finding.positions) == 1
            assert len(finding.positions[0].passages) >= 2


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_makes_no_difference(seed: int) -> None:
    shuffled = list(SOURCES)
    random.Random(seed).shuffle(shuffled)
    assert find(shuffled) == find(SOURCES)


def test_ids_outlive_a_new_import() -> None:
    again = [Source(f"x{i}", f"y{i}", s.text, s.title, s.file, s.publisher) for i, s in enumerate(SOURCES)]
    assert [f.id for f in find(again)] == [f.id for f in find(SOURCES)]


def test_a_count_that_grows_with_later_reports_is_an_update() -> None:
    early = article("early", "A quake hit Orlo on Monday and killed 5 people.", "2024-05-13")
    late = article("late", "The quake that hit Orlo on Monday killed 24 people.", "2024-05-15")
    [row] = about(find([early, late]), "people killed")
    assert row.kind is Kind.number_update
    assert [p.value for p in row.positions] == ["5 dead", "24 dead"]


def test_one_article_against_itself() -> None:
    text = "A fire in Orlo killed 5 people on Monday.\nThe fire in Orlo killed 7 people, police said.\n"
    assert about(find([article("a", text)]), "people killed")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mud in Orlo was 31 cm deep.", "In Orlo the mud was 310 mm deep."),
        ("A fifth of the fields of Orlo lie under mud.", "Some 20 per cent of the fields of Orlo lie under mud."),
        ("More than 60 people were injured in Orlo.", "Sixty-two people were injured in Orlo."),
        ("The mud ran six miles down the valley of Orlo.", "The mud ran about 10 km down the valley of Orlo."),
    ],
)
def test_what_agrees_is_no_contradiction(one: str, other: str) -> None:
    assert disputes(find([article("a", one), article("b", other)])) == []


def test_date_lines_and_bylines_are_no_statements() -> None:
    text = "Barn burns\nBy Ana Ruiz\nTuesday, July 2, 2013\nA barn burnt in Orlo.\n"
    found = statements(article("a", text))
    assert [s.text for s in found] == ["Barn burns", "A barn burnt in Orlo."]
    assert all(text[s.start : s.end] == s.text for s in found)


def test_the_json_form_has_the_keys_of_the_contract() -> None:
    made = as_json(find(SOURCES)[0], SOURCES)
    assert list(made) == ["id", "kind", "score", "fact", "reasons", "positions", "ruling"]
    passage = made["positions"][0]["passages"][0]
    assert list(passage) == ["article", "title", "file", "publisher", "published", "start", "end", "text", "spans"]
    assert made["ruling"] is None


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["", ""],
        [" \n\t\n"],
        ["One sentence only."],
        ["قتل خمسة أشخاص في الزلزال. قتل 24 شخصا.", "地震で5人が死亡した。😀 24人。", "Погибли 24 человека."],
        ["x" * 20_000],
        ["12 " * 5_000],
        ["!!! ??? ..."],
        ["no no no not not never", "never 5 5 5"],
    ],
)
def test_an_answer_to_anything(texts: list[str]) -> None:
    sources = [article(str(i), text) for i, text in enumerate(texts)]
    assert isinstance(find(sources), list)


def test_copies_collapse() -> None:
    copies = [article(str(i), HERALD) for i in range(300)]
    found = find(copies)
    assert disputes(found) == []
    assert all(f.kind is Kind.repeat and len(f.positions[0].passages) == 300 for f in found)


def test_nothing_of_one_kind_in_numbers_makes_it_hang() -> None:
    """A guard against steps that grow with the square: seconds here would be hours there."""
    lost = "The ferry Alma sank off Lunde and {n} people lost their lives.\n"
    many = [
        [article(str(i), ECHO) for i in range(500)],
        [article("same", lost.format(n=24) * 2_000)],
        [article("numbers", "".join(lost.format(n=n) for n in range(60)))],
        [article(str(i), "".join(f"قتل {n * i} شخصا في الزلزال يوم الثلاثاء. " for n in range(40))) for i in (1, 2)],
        [article(str(i), "地震で五人が死亡した" * 2_000) for i in range(2)],
    ]
    started = time.perf_counter()
    for sources in many:
        find(sources)
    assert time.perf_counter() - started < 60


def test_it_can_be_stopped() -> None:
    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find(SOURCES, stop)


def test_every_process_gives_the_same_order() -> None:
    """Sets have another order in each process; what depends on it shows only across two."""
    program = (
        "import sys; from factcheck.matching import Source, find\n"
        "texts = sys.argv[1:]\n"
        "print([(f.id, f.score) for f in find([Source(str(i), str(i), t) for i, t in enumerate(texts)])])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program, ECHO, POST, HERALD],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
