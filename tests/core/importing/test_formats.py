"""A real file of each format, made by `scripts/make_format_samples.py`: text, metadata, and where each piece stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import landmarks
from factcheck.errors import ImportFailedError
from factcheck.importing import Draft, Input, Outcome, pasted, read_input, read_part
from factcheck.importing.draft import DEFAULT_LIMITS
from factcheck.importing.isolation import Isolated
from factcheck.importing.reading import Reader, outcome_of
from factcheck.model import LandmarkKind, Precision, PrintedDate

DATA = Path(__file__).parents[2] / "data" / "formats"


class Desk:
    """One child process for all the files."""

    def __init__(self, isolated: Isolated) -> None:
        self._reader = Reader(DEFAULT_LIMITS, isolated)

    def read(self, name: str, as_name: str | None = None, column: str = "") -> Outcome:
        data = (DATA / name).read_bytes()
        given = Input(data, name if as_name is None else as_name, column=column)
        return outcome_of(name, lambda: self._reader.of_bytes(given))

    def one(self, name: str) -> Draft:
        outcome = self.read(name)
        assert not outcome.error
        (draft,) = outcome.drafts
        return draft


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Isolated(DEFAULT_LIMITS) as isolated:
        yield Desk(isolated)


def where(draft: Draft, words: str) -> dict[LandmarkKind, str]:
    """What the landmarks tell of the place of some words."""
    held = landmarks.holding(draft.landmarks, draft.text.index(words))
    return {kind: label for kind, label in held.items() if label}


# --- documents --------------------------------------------------------------------------------------------------------

DOCUMENT = (
    "The accident\n\nThe ferry ran aground off Tollen on Thursday with 112 passengers aboard[1], and nobody was hurt."
    "\n\nThe beacon had been dark for three nights; Köln’s “Nordlicht” was nearby.\n\n"
    "- The lamp was replaced in March.\n- It cost 4,300 crowns.\n\n"
    "Ferry line | 98 passengers\nInquiry | 112 passengers\n\n"
    "The denial\n\nThe harbour authority denied on Friday that it had been warned.\n\n[1] Counted by the crew at 06:40."
)


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.odt"])
def test_documents_with_lists_tables_and_notes(desk: Desk, name: str) -> None:
    draft = desk.one(name)
    assert draft.text == DOCUMENT
    assert (draft.title, draft.author, draft.language) == ("Report on the Tollen ferry", "Ada Brink", "en-GB")
    assert draft.published is not None
    assert draft.published.printed.startswith("file dated 2024-05-03 07:15")
    assert draft.published.iso == ""  # a proposal: nothing says that it was published then
    assert where(draft, "112")[LandmarkKind.section] == "The accident"
    assert where(draft, "denied on Friday")[LandmarkKind.section] == "The denial"


def test_rich_text(desk: Desk) -> None:
    draft = desk.one("libreoffice.rtf")
    for words in ("112 passengers aboard[1], and", "dark for three nights; Köln’s “Nord", "Inquiry | 112 passengers"):
        assert words in draft.text
    assert draft.text.endswith("been warned.\n\n[1] Counted by the crew at 06:40.")
    assert "deleted" not in draft.text
    assert (draft.title, draft.author) == ("Report on the Tollen ferry", "Ada Brink")
    assert draft.published == PrintedDate("file dated 2024-05-03 07:15")
    assert draft.warnings == ()


def test_a_book(desk: Desk) -> None:
    draft = desk.one("libreoffice.epub")
    assert "112 passengers aboard[1], and nobody was hurt." in draft.text
    assert "[1] Counted by the crew at 06:40." in draft.text
    assert draft.text.index("Ferry line | 98") < draft.text.index("The denial")
    assert (draft.title, draft.author, draft.language) == ("Report on the Tollen ferry", "Ada Brink", "en-GB")


# --- PDF --------------------------------------------------------------------------------------------------------------


def test_a_pdf_knows_its_pages(desk: Desk) -> None:
    draft = desk.one("reportlab.pdf")
    paragraphs = draft.text.split("\n\n")
    assert len(paragraphs) == 3
    assert paragraphs[1] == (
        "The harbour authority denied that it had been warned. Its head said that no letter had arrived, "
        "and that the lamp had been replaced in March at a cost of 4,300 crowns."
    )
    assert [where(draft, words)[LandmarkKind.page] for words in ("112", "denied", "next week")] == ["1", "2", "3"]
    assert (draft.title, draft.author) == ("Inquiry opens into the Tollen ferry", "Ada Brink")
    assert draft.warnings == (
        "What is printed alike on every page was left out: Harbour Post, inquiry papers; Page 1 of 3.",
    )


def test_a_pdf_of_a_word_processor(desk: Desk) -> None:
    draft = desk.one("libreoffice.pdf")
    assert "on Thursday with 112 passengers aboard1, and nobody was hurt.\n\n" in draft.text
    assert where(draft, "denied on Friday")[LandmarkKind.page] == "2"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("scanned.pdf", "scanned.pdf holds only pictures of pages and no text; run it through text recognition first."),
        ("encrypted.pdf", "encrypted.pdf is protected by a password; save it without one and import that."),
    ],
)
def test_a_pdf_without_words(desk: Desk, name: str, said: str) -> None:
    assert desk.read(name).error == said


# --- what is said -----------------------------------------------------------------------------------------------------


def test_subtitles_with_voices(desk: Desk) -> None:
    draft = desk.one("hearing.vtt")
    assert draft.text == (
        "The beacon had been dark for three nights.\n\nNo letter arrived. The lamp was replaced in March."
    )
    assert where(draft, "The beacon") == {LandmarkKind.time: "00:00:01.000", LandmarkKind.speaker: "Chair"}
    assert where(draft, "for three") == {LandmarkKind.time: "00:00:04.200", LandmarkKind.speaker: "Chair"}
    assert where(draft, "No letter") == {LandmarkKind.time: "00:00:07.500", LandmarkKind.speaker: "Jon Varga"}


def test_subtitles_with_names_and_turns(desk: Desk) -> None:
    draft = desk.one("hearing.srt")
    assert draft.text == "The beacon had been dark for three nights.\n\nIs that so?\n\nIt is not."
    assert where(draft, "for three") == {LandmarkKind.time: "00:00:03.500", LandmarkKind.speaker: "CHAIR"}
    assert where(draft, "It is not") == {LandmarkKind.time: "00:01:07.500"}


# --- tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["statements.csv", "libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"])
def test_tables_give_an_article_for_each_source(desk: Desk, name: str) -> None:
    outcome = desk.read(name)
    assert not outcome.error
    post, wire = outcome.drafts
    assert post.text == "The beacon was dark for three nights.\n\nNo letter arrived; the lamp was new."
    assert (post.publisher, wire.publisher, wire.text) == (
        "Harbour Post",
        "Island Wire",
        "There were 98 passengers aboard.",
    )
    assert post.published is not None
    assert (post.published.iso, post.published.precision) == ("2024-05-03", Precision.day)
    assert where(post, "No letter") == {
        LandmarkKind.row: "3",
        LandmarkKind.speaker: "Jon Varga",
        LandmarkKind.detail: "Place: Tollen",
    }
    assert outcome.columns == ("Statement", "Speaker", "Date", "Place", "Source")
    assert outcome.warnings[0] == "The statements were taken from the column “Statement”."


def test_another_column_is_chosen(desk: Desk) -> None:
    outcome = desk.read("statements.csv", column="speaker")
    assert outcome.drafts[0].text == "Inquiry chair\n\nJon Varga"
    assert "has no column “Colour”; it has: Statement, Speaker" in desk.read("statements.csv", column="Colour").error


def test_json_lines(desk: Desk) -> None:
    outcome = desk.read("articles.jsonl")
    assert [(d.title, d.publisher, d.part) for d in outcome.drafts] == [
        ("Report 1", "Island Wire", "#1"),
        ("Report 2", "Island Wire", "#2"),
    ]
    assert outcome.drafts[1].text == "The inquiry heard witness 2.\nThe beacon was dark."
    assert outcome.warnings == ("One line is no JSON object and was left out.",)


# --- letters, feeds, archives -----------------------------------------------------------------------------------------


def test_a_letter_and_what_is_attached(desk: Desk) -> None:
    outcome = desk.read("letter.eml")
    letter, page, inner = outcome.drafts
    assert letter.text.split("\n\n")[1] == "no letter about the beacon arrived before the accident – I have looked."
    assert (letter.title, letter.author) == ("Papers of the inquiry", "Jon Varga <jon@tollen.example.org>")
    assert letter.published is not None
    assert letter.published.iso == "2024-05-03T18:20+01:00"
    assert (page.part, page.publisher) == ("inquiry.html", "Harbour Post")
    assert "cost of 4,300 crowns.\n\nThe hearing" in page.text
    assert inner.title == "Fwd: the lamp"
    assert outcome.warnings == ("Attached, and not read: beacon.png (image/png).",)


def test_a_saved_page(desk: Desk) -> None:
    draft = desk.one("page.mhtml")
    assert draft.text.startswith("Inquiry opens into the Tollen ferry\n\nThe inquiry into the grounding")
    assert (draft.publisher, draft.url) == ("Harbour Post", "https://post.example.org/2024/05/inquiry")


@pytest.mark.parametrize(
    ("name", "publisher", "author", "iso", "url"),
    [
        ("feed.rss", "Harbour Post", "Ada Brink", "2024-05-03T07:15+01:00", "https://post.example.org/1"),
        ("feed.atom", "Island Wire", "Piet Moor", "2024-05-03T08:30+00:00", "https://wire.example.org/1"),
    ],
)
def test_feeds(desk: Desk, name: str, publisher: str, author: str, iso: str, url: str) -> None:
    first = desk.read(name).drafts[0]
    assert (first.publisher, first.author, first.url) == (publisher, author, url)
    assert first.published is not None
    assert first.published.iso == iso
    assert "passengers" in first.text
    assert "<" not in first.text


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.wacz"])
def test_web_archives(desk: Desk, name: str) -> None:
    outcome = desk.read(name)
    first, second = outcome.drafts
    assert first.part == "https://post.example.org/2024/05/inquiry 2024-05-03T10:00:00Z"
    assert "The hearing into the grounding" in second.text, "packed by brotli"
    assert first.publisher == "Harbour Post"
    assert outcome.warnings == ("Kept in the archive, and no articles: 1 × image/png.",)


# --- all --------------------------------------------------------------------------------------------------------------

EVERY = sorted(path.name for path in DATA.iterdir() if path.is_file())
BY_NAME_ALONE = {"statements.csv"}


def test_there_is_a_file_of_each_format() -> None:
    assert len(EVERY) >= 20


@pytest.mark.parametrize("name", [name for name in EVERY if name not in BY_NAME_ALONE])
def test_the_content_decides_and_not_the_name(desk: Desk, name: str) -> None:
    named, misnamed = desk.read(name), desk.read(name, as_name="article.txt")
    assert [d.media_type for d in named.drafts] == [d.media_type for d in misnamed.drafts]
    assert [d.text for d in named.drafts] == [d.text for d in misnamed.drafts]
    assert bool(named.error) == bool(misnamed.error)


@pytest.mark.parametrize("name", EVERY)
def test_landmarks_stand_in_their_order_within_the_text(desk: Desk, name: str) -> None:
    for draft in desk.read(name).drafts:
        starts = [mark.start for mark in draft.landmarks]
        assert starts == sorted(starts)
        assert all(0 <= start < len(draft.text) and not draft.text[start].isspace() for start in starts)


def test_a_part_is_found_again_in_its_original() -> None:
    data = (DATA / "letter.eml").read_bytes()
    whole = read_input(Input(data, "letter.eml"))
    assert {draft.original for draft in whole.drafts} == {data}
    second = whole.drafts[1]
    assert read_part(data, "letter.eml", second.part, second.media_type) == second


def test_a_chosen_column_is_found_again() -> None:
    data = (DATA / "statements.csv").read_bytes()
    first, second = read_input(Input(data, "statements.csv", column="speaker")).drafts
    assert (first.part, second.part) == ("Speaker #2", "Speaker #4")
    assert read_part(data, "statements.csv", second.part, "text/csv") == second
    with pytest.raises(ImportFailedError, match=r"^statements\.csv no longer gives the part “#9”\.$"):
        read_part(data, "statements.csv", "#9", "text/csv")


def test_a_chosen_column_whose_name_looks_like_a_row_is_found_again() -> None:
    data = b"Speaker,Statement,#2\nAda,It was dark.,Nobody had seen the lamp.\n"
    (draft,) = read_input(Input(data, "a.csv", column="#2")).drafts
    assert draft.text == "Nobody had seen the lamp."
    assert read_part(data, "a.csv", draft.part, "text/csv") == draft


@pytest.mark.parametrize(
    "text", ["<p>One <b>bold</b> word.</p>", '{"text": "Words."}', "{\\rtf1 words}", "WEBVTT\n\nwords"]
)
def test_pasted_text_that_looks_like_another_format_stays_as_it_is(text: str) -> None:
    draft = pasted(text)
    assert read_part(draft.original, "", "", draft.media_type).text == draft.text == text
