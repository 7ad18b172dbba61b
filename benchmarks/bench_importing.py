"""What reading costs: PDF text against bare pypdfium2, many files with two workers against one, and memory on the way.

The PDF is written for the occasion. Ours and the bare library read it in turns in this process; ours puts lines back
into paragraphs, finds running heads and takes the metadata besides. The mixed files are the samples of the tests and
invented pages, each a file of its own. Memory is that of this process and its children together, between files.

    python -m benchmarks.bench_importing [FILES]
"""

import io
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.pages import pages
from factcheck.importing import read_all
from factcheck.importing.draft import Input
from factcheck.importing.pdf import extract

SAMPLES = Path(__file__).parent.parent / "tests" / "data" / "formats"
MB = 1024 * 1024
PAGES, ROUNDS = 120, 15


def report(count: int) -> bytes:
    """A PDF of prose with a head and a foot on each page."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    held = io.BytesIO()
    page = Canvas(held, invariant=1)
    style = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13)
    words = [paragraph for made in pages() for paragraph in made.wanted if paragraph.isascii() and len(paragraph) > 80]
    for number in range(count):
        page.drawString(72, 810, "Papers of the inquiry")
        top = 790.0
        for paragraph in (Paragraph(words[(number * 7 + at) % len(words)], style) for at in range(9)):
            _, height = paragraph.wrap(450, 700)
            paragraph.drawOn(page, 72, top - height)
            top -= height + 8
        page.drawString(280, 30, f"Page {number + 1}")
        page.showPage()
    page.save()
    return held.getvalue()


def bare(data: bytes) -> int:
    """The characters of all pages, by the library alone."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
    return sum(map(len, texts))


def compare_pdf() -> None:
    """The best of rounds in turns: what else runs on the machine only ever adds."""
    data = report(PAGES)
    spent: dict[str, list[float]] = {"ours": [], "bare": []}
    extract(Input(data, "a.pdf")), bare(data)  # both are loaded
    for _ in range(ROUNDS):
        for name, read in (("ours", lambda: extract(Input(data, "a.pdf"))), ("bare", lambda: bare(data))):
            began = perf_counter()
            read()
            spent[name].append(perf_counter() - began)
    ours, theirs = (min(spent[name]) * 1000 for name in ("ours", "bare"))
    print(f"PDF of {PAGES} pages: ours {ours:.0f} ms, bare pypdfium2 {theirs:.0f} ms, ratio {ours / theirs:.2f}")


def mixed(folder: Path, count: int) -> list[Path]:
    """Files of all formats, no two alike in name."""
    samples = [path for path in sorted(SAMPLES.iterdir()) if path.is_file()]
    sources = [(path.name, path.read_bytes()) for path in samples]
    sources += [(f"{page.name.replace(' ', '-')}.html", page.html.encode()) for page in pages()]
    made = []
    for number in range(count):
        name, data = sources[number % len(sources)]
        made.append(folder / f"{number:04}-{name}")
        made[-1].write_bytes(data)
    return made


def import_all(files: list[Path], workers: int) -> tuple[float, list[int]]:
    """Seconds, and memory after each tenth of the files."""
    began, memory = perf_counter(), []
    for number, _ in enumerate(read_all(files, workers=workers), 1):
        if number % (len(files) // 10) == 0:
            memory.append(sum(_resident()))
    return perf_counter() - began, memory


def _resident() -> Iterator[int]:
    """Bytes in memory of this process and its children."""
    tasks = Path("/proc/self/task")
    children: set[str] = set()
    for task in tasks.iterdir():
        with suppress(OSError):  # a thread that ended meanwhile
            children.update((task / "children").read_text().split())
    for number in ("self", *children):
        try:
            held = Path("/proc", number, "status").read_text(encoding="ascii")
        except OSError:  # ended meanwhile
            continue
        yield next((int(line.split()[1]) * 1024 for line in held.splitlines() if line.startswith("VmRSS:")), 0)


def compare_workers(count: int) -> None:
    """One and two workers in turns, twice."""
    spent: dict[int, list[float]] = {1: [], 2: []}
    memory: list[int] = []
    with TemporaryDirectory() as folder:
        files = mixed(Path(folder), count)
        for _ in range(2):
            for workers in (1, 2):
                seconds, memory = import_all(files, workers)
                spent[workers].append(seconds)
    one, two = min(spent[1]), min(spent[2])
    print(f"{count} mixed files: one worker {one:.1f} s, two {two:.1f} s, {one / two:.2f} times as fast")
    print("memory with two workers, MB after each tenth:", *(used // MB for used in memory))


def main() -> None:
    """Prints the figures."""
    compare_pdf()
    compare_workers(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


if __name__ == "__main__":
    main()
