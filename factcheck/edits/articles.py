"""Articles and their metadata."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from factcheck import landmarks
from factcheck.edits.making import changed, edit, get, now, short, sound_record, typing_key
from factcheck.model import (
    Article,
    ArticleVersion,
    Change,
    Edit,
    Fetched,
    Landmark,
    PrintedDate,
    Publisher,
    new_id,
)
from factcheck.records import Records
from factcheck.text import text_hash


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An input made into text. The text is canonical, the original exactly what was read."""

    text: str
    original: bytes
    title: str
    publisher: str = ""
    author: str = ""
    published: PrintedDate | None = None
    language: str = ""
    url: str = ""
    file: str = ""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    method: str = "plain 1"
    language_confidence: float | None = None
    part: str = ""
    landmarks: tuple[Landmark, ...] = ()
    fetched: Fetched | None = None
    archived_url: str = ""
    archive_asked: int = 0
    copy_of: str | None = None

    def contents(self) -> tuple[dict[str, str], dict[str, bytes]]:
        """The texts and the original bytes that its records name, by SHA-256."""
        texts = filter(None, (self.text, landmarks.to_text(self.landmarks)))
        return {text_hash(text): text for text in texts}, {sha256(self.original).hexdigest(): self.original}


def _publisher(state: Records, name: str) -> tuple[str | None, list[Change]]:
    """Id of the publisher of that name, and what makes it if it is new."""
    name = " ".join(name.split())
    if not name:
        return None, []
    known = next((p for p in state.each(Publisher) if p.name.casefold() == name.casefold()), None)
    if known:
        return known.id, []
    made = Publisher(new_id("p"), name)
    return made.id, [Change(None, made)]


def add_article(state: Records, new: NewArticle) -> tuple[Edit, Article]:
    """The edit, and the article that it will have made."""
    publisher_id, changes = _publisher(state, new.publisher)
    made, article_id, version_id = now(), new_id("a"), new_id("v")
    version = version_of(new, version_id, article_id, 1, made)
    last = state.last(Article)
    article: Article = sound_record(
        Article(
            article_id,
            new.title,
            version_id,
            publisher_id,
            new.author,
            new.published,
            new.language,
            new.url,
            new.file,
            made,
            1 + (last.order if last else 0),
            language_confidence=new.language_confidence,
            archived_url=new.archived_url,
            archive_asked=new.archive_asked,
            copy_of=new.copy_of,
        )
    )
    changes += [Change(None, article), Change(None, version)]
    return edit("edit.add_article", changes, title=short(new.title)), article


def version_of(new: NewArticle, id: str, article_id: str, number: int, made: int, note: str = "") -> ArticleVersion:
    """The version of an article that an input makes."""
    marks = landmarks.to_text(new.landmarks)
    return ArticleVersion(
        id,
        article_id,
        number,
        text_hash(new.text),
        sha256(new.original).hexdigest(),
        len(new.original),
        new.media_type,
        new.encoding,
        new.method,
        made,
        note,
        new.part,
        text_hash(marks) if marks else "",
        new.fetched,
    )


def edit_article(state: Records, article_id: str, publisher: str | None = None, **fields: Any) -> Edit:
    """Metadata of an article; `publisher` by name."""
    article = get(state, Article, article_id)
    changes: list[Change] = []
    typing = typing_key(article_id, fields) if publisher is None else ""
    if publisher is not None:
        fields["publisher_id"], changes = _publisher(state, publisher)
    if fields.get("language", article.language) != article.language:
        fields["language_confidence"] = None  # set by a person
    return edit("edit.edit_article", [*changes, changed(article, **fields)], typing, title=short(article.title))


def mark_copies(state: Records, copied: Mapping[str, str]) -> Edit:
    """Says of articles, by their ids, which article each copies."""
    changes = [changed(get(state, Article, id), copy_of=other) for id, other in copied.items()]
    return edit("edit.mark_copies", changes, count=str(len(changes)))
