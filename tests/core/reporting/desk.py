# ruff: noqa: E501 - a quote is one line
"""An invented project, rich enough to show everything that a report can hold."""

from dataclasses import dataclass, field, replace

from factcheck.model import (
    Appearance,
    Article,
    ArticleVersion,
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
    Precision,
    PrintedDate,
    Project,
    Publisher,
    Rating,
    Reader,
    Reason,
    ReasonType,
    Ruling,
    Scale,
    Stance,
    Status,
    StoredFile,
    Target,
    Verb,
    Verdict,
)
from factcheck.text import text_hash
from tests.fakes import FakeRecords, anchor_at

NOW = 1_784_000_000
DAY = 86_400

FIVE_STEPS = Scale(
    "five-steps",
    "Five steps",
    (
        Rating("false", "False", "The evidence contradicts the claim.", 1, "false", "×"),
        Rating("mostly-false", "Mostly false", "The evidence contradicts the claim in the main, though some part of it holds.", 2, "mostly-false", "¼"),
        Rating("half-true", "Half true", "The evidence bears out about as much of the claim as it contradicts.", 3, "mixed", "½"),
        Rating("mostly-true", "Mostly true", "The evidence bears out the claim in the main, though some part of it does not hold.", 4, "mostly-true", "¾"),
        Rating("true", "True", "The evidence bears out the claim.", 5, "true", "+"),
        Rating("old", "Old rating", "Nobody uses it.", None, "neutral", "?", retired=True),
    ),
)  # fmt: skip


@dataclass
class Desk:
    """A project in the making: each call adds records, `records` is what a report reads."""

    records: FakeRecords = field(default_factory=FakeRecords)
    findings: list[Finding] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)
    _next: int = 0

    def __post_init__(self) -> None:
        self.records.add(FIVE_STEPS, Project("project", "The flood at Harlow Weir", NOW - 9 * DAY, FIVE_STEPS.id))

    def _id(self, prefix: str) -> str:
        self._next += 1
        return f"{prefix}{self._next}"

    def project(self, **fields: str) -> None:
        """Change the project record."""
        self.records.add(replace(next(self.records.each(Project)), **fields))  # type: ignore[arg-type] # text fields only

    def article(
        self, text: str, title: str = "An article", publisher: str = "", published: str = "2026-03-14", **fields: object
    ) -> Article:
        """An article with this text."""
        id, version = self._id("a"), self._id("v")
        publisher_id = f"p-{publisher}" if publisher else None
        if publisher:
            self.records.add(Publisher(f"p-{publisher}", publisher))
        printed = PrintedDate(published, published, Precision.day) if published else None
        article = Article(id, title, version, publisher_id, published=printed, added=NOW - 5 * DAY)
        article = replace(article, **fields)  # type: ignore[arg-type] # a test names fields that exist
        size = len(text.encode(errors="replace"))
        self.records.add(
            article,
            ArticleVersion(version, id, 1, text_hash(text), text_hash(text + "."), size, "text/plain", "utf-8", "plain 1", NOW),
        )  # fmt: skip
        self.records.add_text(version, text)
        self._texts[id] = text
        return article

    def claim(self, wording: str, number: int = 0, **fields: object) -> Claim:
        """A claim; its number is the next one."""
        number = number or self.records.count(Claim) + 1
        claim = replace(Claim(self._id("c"), wording, number), **fields)  # type: ignore[arg-type] # as above
        self.records.add(claim)
        return claim

    def appears(self, claim: Claim, article: Article, quote: str) -> None:
        """The claim is made in these words."""
        anchor = anchor_at(article.version_id, self._texts[article.id], quote)
        order = len(self.records.where(Appearance, claim_id=claim.id)) + 1
        self.records.add(Appearance(self._id("n"), claim.id, article.id, anchor, order))

    def evidence(self, claim: Claim, target: Target, stance: Stance = Stance.refutes, **fields: object) -> Evidence:
        """Something that speaks for or against a claim."""
        order = len(self.records.where(Evidence, claim_id=claim.id)) + 1
        item = Evidence(self._id("e"), claim.id, order, target, stance, added=NOW - 3 * DAY)
        item = replace(item, **fields)  # type: ignore[arg-type] # as above
        self.records.add(item)
        return item

    def passage(self, article: Article, quote: str) -> PassageTarget:
        """Words of an article as evidence."""
        return PassageTarget(article.id, anchor_at(article.version_id, self._texts[article.id], quote))

    def verdict(self, claim: Claim, rating: str, summary: str = "", rationale: str = "", **fields: object) -> Verdict:
        """A verdict of the first reader, unless said otherwise."""
        verdict = Verdict(
            self._id("r"), claim.id, Reader.first, "Mina Okafor", FIVE_STEPS.id, rating, summary, rationale
        )
        verdict = replace(verdict, given=NOW - 2 * DAY)
        verdict = replace(verdict, **fields)  # type: ignore[arg-type] # as above
        self.records.add(verdict)
        return verdict

    def finding(
        self,
        fact: str,
        positions: dict[str, list[tuple[Article, str, str]]],
        verb: Verb | None = Verb.confirmed,
        kind: Kind = Kind.contradiction,
        reasons: tuple[str, ...] = (),
        note: str = "",
        differ: ReasonType = ReasonType.number,
    ) -> Finding:
        """A finding; a position lists article, sentence, and the words in it that clash."""
        ruling = Ruling(self._id("u"), verb, kind, fact, (), "Mina Okafor", NOW - DAY, note) if verb else None
        finding = Finding(
            self._id("f"),
            kind,
            0.9,
            fact,
            tuple(Reason(differ, text) for text in reasons),
            tuple(
                Position(value, tuple(self._passage(*quoted) for quoted in quotes))
                for value, quotes in positions.items()
            ),
            ruling,
        )
        self.findings.append(finding)
        return finding

    def _passage(self, article: Article, sentence: str, clash: str) -> Passage:
        start = self._texts[article.id].index(sentence)
        low = start + sentence.index(clash) if clash else 0
        spans = ((low, low + len(clash)),) if clash else ()
        return Passage(article.id, article.version_id, start, start + len(sentence), sentence, spans)


