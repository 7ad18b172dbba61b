"""Tables over rows that are records: columns are declared, and what is shown in which order is the rows' own affair."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.listing import Arrangement
from factcheck.text import between_marks
from factcheck.ui import theme
from factcheck.ui.models.sections import Heading
from factcheck.ui.text import tr

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Index = QModelIndex | QPersistentModelIndex

#: The row itself, for delegates and views; and, where it is one, the heading over a group.
ROW = int(Qt.ItemDataRole.UserRole)
HEADING = ROW + 1


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it shows of a row, and how it sorts."""

    key: str
    title: str
    #: In widths of the letter "0"; wider where its longest text needs it.
    width: int
    value: Callable[[R], str]
    #: What it sorts by; its text, if not given.
    order: Callable[[R], Any] | None = None
    #: What is filtered by exactly, as in `Arrangement.only`.
    raw: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    #: Its longest usual texts, none of which is cut.
    texts: Sequence[str] = ()
    #: Numbers stand at the end of their column.
    at_end: bool = False
    #: Takes a share of the room that is left.
    stretch: bool = False
    #: Not seen until a person asks for it.
    hidden: bool = False
    #: Can be edited in place.
    editable: bool = False


class Rows(Protocol[R_co]):
    """The rows as they are arranged now. A list does for thousands; pages from a database for a million."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> R_co: ...

    def total(self) -> int:
        """How many there are without any filter."""
        ...

    def count(self) -> int:
        """How many rows pass the filter; headings are none, and rows of closed groups count too."""
        ...

    def heading(self, index: int, /) -> Heading | None:
        """What stands over a group in this row; None where it is a row like others."""
        ...

    def find(self, id: str) -> int:
        """Place of the row with this id, -1 if it is not shown."""
        ...

    def id_at(self, index: int) -> str:
        """Id of a row."""
        ...

    def ids(self) -> Sequence[str]:
        """Ids of all rows that pass the filter, in order."""
        ...

    def ids_at(self, places: Sequence[int]) -> Sequence[str]:
        """Ids of rows in these places, from the top; "" for headings."""
        ...

    def arrange(self, arrangement: Arrangement) -> None:
        """Filter and sort anew."""
        ...


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows rows in declared columns."""

    def __init__(self, columns: Sequence[Column[R]], rows: Rows[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows = rows
        self.arrangement = Arrangement()
        #: Which rows stand back, in quieter letters.
        self.dimmed: Callable[[R], bool] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        editable = index.isValid() and self.columns[index.column()].editable
        if not editable or index.row() >= len(self.rows) or self.rows.heading(index.row()):
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if heading := self.rows.heading(index.row()):
            return self.heading_data(heading, role)
        return self.row_data(self.rows[index.row()], self.columns[index.column()], role)

    def row_data(self, row: R, column: Column[R], role: int) -> Any:
        """What is said of a row in a column."""
        answer: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer = column.value(row).replace("\n", " ")
            case Qt.ItemDataRole.ToolTipRole:
                answer = tooltip((column.tip or column.value)(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = f"{column.title}: {column.value(row)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.at_end else Qt.AlignmentFlag.AlignLeft
                answer = side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if self.dimmed and self.dimmed(row):
                answer = theme.current().colour("muted")
            case _ if role == ROW:
                answer = row
        return answer

    def heading_data(self, heading: Heading, role: int) -> Any:
        """What is said of a heading, the same in all columns."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading.name
        return heading if role == HEADING else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].at_end:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def arrange(self, arrangement: Arrangement) -> None:
        """Filter and sort anew."""
        self.beginResetModel()
        self.arrangement = arrangement
        self.rows.arrange(arrangement)
        self.endResetModel()

    def replace(self, rows: Rows[R]) -> None:
        """Show these rows, arranged as before, whatever was shown until now."""
        self.beginResetModel()
        rows.arrange(self.arrangement)
        self.rows = rows
        self.endResetModel()

    def renew(self, renew: Callable[[], None]) -> None:
        """The same rows, which `renew` brings up to date; what they were is not looked at again."""
        before = len(self.rows)
        renew()
        if len(self.rows) != before:
            self.beginResetModel()
            self.endResetModel()
        elif before:
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(self.columns) - 1))

    def update(self, rows: Rows[R]) -> None:
        """Show these rows, arranged as before; only what differs is announced as changed."""
        rows.arrange(self.arrangement)
        old, new = _ids(self.rows), _ids(rows)
        start, end = _same_ends(old, new) if old != new else (len(new), 0)
        if start + end == len(old) < len(new):
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self.rows = rows
            self.endInsertRows()
        elif start + end == len(new) < len(old):
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            self.rows = rows
            self.endRemoveRows()
        elif old != new:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))


def _ids(rows: Rows[Any]) -> Sequence[str]:
    """Those of all rows, of headings too."""
    grouped = len(rows) and rows.heading(0)
    return [rows.id_at(place) for place in range(len(rows))] if grouped else rows.ids()


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many items are the same from the start, and how many of the rest from the end."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return start, end


def quoted(quote: str) -> str:
    """Words of somebody in quotation marks."""
    return tr("“{quote}”", quote=between_marks(quote))


def tooltip(text: str) -> str:
    """A tooltip that shows data as it is, wrapped; "" for none."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""
