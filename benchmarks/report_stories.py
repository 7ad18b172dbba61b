"""The same invented report for all who print it: claims with a heading, a badge, a quote, a rationale and evidence."""

from benchmarks.invented import Language
from factcheck.reporting.pieces import Badge, Field, Quote, Run, Source
from factcheck.reporting.report import ClaimSection, EvidenceItem, Legend, Report, VerdictText

BADGES = (
    Badge("True", "+", "true"),
    Badge("Half true", "½", "mixed"),
    Badge("Mostly false", "¼", "mostly-false"),
    Badge("False", "×", "false"),
)
_WORDS = 20_000
_EVIDENCE = 3


def report(claims: int) -> Report:
    """A report of so many claims, the same in every run; no two texts in it are alike."""
    language = Language(7, _WORDS)
    return Report(
        title=f"What was checked: {claims} statements",
        id="0123456789ab",
        language="en",
        made="1 June 2026",
        made_at=1_780_000_000,
        checker="Ada Brink",
        checked="1 June 2026",
        updated="1 June 2026",
        counts=(f"{claims} claims",),
        claims=tuple(_claim(language, number) for number in range(1, claims + 1)),
        contradictions=(),
        agreements=(),
        method=(language.statement(),),
        interests=(),
        corrections=(),
        legends=(Legend("Four steps", tuple((badge, language.statement()) for badge in BADGES)),),
        articles=(),
        verification=(),
    )


def _claim(language: Language, number: int) -> ClaimSection:
    badge = BADGES[number % len(BADGES)]
    rationale = tuple((Run(f"{_prose(language, 5)} "), Run("[1]", reference=1)) for _ in range(2))
    return ClaimSection(
        id=f"c{number}",
        number=number,
        wording=language.statement(),
        claimant="Water authority",
        fields=(Field("Date", "12 March 2026"), Field("Place", "Harlow")),
        status="Decided",
        badge=badge,
        appearances=(_quote(language),),
        verdict=VerdictText(
            badge, "Four steps", language.statement(), "Ada Brink", "1 June 2026", (language.statement(),), rationale
        ),
        second=None,
        earlier=(),
        evidence=tuple(_evidence(language, n) for n in range(1, _EVIDENCE + 1)),
        publishers="2 independent publishers",
        reply=None,
        limits=(),
        missing=(),
    )


def _prose(language: Language, sentences: int) -> str:
    return " ".join(language.statement() for _ in range(sentences))


def _quote(language: Language) -> Quote:
    words = (Run(_prose(language, 1) + " "), Run(_prose(language, 1), marked=True), Run(" " + _prose(language, 1)))
    return Quote(words, Source(language.statement(), "The Courier", "13 March 2026"))


def _evidence(language: Language, number: int) -> EvidenceItem:
    fields = (Field("Publisher", "The Courier"), Field("Accessed", "14 March 2026"))
    return EvidenceItem(number, "refutes", "primary", language.statement(), fields, (Run(language.statement()),))
