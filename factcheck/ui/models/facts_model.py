"""The facts table as a model: a row per fact, a column per article or publisher, a cell with what it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from factcheck.matching import Figure, Row, Table
from factcheck.ui.models.findings_model import PassageInfo, capital
from factcheck.ui.models.rows import ROW, Index, quoted, tooltip
from factcheck.ui.text import tr

#: Quotes that a tooltip shows.
_QUOTED = 3
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class FactColumn:
    """An article, or all articles of a publisher."""

    key: str
    name: str
    #: Date of the article, or how many articles there are.
    note: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactCell:
    """What the articles of a column give for a fact."""

    figures: tuple[Figure, ...]

    @property
    def apart(self) -> bool:
        """Whether some of it cannot agree with what most articles give."""
        return any(figure.apart for figure in self.figures)

    @property
    def values(self) -> tuple[str, ...]:
        """Each value once."""
        return tuple(dict.fromkeys(figure.value for figure in self.figures))

    @property
    def text(self) -> str:
        """ "24 dead; ≠ 38 dead"."""
        marked = {figure.value: figure.apart for figure in self.figures}
        return "; ".join(tr("≠ {value}", value=value) if marked[value] else value for value in self.values)


def columns_of(articles: Mapping[str, PassageInfo], by_publisher: bool) -> list[FactColumn]:
    """A column per article, or per publisher; articles without a publisher stand by themselves."""
    if not by_publisher:
        return [FactColumn(id, info.name, info.published, (id,)) for id, info in articles.items()]
    grouped: dict[str, list[str]] = {}
    for id, info in articles.items():
        grouped.setdefault(info.publisher or id, []).append(id)
    return [
        FactColumn(key, articles[ids[0]].name, tr("%n article(s)", len(ids)), tuple(ids))
        for key, ids in grouped.items()
    ]


def standing(row: Row) -> str:
    """How far the articles agree: "3 of 4 say 24 dead"."""
    if row.sources == 1:
        return tr("one article only")
    if row.usual:
        said = tr("{agree} of {all} say {value}", agree=row.agree, all=row.sources, value=row.usual)
        return tr("{said}, %n apart", row.apart, said=said) if row.apart else said
    return tr("%n articles, none with most", row.sources)


def as_tsv(rows: Sequence[Row], columns: Sequence[FactColumn]) -> str:
    """Lines of cells for a spreadsheet; what would be a formula there stays text."""
    lines = [[tr("Fact"), tr("Agreement"), *(f"{column.name} {column.note}".strip() for column in columns)]]
    for row in rows:
        cells = cells_of(row, columns)
        lines.append(
            [capital(row.fact), standing(row), *(cells[c.key].text if c.key in cells else "" for c in columns)]
        )
    return "\n".join("\t".join(_plain(cell) for cell in line) for line in lines) + "\n"


def _plain(cell: str) -> str:
    cell = " ".join(cell.split())
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def cells_of(row: Row, columns: Sequence[FactColumn]) -> dict[str, FactCell]:
    """The cells of a row that hold anything, by key of their column."""
    by_article: dict[str, list[Figure]] = {}
    for figure in row.figures:
        by_article.setdefault(figure.article_id, []).append(figure)
    found = {column.key: [f for id in column.articles for f in by_article.get(id, ())] for column in columns}
    return {key: FactCell(tuple(figures)) for key, figures in found.items() if figures}


class FactsModel(QAbstractTableModel):
    """Some of the rows of a table, in some order."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(())
        self.rows: Sequence[Row] = ()
        self.columns: Sequence[FactColumn] = ()
        #: Cells by id of their row, made when they are first seen.
        self._cells: dict[str, dict[str, FactCell]] = {}

    def show(self, rows: Sequence[Row], columns: Sequence[FactColumn]) -> None:
        """Other rows or columns."""
        self.beginResetModel()
        self.rows, self.columns, self._cells = rows, columns, {}
        self.endResetModel()

    def cell(self, row: int, column: int) -> FactCell | None:
        """What stands there."""
        fact = self.rows[row]
        if fact.id not in self._cells:
            self._cells[fact.id] = cells_of(fact, self.columns)
        return self._cells[fact.id].get(self.columns[column].key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text if cell else ""
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(_quotes(cell)) if cell else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(index.row(), index.column(), cell)
            case _:
                return cell if role == ROW else None

    def _told(self, row: int, column: int, cell: FactCell | None) -> str:
        where = tr("{fact}, {source}", fact=capital(self.rows[row].fact), source=self.columns[column].name)
        if cell is None:
            return tr("{where}: nothing", where=where)
        said = tr("{where}: {values}", where=where, values="; ".join(cell.values))
        return tr("{said}, apart from most", said=said) if cell.apart else said

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role == ROW:
            return self._lines(section, across)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].name if across else capital(self.rows[section].fact)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, self._lines(section, across))))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _lines(self, section: int, across: bool) -> tuple[str, str]:
        """The two lines of a head."""
        if across:
            return self.columns[section].name, self.columns[section].note
        return capital(self.rows[section].fact), standing(self.rows[section])


def _quotes(cell: FactCell) -> str:
    quotes = dict.fromkeys(figure.passage.text for figure in cell.figures)
    said = [quoted(quote) for quote in [*quotes][:_QUOTED]]
    return "\n".join([*said, tr("Apart from what most articles give")] if cell.apart else said)
