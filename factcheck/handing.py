"""Handing over: a project, or some of its claims, as a file for another program. Nothing withheld goes out."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from factcheck import leaving, matching, records, retelling, workflow
from factcheck.errors import ExchangeError
from factcheck.exchange import annotations, choosing, claimreview, findings, qdpx, tables, whole, workbook
from factcheck.exchange.claimreview import Published
from factcheck.exchange.remarks import Remark
from factcheck.exchange.tables import Row, Sheet
from factcheck.i18n import Catalogue, sentence
from factcheck.model import Appearance, Claim, Evidence, MediaAppearance, Verb, Who
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store import sending
from factcheck.store.reader import Reader

_say = Catalogue()


class As(StrEnum):
    """What a project can be handed over as."""

    csv = "csv"
    xlsx = "xlsx"
    json = "json"
    claimreview = "claimreview"
    annotations = "annotations"
    qdpx = "qdpx"
    copy = "copy"


#: How the name of each ends.
SUFFIXES = {
    As.csv: ".csv",
    As.xlsx: ".xlsx",
    As.json: ".json",
    As.claimreview: ".jsonld",
    As.annotations: ".jsonld",
    As.qdpx: ".qdpx",
    As.copy: ".factcheck",
}


class Table(StrEnum):
    """The sheets of a workbook, of which a CSV file holds one."""

    claims = "claims"
    appearances = "appearances"
    evidence = "evidence"
    findings = "findings"
    facts = "facts"


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall go out."""

    form: As
    #: The claims that go out; None: all, and what belongs to none.
    claim_ids: tuple[str, ...] | None = None
    #: Of a CSV file.
    table: Table = Table.claims
    #: Of ClaimReviews.
    published: Published = field(default_factory=Published)
    #: Whether JSON holds the original bytes.
    originals: bool = True


