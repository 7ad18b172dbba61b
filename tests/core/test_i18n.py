"""The catalogue has what the code asks for."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from factcheck import edits
from factcheck.i18n import REPORT, Catalogue, _texts, interfaces, languages, said, why
from factcheck.model import Grade, Kind, Stance, Status, Verb
from factcheck.paths import resource
from tests.sources import PACKAGE, everywhere, modules, nodes

#: Areas of the catalogue; a literal that begins with one, and has a key after it, is a key.
KEY = re.compile(r"(edit|kind|ruling|status|stance|grade|report|reason|cli|error|back)\.[a-z0-9_.]*[a-z0-9_]")


def keys_in_code() -> Iterator[tuple[str, str]]:
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                yield node.value, f"{path.relative_to(PACKAGE)}:{node.lineno}"


def texts(area: object, key: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of the English catalogue: its key, and its forms by name ("" if it has one)."""
    if isinstance(area, str):
        yield key, {"": area}
    elif isinstance(area, dict) and set(area) <= {"one", "other"} and area:
        yield key, area
    elif isinstance(area, Mapping):
        for name, inner in area.items():
            yield from texts(inner, f"{key}.{name}" if key else name)


@pytest.mark.parametrize("path", sorted(resource("i18n").glob("*.toml")), ids=lambda path: path.stem)
def test_tables_read_one_by_one_are_those_of_the_whole_file(path: Path) -> None:
    assert dict(_texts(path.stem)) == tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    known = {key for key, _ in texts(_texts("en"))}
    known |= {"edit.claim_", "edit.verdict_"}  # the field's name follows: see the next test
    areas = {key.rsplit(".", n)[0] for key in known for n in range(1, key.count(".") + 1)}
    missing = {f"{key} ({where})" for key, where in keys_in_code() if key not in known | areas}
    assert not missing


def test_the_code_names_every_edit() -> None:
    used = {key for key, _ in keys_in_code() if key.startswith("edit.")}
    typed = {f"edit.claim_{field}" for field in edits.TYPED_FIELDS}
    typed |= {"edit.verdict_summary", "edit.verdict_rationale", "edit.undo", "edit.redo"}
    assert {f"edit.{name}" for name in _texts("en")["edit"]} <= used | typed


#: Faults that are never shown as they stand: what they say is told by whoever meets them.
INNER = {"UnreadableError", "StaleEditError", "AssertionError", "ValueError", "TypeError", "KeyError"}
#: A fault of the sample that ships, which only its makers can meet.
OURS = {"sample.py"}


def bare_faults() -> Iterator[str]:
    for path in modules():
        for node in nodes(path):
            if not isinstance(node, ast.Raise):
                continue
            call = node.exc
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args:
                words = isinstance(call.args[0], ast.JoinedStr | ast.Constant)
                if words and call.func.id.endswith("Error") and call.func.id not in INNER and path.name not in OURS:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}"


def test_what_went_wrong_is_said_by_the_catalogue() -> None:
    assert list(bare_faults()) == [], "take the sentence from i18n.sentence, or in the window from tr()"


@pytest.mark.parametrize(
    "key",
    [
        *(f"status.{value}" for value in Status),
        *(f"stance.{value}" for value in Stance),
        *(f"grade.{value}" for value in Grade),
        *(f"ruling.{value}" for value in Verb),
        *(f"kind.{value.name}" for value in Kind),
    ],
)
def test_every_value_that_is_shown_has_a_text(key: str) -> None:
    assert Catalogue()(key)


def test_every_text_can_be_filled_in_by_name() -> None:
    for key, forms in texts(_texts("en")):
        assert "other" in forms or "" in forms, key
        for text in forms.values():
            names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            assert all(name.isidentifier() for name in names), key


def test_one_and_many_have_their_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"area": {"article": {"one": "{n} article", "other": "{n} articles"}, "sheep": {"other": "{n} sheep"}}}
    monkeypatch.setattr("factcheck.i18n._texts", lambda _: known)
    said = Catalogue()
    assert [said("area.article", n=n) for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
    assert said("area.sheep", n=1) == "1 sheep"


def test_a_language_that_lacks_a_key_says_it_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"en": {"area": {"yes": "Yes", "no": "No"}}, "de": {"area": {"yes": "Ja"}}}
    monkeypatch.setattr("factcheck.i18n._texts", lambda language: known.get(language, {}))
    assert [Catalogue("de")("area.yes"), Catalogue("de")("area.no"), Catalogue("tlh")("area.yes")] == [
        "Ja",
        "No",
        "Yes",
    ]