WIRE = """Harlow Weir, 12 March. At least 38 people were killed when the embankment at Harlow Weir gave way shortly \
after 3 a.m. on Thursday, the regional civil defence office said. More than 2,400 residents were taken to schools and \
sports halls in three neighbouring districts. Engineers had inspected the weir in January and found no fault, the \
water authority said in a statement. Governor Elin Sarr declared a state of emergency for the whole valley. “Nobody \
could have foreseen this,” she told reporters at the site, adding that the inspection had been “complete and without \
objection”. The army sent four hundred soldiers and eleven boats. Power was out in sixteen villages until the evening."""
COURIER = """The death toll of the Harlow flood stood at 24 on Friday night, hospitals told the Courier. The weir broke \
at half past one in the morning, according to residents of the lower town, two of whom filmed the moment with their \
telephones. An inspection report of 9 January, seen by this newspaper, lists “cracks in blocks 4 to 7” and asks for \
repairs “before the spring rise”. Governor Sarr did not answer our questions. Some 2,400 people have not been able to \
return home. The water authority is led by Tomas Ilves, a former deputy of the governor."""
ONLINE = """Five people have died in the Harlow flood, police said early on Thursday. The army deployed 40 soldiers. \
All sixteen villages had power again by Friday noon. The head of the water authority, Jonas Ilves, resigned on Friday; \
the authority later denied that he had. Residents said that no siren was heard. The governor's office said that the \
sirens had sounded for twenty minutes from 1.20 a.m."""
ARABIC = """قال مكتب الدفاع المدني إن 38 شخصا على الأقل لقوا حتفهم عندما انهار السد بالقرب من هارلو بعد الساعة الثالثة صباحا بقليل. \
ونقل أكثر من 2400 من السكان إلى مدارس وقاعات رياضية في ثلاث مناطق مجاورة. وقالت هيئة المياه (Water Authority) إن المهندسين فحصوا السد في يناير ولم يجدوا أي عيب فيه."""
LONG_TITLE = (
    "Flood at Harlow Weir: what is known so far about the night of 12 March, the inspection in January, the sirens that "
    "some heard and others did not, and the long chain of letters between the water authority and the valley council"
)


