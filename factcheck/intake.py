"""What comes in, in whole steps: from the web, again as a version, or as text corrected by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urlsplit

from factcheck import copies, edits, records, workflow
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.importing import Draft, Input, Outcome, read_input, read_part
from factcheck.model import Article, ArticleVersion, Change, Claim, Edit, Link, Medium, Recording, StoredFile
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.store.reader import Reader
from factcheck.text import canonical

if TYPE_CHECKING:
    from factcheck.web import Fetcher

# --- from the web -----------------------------------------------------------------------------------------------------


def fetch(url: str, progress: Progress = silent, fetcher: "Fetcher | None" = None) -> Outcome:
    """The articles of a web page, with how they came. `FetchError`; a page that holds none says so in the outcome."""
    from factcheck.web import Fetcher  # late: the window can be shown without it

    page = (fetcher or Fetcher()).fetch(url, progress)
    name = unquote(urlsplit(page.fetched.final_url).path.rpartition("/")[2])
    outcome = read_input(Input(page.body, name, charset=page.charset), url)
    drafts = (
        replace(draft, file="", url=draft.url or page.fetched.final_url, fetched=page.fetched)
        for draft in outcome.drafts
    )
    return replace(outcome, drafts=tuple(drafts))


def archived_copy(url: str, progress: Progress = silent, fetcher: "Fetcher | None" = None) -> str:
    """The address of a page's copy in a web archive, "" for none; the archive learns the address. `FetchError`."""
    from factcheck.web import Fetcher

    return (fetcher or Fetcher()).archived(url, progress)


def archived(session: Session, article_id: str, copy: str) -> None:
    """Keeps what a web archive answered: the address of its copy, or "" for none."""
    session.do(edits.edit_article(session.records, article_id, archived_url=copy, archive_asked=edits.now()))


# --- the same again ---------------------------------------------------------------------------------------------------


class Sameness(StrEnum):
    """By what an article is known to be there."""

    bytes = "bytes"
    address = "address"
    text = "text"


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there already, and by what it is known."""

    article: Article
    by: Sameness


#: Likeness from which on a text is the same article again, and the share of its runs that makes it worth measuring.
_SAME, _WORTH = 0.9, 0.4


class Shelf:
    """The articles of a project as they are looked through for each new one of an import."""

    def __init__(self, state: Reader) -> None:
        self._state = state
        #: The articles in use, and the entry of history of which they are.
        self._there: tuple[int, dict[str, Article]] = (-1, {})
        self._index = copies.Index()
        self._held: set[str] = set()

    def look_at(self, state: Reader) -> None:
        """Another state of the same project from now on; what is known of its texts stays."""
        self._state = state

    def _in_use(self) -> dict[str, Article]:
        """The articles in use, read once for each state."""
        now = self._state.head_entry()
        if self._there[0] != now:
            self._there = now, {article.id: article for article in records.articles(self._state)}
        return self._there[1]

    def took(self, article: Article) -> None:
        """The last entry added this article, and nothing else was written since a draft was asked about."""
        self._there = self._state.head_entry(), {**self._there[1], article.id: article}

    def known(self, draft: Draft) -> Known | None:
        """The article in use that a draft would be once more: by its bytes, its address, or nearly the same text."""
        there = self._in_use()
        for by, test in ((Sameness.bytes, self._by_bytes), (Sameness.address, self._by_address)):
            found = test(draft, there)
            if found:
                return Known(found, by)
        found = self._by_text(draft, there)
        return Known(found, Sameness.text) if found else None

    def copied(self, draft: Draft) -> str | None:
        """Id of the article in use of which a draft is for the most part a copy; the first in, if there are several."""
        there = self._in_use()
        self._take_in(there)
        near = {version_id for version_id, _ in self._index.copies_of(draft.text)}
        return next((article.id for article in there.values() if article.version_id in near), None)

    def _by_bytes(self, draft: Draft, there: Mapping[str, Article]) -> Article | None:
        name = sha256(draft.original).hexdigest()
        held = self._state.where(ArticleVersion, original_sha256=name)
        return next((there[v.article_id] for v in held if v.article_id in there and v.part == draft.part), None)

    def _by_address(self, draft: Draft, there: Mapping[str, Article]) -> Article | None:
        address = _bare(draft.url)
        return next((a for a in there.values() if address and _bare(a.url) == address and a.url), None)

    def _by_text(self, draft: Draft, there: Mapping[str, Article]) -> Article | None:
        """Not what another publisher printed: that is a copy, and an article of its own."""
        self._take_in(there)
        for version_id, _ in self._index.copies_of(draft.text, _WORTH):
            article = next((a for a in there.values() if a.version_id == version_id), None)
            if article and self._one_publisher(article, draft) and self._alike(version_id, draft):
                return article
        return None

    def _take_in(self, there: Mapping[str, Article]) -> None:
        for article in there.values():
            if article.version_id not in self._held:
                self._index.add(article.version_id, self._state.text(article.version_id))
                self._held.add(article.version_id)

    def _alike(self, version_id: str, draft: Draft) -> bool:
        return copies.alike(self._state.text(version_id), draft.text) >= _SAME

    def _one_publisher(self, article: Article, draft: Draft) -> bool:
        names = {records.publisher_name(self._state, article).casefold(), draft.publisher.casefold()} - {""}
        hosts = {_parts(url).hostname for url in (article.url, draft.url) if url}
        return len(names) < 2 and len(hosts) < 2


def _parts(url: str) -> SplitResult:
    """An address in its parts; one that cannot be read, such as with half an IPv6 host, is all path."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def _bare(url: str) -> str:
    """An address without what does not tell pages apart: scheme, "www.", the last slash, the fragment."""
    parts = _parts(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.netloc or '').lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def add(session: Session, shelf: Shelf, draft: Draft, **known: Any) -> Article:
    """A draft as an article of the project, which says what it copies."""
    article = workflow.add(session, draft, copy_of=shelf.copied(draft), **known)
    shelf.took(article)
    return article


