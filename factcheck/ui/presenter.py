"""Keeps the views showing what the records say: everything once when a project opens, then what an entry touched."""

from dataclasses import replace
from functools import partial

from factcheck import blind, records, retelling, workflow
from factcheck.matching import Table, successor
from factcheck.model import (
    DISPUTED,
    Appearance,
    Article,
    Change,
    Claim,
    Entry,
    Evidence,
    Finding,
    MediaAppearance,
    Met,
    Publisher,
    Scale,
    Verdict,
)
from factcheck.ui import one_claim, present
from factcheck.ui.article_choice import ArticleChoice
from factcheck.ui.bench import Bench
from factcheck.ui.claim_list import ClaimList
from factcheck.ui.finding_rows import FindingRows, event_text
from factcheck.ui.highlights import Highlights
from factcheck.ui.models.findings_model import PassageInfo

#: What the article list and the panes' heads are made of.
_ARTICLE_KINDS = frozenset({Article, Publisher})
#: What the claims table, the marks in the articles and the panel are made of.
_CLAIM_KINDS = frozenset({Claim, Appearance, MediaAppearance, Evidence, Verdict, Scale})
#: What the claims table shows of records.
_LISTED = _CLAIM_KINDS | _ARTICLE_KINDS
#: What may change every mark in the articles.
_ALL_MARKS = _ARTICLE_KINDS | {Scale}


