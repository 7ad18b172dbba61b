"""What a text is known by: numbers that stand for its words and for words side by side, for many texts at once.

The numbers depend on the text alone, so that they can be kept in a file. Scripts that put no space between words are
cut into characters; short texts are known by their letters, three by three, as well.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

U8 = NDArray[np.uint8]
U32 = NDArray[np.uint32]
U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]

#: Texts of at most so many characters are known by their letters too.
_SHORT = 40
#: Letters of a word that count for its number.
_LETTERS = 64
#: Bins of a text's letters.
BINS = 32

_GAP, _LETTER, _APART = 0, 1, 2
#: Scripts that put no space between words: South-East Asia, China, Japan.
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
_BMP = 0x10000
_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Keyed:
    """Some texts by their keys: `keys[i]` is one of text number `owners[i]`; owners ascend."""

    keys: U32
    owners: I64
    #: How often each text has the letters of each bin, at most 255: a row a text.
    shapes: U8
    #: Characters of each text.
    lengths: I64


@cache
def _classes() -> U8:
    """What each character of the first plane is; all beyond stand apart."""
    made = np.zeros(_BMP, np.uint8)
    for code in range(_BMP):
        if unicodedata.category(chr(code))[0] in "LNM":
            made[code] = _LETTER
    for first, last in _UNSPACED:
        made[first : last + 1][made[first : last + 1] == _LETTER] = _APART
    made[_BMP - 1] = _APART
    return made


@cache
def _powers() -> U64:
    return np.cumprod(np.full(_LETTERS, _ODD), dtype=np.uint64)


def _mixed(numbers: U64) -> U64:
    numbers = (numbers ^ (numbers >> _HALF)) * _MIX
    return (numbers ^ (numbers >> _HALF)) * _MIX


def keyed(texts: Sequence[str]) -> Keyed:
    """The keys of some texts; the same key may stand twice for one text."""
    low = [text.lower() for text in texts]
    codes = np.frombuffer("\n".join([*low, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, low), np.int64, len(low))
    owners = np.repeat(np.arange(len(low)), lengths + 1)
    words, of_words = _words(codes, owners)
    pairs = of_words[1:] == of_words[:-1]
    beside = _mixed(words[:-1] * _ODD + words[1:])[pairs]
    letters, of_letters = _letters(codes, owners, lengths)
    keys = np.concatenate([words, beside, letters]) >> _HALF
    of = np.concatenate([of_words, of_words[1:][pairs], of_letters])
    order = np.argsort(of, kind="stable")
    return Keyed(keys[order].astype(np.uint32), of[order], _shapes(codes, owners, len(low)), lengths)


def _words(codes: U32, owners: I64) -> tuple[U64, I64]:
    """A number for each word, and whose it is."""
    classes = _classes()[np.minimum(codes, _BMP - 1)]
    inside = classes != _GAP
    before = np.concatenate([[_GAP], classes[:-1]])
    starts = np.flatnonzero(inside & ((before == _GAP) | (classes == _APART) | (before == _APART)))
    if not len(starts):
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    spread = np.repeat(starts, np.diff(np.append(starts, len(codes))))
    place = np.minimum(np.arange(starts[0], len(codes)) - spread, _LETTERS - 1)
    values = np.where(inside, codes, 0)[starts[0] :].astype(np.uint64) * _powers()[place]
    return _mixed(np.add.reduceat(values, starts - starts[0])), owners[starts]


def _letters(codes: U32, owners: I64, lengths: I64) -> tuple[U64, I64]:
    """A number for each three characters side by side of the short texts."""
    at = np.flatnonzero((lengths <= _SHORT)[owners[:-2]] & (owners[2:] == owners[:-2]))
    one, two, three = (codes[at + step].astype(np.uint64) for step in range(3))
    return _mixed((one * _ODD + two) * _ODD + three), owners[at]


def _shapes(codes: U32, owners: I64, count: int) -> U8:
    """How often each text has the letters of each bin; the line ends between texts fall into one that counts alike."""
    bins = np.bincount(owners * BINS + (codes % BINS), minlength=count * BINS)
    return np.minimum(bins, 255).astype(np.uint8).reshape(count, BINS)
