"""An ONNX cross-encoder: reads two statements at once and says how likely they contradict each other."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factcheck.model import Opinion
from factcheck.opinions.asking import Question
from factcheck.opinions.folder import ModelFolder, failed
from factcheck.progress import Progress, silent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: Pairs that go through the network at once: what the memory it takes is bounded by, with the tokens of a pair.
_BATCH = 16
_INPUTS = {"input_ids", "attention_mask", "token_type_ids"}


class CrossEncoder:
    """Asked in both orders of the two statements, so that its opinion does not depend on which comes first."""

    #: Kept after so many.
    together = 64

    def __init__(self, folder: ModelFolder) -> None:
        """Loads the model. `FactCheckError` if it cannot be used."""
        self.name = folder.name
        self._folder = folder
        self._contradiction = folder.contradiction
        with _sentences(folder):
            self._tokenizer = _tokenizer(folder)
            self._network = _network(folder)
        self._inputs = [each.name for each in self._network.get_inputs()]
        if not set(self._inputs) <= _INPUTS:
            raise failed("no_encoder", folder=folder.path)

    def ask(self, asked: Sequence[Question], progress: Progress = silent) -> list[Opinion | None]:
        """An opinion on each."""
        pairs = [pair for q in asked for pair in ((q.one[0], q.other[0]), (q.other[0], q.one[0]))]
        chances = self._chances(pairs, progress)
        return [Opinion(round((chances[n] + chances[n + 1]) / 2, 4)) for n in range(0, len(pairs), 2)]

    def _chances(self, pairs: Sequence[tuple[str, str]], progress: Progress) -> list[float]:
        """Of each pair; those of about the same length go together, so that little is padded."""
        order = sorted(range(len(pairs)), key=lambda n: len(pairs[n][0]) + len(pairs[n][1]))
        found = [0.0] * len(pairs)
        for start in range(0, len(order), _BATCH):
            progress("waiting", 0, 0)
            batch = order[start : start + _BATCH]
            for number, chance in zip(batch, self._run([pairs[n] for n in batch]), strict=True):
                found[number] = float(chance)
        return found

    def _run(self, pairs: Sequence[tuple[str, str]]) -> "Floats":
        import numpy as np

        with _sentences(self._folder):
            read = self._tokenizer.encode_batch(list(pairs))
            given = {
                "input_ids": [each.ids for each in read],
                "attention_mask": [each.attention_mask for each in read],
                "token_type_ids": [each.type_ids for each in read],
            }
            fed = {name: np.array(given[name], dtype=np.int64) for name in self._inputs}
            logits = np.asarray(self._network.run(None, fed)[0], dtype=np.float64)
        if logits.ndim != 2 or len(logits) != len(pairs) or logits.shape[1] <= self._contradiction:
            raise failed("no_encoder", folder=self._folder.path)
        if not np.isfinite(logits).all():
            raise failed("no_encoder", folder=self._folder.path)
        return _probabilities(logits)[:, self._contradiction]


def _probabilities(logits: "Floats") -> "Floats":
    """Of each answer; a single one is weighed against nothing."""
    import numpy as np

    if logits.shape[1] == 1:
        logits = np.hstack([logits, np.zeros_like(logits)])
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


def _tokenizer(folder: ModelFolder) -> Any:
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(folder.tokenizer))
    made.enable_truncation(folder.tokens)
    made.enable_padding(pad_id=folder.padding, pad_token=made.id_to_token(folder.padding) or "[PAD]")
    return made


def _network(folder: ModelFolder) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.enable_cpu_mem_arena = False  # the arena keeps the memory of the longest batch for good
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others want to work meanwhile
    options.log_severity_level = 3  # errors only; they are raised
    return onnxruntime.InferenceSession(str(folder.network), options, providers=["CPUExecutionProvider"])


@contextmanager
def _sentences(folder: ModelFolder) -> Iterator[None]:
    """The border to both engines: they raise errors of many kinds, the tokenizer plain `Exception`."""
    try:
        yield
    except ImportError as error:
        raise failed("not_installed") from error
    except Exception as error:
        raise failed("broken_model", folder=folder.path, why=" ".join(str(error).split())[:200]) from error
