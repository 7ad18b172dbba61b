"""The verbs: what a person can do to a project. Each reads the records and returns an `Edit` for `Session.do`.

Ids are made here, so that redo restores the same record. A verb that finds nothing to change returns an edit without
changes, which the session does not write down.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass, replace
from dataclasses import fields as fields_of
from enum import Enum
from hashlib import sha256
from typing import Any, TypeVar

from factcheck import anchors, records
from factcheck.errors import NotFoundError
from factcheck.model import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Change,
    Claim,
    Contradiction,
    Edit,
    Evidence,
    Grade,
    JudgedFinding,
    JudgedPosition,
    Kind,
    PrintedDate,
    Project,
    Publisher,
    Rating,
    Reader,
    Reason,
    Record,
    Ruling,
    Scale,
    Stance,
    Status,
    Target,
    Verb,
    Verdict,
    Who,
    new_id,
)
from factcheck.records import Records
from factcheck.text import Span, sound, text_hash

R = TypeVar("R", bound=Record)


def now() -> int:
    """UTC seconds."""
    return int(time.time())


def _edit(label: str, changes: Iterable[Change], typing: str = "", **names: str) -> Edit:
    whole = (Change(c.before, _sound(c.after)) for c in changes)
    real = tuple(c for c in whole if c.before != c.after)
    return Edit(label, real, tuple((name, sound(value)) for name, value in names.items()), typing)


def _sound(value: Any) -> Any:
    """A record, or part of one, with all its texts such that a file can hold them."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else sound(value)
    if isinstance(value, tuple):
        parts = tuple(_sound(part) for part in value)
        return value if parts == value else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    there = {field.name: getattr(value, field.name) for field in fields_of(value)}
    mended = {name: after for name, before in there.items() if (after := _sound(before)) != before}
    return replace(value, **mended) if mended else value


def _get(state: Records, kind: type[R], id: str) -> R:
    found = state.get(kind, id)
    if found is None:
        raise NotFoundError(f"There is no {kind.__name__.lower()} “{id}” in this project.")
    return found


def _with(record: Record, **fields: Any) -> Change:
    return Change(record, replace(record, **fields))


def _short(text: str, most: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def compose(edits: Sequence[Edit]) -> Edit:
    """Edits that followed one another as one: each record as it was before the first and is after the last."""
    sides: dict[tuple[str, str], Change] = {}
    for change in (c for e in edits for c in e.changes):
        record = change.after or change.before
        assert record is not None
        key = (type(record).__name__, record.id)
        sides[key] = Change(sides[key].before if key in sides else change.before, change.after)
    return Edit(edits[0].label, tuple(c for c in sides.values() if c.before != c.after), edits[0].names)


# --- the project ------------------------------------------------------------------------------------------------------


#: Fields of records other than claims and verdicts that are typed at length.
_TYPED = frozenset({"title", "method", "interests", "author", "comment"})


def _typing(id: str, fields: Mapping[str, Any]) -> str:
    """The key that joins the edits of one typed field; "" if it is not one."""
    return f"{id}.{next(iter(fields))}" if len(fields) == 1 and _TYPED.issuperset(fields) else ""


def create_project(title: str, scales: Sequence[Scale], scale_id: str) -> Edit:
    """The first edit of every project; it is never undone."""
    made = Project("project", title, now(), scale_id)
    created: list[Record] = [*scales, made]
    return _edit("edit.create_project", [Change(None, record) for record in created], title=_short(title))


def edit_project(state: Records, **fields: str) -> Edit:
    """Title, scale, method, interests."""
    if "scale_id" in fields:
        _get(state, Scale, fields["scale_id"])
    return _edit("edit.edit_project", [_with(records.project(state), **fields)], _typing("project", fields))


# --- articles ---------------------------------------------------------------------------------------------------------


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
    version = ArticleVersion(
        version_id,
        article_id,
        1,
        text_hash(new.text),
        sha256(new.original).hexdigest(),
        len(new.original),
        new.media_type,
        new.encoding,
        new.method,
        made,
    )
    article: Article = _sound(
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
            1 + max((there.order for there in state.each(Article)), default=0),
        )
    )
    changes += [Change(None, article), Change(None, version)]
    return _edit("edit.add_article", changes, title=_short(new.title)), article


