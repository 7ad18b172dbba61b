"""Records and findings in, a `Report` out: which records enter, in which order, and what each is called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.leaving import leaving, may_leave
from factcheck.model import DISPUTED, Added, Article, Claim, Finding, PassageTarget, Reader, Scale, Verdict
from factcheck.progress import Progress, silent
from factcheck.records import (
    Records,
    appearances,
    articles,
    claims,
    current_version,
    evidence,
    issued,
    project,
    publisher_name,
)
from factcheck.reporting.anonymous import anonymised
from factcheck.reporting.claims import corrections, section
from factcheck.reporting.desk import Desk
from factcheck.reporting.findings import Touched, entering, sections
from factcheck.reporting.options import Origin, ReportOptions
from factcheck.reporting.ordering import chosen
from factcheck.reporting.pieces import Badge, Field, Source
from factcheck.reporting.quoting import Sources, paragraphs
from factcheck.reporting.record import ReportRecord, to_text
from factcheck.reporting.report import ArticleRow, ClaimSection, FindingSection, Legend, Missing, Report, Tally
from factcheck.reporting.reviews import reviews
from factcheck.reporting.templates import template
from factcheck.reporting.timeline import timeline

#: Who added evidence, where no history tells.
NOBODY: Mapping[str, Added] = MappingProxyType({})


def build(
    records: Records,
    findings: Sequence[Finding],
    options: ReportOptions,
    progress: Progress = silent,
    now: int | None = None,
    origin: Origin = Origin(),  # noqa: B008 - frozen
    added: Mapping[str, Added] = NOBODY,
) -> Report:
    """The report on this state of the project.

    `now` is printed as the time of making, nothing if None; `added` tells by id who added which piece of evidence.
    The same records, findings, options, `now`, origin and names give an equal report.
    """
    say = Catalogue(options.language)
    entered = _entered(leaving(records), may_leave(records, findings), options, added)
    report = replace(_report(entered, options, say, progress), made=dates.minute(now or 0, say), made_at=now or 0)
    if options.anonymous:
        every = (*entered.claims, *claims(entered.records))
        report = anonymised(report, (claim.claimant for claim in every), say)
        options = replace(options, title=report.title if options.title else "")  # the record names nobody either
    return _signed(report, ReportRecord(origin, now, options), say)


@dataclass(frozen=True)
class _Entered:
    """What goes out."""

    records: Records
    claims: Sequence[Claim]
    findings: Sequence[Finding]
    articles: Sequence[Article]
    touched: Touched
    added: Mapping[str, Added]


def _entered(
    records: Records, findings: Sequence[Finding], options: ReportOptions, added: Mapping[str, Added]
) -> _Entered:
    wanted = chosen(records, options)
    touched = Touched(records, wanted)
    shown = entering(findings, options.findings) if template(options.template).findings else []
    if not _part_of_all(options):
        return _Entered(records, wanted, shown, articles(records), touched, added)
    shown = [finding for finding in shown if touched.by(finding)]
    return _Entered(records, wanted, shown, _articles(records, wanted, shown), touched, added)


def _part_of_all(options: ReportOptions) -> bool:
    """Whether only what belongs to some claims goes out."""
    return options.claim_ids is not None or template(options.template).corrected_only


# --- what it says -----------------------------------------------------------------------------------------------------


def _report(entered: _Entered, options: ReportOptions, say: Catalogue, progress: Progress) -> Report:
    """All but when it was made, and its id."""
    records, wanted, used = entered.records, entered.claims, entered.articles
    desk = Desk(records, Sources(records, _sources(records, used, say), say), say, options.anonymous, entered.added)
    disputes = sections(desk, [f for f in entered.findings if f.kind in DISPUTED], entered.touched)
    written = tuple(_each(desk, wanted, disputes, progress))
    about, legends = project(records), _legends(records, wanted)
    first, last = _checked(records, wanted)
    return Report(
        title=(options.title or about.title).strip() or say("report.untitled"),
        id="",
        language=options.language,
        made="",
        made_at=0,
        checker=options.checker or _readers(records, wanted, Reader.first),
        second_reader=_readers(records, wanted, Reader.second),
        checked=dates.period(first, last, say),
        updated=dates.day(_updated(entered, last), say),
        counts=_counts(say, written, disputes, used),
        claims=written,
        contradictions=disputes,
        agreements=sections(desk, [f for f in entered.findings if f.kind not in DISPUTED], entered.touched),
        method=paragraphs(options.organisation.method) + paragraphs(about.method),
        interests=paragraphs(about.interests),
        corrections=tuple(c for claim in wanted for c in corrections(desk, claim)),
        legends=legends,
        articles=tuple(_row(records, number, article, say) for number, article in enumerate(used, 1)),
        verification=(),
        template=template(options.template),
        organisation=options.organisation,
        verdicts=_tally(written, legends),
        timeline=timeline(desk, wanted),
        missing=(*(piece for claim in written for piece in claim.missing), *_not_archived(used, say)),
        anonymous=options.anonymous,
        version=_version(records, options, say),
        reviews=tuple(reviews(records, wanted, options)),
    )


def _version(records: Records, options: ReportOptions, say: Catalogue) -> str:
    """Which version of this report it is, and since when there is one; "" for one that does not go out."""
    if not options.issue:
        return ""
    before = issued(records, options.template, options.claim_ids or ())
    if not before:
        return "1"
    return say("report.version", n=before[-1].version + 1, first=dates.day(before[0].issued, say))


def _each(
    desk: Desk, wanted: Sequence[Claim], disputes: Sequence[FindingSection], progress: Progress
) -> Iterator[ClaimSection]:
    numbers: dict[int, list[int]] = {}
    for finding in disputes:
        for claim_number in finding.claims:
            numbers.setdefault(claim_number, []).append(finding.number)
    for done, claim in enumerate(wanted):
        progress(desk.say("report.progress.gathering"), done, len(wanted))
        yield replace(section(desk, claim), disputes=tuple(numbers.get(claim.number, ())))


# --- what enters ------------------------------------------------------------------------------------------------------


def _articles(records: Records, chosen: Iterable[Claim], shown: Iterable[Finding]) -> list[Article]:
    """The articles in use that the chosen claims and the findings quote."""
    quoted = {p.article_id for f in shown for position in f.positions for p in position.passages}
    for claim in chosen:
        quoted |= {a.article_id for a in appearances(records, claim.id)}
        targets = (item.target for item in evidence(records, claim.id))
        quoted |= {target.article_id for target in targets if isinstance(target, PassageTarget)}
    return [article for article in articles(records) if article.id in quoted]


def _sources(records: Records, used: Sequence[Article], say: Catalogue) -> dict[str, Source]:
    return {
        a.id: Source(
            _title(a, say), publisher_name(records, a), dates.printed(a.published, say), number, language=a.language
        )
        for number, a in enumerate(used, 1)
    }


def _title(article: Article, say: Catalogue) -> str:
    return article.title.strip() or article.file or say("report.untitled")


# --- dates and names --------------------------------------------------------------------------------------------------


def _open_verdicts(records: Records, claim: Claim) -> list[Verdict]:
    return [v for v in records.where(Verdict, claim_id=claim.id) if v.revealed]


def _checked(records: Records, chosen: Iterable[Claim]) -> tuple[int, int]:
    """When the first and the last verdict was given."""
    given = [v.given for claim in chosen for v in _open_verdicts(records, claim) if v.given and v.rating]
    return (min(given), max(given)) if given else (0, 0)


def _updated(entered: _Entered, last: int) -> int:
    """When anything in the report changed last, as far as records say; the last verdict is given."""
    times = [last, *(article.added for article in entered.articles)]
    times += [finding.ruling.given for finding in entered.findings if finding.ruling]
    times += [item.added for claim in entered.claims for item in evidence(entered.records, claim.id)]
    return max(times)


def _readers(records: Records, chosen: Iterable[Claim], reader: Reader) -> str:
    """Who gave the verdicts that are shown, as this reader."""
    given = (v for claim in chosen for v in _open_verdicts(records, claim) if v.reader is reader)
    names = (v.who.strip() for v in given)
    return ", ".join(dict.fromkeys(name for name in names if name))


# --- the rest ---------------------------------------------------------------------------------------------------------


def _counts(
    say: Catalogue, written: Sequence[ClaimSection], disputes: Sequence[FindingSection], used: Sequence[Article]
) -> tuple[str, ...]:
    counts = {"claims": len(written), "findings": len(disputes), "articles": len(used)}
    return tuple(say(f"report.count.{what}", n=n) for what, n in counts.items() if n or what == "claims")


def _legends(records: Records, chosen: Iterable[Claim]) -> tuple[Legend, ...]:
    """The scales of the shown verdicts, each with the ratings in use and the retired ones that were given."""
    given: dict[str, set[str]] = {}
    for claim in chosen:
        for verdict in _open_verdicts(records, claim):
            given.setdefault(verdict.scale_id, set()).add(verdict.rating)
    found = ((records.get(Scale, scale_id), ratings) for scale_id, ratings in given.items())
    return tuple(_legend(scale, ratings) for scale, ratings in found if scale and scale.ratings)


def _legend(scale: Scale, given: set[str]) -> Legend:
    listed = (r for r in scale.ratings if not r.retired or r.key in given)
    return Legend(scale.name, tuple((Badge(r.label, r.sign, r.colour), r.definition) for r in listed))


def _tally(written: Sequence[ClaimSection], legends: Sequence[Legend]) -> tuple[Tally, ...]:
    """In the order of the scales, what is on none of them last."""
    counted = Counter(claim.badge for claim in written)
    known = [badge for legend in legends for badge, _ in legend.ratings if badge in counted]
    return tuple(Tally(badge, counted[badge]) for badge in dict.fromkeys([*known, *counted]))


def _not_archived(used: Sequence[Article], say: Catalogue) -> Iterator[Missing]:
    for number, article in enumerate(used, 1):
        if article.url and not article.archived_url:
            yield Missing("not_archived", say("report.missing.article_not_archived", n=number), "", article.id)


def _row(records: Records, number: int, article: Article, say: Catalogue) -> ArticleRow:
    version = current_version(records, article)
    return ArticleRow(
        number=number,
        title=_title(article, say),
        publisher=publisher_name(records, article),
        author=article.author,
        published=dates.printed(article.published, say),
        added=dates.minute(article.added, say),
        url=article.url,
        file=article.file,
        size=say("report.bytes", n=version.original_size),
        text_sha256=version.text_sha256,
        original_sha256=version.original_sha256,
        archived=article.archived_url or (say("report.evidence.not_archived") if article.url else ""),
        fetched=dates.minute(version.fetched.at, say) if version.fetched else "",
        copy_of=_copied(records, article),
    )


def _copied(records: Records, article: Article) -> str:
    there = records.get(Article, article.copy_of) if article.copy_of else None
    return there.title if there else ""


def _signed(report: Report, record: ReportRecord, say: Catalogue) -> Report:
    """The report with its id, which stands for its content whenever it was made, and with how to verify it."""
    origin = record.origin
    content = repr(replace(report, made="", made_at=0)) + origin.head
    id = sha256(content.encode(errors="surrogatepass")).hexdigest()[:12]
    lines = {"id": id, "project": origin.project, "head": origin.head, "program": f"factcheck {origin.program}"}
    shown = tuple(Field(say(f"report.verify.{key}"), value) for key, value in lines.items() if value)
    return replace(report, id=id, verification=shown, record=to_text(record))