def unmarked_copies(state: Records, progress: Progress = silent) -> dict[str, str]:
    """Articles that copy an earlier one and do not say so, each with the first that it copies; by their ids.

    As in a project that an earlier version of this program made.
    """
    there = {article.id: article for article in records.articles(state)}
    near = copies.near({id: state.text(article.version_id) for id, article in there.items()}, progress=progress)
    places = {id: place for place, id in enumerate(there)}
    found: dict[str, str] = {}
    for pair in sorted(near, key=lambda copy: places[copy.one]):
        if there[pair.other].copy_of is None:
            found.setdefault(pair.other, pair.one)
    return found


# --- versions ---------------------------------------------------------------------------------------------------------


def add_version(session: Session, article_id: str, draft: Draft, note: str = "") -> edits.NewVersion:
    """A draft as the next version of an article that is there."""
    new = workflow.new_article(draft)
    made = edits.add_version(session.records, article_id, new, note)
    return _done(session, made, new.contents()[1])


def reread(session: Session, article_id: str) -> edits.NewVersion:
    """The article taken out of its kept bytes anew, as this version of the program does it.

    Without changes in its edit if the text comes out as it is. `NotFoundError` if this copy lacks the bytes.
    """
    article, version = _current(session.records, article_id)
    draft = read_part(session.reader.original(version.original_sha256), article.file, version.part, version.media_type)
    return add_version(session, article_id, replace(draft, fetched=version.fetched))


def correct(session: Session, article_id: str, text: str, note: str = "") -> edits.NewVersion:
    """The article's text as a person corrected it."""
    return _done(session, edits.correct_text(session.records, article_id, canonical(text), note), {})


def _done(session: Session, made: edits.NewVersion, originals: dict[str, bytes]) -> edits.NewVersion:
    made = replace(made, edit=_with_copy(session.records, made))
    session.do(made.edit, Contents(made.texts, originals))
    return made


def _with_copy(state: Records, made: edits.NewVersion) -> Edit:
    """The edit of a new version, which also says what the article copies now, unless a person has said otherwise."""
    changes = []
    for change in made.edit.changes:
        before, after = change.before, change.after
        if isinstance(before, Article) and isinstance(after, Article):
            texts = state.text(before.version_id), made.texts[made.version.text_sha256]
            was, copied = _copied_before(state, before, texts)
            after = replace(after, copy_of=copied if before.copy_of == was else before.copy_of)
        changes.append(Change(before, after))
    return replace(made.edit, changes=tuple(changes))


def _copied_before(state: Records, article: Article, texts: tuple[str, ...]) -> tuple[str | None, ...]:
    """For each text what it would copy of the articles that came in before this one; the first in."""
    index, by_version = copies.Index(), {}
    for earlier in records.articles(state):
        if earlier.order < article.order:
            by_version[earlier.version_id] = earlier
            index.add(earlier.version_id, state.text(earlier.version_id))
    near = [{version_id for version_id, _ in index.copies_of(text)} for text in texts]
    return tuple(next((a.id for v, a in by_version.items() if v in names), None) for names in near)


def numbered(state: Records, article: Article, number: int | None) -> ArticleVersion:
    """A version of an article by its number, the one that is read now if none is given."""
    if number is None:
        return records.current_version(state, article)
    found = next((v for v in records.versions(state, article.id) if v.number == number), None)
    if found is None:
        raise NotFoundError(sentence("error.version.missing", title=article.title, number=number))
    return found


def _current(state: Records, article_id: str) -> tuple[Article, ArticleVersion]:
    article = state.get(Article, article_id)
    if article is None:
        raise NotFoundError(sentence("error.article.missing", id=article_id))
    return article, records.current_version(state, article)


# --- what is no text --------------------------------------------------------------------------------------------------


def claim_from_media(
    session: Session, source: Link | Path, medium: Medium, time: str, transcript: str, **fields: str
) -> Claim:
    """A claim that is made in an image, a video or a recording; of a file the project keeps the bytes."""
    target: Recording
    target, kept = workflow.stored_file(source) if isinstance(source, Path) else (source, b"")
    originals = {target.sha256: kept} if isinstance(target, StoredFile) else {}
    edit, claim = edits.add_media_claim(session.records, target, medium, time, transcript, **fields)
    session.do(edit, Contents(originals=originals))
    return claim