def edit_article(state: Records, article_id: str, publisher: str | None = None, **fields: Any) -> Edit:
    """Metadata of an article; `publisher` by name."""
    article = _get(state, Article, article_id)
    changes: list[Change] = []
    typing = _typing(article_id, fields) if publisher is None else ""
    if publisher is not None:
        fields["publisher_id"], changes = _publisher(state, publisher)
    return _edit("edit.edit_article", [*changes, _with(article, **fields)], typing, title=_short(article.title))


# --- claims -----------------------------------------------------------------------------------------------------------


def claim_at(state: Records, article: Article, span: Span) -> Claim | None:
    """The claim in use that already has exactly this passage, so that the same words are not marked twice."""
    for appearance in state.where(Appearance, article_id=article.id):
        passage = appearance.anchor
        if (passage.version_id, passage.start, passage.end) == (article.version_id, span.start, span.end):
            claim = state.get(Claim, appearance.claim_id)
            if claim and not claim.withdrawn:
                return claim
    return None


def passage_anchor(state: Records, article_id: str, span: Span) -> Anchor:
    """The anchor of a span in the version of an article that is read now."""
    article = _get(state, Article, article_id)
    return anchors.anchor(state.text(article.version_id), article.version_id, span.start, span.end)


def add_claim(state: Records, article_id: str, span: Span, ahead: int = 0, **fields: Any) -> tuple[Edit, Claim]:
    """A claim from words in an article; they are its first appearance and, unless `wording` is given, its wording.

    `ahead`: how many claims are being made before this one in the same step.
    """
    passage = passage_anchor(state, article_id, span)
    fields.setdefault("wording", " ".join(passage.exact.split()))
    number = 1 + ahead + state.count(Claim)  # none is ever deleted, only withdrawn
    claim: Claim = _sound(Claim(id=new_id("c"), number=number, created=now(), **fields))
    first = Appearance(new_id("m"), claim.id, article_id, passage, 1)
    return _edit("edit.add_claim", [Change(None, claim), Change(None, first)], wording=_short(claim.wording)), claim


def add_appearance(state: Records, claim_id: str, article_id: str, span: Span) -> Edit:
    """One more passage in which the claim is made."""
    claim = _get(state, Claim, claim_id)
    passage = passage_anchor(state, article_id, span)
    there = records.appearances(state, claim_id)
    if any(a.anchor == passage for a in there):
        return _edit("edit.add_appearance", [])
    order = 1 + max((a.order for a in there), default=0)
    made = Appearance(new_id("m"), claim_id, article_id, passage, order)
    return _edit("edit.add_appearance", [Change(None, made)], wording=_short(claim.wording))


def remove_appearance(state: Records, appearance_id: str) -> Edit:
    """Takes one passage from a claim; the last one stays, since a claim without words could not be traced."""
    there = _get(state, Appearance, appearance_id)
    if len(records.appearances(state, there.claim_id)) < 2:
        raise NotFoundError("A claim keeps at least one appearance; withdraw the claim instead.")
    return _edit("edit.remove_appearance", [Change(there, None)])


_NAMED_FIELDS = frozenset(
    {
        "wording",
        "claimant",
        "role",
        "date",
        "place",
        "topic",
        "deadline",
        "assignee",
        "limits",
        "asked",
        "reply",
        "priority",
    }
)


def edit_claim(state: Records, claim_id: str, field: str, value: str | int) -> Edit:
    """One field of a claim, as it is typed."""
    if field not in _NAMED_FIELDS:
        raise ValueError(f"not a field of a claim that is typed: {field}")
    if isinstance(value, str) is (field == "priority"):
        raise ValueError(f"not a value of {field}: {value!r}")
    claim = _get(state, Claim, claim_id)
    change = _with(claim, **{field: value})
    return _edit(f"edit.claim_{field}", [change], typing=f"{claim_id}.{field}", wording=_short(claim.wording))


def set_status(state: Records, claim_ids: Iterable[str], status: Status) -> Edit:
    """Where the work on these claims stands; one step, however many."""
    changes = [_with(_get(state, Claim, id), status=status) for id in dict.fromkeys(claim_ids)]
    return _edit("edit.set_status", changes, status=status.value)


