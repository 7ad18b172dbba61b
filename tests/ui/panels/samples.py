"""Records to show: two claims that matter, a dozen that fill, findings of every kind, text in two scripts."""

import tomllib

from factcheck.i18n import Catalogue
from factcheck.model import (
    Anchor,
    Claim,
    Evidence,
    Finding,
    Grade,
    Kind,
    Link,
    Note,
    Passage,
    PassageTarget,
    Position,
    Rating,
    Reader,
    Reason,
    ReasonType,
    Ruling,
    Scale,
    Stance,
    Status,
    Target,
    Verb,
    Verdict,
)
from factcheck.paths import resource
from factcheck.ui.models.claim_shown import (
    AppearanceShown,
    ClaimShown,
    EvidenceShown,
    HistoryShown,
    evidence_shown,
)
from factcheck.ui.models.claims_model import ClaimRow
from factcheck.ui.models.findings_filter import Names
from factcheck.ui.models.findings_model import FindingRow, PassageInfo, Touched, own_facets

CATALOGUE = Catalogue()


def scale(name: str = "truth-o-meter") -> Scale:
    """A scale that ships."""
    data = tomllib.loads(resource("scales", f"{name}.toml").read_text(encoding="utf-8"))
    return Scale(data["id"], data["name"], tuple(Rating(**rating) for rating in data.get("rating", ())))


def claim_row(number: int, wording: str = "", rating: str = "", **changes: object) -> ClaimRow:
    """A row of the claims table."""
    given = {"claimant": "Governor's office", "date": "12 March 2026"} | changes
    sources = int(str(given.pop("sources", number % 4)))
    count = int(str(given.pop("evidence_count", sources + number % 2)))
    claim = Claim(f"c{number}", wording or f"Claim number {number}", number, **given)  # type: ignore[arg-type] # any fields
    first = "Kastel Press Agency · Quake kills 24 in the Rattle valley"
    return ClaimRow(claim, f"Words of {number}", first, scale().rating(rating), count, sources, number % 3)


def claim_rows() -> list[ClaimRow]:
    """What a claims table shows."""
    keys = [r.key for r in scale().ratings]
    rows = [
        claim_row(1, "The quake killed 24 people in the valley.", "true", status=Status.decided, evidence_count=3),
        claim_row(2, "No warning was given before the dam was opened.", "false", status=Status.second_read),
        claim_row(3, "أعلنت الوزارة أن عدد القتلى ارتفع إلى ثمانية وثلاثين", "half-true", claimant="وزارة الصحة"),
    ]
    more = [
        claim_row(n, f"A further claim, the {n}th, of what happened", keys[n % 6] if n % 3 else "")
        for n in range(4, 16)
    ]
    return rows + more


def passage(article: str, text: str, *words: str) -> Passage:
    """A passage, with the first occurrence of some words marked; spans count from the start of the article."""
    spans = tuple((10 + text.index(word), 10 + text.index(word) + len(word)) for word in words)
    return Passage(article, f"v{article}", 10, 10 + len(text), text, spans)


def finding(id: str, values: dict[str, list[Passage]], **changes: object) -> Finding:
    """A finding over these positions."""
    given = {
        "kind": Kind.contradiction,
        "score": 0.9,
        "fact": "people killed in the quake",
        "reasons": (Reason(ReasonType.number, "One source says 24 were killed, another 38."),),
    } | changes
    positions = tuple(Position(value, tuple(passages)) for value, passages in values.items())
    return Finding(id, positions=positions, **given)  # type: ignore[arg-type] # any fields


def quake() -> Finding:
    """Two positions, three passages."""
    one = passage("a1", "At least 24 people were killed when the quake hit the Rattle valley on Tuesday.", "24 people")
    two = passage("a2", "The quake, which struck before dawn, left 24 dead, the agency said.", "24 dead")
    three = passage("a3", "Officials put the number of dead at 38.", "38")
    return finding("f1", {"24": [one, two], "38": [three]})


def findings() -> list[Finding]:
    """What a findings list shows, best first."""
    dam = passage("a1", "The dam was opened without warning.", "without warning")
    siren = passage("a2", "Sirens sounded an hour before the dam was opened.", "Sirens sounded")
    when = Reason(ReasonType.negation, "One source says that there was no warning, another that sirens sounded.")
    ruled = Ruling("r1", Verb.dismissed, Kind.contradiction, "x", (), "Noor", 1_770_000_000, "Two different bridges.")
    many = {str(n): [passage(f"a{n}", f"Rescuers counted {n * 7} injured by noon.", str(n * 7))] for n in range(1, 7)}
    agreed = [passage("a1", "Magnitude 6.1 was measured."), passage("a2", "The 6.1 quake was shallow.")]
    return [
        finding(
            "f2",
            {"no warning": [dam], "sirens": [siren]},
            score=1.0,
            fact="warning before the dam was opened",
            reasons=(when,),
            made_id="k1",
        ),
        quake(),
        finding("f3", many, kind=Kind.number_update, score=0.74, fact="people injured by noon"),
        finding(
            "f4", {"bridge open": [dam], "bridge shut": [siren]}, score=0.55, fact="state of the bridge", ruling=ruled
        ),
        finding(
            "f5",
            {"9 aftershocks": [dam], "12 aftershocks": [siren]},
            score=0.4,
            fact="aftershocks",
            back="A new article gives another figure.",
        ),
        finding(
            "f6",
            {"6.1": agreed},
            kind=Kind.agreement,
            score=0.8,
            fact="magnitude of the quake",
            reasons=(Reason(ReasonType.number, "Two sources give the same figure."),),
        ),
    ]


