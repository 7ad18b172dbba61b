"""How quick a long report is previewed and verified: built, drawn, compared byte for byte, and page by page.

Against pypdfium2's own drawing of the same page, and pypdf's reading of all pages' text, in the same run.

    python -m benchmarks.bench_preview [CLAIMS]
"""

import resource
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

import pypdf
import pypdfium2

from factcheck import edits, previewing, publishing, reporting, verifying, workflow
from factcheck.edits import NewArticle
from factcheck.model import Link, Stance, Who
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.text import Span

WHO = Who("Bench")
SENTENCE = "The flood of the river Orm took {:04} houses away in the night, the mayor of Lunde said on Tuesday. "
WORDS = {
    "summary": "It was looked at, and it is not so. " * 4,
    "rationale": "The county's list says otherwise [1]. " * 25,
}
T = TypeVar("T")


def project(path: Path, claims: int) -> Session:
    """One article, and a claim with verdict and evidence for each of its sentences."""
    session = workflow.new_project(path, WHO, "Bench")
    text = "".join(SENTENCE.format(n) for n in range(claims))
    new, length = NewArticle(text, text.encode(), "Daily", "The Daily"), len(SENTENCE.format(0))
    edit, article = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    for n in range(claims):
        edit, claim = edits.add_claim(session.records, article.id, Span(n * length, (n + 1) * length - 1))
        session.do(edit)
        session.do(edits.set_verdict(session.records, claim.id, "false", WHO, words=WORDS))
        link = Link("https://lunde.example/list", "The list", "Lunde")
        session.do(edits.add_evidence(session.records, claim.id, link, Stance.refutes)[0])
    return session


def timed(what: str, work: Callable[[], T]) -> T:
    """Does it and prints the seconds."""
    began = perf_counter()
    made = work()
    print(f"{what:<58}{perf_counter() - began:>8.2f} s")
    return made


def drawn_bare(data: bytes) -> object:
    """The first page by pypdfium2 alone."""
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=1.4)


def main(claims: int) -> None:
    """Prints the table."""
    with TemporaryDirectory() as folder, project(Path(folder) / "p.factcheck", claims) as session:
        options, path = reporting.ReportOptions(), Path(folder) / "report.pdf"
        known = timed("articles matched", lambda: workflow.propose(session.reader))
        preview = timed("preview built", lambda: previewing.make(session.reader, options, known))
        timed("first page drawn", lambda: next(previewing.pictures(preview, [0], 1.4)))
        timed("first page drawn, pypdfium2 alone", lambda: drawn_bare(preview.data))
        found = workflow.ruled(session.reader, known.found)
        report = publishing.report(session.reader, found, options, now=session.reader.changed())
        reporting.write_report(report, path)
        same = timed("verified, byte for byte", lambda: verifying.verify(path, session.reader))
        pypdf.PdfWriter(clone_from=path).write(path)
        again = timed("verified, page by page", lambda: verifying.verify(path, session.reader))
        timed("all words read, pypdf alone", lambda: [page.extract_text() for page in pypdf.PdfReader(path).pages])
        assert same.identical
        assert again.holds
    print(f"{len(preview.sizes)} pages; most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 450)
