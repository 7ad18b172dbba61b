"""A project of a million statements and 100,000 claims: what a person does with it, each within a stated time and 2 GB.

    python -m benchmarks.bench_load [ARTICLES [CLAIMS]]

Invented news (`benchmarks.invented`), 25 statements an article; a claim is a sentence of one, every second has a
verdict. Each article is a step of history, and every 100 claims are one. Each row is a process of its own, so that its
memory is its own; it ends with 1 if a row took longer, or more memory, than is stated.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.invented import News, news
from factcheck import edits, handing, searching, updating, workflow
from factcheck.edits import NewArticle
from factcheck.handing import As, Wish
from factcheck.listing import Arrangement, Listing
from factcheck.matching import Neighbours
from factcheck.model import Article, Change, Claim, Edit, PrintedDate, Verdict, Who
from factcheck.model.verdicts import Reader
from factcheck.session import Session
from factcheck.store.check import problems
from factcheck.store.project import Contents
from factcheck.text import Span

WHO = Who("Bench", "bench")
#: Megabytes that no row may exceed.
MEMORY = 2_000
#: Claims that are made in one step; edits of each sort that are timed.
_STEP, _EDITS = 100, 200


# --- the project ------------------------------------------------------------------------------------------------------


def build(path: Path, articles: int, claims: int) -> None:
    """The project, with all of its history."""
    with workflow.new_project(path, WHO) as session:
        session.reader.connection.execute("PRAGMA synchronous = OFF")  # only to be quick
        for item in news(articles):
            add(session, item)
        there = session.records.each(Article)
        each = -(-claims // articles)
        passages = islice(((a, n) for a in list(there) for n in range(each)), claims)
        while made := list(islice(passages, _STEP)):
            session.do(Edit("edit.add_claims", tuple(_claims(session, made))))


def add(session: Session, item: News) -> Article:
    """An invented article in the project."""
    date = PrintedDate(item.published, item.published)
    new = NewArticle(item.text, item.text.encode(), item.title, item.publisher, published=date, language="en")
    edit, article = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    return article


def _claims(session: Session, passages: list[tuple[Article, int]]) -> Iterator[Change]:
    for ahead, (article, n) in enumerate(passages):
        edit, claim = edits.add_claim(session.records, article.id, _sentence(session, article, n), ahead)
        yield from edit.changes
        if ahead % 2:
            words = ("The list of the harbour gives another figure.", "Two lists were compared.")
            verdict = (claim.id, Reader.first, "Bench", "five-steps", "half-true", *words, 1_900_000_000)
            yield Change(None, Verdict(f"r{claim.id[1:]}", *verdict))


def _sentence(session: Session, article: Article, n: int) -> Span:
    text = session.records.text(article.version_id)
    start = 0
    for _ in range(n + 1):
        start = text.index(". ", start) + 2
    return Span(start, text.index(".", start) + 1)


# --- what a person does -----------------------------------------------------------------------------------------------

Timed = Iterator[tuple[str, float]]


def opening(path: Path) -> Timed:
    """The file is looked at, proved and opened; then closed."""
    began = perf_counter()
    session = Session.open(path, WHO)
    yield "open", perf_counter() - began
    began = perf_counter()
    session.close()
    yield "close", perf_counter() - began


def editing(path: Path) -> Timed:
    """An article more, passages marked, verdicts given, fields typed, all of it taken back: the slowest of each."""
    with Session.open(path, WHO) as session:
        article = next(iter(session.records.each(Article)))
        some = list(islice(session.records.each(Claim), 0, None, 97))[:_EDITS]
        verbs: dict[str, Callable[[Claim], object]] = {
            "import an article": lambda claim: add(session, News(claim.id, "Paper 1", "2031-05-01", "It sank. " * 25)),
            "mark a claim": lambda claim: session.do(_marked(session, article, claim.number)),
            "give a verdict": lambda claim: session.do(edits.set_verdict(session.records, claim.id, "false", WHO)),
            "type": lambda claim: session.do(edits.edit_claim(session.records, claim.id, "topic", "river")),
            "undo": lambda _: session.undo(),
            "redo": lambda _: session.redo(),
        }
        for name, verb in verbs.items():
            yield f"{name} (slowest of {_EDITS})", max(seconds(partial(verb, claim)) for claim in some)


def _marked(session: Session, article: Article, number: int) -> Edit:
    start = number % 400
    return edits.add_claim(session.records, article.id, Span(start, start + 60))[0]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def claims_table(path: Path) -> Timed:
    """The claims as they are listed, sorted, filtered; words looked for everywhere."""
    with Session.open(path, WHO, read_only=True) as session, closing(session.listing()) as listing:
        for name, wish in _WISHES.items():
            yield name, seconds(partial(_first_page, listing, wish))
        yield "search everything", seconds(partial(searching.search, listing, "bridge collapsed"))
        yield "search what is nowhere", seconds(partial(searching.search, listing, "quite absent words"))


_WISHES = {
    "list the claims": Arrangement(),
    "sort them by wording": Arrangement(sort="wording"),
    "sort them by verdict": Arrangement(sort="verdict", descending=True),
    "filter them by words": Arrangement("mayor ki"),
}


def _first_page(listing: Listing, wish: Arrangement) -> None:
    listing.arrange(wish, dict)
    assert len(listing.ids(0, 100)) == 100


def echoing(path: Path) -> Timed:
    """Where the statements of an article stand elsewhere, among all: the index is made, and asked, and opened again."""
    from factcheck import echoes

    with Session.open(path, WHO) as session:
        article = next(iter(session.records.each(Article)))
        yield "index all statements, once", seconds(lambda: echoes.Echoes.of(session))
        began = perf_counter()
        made = echoes.Echoes.of(session)
        yield "open the index", perf_counter() - began
        yield "search all statements", seconds(lambda: echoes.elsewhere(session.records, made, article.id))


def matching_one(path: Path) -> Timed:
    """An article is imported; it is matched with those next to it."""
    items = list(news(24))
    with Session.open(path, WHO) as session:
        known = workflow.Proposals("", [], workflow.signatures(session.records))
        neighbours = Neighbours()
        for name in ("match one article, first after opening", "match one more"):
            add(session, items.pop())
            began = perf_counter()
            with session.snapshot() as state:
                made = updating.update(state, known, neighbours)
            assert made
            known = made
            yield name, perf_counter() - began


def backing_up(path: Path) -> Timed:
    """A checked copy."""
    with Session.open(path, WHO) as session:
        yield "back up", seconds(session.backup)


def checking(path: Path) -> Timed:
    """All is proved: pages, chain, replay, texts, passages."""
    began = perf_counter()
    assert list(problems(path)) == []
    yield "check", perf_counter() - began


def exporting(path: Path) -> Timed:
    """Data for other programs."""
    with Session.open(path, WHO, read_only=True) as session:
        for form in (As.json, As.csv, As.xlsx):
            target = path.with_name(f"out.{form}")
            yield f"export {form.upper()}", seconds(partial(handing.hand_over, session, target, Wish(form)))


@dataclass(frozen=True)
class Part:
    """What is measured in one process, and the seconds that each of its rows may take."""

    run: Callable[[Path], Timed]
    most: tuple[float, ...]


PARTS = {
    "open": Part(opening, (10, 5)),
    "edit": Part(editing, (0.5, 0.5, 0.5, 0.5, 0.5, 0.5)),
    "claims": Part(claims_table, (5, 5, 5, 5, 10, 20)),
    "echoes": Part(echoing, (300, 20, 15)),
    "match": Part(matching_one, (60, 15)),
    "back up": Part(backing_up, (60,)),
    "check": Part(checking, (300,)),
    "export": Part(exporting, (120, 60, 300)),
}


def used() -> float:
    """Megabytes that this process held at most."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1000


