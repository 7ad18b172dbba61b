"""Settings are written by several windows and programs; none takes back what another one chose."""

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import settings
from factcheck.settings import Settings


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """What two programs have read when they started."""
    monkeypatch.setattr("factcheck.settings.user_config", lambda: tmp_path)
    made = Settings(name="Ada", id="wada", recent=("a", "b"), worth=("number", "date"), shortcuts={"split": "F9"})
    settings.save(made)
    return made


def test_what_another_program_chose_stays(there: Settings) -> None:
    settings.keep(there, replace(there, appearance="dark"))
    settings.keep(there, replace(there, sync="event", reading_size=14.0))
    assert settings.load() == replace(there, appearance="dark", sync="event", reading_size=14.0)


def test_the_later_choice_of_one_thing_holds(there: Settings) -> None:
    settings.keep(there, replace(there, appearance="dark"))
    settings.keep(there, replace(there, appearance="contrast"))
    assert settings.load().appearance == "contrast"


def test_projects_of_both_are_remembered_the_last_one_first(there: Settings) -> None:
    settings.keep(there, settings.remember(there, Path("/c")))
    settings.keep(there, settings.remember(there, Path("/d")))
    assert settings.load().recent == ("/d", "/c", "a", "b")


def test_a_project_that_is_opened_again_goes_to_the_front(there: Settings) -> None:
    settings.keep(there, replace(there, recent=("b", "a")))
    assert settings.load().recent == ("b", "a")


def test_what_one_takes_out_the_other_does_not_bring_back(there: Settings) -> None:
    settings.keep(there, replace(there, worth=("number",), recent=("b",)))
    settings.keep(there, replace(there, worth=("number", "date", "person")))
    assert (settings.load().worth, settings.load().recent) == (("number", "person"), ("b",))


def test_keys_of_both_are_kept(there: Settings) -> None:
    settings.keep(there, replace(there, shortcuts={"split": "F9", "claim": "M"}))
    settings.keep(there, replace(there, shortcuts={"swap": "F10"}))
    assert settings.load().shortcuts == {"claim": "M", "swap": "F10"}


def test_without_a_file_all_that_is_known_is_written(there: Settings, tmp_path: Path) -> None:
    (tmp_path / "settings.json").unlink()
    settings.keep(there, replace(there, sync="event"))
    assert settings.load() == replace(there, sync="event")
