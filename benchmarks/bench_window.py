"""How long the window keeps a person waiting while much is done, and by each thing that a person does.

    python -m benchmarks.bench_window [--why] [--project PATH] [PART …]

A timer on the GUI thread should ring every 5 ms. The longest gap between two rings is the longest wait; the *own* time
is what the GUI thread itself worked in one gap, which other programs on the machine hardly lengthen. The project is
invented: 200 articles, 9,600 claims, some 2,400 findings. While long work is under way a person scrolls and goes
through claims and findings; *alone* is the own time of gaps in which they did not. Peer of long work: the same called
plainly in the GUI thread, as without any jobs.
Peer of an act: making all that the window shows anew. `--why` looks at what the thread is at whenever a ring is late,
which makes it a little later. `--project` keeps the project, or takes the one that was kept.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.bench_load import WHO, _claims, add
from benchmarks.invented import News, news
from benchmarks.watching import Waits, Watch
from benchmarks.why import Why
from factcheck import bulk, handing, importing, intake, receiving, settings, workflow
from factcheck.handing import As, Wish
from factcheck.model import Article, Claim, Edit
from factcheck.session import Session
from factcheck.ui import theme
from factcheck.ui.housekeeping import Housekeeping
from factcheck.ui.main_window import MainWindow

ARTICLES, PER_ARTICLE, FILES, ROWS, MANY = 200, 48, 120, 10_000, 1_000
#: Claims that become one, and steps that are taken back at once.
MERGED, BACK = 8, 12
#: Milliseconds that no wait may exceed.
MOST = 50


def build(path: Path) -> None:
    """The project, matched."""
    with workflow.new_project(path, WHO) as session:
        session.reader.connection.execute("PRAGMA synchronous = OFF")  # only to be quick
        told = news(2 * ARTICLES)
        for one, two in zip(told, told, strict=True):
            add(session, News(one.title, one.publisher, one.published, f"{one.text}\n\n{two.text}"))
        passages = ((a, n) for a in list(session.records.each(Article)) for n in range(PER_ARTICLE))
        while made := list(islice(passages, 100)):
            session.do(Edit("edit.add_claims", tuple(_claims(session, made))))
        workflow.keep(session, workflow.propose(session.records))


@dataclass
class Desk:
    """A window on the project, and who works at it."""

    window: MainWindow
    watch: Watch
    folder: Path
    path: Path
    why: Why | None = None
    turn: int = 0

    def quiet(self) -> bool:
        """Whether nothing is under way or about to be."""
        bench = self.window.bench
        adding = self.window.queueing.adding.busy or self.window.queueing.reading.busy
        return not (bench.jobs.running() or bench.feed.busy() or adding or bench.large.busy or bench.large.held)

    def look_about(self) -> None:
        """What a person does while something is under way: one small thing after the other."""
        bench = self.window.bench
        if bench.project is None or QApplication.activeModalWidget():
            return
        self.turn += 1
        match self.turn % 3:
            case 0:
                bench.findings.step(1)
            case 1:
                bar = bench.desk.panes()[0].text.verticalScrollBar()
                bar.setValue((self.turn * 3) % (bar.maximum() + 1))
            case _:
                table = bench.claims.table
                table.selectRow(self.turn % max(1, table.model().rowCount()))

    def measured(self, act: Callable[[], object], person: bool = True) -> Waits:
        """The waits from an act until all is quiet again."""
        meanwhile = self.look_about if person else lambda: None
        with self.why.looking() if self.why else nullcontext():
            return self.watch.over(act, self.quiet, meanwhile)


def _loop() -> None:
    """Some 5 ms on a machine left alone: what the other rows are to be divided by elsewhere."""
    number = 0
    for step in range(100_000):
        number += step


Row = tuple[str, Waits, Waits | None]


def tell(row: Row, peer: Waits | None, why: Why | None) -> None:
    """One line of the table."""
    what, waits, own_peer = row
    against = own_peer or peer
    longest = waits.longest
    ratio = f"{1000 * against.longest.wall:.0f} | {against.longest.wall / longest.wall:.1f}" if against else " | "
    spent = [f"{1000 * each:.0f}" for each in (longest.wall, waits.most_own, waits.most_alone, waits.share(0.99))]
    over = " over" if 1000 * waits.most_own > MOST else ""
    print(f"| {what} | {' | '.join(spent)} | {waits.took:.1f} | {ratio} |{over}", flush=True)
    if why:
        why.tell()


# --- long work --------------------------------------------------------------------------------------------------------


def opening(desk: Desk) -> Iterator[Row]:
    """The project is opened, its findings are known."""
    yield "open the project", desk.measured(lambda: desk.window.projects.open(desk.path), person=False), None


def matching(desk: Desk) -> Iterator[Row]:
    """All articles are compared; then one more comes."""
    bench = desk.window.bench
    plain = desk.measured(lambda: workflow.propose(bench.session.records), person=False)
    yield "compare all articles", desk.measured(bench.feed.match), plain
    more = list(news(24))[-1]
    yield "one more article", desk.measured(lambda: add(bench.session, more)), plain


def files(desk: Desk) -> Iterator[Row]:
    """Many files through the queue; then all of them are added."""
    bench, queueing, place = desk.window.bench, desk.window.queueing, desk.folder / "files"
    place.mkdir()
    for number, item in enumerate(islice(news(ARTICLES + FILES), ARTICLES, None)):
        (place / f"{number}.txt").write_text(f"{item.title}\n\n{item.text}", encoding="utf-8")
    paths = sorted(place.iterdir())
    plain = desk.measured(lambda: list(importing.read_all(paths)), person=False)
    yield f"read {FILES} files", desk.measured(lambda: queueing.take(paths)), plain
    rows = queueing.queue.chosen()
    drafts = [row.draft for row in rows if row.draft]
    with workflow.new_project(desk.folder / "plain.factcheck", WHO) as other:
        into = receiving.Import(other, intake.Shelf(other.reader), len(drafts))
        plain = desk.measured(lambda: [into.add(draft) for draft in drafts], person=False)
    yield "add and compare them", desk.measured(lambda: queueing.add(rows)), plain
    assert len(rows) == FILES == len(drafts)
    yield "undo that", desk.measured(desk.window.history.undo), plain
    assert bench.project is not None


def claims(desk: Desk) -> Iterator[Row]:
    """Claims out of a table."""
    path = desk.folder / "claims.csv"
    lines = (f'"Claim {n}: {item.title}",{item.publisher}' for n, item in enumerate(news(ROWS)))
    path.write_text("\n".join(["claim,claimant", *lines]), encoding="utf-8")
    with workflow.new_project(desk.folder / "other.factcheck", WHO) as other:
        plain = desk.measured(lambda: _all_claims(other, path), person=False)
    before = desk.window.bench.state.count(Claim)
    yield f"{ROWS:,} claims from a table", desk.measured(lambda: _through_dialog(desk, path)), plain
    assert desk.window.bench.state.count(Claim) == before + ROWS, "they are made"
    yield "undo that", desk.measured(desk.window.history.undo), plain


def _all_claims(session: Session, path: Path) -> None:
    table = importing.read_table(path)
    bulk.import_claims(session, bulk.planned(bulk.known(session.records), table, bulk.mapping(table)))


def _through_dialog(desk: Desk, path: Path) -> None:
    """The table is read, looked at, and accepted."""
    desk.watch.answer = QDialog.accept
    desk.window.bulk.read_table(path)


def exports(desk: Desk) -> Iterator[Row]:
    """Everything as files."""
    bench = desk.window.bench
    for form in (As.csv, As.xlsx, As.json):
        mine, plain = desk.folder / f"mine.{form}", desk.folder / f"plain.{form}"
        known = bench.feed.proposals
        peer = desk.measured(
            partial(handing.hand_over, bench.session, plain, Wish(form), lambda *_: None, known), person=False
        )
        yield f"export {form.upper()}", desk.measured(partial(desk.window.handing.write, mine, Wish(form))), peer
    for suffix in ("pdf", "docx"):
        target = desk.folder / f"mine.{suffix}"
        waits = desk.measured(partial(desk.window.projects.write, target))
        assert target.exists(), "the report is written"
        yield f"report as {suffix.upper()}", waits, None


# --- what a person does -----------------------------------------------------------------------------------------------


def acts(desk: Desk) -> Iterator[Row]:
    """One act after the other, each until all is quiet."""
    window, bench = desk.window, desk.window.bench
    ids = [claim.id for claim in islice(bench.state.each(Claim), MANY)]
    article = next(iter(bench.state.each(Article)))
    found = [finding.id for finding in bench.feed.findings[:3]]
    works: dict[str, Callable[[], object]] = {
        "choose a finding": partial(window.finding_wishes.choose, found[0]),
        "rule on it": partial(window.finding_wishes.rule, found[0], "confirmed"),
        "undo the ruling": window.history.undo,
        "choose a claim": partial(window.claim_wishes.choose, ids[7]),
        "give a verdict": partial(window.claim_wishes.rate_by_digit, ids[7], 2),
        "undo the verdict": window.history.undo,
        "redo the verdict": window.history.redo,
        "mark a claim": partial(window.claim_wishes.mark_words, article.id, 3, 40),
        "type a field": partial(window.claim_wishes.write, ids[7], "topic", "river"),
        "withdraw a claim": partial(window.claim_wishes.withdraw, [ids[9]]),
        f"topic of {MANY:,} claims": partial(window.claim_wishes.set_field, ids, "topic", "harbour"),
        "undo that": window.history.undo,
        "filter the claims": partial(bench.claims.filter_field.setText, "mayor"),
        "lift the filter": partial(bench.claims.filter_field.setText, ""),
        "filter the findings": partial(bench.findings.filter_field.setText, "mayor"),
        "lift that filter": partial(bench.findings.filter_field.setText, ""),
        "retitle an article": partial(_retitle, window, article.id),
        "withdraw an article": partial(window.article_wishes.withdraw, article.id),
        "undo the withdrawal": window.history.undo,
        f"merge {MERGED} claims": partial(window.joining.merge_selected, ids[20 : 20 + MERGED]),
        f"go {BACK} steps back": partial(window.history.go, BACK),
        "bring them back": partial(window.history.go, -BACK),
        "the dark theme": partial(theme.appearance().choose, "dark"),
        "the light one": partial(theme.appearance().choose, "light"),
    }
    for name, work in works.items():
        if name.startswith("go "):
            _a_few_steps(window, ids)
        yield name, desk.measured(work, person=False), None


def _a_few_steps(window: MainWindow, ids: list[str]) -> None:
    """So much that is to be taken back: fields, verdicts, rulings."""
    for number in range(BACK // 2):
        window.claim_wishes.set_field(ids[30 + number : 32 + number], "topic", f"topic {number}")
        window.claim_wishes.rate_by_digit(ids[40 + number], 1)


def _retitle(window: MainWindow, article_id: str) -> None:
    from factcheck import edits

    window.bench.do(lambda state: edits.edit_article(state, article_id, title="Another title"))


#: What asks for nothing that could be looked at, or ends what is measured.
_PASSED = {"quit", "close_project", "open_sample", "second_window", "match", "undo", "redo", "print", "archive"}


def doors(desk: Desk) -> Iterator[Row]:
    """Each action of the menus, whatever it opens; closed again as soon as it was seen."""
    window = desk.window
    ids = [claim.id for claim in islice(window.bench.state.each(Claim), 3)]
    window.claim_wishes.choose(ids[0])
    changing = {"withdraw", "clear", "remove", "duplicate", "confirm", "dismiss", "scope", "withhold", "seal", "claim"}
    for key, action in window.actions_by_key.items():
        if key in _PASSED or key.partition("_")[0] in changing or not action.isEnabled():
            continue
        yield f"“{action.text().replace('&', '')}”", desk.measured(action.trigger, person=False), None


PARTS: dict[str, Callable[[Desk], Iterator[Row]]] = {
    "open": opening,
    "acts": acts,
    "doors": doors,
    "match": matching,
    "files": files,
    "claims": claims,
    "exports": exports,
}


def _project(folder: Path, kept: Path | None) -> Path:
    """The project, made unless it was kept."""
    path = folder / "big.factcheck"
    if kept and kept.exists():
        shutil.copy(kept, path)
        return path
    build(path)
    if kept:
        shutil.copy(path, kept)
    return path


def main(wanted: list[str], with_why: bool = False, kept: Path | None = None) -> None:
    """Prints a table of the parts that are wanted, all if none are named."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), place))
        path = _project(folder, kept)
        app = QApplication(sys.argv[:1])
        theme.appearance().choose("light")
        window = MainWindow(settings.Settings(name=WHO.name, id=WHO.id, appearance="light"))
        window.resize(1600, 1000)
        window.show()
        Housekeeping(app).begin()
        watch = Watch()
        desk = Desk(window, watch, folder, path, Why(watch.late) if with_why else None)
        print(
            "| | longest ms | own ms | alone ms | 99 % | s in all | peer ms | times |\n" + 8 * "|---" + "|", flush=True
        )
        tell(("a loop of 100,000 additions", desk.measured(_loop, person=False), None), None, desk.why)
        for row in opening(desk):
            tell(row, None, desk.why)
        anew = desk.measured(window.presenter.open, person=False)
        tell(("everything shown anew", anew, None), None, desk.why)
        for name in wanted or [part for part in PARTS if part != "open"]:
            for row in PARTS[name](desk):
                tell(row, anew, desk.why)
        window.close()
        app.processEvents()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How long the window keeps a person waiting.")
    parser.add_argument("--why", action="store_true", help="tell what the thread is at whenever it is late")
    parser.add_argument("--project", type=Path, help="where the project is kept for the next run")
    parser.add_argument("part", nargs="*", choices=[[], *PARTS])
    given = parser.parse_args()
    main(given.part, given.why, given.project)
