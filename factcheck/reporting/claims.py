"""A claim with all that hangs on it, as a section of the report."""

from collections.abc import Iterator

from factcheck import dates, markup
from factcheck.model import (
    Claim,
    Evidence,
    Link,
    MediaAppearance,
    Reader,
    Scale,
    Status,
    StoredFile,
    Verdict,
)
from factcheck.records import appearances, evidence, independent_publishers, media
from factcheck.reporting.desk import Desk
from factcheck.reporting.evidence import evidence_item
from factcheck.reporting.pieces import Badge, Field, Quote, Run, Source
from factcheck.reporting.quoting import in_context, paragraphs, with_references
from factcheck.reporting.report import ClaimSection, Correction, Missing, Reply, VerdictText


def section(desk: Desk, claim: Claim) -> ClaimSection:
    """All that the report says of one claim."""
    items = evidence(desk.records, claim.id)
    verdicts = _shown_verdicts(desk, claim)
    standing = [v for v in verdicts if v.replaced_by is None]
    texts = {v.id: _verdict(desk, v, len(items)) for v in verdicts}
    first = _one(standing, Reader.first, texts)
    quotes = _appearances(desk, claim)
    return ClaimSection(
        id=claim.id,
        number=claim.number,
        wording=claim.wording,
        claimant=claim.claimant,
        fields=_fields(desk, claim),
        status=desk.say(f"status.{claim.status}"),
        badge=first.badge if first and first.badge.colour != "none" else _undecided(desk, claim),
        appearances=quotes,
        verdict=first,
        second=_one(standing, Reader.second, texts),
        earlier=tuple(texts[v.id] for v in verdicts if v.replaced_by is not None),
        evidence=tuple(evidence_item(desk, number, item) for number, item in enumerate(items, 1)),
        publishers=desk.say("report.publishers", n=independent_publishers(desk.records, claim.id)),
        reply=_reply(claim),
        limits=paragraphs(claim.limits),
        missing=tuple(_missing(desk, claim, first, quotes, items)),
    )


def _fields(desk: Desk, claim: Claim) -> tuple[Field, ...]:
    role = "" if desk.anonymous else claim.role
    values = {"role": role, "date": claim.date, "place": claim.place, "topic": claim.topic}
    return tuple(Field(desk.say(f"report.claim.{key}"), value) for key, value in values.items() if value.strip())


def _reply(claim: Claim) -> Reply | None:
    return Reply(claim.asked, paragraphs(claim.reply)) if claim.asked.strip() or claim.reply.strip() else None


def _appearances(desk: Desk, claim: Claim) -> tuple[Quote, ...]:
    """In texts and in recordings, in their order."""
    found = [(a.order, in_context(desk.sources, a.article_id, a.anchor)) for a in appearances(desk.records, claim.id)]
    found += [(place.order, _heard(desk, place)) for place in media(desk.records, claim.id)]
    return tuple(quote for _, quote in sorted(found, key=lambda numbered: numbered[0]) if quote)


def _heard(desk: Desk, place: MediaAppearance) -> Quote:
    return Quote((Run(place.transcript, marked=True),), recorded(desk, place))


def recorded(desk: Desk, place: MediaAppearance) -> Source:
    """Where a claim is made outside any text."""
    where = ", ".join(filter(None, (desk.say(f"medium.{place.medium}"), place.time)))
    match place.source:
        case Link() as link:
            return Source(link.title or link.url, link.publisher, link.date, place=where, url=link.url)
        case StoredFile(name=name):
            return Source(name, place=where)


# --- verdicts ---------------------------------------------------------------------------------------------------------


def _shown_verdicts(desk: Desk, claim: Claim) -> list[Verdict]:
    """Those that may be seen, oldest first: a second reader's is blind until it is revealed."""
    found = [v for v in desk.records.where(Verdict, claim_id=claim.id) if v.revealed or v.reader is Reader.first]
    return sorted(found, key=lambda v: (v.given, v.id))


