"""REFI-QDA project exchange (.qdpx): claims as codes, rationales as notes, passages as coded selections of the texts.

A zip of `project.qde` (XML, by the schema of QDA-XML 1.0) and `sources/GUID.txt`. Positions count code points of the
text as it lies in the zip, start inclusive, end exclusive; its lines end with one line feed. What XML cannot hold
(controls) is written as U+FFFD. Ids become GUIDs by a fixed rule, so that a project gives the same file again.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck import __version__, records
from factcheck.errors import NotFoundError
from factcheck.exchange.remarks import Remark
from factcheck.model import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Evidence,
    PassageTarget,
    Verdict,
)
from factcheck.progress import Progress, silent
from factcheck.records import Records

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
_OURS = uuid5(NAMESPACE_URL, "urn:factcheck")
#: Of every file in the zip, so that equal projects give equal bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guid(id: str) -> str:
    """The GUID of a record, of a person by `who:NAME`."""
    return str(uuid5(_OURS, id))


def sayable(text: str) -> str:
    """The text as XML can hold it."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, slots=True)
class _Coded:
    """A passage that carries a claim's code."""

    id: str
    claim_id: str
    passage: Anchor
    #: "" where the claim is made; else what the passage does to it, and the comment.
    said: str = ""


def write(
    state: Records, claims: Iterable[Claim], out: BinaryIO, progress: Progress = silent, uncoded: bool = True
) -> list[Remark]:
    """The claims with the texts that they stand in, and texts without any if wanted. Told is what is lacking."""
    chosen = list(claims)
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        sources = list(_texts(state, {claim.id for claim in chosen}, package, progress, uncoded))
        with _member(package, PROJECT) as file:
            _project(state, chosen, [source for source in sources if source[2]], file, progress)
    return [Remark("no_text", detail=article.title) for article, _, there, _ in sources if not there]


@contextmanager
def _member(package: ZipFile, name: str) -> Iterator[Any]:
    info = ZipInfo(name, _TIME)
    info.compress_type = ZIP_DEFLATED
    with package.open(info, "w", force_zip64=True) as file:
        yield file


_Source = tuple[Article, ArticleVersion, bool, list[_Coded]]


def _texts(state: Records, claims: set[str], package: ZipFile, progress: Progress, uncoded: bool) -> Iterator[_Source]:
    """Each text that the claims stand in, put into the zip; whether it was there; and its passages."""
    for done, article in enumerate(records.articles(state)):
        progress("texts", done, 0)
        coded: dict[str, list[_Coded]] = {}
        for passage in _coded(state, article.id, claims):
            coded.setdefault(passage.passage.version_id, []).append(passage)
        for version in records.versions(state, article.id):
            if version.id in coded or (uncoded and version.id == article.version_id):
                passages = sorted(
                    coded.get(version.id, []), key=lambda one: (one.passage.start, one.passage.end, one.id)
                )
                yield article, version, _text(state, version, package), passages


def _text(state: Records, version: ArticleVersion, package: ZipFile) -> bool:
    try:
        text = state.text(version.id)
    except NotFoundError:
        return False
    with _member(package, f"sources/{guid(version.id)}.txt") as file:
        file.write(text.encode())
    return True


def _coded(state: Records, article_id: str, claims: set[str]) -> Iterator[_Coded]:
    for made in state.where(Appearance, article_id=article_id):
        if made.claim_id in claims:
            yield _Coded(made.id, made.claim_id, made.anchor)
    for item in state.passages_in(article_id):
        if item.claim_id in claims and not item.withdrawn and isinstance(item.target, PassageTarget):
            yield _Coded(item.id, item.claim_id, item.target.anchor, _said(item))


def _said(item: Evidence) -> str:
    return ": ".join(filter(None, (item.stance.value, item.comment)))


# --- the XML ----------------------------------------------------------------------------------------------------------


