"""Finding a model on this machine, and reading what its files say of it. Nothing is downloaded."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.errors import FactCheckError
from factcheck.i18n import Catalogue

#: Where a model's network stands in its folder, the first that is there.
_NETWORKS = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
#: A configuration is a page of text.
_LARGEST = 5_000_000
#: Tokens of a pair that are read; two statements rarely have more, and memory grows with it.
_TOKENS = 256

_say = Catalogue()


def failed(key: str, **names: object) -> FactCheckError:
    """The failure under `opinion.KEY` in the catalogue."""
    return FactCheckError(_say(f"opinion.{key}", **names))


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """The files of a cross-encoder, as it is usually published: network, tokenizer, configuration."""

    path: Path
    network: Path
    tokenizer: Path
    config: dict[str, Any]

    @classmethod
    def find(cls, given: str) -> "ModelFolder":
        """A folder, or the name under which a hub has it ("maker/model") if it lies in the hub's cache here."""
        path = Path(given).expanduser()
        if not path.is_dir():
            path = _cached(given)
        network = next((path / name for name in _NETWORKS if (path / name).is_file()), None)
        tokenizer = path / "tokenizer.json"
        if network is None or not tokenizer.is_file():
            raise failed("no_model", folder=path)
        return cls(path, network, tokenizer, _config(path / "config.json"))

    @property
    def name(self) -> str:
        """Stands for the files as they are now; made without reading the network, which may be large."""
        files = (self.network, self.tokenizer, self.path / "config.json")
        seen = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
        return "model " + sha256(json.dumps(seen).encode()).hexdigest()

    @property
    def contradiction(self) -> int:
        """Which of its answers means that both cannot be true. `FactCheckError` if it does not say."""
        labels = self.config.get("id2label")
        if not isinstance(labels, dict) or not labels:
            raise failed("no_labels", folder=self.path)
        if len(labels) == 1:
            return 0
        said = {str(name).lower(): str(number) for number, name in labels.items()}
        found = next((number for name, number in said.items() if name.startswith("contradict")), "")
        if not found.isdecimal():
            raise failed("no_labels", folder=self.path)
        return int(found)

    @property
    def tokens(self) -> int:
        """How many tokens of a pair are read: some kinds of model keep two places for themselves."""
        places = self.config.get("max_position_embeddings")
        return min(_TOKENS, places - 2) if isinstance(places, int) and places > 16 else _TOKENS

    @property
    def padding(self) -> int:
        """The token that fills up the shorter of a batch."""
        given = self.config.get("pad_token_id")
        return given if isinstance(given, int) and given >= 0 else 0


def _cached(given: str) -> Path:
    """The folder of a model in the hub's cache on this machine."""
    try:
        from huggingface_hub import try_to_load_from_cache
        from huggingface_hub.errors import HFValidationError
    except ImportError as error:
        raise failed("not_installed") from error
    try:
        found = try_to_load_from_cache(given, "config.json")
    except HFValidationError as error:
        raise failed("no_folder", given=given[:200]) from error
    if not isinstance(found, str):
        raise failed("no_folder", given=given[:200])
    return Path(found).parent


def _config(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise failed("no_labels", folder=path.parent)
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise failed("no_labels", folder=path.parent) from error
    return read if isinstance(read, dict) else {}
