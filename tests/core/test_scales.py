"""Scales ship in each language of the interface, say the same in each, and are chosen when a project is made."""

from pathlib import Path

import pytest

from factcheck import i18n, records, scales, workflow
from factcheck.model import Scale, Who
from factcheck.session import Session
from factcheck.ui.theme import NAMES, load

WHO = Who("Ada", "wada")
#: What says the same in English and in German.
PAIRS = {
    "truth-o-meter": "wahrheitsskala",
    "five-steps": "fuenf-stufen",
    "snopes-style": "bildgeruechte",
    "third-party-style": "fremde-inhalte",
    "conclusion-only": "nur-ergebnis",
}


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "de")


def by_id() -> dict[str, Scale]:
    return {scale.id: scale for scale in scales.shipped()}


def test_every_scale_ships_in_both_languages_with_the_same_ratings() -> None:
    known = by_id()
    assert set(known) == {*PAIRS, *PAIRS.values()}
    for english, german in PAIRS.items():
        one, other = known[english].ratings, known[german].ratings
        assert [(r.number, r.colour, r.sign) for r in one] == [(r.number, r.colour, r.sign) for r in other]
        assert [r.key for r in one if r.colour != "worst"] == [r.key for r in other if r.colour != "worst"]
        assert {r.label for r in one} & {r.label for r in other} <= {"Satire"}
        assert all(r.definition.endswith(".") for r in other)


def test_every_rating_has_a_colour_in_every_theme() -> None:
    colours = {rating.colour for scale in scales.shipped() for rating in scale.ratings}
    for name in NAMES:
        if name != "system":
            assert colours <= set(load(name).ratings)


def test_an_english_project_gets_the_english_scales(tmp_path: Path) -> None:
    with workflow.new_project(tmp_path / "one.factcheck", WHO) as session:
        assert {scale.id for scale in session.records.each(Scale)} == set(PAIRS)
        assert records.project(session.records).scale_id == "truth-o-meter"


def test_a_scale_in_another_language_is_taken_along_when_it_is_chosen(tmp_path: Path) -> None:
    with workflow.new_project(tmp_path / "one.factcheck", WHO, scale_id="wahrheitsskala") as session:
        assert {scale.id for scale in session.records.each(Scale)} == {*PAIRS, "wahrheitsskala"}


@pytest.mark.usefixtures("german")
def test_a_german_project_gets_a_german_scale_and_keeps_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "eins.factcheck"
    with workflow.new_project(path, WHO) as session:
        assert records.project(session.records).scale_id == "wahrheitsskala"
        assert {scale.id for scale in session.records.each(Scale)} == {*PAIRS, *PAIRS.values()}
    monkeypatch.setenv(i18n.VARIABLE, "en")
    with Session.open(path, WHO) as session:
        scale = session.records.get(Scale, "wahrheitsskala")
        assert scale
        assert scale.ratings[0].label == "Wahr"


@pytest.mark.usefixtures("german")
def test_german_scales_are_offered_first_each_with_its_language() -> None:
    names = list(scales.offered(scales.shipped()).values())
    assert "Wahrheitsskala (Deutsch)" in names[: len(PAIRS)]
    assert "Truth-O-Meter (English)" in names[len(PAIRS) :]
    english = [scale for scale in scales.shipped() if scale.id in PAIRS]
    assert "Truth-O-Meter" in scales.offered(english).values()
