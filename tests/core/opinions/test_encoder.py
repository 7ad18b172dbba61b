"""A model in a folder: found, read as its files say, asked in both orders, and refused in a sentence."""

import json
import sys
from pathlib import Path

import pytest

from factcheck.errors import FactCheckError
from factcheck.opinions import CrossEncoder, ModelFolder
from factcheck.progress import Cancelled
from tests.core.opinions import tiny
from tests.core.opinions.making import question


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.make(tmp_path / "model")


def chances(folder: Path, *pairs: tuple[str, str]) -> list[float]:
    found = CrossEncoder(ModelFolder.find(str(folder))).ask([question(*pair) for pair in pairs])
    return [opinion.chance for opinion in found if opinion]


def test_what_the_words_say_is_what_it_answers(folder: Path) -> None:
    high, low, even = chances(folder, ("He denied it", "He denied it"), ("confirmed", "confirmed"), ("so", "so"))
    assert high > 0.9
    assert low < 0.05
    assert even == pytest.approx(1 / 3, abs=0.001)


def test_the_order_of_the_statements_does_not_matter(folder: Path) -> None:
    one, other = chances(folder, ("denied", "so it fell"), ("so it fell", "denied"))
    assert one == other


def test_each_question_gets_its_own_answer_however_long_the_others_are(folder: Path) -> None:
    pairs = [("denied " * (n % 5), "so " * (40 - n)) for n in range(40)]
    together = chances(folder, *pairs)
    assert together == [chances(folder, pair)[0] for pair in pairs]


@pytest.mark.parametrize(
    "labels",
    [
        {"0": "contradiction", "1": "entailment", "2": "neutral"},
        {"0": "entailment", "1": "neutral", "2": "contradiction"},
        {"0": "not_contradiction", "1": "Contradiction"},
    ],
)
def test_the_labels_say_which_number_is_the_contradiction(tmp_path: Path, labels: dict[str, str]) -> None:
    (high,) = chances(tiny.make(tmp_path / "m", labels), ("He denied it", "denied"))
    assert high > 0.9


def test_a_single_number_is_that_of_the_contradiction(tmp_path: Path) -> None:
    high, even = chances(tiny.make(tmp_path / "m", {"0": "LABEL_0"}), ("denied", "denied"), ("so", "so"))
    assert high > 0.9
    assert even == 0.5


def test_inputs_that_a_model_does_not_want_are_left_out(tmp_path: Path) -> None:
    made = tiny.make(tmp_path / "m", inputs=("input_ids", "attention_mask"))
    (high,) = chances(made, ("He denied it", "He denied it"))
    assert high > 0.9


def test_a_model_that_wants_something_else_is_refused(tmp_path: Path) -> None:
    made = tiny.make(tmp_path / "m", inputs=("input_ids", "attention_mask", "pixels"))
    with pytest.raises(FactCheckError, match="does not read two texts"):
        chances(made, ("a", "b"))


def test_a_network_in_the_folder_of_an_export_is_found(tmp_path: Path) -> None:
    assert len(chances(tiny.make(tmp_path / "m", network="onnx/model.onnx"), ("a", "b"))) == 1


def test_another_model_is_another_adviser(folder: Path, tmp_path: Path) -> None:
    name = ModelFolder.find(str(folder)).name
    assert ModelFolder.find(str(folder)).name == name
    assert ModelFolder.find(str(tiny.make(tmp_path / "n", {"0": "LABEL_0"}))).name != name


def test_it_stops_where_the_person_wishes(folder: Path) -> None:
    model = CrossEncoder(ModelFolder.find(str(folder)))

    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        model.ask([question("a", "b")], stop)


def test_a_name_is_looked_up_in_the_cache_and_nothing_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "hub"
    commit = "1" * 40
    tiny.make(cache / "models--maker--tiny" / "snapshots" / commit)
    refs = cache / "models--maker--tiny" / "refs"
    refs.mkdir()
    (refs / "main").write_text(commit)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(cache))
    assert ModelFolder.find("maker/tiny").path.name == commit
    with pytest.raises(FactCheckError, match="does not download models"):
        ModelFolder.find("maker/other")
    with pytest.raises(FactCheckError, match="There is no folder “/no/such/folder”"):
        ModelFolder.find("/no/such/folder")


def _without_labels(folder: Path) -> None:
    (folder / "config.json").write_text(json.dumps({"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}))


def _wrong_number(folder: Path) -> None:
    (folder / "config.json").write_text(json.dumps({"id2label": {"0": "a", "7": "contradiction"}}))


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (lambda f: (f / "model.onnx").unlink(), "holds no model that can be used"),
        (lambda f: (f / "tokenizer.json").unlink(), "holds no model that can be used"),
        (lambda f: (f / "model.onnx").write_bytes(b"nonsense"), "cannot be used: "),
        (lambda f: (f / "model.onnx").write_bytes(b""), "cannot be used: "),
        (lambda f: (f / "tokenizer.json").write_text("{}"), "cannot be used: "),
        (lambda f: (f / "config.json").unlink(), "does not say which answer"),
        (lambda f: (f / "config.json").write_text("[" * 100_000), "does not say which answer"),
        (lambda f: (f / "config.json").write_text("[]"), "does not say which answer"),
        (_without_labels, "does not say which answer"),
        (_wrong_number, "does not read two texts"),
    ],
)
def test_a_folder_that_is_no_model_is_refused_in_a_sentence(folder: Path, harm: object, sentence: str) -> None:
    assert callable(harm)
    harm(folder)
    with pytest.raises(FactCheckError, match=sentence) as refused:
        chances(folder, ("a", "b"))
    assert "\n" not in str(refused.value)


def test_a_model_that_answers_nonsense_gives_no_opinion(tmp_path: Path) -> None:
    made = tiny.make(tmp_path / "m", weights={"denied": float("nan")})
    with pytest.raises(FactCheckError, match="does not read two texts"):
        chances(made, ("denied", "so"))


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_without_its_packages_it_says_how_to_get_them(
    folder: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(FactCheckError, match=r"pip install 'factcheck\[model\]'"):
        CrossEncoder(ModelFolder.find(str(folder)))


def test_without_the_hub_a_name_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(FactCheckError, match=r"pip install 'factcheck\[model\]'"):
        ModelFolder.find("maker/tiny")