def _project(state: Records, claims: list[Claim], sources: list[_Source], file: BinaryIO, progress: Progress) -> None:
    from lxml import etree  # type: ignore[import-untyped]  # ships no types, and loads slowly: late

    about = records.project(state)
    named = {"name": about.title, "origin": f"factcheck {__version__}", "creationDateTime": _moment(about.created)}
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration(standalone=True)
        with xml.element(f"{{{NAMESPACE}}}Project", _named(named), nsmap={None: NAMESPACE}):
            writer = _Writer(xml, etree)
            noted = [verdict for claim in claims if (verdict := _noted(state, claim))]
            writer.users(sorted({verdict.who for verdict in noted if verdict.who}))
            writer.codes(state, claims, progress)
            writer.sources(sources)
            writer.notes(noted)


def _noted(state: Records, claim: Claim) -> Verdict | None:
    """The standing verdict, if it has a rationale."""
    verdict = records.verdict(state, claim.id)
    return verdict if verdict and verdict.rationale else None


def _named(attributes: dict[str, str]) -> dict[str, str]:
    """Without what is not known; a name has to be there, if only an empty one."""
    return {name: sayable(value) for name, value in attributes.items() if value or name == "name"}


def _moment(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%S}Z" if at else ""


class _Writer:
    """Writes the parts of a project in the order of the schema; parts that would be empty are left out, as it wants."""

    def __init__(self, xml: Any, etree: Any) -> None:
        self.xml, self.etree = xml, etree

    def element(self, name: str, attributes: dict[str, str], *children: Any) -> Any:
        made = self.etree.Element(f"{{{NAMESPACE}}}{name}", _named(attributes), nsmap={None: NAMESPACE})
        made.extend(children)
        return made

    def words(self, name: str, text: str) -> list[Any]:
        """An element of words; none for no words."""
        if not text:
            return []
        made = self.element(name, {})
        made.text = sayable(text)
        return [made]

    @contextmanager
    def part(self, *names: str) -> Iterator[None]:
        if not names:
            yield
            return
        with self.xml.element(f"{{{NAMESPACE}}}{names[0]}"), self.part(*names[1:]):
            yield

    def users(self, names: list[str]) -> None:
        if names:
            users = (self.element("User", {"guid": guid(f"who:{name}"), "name": name}) for name in names)
            self.xml.write(self.element("Users", {}, *users))

    def codes(self, state: Records, claims: list[Claim], progress: Progress) -> None:
        if not claims:
            return
        with self.part("CodeBook", "Codes"):
            for done, claim in enumerate(claims):
                progress("codes", done, len(claims))
                self.xml.write(self.code(state, claim))

    def code(self, state: Records, claim: Claim) -> Any:
        verdict = records.verdict(state, claim.id)
        rating = records.rating(state, verdict)
        said = "\n".join(filter(None, (rating.label if rating else "", verdict.summary if verdict else "")))
        noted = verdict is not None and bool(verdict.rationale)
        notes = [self.element("NoteRef", {"targetGUID": guid(verdict.id)})] if verdict and noted else []
        named = {"guid": guid(claim.id), "name": claim.wording, "isCodable": "true"}
        return self.element("Code", named, *self.words("Description", said), *notes)

    def sources(self, sources: list[_Source]) -> None:
        if not sources:
            return
        with self.part("Sources"):
            for article, version, _, coded in sources:
                own = guid(version.id)
                named = {"guid": own, "name": article.title, "plainTextPath": f"internal://{own}.txt"}
                selections = (self.selection(one) for one in coded)
                created = {"creationDateTime": _moment(version.made)}
                self.xml.write(self.element("TextSource", {**named, **created}, *selections))

    def selection(self, coded: _Coded) -> Any:
        place = {"startPosition": str(coded.passage.start), "endPosition": str(coded.passage.end)}
        code = self.element("CodeRef", {"targetGUID": guid(coded.claim_id)})
        coding = self.element("Coding", {"guid": guid(f"coding:{coded.id}")}, code)
        return self.element(
            "PlainTextSelection",
            {"guid": guid(coded.id), "name": coded.passage.exact, **place},
            *self.words("Description", coded.said),
            coding,
        )

    def notes(self, verdicts: list[Verdict]) -> None:
        if not verdicts:
            return
        with self.part("Notes"):
            for verdict in verdicts:
                who = {"creatingUser": guid(f"who:{verdict.who}")} if verdict.who else {}
                named = {"guid": guid(verdict.id), **who, "creationDateTime": _moment(verdict.given)}
                self.xml.write(self.element("Note", named, *self.words("PlainTextContent", verdict.rationale)))
