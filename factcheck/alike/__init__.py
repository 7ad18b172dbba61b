"""Texts that are alike, found at any size. Knows nothing of articles; needs numpy, so it is imported late."""

from factcheck.alike.pairs import Alike, alike

__all__ = ["Alike", "alike"]
