"""The page around the parts: head, masthead, contents."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from markupsafe import Markup

from factcheck.i18n import Catalogue
from factcheck.reporting import record
from factcheck.reporting.html.blocks import block, blocks
from factcheck.reporting.html.markup import closing, element, opening, void, words
from factcheck.reporting.html.sheet import style_sheet
from factcheck.reporting.outline import Document
from factcheck.reporting.outline.nodes import Entry, Publisher
from factcheck.reporting.tidying import tidy


def page(shown: Document) -> Iterator[Markup]:
    """The file in pieces, in order."""
    yield Markup("<!DOCTYPE html>\n") + opening("html", lang=shown.language)
    yield _head(shown)
    yield opening("body") + _masthead(shown) + _contents(shown) + opening("main", id="main")
    for part in shown.parts:
        yield from block(part, 2)
        yield Markup("\n")
    yield closing("main") + closing("body") + closing("html") + Markup("\n")
    if shown.record:
        yield Markup("<!-- {} {} -->\n").format(record.NAME, Markup(shown.record))  # noqa: S704 - safe in a comment


# --- head -------------------------------------------------------------------------------------------------------------


def _head(shown: Document) -> Markup:
    sheet = style_sheet(shown.colours, shown.publisher.colour)
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(sheet, bool(shown.publisher.logo))),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        void("meta", name="color-scheme", content="light dark"),
        void("meta", name="author", content=shown.author) if shown.author else Markup(),
        void("meta", name="description", content=shown.subject),
        void("meta", name="generator", content="factcheck"),
        element("title", words(shown.title)),
        element("style", Markup(sheet)),  # noqa: S704 - a file of ours, and colours that are checked
        *(_data(review) for review in shown.reviews),
    )


def _policy(sheet: str, pictures: bool) -> str:
    """Nothing is fetched, run or sent; of styles only the sheet that is here; of pictures the logo if there is one."""
    known = b64encode(sha256(sheet.encode()).digest()).decode()
    shown = "img-src data:; " if pictures else ""
    return f"default-src 'none'; style-src 'sha256-{known}'; {shown}base-uri 'none'; form-action 'none'"


def _data(review: str) -> Markup:
    """A review for programs. JSON has another way to write each sign that could end the element."""
    text = tidy(review)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return opening("script", type="application/ld+json") + Markup(text) + closing("script")  # noqa: S704 - as said


# --- what stands first ------------------------------------------------------------------------------------------------


def _masthead(shown: Document) -> Markup:
    say = Catalogue(shown.language)
    skip = element("a", words(say("report.skip")), href="#main", class_="skip")
    over = element("p", words(shown.over), _publisher(shown.publisher), class_="kicker")
    title = element("h1", words(shown.title), dir="auto")
    return skip + element("header", over, title, blocks(shown.head, 2))


def _publisher(who: Publisher) -> Markup:
    """Name and logo; a logo beside the name has nothing to add for who hears it."""
    name = Markup(" ") + element("span", words(who.name), class_="publisher") if who.name else Markup()
    if not who.logo:
        return name
    kind = "png" if who.logo.startswith(b"\x89PNG") else "jpeg"
    data = f"data:image/{kind};base64,{b64encode(who.logo).decode()}"
    return name + Markup('<img src="{}" alt=""/>').format(data)


def _contents(shown: Document) -> Markup:
    if not shown.contents:
        return Markup()
    title = element("h2", words(shown.contents_title), id="contents-title")
    entries = element("ol", *_entries(shown.contents))
    return element("nav", title, entries, id="contents", aria_labelledby="contents-title")


def _entries(contents: Sequence[Entry]) -> Iterator[Markup]:
    """The parts, with a list of its own below the one that holds the claims."""
    for entry in contents:
        number = element("span", words(f"{entry.number} "), class_="soft") if entry.number else Markup()
        link = element("a", number, words(entry.title), href=f"#{entry.place}")
        yield element("li", link, class_="claim" if entry.number else "", dir="auto")