# --- verdicts ---------------------------------------------------------------------------------------------------------


def _standing(state: Records, claim_id: str, who: Who, reader: Reader) -> tuple[Verdict | None, Verdict]:
    """The standing verdict, if any, and the one to change: a new one if there is none or that was published."""
    claim = _get(state, Claim, claim_id)
    old = records.verdict(state, claim_id, reader)
    published = claim.status in (Status.published, Status.corrected)
    if old and not (published and old.rating):
        return old, old
    scale_id = records.project(state).scale_id
    fresh = Verdict(new_id("r"), claim_id, reader, who.name, scale_id, revealed=reader is Reader.first)
    if old:
        fresh = replace(fresh, scale_id=old.scale_id, summary=old.summary, rationale=old.rationale)
    return old, fresh


def _verdict_changes(old: Verdict | None, base: Verdict, new: Verdict) -> list[Change]:
    if old is None:
        return [Change(None, new)]
    if old.id == base.id:
        return [Change(old, new)]
    return [Change(None, new), _with(old, replaced_by=new.id)]


def set_verdict(
    state: Records,
    claim_id: str,
    rating: str,
    who: Who,
    reader: Reader = Reader.first,
    words: Mapping[str, str] | None = None,
) -> Edit:
    """The rating of a claim by its key, with `words` (summary, rationale) if given; "" leaves only words."""
    old, base = _standing(state, claim_id, who, reader)
    written: dict[str, Any] = dict(words or {})
    if rating == (old.rating if old else ""):
        return _edit("edit.verdict_words", [Change(old, replace(old or base, **written))] if written else [])
    scale_id = base.scale_id if old and old.rating else records.project(state).scale_id
    chosen = _rating(_get(state, Scale, scale_id), rating) if rating else None
    new = replace(base, scale_id=scale_id, rating=rating, who=who.name, given=now(), **written)
    changes = _verdict_changes(old, base, new)
    if chosen is None:
        return _edit("edit.clear_verdict", changes)
    return _edit("edit.set_verdict", changes, rating=chosen.label)


def _rating(scale: Scale, key: str) -> Rating:
    chosen = scale.rating(key)
    if chosen is None or chosen.retired:
        known = ", ".join(r.key for r in scale.ratings if not r.retired)
        raise NotFoundError(f"“{key}” is not a rating of {scale.name}; it has: {known}.")
    return chosen


def write_verdict(
    state: Records, claim_id: str, field: str, words: str, who: Who, reader: Reader = Reader.first
) -> Edit:
    """Summary or rationale, as it is typed; it may be written before there is a rating."""
    if field not in ("summary", "rationale"):
        raise ValueError(f"not a text of a verdict: {field}")
    old = records.verdict(state, claim_id, reader)
    if (getattr(old, field) if old else "") == words:
        return _edit(f"edit.verdict_{field}", [])
    # Words alone never take an earlier verdict's place: correcting a comma is not a new verdict.
    base = old or _standing(state, claim_id, who, reader)[1]
    new = replace(base, summary=words) if field == "summary" else replace(base, rationale=words)
    changes = [Change(old, new)]
    return _edit(f"edit.verdict_{field}", changes, typing=f"{claim_id}.{reader}.{field}")


# --- evidence ---------------------------------------------------------------------------------------------------------


def add_evidence(
    state: Records,
    claim_id: str,
    target: Target,
    stance: Stance = Stance.context,
    grade: Grade = Grade.secondary,
    comment: str = "",
) -> tuple[Edit, Evidence]:
    """One more piece of evidence, the last in order."""
    _get(state, Claim, claim_id)
    order = 1 + max((e.order for e in state.where(Evidence, claim_id=claim_id)), default=0)
    made: Evidence = _sound(Evidence(new_id("e"), claim_id, order, target, stance, grade, comment, now()))
    return _edit("edit.add_evidence", [Change(None, made)]), made


def edit_evidence(state: Records, evidence_id: str, **fields: Any) -> Edit:
    """Target, stance, grade or comment."""
    change = _with(_get(state, Evidence, evidence_id), **fields)
    return _edit("edit.edit_evidence", [change], _typing(evidence_id, fields))


