"""What was dismissed stays dismissed; what is new comes back."""

from dataclasses import replace

from factcheck.matching import Source, apply_rulings, find, judged
from factcheck.model import (
    Contradiction,
    Finding,
    JudgedFinding,
    JudgedPosition,
    Kind,
    Reason,
    ReasonType,
    Ruling,
    Verb,
)

ECHO = "Twenty-four people died when the ferry Alma sank off Lunde on Tuesday, the coast guard said.\n"
POST = "Thirty-eight people were killed when the ferry Alma sank off Lunde.\n"
HERALD = "The ferry Alma sank off Lunde and 24 people lost their lives.\n"
GAZETTE = "The ferry Alma sank off Lunde and 52 people lost their lives.\n"


def article(name: str, text: str, prefix: str = "") -> Source:
    return Source(f"{prefix}a-{name}", f"{prefix}v-{name}", text, publisher=name)


def run(sources: list[Source]) -> list[Finding]:
    return find(sources)


def killed(found: list[Finding]) -> Finding:
    return next(f for f in found if f.fact == "people killed" and f.kind is not Kind.agreement)


def ruling(finding: Finding, sources: list[Source], verb: Verb = Verb.dismissed, given: int = 1) -> Ruling:
    texts = {s.version_id: s.text for s in sources}
    return Ruling(f"r{given}", verb, finding.kind, finding.fact, judged(finding, texts.__getitem__), "Ada", given)


TWO = [article("Echo", ECHO), article("Post", POST)]


def test_what_was_dismissed_does_not_return_after_a_new_import() -> None:
    told = ruling(killed(run(TWO)), TWO)
    again = [article("Echo", ECHO, "new-"), article("Post", POST, "new-")]
    assert killed(apply_rulings(run(again), [told], [], again)).ruling == told


def test_a_new_passage_joins_its_position_quietly() -> None:
    told = ruling(killed(run(TWO)), TWO)
    three = [*TWO, article("Herald", HERALD)]
    found = killed(apply_rulings(run(three), [told], [], three))
    assert found.ruling == told
    assert found.back == ""
    assert sum(len(p.passages) for p in found.positions) == 3


def test_a_new_position_brings_the_row_back_and_says_why() -> None:
    told = ruling(killed(run(TWO)), TWO)
    three = [*TWO, article("Gazette", GAZETTE)]
    found = killed(apply_rulings(run(three), [told], [], three))
    assert found.ruling is None
    assert found.back == "Dismissed before; new since then: 52 dead (Gazette)."


def test_without_its_ruling_a_finding_is_open_again() -> None:
    found = run(TWO)
    assert killed(apply_rulings(found, [], [], TWO)).ruling is None


def test_the_latest_ruling_stands() -> None:
    finding = killed(run(TWO))
    older, newer = ruling(finding, TWO, Verb.dismissed, 1), ruling(finding, TWO, Verb.confirmed, 2)
    assert killed(apply_rulings([finding], [newer, older], [], TWO)).ruling == newer


def test_a_ruling_on_another_event_does_not_hide_equal_figures() -> None:
    told = ruling(killed(run(TWO)), TWO)
    other = [
        article("Echo", "A train crash near Orlo killed 24 people.\n"),
        article("Post", "The train crash near Orlo killed thirty-eight people.\n"),
    ]
    assert killed(apply_rulings(run(other), [told], [], other)).ruling is None


BOTH = [
    article("Echo", "Five people died and seven were injured when the ferry Alma sank off Lunde.\n"),
    article("Post", "Nine people died and thirty were injured when the ferry Alma sank off Lunde.\n"),
]


def test_a_ruling_on_one_fact_says_nothing_of_another_in_the_same_sentences() -> None:
    found = run(BOTH)
    dead = killed(found)
    injured = next(f for f in found if f.fact == "people injured")
    rulings = [ruling(dead, BOTH, Verb.confirmed, 1), ruling(injured, BOTH, Verb.scope, 2)]
    ruled = {f.id: f for f in apply_rulings(found, rulings, [], BOTH)}
    assert ruled[dead.id].ruling == rulings[0]
    assert ruled[injured.id].ruling == rulings[1]
    open_again = {f.id: f for f in apply_rulings(found, rulings[1:], [], BOTH)}
    assert open_again[dead.id].ruling is None
    assert open_again[dead.id].back == ""


def test_dismissed_ones_stand_last_and_made_ones_first() -> None:
    found = run(TWO)
    told = ruling(killed(found), TWO)
    shown = apply_rulings(found, [told], [made(TWO)], TWO)
    assert shown[0].made_id == "c1"
    assert shown[0].score == 1.0
    assert shown[-1].ruling == told


def made(sources: list[Source], replaces: tuple[JudgedFinding, ...] = ()) -> Contradiction:
    texts = {s.version_id: s.text for s in sources}
    seen = judged(killed(run(sources)), texts.__getitem__)
    positions = tuple(JudgedPosition(f"mine {i}", p.anchors) for i, p in enumerate(seen))
    reason = Reason(ReasonType.other, "I saw it.")
    return Contradiction("c1", Kind.contradiction, "my fact", reason, positions, "Ada", 1, replaces)


def test_made_findings_stand_in_the_order_in_which_they_were_made_whatever_their_ids_are() -> None:
    given = [
        replace(made(TWO), id=id, fact=fact, made=at)
        for id, fact, at in (("c1", "b", 2), ("c3", "a", 2), ("c9", "z", 1))
    ]
    facts = [finding.fact for finding in apply_rulings([], [], given, TWO)]
    assert facts == ["z", "a", "b"]


def test_a_made_finding_finds_its_words_in_a_new_version() -> None:
    record = made(TWO)
    again = [article("Echo", "Corrected.\n" + ECHO, "new-"), article("Post", POST, "new-")]
    shown = apply_rulings([], [], [record], again)
    assert [p.value for p in shown[0].positions] == ["mine 0", "mine 1"]
    texts = {s.version_id: s.text for s in again}
    for passage in (q for p in shown[0].positions for q in p.passages):
        assert texts[passage.version_id][passage.start : passage.end] == passage.text


def test_a_made_finding_without_its_articles_is_not_shown() -> None:
    assert apply_rulings([], [], [made(TWO)], TWO[:1]) == []


def test_a_made_finding_takes_the_place_of_those_it_replaces() -> None:
    found = run(TWO)
    texts = {s.version_id: s.text for s in TWO}
    old = killed(found)
    record = made(TWO, (JudgedFinding(old.kind, judged(old, texts.__getitem__)),))
    shown = apply_rulings(found, [], [record], TWO)
    assert old.id not in {f.id for f in shown}


def test_a_made_finding_is_ruled_on_like_the_others() -> None:
    record = made(TWO)
    mine = apply_rulings([], [], [record], TWO)[0]
    told = ruling(mine, TWO, Verb.confirmed)
    assert apply_rulings([], [told], [record], TWO)[0].ruling == told
