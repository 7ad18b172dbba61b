"""Bytes → characters: by byte order mark, by what the bytes prove, by declaration, and only then by a guess."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.importing.words import failed, say
from factcheck.text import canonical


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding that was taken, and what the person should know of the choice."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


#: UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Old names that pages still declare, and what they mean by them today (WHATWG Encoding).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
}

#: Encodings that articles come in. Python knows others ("idna", "utf-7", "rot13") that a hostile page could declare.
_KNOWN = frozenset(
    (
        "utf-8",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp866",
        "cp874",
        "cp932",
        "cp949",
        "gb18030",
        "big5hkscs",
        "euc_jp",
        "iso2022_jp",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "mac-cyrillic",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-10",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
    )
)

#: What a guess may be: the common ones, in the order in which equally good ones are preferred.
_GUESSES = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp932",
    "gb18030",
    "euc_jp",
    "big5hkscs",
    "cp949",
    "iso8859_2",
    "koi8_r",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "iso8859_5",
    "iso8859_7",
    "iso8859_15",
)

#: A guess looks at no more than this.
_SAMPLE = 100_000
_LOST = "\N{REPLACEMENT CHARACTER}"
#: What a damaged text may hold: so many characters that are lost or controls, and in a long one every so manieth.
_TOLERATED = 20
#: Controls that stand for nothing in a text; those that end a line or switch a character set are left out.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_BEYOND_ASCII = re.compile(b"[\x80-\xff]+")
#: How much of a text is looked at for damaged places.
_LONG_SAMPLE = 2_000_000


def mark(data: bytes) -> tuple[int, str] | None:
    """Length and encoding of the byte order mark, if there is one."""
    return next(((len(m), encoding) for m, encoding in _MARKS if data.startswith(m)), None)


def known(declared: str) -> str:
    """The encoding that a declaration means; "" if it is none that articles come in."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if name in _KNOWN else ""


def readable(data: bytes, name: str, declared: str = "") -> Decoded:
    """The canonical text of some bytes; `ImportFailedError` if they are no text."""
    decoded = decode(data, declared)
    text, dropped = _CONTROLS.subn("", decoded.text)
    damaged = dropped + text.count(_LOST)
    if damaged > max(_TOLERATED, len(decoded.text) // _TOLERATED) or (
        "\0" in decoded.text and decoded.encoding != "utf-8"
    ):
        raise failed("binary", name=name)
    warnings = (say("import.warning.controls", n=dropped),) if dropped else ()
    return Decoded(canonical(text), decoded.encoding, decoded.warnings + warnings)


def decode(data: bytes, declared: str = "") -> Decoded:
    """The characters of some bytes, with the declared encoding (or "") as one witness among others."""
    for way in _WAYS:
        decoded = way(data, declared)
        if decoded is not None:
            return decoded
    return _guessed(data)


def _replaced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count(_LOST)
    warnings = (say("import.warning.replaced", n=lost, encoding=encoding),) if lost else ()
    return Decoded(text, encoding, warnings)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _by_mark(data: bytes, _declared: str) -> Decoded | None:
    found = mark(data)
    return _replaced(data[found[0] :], found[1]) if found else None


def _by_nuls(data: bytes, _declared: str) -> Decoded | None:
    """UTF-16 without a mark: nearly every second byte is NUL."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) * 4 <= len(data) or min(even, odd) * 10 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = _strictly(data, encoding)
    return Decoded(text, encoding) if text is not None else None


def _as_utf8(data: bytes, declared: str) -> Decoded | None:
    """Valid UTF-8 beyond ASCII is no accident, whatever is declared."""
    text = None if data.isascii() else _strictly(data, "utf-8")
    if text is None:
        return None
    wrong = declared and known(declared) != "utf-8"
    return Decoded(text, "utf-8", (say("import.warning.declared", declared=declared),) if wrong else ())


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    encoding = known(declared) if declared else ""
    text = _strictly(data, encoding) if encoding else None
    if text is None:
        return None
    return Decoded(text, "utf-8" if data.isascii() and text.isascii() else encoding)


def _as_escaped(data: bytes, _declared: str) -> Decoded | None:
    """ISO-2022-JP is ASCII to the eye and switches by escapes."""
    text = _strictly(data, "iso2022_jp") if b"\x1b$" in data else None
    return Decoded(text, "iso2022_jp") if text is not None else None


def _as_ascii(data: bytes, _declared: str) -> Decoded | None:
    return Decoded(data.decode("ascii"), "utf-8") if data.isascii() else None


def _as_broken_utf8(data: bytes, _declared: str) -> Decoded | None:
    """UTF-8 with damaged places. Bytes beyond ASCII that make whole characters of it are no accident in any other."""
    runs = _BEYOND_ASCII.findall(data[:_LONG_SAMPLE])
    whole = sum(_strictly(run, "utf-8") is not None for run in runs)
    return _replaced(data, "utf-8") if whole and 2 * whole >= len(runs) - whole else None


_WAYS: tuple[Callable[[bytes, str], Decoded | None], ...] = (
    _by_mark,
    _by_nuls,
    _as_utf8,
    _as_declared,
    _as_escaped,
    _as_ascii,
    _as_broken_utf8,
)


def _sample(data: bytes) -> bytes:
    """The beginning of the data, cut where no character of any encoding in `_GUESSES` is cut."""
    if len(data) <= _SAMPLE:
        return data
    piece = data[:_SAMPLE]
    return piece[: max(piece.rfind(b" "), piece.rfind(b"\n")) + 1] or piece


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    matches = from_bytes(_sample(data), cp_isolation=list(_GUESSES))
    best = matches.best()
    equal = {
        name
        for match in matches
        if best and match.chaos <= best.chaos and match.coherence >= best.coherence
        for name in match.could_be_from_charset
    }
    encoding = next((name for name in _GUESSES if name in equal), best.encoding if best else "cp1252")
    decoded = _replaced(data, encoding)
    return Decoded(decoded.text, encoding, (say("import.warning.guessed", encoding=encoding), *decoded.warnings))
