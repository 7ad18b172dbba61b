"""How soon a new article's findings are seen, in a project of 200 articles and in one of 40,000: a million statements.

Invented news (`benchmarks.invented`). In the first, the time from the import to the first news of its findings is that
of the window's own feed, with its waiting, its thread and its rulings; the match of all that follows is timed apart. Of
what that finds with the new article, the share that the first news showed is given. In the second the article is
matched with its neighbours only; all others count as matched before, with no findings.

    python -m benchmarks.bench_incremental [ARTICLES [MANY]]
"""

import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PySide6.QtCore import QCoreApplication, QEventLoop

from benchmarks.invented import TOLD, News, news
from factcheck import importing, matching, updating, workflow
from factcheck.matching import successor
from factcheck.model import DISPUTED, Article, Finding, PrintedDate, Who
from factcheck.session import Session
from factcheck.ui.feed import Feed
from factcheck.ui.jobs import Jobs

#: Articles that are imported one after the other.
_NEW = 5


def add(session: Session, item: News) -> Article:
    """An invented article in the project."""
    draft = importing.pasted(item.text, item.title)
    return workflow.add(session, draft, publisher=item.publisher, published=PrintedDate(item.published, item.published))


def until(feed: Feed, done: Callable[[], bool]) -> None:
    """Lets the window's loop run until something is so after news of findings, or of matching being over."""
    loop = QEventLoop()

    def look(*_: object) -> None:
        if done():
            loop.quit()

    for news_of in (feed.changed, feed.running):
        news_of.connect(look)
    if not done():
        loop.exec()
    for news_of in (feed.changed, feed.running):
        news_of.disconnect(look)


def of(article: Article, found: list[Finding]) -> list[Finding]:
    """Disputes that quote an article."""
    return [
        f
        for f in found
        if f.kind in DISPUTED and any(q.article_id == article.id for p in f.positions for q in p.passages)
    ]


def in_window(folder: Path, count: int) -> None:
    """A project that is open, with one more article now and then."""
    with workflow.new_project(folder / "some.factcheck", Who("Bench")) as session:
        items = [*news(count + _NEW * TOLD)]
        for item in items[:count]:
            add(session, item)
        feed = Feed(Jobs())
        began, computed = perf_counter(), process_time()
        feed.open(session)
        until(feed, lambda: not feed.busy())
        print(f"{count} articles, {25 * count} statements: all matched in {perf_counter() - began:.2f} s", end="")
        print(f" ({process_time() - computed:.2f} s of computing)", end="")
        print(f", {len(feed.findings)} findings")
        session.subscribe(feed.entry)
        for item in items[TOLD // 2 : count : count // _NEW][:_NEW]:
            one_more(session, feed, item)
        feed.close()


def one_more(session: Session, feed: Feed, item: News) -> None:
    """Imports an article and waits for its findings."""
    began, computed = perf_counter(), process_time()
    other = News(item.title, "Another paper", item.published, item.text.replace("people", "persons"))
    article = add(session, other)
    until(feed, lambda: bool(of(article, feed.findings)))
    seen, computed, shown = perf_counter() - began, process_time() - computed, of(article, feed.findings)
    until(feed, lambda: not feed.busy())
    full = of(article, feed.findings)
    told = sum(successor(finding, shown) is not None for finding in full)
    print(f"  one more: first findings after {seen:.2f} s ({computed:.2f} s of computing), ", end="")
    print(f"all matched after {perf_counter() - began:.2f} s; shown first: {told} of {len(full)}")


def in_many(folder: Path, count: int) -> None:
    """One article in a project of very many."""
    items = [*news(count + 2)]
    with workflow.new_project(folder / "many.factcheck", Who("Bench")) as session:
        for item in items[:count]:
            add(session, item)
        known = workflow.Proposals("", [], workflow.signatures(session.records))
        neighbours = matching.Neighbours()
        print(f"{count} articles, {25 * count} statements")
        for what in ("the first after opening", "the next"):
            add(session, items.pop())
            began, computed = perf_counter(), process_time()
            with session.snapshot() as state:
                made = updating.update(state, known, neighbours)
            assert made is not None
            print(
                f"  {what}: {perf_counter() - began:.2f} s ({process_time() - computed:.2f} s of computing), ", end=""
            )
            print(f"{len(made.found)} findings, ", end="")
            print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
            known = made


def main(count: int = 200, many: int = 40_000) -> None:
    """Prints both."""
    QCoreApplication.instance() or QCoreApplication([])
    with TemporaryDirectory() as folder:
        in_window(Path(folder), count)
        in_many(Path(folder), many)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