@dataclass(frozen=True, slots=True)
class Handed:
    """What went out."""

    path: Path
    form: As
    #: How many of what.
    counts: dict[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def form_of(target: Path) -> As:
    """What a file of this name is to be. `ExchangeError` if its ending does not say."""
    found = [form for form, suffix in SUFFIXES.items() if suffix == target.suffix.lower()]
    if len(found) != 1:
        forms = ", ".join(As)
        raise ExchangeError(sentence("error.exchange.no_form", file=target.name, forms=forms))
    return found[0]


def hand_over(
    session: Session,
    target: Path,
    wish: Wish,
    progress: Progress = silent,
    known: workflow.Proposals | None = None,
) -> Handed:
    """Writes the export, all of it or nothing: whatever is raised, an older file is as it was.

    Reads a snapshot of its own, so that any thread may do it. `known` saves looking for findings again.
    """
    from factcheck.reporting import replace_file  # late: the window can be shown without it

    with session.snapshot() as state:
        outgoing = _Outgoing(state, leaving.leaving(state), session.path, wish, progress, known)
        done: list[Handed] = []
        replace_file(target, lambda out: done.append(_WRITERS[wish.form](outgoing, target, out)))
    return done[0]


def handed_over(path: Path, target: Path, wish: Wish, progress: Progress) -> Iterator[Handed]:
    """Writes the export of a project that is open elsewhere, also in another process."""

    def told(_what: str, done: int, total: int) -> None:
        progress("exporting", done, total)

    with Session.open(path, Who(""), read_only=True) as session:
        yield hand_over(session, target, wish, told, workflow.kept_proposals(session.reader))


@dataclass(frozen=True)
class _Outgoing:
    """What every export is made of."""

    state: Reader
    #: The same without what is withheld.
    out: Records
    path: Path
    wish: Wish
    progress: Progress
    known: workflow.Proposals | None

    def claims(self) -> list[Claim]:
        """The claims that go out, as chosen or by number."""
        if self.wish.claim_ids is None:
            return records.claims(self.out)
        found = (self.out.get(Claim, id) for id in self.wish.claim_ids)
        return [claim for claim in found if claim and not claim.withdrawn]

    def handed(self, target: Path, counts: dict[str, int], remarks: Iterable[Remark] = ()) -> Handed:
        return Handed(target, self.wish.form, counts, tuple(remarks))


# --- tables -----------------------------------------------------------------------------------------------------------


def _csv(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    name = outgoing.wish.table
    rows = tables.write_csv(_SHEETS[name](outgoing, name), out, outgoing.progress)
    return outgoing.handed(target, {name.value: rows})


def _xlsx(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    about = records.project(outgoing.out)
    chosen = [name for name in Table if name is not Table.facts or outgoing.wish.claim_ids is None]
    remarks = []
    if not workflow.affordable(outgoing.state):
        chosen = [name for name in chosen if name in _KINDS]
        remarks = [Remark("not_matched")]
    sheets = (_SHEETS[name](outgoing, name) for name in chosen)
    counts = workbook.write_xlsx(sheets, out, about.created, about.title, outgoing.progress)
    return outgoing.handed(target, counts, remarks)


def _plain(outgoing: _Outgoing, name: Table) -> Sheet:
    """A table of plain columns, without what is withheld or not chosen."""
    columns, rows = outgoing.state.plain(name)
    shown = [place for place, column in enumerate(columns) if column != "withheld"]
    pick: Callable[[Row], Row] = itemgetter(*shown)
    kept = _kept(outgoing, name, columns)
    return Sheet(name.value, [columns[place] for place in shown], map(pick, filter(kept, rows) if kept else rows))


def _kept(outgoing: _Outgoing, name: Table, columns: Sequence[str]) -> Callable[[Row], bool] | None:
    """Whether a row goes out; None if all do."""
    chosen = outgoing.wish.claim_ids
    claim_at, own_at = columns.index("claim_id"), columns.index(_OWN_ID[name])
    kinds, everything = _KINDS[name], outgoing.out is outgoing.state

    def leaves(id: Any) -> bool:
        found = next((record for kind in kinds if (record := outgoing.out.get(kind, id))), None)
        return found is not None and not found.withheld

    def kept(row: Row) -> bool:
        return (chosen is None or row[claim_at] in chosen) and (everything or leaves(row[own_at]))

    return None if everything and chosen is None else kept


_KINDS: dict[Table, tuple[type[Claim] | type[Appearance] | type[MediaAppearance] | type[Evidence], ...]] = {
    Table.claims: (Claim,),
    Table.appearances: (Appearance, MediaAppearance),
    Table.evidence: (Evidence,),
}
_OWN_ID = {Table.claims: "claim_id", Table.appearances: "appearance_id", Table.evidence: "evidence_id"}


def _findings(outgoing: _Outgoing, name: Table) -> Sheet:
    """The findings but for the dismissed, a row for each passage."""
    from factcheck.reporting.findings import Touched

    found = workflow.findings_of(outgoing.state, outgoing.known, outgoing.progress)
    shown = leaving.may_leave(outgoing.state, found)
    shown = [one for one in shown if one.ruling is None or one.ruling.verb is not Verb.dismissed]
    if outgoing.wish.claim_ids is not None:
        touched = Touched(outgoing.out, outgoing.claims())
        shown = [one for one in shown if touched.by(one)]
    said = [retelling.retold(one, _say) for one in shown]
    return Sheet(name.value, findings.COLUMNS, findings.rows(outgoing.out, said))


def _facts(outgoing: _Outgoing, name: Table) -> Sheet:
    """Every figure, date and office that the articles give, event by event."""
    return Sheet(name.value, findings.FACT_COLUMNS, _fact_rows(outgoing))


def _fact_rows(outgoing: _Outgoing) -> Iterator[Row]:
    sources = {source.article_id: source for source in workflow.sources(outgoing.out)}
    for event in matching.outline(list(sources.values()), outgoing.progress):
        table = matching.table([sources[id] for id in event.articles], outgoing.progress)
        for row in table.rows:
            fact = retelling.fact(row.fact, _say)
            told = (event.name, event.day, fact, row.type.value, row.usual, row.agree, row.sources)
            for figure in row.figures:
                place = findings.passage(outgoing.out, figure.passage)
                yield *told, figure.value, int(figure.apart), *place


_SHEETS: dict[Table, Callable[[_Outgoing, Table], Sheet]] = {
    Table.claims: _plain,
    Table.appearances: _plain,
    Table.evidence: _plain,
    Table.findings: _findings,
    Table.facts: _facts,
}


# --- for programs -----------------------------------------------------------------------------------------------------


def _json(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    chosen = outgoing.wish.claim_ids
    keeps = choosing.everything if chosen is None else choosing.belonging(outgoing.out, set(chosen))
    originals = outgoing.state.original if outgoing.wish.originals else None
    counts = whole.write(outgoing.out, originals, out, outgoing.progress, keeps)
    return outgoing.handed(target, counts)


def _claimreview(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    claims = outgoing.claims()
    remarks = claimreview.write(outgoing.out, claims, outgoing.wish.published, out, outgoing.progress)
    left_out = sum(remark.key == "no_verdict" for remark in remarks)
    return outgoing.handed(target, {"claims": len(claims) - left_out}, remarks)


def _annotations(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    total = annotations.write(outgoing.out, outgoing.claims(), out, outgoing.progress)
    return outgoing.handed(target, {"annotations": total})


def _qdpx(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    claims, uncoded = outgoing.claims(), outgoing.wish.claim_ids is None
    remarks = qdpx.write(outgoing.out, claims, out, outgoing.progress, uncoded)
    return outgoing.handed(target, {"codes": len(claims)}, remarks)


def _copy(outgoing: _Outgoing, target: Path, out: BinaryIO) -> Handed:
    if outgoing.out is not outgoing.state:
        raise ExchangeError(sentence("error.exchange.withheld"))
    with TemporaryDirectory(prefix=".factcheck-", dir=target.resolve().parent) as folder:
        made = Path(folder) / "copy.factcheck"
        sending.make(outgoing.path, made, outgoing.progress)
        with made.open("rb") as file:
            shutil.copyfileobj(file, out, 1 << 20)
    return outgoing.handed(target, {"claims": len(outgoing.claims())})


_WRITERS: dict[As, Callable[[_Outgoing, Path, BinaryIO], Handed]] = {
    As.csv: _csv,
    As.xlsx: _xlsx,
    As.json: _json,
    As.claimreview: _claimreview,
    As.annotations: _annotations,
    As.qdpx: _qdpx,
    As.copy: _copy,
}