def _one(standing: list[Verdict], reader: Reader, texts: dict[str, VerdictText]) -> VerdictText | None:
    return next((texts[v.id] for v in standing if v.reader is reader), None)


def _no_verdict(desk: Desk) -> Badge:
    return Badge(desk.say("report.no_verdict"))


def _undecided(desk: Desk, claim: Claim) -> Badge:
    """What stands in the place of a verdict."""
    closed = claim.status is Status.not_checkable
    return Badge(desk.say("status.not_checkable")) if closed else _no_verdict(desk)


def badge(desk: Desk, verdict: Verdict) -> Badge:
    """What a verdict says; a scale or rating that is gone leaves the key that was given."""
    scale = desk.records.get(Scale, verdict.scale_id)
    rating = scale.rating(verdict.rating) if scale else None
    if rating:
        return Badge(rating.label, rating.sign, rating.colour)
    return Badge(verdict.rating, colour="neutral") if verdict.rating else _without_rating(desk, scale, verdict)


def _without_rating(desk: Desk, scale: Scale | None, verdict: Verdict) -> Badge:
    """On a scale without ratings the words are the verdict."""
    concluded = scale is not None and not scale.ratings and verdict.summary.strip()
    return Badge(desk.say("report.conclusion"), colour="neutral") if concluded else _no_verdict(desk)


def _verdict(desk: Desk, verdict: Verdict, items: int) -> VerdictText:
    scale = desk.records.get(Scale, verdict.scale_id)
    rating = scale.rating(verdict.rating) if scale else None
    return VerdictText(
        badge=badge(desk, verdict),
        scale=scale.name if scale else "",
        definition=rating.definition if rating else "",
        who=verdict.who,
        date=dates.day(verdict.given, desk.say),
        summary=tuple(filter(None, markup.plain(verdict.summary))),
        rationale=with_references(verdict.rationale, range(1, items + 1)),
    )


def corrections(desk: Desk, claim: Claim) -> list[Correction]:
    """The verdicts of the first reader that were replaced after publication, oldest first."""
    verdicts = {v.id: v for v in _shown_verdicts(desk, claim) if v.reader is Reader.first}
    items = len(evidence(desk.records, claim.id))
    return [
        Correction(
            claim=claim.number,
            date=dates.day(new.given, desk.say),
            before=badge(desk, old),
            after=badge(desk, new),
            who=new.who,
            wording=claim.wording,
            was=_verdict(desk, old, items),
            now=_verdict(desk, new, items),
        )
        for old in verdicts.values()
        if old.replaced_by and (new := verdicts.get(old.replaced_by))
    ]


# --- what is not there ------------------------------------------------------------------------------------------------


def _missing(
    desk: Desk, claim: Claim, verdict: VerdictText | None, quotes: tuple[Quote, ...], items: list[Evidence]
) -> Iterator[Missing]:
    """What an editor would want to be there."""
    decided = verdict is not None and verdict.badge.colour != "none"
    closed = claim.status is Status.not_checkable
    told = {
        "no_verdict": not decided and not closed,
        "no_summary": decided and verdict is not None and not verdict.summary,
        "no_rationale": decided and verdict is not None and not verdict.rationale,
        "no_appearance": not quotes,
        "no_evidence": not items and not closed,
        "no_reason": closed and not claim.limits.strip(),
    }
    for code in (code for code, yes in told.items() if yes):
        yield Missing(code, desk.say(f"report.missing.{code}"), claim.id, claim.id, told=True)
    if items and independent_publishers(desk.records, claim.id) < _SOURCES:
        yield Missing("no_second_source", desk.say("report.missing.no_second_source"), claim.id, claim.id)
    yield from _not_archived(desk, claim, items)


#: So many independent publishers bear out the central claim.
_SOURCES = 2


def _not_archived(desk: Desk, claim: Claim, items: list[Evidence]) -> Iterator[Missing]:
    for number, item in enumerate(items, 1):
        if isinstance(item.target, Link) and not item.target.archived_url.strip() and not item.withheld:
            yield Missing("not_archived", desk.say("report.missing.not_archived", n=number), claim.id, item.id)
