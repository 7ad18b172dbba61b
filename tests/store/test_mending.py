"""A list of claims that is damaged or missing stops nothing: it is made anew from the records."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck import edits
from factcheck.errors import AlteredProjectError, DamagedProjectError
from factcheck.listing import Arrangement
from factcheck.session import Session
from factcheck.store import guard, schema
from tests.store.making import WHO, new_session

Damage = Callable[[sqlite3.Connection], object]


def sql(*statements: str) -> Damage:
    def run(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return run


WORDS = "UPDATE derived_claim_words_data SET block = x'00FF' || zeroblob(40) WHERE id > 10"
STRUCTURE = "UPDATE derived_claim_words_data SET block = x'000000017F7F7F7F' WHERE id = 10"
DAMAGES = {
    "rows are gone": sql("DELETE FROM derived_claims WHERE number > 1"),
    "all rows are gone": sql("DELETE FROM derived_claims"),
    "the words are gone": sql("DELETE FROM derived_claim_words_data", "DELETE FROM derived_claim_words_docsize"),
    "the number is wrong": sql("UPDATE derived_state SET value = '9' WHERE key = 'claims_total'"),
    "the words' structure is damaged": sql(
        "UPDATE derived_claim_words_data SET block = x'000000017F7F7F7F' WHERE id = 10"
    ),
    "the table is missing": sql("DROP TABLE derived_claims"),
    "an index is missing": sql("DROP INDEX derived_claims_topic"),
    "the words are missing": sql("DROP TABLE derived_claim_words"),
    "a part of the words is missing": sql("DROP TABLE derived_claim_words_config"),
    "all is missing": sql("DROP TABLE derived_claim_words", "DROP TABLE derived_claims"),
}


def spoil(path: Path, damage: Damage) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        damage(connection)


def numbers(session: Session, text: str = "") -> list[str]:
    with closing(session.listing()) as listing:
        listing.arrange(Arrangement(text, sort="topic"), dict)
        return [*listing.ids(0, 9)]


@pytest.fixture
def ids(path: Path) -> list[str]:
    """Three claims, by topic."""
    with new_session(path) as session:
        fields = [{"wording": f"Barn {name} burnt", "topic": name} for name in ("north", "east", "south")]
        edit, made = edits.add_claims(session.records, fields)
        session.do(edit)
        return [made[1].id, made[0].id, made[2].id]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_or_missing_is_made_anew_when_the_project_is_opened(
    path: Path, ids: list[str], damage: Damage
) -> None:
    spoil(path, damage)
    with Session.open(path, WHO) as session:
        assert session.was_mended()
        assert not session.was_mended()
        assert numbers(session) == numbers(session, "barn") == ids
    with closing(sqlite3.connect(path)) as connection:
        assert guard.found_schema(connection) == guard.expected_schema(schema.version())


def test_a_sound_list_is_left_alone(path: Path, ids: list[str]) -> None:
    with Session.open(path, WHO) as session:
        assert not session.was_mended()
        assert numbers(session) == ids


def test_damage_that_shows_in_a_search_is_mended_then(path: Path, ids: list[str]) -> None:
    with Session.open(path, WHO) as session:
        with closing(session.listing()) as listing:
            spoil(path, sql(WORDS))
            listing.renew()
            listing.arrange(Arrangement("burnt south"), dict)
            assert [*listing.ids(0, 9)] == ids[2:]
            assert [*listing.search("north", 9)] == ids[1:2]
        assert session.was_mended()


def test_damage_does_not_stand_in_the_way_of_an_edit(path: Path, ids: list[str]) -> None:
    with Session.open(path, WHO) as session:
        spoil(path, sql(STRUCTURE))
        assert session.do(edits.edit_claim(session.records, ids[0], "wording", "A byre burnt"))
        assert session.was_mended()
        assert numbers(session, "byre") == ids[:1]
        session.undo()
        assert numbers(session, "byre") == []


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_project_that_is_only_read_is_listed_all_the_same_and_its_file_left_as_it_is(
    path: Path, ids: list[str], damage: Damage
) -> None:
    spoil(path, damage)
    before = path.read_bytes()
    with Session.open(path, WHO, read_only=True) as session:
        assert numbers(session) == numbers(session, "barn") == ids
        assert numbers(session, "north") == ids[1:2]
        assert not session.was_mended()
    assert path.read_bytes() == before


def test_damage_that_shows_in_a_search_of_a_project_that_is_only_read_is_passed_by(path: Path, ids: list[str]) -> None:
    spoil(path, sql(WORDS))
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        assert [*listing.search("south", 9)] == ids[2:]
        listing.arrange(Arrangement("barn", sort="topic"), dict)
        assert [*listing.ids(0, 9)] == ids


def test_a_list_of_ones_own_follows_who_writes(path: Path, ids: list[str]) -> None:
    with Session.open(path, WHO) as writing:
        spoil(path, sql(WORDS))
        with Session.open(path, WHO, read_only=True) as reading, closing(reading.listing()) as listing:
            assert [*listing.search("byre", 9)] == []
            writing.do(edits.edit_claim(writing.records, ids[0], "wording", "A byre burnt"))
            listing.renew()
            assert [*listing.search("byre", 9)] == ids[:1]
            writing.do(edits.withdraw(writing.records, ids[:2]))
            listing.renew()
            assert (listing.total(), [*listing.search("burnt", 9)]) == (1, ids[2:])


def test_records_that_are_damaged_too_are_told(path: Path, ids: list[str]) -> None:
    with Session.open(path, WHO) as session:
        session.do(edits.set_verdict(session.records, ids[0], "half", WHO))
    spoil(path, sql(WORDS, "UPDATE scales SET ratings = '['"))
    with Session.open(path, WHO, read_only=True) as session, pytest.raises(DamagedProjectError):
        numbers(session, "barn")


@pytest.mark.parametrize("planted", ["TABLE derived_claims_more (a)", "VIEW derived_claims_v AS SELECT 1"])
def test_nothing_may_be_there_that_is_not_ours(path: Path, ids: list[str], planted: str) -> None:
    assert ids
    spoil(path, sql("DROP INDEX derived_claims_topic", f"CREATE {planted}"))
    with pytest.raises(AlteredProjectError):
        Session.open(path, WHO)


def test_what_is_no_list_of_claims_may_not_be_missing(path: Path, ids: list[str]) -> None:
    assert ids
    spoil(path, sql("DROP INDEX claims_by_number"))
    with pytest.raises(AlteredProjectError):
        Session.open(path, WHO)
