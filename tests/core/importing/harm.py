"""How inputs that do harm are made: bombs, thefts, endless depth, lies about length; `hostile` is the table of them.

What is large is made when it is asked for and thrown away, so that no big file lies in the repository. How large the
bombs are, HOSTILE_MB says: `make hostile` makes them of a gigabyte, larger than the child's memory.
"""

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path

DATA = Path(__file__).parents[2] / "data" / "formats"
WORDS = "The mayor of Tollen said that the ferry had run aground because the beacon was dark. "
MB = 1024 * 1024
BOMB = int(os.environ.get("HOSTILE_MB", "40"))
#: What a theft would bring home.
SECRET = Path("/etc/passwd")

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
