"""A cross-encoder of some hundred bytes, made on the spot: a word it knows weighs for or against a contradiction."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

NLI = {"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}
#: What a word adds to the number for a contradiction; in the second text it counts twice, so that the order matters.
WEIGHTS = {"denied": 1.5, "confirmed": -1.5, "fell": 0.25}
_SPECIAL = ["[PAD]", "[CLS]", "[SEP]", "[UNK]"]


def make(
    folder: Path,
    labels: Mapping[str, str] | None = None,
    network: str = "model.onnx",
    weights: Mapping[str, float] = WEIGHTS,
    inputs: Sequence[str] = ("input_ids", "attention_mask", "token_type_ids"),
) -> Path:
    """Writes the files of a model with these answers; the number of “contradiction” follows the words."""
    labels = NLI if labels is None else labels
    folder.mkdir(parents=True, exist_ok=True)
    words = [*_SPECIAL, *weights]
    _tokenizer(words).save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"id2label": labels, "pad_token_id": 0}), encoding="utf-8")
    at = next((int(n) for n, name in labels.items() if name.lower() == "contradiction"), 0)
    table = np.zeros((len(words), len(labels)), dtype=np.float32)
    table[len(_SPECIAL) :, at] = list(weights.values())
    (folder / network).parent.mkdir(exist_ok=True)
    onnx.save(_network(table, inputs), folder / network)
    return folder


def _tokenizer(words: Sequence[str]) -> Tokenizer:
    made = Tokenizer(models.WordLevel({word: n for n, word in enumerate(words)}, unk_token="[UNK]"))  # noqa: S106
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    special = [(name, _SPECIAL.index(name)) for name in ("[CLS]", "[SEP]")]
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=special
    )
    return made


def _network(table: "np.ndarray[tuple[int, int], np.dtype[np.float32]]", inputs: Sequence[str]) -> onnx.ModelProto:
    """Σ weight of each word · (1 + which text, or 1 if that is not told) · whether it is a word at all."""
    steps = [
        helper.make_node("Gather", ["table", "input_ids"], ["found"]),
        helper.make_node("Cast", ["attention_mask"], ["there"], to=TensorProto.FLOAT),
        helper.make_node("Cast", [inputs[-1]], ["which"], to=TensorProto.FLOAT),
        helper.make_node("Add", ["which", "one"], ["often"]),
        helper.make_node("Mul", ["there", "often"], ["counted"]),
        helper.make_node("Unsqueeze", ["counted", "last"], ["column"]),
        helper.make_node("Mul", ["found", "column"], ["weighed"]),
        helper.make_node("ReduceSum", ["weighed", "middle"], ["logits"], keepdims=0),
    ]
    shape = ["batch", "tokens"]
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in inputs]
    answer = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", table.shape[1]])
    fixed = [
        onnx.numpy_helper.from_array(table, "table"),
        onnx.numpy_helper.from_array(np.ones(1, dtype=np.float32), "one"),
        onnx.numpy_helper.from_array(np.array([2], dtype=np.int64), "last"),
        onnx.numpy_helper.from_array(np.array([1], dtype=np.int64), "middle"),
    ]
    graph = helper.make_graph(steps, "tiny", given, [answer], fixed)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
