"""What holds for every format of a report: nothing is forgotten, nothing becomes markup, equal is equal to the byte."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.errors import ReportError
from factcheck.model import Note
from factcheck.progress import Cancelled
from factcheck.reporting import SUFFIXES, TEMPLATES, Origin, Report, ReportOptions, build, write_report
from factcheck.reporting.options import Organisation
from factcheck.reporting.templates import Template
from tests.core.reporting.desk import NOW, Desk, flood
from tests.core.reporting.inventing import invented_report
from tests.core.reporting.readers import (
    LINKS,
    READERS,
    docx_parts,
    html_tree,
    markdown_tokens,
    squeezed,
    written,
)

#: Those that are written from the outline.
FLOWING = [".html", ".md", ".docx"]


@cache
def report(template: str = "full", language: str = "en") -> Report:
    desk = flood()
    options = ReportOptions(template=template, language=language)
    return build(desk.records, desk.findings, options, now=NOW, origin=Origin("ab" * 32))


# --- nothing is forgotten ---------------------------------------------------------------------------------------------


#: What no format says in words: names for programs; what a second field says too; and of a verdict that was corrected,
#: whose scale the legend explains, all but the conclusion.
UNSAID = {"language", "record", "reviews", "organisation.method", "timeline.source.date", "claims.verdict.badge.label"}
UNSAID |= {f"corrections.{which}.{name}" for which in ("was", "now") for name in ("scale", "definition")}
UNSAID |= {"corrections.was.rationale.text"}
#: Short values lead nowhere.
UNSAID_IN_PDF = {"claims.fields.url"}


@pytest.mark.parametrize("ending", SUFFIXES)
def test_every_field_of_a_report_is_read_in_some_template(ending: str) -> None:
    whole, words = invented_report()
    read = ""
    for template in TEMPLATES.values():
        data = written(replace(whole, template=template), ending)
        read += squeezed(" ".join((READERS[ending](data), *LINKS[ending](data)))).casefold()
    unread = {path.removeprefix("Report.") for word, path in words.items() if word not in read}
    assert unread - UNSAID - (UNSAID_IN_PDF if ending == ".pdf" else set()) == set()


@pytest.mark.parametrize("ending", SUFFIXES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_says_of_each_claim_what_it_promises(ending: str, template: str) -> None:
    shown = report(template)
    read = squeezed(READERS[ending](written(shown, ending)))
    for claim in shown.claims:
        assert squeezed(claim.wording) in read
        assert all(squeezed(item.title) in read for item in claim.evidence)
    for row in shown.articles:
        assert row.text_sha256 in read


@pytest.mark.parametrize("ending", FLOWING)
def test_it_speaks_german(ending: str) -> None:
    read = READERS[ending](written(report(language="de"), ending))
    assert "Wo Quellen sich widersprechen" in read or "Behauptungen" in read
    assert "Where sources differ" not in read


# --- nothing becomes markup -------------------------------------------------------------------------------------------

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "[a](javascript:alert(1)) ![b](http://c.example/d.png)",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "```",
    "~~~",
    "***",
    "---",
    "===",
    "    code",
    "\tcode",
    "a | b\n--- | ---\nc | d",
    "**bold** _it_ `code` ~~gone~~ $x$ &lt; &amp; &#60;",
    "<!-- comment --> <?php ?> <![CDATA[x]]>",
    "a\\",
    "\\*a",
    "[a]: http://b.example",
    "[^1]: note",
    "\u202eright\u202c to \u2066left\u2069",
    "nul\x00 bell\x07 escape\x1b[31m \ufffe \ud800",
    "W" * 10_000,
    "“Quoted” — in full.",
    "(bracketed)",
    "👩‍👩‍👧 🇬🇧 ❤️ 1️⃣",
    "קול אחד said שני",
    "a\u0301 \u0301b",
    "=cmd|' /C calc'!A0",
]


PLACEHOLDER = "plain"


@cache
def plain() -> Report:
    """A report in which one word stands wherever a person can put words."""
    desk, word = Desk(), PLACEHOLDER
    desk.project(title=word, method=word, interests=word)
    article = desk.article(f"Before. {word} After.", word, word, author=word, file=word, url="https://a.example")
    claim = desk.claim(word, claimant=word, role=word, place=word, limits=word, asked=word, reply=word)
    desk.appears(claim, article, word)
    desk.evidence(claim, desk.passage(article, word), comment=word)
    desk.evidence(claim, Note(word))
    desk.verdict(claim, "false", word, f"{word} [1]")
    desk.finding(word, {word: [(article, word, word)], "b": [(article, "After.", "")]}, note=word, reasons=(word,))
    return build(desk.records, desk.findings, ReportOptions(), origin=Origin("ab" * 32))


@cache
def plainly(ending: str) -> bytes:
    return written(plain(), ending)


def on(text: str) -> Report:
    """The same with a text in place of the word: whatever changes is the renderer's doing."""
    made = replaced(plain(), text)
    assert isinstance(made, Report)
    return made


