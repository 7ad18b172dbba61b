"""The verdict scales that ship; a project gets copies of its own, which it may change."""

import tomllib
from typing import Any

from factcheck.model import Rating, Scale
from factcheck.paths import resource

#: The scale of a new project.
DEFAULT = "truth-o-meter"


def shipped() -> list[Scale]:
    """All scales that ship, by name."""
    paths = sorted(resource("scales").glob("*.toml"))
    return sorted((_scale(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths), key=lambda s: s.name)


def _scale(data: dict[str, Any]) -> Scale:
    return Scale(data["id"], data["name"], tuple(_rating(rating) for rating in data.get("rating", [])))


def _rating(data: dict[str, Any]) -> Rating:
    number = data.get("number")
    return Rating(**{**data, "number": None if number is None else float(number)})