def move_evidence(state: Records, evidence_id: str, by: int) -> Edit:
    """Moves a piece of evidence up (negative) or down among its claim's; the numbers follow."""
    item = _get(state, Evidence, evidence_id)
    there = records.evidence(state, item.claim_id)
    at = next((i for i, e in enumerate(there) if e.id == evidence_id), None)
    if at is None:
        return _edit("edit.move_evidence", [])
    wanted = list(there)
    wanted.insert(max(0, min(len(there) - 1, at + by)), wanted.pop(at))
    orders = [e.order for e in there]
    return _edit("edit.move_evidence", [_with(e, order=o) for e, o in zip(wanted, orders, strict=True)])


# --- withdrawing ------------------------------------------------------------------------------------------------------


def _withdrawable(state: Records, id: str) -> Article | Claim | Evidence:
    kinds: dict[str, type[Article] | type[Claim] | type[Evidence]] = {"a": Article, "c": Claim, "e": Evidence}
    kind = kinds.get(id[:1])
    found = state.get(kind, id) if kind else None
    if found is None:
        raise NotFoundError(f"There is no article, claim or evidence “{id}” in this project.")
    return found


def withdraw(state: Records, ids: Iterable[str], withdrawn: bool = True) -> Edit:
    """Takes articles, claims or evidence out of all lists, reports and matching, or brings them back."""
    there = [_withdrawable(state, id) for id in dict.fromkeys(ids)]
    label = "edit.withdraw" if withdrawn else "edit.bring_back"
    kinds = {type(record).__name__.lower() for record in there}
    what = kinds.pop() if len(kinds) == 1 else "records"
    return _edit(label, [_with(record, withdrawn=withdrawn) for record in there], what=what)


# --- findings ---------------------------------------------------------------------------------------------------------


def rule_on(
    state: Records,
    kind: Kind,
    fact: str,
    positions: tuple[JudgedPosition, ...],
    verb: Verb,
    who: Who,
    note: str = "",
    standing: Ruling | None = None,
) -> Edit:
    """The person's word on a finding; `standing` is the ruling that it changes, if there is one."""
    new = Ruling(standing.id if standing else new_id("j"), verb, kind, fact, positions, who.name, now(), note)
    there = state.get(Ruling, standing.id) if standing else None
    if there and replace(new, given=there.given, who=there.who) == there:
        return _edit("edit.rule_on", [])
    return _edit("edit.rule_on", [Change(there, new)], verb=verb.value, fact=_short(fact))


def note_on(state: Records, ruling_id: str, note: str) -> Edit:
    """The note of a ruling, as it is typed."""
    return _edit("edit.note_on", [_with(_get(state, Ruling, ruling_id), note=note)], typing=f"{ruling_id}.note")


def clear_ruling(state: Records, ruling_id: str) -> Edit:
    """Takes a ruling back; the finding is open again."""
    ruling = _get(state, Ruling, ruling_id)
    return _edit("edit.clear_ruling", [Change(ruling, None)], fact=_short(ruling.fact))


def make_contradiction(
    fact: str,
    reason: Reason,
    positions: Sequence[JudgedPosition],
    who: Who,
    kind: Kind = Kind.contradiction,
    replaces: Sequence[JudgedFinding] = (),
) -> tuple[Edit, Contradiction]:
    """A finding made by a person, or a proposed one reshaped, which it then replaces."""
    made: Contradiction = _sound(
        Contradiction(new_id("f"), kind, fact, reason, tuple(positions), who.name, now(), tuple(replaces))
    )
    return _edit("edit.make_contradiction", [Change(None, made)], fact=_short(fact)), made


def reshape_contradiction(
    state: Records, id: str, positions: Sequence[JudgedPosition], also_replaces: Sequence[JudgedFinding] = ()
) -> Edit:
    """The passages of a made finding in other positions; it may come to stand for more proposed ones."""
    there = _get(state, Contradiction, id)
    replaces = (*there.replaces, *also_replaces)
    return _edit("edit.reshape", [_with(there, positions=tuple(positions), replaces=replaces)], fact=_short(there.fact))


def remove_contradiction(state: Records, id: str) -> Edit:
    """Takes back a finding that a person made; what it replaced is proposed again."""
    there = _get(state, Contradiction, id)
    return _edit("edit.remove_contradiction", [Change(there, None)], fact=_short(there.fact))
