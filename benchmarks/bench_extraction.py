"""How much of a page's article comes out, and how much else: word-level precision and recall on invented pages.

Against trafilatura alone with its defaults, and readability-lxml, in the same run. Words count as often as they stand,
so that a paragraph lost or doubled is seen. The average is over pages: a long one counts no more than a short.

    python -m benchmarks.bench_extraction [-v]      needs the extra `bench`
"""

import logging
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean

from benchmarks.pages import Page, pages
from factcheck.importing.draft import Input
from factcheck.importing.html import extract


@dataclass(frozen=True)
class Score:
    """Of one page or the average of all."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1.0)


def ours(html: str) -> str:
    """As the program imports it."""
    (article,) = extract(Input(html.encode(), "page.html")).articles
    return article.text


def trafilatura_alone(html: str) -> str:
    """As its manual's first example."""
    import trafilatura

    return trafilatura.extract(html) or ""


def readability(html: str) -> str:
    """Its summary without tags."""
    from lxml.html import fromstring  # type: ignore[import-untyped]  # lxml ships no types
    from readability import Document

    summary = Document(html).summary(html_partial=True)
    # A space where a tag stood: words of two paragraphs are two.
    return str(fromstring(re.sub("<", " <", summary) or "<p></p>").text_content())


def score(page: Page, text: str) -> Score:
    """Words of the page's article among the words that came out."""
    wanted, found = _words(" ".join(page.wanted)), _words(text)
    right = (wanted & found).total()
    return Score(right / (found.total() or 1), right / wanted.total())


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def average(scores: list[Score]) -> Score:
    """Over pages."""
    return Score(fmean(one.precision for one in scores), fmean(one.recall for one in scores))


WAYS: dict[str, Callable[[str], str]] = {
    "factcheck": ours,
    "trafilatura alone": trafilatura_alone,
    "readability-lxml": readability,
}


def main() -> None:
    """Prints the averages, and with -v each page."""
    logging.disable(logging.CRITICAL)
    made = pages()
    results = {way: [score(page, read(page.html)) for page in made] for way, read in WAYS.items()}
    if "-v" in sys.argv[1:]:
        for at, page in enumerate(made):
            row = "  ".join(f"{scores[at].precision:.3f} {scores[at].recall:.3f}" for scores in results.values())
            print(f"{page.name:26}{row}")
    print(f"{len(made)} pages                precision  recall     F1")
    for way, scores in results.items():
        whole = average(scores)
        print(f"{way:24}{whole.precision:9.3f}{whole.recall:9.3f}{whole.f1:9.3f}")
    best = max(average(scores).f1 for way, scores in results.items() if way != "factcheck")
    print(f"ours against the better of the two: {average(results['factcheck']).f1 / best:.3f}")


if __name__ == "__main__":
    main()
