"""Subtitles and transcripts, SubRip and WebVTT: what is said, each piece with its time code and speaker."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from html import unescape
from importlib.metadata import version
from typing import Any

from factcheck.importing.composing import Composition
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.titles import from_name, title_of
from factcheck.importing.words import failed, say
from factcheck.model import LandmarkKind

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]{1,200})>")
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}")
#: "ADA BRINK: The beacon …", "- Ada Brink: …", "[Ada Brink]: …": a name of one to four words.
_NAMED = re.compile(r"(?:-\s*)?(?:\[([^\]\n]{2,60})\]:|((?:[^\W\d_][\w.'’-]*[ ]?){1,4}):)\s+(?=\S)")
_TURN = re.compile(r"[-–—]\s*(?=\S)")
#: A silence that begins a paragraph, in seconds.
_PAUSE = 4.0
_SRT = re.compile(r"\s*\d+[ \t]*\r?\n\s*\d{1,4}:\d{1,2}:\d{1,2}[,.]\d{1,3}\s*-->")


def _extract_srt(given: Input) -> Extraction:
    return _extract(given, "srt")


def _extract_vtt(given: Input) -> Extraction:
    return _extract(given, "vtt")


def _extract(given: Input, form: str) -> Extraction:
    import webvtt

    decoded = readable(given.data, given.name, given.charset or "utf-8")
    try:
        captions = webvtt.WebVTT.from_buffer(decoded.text.strip().split("\n"), format=form).captions
    except webvtt.errors.MalformedFileError as error:
        raise failed("damaged", name=given.name) from error
    announced = decoded.text.count("-->")
    text = _composed(captions)
    lost = announced - len(captions)
    article = Extracted(
        text=text.text,
        title=from_name(given.name) or title_of(text.text, ""),
        landmarks=text.landmarks,
        encoding=decoded.encoding,
        method=f"webvtt-py {version('webvtt-py')}",
        warnings=(*decoded.warnings, *((say("import.warning.broken_cues", n=lost),) if lost > 0 else ())),
    )
    return Extraction((article,))


def _composed(captions: list[Any]) -> Composition:
    """One speaker's pieces follow one another; a paragraph begins with another speaker, a turn or after a silence."""
    text = Composition()
    names = _names(captions)
    speaker, ended = "", 0.0
    for caption in captions:
        start = caption.start_time.in_milliseconds() / 1000
        for said_by, words, turn in _pieces(caption.raw_text, names):
            new = turn or start - ended > _PAUSE or (said_by is not None and said_by != speaker)
            speaker = said_by if said_by is not None else ("" if turn else speaker)
            text.mark(LandmarkKind.time, caption.start)
            text.mark(LandmarkKind.speaker, speaker)
            (text.paragraph if new else text.more)(words)
        ended = caption.end_time.in_milliseconds() / 1000
    return text


def _names(captions: list[Any]) -> frozenset[str]:
    """The names before colons that are speakers': in capitals, or more than once; "Remember: …" is neither."""
    lines = (line for caption in captions for line in _turns(_TAG.sub("", caption.raw_text)))
    found = Counter(named[1] or named[2] for line in lines if (named := _NAMED.match(_plain(line))))
    return frozenset(name for name, often in found.items() if name.isupper() or (often > 1 and name.istitle()))


def _pieces(raw: str, names: Container[str]) -> Iterator[tuple[str | None, str, bool]]:
    """What is said in a caption: by whom (None: not told), the words, whether somebody else may have begun."""
    voices = _VOICE.split(raw)
    if len(voices) > 1:
        yield from ((None, words, False) for words in filter(None, [_plain(voices[0])]))
        for name, words in zip(voices[1::2], voices[2::2], strict=True):
            yield _plain(name), _plain(words), False
        return
    for lines in _turns(_TAG.sub("", raw)):
        words = _plain(lines)
        named = _NAMED.match(words)
        if named and (named[1] or named[2]) in names:
            yield named[1] or named[2], words[named.end() :], False
        elif words:
            turn = _TURN.match(words)
            yield None, words[turn.end() :] if turn else words, bool(turn)


def _turns(raw: str) -> list[str]:
    """The lines of a caption, split where a dash says that somebody else speaks."""
    return re.split(r"\n(?=\s*[-–—]\s*\S)", raw)


def _plain(raw: str) -> str:
    return " ".join(unescape(_TAG.sub("", raw)).split())


def _recognises_srt(sample: Sample) -> bool:
    return _SRT.match(sample.head.lstrip("\ufeffï»¿")) is not None


def _recognises_vtt(sample: Sample) -> bool:
    return re.match(r"WEBVTT(?:[ \t\r\n]|$)", sample.head.lstrip("\ufeffï»¿")) is not None


SRT = Format("srt", (".srt",), "application/x-subrip", _recognises_srt, _extract_srt)
VTT = Format("vtt", (".vtt",), "text/vtt", _recognises_vtt, _extract_vtt)
