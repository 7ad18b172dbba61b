"""Words with their context: a quote is printed with the sentence before it and the sentence after it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from factcheck import citations, markup
from factcheck.errors import NotFoundError
from factcheck.i18n import Catalogue
from factcheck.model import Anchor, Article, Passage
from factcheck.records import Records, place
from factcheck.reporting.pieces import Quote, Run, Source, Words
from factcheck.text import Span, sentences

#: Context is looked for this far from the quote; a sentence longer than that comes in part.
_REACH = 600


@dataclass
class Sources:
    """What can be quoted: the texts, and the source line of each article. Texts are read once per version."""

    records: Records
    #: By article id; a withdrawn article has none.
    lines: dict[str, Source]
    say: Catalogue = field(default_factory=Catalogue)
    _last: tuple[str, str] = field(default=("", ""))

    def of(self, article_id: str) -> Source | None:
        """The source line of an article, None if the article is withdrawn or unknown."""
        return self.lines.get(article_id)

    def text(self, version_id: str) -> str:
        """The text of a version, "" if this copy of the project lacks it."""
        if self._last[0] != version_id:
            try:
                self._last = (version_id, self.records.text(version_id))
            except NotFoundError:
                self._last = (version_id, "")
        return self._last[1]

    def language(self, article_id: str) -> str:
        """Language of an article's text."""
        article = self.records.get(Article, article_id)
        return article.language if article else ""


def in_context(sources: Sources, article_id: str, anchor: Anchor) -> Quote | None:
    """The anchor's words, marked, between their neighbours; None if the article is withdrawn."""
    source = sources.of(article_id)
    if source is None:
        return None
    before, after = _around(sources.text(anchor.version_id), anchor, sources.language(article_id))
    words = (Run(before), Run(anchor.exact, marked=True), Run(after))
    stands = place(sources.records, anchor, sources.say)
    return Quote(tuple(run for run in words if run.text), replace(source, place=stands) if stands else source)


def _around(text: str, anchor: Anchor, language: str) -> tuple[str, str]:
    """What stands before and after the anchor: the rest of its own sentence and one sentence more, each side."""
    if text[anchor.start : anchor.end] != anchor.exact:
        return anchor.prefix and f"… {anchor.prefix}", anchor.suffix and f"{anchor.suffix} …"
    low, high = max(0, anchor.start - _REACH), min(len(text), anchor.end + _REACH)
    spans = [Span(s.start + low, s.end + low) for s in sentences(text[low:high], language)]
    own = [i for i, s in enumerate(spans) if s.end > anchor.start and s.start < anchor.end] or [0]
    start = min(anchor.start, spans[max(0, own[0] - 1)].start) if spans else anchor.start
    end = max(anchor.end, spans[min(len(spans) - 1, own[-1] + 1)].end) if spans else anchor.end
    before, after = text[start : anchor.start], text[anchor.end : end]
    return _elided(before, text, low, start), after + (" …" if end == high < len(text) else "")


def _elided(before: str, text: str, low: int, start: int) -> str:
    return f"… {before}" if start == low > 0 and not text[low - 1].isspace() else before


def of_passage(sources: Sources, passage: Passage) -> Quote | None:
    """A passage of a finding with its clashing words marked; None if its article is withdrawn."""
    source = sources.of(passage.article_id)
    return None if source is None else Quote(marked(passage), source)


def marked(passage: Passage) -> Words:
    """A passage's words, those that clash marked. Spans that overlap or leave the passage do no harm."""
    runs: list[Run] = []
    done = 0
    for low, high in sorted(passage.spans):
        start, end = max(done, low - passage.start), min(len(passage.text), high - passage.start)
        if start < end:
            runs += [Run(passage.text[done:start]), Run(passage.text[start:end], marked=True)]
            done = end
    runs.append(Run(passage.text[done:]))
    return tuple(run for run in runs if run.text)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of typed text, empty ones left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def with_references(text: str, numbers: Iterable[int]) -> tuple[Words, ...]:
    """Lines, without marks of Markdown, in which `[n]` refers to the evidence of that number, if there is any."""
    known = set(numbers)
    return tuple(tuple(_referring(paragraph, known)) for paragraph in markup.plain(text) if paragraph)


def _referring(paragraph: str, known: set[int]) -> Iterable[Run]:
    for piece, number in citations.pieces(paragraph):
        yield Run(piece, reference=number if number in known else 0)
