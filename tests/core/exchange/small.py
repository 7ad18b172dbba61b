"""One small project, written out: what an export of it must hold can be read here."""

from hashlib import sha256

from factcheck import anchors
from factcheck.model import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Evidence,
    Link,
    MediaAppearance,
    Medium,
    Note,
    PassageTarget,
    Precision,
    PrintedDate,
    Project,
    Publisher,
    Reader,
    Record,
    Scale,
    Stance,
    Verdict,
)
from factcheck.text import text_hash
from tests.core.exchange.inventing import SCALE, Invented
from tests.fakes import FakeRecords

TEXT = "\U0001f30a The flood took 24 houses.\nIt took 42, said the mayor."
QUOTE, OTHER = "The flood took 24 houses.", "It took 42"
AT = 1_900_000_000  # 2030-03-17T17:46:40Z


def small() -> Invented:
    """Two claims, one of them judged; one article with a passage that speaks for it and one that speaks against it."""
    original = TEXT.replace("\n", "\r\n").encode()
    version = ArticleVersion(
        "v1",
        "a1",
        1,
        text_hash(TEXT),
        sha256(original).hexdigest(),
        len(original),
        "text/plain",
        "utf-8",
        "plain 1",
        AT,
    )
    printed = PrintedDate("16 March 2030, 20.15", "2030-03-16T20:15+01:00", Precision.minute)
    url, kept = "https://example.org/flood", "https://archive.example/1"
    known: list[Record] = [
        SCALE,
        Scale("words", "Conclusion only"),
        Project("project", "Floods", AT, "five"),
        Publisher("p1", "The Daily"),
        Article("a1", "Flood", "v1", "p1", "Ada", printed, "en", url, archived_url=kept, order=1),
        version,
        Claim("c1", "24 houses were lost.", 1, "A minister", "Minister of roads", "2030-03-16", created=AT),
        Claim("c2", "\u202eNobody was hurt.", 2),
        Appearance("m1", "c1", "a1", _anchor(QUOTE), 1),
        Appearance("m2", "c2", "a1", _anchor("\U0001f30a The"), 1),
        MediaAppearance(
            "n1", "c1", 2, Medium.video, Link("https://example.org/tape", "The tape", date="2030"), "00:01"
        ),
        Evidence("e1", "c1", 1, PassageTarget("a1", _anchor(OTHER)), Stance.refutes, comment="He counted."),
        Evidence("e2", "c1", 2, Note("I rang him.")),
        Verdict("r1", "c1", Reader.first, "Ada", "five", "no", "It was 42.", "See [1].\r\nTwice.", AT),
    ]
    made = Invented(FakeRecords(*known), known, {version.text_sha256: TEXT}, {version.original_sha256: original})
    made.records.add_text("v1", TEXT)
    return made


def _anchor(quote: str) -> Anchor:
    start = TEXT.index(quote)
    return anchors.anchor(TEXT, "v1", start, start + len(quote))
