"""Plain text comes through unchanged, whatever bytes it came in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.importing import pasted, read_bytes
from factcheck.text import canonical

GERMAN = "Der Bürgermeister sagte, die Flut habe 17 Häuser in Köln zerstört."
FRENCH = "Le maire a déclaré que la crue était « terrible » et qu’elle avait coûté 12 €."
JAPANESE = "地震で38人が死亡したと警察が発表した。東京の近くで発生した。"
RUSSIAN = "Погибли 38 человек, сообщила полиция в среду утром."
ARABIC = "قالت الشرطة إن 38 شخصا قتلوا صباح الأربعاء."
EMOJI = "Seventeen 🧑‍🚒 came. \N{FAMILY}"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (ARABIC.encode(), ARABIC, "utf-8"),
        (EMOJI.encode(), EMOJI, "utf-8"),
        (b"Plain words.", "Plain words.", "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH, "utf-8"),
        (codecs.BOM_UTF16_LE + EMOJI.encode("utf-16-le"), EMOJI, "utf-16-le"),
        (codecs.BOM_UTF16_BE + JAPANESE.encode("utf-16-be"), JAPANESE, "utf-16-be"),
        (codecs.BOM_UTF32_LE + ARABIC.encode("utf-32-le"), ARABIC, "utf-32-le"),
        (codecs.BOM_UTF32_BE + ARABIC.encode("utf-32-be"), ARABIC, "utf-32-be"),
        (FRENCH.encode("utf-16-le"), FRENCH, "utf-16-le"),
        (GERMAN.encode("latin-1"), GERMAN, "cp1252"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
        (b"caf\xe9", "café", "cp1252"),
        (JAPANESE.encode("shift-jis"), JAPANESE, "cp932"),
        (JAPANESE.encode("euc-jp"), JAPANESE, "euc_jp"),
        (JAPANESE.encode("iso2022-jp"), JAPANESE, "iso2022_jp"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8_r"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    draft = read_bytes(data, "a.txt")
    assert (draft.text, draft.encoding, draft.original) == (text, encoding, data)


def test_a_guess_is_named_as_one() -> None:
    assert read_bytes(GERMAN.encode("latin-1")).warnings == ("The encoding is not declared; it was taken for cp1252.",)


def test_damaged_utf8_stays_utf8() -> None:
    draft = read_bytes("Der Bürgermeister zählte Häuser in Köln".encode() + b" \xff\xc3")
    assert draft.text == "Der Bürgermeister zählte Häuser in Köln \ufffd\ufffd"
    assert draft.encoding == "utf-8"
    assert draft.warnings == ("2 characters are not valid utf-8 and were replaced by marks.",)


def test_a_replacement_mark_in_the_file_is_not_counted() -> None:
    assert read_bytes("Häuser \ufffd standen".encode()).warnings == ()


def test_line_ends_and_a_stray_nul() -> None:
    draft = read_bytes(b"One\r\ntwo\rthree\x00 and a good many words more, so that it is text.\n")
    assert draft.text == "One\ntwo\nthree and a good many words more, so that it is text.\n"
    assert draft.warnings == ("One control character was left out.",)


def test_five_megabytes_in_one_line() -> None:
    data = b"The mayor said that 17 people died. " * 150_000
    assert len(read_bytes(data, "a.txt").text) == len(data)


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: any(map(str.isalnum, t))))
def test_text_is_canonical_and_the_original_kept(text: str) -> None:
    controls = sum(c < " " and c not in "\t\n\v\f\r" for c in text)
    data = ("A line of words that is text beyond doubt. " * (1 + controls) + text).encode()
    draft = read_bytes(data, "a.txt")
    assert draft.original == data
    if "\x1b$" not in text:  # ISO-2022-JP
        assert draft.text == canonical(data.decode())


@given(st.text().filter(lambda t: any(map(str.isalnum, canonical(t)))))
def test_pasted_text(text: str) -> None:
    draft = pasted(text)
    assert draft.text == canonical(text)
    assert draft.original == text.encode("utf-8", "surrogatepass")
    assert draft.title
    assert (draft.media_type, draft.encoding, draft.method, draft.file) == ("text/plain", "utf-8", "plain 1", "")


def test_lone_surrogates_in_pasted_text() -> None:
    assert pasted("a \ud800 b").text == "a \ufffd b"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Ferry runs aground\n\nA ferry ran aground.", "x.txt", "Ferry runs aground"),
        ("\n  Ferry runs aground \nA ferry ran aground.", "", "Ferry runs aground"),
        ("渡し船が座礁した\n本文です。", "x.txt", "渡し船が座礁した"),
        ("Share\n\nFerry runs aground", "syria-ceasefire_talks.txt", "Syria ceasefire talks"),
        ("A ferry ran aground.\nNobody was hurt.", "ferry.txt", "Ferry"),
        ("word " * 60 + "\nmore", "", "word " * 15 + "word…"),
        ("Ferry runs aground", "", "Ferry runs aground"),
        ("A ferry ran aground.", "\udcff.txt", "\ufffd"),
    ],
)
def test_titles(text: str, name: str, title: str) -> None:
    assert read_bytes(text.encode(), name).title == title


def test_a_title_given_with_pasted_text() -> None:
    assert pasted("Words", " A\ntitle ").title == "A title"


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"\xe2\x82", b"\x80 \x81"])
def test_a_broken_place_does_not_change_the_encoding_of_the_rest(broken: bytes) -> None:
    draft = read_bytes("The ferry ran aground off Köln, they said. ".encode() + broken + b" And nobody was hurt.")
    assert draft.encoding == "utf-8"
    assert "Köln, they said" in draft.text
    assert "not valid utf-8" in draft.warnings[0]


def test_the_language_is_guessed_with_how_sure_that_is() -> None:
    german = read_bytes("Die Fähre lief am Donnerstag vor Tollen auf Grund, sagte der Bürgermeister.".encode())
    assert german.language == "de"
    assert german.language_confidence is not None
    assert german.language_confidence > 0.9
    short = read_bytes(b"112 on board")
    assert (short.language, short.language_confidence) == ("", None)
