"""Makes tests/data/formats anew: one small file of each format, by a program that such files really come from.

python scripts/make_format_samples.py      needs LibreOffice (soffice: Writer and Calc) besides the development packages

All words are invented. Files that LibreOffice wrote differ from run to run in their dates and ids, no more.
"""

import gzip
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from email import policy
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
OUT = HERE / "tests" / "data" / "formats"
SOURCES = OUT / "sources"

TITLE = "Inquiry opens into the Tollen ferry"
PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Inquiry opens into the Tollen ferry</title>
<meta name="author" content="Ada Brink"><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-05-03T07:15:00+01:00">
<link rel="canonical" href="https://post.example.org/2024/05/inquiry"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Inquiry opens into the Tollen ferry</h1>
<p>The inquiry into the grounding of the Tollen ferry opened on Friday. The chair said that 112 passengers were aboard
and that the beacon had been dark for three nights before the accident.</p>
<p>The harbour authority denied that it had been warned. Its head, Jon Varga, told the inquiry that no letter had
arrived, and that the lamp had been replaced in March at a cost of 4,300 crowns.</p>
<p>The hearing goes on next week with the captain and two members of the crew.</p></article>
<footer>All rights reserved. Cookies.</footer></body></html>
"""
FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><link>https://post.example.org/</link><language>en-gb</language>
<description>News from Tollen</description>
<item><title>Inquiry opens</title><link>https://post.example.org/1</link><guid>post-1</guid>
<dc:creator>Ada Brink</dc:creator><pubDate>Fri, 03 May 2024 07:15:00 +0100</pubDate>
<content:encoded><![CDATA[<p>The inquiry heard that <b>112</b> passengers were aboard.</p><p>The beacon was dark.</p>]]>
</content:encoded></item>
<item><title>Captain to speak &amp; answer</title><link>https://post.example.org/2</link><guid>post-2</guid>
<pubDate>Sat, 04 May 2024 09:00:00 +0100</pubDate><description>The captain will be heard on Monday.</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Island Wire</title>
<id>tag:wire.example.org,2024:feed</id>
<updated>2024-05-03T09:00:00Z</updated>
<entry><title>Ferry inquiry</title><id>tag:wire.example.org,2024:1</id><link href="https://wire.example.org/1"/>
<author><name>Piet Moor</name></author><published>2024-05-03T08:30:00Z</published>
<updated>2024-05-03T09:00:00Z</updated>
<content type="html">&lt;p&gt;The inquiry opened with 98 passengers named.&lt;/p&gt;</content></entry></feed>
"""
VTT = """WEBVTT - Hearing of 3 May

NOTE made by the clerk

1
00:00:01.000 --> 00:00:04.200
<v Chair>The beacon had been dark

2
00:00:04.200 --> 00:00:06.000
<v Chair>for three nights.

3
00:00:07.500 --> 00:00:10.000 align:start
<v Jon Varga>No letter arrived. The lamp was replaced in March.
"""
SRT = """1
00:00:01,000 --> 00:00:03,500
CHAIR: The beacon had been dark

2
00:00:03,500 --> 00:00:05,000
for <i>three</i> nights.

3
00:01:07,500 --> 00:01:10,000
- Is that so?
- It is not.
"""
ROWS = (
    ("Statement", "Speaker", "Date", "Place", "Source"),
    ("The beacon was dark for three nights.", "Inquiry chair", "2024-05-03", "Tollen", "Harbour Post"),
    ("No letter arrived; the lamp was new.", "Jon Varga", "2024-05-03", "Tollen", "Harbour Post"),
    ("There were 98 passengers aboard.", "Ferry line", "2024-05-02", "Marn", "Island Wire"),
)


def main() -> None:
    """Writes all files."""
    OUT.mkdir(parents=True, exist_ok=True)
    by_libreoffice()
    by_reportlab()
    by_standard_library()
    by_warcio()


# --- LibreOffice ------------------------------------------------------------------------------------------------------


def by_libreoffice() -> None:
    """Documents and workbooks, converted from the flat files in `sources`."""
    for source, endings in (("inquiry.fodt", "odt docx rtf epub pdf"), ("statements.fods", "ods xlsx xls")):
        for ending in endings.split():
            _convert(SOURCES / source, ending)


def _convert(source: Path, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending]
        subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True, timeout=120)
        made = Path(folder, source.stem).with_suffix(f".{ending}")
        shutil.copyfile(made, OUT / f"libreoffice.{ending}")


# --- reportlab --------------------------------------------------------------------------------------------------------

PAGES = (
    "The inquiry into the grounding of the Tollen ferry opened on Friday in the old customs house. The chair said that "
    "112 passengers were aboard and that the beacon had been dark for three nights before the acci-dent happened.",
    "The harbour authority denied that it had been warned. Its head said that no letter had arrived, and that the lamp "
    "had been replaced in March at a cost of 4,300 crowns.",
    "The hearing goes on next week with the captain and two members of the crew.",
)