#: What the sample's events, articles and claims are called.
NAMES: Names = {
    "publisher": {"Kastel Press": "Kastel Press", "Valley Courier": "Valley Courier"},
    "event": {"a1": "Kastel, Rattle · 12 Mar 2026", "a4": "Lunde · 1 Apr 2026"},
    "article": {f"a{n}": f"Title of a{n}" for n in range(1, 7)},
    "claim": {"c1": "1. The quake killed 24 people."},
}


def finding_row(finding: Finding) -> FindingRow:
    """A finding as the list gets it: odd articles are the Courier's, those from the fourth on of another event."""
    articles = frozenset(passage.article_id for position in finding.positions for passage in position.passages)
    publishers = {id: "Valley Courier" if int(id[1:]) % 2 else "Kastel Press" for id in sorted(articles)}
    touched = Touched(
        tuple(dict.fromkeys(publishers.values())),
        "\n".join(f"{publishers[id]} Title of {id}" for id in sorted(articles)),
        {
            **own_facets(finding),
            "publisher": frozenset(publishers.values()),
            "event": frozenset("a4" if int(id[1:]) > 3 else "a1" for id in articles),
            "article": articles,
            "claim": frozenset(["c1"] if finding.id == "f1" else []),
        },
    )
    return FindingRow(finding, touched)


def finding_rows(changed: dict[str, Finding] | None = None) -> list[FindingRow]:
    """What a findings list gets, some of them changed."""
    return [finding_row((changed or {}).get(finding.id, finding)) for finding in findings()]


LINK = Link(
    "https://www.survey.example.org/bulletins/61",
    title="Bulletin 61: the Rattle valley event",
    publisher="National Seismic Survey",
    date="13 March 2026",
    quote="Twenty-four fatalities have been confirmed by the district hospitals.",
)


def evidence(number: int, target: Target = LINK, stance: Stance = Stance.supports, comment: str = "") -> EvidenceShown:
    """A piece of evidence as the panel shows it."""
    item = Evidence(
        f"e{number}", "c1", number, target, stance, Grade.primary if number == 1 else Grade.secondary, comment
    )
    return evidence_shown(item, PassageInfo("Dozens feared dead", "Valley Courier", "12 March 2026"))


def shown(id: str = "c1", **changes: object) -> ClaimShown:
    """A claim with a verdict and something of everything."""
    claim = Claim(
        id,
        "The quake killed 24 people in the Rattle valley.",
        1,
        "Mira Oss",
        "Governor",
        "12 March 2026",
        "Kastel",
        "Earthquake",
        Status.in_progress,
        limits="Two villages cannot be reached.",
        asked="13 March, by telephone",
        reply="“We stand by the hospitals' count.”",
    )
    place = AppearanceShown(
        "p1",
        "At least 24 people were killed when the quake hit the valley, the governor said.",
        PassageInfo("Quake kills 24", "Kastel Press Agency", "12 March 2026"),
    )
    also = AppearanceShown(
        "p2", "Two dozen dead in the valley", PassageInfo("Live: the quake", "Morning Rattle", "12 March")
    )
    verdict = Verdict(
        "v1",
        id,
        Reader.first,
        "Noor",
        "truth-o-meter",
        "mostly-true",
        "Hospitals confirm 24 dead; a later count of 38 is of the missing.",
        "The survey's bulletin [1] gives 24 and names the hospitals. The Courier's 38 [2] adds 14 missing.",
        1_773_400_000,
    )
    anchor = Anchor("va2", 3, 30, "38 people are dead or missing")
    given = {
        "claim": claim,
        "appearances": (place, also),
        "verdict": verdict,
        "scale": scale(),
        "evidence": (
            evidence(1),
            evidence(2, PassageTarget("a2", anchor), Stance.refutes),
            evidence(
                3,
                Note("Called the district hospital; Dr Lund confirms 24."),
                Stance.context,
                "Spoke at 10:40, notes kept",
            ),
        ),
        "history": tuple(
            HistoryShown(1_773_400_000 - n * 3600, "Noor", f"Set status to step {n}", 20 - n) for n in range(11)
        ),
        "findings": (quake(),),
        "sources": 2,
    } | changes
    return ClaimShown(**given)  # type: ignore[arg-type] # any fields


def bare() -> ClaimShown:
    """A claim just made."""
    claim = Claim("c9", "No warning was given before the dam was opened.", 9)
    place = AppearanceShown("p9", "no warning was given", PassageInfo("Dam opened at dawn", "Valley Courier", ""))
    return ClaimShown(claim, (place,), None, scale())


def arabic() -> ClaimShown:
    """A claim in another script, on the longest scale."""
    text = "أعلنت الوزارة أن عدد القتلى ارتفع إلى ثمانية وثلاثين بعد الزلزال الذي ضرب الوادي فجر الثلاثاء."
    claim = Claim("c7", text, 7, "وزارة الصحة", "متحدث باسم الوزارة")
    place = AppearanceShown("p7", text, PassageInfo("ارتفاع عدد قتلى الزلزال", "وكالة الأنباء", "١٢ مارس"))
    return ClaimShown(claim, (place,), None, scale("snopes-style"))
