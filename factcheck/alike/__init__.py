"""Texts that are alike, found at any size. Knows nothing of articles; needs numpy, so it is imported late."""

from factcheck.alike.index import FORM, Index, Match, Segment
from factcheck.alike.pairs import Alike, alike
from factcheck.alike.rarity import Rarity

__all__ = ["FORM", "Alike", "Index", "Match", "Rarity", "Segment", "alike"]
