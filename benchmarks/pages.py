"""Invented web pages of many builds, each with the words that a reader would call its article."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

_SUBJECTS = (
    "The ferry line|The harbour authority|The mayor of Tollen|A spokesman of the crew|The inquiry|The fire brigade of Marn"
    "|The island council|The insurer|The captain|A witness from the quay|The ministry|The union of pilots"
).split("|")
_VERBS = (
    "said|denied|confirmed|reported|told the council|announced|repeated|wrote in a letter|explained|warned|added|admitted"
).split("|")
_FACTS = (
    "that the beacon had been dark for {n} nights|that {n} passengers were aboard|that the lamp had cost {n} crowns"
    "|that {n} life jackets were missing|that the second pilot had left {n} hours earlier|that nobody had been hurt"
    "|that the hull was open over {n} metres|that the timetable would be kept from the {n}th|that no letter had arrived"
    "|that the wreck would be raised within {n} days|that the insurance covers {n} per cent of the damage"
    "|that divers had found {n} cracks below the waterline"
).split("|")
_ARABIC = (
    "قالت شركة العبّارات إن عدد الركاب بلغ {n} راكبا",
    "نفت سلطة الميناء أنها تلقت أي تحذير قبل الحادث بـ {n} أيام",
    "وأكد رئيس البلدية أن المنارة كانت مطفأة منذ {n} ليال",
    "وقال شاهد إن الطاقم وزع {n} سترة نجاة على الركاب",
)
_HEBREW = (
    "חברת המעבורות מסרה כי {n} נוסעים היו על הסיפון",
    "רשות הנמל הכחישה שקיבלה אזהרה {n} ימים לפני התאונה",
    "ראש העיר אמר כי המגדלור היה כבוי במשך {n} לילות",
)


@dataclass(frozen=True)
class Page:
    """A page, and the paragraphs of its article."""

    name: str
    html: str
    wanted: tuple[str, ...]


def pages() -> list[Page]:
    """The same each time."""
    return [build(name, Random(name)) for name, build in _BUILDS.items()]


def _sentence(dice: Random) -> str:
    fact = dice.choice(_FACTS).format(n=dice.randint(2, 900))
    return f"{dice.choice(_SUBJECTS)} {dice.choice(_VERBS)} {fact}."


def _paragraphs(dice: Random, count: int, sentences: int = 3) -> list[str]:
    return [" ".join(_sentence(dice) for _ in range(sentences)) for _ in range(count)]


def _p(paragraphs: Sequence[str]) -> str:
    return "".join(f"<p>{words}</p>\n" for words in paragraphs)


NAV = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/islands">Islands</a></li><li><a href="/sport">Sport</a></li>'
    '<li><a href="/weather">Weather</a></li></ul></nav>'
)
FOOTER = (
    '<footer><p>© Harbour Post. All rights reserved. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p>'
    "<p>Subscribe to our newsletter and never miss a story from the islands.</p></footer>"
)
COOKIES = (
    '<div class="cookie-banner" role="dialog"><h2>We value your privacy</h2><p>We and our 214 partners store and access'
    " information on your device, such as cookies, to show you personalised advertising.</p><button>Accept all</button></div>"
)
PAYWALL = (
    '<div class="paywall-teaser"><h3>Read on with Post Plus</h3><p>Try it four weeks for one crown and read all articles'
    " without limits. You can cancel at any time.</p><button>Subscribe now</button></div>"
)
RELATED = (
    '<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Storm closes the northern harbour for a week</a></li>'
    '<li><a href="/b">Five islands you must see before summer ends</a></li><li><a href="/c">Fishers protest against new'
    " quotas in the sound</a></li></ul></aside>"
)
COMMENTS = (
    '<section id="comments" class="comments"><h3>3 comments</h3><div class="comment"><b>sailor77</b><p>I have said for years'
    ' that this would happen, and nobody wanted to listen to me at all.</p></div><div class="comment"><b>Marna</b><p>Thank'
    " you for this report, I was on the quay and saw the lights go out.</p></div></section>"
)
SHARE = '<div class="share"><a href="#">Facebook</a> <a href="#">X</a> <a href="#">Mail</a> <span>Share this article</span></div>'


def _whole(body: str, head: str = "", language: str = "en") -> str:
    headline = re.search("<h1>(.*?)</h1>", body)
    title = f"{headline[1]} – Harbour Post" if headline else "Harbour Post"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body>{body}</body></html>"
    )


def _simple(before: str = "", after: str = "", count: int = 6) -> Callable[[str, Random], Page]:
    """An article in `article`, with something around it."""

    def build(name: str, dice: Random) -> Page:
        text = _paragraphs(dice, count)
        title = "Inquiry into the ferry opens"
        body = f"{before}{NAV}<main><article><h1>{title}</h1>{_p(text)}</article></main>{after}{FOOTER}"
        return Page(name, _whole(body), (title, *text))

    return build


def _framed(opening: str, closing: str, head: str = "", count: int = 6) -> Callable[[str, Random], Page]:
    """Paragraphs in other elements than `article`."""

    def build(name: str, dice: Random) -> Page:
        text = _paragraphs(dice, count)
        body = f"{NAV}{opening}<h1>Inquiry into the ferry opens</h1>{_p(text)}{closing}{RELATED}{FOOTER}"
        return Page(name, _whole(body, head), ("Inquiry into the ferry opens", *text))

    return build


def _without_paragraphs(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 7)
    body = f'{NAV}<div id="content"><h1>Ferry inquiry</h1>{"<br><br>".join(text)}</div>{FOOTER}'
    return Page(name, _whole(body), ("Ferry inquiry", *text))


def _in_divs(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 8, 2)
    body = "".join(f'<div class="c-block"><div class="c-inner">{words}</div></div>' for words in text)
    return Page(name, _whole(f"{NAV}<div id=app><h1>Ferry inquiry</h1>{body}</div>{FOOTER}"), ("Ferry inquiry", *text))


def _in_tables(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 6)
    layout = (
        f'<table width="100%"><tr><td width="20%">{NAV}</td><td><h1>Ferry inquiry</h1>{_p(text)}</td>'
        f'<td width="20%">{RELATED}</td></tr></table>'
    )
    return Page(name, _whole(layout + FOOTER), ("Ferry inquiry", *text))


def _with_data(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 5)
    rows = [(f"Harbour {letter}", str(dice.randint(10, 900)), str(dice.randint(10, 99))) for letter in "ABCDEF"]
    table = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    data = f"<table><tr><th>Harbour</th><th>Passengers</th><th>Ships</th></tr>{table}</table>"
    body = f"{NAV}<article><h1>Ferry inquiry</h1>{_p(text[:3])}{data}{_p(text[3:])}</article>{FOOTER}"
    words = ["Harbour Passengers Ships", *(" ".join(row) for row in rows)]
    return Page(name, _whole(body), ("Ferry inquiry", *text[:3], *words, *text[3:]))


def _with_lists(name: str, dice: Random) -> Page:
    text, items = _paragraphs(dice, 4), [_sentence(dice) for _ in range(5)]
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = (
        f"{NAV}<article><h1>What we know</h1>{_p(text[:2])}<ul>{listed}</ul>{_p(text[2:])}</article>{RELATED}{FOOTER}"
    )
    return Page(name, _whole(body), ("What we know", *text[:2], *items, *text[2:]))


def _with_headings(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 6)
    body, wanted = "", []
    for number, words in enumerate(text, 1):
        heading = f"What happened in hour {number}"
        body += f"<h2>{heading}</h2><p>{words}</p>"
        wanted += [heading, words]
    whole = f"{NAV}<article><h1>Ferry inquiry</h1>{body}</article>{FOOTER}"
    return Page(name, _whole(whole), ("Ferry inquiry", *wanted))


def _with_quotes(name: str, dice: Random) -> Page:
    text, quote = _paragraphs(dice, 5), _sentence(dice)
    body = (
        f"{NAV}<article><h1>Ferry inquiry</h1>{_p(text[:2])}<blockquote><p>{quote}</p></blockquote>{_p(text[2:])}</article>"
        f"{SHARE}{FOOTER}"
    )
    return Page(name, _whole(body), ("Ferry inquiry", *text[:2], quote, *text[2:]))


def _live_blog(name: str, dice: Random) -> Page:
    posts, wanted = "", ["Ferry aground: all that happens"]
    for hour in range(18, 8, -1):
        words = " ".join(_sentence(dice) for _ in range(2))
        posts += (
            f'<div class="live-post" id="p{hour}"><time datetime="2024-05-03T{hour:02}:15">{hour}:15</time>'
            f"<p>{words}</p>{SHARE}</div>"
        )
        wanted.append(words)
    body = f'{NAV}<main><h1>{wanted[0]}</h1><div class="live-blog">{posts}</div></main>{FOOTER}'
    return Page(name, _whole(body), tuple(wanted))


def _other_script(stock: Sequence[str], language: str, title: str) -> Callable[[str, Random], Page]:
    def build(name: str, dice: Random) -> Page:
        text = [". ".join(dice.choice(stock).format(n=dice.randint(2, 900)) for _ in range(3)) + "." for _ in range(6)]
        body = f'{NAV}<article dir="rtl"><h1>{title}</h1>{_p(text)}</article>{FOOTER}'
        return Page(name, _whole(body, language=language).replace("<body>", '<body dir="rtl">'), (title, *text))

    return build


def _short(name: str, dice: Random) -> Page:
    text = [_sentence(dice)]
    body = f"{COOKIES}{NAV}<article><h1>Ferry aground off Tollen</h1>{_p(text)}</article>{RELATED}{FOOTER}"
    return Page(name, _whole(body), ("Ferry aground off Tollen", *text))


def _long(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 80, 5)
    return Page(
        name,
        _whole(f"{NAV}<article><h1>The whole report</h1>{_p(text)}</article>{FOOTER}"),
        ("The whole report", *text),
    )


def _broken(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 6)
    body = f"{NAV}<div class=story><h1>Ferry inquiry<h1>" + "".join(f"<p><b>{words}" for words in text) + FOOTER
    return Page(name, f"<html><title>Ferry</title><body>{body}", ("Ferry inquiry", *text))


def _with_boxes(name: str, dice: Random) -> Page:
    """Boxes that tell of something else, between the paragraphs."""
    text = _paragraphs(dice, 8)
    box = (
        '<div class="newsletter-box"><p>Get the island letter every morning in your mailbox, free of charge.</p></div>'
    )
    pieces = "".join(f"<p>{words}</p>{(box, '', RELATED)[number % 3]}" for number, words in enumerate(text))
    return Page(
        name, _whole(f"{NAV}<article><h1>Ferry inquiry</h1>{pieces}</article>{FOOTER}"), ("Ferry inquiry", *text)
    )


def _with_captions(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 6)
    figure = '<figure><img src="/ferry.jpg" alt="A ferry"><figcaption>The ferry on the rocks. Photo: A. Brink</figcaption></figure>'
    body = f"{NAV}<article><h1>Ferry inquiry</h1>{_p(text[:1])}{figure}{_p(text[1:])}</article>{FOOTER}"
    return Page(name, _whole(body), ("Ferry inquiry", *text))


def _interview(name: str, dice: Random) -> Page:
    wanted = ["“Nobody told us”"]
    body = ""
    for _ in range(7):
        question, reply = f"Is it true {dice.choice(_FACTS).format(n=dice.randint(2, 90))}?", _sentence(dice)
        body += f"<p><strong>{question}</strong></p><p>{reply}</p>"
        wanted += [question, reply]
    return Page(name, _whole(f"{NAV}<article><h1>{wanted[0]}</h1>{body}</article>{COMMENTS}{FOOTER}"), tuple(wanted))


def _with_byline(name: str, dice: Random) -> Page:
    text, lead = _paragraphs(dice, 6), _sentence(dice)
    body = (
        f'{NAV}<article><header><h1>Ferry inquiry</h1><p class="lead">{lead}</p></header>{_p(text)}</article>{FOOTER}'
    )
    return Page(name, _whole(body), ("Ferry inquiry", lead, *text))


def _two_columns(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 8)
    halves = f'<div class="col">{_p(text[:4])}</div><div class="col">{_p(text[4:])}</div>'
    return Page(
        name, _whole(f"{NAV}<article><h1>Ferry inquiry</h1>{halves}</article>{FOOTER}"), ("Ferry inquiry", *text)
    )


def _sections(name: str, dice: Random) -> Page:
    text = _paragraphs(dice, 6)
    body = "".join(f"<section><p>{words}</p></section>" for words in text)
    return Page(
        name, _whole(f"{NAV}<main><h1>Ferry inquiry</h1>{body}</main>{COMMENTS}{FOOTER}"), ("Ferry inquiry", *text)
    )


_BUILDS: dict[str, Callable[[str, Random], Page]] = {
    "plain article": _simple(),
    "cookie banner": _simple(COOKIES),
    "cookie banner at the end": _simple(after=COOKIES),
    "comments": _simple(after=COMMENTS),
    "related links": _simple(after=RELATED),
    "share buttons": _simple(SHARE, SHARE),
    "paywall teaser": _simple(after=PAYWALL, count=3),
    "all of them": _simple(COOKIES + SHARE, PAYWALL + RELATED + COMMENTS),
    "two paragraphs": _simple(count=2),
    "no article tag": _framed('<div class="story-body">', "</div>"),
    "main only": _framed("<main>", "</main>"),
    "section": _framed("<section>", "</section>"),
    "content div": _framed('<div id="content" class="post">', "</div>"),
    "nameless divs": _framed('<div><div class="x1"><div class="x2">', "</div></div></div>"),
    "microdata": _framed(
        '<div itemscope itemtype="https://schema.org/NewsArticle"><div itemprop="articleBody">', "</div></div>"
    ),
    "printed page": _framed("<center>", "</center>"),
    "breaks for paragraphs": _without_paragraphs,
    "divs for paragraphs": _in_divs,
    "table for layout": _in_tables,
    "table of figures": _with_data,
    "lists": _with_lists,
    "headings": _with_headings,
    "quotations": _with_quotes,
    "live blog": _live_blog,
    "Arabic": _other_script(_ARABIC, "ar", "فتح تحقيق في حادث العبّارة"),
    "Hebrew": _other_script(_HEBREW, "he", "נפתחה חקירה בתאונת המעבורת"),
    "one sentence": _short,
    "very long": _long,
    "broken markup": _broken,
    "boxes between": _with_boxes,
    "captions": _with_captions,
    "interview": _interview,
    "lead": _with_byline,
    "two columns": _two_columns,
    "sections for paragraphs": _sections,
}
