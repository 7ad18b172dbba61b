"""A project as JSON comes back equal, is described by its schema, and nothing that does not fit is let in."""

import io
import json
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from factcheck import records
from factcheck.errors import ExchangeError
from factcheck.exchange import choosing, whole
from factcheck.model import RECORD_TYPES, Evidence
from factcheck.paths import resource
from factcheck.progress import Cancelled
from tests.core.exchange.inventing import Invented, projects
from tests.core.exchange.small import small


def written(made: Invented, keeps: choosing.Keeps = choosing.everything) -> bytes:
    out = io.BytesIO()
    whole.write(made.records, made.original, out, keeps=keeps)
    return out.getvalue()


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(resource("schemas", "project.json").read_text(encoding="utf-8")))


@settings(max_examples=60, deadline=None)
@given(projects())
def test_a_project_comes_back_equal(made: Invented) -> None:
    back = whole.read(written(made))
    assert {type(record): None for record in back.records}.keys() <= set(RECORD_TYPES)
    assert sorted(map(repr, back.records)) == sorted(map(repr, made.all))
    assert back.texts == made.texts
    named = {sha for record in made.all for sha in _named(record)}
    assert back.originals == {sha: data for sha, data in made.originals.items() if sha in named}


def _named(record: Any) -> list[str]:
    found = [getattr(record, "original_sha256", ""), getattr(getattr(record, "target", None), "sha256", "")]
    return [sha for sha in found if sha]


@settings(max_examples=30, deadline=None)
@given(projects())
def test_what_is_written_is_as_the_schema_says_and_always_the_same(made: Invented) -> None:
    data = written(made)
    assert list(schema().iter_errors(json.loads(data))) == []
    assert written(made) == data


@settings(max_examples=40, deadline=None)
@given(projects())
def test_chosen_claims_take_along_what_they_refer_to_and_no_other_claim(made: Invented) -> None:
    chosen = {claim.id for claim in records.claims(made.records)[:1]}
    back = whole.read(written(made, choosing.belonging(made.records, chosen)))
    ids = {record.id for record in back.records}
    assert {id for id in ids if id.startswith("c")} == chosen
    referred = {
        getattr(record, name, None) for record in back.records for name in ("claim_id", "article_id", "version_id")
    }
    targets = {getattr(record.target, "article_id", None) for record in back.records if isinstance(record, Evidence)}
    assert (referred | targets) - {None} <= ids


def example() -> dict[str, Any]:
    """A small project as plain data, to be spoilt."""

    found: dict[str, Any] = json.loads(written(small()))
    return found


def _other_text(data: dict[str, Any]) -> None:
    name = next(iter(data["texts"]))
    data["texts"][name] += "!"


def _moved(data: dict[str, Any]) -> None:
    data["appearances"][0]["anchor"]["start"] += 1


SPOILT: dict[str, Callable[[dict[str, Any]], object]] = {
    "no factcheck project": lambda data: data.update(format="other"),
    "newer factcheck": lambda data: data.update(version=2),
    "no list of claims": lambda data: data.pop("claims"),
    "number 1 of claims": lambda data: data["claims"][0].update(number="one"),
    "number 1 of evidence": lambda data: data["evidence"][0].update(surprise=1),
    "stands twice": lambda data: data["claims"].append(data["claims"][0]),
    "what it is called": lambda data: data["project"].clear(),
    "was changed": _other_text,
    "does not stand where it says": _moved,
    "which is not there": lambda data: data["claims"].pop(),
    "half a character": lambda data: data["texts"].update(x="\ud83d"),
    "base64": lambda data: data["originals"].update(x="?"),
    "are not text": lambda data: data.update(texts=[1]),
    "what is kept as 00": lambda data: data["originals"].update({"00": b64encode(b"x").decode()}),
}


@pytest.mark.parametrize("sentence", SPOILT)
def test_what_does_not_fit_is_refused_in_a_sentence(sentence: str) -> None:
    data = example()
    SPOILT[sentence](data)
    with pytest.raises(ExchangeError, match=sentence):
        whole.read(json.dumps(data).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[" * 100_000, b"\xff\xfe", b"null"])
def test_what_is_no_project_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ExchangeError, match="JSON file"):
        whole.read(data)


def test_without_originals_all_else_is_there() -> None:

    made = small()
    out = io.BytesIO()
    whole.write(made.records, None, out)
    back = whole.read(out.getvalue())
    assert back.originals == {}
    assert back.texts == made.texts


def test_it_stops_when_it_is_told_to() -> None:

    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        whole.write(small().records, None, io.BytesIO(), stop)


def test_the_schema_is_that_of_the_records() -> None:
    path = Path(__file__).resolve().parents[3] / "scripts" / "make_project_schema.py"
    spec = spec_from_file_location("make_project_schema", path)
    assert spec is not None
    assert spec.loader is not None
    maker = module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert maker.text() == resource("schemas", "project.json").read_text(encoding="utf-8")
