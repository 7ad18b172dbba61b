"""The findings list's columns and rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.i18n import Catalogue
from factcheck.model import Finding, Kind, Verb
from factcheck.ui.models.rows import Column, ListRows, RowsModel
from factcheck.ui.text import tr


@dataclass(frozen=True, slots=True)
class PassageInfo:
    """What is said of the article that a passage stands in."""

    title: str = ""
    publisher: str = ""
    published: str = ""


#: By article id.
Lookup = Callable[[str], PassageInfo]

#: Raw value of the ruling column while nobody has ruled.
OPEN = "open"


def kind_word(catalogue: Catalogue, kind: Kind) -> str:
    """ "Number update"."""
    return catalogue(f"kind.{kind.name}")


def finding_columns(catalogue: Catalogue) -> tuple[Column[Finding], ...]:
    """The columns, in the order in which they stand."""
    return (
        Column("score", tr("Weight"), 8, score_text, order=lambda f: f.score, tip=score_tip),
        Column(
            "kind",
            tr("Kind"),
            16,
            lambda f: kind_word(catalogue, f.kind),
            raw=lambda f: str(f.kind),
            tip=lambda f: _kind_tip(catalogue, f),
        ),
        Column("fact", tr("Fact"), 34, lambda f: capital(f.fact)),
        Column("positions", tr("Positions"), 24, positions_text, order=lambda f: len(f.positions), tip=_positions_tip),
        Column(
            "ruling",
            tr("Ruling"),
            14,
            lambda f: ruling_text(catalogue, f),
            raw=lambda f: str(f.ruling.verb) if f.ruling else OPEN,
            tip=lambda f: ruling_tip(catalogue, f),
        ),
        Column("reason", tr("Why"), 40, _first_reason, tip=_reasons_tip, stretch=True),
    )


def capital(fact: str) -> str:
    """A fact as a heading."""
    return fact[:1].upper() + fact[1:]


def score_text(finding: Finding) -> str:
    """ "Weight 74", or that a person made it."""
    if finding.made_id:
        return tr("By hand")
    return tr("Weight {score}", score=round(finding.score * 100))


def score_tip(finding: Finding) -> str:
    """What the score means."""
    if finding.made_id:
        return tr("Made by hand, and therefore first")
    return tr("The higher, the more speaks for a real contradiction: an order, not yet a probability")


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


def ruling_text(catalogue: Catalogue, finding: Finding) -> str:
    """The ruling, or why there is none any more."""
    if finding.ruling:
        return catalogue(f"ruling.{finding.ruling.verb}")
    return tr("Back: {why}", why=finding.back) if finding.back else ""


def ruling_tip(catalogue: Catalogue, finding: Finding) -> str:
    """Who ruled, and the note."""
    if not finding.ruling:
        return finding.back
    said = tr("{ruling} by {who}", ruling=ruling_text(catalogue, finding), who=finding.ruling.who)
    return "\n".join(filter(None, (said, finding.ruling.note)))


def _first_reason(finding: Finding) -> str:
    return finding.reasons[0].text if finding.reasons else ""


def _reasons_tip(finding: Finding) -> str:
    return "\n".join(reason.text for reason in finding.reasons)


def _positions_tip(finding: Finding) -> str:
    lines: list[str] = []
    for position in finding.positions[:6]:
        lines += [position.value, *(tr("“{quote}”", quote=passage.text) for passage in position.passages[:3])]
    return "\n".join(lines)


def _kind_tip(catalogue: Catalogue, finding: Finding) -> str:
    word = kind_word(catalogue, finding.kind)
    return tr("{kind}, made by hand", kind=word) if finding.made_id else word


def finding_rows(findings: Sequence[Finding], columns: Sequence[Column[Finding]], lookup: Lookup) -> ListRows[Finding]:
    """Findings held in memory; their quotes, publishers and titles are searched too."""

    def also(finding: Finding) -> str:
        passages = [passage for position in finding.positions for passage in position.passages]
        about = (lookup(passage.article_id) for passage in passages)
        return "\n".join([*(p.text for p in passages), *(f"{a.publisher} {a.title}" for a in about)])

    return ListRows(findings, columns, lambda f: f.id, also=also)


class FindingsModel(RowsModel[Finding]):
    """Findings as a table."""

    def __init__(self, catalogue: Catalogue) -> None:
        columns = finding_columns(catalogue)
        super().__init__(columns, finding_rows([], columns, lambda _: PassageInfo()))
        self.dimmed = lambda f: f.ruling is not None and f.ruling.verb is Verb.dismissed
