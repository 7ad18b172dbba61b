"""The index of statements that is kept in the project."""

import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from rapidfuzz import fuzz

from benchmarks.invented import news
from factcheck import edits, importing, workflow
from factcheck.echoes import Echoes, Later, elsewhere
from factcheck.matching import statements
from factcheck.model import Article, Who
from factcheck.session import Session
from factcheck.text import Span

ITEMS = list(news(24, seed=9))
WHO = Who("Ada")


def add(session: Session, number: int) -> Article:
    return workflow.add(session, importing.pasted(ITEMS[number].text, f"{number}. {ITEMS[number].title}"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workflow.new_project(tmp_path / "p.factcheck", WHO) as made:
        for number in range(12):
            add(made, number)
        yield made


def asked() -> list[str]:
    return [text for text in ITEMS[14].text.replace("people", "persons").split(". ") if len(text) > 30]


def told(echoes: Echoes, session: Session) -> set[tuple[int, str, int]]:
    return {(e.asked, e.statement.article_id, e.statement.index) for e in echoes.find(session.records, asked())}


def by_force(session: Session) -> set[tuple[int, str, int]]:
    every = [s for source in workflow.sources(session.records) for s in statements(source)]
    pairs = ((number, text, s) for number, text in enumerate(asked()) for s in every)
    return {(number, s.article_id, s.index) for number, text, s in pairs if fuzz.ratio(text, s.text) >= 80}


def test_it_finds_what_stands_elsewhere_nearly_word_for_word(session: Session) -> None:
    add(session, 14)
    truth, found = by_force(session), told(Echoes.of(session), session)
    assert found <= truth
    assert len(found) >= 0.9 * len(truth) >= 10


def test_what_was_kept_and_brought_up_to_date_is_as_if_made_at_once(session: Session) -> None:
    Echoes.of(session)
    for number in (14, 15, 16):
        add(session, number)
        Echoes.of(session)
    path = session.path
    session.close()
    with Session.open(path, WHO) as again:
        echoes = Echoes.of(again)
        assert len(echoes) == sum(len(statements(source)) for source in workflow.sources(again.records))
        assert told(echoes, again) == {t for t in by_force(again) if t in told(echoes, again)}
        assert len(told(echoes, again)) >= 0.9 * len(by_force(again))


def test_many_small_additions_are_joined_and_nothing_is_lost(session: Session) -> None:
    for number in (14, *range(12, 14), *range(15, 24)):
        add(session, number)
        Echoes.of(session)
    for _ in range(8):
        text = ITEMS[0].text.replace("people", f"people{_}")
        workflow.add(session, importing.pasted(text, f"copy {_}"))
        made = Echoes.of(session)
    with closing(sqlite3.connect(session.path)) as raw:
        assert raw.execute("SELECT count(*) FROM derived_segments").fetchone()[0] < 16
    again = Echoes.of(session)
    assert told(again, session) == told(made, session)
    assert len(again) == len(made)


def test_a_withdrawn_article_is_passed_over(session: Session) -> None:
    article = add(session, 14)
    assert any(found[1] == article.id for found in told(Echoes.of(session), session))
    session.do(edits.withdraw(session.records, [article.id]))
    assert not any(found[1] == article.id for found in told(Echoes.of(session), session))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE derived_segments SET keys = x'00'",
        "UPDATE derived_segments SET owners = zeroblob(8)",
        "UPDATE derived_segments SET owners = CAST(replace(hex(owners), '0', 'F') AS BLOB)",
        "UPDATE derived_segments SET texts = 'abc:3'",
        "UPDATE derived_rarity SET scale = x'0102'",
        "UPDATE derived_state SET value = 'of old' WHERE key = 'segments'",
        "DELETE FROM derived_segments",
    ],
)
def test_what_is_damaged_or_of_another_form_is_made_anew(session: Session, damage: str) -> None:
    add(session, 14)
    before = told(Echoes.of(session), session)
    path = session.path
    session.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        assert raw.execute(damage).rowcount > 0
    with Session.open(path, WHO) as again:
        assert told(Echoes.of(again), again) == before


_WRITER = """
import sys
from pathlib import Path
from benchmarks.invented import news
from factcheck import importing, workflow
from factcheck.echoes import Echoes, Later, elsewhere
from factcheck.model import Who
from factcheck.session import Session
from factcheck.text import Span
with Session.open(Path(sys.argv[1]), Who("Ada")) as session:
    for number, item in enumerate(news(400, seed=10)):
        workflow.add(session, importing.pasted(item.text, f"more {number}"))
        Echoes.of(session)
        print(number, flush=True)
"""


def test_a_program_that_is_killed_while_it_writes_leaves_an_index_that_can_be_used(session: Session) -> None:
    Echoes.of(session)
    path = session.path
    session.close()
    with Popen([sys.executable, "-c", _WRITER, str(path)], stdout=PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(5):
            assert writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
    with Session.open(path, WHO) as again:
        assert again.records.count(Article) >= 17
        echoes = Echoes.of(again)
        assert len(echoes) == sum(len(statements(source)) for source in workflow.sources(again.records))
        assert told(echoes, again) <= by_force(again)


# --- where else ---


def test_a_statement_stands_elsewhere_but_not_in_its_own_place(session: Session) -> None:
    first, again = add(session, 14), add(session, 14)
    found = elsewhere(session.records, Echoes.of(session), first.id)
    own = statements(workflow.source(session.records, first))
    exact = [asked for asked, echo in found if echo.statement.article_id == again.id and echo.ratio == 100]
    assert set(exact) == {s.text for s in own}
    assert not [echo for asked, echo in found if echo.statement.article_id == first.id and asked == echo.statement.text]
    one = elsewhere(session.records, Echoes.of(session), first.id, Span(own[1].start, own[1].start + 5))
    assert {asked for asked, _ in one} == {own[1].text}


def test_what_a_worker_finds_is_kept_by_the_thread_that_may_write(session: Session) -> None:
    later = Later(session)
    with session.snapshot() as state:
        made = Echoes.over(state, later)
    assert Later(session)._kept is None, "a worker writes nothing"
    later.write(session)
    kept = Later(session)
    assert len(Echoes.over(session.records, kept)) == len(made) == len(Echoes.of(session))
    assert kept._waiting == [], "nothing was left to do"