def flood() -> Desk:
    """Ten claims in all states, seven articles, five disputes and an agreement."""
    desk = Desk()
    desk.project(
        method="Each claim was traced to its first appearance. Two independent sources were sought for every number.\n"
        "Ratings say what could be known on the day of the verdict.",
        interests="The newsroom rents its office from the valley council. No checker has worked for a party named here.",
    )
    articles = _articles(desk)
    _first_claims(desk, articles)
    _more_claims(desk, articles)
    _disputes(desk, articles)
    return desk


def _articles(desk: Desk) -> dict[str, Article]:
    wire = desk.article(
        WIRE,
        "Dozens killed as Harlow Weir gives way",
        "KPA Wire",
        "2026-03-12",
        url="https://kpa.example/2026/03/12/harlow-weir",
        author="Staff",
    )
    courier = desk.article(
        COURIER,
        LONG_TITLE,
        "The Valley Courier",
        "2026-03-13",
        url="https://courier.example/archive/2026/03/13/flood-at-harlow-weir-what-is-known-so-far-about-the-night-of-12-march?edition=late&page=1#section-inspection",
        author="A. Brandt and J. Oyelaran",
        file="courier-2026-03-13-late-edition.html",
    )
    online = desk.article(ONLINE, "Live: the flood", "KPB Online", "2026-03-12", file="live.txt")
    arabic = desk.article(ARABIC, "انهيار سد هارلو", "صحيفة الوادي", "2026-03-13", language="ar", file="wadi.txt")
    russian = desk.article(
        "Губернатор заявила, что никто не мог этого предвидеть. Число жертв растёт.",
        "Наводнение в Харлоу: что известно",
        "Речной вестник",
        "2026-03-14",
    )
    greek = desk.article(
        "Τουλάχιστον 31 άνθρωποι έχασαν τη ζωή τους, λένε οι αρχές.", "Πλημμύρα στο Χάρλοου", "Κοιλάδα", "2026-03"
    )
    desk.article("Nothing of use.", "Untouched", "", "")
    return {"wire": wire, "courier": courier, "online": online, "arabic": arabic, "russian": russian, "greek": greek}


