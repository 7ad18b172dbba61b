"""Records to show: two claims that matter, a dozen that fill, findings of every kind, text in two scripts."""

import tomllib

from factcheck.i18n import Catalogue
from factcheck.model import (
    Claim,
    Finding,
    Kind,
    Passage,
    Position,
    Rating,
    Reason,
    ReasonType,
    Ruling,
    Scale,
    Status,
    Verb,
)
from factcheck.paths import resource
from factcheck.ui.models.claims_model import ClaimRow

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
    claim = Claim(f"c{number}", wording or f"Claim number {number}", number, **given)  # type: ignore[arg-type]
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
    """A passage, with the first occurrence of some words marked."""
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in words)
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
    return Finding(id, positions=positions, **given)  # type: ignore[arg-type]


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
