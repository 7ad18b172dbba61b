"""The findings list's columns and rows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from factcheck import retelling
from factcheck.i18n import Catalogue
from factcheck.model import DISPUTED, Finding, Kind, Verb
from factcheck.ui.models.findings_filter import OPEN, RULED
from factcheck.ui.models.list_rows import ListRows
from factcheck.ui.models.rows import Column, RowsModel, quoted
from factcheck.ui.text import in_a_row, tr

#: The language of the interface, whatever that is when something is shown.
_SAY = Catalogue()


@dataclass(frozen=True, slots=True)
class PassageInfo:
    """What is said of the article that a passage stands in."""

    title: str = ""
    publisher: str = ""
    published: str = ""

    @property
    def name(self) -> str:
        """What it is called where there is room for one name."""
        return self.publisher or self.title


#: By article id.
Lookup = Callable[[str], PassageInfo]


class Touches(Protocol):
    """What a finding touches; it may be read only when it is asked for, since of most rows nobody asks."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Publishers of its passages, or titles where they are not known, each once."""
        ...

    @property
    def about(self) -> str:
        """Publishers and titles, to be searched."""
        ...

    @property
    def facets(self) -> Mapping[str, frozenset[str]]:
        """All that it can be filtered by: its own facets, publishers, ids of events, articles and claims."""
        ...


@dataclass(frozen=True, slots=True)
class Touched:
    """The same, known beforehand."""

    sources: tuple[str, ...] = ()
    about: str = ""
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with what the list says of it."""

    finding: Finding
    touches: Touches = Touched()

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says so."""
        return self.touches.sources

    @property
    def facets(self) -> Mapping[str, frozenset[str]]:
        """All that it can be filtered by."""
        return self.touches.facets


def own_facets(finding: Finding) -> dict[str, frozenset[str]]:
    """What a finding can be filtered by whatever it touches."""
    return {
        "kind": _KINDS[finding.kind],
        "reason": frozenset(str(reason.type) for reason in finding.reasons),
        "ruling": _RULINGS[finding.ruling.verb] if finding.ruling else _WAITS,
    }


#: Made once: every row is asked for these whenever the list is filtered.
_KINDS = {kind: frozenset([str(kind)]) for kind in Kind}
_RULINGS = {verb: frozenset([RULED, str(verb)]) for verb in Verb}
_WAITS = frozenset([OPEN])


def kind_word(catalogue: Catalogue, kind: Kind) -> str:
    """ "Number update"."""
    return catalogue(f"kind.{kind.name}")


def finding_columns(catalogue: Catalogue) -> tuple[Column[FindingRow], ...]:
    """The columns, in the order in which they stand. What a cell says in two lines is one text to whoever listens."""
    return (
        Column(
            "score", tr("Score"), 9, lambda r: score_text(r.finding), lambda r: r.finding.score,
            tip=lambda r: score_tip(r.finding),
        ),
        Column(
            "kind", tr("Kind"), 17, lambda r: _kind_text(catalogue, r.finding),
            tip=lambda r: _kind_tip(catalogue, r),
        ),
        Column("fact", tr("Finding"), 44, _fact_text, _fact_order, tip=_fact_tip, stretch=True),
        Column("sources", tr("Sources"), 22, sources_text, lambda r: len(r.sources), tip=_sources_tip),
        Column(
            "ruling", tr("Ruling"), 18, lambda r: ruling_text(catalogue, r.finding),
            tip=lambda r: ruling_tip(catalogue, r.finding),
        ),
    )  # fmt: skip


def fact_of(finding: Finding) -> str:
    """What is in dispute, in the language of the interface, as a heading."""
    return capital(fact_words(finding))


def fact_words(finding: Finding) -> str:
    """The same within other words."""
    return retelling.fact(finding.fact, _SAY)


def reasons_of(finding: Finding, names: Collection[str] = ()) -> list[str]:
    """Why it is a finding, in the language of the interface; `names` are those of its sources."""
    return [retelling.reason(reason.text, _SAY, names) for reason in finding.reasons]


def back_of(finding: Finding, names: Collection[str] = ()) -> str:
    """Why it is back although it was ruled on, "" if it is not."""
    return retelling.reason(finding.back, _SAY, names)


def capital(fact: str) -> str:
    """A fact as a heading."""
    return fact[:1].upper() + fact[1:]


def score_text(finding: Finding) -> str:
    """ "74 of 100", or that a person made it."""
    if finding.made_id:
        return tr("By hand")
    return tr("{score} of 100", score=round(finding.score * 100))