def _first_claims(desk: Desk, a: dict[str, Article]) -> None:
    first = desk.claim(
        "At least 38 people were killed when the weir at Harlow broke.",
        claimant="Regional civil defence office",
        role="Authority",
        date="12 March 2026",
        place="Harlow",
        topic="Casualties",
        status=Status.published,
        asked="13 March 2026, by telephone and e-mail",
        reply="The office stands by the figure and says that it counts the missing whose names are known.\nIt did not send the list that it had promised.",
        limits="The list of names has not been published; no hospital outside the valley was asked.",
    )
    desk.appears(first, a["wire"], "At least 38 people were killed")
    desk.appears(first, a["arabic"], "38 شخصا على الأقل لقوا حتفهم")
    desk.evidence(
        first,
        desk.passage(
            a["courier"], "The death toll of the Harlow flood stood at 24 on Friday night, hospitals told the Courier."
        ),
        grade=Grade.primary,
        comment="The Courier named the three hospitals to us.",
    )
    desk.evidence(
        first,
        Link(
            "https://hospitals.example/valley/releases/2026-03-13",
            "Statement of the valley hospitals on the night of 12 March and the two days that followed it",
            "Valley Hospitals Trust",
            "Dr R. Anand",
            "13 March 2026",
            "https://archive.example/20260314/https://hospitals.example/valley/releases/2026-03-13",
            "14 March 2026",
            "As of 20:00 we have registered 24 deaths. We have no knowledge of further victims in our care.",
        ),
        grade=Grade.primary,
    )
    desk.evidence(
        first,
        StoredFile(
            "civil-defence-briefing-2026-03-12-scan-of-the-printed-copy.pdf",
            "application/pdf",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            482_113,
        ),
        Stance.supports,
    )
    desk.evidence(
        first,
        Note("Called the duty officer at 15:40. She could not say whether the 38 include the missing."),
        Stance.context,
    )
    desk.verdict(
        first,
        "mostly-false",
        "Hospitals registered 24 deaths by Friday night. The figure of 38 adds people who were missing at the time, which the office did not say.",
        "The first figure came from a briefing on Thursday morning [3]. All three hospitals of the valley gave the same number a day later [2], and the Courier counted the same [1].\nA toll may rise after a day; here the higher figure is the earlier one. The duty officer could not explain the difference [4]. See also [9], which is not in the list.",
    )
    desk.verdict(
        first,
        "half-true",
        "I would give more weight to the missing.",
        "Both figures are honest counts of different things [4].",
        reader=Reader.second,
        who="Per Lindqvist",
        given=NOW - DAY,
    )
    old = desk.verdict(
        first,
        "true",
        "The office gave the figure on the record.",
        "Only one source at the time [3].",
        given=NOW - 4 * DAY,
    )
    new = next(v for v in desk.records.where(Verdict, claim_id=first.id) if v.rating == "mostly-false")
    desk.records.add(replace(old, replaced_by=new.id))

    second = desk.claim(
        "Engineers inspected the weir in January and found no fault.",
        claimant="Water authority",
        status=Status.decided,
        topic="Inspection",
    )
    desk.appears(second, a["wire"], "found no fault")
    desk.evidence(
        second,
        desk.passage(a["courier"], "lists “cracks in blocks 4 to 7” and asks for repairs “before the spring rise”"),
    )
    desk.verdict(
        second,
        "false",
        "The inspection report of 9 January lists cracks and asks for repairs.",
        "The report contradicts the statement in so many words [1].",
    )
    desk.verdict(second, "true", "SECRET second verdict", reader=Reader.second, revealed=False)

    third = desk.claim(
        "Governor Sarr declared a state of emergency for the whole valley.",
        claimant="Elin Sarr",
        role="Governor",
        status=Status.decided,
    )
    desk.appears(third, a["wire"], "declared a state of emergency for the whole valley")
    desk.verdict(third, "true", "The decree was printed in the gazette on the same day.")
    desk.evidence(
        third,
        Link("https://gazette.example/decrees/114", "Decree 114", "State Gazette", archived_url="javascript:alert(1)"),
        Stance.supports,
        grade=Grade.primary,
    )


def _more_claims(desk: Desk, a: dict[str, Article]) -> None:
    fourth = desk.claim(
        "The sirens sounded for twenty minutes from 1.20 a.m., as the governor's office says, although residents of the "
        "lower town, the fire brigade of the neighbouring district and a night nurse at the hospital of Harlow say that "
        "they heard nothing before the water came, and although the log of the siren at the school has no entry.",
        claimant="Office of the Governor of the Valley Region, Department of Civil Protection and Public Information",
        status=Status.awaiting_reply,
        asked="14 March 2026",
    )
    desk.appears(fourth, a["online"], "the sirens had sounded for twenty minutes from 1.20 a.m.")
    desk.verdict(fourth, "half-true", "Three of eight sirens sounded.", "\n".join(LOREM for _ in range(6)))
    fifth = desk.claim("Nobody could have foreseen this.", claimant="Elin Sarr", status=Status.not_checkable)
    desk.appears(fifth, a["wire"], "Nobody could have foreseen this,")
    desk.appears(fifth, a["russian"], "никто не мог этого предвидеть")
    for number, wording in enumerate(
        (
            "Power was out in sixteen villages.",
            "The army sent four hundred soldiers.",
            "The head of the water authority resigned.",
            "More than 2,400 residents lost their homes.",
        ),
        6,
    ):
        claim = desk.claim(wording, number, status=Status.in_progress)
        if number != 8:
            desk.appears(claim, a["wire"], "Power was out in sixteen villages")
        if number == 7:
            desk.verdict(claim, "mostly-true", "Three hundred and eighty soldiers came.")
    desk.claim("Τουλάχιστον 31 άνθρωποι έχασαν τη ζωή τους; это правда?", 10, claimant="Κοιλάδα")
    desk.claim("WITHDRAWN claim", 11, withdrawn=True)


