"""Web pages: the article and what the page says of it."""

from pathlib import Path

import pytest

from factcheck.importing import Input, read_all, read_bytes
from factcheck.importing.html import extract
from factcheck.model import Precision, PrintedDate
from factcheck.paths import resource

DATA = Path(__file__).parents[2] / "data" / "importing"
WORDS = "The mayor of Tollen said that the ferry had run aground because the beacon was dark. "


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_a_whole_page() -> None:
    draft = read_bytes((DATA / "harbour-post.html").read_bytes(), "harbour-post.html")
    assert draft.title == "Ferry runs aground off Tollen"
    assert (draft.author, draft.publisher, draft.language) == ("Ada Brink", "Harbour Post", "en-GB")
    assert draft.url == "https://post.example.org/2024/05/ferry"
    assert draft.published == PrintedDate("2 May 2024, 8.15 am", "2024-05-02T07:15+00:00", Precision.minute)
    assert (draft.media_type, draft.encoding, draft.warnings) == ("text/html", "utf-8", ())
    assert draft.method.startswith("trafilatura 2.")
    paragraphs = draft.text.split("\n\n")
    assert paragraphs[0] == "Ferry runs aground off Tollen"
    assert any(p.startswith("A ferry with 112 passengers ran aground") for p in paragraphs)
    assert "had been dark.\N{NO-BREAK SPACE}The" in draft.text or "had been dark. The port" in draft.text
    for unwanted in ("privacy", "First!", "tracker", "©", "Home", "color"):
        assert unwanted not in draft.text


def test_samples_import_cleanly() -> None:
    samples = sorted(resource("sample", "articles").iterdir())
    outcomes = list(read_all(samples))
    assert len(outcomes) >= 4
    for outcome in outcomes:
        assert not outcome.error
        (draft,) = outcome.drafts
        assert draft.warnings == ()
        assert len(draft.text) > 1000
        assert not any(mark in draft.text for mark in ("**", "<p>", "](", "cookies", "\n# "))


@pytest.mark.parametrize(
    ("declared", "data", "encoding", "warned"),
    [
        ("iso-8859-1", "Köln".encode("latin-1"), "cp1252", False),
        ("windows-1251", "Погибли".encode("cp1251"), "cp1251", False),
        ("shift_jis", "地震で".encode("shift-jis"), "cp932", False),
        ("iso-8859-1", "Köln".encode(), "utf-8", True),
        ("utf-8", "Der Bürgermeister zählte die Häuser in Köln".encode("latin-1"), "cp1252", True),
        ("idna", "Köln".encode(), "utf-8", True),
        ("no-such-thing", "Der Bürgermeister zählte die Häuser".encode("latin-1"), "cp1252", True),
    ],
)
@pytest.mark.filterwarnings("ignore:Truth-testing:FutureWarning")
def test_declared_encodings(declared: str, data: bytes, encoding: str, warned: bool) -> None:
    body = page(f"<article><p>@@ {WORDS * 3}</p></article>", f'<meta charset="{declared}">').replace(b"@@", data)
    extracted = extract(Input(body, "a.html")).articles[0]
    assert extracted.encoding == encoding
    assert bool(extracted.warnings) is warned
    assert data.decode(encoding) in extracted.text


def test_a_page_without_an_article_gives_all_that_is_visible() -> None:
    draft = read_bytes(page("<nav>Ferry <b>log</b></nav><div hidden>secret</div><span style='display: none'>no</span>"))
    assert draft.text == "Ferry log"
    assert draft.warnings == ("No article was recognised; all visible text of the page was taken.",)


def test_a_short_article_keeps_its_sentences_whole() -> None:
    body = (
        "<nav><a href='/'>Home</a></nav><article><h1>Aground</h1><p>The <b>ferry</b> ran <i>aground</i> off Tollen on "
    )
    draft = read_bytes(page(body + "Thursday.</p></article><footer>Imprint</footer>"))
    assert draft.text == "Aground\n\nThe ferry ran aground off Tollen on Thursday."
    assert draft.warnings == ()


@pytest.mark.parametrize(
    "wrap", ["<article>{}</article>", "<main><article>{}</article></main>", "<section>{}</section>"]
)
def test_words_directly_in_an_element_of_a_page_without_a_body(wrap: str) -> None:
    draft = read_bytes(f"<!doctype html><title>Tollen</title>{wrap.format(WORDS)}".encode())
    assert (draft.title, draft.text) == ("Tollen", WORDS.strip())


def test_a_page_of_one_paragraph_many_times_is_not_cut_to_one() -> None:
    draft = read_bytes(page(f"<p>{WORDS}</p>" * 100))
    assert draft.text.count(WORDS.strip()) == 100


def test_an_article_that_only_search_engines_are_given() -> None:
    hidden = "The ferry had no pilot on board. " * 20
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{hidden}"}}</script>'
    draft = read_bytes(page("<p>The ferry ran aground.</p><p>Subscribe to read on.</p>", data))
    assert draft.text == hidden.strip()
    assert draft.warnings == (
        "The text was taken from what the page holds for search engines; its readers are shown less.",
    )


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"<!-- x --><!DOCTYPE html><p>Words", "a.txt", "text/html"),
        ('\ufeff<html lang="de"><p>Words here'.encode("utf-16-le"), "", "text/html"),
        (b"<p>Words of a piece", "", "text/html"),
        (b"<div align=center>Words</div>\n\n# Title", "README.md", "text/markdown"),
        (b"No tag at all, 3 < 4", "a.html", "text/plain"),
        (b"<3 is a heart in words", "", "text/plain"),
    ],
)
def test_recognised_by_content(data: bytes, name: str, media_type: str) -> None:
    assert read_bytes(data, name).media_type == media_type


def test_nothing_is_loaded_from_anywhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    body = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>{WORDS}&x;</p><img src="{secret}"></html>'
    assert "hidden" not in read_bytes(body.encode()).text


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Harbour Post">', "Harbour Post"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@type": "Organization",'
            ' "name": "Harbour \\u201ePost\\u201c"}}</script>',
            "Harbour „Post“",
        ),
    ],
)
def test_the_publisher_is_named_and_no_domain(head: str, publisher: str) -> None:
    address = '<link rel="canonical" href="https://www.post.example.org/ferry">'
    draft = read_bytes(page(f"<article><h1>Aground</h1><p>{WORDS * 3}</p></article>", address + head))
    assert draft.publisher == publisher


def test_a_headline_outside_the_article_is_kept_and_the_name_of_the_paper_is_not() -> None:
    body = f"<div><h1>{{}}</h1><div><p>{WORDS * 4}</p><p>{WORDS * 4}</p></div></div>"
    title = "<title>Ferry aground – Harbour Post</title>"
    assert read_bytes(page(body.format("Ferry aground"), title)).text.startswith("Ferry aground\n\n")
    assert "Harbour Post" not in read_bytes(page(body.format("Harbour Post"), title)).text