def by_reportlab() -> None:
    """A report of three pages with running heads; pages that are only pictures; the same under a password."""
    from PIL import Image
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas

    _report(canvas.Canvas(str(OUT / "reportlab.pdf"), invariant=1))
    _report(canvas.Canvas(str(OUT / "encrypted.pdf"), invariant=1, encrypt=StandardEncryption("secret", strength=128)))
    scan = canvas.Canvas(str(OUT / "scanned.pdf"), invariant=1)
    scan.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    scan.save()


def _report(page: "object") -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    assert isinstance(page, Canvas)
    page.setTitle(TITLE)
    page.setAuthor("Ada Brink")
    style = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14)
    for number, words in enumerate(PAGES, 1):
        page.drawString(72, 800, "Harbour Post, inquiry papers")
        paragraph = Paragraph(words, style)
        _, height = paragraph.wrap(330, 600)
        paragraph.drawOn(page, 72, 770 - height)
        page.drawString(280, 40, f"Page {number} of {len(PAGES)}")
        page.showPage()
    page.save()


# --- the standard library ---------------------------------------------------------------------------------------------


def by_standard_library() -> None:
    """Letters, saved pages, feeds, subtitles, tables."""
    for name, text in (("feed.rss", FEED), ("feed.atom", ATOM), ("hearing.vtt", VTT), ("hearing.srt", SRT)):
        (OUT / name).write_text(text, encoding="utf-8")
    (OUT / "page.html").write_text(PAGE, encoding="utf-8")
    (OUT / "letter.eml").write_bytes(_letter().as_bytes(policy=policy.SMTP))
    (OUT / "page.mhtml").write_bytes(_saved_page().as_bytes(policy=policy.SMTP))
    _tables()


def _letter() -> EmailMessage:
    letter = _headed("Papers of the inquiry", "Jon Varga <jon@tollen.example.org>")
    letter.set_content("Dear Ada,\n\nno letter about the beacon arrived before the accident – I have looked.\n\nJon\n")
    letter.add_alternative("<p>Dear Ada,</p><p>no letter <b>about the beacon</b> arrived.</p>", subtype="html")
    letter.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="inquiry.html")
    letter.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(40), maintype="image", subtype="png", filename="beacon.png")
    inner = _headed("Fwd: the lamp", "Clerk <clerk@tollen.example.org>")
    inner.set_content("The lamp was replaced in March at a cost of 4,300 crowns.")
    letter.add_attachment(inner)
    return letter


def _headed(subject: str, sender: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = sender, "Ada Brink <ada@post.example.org>"
    letter["Date"], letter["Subject"] = "Fri, 03 May 2024 18:20:00 +0100", subject
    letter["Message-ID"] = "<1@tollen.example.org>"
    return letter


def _saved_page() -> EmailMessage:
    saved = _headed(TITLE, "<Saved by a browser>")
    saved["Snapshot-Content-Location"] = "https://post.example.org/2024/05/inquiry?saved"
    saved.make_related()
    saved.add_related(PAGE.encode(), maintype="text", subtype="html", cid="<frame@mhtml>")
    saved.add_related(b"p { color: red }", maintype="text", subtype="css", cid="<css@mhtml>")
    return saved


def _tables() -> None:
    import csv

    with (OUT / "statements.csv").open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)
    records = [
        {
            "headline": f"Report {n}",
            "body": f"The inquiry heard witness {n}.\nThe beacon was dark.",
            "outlet": "Island Wire",
        }
        for n in (1, 2)
    ]
    lines = [*map(json.dumps, records), "no object"]
    (OUT / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")


# --- warcio -----------------------------------------------------------------------------------------------------------


def by_warcio() -> None:
    """An archive of a page, a picture and a page that was not found; the same in a package."""
    import brotli
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    held = io.BytesIO()
    writer = WARCWriter(held, gzip=True)

    def add(place: str, status: str, kind: str, body: bytes, encoding: str = "") -> None:
        headers = [("Content-Type", kind), *([("Content-Encoding", encoding)] if encoding else [])]
        record = writer.create_warc_record(
            place,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2024-05-03T10:00:00Z"},
        )
        writer.write_record(record)

    html = "text/html; charset=utf-8"
    add("https://post.example.org/2024/05/inquiry", "200 OK", html, gzip.compress(PAGE.encode(), mtime=0), "gzip")
    second = PAGE.replace("inquiry", "hearing").encode()
    add("https://post.example.org/2024/05/hearing", "200 OK", html, brotli.compress(second), "br")
    add("https://post.example.org/beacon.png", "200 OK", "image/png", b"\x89PNG")
    add("https://post.example.org/gone", "404 Not Found", html, b"<p>There is nothing here.")
    (OUT / "crawl.warc.gz").write_bytes(held.getvalue())
    with zipfile.ZipFile(OUT / "crawl.wacz", "w") as package:
        package.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        package.writestr("archive/data.warc.gz", held.getvalue())
        package.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages", "title": "All pages"}\n')


if __name__ == "__main__":
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1714752000")
    main()
