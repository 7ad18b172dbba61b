"""Records to plain data and back, and nothing else let in."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import codec
from factcheck.codec import UnreadableError
from factcheck.model import RECORD_TYPES, Change, Edit, Evidence, Finding, Note, Rating, Record, Scale
from factcheck.store.rows import from_row, table, tables, to_row
from tests.store.making import any_of, any_record, leaves


@pytest.mark.parametrize("kind", RECORD_TYPES)
@given(data=st.data())
def test_a_record_comes_back_from_json_and_from_a_row_as_it_was(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(any_of(kind))
    text = codec.write(record)
    assert codec.read(kind, text) == record
    assert codec.write(codec.read(kind, text)) == text
    assert from_row(kind, tuple(to_row(record))) == record


@given(any_of(Finding))
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    assert codec.read(Finding, codec.write(finding)) == finding


@given(st.lists(st.tuples(any_record(), st.sampled_from(["made", "gone", "same"])), max_size=3))
def test_the_changes_of_an_edit_come_back_as_they_were(drawn: list[tuple[Record, str]]) -> None:
    sides = {"made": (False, True), "gone": (True, False), "same": (True, True)}
    changes = tuple(Change(*(record if there else None for there in sides[what])) for record, what in drawn)
    assert codec.changes_from_json(codec.changes_to_json(Edit("edit.x", changes))) == changes


@given(any_record(), st.data())
def test_a_value_of_a_wrong_type_is_refused(record: Record, data: st.DataObject) -> None:
    plain = json.loads(codec.write(record))
    place, key = data.draw(st.sampled_from(list(leaves(plain))))
    wrong: list[object] = [7, "x\0", 1.5, [], {}, True]
    place[key] = data.draw(st.sampled_from([w for w in wrong if type(w) is not type(place[key])]))
    if not _fits_anyway(type(record), plain):  # an optional field takes what it had not
        with pytest.raises(UnreadableError):
            codec.from_data(type(record), plain)


def _fits_anyway(kind: type[Record], plain: object) -> bool:
    """Whether the data are those of some record, written as it would be written."""
    try:
        return codec.to_json(codec.to_data(codec.from_data(kind, plain))) == codec.to_json(plain)
    except UnreadableError:
        return False


@given(any_record(), st.sampled_from(["more", "fewer"]))
def test_an_unknown_field_and_a_missing_one_are_refused(record: Record, what: str) -> None:
    plain = json.loads(codec.write(record))
    if what == "more":
        plain["colour of the sky"] = "blue"
    else:
        del plain["id"]
    with pytest.raises(UnreadableError):
        codec.from_data(type(record), plain)


@pytest.mark.parametrize(
    "plain",
    [None, [], "x", {"type": "Note"}, {"type": "Bomb", "text": "x"}, {"text": "x"}, {"type": "Note", "text": 1}],
)
def test_a_target_that_is_none_of_ours_is_refused(plain: object) -> None:
    data = codec.to_data(Evidence("e1", "c1", 1, Note("x")))
    data["target"] = plain
    with pytest.raises(UnreadableError):
        codec.from_data(Evidence, data)


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[1]", '[{"type": "Who"}]', "[" * 100_000, b"\xff", '[{"before": 1}]']
)
def test_changes_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        codec.changes_from_json(text)


def test_a_change_of_nothing_is_refused() -> None:
    with pytest.raises(UnreadableError):
        codec.changes_from_json('[{"type": "Scale", "before": null, "after": null}]')


def test_whole_numbers_of_a_rating_are_written_as_they_will_be_read() -> None:
    scale = Scale("s", "S", (Rating("a", "A", number=1),))
    assert codec.read(Scale, codec.write(scale)) == scale
    assert codec.write(codec.read(Scale, codec.write(scale))) == codec.write(scale)


def test_every_record_type_has_a_table_with_all_its_fields() -> None:
    assert {place.kind for place in tables()} == set(RECORD_TYPES)
    for kind in RECORD_TYPES:
        assert table(kind).columns == tuple(field.name for field in fields(kind))
