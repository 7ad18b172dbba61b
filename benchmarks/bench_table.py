"""The claims table at any size, against a list, QSqlTableModel, QSortFilterProxyModel and LIKE.

The claims are invented. They are laid into the file as rows, and what they are sorted and searched by is made when it
is opened. Memory is what a process of its own holds for each, beyond what it held with an empty table.

    python -m benchmarks.bench_table [CLAIMS]
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.invented import Language
from factcheck import edits
from factcheck.i18n import Catalogue
from factcheck.listing import Arrangement, Listing
from factcheck.model import Claim, Rating, Scale, Status, Who
from factcheck.session import Session
from factcheck.ui import present
from factcheck.ui.models.claim_pages import PAGE, ClaimPages
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import ClaimRow, ClaimsModel, claim_rows
from factcheck.ui.views.claims_table import ClaimsTable

WHO = Who("Bench")
SCALE = Scale("s", "Scale", (Rating("true", "True", number=2.0), Rating("false", "False", number=1.0)))
FEW, SORTED = 1_000, 100_000


def claims(count: int) -> Iterator[Claim]:
    """Invented claims of 500 people on 50 topics."""
    language = Language(7, 50_000)
    statements = [language.statement() for _ in range(20_000)]
    statuses = list(Status)
    for n in range(count):
        chance = language.rng.randrange(20_000)
        wording = f"{statements[chance]} {language.words[n % 50_000]}"
        topic, who = language.words[chance % 50], language.words[chance % 500].title()
        due = f"2031-{n % 12 + 1:02}-01" if n % 500 == 0 else ""
        status = statuses[chance % len(statuses)]
        yield Claim(f"c{n:08}", wording, n + 1, who, topic=topic, status=status, deadline=due, created=1)


def project(folder: Path, count: int) -> Path:
    """A project with so many claims."""
    path = folder / f"{count}.factcheck"
    Session.create(path, edits.create_project("Bench", [SCALE], SCALE.id), WHO).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(claims)")]
        rows = ([int(v) if isinstance(v := getattr(c, n), bool) else v for n in columns] for c in claims(count))
        connection.executemany(f"INSERT INTO claims VALUES ({', '.join('?' * len(columns))})", rows)
        connection.execute("DELETE FROM derived_state WHERE key = 'claims'")
    Session.open(path, WHO).close()
    return path


def clocked(work: Callable[[], object], times: int = 5) -> float:
    """Seconds, the least of several."""
    spent = []
    for _ in range(times):
        began = perf_counter()
        work()
        spent.append(perf_counter() - began)
    return min(spent)


def pages(listing: Listing) -> ClaimPages:
    """The rows as the window makes them."""
    touching = present.Touching([])
    return ClaimPages(listing, lambda ids: present.claim_rows(listing.state, ids, touching), dict)


def painted(widget: QWidget) -> None:
    """All of a widget is laid out and drawn."""
    widget.resize(1400, 700)
    widget.grab()


def first_paints(*paths: Path) -> list[float]:
    """From an open project to a table that is drawn, of each project by turns: what else the machine does hits all."""

    def work(session: Session) -> None:
        with closing(session.listing()) as listing:
            table = ClaimsTable(Catalogue())
            table.set_rows(pages(listing))
            painted(table)
            table.set_rows(claim_rows([], ()))

    with ExitStack() as stack:
        sessions = [stack.enter_context(Session.open(path, WHO, read_only=True)) for path in paths]
        rounds = [[clocked(partial(work, session), 1) for session in sessions] for _ in range(15)]
    return [min(times) for times in zip(*rounds, strict=True)]


def first_paint_of_list(path: Path) -> float:
    """The same with all claims read into a list first."""
    with Session.open(path, WHO, read_only=True) as session:

        def work() -> None:
            table = ClaimsTable(Catalogue())
            table.set_rows(all_rows(session))
            painted(table)

        return clocked(work, 1)


def all_rows(session: Session) -> list[ClaimRow]:
    """All claims as rows in memory; none has anything that would have to be looked up."""
    return [ClaimRow(claim, "", "", None, 0, 0, 0) for claim in session.records.each(Claim)]


def filtering(path: Path, text: str) -> Iterator[tuple[str, float, float]]:
    """Seconds of a filter by the beginnings of words and of LIKE: until it is known how many are left and the first
    page is there, and until all of them are.
    """
    like = "wording LIKE ? OR claimant LIKE ? OR topic LIKE ?"
    counted = f"SELECT count(*) FROM claims WHERE {like}"
    listed = f"SELECT id FROM claims WHERE {like} ORDER BY number"
    values = [f"%{text}%"] * 3
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        ask = session.reader.connection.execute

        def first() -> None:
            listing.arrange(Arrangement(text), dict)
            assert len(listing.ids(0, PAGE)) == min(PAGE, len(listing))

        def last() -> None:
            listing.arrange(Arrangement(text), dict)
            listing.ids(len(listing) - PAGE, PAGE)

        def middle() -> None:
            listing.arrange(Arrangement(text), dict)
            listing.ids(len(listing) // 2, PAGE)

        def in_groups() -> None:
            listing.arrange(Arrangement(text, group="claimant"), dict)
            listing.ids(0, PAGE)

        def first_by_like() -> None:
            ask(counted, values).fetchall()
            ask(f"{listed} LIMIT {PAGE}", values).fetchall()

        ours, theirs = clocked(first), clocked(first_by_like, 3)
        yield f"filter “{text}”, {len(listing):,} left: count and first page, against LIKE", ours, theirs
        whole = clocked(lambda: ask(listed, values).fetchall(), 3)
        yield f"filter “{text}”: to the last page, against LIKE", clocked(last), whole
        yield f"filter “{text}”: to a page between, against LIKE", clocked(middle), whole
        groups = f"SELECT claimant, count(*) FROM claims WHERE {like} GROUP BY claimant"
        theirs = clocked(lambda: ask(groups, values).fetchall(), 3)
        yield f"filter “{text}”, in groups by claimant, against LIKE", clocked(in_groups), theirs


def ordering(path: Path) -> Iterator[tuple[str, float, float]]:
    """Seconds until a page is there in an order that no index has, against a list of all in that order."""
    overdue = "ORDER BY CASE WHEN deadline LIKE '2___-%' THEN deadline ELSE '~' END, number"
    disputes = "ORDER BY CASE WHEN number % 400 = 1 THEN 1 ELSE 0 END DESC, number DESC"
    found = {f"c{n:08}": 1 for n in range(0, 1_000_000, 400)}
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        ask = session.reader.connection.execute

        def work(at: float, **arranged: Any) -> None:
            listing.arrange(Arrangement(today="2033-01-01", **arranged), lambda: found)
            listing.ids(int(at * (len(listing) - PAGE)), PAGE)

        for key, order in (("overdue", overdue), ("contradictions", disputes)):
            theirs = clocked(lambda: ask(f"SELECT id FROM claims {order}").fetchall(), 1)  # noqa: B023 - called at once
            arranged = {"sort": key, "descending": key == "contradictions"}
            for where, at in (("first page", 0.0), ("a page between", 0.5)):
                yield f"sort by {key}: {where}, against ORDER BY", clocked(partial(work, at, **arranged)), theirs


def grouping(path: Path) -> float:
    """Seconds until a hundred thousand or more claims stand in groups, with the count of each and the first page."""
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        rows = pages(listing)

        def work() -> None:
            rows.arrange(Arrangement(group="claimant"))
            assert rows.heading(0)
            assert rows[1].claim.wording

        return clocked(work)


def sorting(path: Path) -> tuple[float, float]:
    """Seconds until the first page stands in another order, ours and QSortFilterProxyModel's."""
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        rows = pages(listing)

        def ours() -> None:
            rows.arrange(Arrangement(sort="wording"))
            assert rows[0].claim.wording

        quick = clocked(ours)
        model = ClaimsModel(Catalogue())
        model.update(claim_rows(all_rows(session), model.columns))
        proxy = QSortFilterProxyModel()
        proxy.setSourceModel(model)
        place = [column.key for column in model.columns].index("wording")
        return quick, clocked(lambda: proxy.sort(place), 1)


