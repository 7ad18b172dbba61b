"""What the samples of the formats do not show: the corners of putting text together."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from factcheck import landmarks
from factcheck.importing import web_archives
from factcheck.importing.composing import Composition
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.epub import extract as extract_epub
from factcheck.importing.json_lines import FORMAT as JSON_LINES
from factcheck.importing.language import declared
from factcheck.importing.pdf import extract as extract_pdf
from factcheck.importing.rtf import extract as extract_rtf
from factcheck.importing.subtitles import SRT
from factcheck.importing.tables import extract_csv
from factcheck.importing.unpacking import unpacked
from factcheck.model import LandmarkKind
from factcheck.text import canonical
from tests.core.importing.harm import answer, zipped


def only(extraction: Extraction) -> Extracted:
    (article,) = extraction.articles
    return article


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8), st.sampled_from(["paragraph", "line", "more"]))))
def test_a_landmark_holds_for_the_pieces_that_it_was_set_for(pieces: list[tuple[str, str, str]]) -> None:
    composed = Composition()
    expected = []
    for label, words, way in pieces:
        composed.mark(LandmarkKind.section, label)
        getattr(composed, way)(words)
        if canonical(words).strip():
            expected.append(" ".join(canonical(label).split()))
    assert composed.text == canonical(composed.text)
    starts = [0, *(mark.start for mark in composed.landmarks)]
    assert starts == sorted(starts)
    told = [landmarks.holding(composed.landmarks, at).get(LandmarkKind.section, "") for at in range(len(composed.text))]
    seen = [label for at, label in enumerate(told) if at == 0 or label != told[at - 1]]
    assert seen == [label for at, label in enumerate(expected) if at == 0 or label != expected[at - 1]]


# --- PDF --------------------------------------------------------------------------------------------------------------


def pdf(*lines: str) -> bytes:
    held = io.BytesIO()
    page = Canvas(held)
    for number, line in enumerate(lines):
        page.drawString(72, 800 - 14 * number, line)
    page.save()
    return held.getvalue()


FULL = "A line that is as long as the lines of this page commonly are,"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((FULL, "and goes on."), f"{FULL} and goes on."),
        ((FULL, "ends.", "Another begins here."), f"{FULL} ends.\n\nAnother begins here."),
        (("A headline", FULL, "ends."), f"A headline\n\n{FULL} ends."),
        ((FULL, "- the first", "- the second"), f"{FULL}\n\n- the first\n\n- the second"),
        ((f"{FULL} the acci-", "dent happened."), f"{FULL} the accident happened."),
        (("A well-known fact:", f"{FULL} a well-", "known one."), f"A well-known fact:\n\n{FULL} a well-known one."),
        ((f"{FULL} the Anglo-", "Saxons."), f"{FULL} the Anglo-Saxons."),
    ],
)
def test_lines_of_a_pdf_are_put_together(lines: tuple[str, ...], text: str) -> None:
    assert only(extract_pdf(Input(pdf(*lines)))).text == text


# --- books and archives -----------------------------------------------------------------------------------------------


def book(**chapters: str) -> bytes:
    items = "".join(f'<item id="{name}" href="text/{name}.xhtml"/>' for name in chapters)
    order = "".join(f'<itemref idref="{name}"/>' for name in [*reversed(chapters), "missing"])
    description = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The wreck</dc:title><dc:creator>Ada Brink</dc:creator><dc:publisher>Quay Books</dc:publisher>"
        f"<dc:date>2024</dc:date></metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": b'<container><rootfile full-path="in/book.opf"/></container>',
            "in/book.opf": description.encode(),
            **{f"in/text/{name}.xhtml": body.encode() for name, body in chapters.items()},
        }
    )


def test_chapters_come_in_reading_order_with_their_headings() -> None:
    night = "<head><title/></head><body><h1>Night</h1><p>It was dark.</p></body>"
    strict = f'<html xmlns="http://www.w3.org/1999/xhtml">{night}</html>'
    loose = "<html><body><h2>Day</h2><p>Fish&nbsp;&amp; chips<br>and tea<p>Nobody came.</body></html>"
    article = only(extract_epub(Input(book(b=strict, a=loose), "a.epub")))
    assert article.text == "Day\n\nFish\N{NO-BREAK SPACE}& chips\nand tea\n\nNobody came.\n\nNight\n\nIt was dark."
    assert [mark.label for mark in article.landmarks] == ["Day", "Night"]
    assert (article.title, article.author, article.publisher) == ("The wreck", "Ada Brink", "Quay Books")
    assert article.published is not None
    assert article.published.iso == "2024"


def test_a_large_archive_gives_what_was_read_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 1000, 5))
    monkeypatch.setattr(web_archives, "monotonic", lambda: next(ticks))
    body = b"<html><body><p>The beacon was dark for three nights.</p></body></html>"
    extraction = web_archives.extract_warc(Input(answer(body, "") * 9, "a.warc"))
    assert 1 < len(extraction.articles) < 9
    assert extraction.warnings == (
        f"The archive is so large that only its first {len(extraction.articles)} pages were read.",
    )
    assert len({article.part for article in extraction.articles}) == len(extraction.articles)


# --- what is said -----------------------------------------------------------------------------------------------------


def subtitles(*said: str) -> Extracted:
    cues = (f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{words}\n" for n, words in enumerate(said, 1))
    return only(SRT.extract(Input("\n".join(cues).encode(), "a.srt")))


def test_a_word_before_a_colon_is_no_speaker() -> None:
    article = subtitles("Remember: the beacon was dark.", "[Music] And nobody came.")
    assert article.text == "Remember: the beacon was dark. [Music] And nobody came."
    assert {mark.kind for mark in article.landmarks} == {LandmarkKind.time}


def test_a_name_that_comes_again_is_a_speaker() -> None:
    article = subtitles("Ada Brink: Was it dark?", "JON VARGA: It was not.", "Ada Brink: Thank you.")
    assert article.text == "Was it dark?\n\nIt was not.\n\nThank you."
    speakers = [mark.label for mark in article.landmarks if mark.kind is LandmarkKind.speaker]
    assert speakers == ["Ada Brink", "JON VARGA", "Ada Brink"]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_table_without_names_of_columns() -> None:
    extraction = extract_csv(Input(b"1,The beacon was dark.\n2,Nobody was hurt.\n", "log.csv"))
    article = only(extraction)
    assert article.text == "The beacon was dark.\n\nNobody was hurt."
    assert extraction.columns == ("Column 1", "Column 2")
    assert landmarks.holding(article.landmarks, 25)[LandmarkKind.row] == "2"


def test_a_list_of_statements_needs_no_columns() -> None:
    article = only(extract_csv(Input(b"Statement\nThe beacon was dark.\n\nNobody was hurt.\n", "log.csv")))
    assert article.text == "The beacon was dark.\n\nNobody was hurt."
    assert article.title == "Log"


def test_two_columns_of_one_name() -> None:
    extraction = extract_csv(Input(b"Claim,Note,Note\nIt was dark.,a,b\n", "a.csv"))
    assert extraction.columns == ("Claim", "Note", "Note (2)")
    assert only(extraction).landmarks[1].label == "Note: a; Note (2): b"


def test_fields_of_json_that_are_no_words() -> None:
    line = {"text": "The beacon was dark.", "author": ["Ada", "Jon"], "source": {"name": "Post"}, "date": None, "n": 4}
    article = only(JSON_LINES.extract(Input(json.dumps(line).encode(), "a.jsonl")))
    assert (article.author, article.publisher, article.published) == ("Ada, Jon", "Post", None)


# --- the rest ---------------------------------------------------------------------------------------------------------


def test_rtf_in_another_code_page() -> None:
    article = only(extract_rtf(Input(rb"{\rtf1\ansi\ansicpg1251 \'ca\'ee\'f0\'e0\'e1\'eb\'fc \u8212? ok}", "a.rtf")))
    assert article.text == "Корабль — ok"


def test_rtf_notes_stand_at_the_end_with_their_numbers() -> None:
    markup = rb"""{\rtf1\ansi One{\super\chftn}{\footnote\pard {\super\chftn} The \{first\} note.} two
{\super\chftn}{\*\footnote\ftnalt {\super\chftn} Caf\'e9.}.\par Three.}"""
    text = only(extract_rtf(Input(markup, "a.rtf"))).text
    assert text == "One[1] two[2].\n\nThree.\n\n[1] The {first} note.\n\n[2] Café."


def test_rtf_with_a_note_that_never_ends_loses_no_words() -> None:
    text = only(extract_rtf(Input(rb"{\rtf1 One {\footnote open {\b two", "a.rtf"))).text
    assert "One" in text


@pytest.mark.parametrize(
    ("tag", "language"), [("en_gb", "en-GB"), ("DE", "de"), ("zh-Hant-tw", "zh-Hant-TW"), ("english!", ""), ("", "")]
)
def test_languages_are_named_alike(tag: str, language: str) -> None:
    assert declared(tag) == language


def test_codings_are_taken_off_in_the_order_they_were_put_on() -> None:
    import gzip
    import zlib

    import brotli  # type: ignore[import-untyped,unused-ignore]  # ships no types

    both = gzip.compress(brotli.compress(b"words"))
    assert unpacked(both, "br, gzip", 100, "a") == b"words"
    assert unpacked(zlib.compress(b"words")[2:-4], "deflate", 100, "a") == b"words"
    assert unpacked(b"words", "identity", 100, "a") == b"words"