def replaced(part: object, text: str) -> object:
    """A part of a report with the text in place of the word."""
    if isinstance(part, str):
        return part.replace(PLACEHOLDER, text)
    if isinstance(part, tuple):
        return tuple(replaced(piece, text) for piece in part)
    if is_dataclass(part) and not isinstance(part, type | Template | Organisation):
        return replace(part, **{f.name: replaced(getattr(part, f.name), text) for f in fields(part)})
    return part


OURS = re.compile(r'<a id="[a-z0-9-]+">|</a>|<!-- factcheck-report.json .*-->\n?')


def html_shape(data: bytes) -> list[str]:
    return [str(element.tag) for element in html_tree(data).iter() if isinstance(element.tag, str)]


def markdown_shape(data: bytes) -> list[str]:
    return [t.type for t in markdown_tokens(data) if t.type not in {"text", "text_special"}]


def docx_shape(data: bytes) -> list[str]:
    kinds = ("}p", "}tbl", "}tr", "}tc", "}hyperlink", "}bookmarkStart", "}drawing")
    return [e.tag for part in docx_parts(data) for e in part.iter() if str(e.tag).endswith(kinds)]


SHAPES = {".html": html_shape, ".md": markdown_shape, ".docx": docx_shape}
_words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=40),
    st.text("*_`[]()<>!#+-=~|\\&;:./@^$ \t\n0a1", min_size=1, max_size=30),
    # Lists of contents shorten what is longer than a line: see below.
    st.lists(st.sampled_from(HOSTILE[:-10]), min_size=2, max_size=3).map(" ".join).filter(lambda text: len(text) <= 90),
).map(lambda text: f"w{text}w" if not any(c.isalnum() for c in text) else text)


@pytest.mark.parametrize("ending", FLOWING)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_words)
@example(text="1. <a>")
def test_text_is_read_back_and_changes_no_markup(ending: str, text: str) -> None:
    data = written(on(text), ending)
    assert SHAPES[ending](data) == SHAPES[ending](plainly(ending))
    told = squeezed(READERS[ending](data)).count(squeezed(text))
    assert told >= squeezed(READERS[ending](plainly(ending))).count(PLACEHOLDER)


@pytest.mark.parametrize("ending", FLOWING)
def test_what_is_too_long_for_a_line_is_shortened_in_the_contents_only(ending: str) -> None:
    text = "word " * 30 + "last"
    told = squeezed(READERS[ending](written(on(text), ending)))
    assert told.count("1" + "word" * 18 + "…") == 1
    assert told.count(squeezed(text)) == squeezed(READERS[ending](plainly(ending))).count(PLACEHOLDER) - 1


def test_markdown_holds_no_html_but_its_own_anchors() -> None:
    for text in HOSTILE:
        found = [t.content for t in markdown_tokens(written(on(text), ".md")) if t.type.startswith("html")]
        assert [
            c for c in found if not re.fullmatch(r'<a id="[a-z0-9-]+">|</a>|<!-- factcheck-report.json .*-->\n?', c)
        ] == []


@pytest.mark.parametrize("ending", SUFFIXES)
def test_links_lead_to_places_of_the_report_or_to_the_web(ending: str) -> None:
    links = LINKS[ending](written(report(), ending))
    assert any(link.startswith("https://hospitals.example/") for link in links)
    assert [link for link in links if not link.startswith(("#", "https://"))] == []


# --- links ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_link_within_a_report_has_its_place(template: str) -> None:
    shown = report(template)
    data = written(shown, ".html")
    assert within(LINKS[".html"](data)) <= set(html_tree(data).xpath("//@id"))
    data = written(shown, ".md")
    tags = "".join(token.content for token in markdown_tokens(data) if token.type.startswith("html"))
    assert within(LINKS[".md"](data)) <= set(re.findall(r'<a id="([^"]+)">', tags))
    data = written(shown, ".docx")
    marks = docx.Document(BytesIO(data)).element.body.xpath("//w:bookmarkStart/@w:name")
    assert within(LINKS[".docx"](data)) <= set(marks)
    assert len(marks) == len(set(marks))


def within(links: list[str]) -> set[str]:
    return {link[1:] for link in links if link.startswith("#")}


# --- all or nothing ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", SUFFIXES)
def test_equal_reports_are_equal_bytes(ending: str) -> None:
    assert written(report(), ending) == written(report(), ending)


@pytest.mark.parametrize("ending", SUFFIXES)
def test_cancelled_half_way_it_leaves_the_old_file(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"report{ending}"
    target.write_text("old", encoding="utf-8")

    def stop(_what: str, done: int, _total: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(report(), target, stop)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("ending", FLOWING)
def test_progress_is_told_for_every_claim(ending: str) -> None:
    told: list[int] = []
    written(report(), ending, lambda _what, done, _total: told.append(done))
    assert told == [*range(10), 10]


def test_an_unknown_ending_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"“report\.rtf” does not say what kind of report it is"):
        write_report(report(), tmp_path / "report.rtf")
    assert list(tmp_path.iterdir()) == []
