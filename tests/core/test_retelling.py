"""What matching says in English is said again in German, with words of articles and names of sources as they are."""

import re
import string
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import retelling
from factcheck.i18n import OF_FINDINGS, Catalogue, interfaces, phrases, template
from factcheck.model import Finding
from factcheck.paths import resource
from tests.core.matching.test_sample import found  # noqa: F401 - a fixture

GERMAN = Catalogue("de")
ENGLISH = Catalogue(OF_FINDINGS)
#: Facts that are but a word, within which a fact stands, or whose first word is one of ours.
OF_WORDS = {"measure", "kind", "in_year", "in_event", "measure_of", "measure_about", "kind_about"}

words = st.text("abcdefghij äß’-", min_size=3, max_size=20).map(str.strip).filter(lambda text: len(text) > 2)


def holes(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


@pytest.mark.parametrize("key", [key for key in template("fact") if key not in OF_WORDS])
@given(st.data())
def test_a_fact_keeps_the_words_of_articles(key: str, data: st.DataObject) -> None:
    names = {name: f"x {data.draw(words)} x" for name in holes(template("fact")[key])}
    said = retelling.fact(ENGLISH(f"fact.{key}", **names), GERMAN)
    assert said == GERMAN(f"fact.{key}", **names)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("people killed", "Getötete"),
        ("people killed (Orsvale)", "Getötete (Orsvale)"),
        ("soldiers injured in 2011", "verletzt: soldiers, im Jahr 2011"),
        ("depth of the mud", "Tiefe: „mud“"),
        ("weapon: “was found in the car”", "Waffe, bei „was found in the car“"),
        ("what I wrote myself", "what I wrote myself"),
        ("cause of the fire", "cause of the fire"),
    ],
)
def test_facts_in_german(english: str, german: str) -> None:
    assert retelling.fact(english, GERMAN) == german
    assert retelling.fact(english, ENGLISH) == english


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "Different numbers of people killed: 17 dead (Tesk Courier and Kelmark) against 26 dead (Rattle).",
            "Verschiedene Zahlen (Getötete): 17 dead (Tesk Courier und Kelmark) gegen 26 dead (Rattle).",
        ),
        (
            "The number of people killed grew from report to report: 17 (A, B, C and 2 others), then 20 (D).",
            "Die Zahl wuchs von Meldung zu Meldung (Getötete): 17 (A, B, C und 2 weitere Quellen), dann 20 (D).",
        ),
        (
            "One denies what the other says: “it rang” (A) against “it was still” (untitled article).",
            "Die eine Quelle bestreitet, was die andere sagt: „it rang“ (A) gegen „it was still“ (Artikel ohne Titel).",
        ),
        (
            "Nearly the same words: “Salt and ash” and Reed and Sons.",
            "Fast dieselben Worte: „Salt and ash“ und Reed and Sons.",
        ),
        ("Nearly the same words: Reed and Sons.", "Fast dieselben Worte: Reed and Sons."),
        (
            "Confirmed before; new since then: 24 (Post), 25 (Echo).",
            "Zuvor „Bestätigt“; neu seither: 24 (Post), 25 (Echo).",
        ),
        ("Both stand in one article.", "Beides steht in einem Artikel."),
        ("Marked by Ada and Bo.", "Eingetragen von Ada and Bo."),
        ("A person wrote this.", "A person wrote this."),
        ("", ""),
    ],
)  # fmt: skip
def test_reasons_in_german(english: str, german: str) -> None:
    assert retelling.reason(english, GERMAN, ["Reed and Sons"]) == german
    assert retelling.reason(english, ENGLISH, ["Reed and Sons"]) == english


def test_within_the_name_of_a_step_quotation_marks_are_the_inner_ones() -> None:
    names = retelling.names_of([("fact", "depth of the mud"), ("verb", "confirmed")], GERMAN)
    assert GERMAN.edit("edit.rule_on", names) == "über „Tiefe: ‚mud‘“ entscheiden: Bestätigt"
    quote = retelling.names_of([("quote", "“No water,” said a worker.")], ENGLISH)
    assert ENGLISH.edit("edit.move_passage", quote) == "move “‘No water,’ said a worker.”"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("figures", "Steht tiefer: Von 5 Entscheidungen (Zahlen) wurden 1 bestätigt."),
        ("“people killed”", "Steht tiefer: Von 5 Entscheidungen („Getötete“) wurden 1 bestätigt."),
        (
            "differences between Echo and Post",
            "Steht tiefer: Von 5 Entscheidungen (Unterschiede zwischen Echo und Post) wurden 1 bestätigt.",
        ),
    ],
)
def test_what_was_learnt_in_german(english: str, german: str) -> None:
    assert retelling.learnt(f"Ranks lower: of 5 rulings on {english}, 1 confirmed.", GERMAN) == german


@pytest.mark.parametrize("language", [code for code in interfaces() if code != OF_FINDINGS])
def test_every_state_measure_and_kind_that_is_understood_has_a_name(language: str) -> None:
    known = tomllib.loads(Path(resource("lang", "en.toml")).read_text(encoding="utf-8"))
    wanted = {state["fact"] for state in known["states"].values()} | {unit["fact"] for unit in known["units"].values()}
    wanted |= {kind["called"] for kind in known["kinds"].values()}
    assert wanted <= set(phrases(language))
    assert all(set(holes(told)) == set(holes(text)) for text, told in phrases(language).items())


def test_nothing_that_is_said_of_the_sample_stays_english(found: Sequence[Finding]) -> None:  # noqa: F811
    assert len(found) > 20
    english = re.compile(
        r"^(different|the number|one denies|nearly|opposite|counted|when|whether|which|number of|age of)\b", re.I
    )
    for finding in found:
        said = retelling.retold(finding, GERMAN)
        assert said.positions == finding.positions
        assert said.id == finding.id
        told = [said.fact, *(reason.text for reason in said.reasons)]
        assert [text for text in told if english.search(text)] == []
        assert all(reason.text != before.text for reason, before in zip(said.reasons, finding.reasons, strict=True))
