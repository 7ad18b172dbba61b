"""A language model behind the usual chat interface, on the person's machine or elsewhere, as a judge.

It is shown two statements and their dates, as data. It can do nothing but give a label and a reason in words: what is
not exactly of that form is no opinion.
"""

import json
import tomllib
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Any, Protocol

from factcheck.errors import FetchError
from factcheck.model import Opinion
from factcheck.opinions.asking import Question
from factcheck.paths import resource
from factcheck.progress import Progress, silent
from factcheck.text import canonical

#: What a label is worth as a chance.
_CHANCES = {"contradiction": 0.95, "unsure": 0.5, "compatible": 0.05}
#: Characters of a reason that are kept, and tokens that an answer may have (some models think aloud first).
_LONGEST, _TOKENS = 300, 1000
#: So many questions in a row may fail for the network before the judge is given up.
_PATIENCE = 3


class Service(Protocol):
    """Who takes JSON to a path and gives JSON back: `web.Endpoint`."""

    def post(self, path: str, data: object, progress: Progress = silent) -> Any:
        """What it answers. `FetchError`."""


def judge_name(url: str, model: str) -> str:
    """What the opinions of a judge are kept under."""
    prompt = resource("prompts", "judge.toml").read_bytes()
    return f"judge {sha256(json.dumps([url, model]).encode() + prompt).hexdigest()}"


class Judge:
    """Asked one question at a time."""

    together = 1

    def __init__(self, service: Service, url: str, model: str) -> None:
        self.name = judge_name(url, model)
        self._service, self._model = service, model
        #: Tokens that the service says it has read and written.
        self.tokens = 0
        self._answered, self._failed = False, 0

    def ask(self, asked: Sequence[Question], progress: Progress = silent) -> list[Opinion | None]:
        """An opinion on each; None for an answer of another form, or none at all."""
        return [self._one(question, progress) for question in asked]

    def _one(self, question: Question, progress: Progress) -> Opinion | None:
        try:
            answer = self._service.post("chat/completions", self._request(question), progress)
        except FetchError:
            self._failed += 1
            if not self._answered or self._failed >= _PATIENCE:
                raise
            return None
        self._answered, self._failed = True, 0
        self.tokens += _tokens(answer)
        return _opinion(answer)

    def _request(self, question: Question) -> dict[str, object]:
        prompt = _prompt()
        form = {"name": "opinion", "strict": True, "schema": _schema()}
        return {
            "model": self._model,
            "messages": [
                {"role": "system", "content": prompt["system"]},
                {"role": "user", "content": prompt["question"].replace("{statements}", _data(question))},
            ],
            "temperature": 0,
            "max_tokens": _TOKENS,
            "response_format": {"type": "json_schema", "json_schema": form},
        }


@cache
def _prompt() -> dict[str, str]:
    return tomllib.loads(resource("prompts", "judge.toml").read_text(encoding="utf-8"))


@cache
def _schema() -> dict[str, object]:
    schema: dict[str, object] = json.loads(resource("schemas", "opinion.json").read_text(encoding="utf-8"))
    del schema["$schema"]  # some services refuse what they do not know
    return schema


def _data(question: Question) -> str:
    told = [{"text": text, "published": date or "unknown"} for text, date in (question.one, question.other)]
    return json.dumps(told, ensure_ascii=False, indent=1).replace("<", "\\u003c").replace(">", "\\u003e")


def _tokens(answer: Any) -> int:
    """What an answer says that it cost; nothing if it says nothing that makes sense."""
    usage = answer.get("usage") if isinstance(answer, dict) else None
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if type(total) is int and total > 0 else 0


def _opinion(answer: Any) -> Opinion | None:
    """The opinion, if the answer has exactly the form that was asked for."""
    from jsonschema import Draft202012Validator

    try:
        told = json.loads(answer["choices"][0]["message"]["content"])
    except (KeyError, IndexError, TypeError, ValueError, RecursionError):
        return None
    if not Draft202012Validator(_schema()).is_valid(told):
        return None
    return Opinion(_CHANCES[told["label"]], " ".join(canonical(told["reason"]).split())[:_LONGEST])
