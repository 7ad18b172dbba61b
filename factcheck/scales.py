"""The verdict scales that ship, in each language; a project gets copies of its own, which it may change."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import i18n
from factcheck.model import Rating, Scale
from factcheck.paths import resource

#: The scale of a new project, by the language of whoever makes it.
_DEFAULTS = {"en": "truth-o-meter", "de": "wahrheitsskala"}


def default() -> str:
    """Id of the scale that a new project has if none is chosen."""
    return _DEFAULTS.get(i18n.spoken(), _DEFAULTS["en"])


@cache
def _languages() -> dict[str, str]:
    """By id, the language of each scale that ships."""
    paths = [*resource("scales").glob("*.toml"), *resource("scales").glob("*/*.toml")]
    return {path.stem: "en" if path.parent.name == "scales" else path.parent.name for path in sorted(paths)}


def shipped() -> list[Scale]:
    """All scales that ship: those in the language of the interface first, then by name."""
    found = [_scale(tomllib.loads(_path(id).read_text(encoding="utf-8"))) for id in _languages()]
    return sorted(found, key=lambda scale: (_languages()[scale.id] != i18n.spoken(), scale.name))


def for_project(scale_id: str) -> list[Scale]:
    """Those that a new project gets: in the language of the interface and in English, and the one that was chosen."""
    wanted = {"en", i18n.spoken()}
    return [scale for scale in shipped() if _languages()[scale.id] in wanted or scale.id == scale_id]


def offered(scales: Iterable[Scale]) -> dict[str, str]:
    """Names of scales by their ids, to choose among; with the language, where they are in several."""
    there = list(scales)
    spoken = {_languages().get(scale.id, "") for scale in there}
    names = i18n.interfaces()

    def named(scale: Scale) -> str:
        language = names.get(_languages().get(scale.id, ""), "")
        return f"{scale.name} ({language})" if language and len(spoken) > 1 else scale.name

    return {scale.id: named(scale) for scale in there}


def _path(id: str) -> Path:
    language = _languages()[id]
    return resource("scales", *([] if language == "en" else [language]), f"{id}.toml")


def _scale(data: dict[str, Any]) -> Scale:
    return Scale(data["id"], data["name"], tuple(_rating(rating) for rating in data.get("rating", [])))


def _rating(data: dict[str, Any]) -> Rating:
    number = data.get("number")
    return Rating(**{**data, "number": None if number is None else float(number)})
