"""Invented projects, as odd as a file can hold them: any text that is stored, any words of a person."""

from dataclasses import dataclass
from hashlib import sha256

from hypothesis import strategies as st

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
    Rating,
    Reader,
    Record,
    Scale,
    Stance,
    StoredFile,
    Target,
    Verdict,
)
from factcheck.text import canonical, text_hash
from tests.fakes import FakeRecords

#: Emoji beyond the basic plane, joined and coloured; right to left; a line end of each sort; what markup is made of.
ODD = [
    "\U0001f30a",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "e\u0301",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u202e",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "\x00",
    "\x0b",
    "\x1f",
    "\ufffe",
    "=1+1",
    "@x",
    "'=",
    "''",
    "<b>&amp;",
    ']]>"',
    "_x0041_",
    "{number}",
]
#: Words of a person: all that a file can hold.
words = st.lists(st.one_of(st.text(max_size=8), st.sampled_from(ODD)), max_size=4).map("".join)
texts = st.lists(st.one_of(st.text(min_size=1, max_size=8), st.sampled_from(ODD)), min_size=1, max_size=12).map("".join)

SCALE = Scale(
    "five", "Five", (Rating("no", "False", number=1.0), Rating("yes", "True", number=5.0), Rating("sat", "Satire"))
)
BYTES = b"\x00\xffmeasured"
STORED = StoredFile("level.csv", "text/csv", sha256(BYTES).hexdigest(), len(BYTES))


@dataclass
class Invented:
    """A project and its original bytes."""

    records: FakeRecords
    all: list[Record]
    texts: dict[str, str]
    originals: dict[str, bytes]

    def original(self, name: str) -> bytes:
        return self.originals[name]


@st.composite
def projects(draw: st.DrawFn) -> Invented:
    """A project with one or two articles and up to three claims."""
    made = Invented(FakeRecords(), [SCALE, Project("project", draw(words), 1_900_000_000, "five")], {}, {})
    made.originals[STORED.sha256] = BYTES
    made.all.append(Publisher("p1", draw(words)))
    versions = [_article(draw, made, number) for number in range(1, draw(st.integers(1, 2)) + 1)]
    for number in range(1, draw(st.integers(0, 3)) + 1):
        _claim(draw, made, number, versions)
    made.records.add(*made.all)
    return made


def _article(draw: st.DrawFn, made: Invented, number: int) -> ArticleVersion:
    text = canonical(draw(texts)) or "x"
    original = text.encode() + b"\r\n"
    version = ArticleVersion(
        f"v{number}",
        f"a{number}",
        1,
        text_hash(text),
        sha256(original).hexdigest(),
        len(original),
        "text/plain",
        "utf-8",
        "plain 1",
        1_900_000_000,
    )
    published = draw(
        st.sampled_from([None, PrintedDate("4 March", "2031-03-04", Precision.day), PrintedDate("spring")])
    )
    url = draw(st.sampled_from(["", f"https://example.org/{number}"]))
    article = Article(f"a{number}", draw(words), version.id, "p1", draw(words), published, "en", url, order=number)
    made.all += [article, version]
    made.texts[version.text_sha256], made.originals[version.original_sha256] = text, original
    made.records.add_text(version.id, text)
    return version


def _claim(draw: st.DrawFn, made: Invented, number: int, versions: list[ArticleVersion]) -> None:
    id = f"c{number}"
    made.all.append(Claim(id, draw(words), number, draw(words), draw(words), draw(words), created=1_900_000_000))
    version = draw(st.sampled_from(versions))
    made.all.append(Appearance(f"m{number}", id, version.article_id, _passage(draw, made, version), 1))
    if draw(st.booleans()):
        made.all.append(
            MediaAppearance(f"n{number}", id, 2, Medium.video, Link("https://example.org/v"), "00:01", draw(words))
        )
    rating = draw(st.sampled_from(["", "no", "yes", "sat"]))
    made.all.append(
        Verdict(f"r{number}", id, Reader.first, draw(words), "five", rating, draw(words), draw(words), 1_900_000_000)
    )
    for place in range(draw(st.integers(0, 3))):
        stance = draw(st.sampled_from(list(Stance)))
        made.all.append(
            Evidence(f"e{number}{place}", id, place, _target(draw, made, versions), stance, comment=draw(words))
        )


def _target(draw: st.DrawFn, made: Invented, versions: list[ArticleVersion]) -> Target:
    version = draw(st.sampled_from(versions))
    passage = PassageTarget(version.article_id, _passage(draw, made, version))
    targets: list[Target] = [passage, Note(draw(words)), STORED, Link("https://example.org/e", draw(words))]
    return draw(st.sampled_from(targets))


def _passage(draw: st.DrawFn, made: Invented, version: ArticleVersion) -> Anchor:
    text = made.texts[version.text_sha256]
    start = draw(st.integers(0, len(text) - 1))
    return anchors.anchor(text, version.id, start, draw(st.integers(start + 1, len(text))))