def _disputes(desk: Desk, a: dict[str, Article]) -> None:
    desk.finding("people killed in the flood", {
        "38": [(a["wire"], "At least 38 people were killed when the embankment at Harlow Weir gave way shortly after 3 a.m. on Thursday, the regional civil defence office said.", "38"), (a["arabic"], ARABIC[: ARABIC.index(".") + 1], "38")],
        "24": [(a["courier"], "The death toll of the Harlow flood stood at 24 on Friday night, hospitals told the Courier.", "24")],
        "5": [(a["online"], "Five people have died in the Harlow flood, police said early on Thursday.", "Five")],
        "31": [(a["greek"], "Τουλάχιστον 31 άνθρωποι έχασαν τη ζωή τους, λένε οι αρχές.", "31")],
        "no number": [(a["russian"], "Число жертв растёт.", "Число жертв")],
        "more than 30": [(a["arabic"], ARABIC[: ARABIC.index(".") + 1], "")],
    }, reasons=("38, 24 and 5 people cannot all be the number of those killed.", "The counts were made at different times."), note="The office counts the missing. Hospitals count the dead.")  # fmt: skip
    desk.finding("result of the inspection in January", {
        "no fault found": [(a["wire"], "Engineers had inspected the weir in January and found no fault, the water authority said in a statement.", "no fault")],
        "cracks found": [(a["courier"], "An inspection report of 9 January, seen by this newspaper, lists “cracks in blocks 4 to 7” and asks for repairs “before the spring rise”.", "cracks")],
    }, reasons=("One says that nothing was found, the other lists what was found.",))  # fmt: skip
    desk.finding(
        "soldiers sent",
        {
            "400": [(a["wire"], "The army sent four hundred soldiers and eleven boats.", "four hundred")],
            "40": [(a["online"], "The army deployed 40 soldiers.", "40")],
        },
        reasons=("400 is ten times 40.",),
    )
    desk.finding(
        "head of the water authority",
        {
            "Tomas Ilves": [
                (a["courier"], "The water authority is led by Tomas Ilves, a former deputy of the governor.", "Tomas")
            ],
            "Jonas Ilves": [
                (
                    a["online"],
                    "The head of the water authority, Jonas Ilves, resigned on Friday; the authority later denied that he had.",
                    "Jonas",
                )
            ],
        },
        verb=Verb.scope,
        reasons=("The first names differ.",),
        note="Father and son, in office one after the other.",
    )
    desk.finding(
        "OPEN time of the break",
        {
            "3 a.m.": [
                (
                    a["wire"],
                    "At least 38 people were killed when the embankment at Harlow Weir gave way shortly after 3 a.m. on Thursday, the regional civil defence office said.",
                    "3 a.m.",
                )
            ],
            "1.30 a.m.": [
                (
                    a["courier"],
                    "The weir broke at half past one in the morning, according to residents of the lower town, two of whom filmed the moment with their telephones.",
                    "half past one",
                )
            ],
        },
        verb=None,
        reasons=("Half past one is not three.",),
        differ=ReasonType.time,
    )
    desk.finding(
        "DISMISSED villages",
        {
            "a": [(a["wire"], "Power was out in sixteen villages until the evening.", "")],
            "b": [(a["online"], "All sixteen villages had power again by Friday noon.", "")],
        },
        verb=Verb.dismissed,
    )
    desk.finding(
        "people taken to safety",
        {
            "2,400": [
                (
                    a["wire"],
                    "More than 2,400 residents were taken to schools and sports halls in three neighbouring districts.",
                    "2,400",
                ),
                (a["courier"], "Some 2,400 people have not been able to return home.", "2,400"),
            ]
        },
        kind=Kind.agreement,
    )


LOREM = (
    "The log of the civil protection service, which we could read but not copy, has an entry for each of the eight "
    "sirens of the valley. Three of them, all above the weir, were switched on between 1.18 and 1.22 and ran for nineteen "
    "to twenty-one minutes. For the five sirens below the weir there is no entry for that night at all, and the service "
    "confirmed that an empty line means that a siren was not switched on. Residents whom we asked live below the weir."
)
