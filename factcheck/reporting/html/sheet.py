"""The style sheet: the file of ours, and a rule for every colour that the report has."""

from collections.abc import Iterable

from factcheck.paths import resource
from factcheck.reporting.colours import badge_colours


def style_sheet(colours: Iterable[str], accent: str) -> str:
    """All rules. `colours` are names of ratings' colours, each of which gets a class; `accent` is `#rrggbb` or ""."""
    rules = [_rule(colour) for colour in colours]
    rules += [f"header {{ border-color: {accent}; }}"] if accent else []
    return resource("report", "sheet.css").read_text(encoding="utf-8") + "\n".join(rules)


def _rule(name: str) -> str:
    shown = badge_colours(name)
    return (
        f".badge.{class_of(name)} {{ background: {shown.fill}; color: {shown.ink}; border-color: {shown.edge}; }}\n"
        f".box.{class_of(name)} {{ border-color: {shown.edge}; }}\n"
        f".bar.{class_of(name)} {{ fill: {shown.edge}; }}"
    )


def class_of(colour: str) -> str:
    """The class of a colour; what is no word of ours or `#rrggbb` becomes hexadecimal."""
    known = colour.isascii() and colour.replace("-", "").isalnum()
    return "c-" + (colour if known else colour.encode(errors="replace").hex())
