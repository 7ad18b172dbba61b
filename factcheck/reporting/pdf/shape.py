"""HarfBuzz: which glyphs a run of a joining or stacking script takes, and where they stand."""

import importlib
import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factcheck.reporting.pdf.fonts import Face

#: reportlab names glyphs by characters; a glyph that has none gets one of the private use area, the same each time.
_PRIVATE = 0xE000
_PRIVATE_END = 0xF8FF


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph at size 1: the character that stands for it, where in the text it comes from, its offset and advance."""

    character: str
    cluster: int
    x: float
    y: float
    advance: float


def available() -> bool:
    """Whether HarfBuzz is installed; without it, scripts that need it count as not covered."""
    return importlib.util.find_spec("uharfbuzz") is not None


@lru_cache(maxsize=64)
def _engine(face: Face) -> tuple[Any, Any]:
    """HarfBuzz and its font for a face."""
    hb = importlib.import_module("uharfbuzz")
    table: Any = face.font.face  # the stubs do not know all of it
    return hb, hb.Font(hb.Face(hb.Blob(table._ttf_data)))


@lru_cache(maxsize=20_000)
def shape(face: Face, text: str, right_to_left: bool) -> tuple[Glyph, ...]:
    """The glyphs of a run, from left to right."""
    hb, font = _engine(face)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(font, buffer)
    scale = font.face.upem
    return tuple(
        Glyph(
            _character(face, info.codepoint),
            info.cluster,
            place.x_offset / scale,
            place.y_offset / scale,
            place.x_advance / scale,
        )
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def _character(face: Face, glyph: int) -> str:
    """The character by which reportlab embeds and draws a glyph."""
    table: Any = face.font.face
    known = table.glyphToChar.get(glyph)
    if known:
        return chr(known[0])
    code = _PRIVATE + glyph
    assert code <= _PRIVATE_END, "the shaped typefaces have fewer glyphs than the private use area has places"
    if code not in table.charToGlyph:
        table.charToGlyph[code] = glyph
        table.charWidths[code] = table.charWidths.get(code, _width(face, glyph))
    return chr(code)


def _width(face: Face, glyph: int) -> float:
    _, font = _engine(face)
    return float(font.get_glyph_h_advance(glyph)) * 1000 / float(font.face.upem)
