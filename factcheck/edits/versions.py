"""A new text of an article, and what becomes of the passages that stand in the old one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck import anchors, diff, landmarks, records
from factcheck.anchors import Outcome
from factcheck.edits.articles import NewArticle, version_of
from factcheck.edits.making import changed, edit, get, now, short
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Change,
    Doubt,
    Edit,
    Evidence,
    PassageTarget,
    Review,
    new_id,
)
from factcheck.records import Passaged, Records, anchor_in, article_of
from factcheck.text import Span, text_hash

#: How a text is named that a person corrected.
BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An article's next version, before it is carried out."""

    edit: Edit
    version: ArticleVersion
    #: How many passages had which outcome: kept, moved, doubtful, lost.
    passages: Counter[Outcome]
    #: Texts that the version names, by SHA-256.
    texts: dict[str, str]


def add_version(state: Records, article_id: str, new: NewArticle, note: str = "") -> NewVersion:
    """Another text of an article, from bytes; its metadata stay."""
    article = get(state, Article, article_id)
    number = 1 + max(version.number for version in records.versions(state, article_id))
    version = version_of(new, new_id("v"), article_id, number, now(), note)
    return _carried(state, article, version, new.text, "edit.add_version", new.contents()[0])


def correct_text(state: Records, article_id: str, text: str, note: str = "") -> NewVersion:
    """The article's text as a person corrected it; it comes from the same bytes, and its landmarks move along."""
    article = get(state, Article, article_id)
    if not any(map(str.isalnum, text)):
        raise NotFoundError(sentence("error.version.no_words"))
    before, old = records.current_version(state, article), state.text(article.version_id)
    marks = state.landmarks(article.version_id)
    steps = diff.pieces(old, text) if marks else []
    told = landmarks.to_text([replace(mark, start=diff.moved(steps, mark.start)) for mark in marks])
    version = replace(
        before,
        id=new_id("v"),
        number=1 + max(v.number for v in records.versions(state, article_id)),
        text_sha256=text_hash(text),
        method=BY_HAND,
        made=now(),
        note=note,
        landmarks_sha256=text_hash(told) if told else "",
    )
    texts = {text_hash(part): part for part in (text, told) if part}
    return _carried(state, article, version, text, "edit.correct_text", texts)


def _carried(
    state: Records, article: Article, version: ArticleVersion, text: str, label: str, texts: dict[str, str]
) -> NewVersion:
    changes = [Change(None, version), changed(article, version_id=version.id)]
    outcomes: Counter[Outcome] = Counter()
    if version.text_sha256 == records.current_version(state, article).text_sha256:
        changes = []
    else:
        for passage in _to_carry(state, article):
            found = anchors.find(anchor_in(passage), text, version.id)
            outcomes[found.outcome] += 1
            changes.append(Change(passage, _placed(passage, found, version.id)))
    return NewVersion(edit(label, changes, title=short(article.title)), version, outcomes, texts)


def _to_carry(state: Records, article: Article) -> Iterator[Passaged]:
    """Passages in the version that is read now, and those still to be reviewed; what a person gave up stays."""
    there: list[Passaged] = [*state.where(Appearance, article_id=article.id)]
    there += state.passages_in(article.id)
    return (p for p in there if p.review or anchor_in(p).version_id == article.version_id)


def _placed(passage: Passaged, found: anchors.Found, version_id: str) -> Passaged:
    """From 0.80 on it moves; a doubtful one stays where it was with a proposal, a lost one without."""
    if found.anchor is not None and found.outcome is not Outcome.doubtful:
        return _at(passage, found.anchor)
    doubt = Doubt.lost if found.anchor is None else Doubt.moved
    return replace(passage, review=Review(doubt, version_id, float(found.score), found.anchor))


def _at(passage: Passaged, place: Anchor) -> Passaged:
    """The passage at another place, with nothing left to decide."""
    if isinstance(passage, Appearance):
        return replace(passage, anchor=place, review=None)
    assert isinstance(passage.target, PassageTarget)
    return replace(passage, target=replace(passage.target, anchor=place), review=None)


# --- what a person decides --------------------------------------------------------------------------------------------


def accept_place(state: Records, passage_id: str) -> Edit:
    """The place that was proposed is the passage."""
    passage = _to_review(state, passage_id)
    review = passage.review
    if review is None or review.proposal is None:
        raise NotFoundError(sentence("error.passage.no_proposal"))
    return edit("edit.accept_place", [Change(passage, _at(passage, review.proposal))], quote=short(_quote(passage)))


def move_passage(state: Records, passage_id: str, span: Span) -> Edit:
    """The passage is these words of the version that is read now."""
    passage = _passage(state, passage_id)
    article = get(state, Article, article_of(passage))
    place = anchors.anchor(state.text(article.version_id), article.version_id, span.start, span.end)
    return edit("edit.move_passage", [Change(passage, _at(passage, place))], quote=short(_quote(passage)))


def mark_lost(state: Records, passage_id: str) -> Edit:
    """The words are no longer in the article; the passage stays in the version that had them."""
    passage = _to_review(state, passage_id)
    return edit("edit.mark_lost", [Change(passage, replace(passage, review=None))], quote=short(_quote(passage)))


def _passage(state: Records, id: str) -> Passaged:
    found = state.get(Appearance, id) or state.get(Evidence, id)
    if found is None or (isinstance(found, Evidence) and not isinstance(found.target, PassageTarget)):
        raise NotFoundError(sentence("error.passage.missing", id=id))
    return found


def _to_review(state: Records, id: str) -> Passaged:
    found = _passage(state, id)
    if found.review is None:
        raise NotFoundError(sentence("error.passage.settled"))
    return found


def _quote(passage: Passaged) -> str:
    return anchor_in(passage).exact
