"""Order of writing: the Unicode bidirectional algorithm (UAX #9) for text without explicit embeddings.

Overrides, embeddings and isolates are dropped before (`fonts.tidy`): in quoted evidence they only serve to mislead.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

#: Anything that runs from right to left.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "«": "»", "‹": "›", "<": ">", "≤": "≥", "“": "“"}
#: Rule N0 knows brackets only, not quotation marks.
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩"}
_MIRROR = {k: v for a, b in _PAIRS.items() if a != b for k, v in ((a, b), (b, a))}
_NEUTRAL = {"B", "S", "WS", "ON", "BN"}


def mirrored(character: str) -> str:
    """The character's look where text runs from right to left."""
    return _MIRROR.get(character, character)


def base_level(text: str) -> int:
    """1 if the first letter with a direction runs from right to left, else 0 (rules P2, P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of a paragraph."""
    kinds = [unicodedata.bidirectional(c) or "L" for c in text]
    outer = "R" if base else "L"
    _weak(kinds, outer)
    _brackets(text, kinds, outer)
    _neutral(kinds, outer)
    return [_level(kind, base) for kind in kinds]


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _weak(kinds: list[str], outer: str) -> None:
    """Rules W1 to W7, in place."""
    _marks(kinds, outer)
    _after_strong(kinds, outer, "EN", lambda strong: "AN" if strong == "AL" else "EN")  # W2
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    _separators(kinds)
    _terminators(kinds)
    kinds[:] = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]  # W6
    _after_strong(kinds, outer, "EN", lambda strong: "L" if strong == "L" else "EN")  # W7


def _marks(kinds: list[str], outer: str) -> None:
    """W1: a mark is of the kind of what it follows."""
    before = outer
    for i, kind in enumerate(kinds):
        if kind in {"NSM", "BN"}:
            kinds[i] = before
        before = kinds[i]


def _after_strong(kinds: list[str], outer: str, which: str, becomes: Callable[[str], str]) -> None:
    strong = outer
    for i, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == which:
            kinds[i] = becomes(strong)


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of a kind joins them."""
    for i in range(1, len(kinds) - 1):
        number = kinds[i - 1]
        joins = {"EN": {"ES", "CS"}, "AN": {"CS"}}.get(number, set())
        if kinds[i] in joins and kinds[i + 1] == number:
            kinds[i] = number


def _terminators(kinds: list[str]) -> None:
    """W5: signs of currency and per cent go with the number beside them."""
    for start, end in _stretches(kinds, {"ET"}):
        beside = (start and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        if beside:
            kinds[start:end] = ["EN"] * (end - start)


def _stretches(kinds: Sequence[str], of: set[str]) -> list[tuple[int, int]]:
    """Maximal stretches of these kinds."""
    found, start = [], None
    for i, kind in enumerate([*kinds, ""]):
        if kind in of and start is None:
            start = i
        elif kind not in of and start is not None:
            found.append((start, i))
            start = None
    return found


def _as_strong(kind: str) -> str:
    """Numbers count as running from right to left when neutrals are settled."""
    return "R" if kind in {"R", "EN", "AN"} else kind


def _brackets(text: str, kinds: list[str], outer: str) -> None:
    """N0: a pair of brackets goes with what it holds."""
    for start, end in _bracket_pairs(text, kinds):
        inside = {_as_strong(kind) for kind in kinds[start + 1 : end]} & {"L", "R"}
        if outer in inside:
            kinds[start] = kinds[end] = outer
        elif inside:
            before = next((_as_strong(k) for k in reversed(kinds[:start]) if _as_strong(k) in {"L", "R"}), outer)
            kinds[start] = kinds[end] = before


def _bracket_pairs(text: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    pairs = []
    for i, character in enumerate(text):
        if kinds[i] != "ON":
            continue
        if character in _BRACKETS:
            stack.append((_BRACKETS[character], i))
        elif any(closing == character for closing, _ in stack):
            while stack[-1][0] != character:
                stack.pop()
            pairs.append((stack.pop()[1], i))
    return sorted(pairs)


def _neutral(kinds: list[str], outer: str) -> None:
    """N1 and N2: what has no direction takes it from both neighbours, or from the paragraph."""
    for start, end in _stretches(kinds, _NEUTRAL):
        before = _as_strong(kinds[start - 1]) if start else outer
        after = _as_strong(kinds[end]) if end < len(kinds) else outer
        kinds[start:end] = [before if before == after else outer] * (end - start)


def visual(runs: Sequence[int]) -> list[int]:
    """Order from left to right of runs whose levels these are (rule L2)."""
    order = list(range(len(runs)))
    for level in range(max(runs, default=0), 0, -1):
        i = 0
        while i < len(order):
            j = i
            while j < len(order) and runs[order[j]] >= level:
                j += 1
            order[i:j] = order[i:j][::-1]
            i = max(j, i + 1)
    return order
