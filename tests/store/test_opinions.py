"""Opinions that were heard, in a file of their own."""

from pathlib import Path

import pytest

from factcheck.errors import ProjectFileError
from factcheck.model import EarlierCheck, Opinion
from factcheck.store import opinions
from factcheck.store.checks import Checks
from factcheck.store.opinions import Opinions


@pytest.fixture
def kept(tmp_path: Path) -> Opinions:
    return Opinions(tmp_path / "opinions.sqlite")


def test_what_was_put_in_is_read_back_by_its_key(kept: Opinions) -> None:
    assert kept.read(["a"]) == {}
    kept.add({})
    assert not kept.path.exists(), "there is no file before there is anything to keep"
    kept.add({"a": Opinion(0.25, "So."), "b": Opinion(1.0)})
    assert kept.read(["b", "a", "none"]) == {"a": Opinion(0.25, "So."), "b": Opinion(1.0)}


def test_a_later_opinion_stands(kept: Opinions) -> None:
    kept.add({"a": Opinion(0.25)})
    kept.add({"a": Opinion(0.75)})
    assert kept.read(["a"]) == {"a": Opinion(0.75)}


def test_many_keys_are_read_at_once(kept: Opinions) -> None:
    many = {str(n): Opinion(n / 2000) for n in range(2000)}
    kept.add(many)
    assert kept.read(list(many)) == many


def test_the_oldest_are_forgotten(kept: Opinions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinions, "MOST", 3)
    for n in range(5):
        kept.add({str(n): Opinion(0.5)})
    assert set(kept.read([str(n) for n in range(5)])) == {"2", "3", "4"}


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    checks = Checks(tmp_path / "opinions.sqlite")
    checks.add([EarlierCheck("It fell.", "https://press.example", "False", "Press", "", "")])
    with pytest.raises(ProjectFileError, match="does not hold second opinions"):
        Opinions(checks.path).add({"a": Opinion(0.5)})
    assert checks.count() == 1


def test_a_damaged_file_is_told(kept: Opinions) -> None:
    kept.path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(ProjectFileError, match="is damaged; move it away"):
        kept.read(["a"])
