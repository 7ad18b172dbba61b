"""A day's work is quick, and so is opening what a year made. Seconds are the processor's, and writing is counted in
pages: a busy machine changes neither. The bounds are far above what is measured.
"""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from factcheck import edits
from factcheck.model import Claim, Edit
from factcheck.session import Session
from factcheck.store.check import problems
from tests.store.making import TEXT, WHO, add_article, add_claim, dump, new_session, sentence


def test_two_thousand_edits_take_seconds_and_opening_five_thousand_entries_is_quick(path: Path) -> None:
    with new_session(path) as session:
        article = add_article(session, text=TEXT * 20)
        began = process_time()
        made = [add_claim(session, article, n) for n in range(700)]
        for claim in made:
            session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
            session.do(edits.edit_claim(session.records, claim.id, "place", f"Street {claim.number}"))
        assert process_time() - began < 10
        while session.revision < 5_000:
            claim = made[session.revision % len(made)]
            session.do(edits.edit_claim(session.records, claim.id, "reply", str(session.revision)))
        kept = dump(session.records)
    began = process_time()
    with Session.open(path, WHO) as again:
        assert process_time() - began < 2
        assert again.revision >= 5_000
        assert again.records.count(Claim) == 700
        began = process_time()
        assert dump(again.records) == kept
        assert process_time() - began < 2
    assert path.stat().st_size < 20_000_000
    began = process_time()
    assert not list(problems(path))
    assert process_time() - began < 20


def test_an_edit_costs_the_same_however_much_was_done_before(path: Path) -> None:
    """Counted in bytes written, which no busy machine changes."""
    with new_session(path) as session:
        article = add_article(session, text=TEXT * 20)

        def written(numbers: range) -> int:
            session.reader.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            for n in numbers:
                add_claim(session, article, n)
            return path.with_name(path.name + "-wal").stat().st_size

        session.reader.connection.execute("PRAGMA wal_autocheckpoint = 0")
        first = written(range(20))
        written(range(20, 900))
        assert written(range(900, 920)) < 3 * first
        assert sentence(919).end < len(TEXT * 20)


def test_an_edit_writes_what_it_changes_and_leaves_other_indexes_alone(path: Path) -> None:
    """Counted in pages; with every index of the claims written it would be some thirty."""
    with new_session(path) as session:
        article = add_article(session, text=TEXT * 20)
        claims = [add_claim(session, article, n) for n in range(40)]
        log = path.with_name(path.name + "-wal")
        session.reader.connection.execute("PRAGMA wal_autocheckpoint = 0")
        session.reader.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        def pages(change: Callable[[Claim], Edit]) -> float:
            before = log.stat().st_size
            for claim in claims:
                session.do(change(claim))
            return (log.stat().st_size - before) / (4096 + 24) / len(claims)

        assert pages(lambda claim: edits.edit_claim(session.records, claim.id, "priority", 1)) < 12
        assert pages(lambda claim: edits.edit_claim(session.records, claim.id, "place", "Riverside")) < 18
        assert pages(lambda claim: edits.set_verdict(session.records, claim.id, "half", WHO)) < 18


def test_words_are_indexed_anew_only_where_they_change(path: Path) -> None:
    with new_session(path) as session:
        claim = add_claim(session, add_article(session), 0)
        index = "SELECT id, block FROM derived_claim_words_data"
        words = session.reader.connection.execute(index).fetchall()
        session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
        session.do(edits.edit_claim(session.records, claim.id, "priority", 1))
        assert session.reader.connection.execute(index).fetchall() == words
        session.do(edits.edit_claim(session.records, claim.id, "place", "Riverside"))
        assert session.reader.connection.execute(index).fetchall() != words


def test_whatever_refers_to_a_record_is_found_by_an_index(path: Path) -> None:
    """SQLite looks for it whenever the record comes or goes: without an index it reads the whole table each time."""
    with new_session(path) as session:
        ask = session.reader.connection.execute
        tables = [name for (name,) in ask("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        referring = {
            (table, column, to)
            for table in tables
            for to, column in ask('SELECT "table", "from" FROM pragma_foreign_key_list(?)', (table,))
            if to != "scales"  # few, and they stay
        }
        indexed = {
            (table, column)
            for table in tables
            for (index,) in ask("SELECT name FROM pragma_index_list(?)", (table,)).fetchall()
            for (column,) in ask("SELECT name FROM pragma_index_info(?) WHERE seqno = 0", (index,))
        }
        assert len(referring) > 8
        assert [reference for reference in sorted(referring) if reference[:2] not in indexed] == []