# --- memory -----------------------------------------------------------------------------------------------------------


def held() -> float:
    """MB that the process has in memory now."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(rollup.split("Rss:")[1].split()[0]) / 1024


@contextmanager
def through_ours(path: Path) -> Iterator[None]:
    """The table painted, scrolled from end to end in steps, sorted, filtered and put into groups."""
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        table = ClaimsTable(Catalogue())
        table.set_rows(pages(listing))
        painted(table)
        bar = table.table.verticalScrollBar()
        for step in range(200):
            bar.setValue(bar.maximum() * step // 199)
            table.table.viewport().grab()
        table.table.sortByColumn(3, table.table.horizontalHeader().sortIndicatorOrder())
        table.set_filter(ClaimsFilter("ba", group="claimant"))
        table.grab()
        yield
        table.set_rows(claim_rows([], ()))


@contextmanager
def through_sql_model(path: Path) -> Iterator[None]:
    """QSqlTableModel, fetched to its end as its sort and its scroll bar need it."""
    base = QSqlDatabase.addDatabase("QSQLITE", "bench")
    base.setDatabaseName(str(path))
    assert base.open()
    model = QSqlTableModel(None, base)
    model.setTable("claims")
    model.select()
    while model.canFetchMore():
        model.fetchMore()
    view = QTableView()
    view.setModel(model)
    painted(view)
    yield


def memory(path: Path, which: str) -> float:
    """MB that a process of its own takes for the claims."""
    command = [sys.executable, "-m", "benchmarks.bench_table", which, str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measured(work: Callable[[Path], AbstractContextManager[None]], path: Path) -> None:
    """Prints what a piece of work holds beyond an empty table."""
    empty = ClaimsTable(Catalogue())
    painted(empty)
    before = held()
    with work(path):
        print(held() - before)


def main(count: int) -> None:
    with TemporaryDirectory() as place:
        few, many, middle = (project(Path(place), n) for n in (FEW, count, SORTED))
        report(few, many, middle, count)


def report(few: Path, many: Path, middle: Path, count: int) -> None:
    """A table of all figures."""
    small, large = first_paints(few, many)
    listed = first_paint_of_list(many)
    print("| what | ours | peer | ratio |\n|---|---|---|---|")
    print(f"| first paint of {count:,} claims, against {FEW:,} | {large:.3f} s | {small:.3f} s | {large / small:.2f} |")
    print(f"| first paint, against a list of all | {large:.3f} s | {listed:.2f} s | {listed / large:.0f} |")
    ours, theirs = memory(many, "ours"), memory(many, "sql")
    print(f"| memory held, against QSqlTableModel | {ours:.0f} MB | {theirs:.0f} MB | {theirs / max(ours, 1):.1f} |")
    for text in ("trai", "ba"):
        for what, quick, like in filtering(many, text):
            print(f"| {what} | {quick:.4f} s | {like:.3f} s | {like / quick:.1f} |")
    for what, ours, theirs in ordering(many):
        print(f"| {what} | {ours:.4f} s | {theirs:.3f} s | {theirs / ours:.1f} |")
    less, more = grouping(middle), grouping(many)
    print(f"| groups by claimant, against {SORTED:,} | {more:.3f} s | {less:.3f} s | {more / less:.1f} |")
    quick, proxy = sorting(middle)
    print(
        f"| sort of {SORTED:,}, against QSortFilterProxyModel | {quick:.4f} s | {proxy:.2f} s | {proxy / quick:.0f} |"
    )


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    works = {"ours": partial(measured, through_ours), "sql": partial(measured, through_sql_model)}
    if len(sys.argv) > 2:
        works[sys.argv[1]](Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
