"""Writes resources/schemas/project.json: the form of a project as JSON, from the records as the program knows them.

.venv/bin/python scripts/make_project_schema.py
"""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from factcheck.codec import LARGEST, SMALLEST
from factcheck.exchange import whole
from factcheck.model import Recording, Target
from factcheck.paths import resource

_PLAIN: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": SMALLEST, "maximum": LARGEST},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
_HASH = "^[0-9a-f]{64}$"


class Describing:
    """Describes types; each dataclass once, under `$defs`."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        """The schema of a type as the records use them."""
        if get_origin(kind) is tuple:
            return self.of_tuple(get_args(kind))
        if isinstance(kind, UnionType):
            return self.of_union(kind)
        if is_dataclass(kind):
            return self.of_class(kind)
        if issubclass(kind, Enum):
            return {"enum": [one.value for one in kind]}
        return dict(_PLAIN[kind])

    def of_tuple(self, parts: tuple[Any, ...]) -> dict[str, Any]:
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": self.of(parts[0])}
        length = len(parts)
        items = [self.of(part) for part in parts]
        return {"type": "array", "prefixItems": items, "minItems": length, "maxItems": length}

    def of_union(self, kind: UnionType) -> dict[str, Any]:
        tagged = kind in (Target, Recording)
        parts = [{"type": "null"} if part is NoneType else self.of_part(part, tagged) for part in get_args(kind)]
        return {"anyOf": parts}

    def of_part(self, kind: Any, tagged: bool) -> dict[str, Any]:
        if not tagged:
            return self.of(kind)
        self.of_class(kind)
        said = self.known[kind.__name__]
        said["properties"] = {"type": {"const": kind.__name__}, **said["properties"]}
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def of_class(self, kind: Any) -> dict[str, Any]:
        name = kind.__name__
        if name not in self.known:
            self.known[name] = {}
            hints = get_type_hints(kind)
            self.known[name] = {
                "description": " ".join((kind.__doc__ or "").split()),
                "type": "object",
                "properties": {field.name: self.of(hints[field.name]) for field in fields(kind)},
                "required": [field.name for field in fields(kind)],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}


def described() -> dict[str, Any]:
    """The whole schema."""
    describing = Describing()
    parts = {name: {"type": "array", "items": describing.of(kind)} for kind, name in whole.PARTS.items()}
    texts = {"type": "object", "propertyNames": {"pattern": _HASH}, "additionalProperties": {"type": "string"}}
    bodies = {**texts, "additionalProperties": {"type": "string", "contentEncoding": "base64"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A factcheck project",
        "description": "All records of a project, its texts and its original bytes by their SHA-256. Times are UTC "
        "seconds since 1970. Offsets count Unicode code points of a text, start inclusive, end exclusive.",
        "type": "object",
        "properties": {
            "format": {"const": whole.FORMAT},
            "version": {"const": whole.VERSION},
            **parts,
            "project": {**parts["project"], "minItems": 1, "maxItems": 1},
            "texts": {"description": "Texts of articles, and lists of landmarks, by SHA-256 of their UTF-8.", **texts},
            "originals": {"description": "What was imported or attached, by SHA-256 of its bytes.", **bodies},
        },
        "required": ["format", "version", *parts, "texts"],
        "additionalProperties": False,
        "$defs": describing.known,
    }


def text() -> str:
    """The file."""
    return json.dumps(described(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    resource("schemas", "project.json").write_text(text(), encoding="utf-8")