def in_part(name: str, path: Path) -> int:
    """Prints the rows of a part; how many of them took too long or too much."""
    part, worse = PARTS[name], 0
    for (what, took), most in zip(part.run(path), part.most, strict=True):
        held = used()
        over = took > most or held > MEMORY
        worse += over
        print(f"| {what} | {took:.3g} | {most:g} | {held:.0f} |{' over!' if over else ''}", flush=True)
    return worse


def main(articles: int = 40_000, claims: int = 100_000) -> int:
    """Prints a table; 1 if a row is over what is stated."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "load.factcheck"
        spent = seconds(lambda: _process("build", path, str(articles), str(claims)))
        size = path.stat().st_size / 1e6
        print(f"{25 * articles:,} statements, {claims:,} claims, {size:.0f} MB, made in {spent:.0f} s\n")
        print("| | seconds | at most | MB of the process |\n|---|---|---|---|", flush=True)
        return max([_process(name, path) for name in PARTS])


def _process(*words: object) -> int:
    return subprocess.run([sys.executable, "-m", "benchmarks.bench_load", *map(str, words)], check=False).returncode


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", path, articles, claims]:
            build(Path(path), int(articles), int(claims))
        case [name, path] if name in PARTS:
            sys.exit(bool(in_part(name, Path(path))))
        case sizes:
            sys.exit(main(*map(int, sizes)))
