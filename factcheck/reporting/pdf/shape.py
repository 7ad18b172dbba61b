"""HarfBuzz: which glyphs a run of a joining or stacking script takes, and where they stand."""

import importlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factcheck.reporting.pdf.fonts import Face


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph at size 1: the character that draws it, the place in the text that it comes from, offset and advance."""

    character: str
    cluster: int
    x: float
    y: float
    advance: float


#: A joiner of words, which nobody sees or hears: the meaning of a dot or stroke drawn apart from its letter.
_NOTHING = "\u2060"


def available() -> bool:
    """Whether HarfBuzz is installed; without it, scripts that need it count as not covered."""
    return importlib.util.find_spec("uharfbuzz") is not None


@lru_cache(maxsize=64)
def _engine(face: Face) -> tuple[Any, Any]:
    """HarfBuzz and its font for a face."""
    hb = importlib.import_module("uharfbuzz")
    return hb, hb.Font(hb.Face(hb.Blob(face.font.face._ttf_data)))


@lru_cache(maxsize=20_000)
def shape(face: Face, text: str, right_to_left: bool, before: str = "", after: str = "") -> tuple[Glyph, ...]:
    """The glyphs of a run, from left to right. Letters join with the text before and after it, which is not set."""
    hb, font = _engine(face)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(before + text + after, len(before), len(text))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(font, buffer, {"liga": False, "dlig": False} if right_to_left or not face.family.shaped else {})
    infos = [(info.codepoint, info.cluster - len(before)) for info in buffer.glyph_infos]
    meanings = _meanings(text, [cluster for _, cluster in infos], right_to_left)
    scale, em = font.face.upem, 1000 / font.face.upem
    return tuple(
        Glyph(
            face.font.character(glyph, meaning, font.get_glyph_h_advance(glyph) * em),
            cluster,
            place.x_offset / scale,
            place.y_offset / scale,
            place.x_advance / scale,
        )
        for (glyph, cluster), meaning, place in zip(infos, meanings, buffer.glyph_positions, strict=True)
    )


def _meanings(text: str, clusters: Sequence[int], right_to_left: bool) -> list[str]:
    """What each glyph means: the first one of a cluster all of its letters, the others nothing.

    Where text runs from right to left, PDF readers (poppler, pdfium) take letters as they stand, from left to right,
    and then turn them about, the letters of a ligature among them.
    """
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    meanings = []
    for cluster in clusters:
        letters = text[cluster : ends[cluster]]
        meanings.append(_NOTHING if cluster in seen else letters[::-1] if right_to_left else letters)
        seen.add(cluster)
    return meanings