class Presenter:
    """What the views of one window show now."""

    def __init__(self, bench: Bench, claims: ClaimList, articles: ArticleChoice) -> None:
        self.bench = bench
        self.highlights = Highlights(bench)
        self.claim: str | None = None
        self.finding: str | None = None
        self.touching = present.Touching()
        self.claims = claims
        self.articles = articles
        self._looked_for: tuple[str, tuple[Met, ...]] = ("", ())
        self._rows: FindingRows | None = None
        #: The findings that the panel shows of its claim.
        self._disputed: tuple[Finding, ...] = ()

    # --- a whole project ---

    def open(self) -> None:
        """Shows the project that was just opened: two articles, all claims, and the findings that are known yet."""
        self.claim, self.finding = None, None
        self.touching = present.Touching()
        self.claims.open(self.touching)
        self._rows = FindingRows(self.bench.state, self.bench.catalogue, self.claims.mentions)
        self.articles.show(self.claims.counts, self.touching)
        self.articles.told()
        self.articles.open_first()
        self.highlights.show()
        self.findings(self.bench.feed.findings)
        self.show_claim(None)

    def close(self) -> None:
        """The project is about to be closed: nothing of it is read any more."""
        self.claims.close()
        self.bench.findings.set_rows([], {})
        self.bench.findings.rest()
        self._rows = None

    def blank(self) -> None:
        """Shows that no project is open."""
        self.claim, self.finding = None, None
        bench = self.bench
        bench.panel.show_claim(None)
        bench.card.show_finding(None)
        bench.findings.set_rows([], {})
        self.articles.forget()
        bench.facts.offer([], "")

    # --- news ---

    def entry(self, entry: Entry) -> None:
        """Shows anew what this entry touched, and nothing else."""
        touched = {type(_record(change)) for change in entry.edit.changes}
        if touched & _LISTED:
            self.claims.renew()
        self._show_articles(entry, touched)
        claim_ids = _claims_of(entry)
        if Scale in touched:
            self.highlights.show()
        else:
            self.highlights.show({r.id for c in entry.edit.changes if isinstance(r := _record(c), Article)})
            self.highlights.show_claims(claim_ids)
        if touched & _LISTED and self._concerns_panel(touched, claim_ids):
            self._panel()

    def _show_articles(self, entry: Entry, touched: set[type]) -> None:
        """The articles themselves, or only how many claims they hold."""
        counted = self._count(entry)
        described = self.articles.described(map(_record, entry.edit.changes)) if touched & _ARTICLE_KINDS else set()
        if described:
            self.articles.renew(described, self.claims.counts, self.touching)
            self.articles.told()
            self._heads()
        if counted:
            self.articles.count(counted, self.claims.counts, self.touching)
        if self._rows:
            self._rows.forget(described)
            self._rows.claims_changed(counted)
        if touched & _ARTICLE_KINDS or (counted and "claim" in self.bench.findings.filter().only):
            self._list_findings()

    def _concerns_panel(self, touched: set[type], claim_ids: set[str]) -> bool:
        return bool(touched & _ALL_MARKS) or self.claim in claim_ids

    def reader_changed(self) -> None:
        """Another reader is at the desk, who may see other verdicts."""
        self.claims.reader_changed()
        self.highlights.show()
        self._panel()

    def findings(self, found: list[Finding]) -> None:
        """Shows the findings as they stand; what is the very same as before costs nothing."""
        moved = self.touching.renew(found)
        self._list_findings()
        self.articles.count(moved, self.claims.counts, self.touching)
        self.highlights.show_disputes(self.touching)
        if moved:
            self.claims.disputed(self.touching)
        self._follow(found)
        if self.claim and [*map(id, self._disputing(self.claim))] != [*map(id, self._disputed)]:
            self._panel()

    def _disputing(self, claim_id: str) -> list[Finding]:
        """The findings that touch a claim."""
        return self.touching.claim(records.appearances(self.bench.state, claim_id))

    def _follow(self, found: list[Finding]) -> None:
        """The finding on the card as it stands now; one that a passage joined has another id, and stays chosen."""
        before = self.bench.card.finding() if self.finding else None
        if before and any(finding is before for finding in found):
            return
        now = self.bench.feed.by_id(self.finding) if self.finding else None
        grown = successor(before, found) if before and now is None else None
        if before and now is None and grown is None:
            self.bench.desk.clear_passages()
        self.show_finding(now or grown, grown=grown is not None)
        if grown:
            self.bench.findings.stay_with(grown.id)

    def _list_findings(self) -> None:
        """The findings in the list."""
        if self._rows is not None:
            self.bench.findings.set_rows(self._rows.rows(self.bench.feed.findings), self._rows.names())

    def events(self) -> None:
        """The articles fall into other events: what can be filtered by, and whose facts there are to be seen."""
        bench, events = self.bench, self.bench.survey.events
        if self._rows:
            self._rows.events(events)
            bench.findings.set_names(self._rows.names())
        here = bench.survey.event_of(bench.desk.shown()[bench.desk.current_pane()])
        bench.facts.offer([(event.key, event_text(event, bench.catalogue)) for event in events], here)

    def facts(self, key: str, table: Table) -> None:
        """Shows the facts of an event."""
        articles = next((event.articles for event in self.bench.survey.events if event.key == key), ())
        say = self.bench.catalogue
        rows = tuple(replace(row, fact=retelling.fact(row.fact, say)) for row in table.rows)
        self.bench.facts.show_table(key, replace(table, rows=rows), {id: self._info(id) for id in articles})

    def arranged(self, article_id: str) -> None:
        """Panes show other articles, or only this: their marks, and the passages of the finding that is open."""
        only = {article_id} if article_id else None
        self.highlights.show(only)
        self.highlights.show_disputes(self.touching, only)
        finding = self.bench.feed.by_id(self.finding) if self.finding else None
        if finding:
            self.highlights.show_finding(finding)
        self.current_article()

    def current_article(self) -> None:
        """The list selects the article of the current pane."""
        shown = self.bench.desk.shown()[self.bench.desk.current_pane()]
        if shown:
            self.bench.articles.select(shown)

    def _info(self, article_id: str) -> PassageInfo:
        return self._rows.about(article_id) if self._rows else PassageInfo()

    def _heads(self) -> None:
        """Shows the open articles again whose title, publisher or version changed; the place in the text stays."""
        for pane, view in enumerate(self.bench.desk.panes()):
            article = self.bench.state.get(Article, view.article_id()) if view.article_id() else None
            if article and view.shown() != (
                fresh := present.shown_article(self.bench.state, article, self.bench.catalogue)
            ):
                self.bench.desk.show_article(fresh, pane)

    def _count(self, entry: Entry) -> set[str]:
        """Counts the claims again of the articles in which an entry changed some, and says which these are."""
        made = [_record(change) for change in entry.edit.changes if _counts(change)]
        there = {record.article_id for record in made if isinstance(record, Appearance)}
        for claim in (record for record in made if isinstance(record, Claim)):
            there |= {a.article_id for a in records.appearances(self.bench.state, claim.id)}
        self.claims.count(there)
        return there

    # --- the one that is chosen ---

    def show_claim(self, claim_id: str | None) -> None:
        """Shows a claim in the panel, or none."""
        self.claim = claim_id
        self.bench.desk.set_chosen(claim_id or "")
        self._panel()

    def _panel(self) -> None:
        claim = self.bench.state.get(Claim, self.claim) if self.claim else None
        if claim is None or claim.withdrawn:
            self.claim = None
            self.bench.panel.show_claim(None)
            return
        bench = self.bench
        steps = bench.session.headlines_of_claim(claim.id)
        history = blind.told(
            bench.state, steps, lambda step: bench.session.reader.edit_of(step[1].sequence), bench.reader
        )
        added = bench.session.reader.evidence_added(claim.id)
        shown = one_claim.claim_shown(bench.seen, claim, self.touching, history, bench.catalogue, bench.reader, added)
        self._disputed = shown.findings
        self.bench.panel.show_claim(replace(shown, earlier=self._earlier_checks(claim.wording)))

    def known(self, field: str) -> list[str]:
        """What the claims of the project have in a field."""
        return one_claim.known(self.bench.state, field) if self.bench.project else []

    def _earlier_checks(self, wording: str) -> tuple[Met, ...]:
        """What others have checked that may be this claim; looked for once per wording, in the background."""
        collection = workflow.earlier_checks()
        if wording != self._looked_for[0]:
            self._looked_for = (wording, ())
            if collection.path.exists():
                self.bench.jobs.start(
                    "checks", lambda _progress: collection.find(wording), partial(self._met, wording), self.bench.fail
                )
        return self._looked_for[1]

    def _met(self, wording: str, met: list[Met]) -> None:
        if met and self._looked_for[0] == wording and self.bench.project:
            self._looked_for = (wording, tuple(met))
            if self.claim:
                self.show_claim(self.claim)

    def show_finding(self, finding: Finding | None, grown: bool = False) -> None:
        """Shows a finding on the card, or none, and its passages in the articles that are open.

        One that has `grown` out of the one before leaves the card where it was scrolled to.
        """
        self.finding = finding.id if finding else None
        others = [f for f in self.bench.feed.findings if finding and f.id != finding.id and f.kind in DISPUTED]
        self.bench.card.show_finding(finding, self._info, others, grown)
        if finding:
            self.highlights.show_finding(finding)


def _record(change: Change) -> object:
    return change.after or change.before


def _claims_of(entry: Entry) -> set[str]:
    """The claims that an entry touched, themselves or what hangs on them."""
    touched = (_record(change) for change in entry.edit.changes)
    return {r.id if isinstance(r, Claim) else r.claim_id for r in touched if isinstance(r, _OF_CLAIMS)}


_OF_CLAIMS = (Claim, Appearance, MediaAppearance, Evidence, Verdict)


def _counts(change: Change) -> bool:
    """Whether a change makes articles hold more or fewer claims."""
    before, after = change.before, change.after
    if isinstance(before, Appearance) and isinstance(after, Appearance):
        return before.claim_id != after.claim_id
    if isinstance(_record(change), Appearance):
        return True
    return isinstance(before, Claim) and isinstance(after, Claim) and before.withdrawn != after.withdrawn