def score_tip(finding: Finding) -> str:
    """What the score means."""
    if finding.made_id:
        return tr("Made by hand, and therefore first")
    meaning = tr(
        "Of 100 findings like this one, a person confirms about {score}. An estimate from news that people judged.",
        score=round(finding.score * 100),
    )
    return "\n".join(filter(None, (meaning, finding.opinion, retelling.learnt(finding.learnt, _SAY))))


def articles_text(count: int) -> str:
    """ "two articles"; small numbers in words."""
    if count == 1:
        return tr("one article")
    words = {2: tr("two articles"), 3: tr("three articles"), 4: tr("four articles"), 5: tr("five articles")}
    return words.get(count) or tr("%n article(s)", count)


def positions_text(finding: Finding) -> str:
    """ "24: two articles; 38: one article"."""
    parts = [(p.value, len({passage.article_id for passage in p.passages})) for p in finding.positions]
    return "; ".join(tr("{value}: {articles}", value=value, articles=articles_text(count)) for value, count in parts)


def sources_text(row: FindingRow) -> str:
    """ "Echo · Post"."""
    return in_a_row(*row.sources)


def _sources_tip(row: FindingRow) -> str:
    return "\n".join(row.sources)


def difference_text(catalogue: Catalogue, finding: Finding) -> str:
    """What the sources differ in, in a word."""
    return catalogue(f"difference.{finding.reasons[0].type}") if finding.reasons else ""


def gist_text(catalogue: Catalogue, finding: Finding) -> str:
    """What the sources differ in, with the values, in one short line; of what a person made, the person's reason."""
    reason = finding.reasons[0] if finding.reasons else None
    if reason is None or finding.made_id or finding.kind is Kind.repeat:
        return retelling.reason(reason.text, catalogue) if reason else ""
    joint = catalogue("reason.then" if finding.kind is Kind.number_update else "reason.against")
    key = reason.type if finding.kind in DISPUTED else "same"
    return catalogue(f"gist.{key}", values=joint.join(position.value for position in finding.positions))


def ruling_text(catalogue: Catalogue, finding: Finding) -> str:
    """The ruling, or why there is none any more."""
    if finding.ruling:
        return catalogue(f"ruling.{finding.ruling.verb}")
    return tr("Back: {why}", why=back_of(finding)) if finding.back else ""


def ruling_tip(catalogue: Catalogue, finding: Finding) -> str:
    """Who ruled, and the note."""
    if not finding.ruling:
        return back_of(finding)
    said = tr("{ruling} by {who}", ruling=ruling_text(catalogue, finding), who=finding.ruling.who)
    return "\n".join(filter(None, (said, finding.ruling.note)))


def _fact_text(row: FindingRow) -> str:
    reasons = reasons_of(row.finding, row.sources)
    return "\n".join(filter(None, (fact_of(row.finding), *reasons[:1])))


def _fact_order(row: FindingRow) -> str:
    return fact_of(row.finding).casefold()


def _fact_tip(row: FindingRow) -> str:
    lines = reasons_of(row.finding, row.sources)
    for position in row.finding.positions[:6]:
        lines += ["", position.value, *(quoted(passage.text) for passage in position.passages[:2])]
    return "\n".join(lines)


def _kind_text(catalogue: Catalogue, finding: Finding) -> str:
    return "\n".join(filter(None, (kind_word(catalogue, finding.kind), difference_text(catalogue, finding))))


def _kind_tip(catalogue: Catalogue, row: FindingRow) -> str:
    word = _kind_text(catalogue, row.finding).replace("\n", " · ")
    return tr("{kind}, made by hand", kind=word) if row.finding.made_id else word


def list_rows(rows: Sequence[FindingRow], columns: Sequence[Column[FindingRow]]) -> ListRows[FindingRow]:
    """Findings held in memory; their quotes, values, publishers and titles are searched too."""

    def also(row: FindingRow) -> str:
        positions = row.finding.positions
        return "\n".join(
            [row.touches.about, *(p.value for p in positions), *(q.text for p in positions for q in p.passages)]
        )

    return ListRows(rows, columns, lambda r: r.finding.id, also, lambda r: r.facets)


class FindingsModel(RowsModel[FindingRow]):
    """Findings as a table."""

    def __init__(self, catalogue: Catalogue) -> None:
        columns = finding_columns(catalogue)
        super().__init__(columns, list_rows([], columns))
        self.dimmed = lambda r: r.finding.ruling is not None and r.finding.ruling.verb is Verb.dismissed
