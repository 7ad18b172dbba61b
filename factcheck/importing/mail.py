"""E-mail and saved web pages (MHTML), by the standard library; what is attached and can be read is an article too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from factcheck.errors import FactCheckError
from factcheck.importing import html
from factcheck.importing.composing import Composition
from factcheck.importing.dates import printed_date
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample, inside
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line, say

_LETTER = "message/rfc822"
METHOD = "mail 1"
_HEADERS = re.compile(r"(?:[!-9;-~]+:[ \t]?.*\r?\n(?:[ \t].*\r?\n)*){2,}", re.M)
_TELLING = re.compile(r"^(?:from|date|received|return-path|delivered-to|message-id|mime-version|subject):", re.I | re.M)
_SAVED_PAGE = re.compile(r"^content-type:\s*multipart/related", re.I | re.M)
_MOST_PARTS = 2000


def extract_mail(given: Input) -> Extraction:
    """The letter, then what is attached to it."""
    letter = _parsed(given)
    body = letter.get_body(("plain", "html"))
    text, encoding, warnings = _words(body, given) if body is not None else (Composition(), "utf-8", ())
    attached = [part for part in _attachments(letter) if part is not body]
    inner, left_out = _read(attached, given)
    article = Extracted(
        text=text.text,
        title=_header(letter, "subject") or title_of(text.text, given.name),
        author=_header(letter, "from"),
        published=printed_date(_header(letter, "date")),
        landmarks=text.landmarks,
        encoding=encoding,
        method=METHOD,
        warnings=warnings,
    )
    said = (say("import.warning.attachments", names=", ".join(left_out)),) if left_out else ()
    return Extraction((article, *inner), said)


def _parsed(given: Input) -> EmailMessage:
    if given.data.count(b"\n--") > 3 * _MOST_PARTS:  # before the library takes minutes over them
        raise failed("too_many_parts", name=given.name)
    letter = BytesParser(policy=policy.default).parsebytes(given.data)
    assert isinstance(letter, EmailMessage)
    for number, _ in enumerate(letter.walk()):
        if number > _MOST_PARTS:
            raise failed("too_many_parts", name=given.name)
    return letter


def _header(letter: EmailMessage, name: str) -> str:
    try:
        return one_line(str(letter.get(name, "")))
    except (ValueError, IndexError, AttributeError):  # what the library stumbles over in broken headers
        return ""


def _payload(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words(body: MIMEPart, given: Input) -> tuple[Composition, str, tuple[str, ...]]:
    from factcheck.importing.blocks import compose
    from factcheck.importing.visible import parsed

    decoded = readable(_payload(body), given.name, body.get_content_charset() or "")
    text = Composition()
    if body.get_content_subtype() == "html":
        tree = parsed(decoded.text, given.name)
        if tree is not None:
            compose(tree, text)
    else:
        text.paragraph(decoded.text)
    return text, decoded.encoding, decoded.warnings


# --- attachments ------------------------------------------------------------------------------------------------------


def _attachments(letter: EmailMessage) -> Iterator[EmailMessage]:
    """All that is not the letter's own words."""
    if letter.get_content_type() == _LETTER:
        yield letter
    for part in letter.iter_attachments():
        assert isinstance(part, EmailMessage)
        yield part


def _read(parts: Sequence[EmailMessage], given: Input) -> tuple[list[Extracted], list[str]]:
    """The articles in what is attached, and what could not be read."""
    articles: list[Extracted] = []
    left_out = []
    for number, part in enumerate(parts, 1):
        kind = part.get_content_type()
        name = one_line(part.get_filename("") or "") or f"#{number}"
        try:
            found = _inner(part, name, given)
        except FactCheckError:
            left_out.append(f"{name} ({kind})")
            continue
        articles += [replace(one, part=f"{name} › {one.part}" if one.part else name) for one in found.articles]
    return articles, left_out


def _inner(part: EmailMessage, name: str, given: Input) -> Extraction:
    whole = part.get_content_type() == _LETTER
    letter = part.get_payload(0) if whole else None
    data = letter.as_bytes() if isinstance(letter, EmailMessage) else _payload(part)
    return inside(replace(given, data=data, name=name, charset=part.get_content_charset() or "", column=""))


# --- saved pages ------------------------------------------------------------------------------------------------------


def extract_page(given: Input) -> Extraction:
    """The page that was saved, without the pictures and programs saved with it."""
    letter = _parsed(given)
    page = next((part for part in letter.walk() if part.get_content_type() in _PAGES), None)
    if page is None:
        raise failed("no_words", name=given.name)
    assert isinstance(page, EmailMessage)
    charset = page.get_content_charset() or ""
    extraction = html.extract(replace(given, data=_payload(page), charset=charset))
    (article,) = extraction.articles
    place = _header(letter, "snapshot-content-location") or _header(page, "content-location")
    return Extraction(
        (
            replace(
                article,
                title=article.title or _header(letter, "subject"),
                url=article.url or (place if re.fullmatch(r"https?://\S+", place) else ""),
            ),
        ),
        extraction.warnings,
    )


_PAGES = ("text/html", "application/xhtml+xml")


def _is_letter(sample: Sample) -> bool:
    block = _HEADERS.match(sample.head)
    return block is not None and len(_TELLING.findall(block[0])) > 1


def _is_page(sample: Sample) -> bool:
    block = _HEADERS.match(sample.head)
    return block is not None and _SAVED_PAGE.search(block[0]) is not None and _is_letter(sample)


MAIL = Format("mail", (".eml",), _LETTER, _is_letter, extract_mail)
PAGE = Format("saved page", (".mht", ".mhtml"), "multipart/related", _is_page, extract_page)
