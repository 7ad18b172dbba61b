"""A piece of evidence, whatever it is: an article's passage, a page, a file, a note."""

from factcheck import dates
from factcheck.model import Article, Evidence, Link, Note, PassageTarget, StoredFile
from factcheck.reporting.desk import Desk
from factcheck.reporting.pieces import Field, Run, Words
from factcheck.reporting.quoting import in_context, paragraphs
from factcheck.reporting.report import EvidenceItem


def evidence_item(desk: Desk, number: int, item: Evidence) -> EvidenceItem:
    """One piece of evidence with all that is known of it."""
    title, fields, quote = _target(desk, item)
    return EvidenceItem(
        number=number,
        stance=desk.say(f"stance.{item.stance}"),
        grade=desk.say(f"grade.{item.grade}"),
        title=title,
        fields=tuple(f for f in (*fields, *_added(desk, item)) if f.value.strip()),
        quote=quote,
        comment=paragraphs(item.comment),
        article=_article(desk, item),
        language=_language(desk, item),
    )


def _added(desk: Desk, item: Evidence) -> list[Field]:
    """Who answers for it: who added it, and when."""
    added = desk.added.get(item.id)
    if added is None or item.withheld:
        return []
    parts = (added.who.strip(), dates.day(added.at, desk.say))
    return [Field(desk.say("report.evidence.added"), ", ".join(filter(None, parts)))]


def _language(desk: Desk, item: Evidence) -> str:
    return desk.sources.language(item.target.article_id) if isinstance(item.target, PassageTarget) else ""


def _article(desk: Desk, item: Evidence) -> int:
    """Number in the list of articles, 0 if it is no passage or not given out."""
    if item.withheld or not isinstance(item.target, PassageTarget):
        return 0
    source = desk.sources.of(item.target.article_id)
    return source.article if source else 0


def _target(desk: Desk, item: Evidence) -> tuple[str, list[Field], Words]:
    if item.withheld:  # the number stays, since the rationale refers to it
        return desk.say("report.evidence.withheld"), [], ()
    match item.target:
        case Link() as link:
            return _link(desk, link)
        case PassageTarget() as passage:
            return _passage(desk, passage)
        case StoredFile() as file:
            return _file(desk, file)
        case Note(text):
            return desk.say("report.evidence.note"), [], (Run(text),)


def _link(desk: Desk, link: Link) -> tuple[str, list[Field], Words]:
    fields = [
        Field(desk.say("report.evidence.publisher"), link.publisher),
        Field(desk.say("report.evidence.author"), link.author),
        Field(desk.say("report.evidence.date"), link.date),
        Field(desk.say("report.evidence.url"), link.url, link.url),
        _archived(desk, link.archived_url),
        Field(desk.say("report.evidence.accessed"), link.accessed),
    ]
    return link.title or link.url, fields, (Run(link.quote),) if link.quote else ()


def _archived(desk: Desk, url: str) -> Field:
    """What is not archived says so."""
    return Field(desk.say("report.evidence.archived"), url or desk.say("report.evidence.not_archived"), url)


def _passage(desk: Desk, passage: PassageTarget) -> tuple[str, list[Field], Words]:
    quote = in_context(desk.sources, passage.article_id, passage.anchor)
    article = desk.records.get(Article, passage.article_id)
    if quote is None or article is None:  # the number stays, since the rationale refers to it
        return desk.say("report.evidence.withdrawn"), [], ()
    listed = desk.say("report.evidence.article_number", n=quote.source.article) if quote.source.article else ""
    fields = [
        Field(desk.say("report.evidence.publisher"), quote.source.publisher),
        Field(desk.say("report.evidence.author"), article.author),
        Field(desk.say("report.evidence.date"), quote.source.date),
        Field(desk.say("report.evidence.article"), ", ".join(filter(None, (listed, quote.source.place)))),
        Field(desk.say("report.evidence.url"), article.url, article.url),
        *([_archived(desk, article.archived_url)] if article.url else ()),
    ]
    return quote.source.title, fields, quote.words


def _file(desk: Desk, file: StoredFile) -> tuple[str, list[Field], Words]:
    fields = [
        Field(desk.say("report.evidence.type"), file.media_type),
        Field(desk.say("report.evidence.size"), desk.say("report.bytes", n=file.size)),
        Field(desk.say("report.evidence.sha256"), file.sha256),
    ]
    return file.name, fields, ()