@pytest.mark.parametrize("key", ["area.none", "area", "none", "area.yes.more", ""])
def test_a_key_that_nobody_has_is_a_bug_and_says_so(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.i18n._texts", lambda _: {"area": {"yes": "Yes"}})
    with pytest.raises(KeyError):
        Catalogue()(key)


def test_braces_in_what_is_filled_in_stay_as_they_are() -> None:
    assert Catalogue()("edit.add_article", title="{n} {0}") == "import “{n} {0}”"


def test_each_language_has_only_keys_that_english_has() -> None:
    english = {key for key, _ in texts(_texts("en"))}
    for path in resource("i18n").glob("*.toml"):
        assert not {key for key, _ in texts(_texts(path.stem))} - english


def report_texts(language: str) -> dict[str, dict[str, str]]:
    tables = _texts(language)
    return {key: forms for area in REPORT for key, forms in texts(tables.get(area, {}), area)}


def test_reports_speak_german() -> None:
    assert languages() == {"de": "Deutsch", "en": "English"}


@pytest.mark.parametrize("language", [code for code in languages() if code != "en"])
def test_a_language_of_reports_says_all_that_english_says_with_the_same_names(language: str) -> None:
    english, other = report_texts("en"), report_texts(language)
    assert set(other) == set(english)
    for key, forms in english.items():
        for form, text in forms.items():
            assert names_in(other[key][form]) == names_in(text), f"{key} {form}"


@pytest.mark.parametrize("language", [code for code in interfaces() if code != "en"])
def test_a_language_of_the_interface_says_all_that_english_says(language: str) -> None:
    """Put what is named into `resources/i18n/LANGUAGE.toml`, in the table of its first words, and translate it."""
    english, other = dict(texts(_texts("en"))), dict(texts(_texts(language)))
    missing = [f"{key} = {forms}" for key, forms in english.items() if key not in other]
    assert not missing, language
    for key, forms in other.items():
        assert set(forms) == set(english[key]), key
        assert all(names_in(forms[form]) <= names_in(text) for form, text in english[key].items()), key
        assert names_in(list(forms.values())[-1]) == names_in(list(english[key].values())[-1]), key


@pytest.mark.parametrize("language", [code for code in interfaces() if code != "en"])
def test_only_english_quotation_marks_stand_in_english(language: str) -> None:
    others = [key for key, forms in texts(_texts(language)) if any("”" in text for text in forms.values())]
    assert others == []


def names_in(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}


# --- what long work calls its steps -----------------------------------------------------------------------------------


def steps_in_code() -> Iterator[tuple[str, str]]:
    """What `progress` is told, where it stands in the code as it is; an empty word and names of files say nothing."""
    for path, call in everywhere():
        if isinstance(call, ast.Call):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            for given in call.args[:2] if name in {"progress", "_tick", "stride", "Pulse"} else ():
                if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
                    yield given.value, f"{path.relative_to(PACKAGE)}:{call.lineno}"


@pytest.mark.parametrize("language", list(interfaces()))
def test_every_step_of_long_work_has_words(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_LANGUAGE", language)
    steps = dict(steps_in_code())
    assert len(steps) > 20
    missing = {step: where for step, where in steps.items() if said("progress", step) == step}
    assert missing == {}


def test_every_reason_for_a_backup_has_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_LANGUAGE", "de")
    reasons = ("by hand", "before bulk edit", "before undoing much", "before redoing much", "before-migration")
    assert all(said("backup", reason) != reason for reason in (*reasons, "after the file was gone"))
    assert said("backup", "Montag") == "Montag"


def test_what_the_system_says_is_said_in_the_language_of_the_interface(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTCHECK_LANGUAGE", "de")
    with pytest.raises(OSError) as failed:  # noqa: PT011 - of which kind is what is tested
        (tmp_path / "none").read_bytes()
    assert why(failed.value) == "die Datei oder den Ordner gibt es nicht"
    assert why(OSError(13, "the lid is closed")) == "the lid is closed"
    assert why(OSError("no number")) == "no number"


# --- sentences in the code --------------------------------------------------------------------------------------------

#: Sentences that are no text of the program: of files that it writes, which say the same in every language.
_OF_FILES = {"store/seal.py", "sample.py"}


def sentences_in_code() -> Iterator[str]:
    """Constants that read as a sentence, outside docstrings, `tr` and assertions."""
    for path in modules():
        aside = {id(inner) for node in nodes(path) if _says_nothing(node) for inner in ast.walk(node)}
        for node in (n for n in nodes(path) if isinstance(n, ast.Constant)):
            text = None if id(node) in aside else node.value
            if isinstance(text, str) and SENTENCE.search(text) and str(path.relative_to(PACKAGE)) not in _OF_FILES:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}: {text[:60]}"


#: Three words and the end of a sentence.
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}[^<>=]*[.;!](\s|$)")


def _says_nothing(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "tr"
    return isinstance(node, ast.Assert)


def test_sentences_stand_in_the_catalogue_and_not_in_the_code() -> None:
    assert list(sentences_in_code()) == []
