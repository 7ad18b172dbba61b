"""Steps 27 to 41: what the sources disagree on is ruled on; evidence, verdict, rationale and right of reply."""

from factcheck import records
from factcheck.model import Evidence, Finding, Link, PassageTarget, Ruling, Status, StoredFile, Verb, Verdict
from tests.flows.hands import Hands
from tests.flows.story.beginning import COURIER, WIRE
from tests.flows.story.claiming import claim

COUNTED = "In all, 64 passengers were taken off the ferry by boat"
PAGE, COPY = "https://hospital.example/marit", "https://archive.example/2032/hospital.example/marit"
RATIONALE = "The list of the hospital **names 64** people [2]; so does the Courier [1]."


def step_27_findings_are_gone_through_by_keys(me: Hands) -> None:
    me.type("<Alt+4>")
    seen = set[str]()
    for _ in disputes(me):
        me.type("<Down>")
        seen.add(me.bench.card.current() or "")
    assert len(seen) >= 2
    go_to_finding(me, "46")
    assert me.sees(WIRE, "46 passengers")
    assert me.sees(COURIER, "64 passengers")
    assert "64" in me.reads(me.bench.card)


def step_28_one_is_confirmed_and_the_next_is_at_hand(me: Hands) -> None:
    me.type("Y")
    assert about(me, "46").ruling is not None
    assert me.bench.card.current() != about(me, "46").id


def step_29_one_is_dismissed_with_a_reason(me: Hands) -> None:
    go_to_finding(me, "7 March")
    me.type("<Shift+N>The Courier counts from midnight<Escape>")
    assert me.focus() is me.bench.findings.table
    ruling = about(me, "7 March").ruling
    assert ruling is not None
    assert (ruling.verb, ruling.note) == (Verb.dismissed, "The Courier counts from midnight")
    assert me.state().count(Ruling) == 2


def step_30_every_figure_stands_in_the_facts_table(me: Hands) -> None:
    me.type("<Alt+6>")
    me.until(lambda: me.bench.facts.grid.model().rowCount())
    told = me.reads(me.bench.facts)
    assert "fact" in told
    me.type("<Ctrl+Home><Return>")
    assert me.bench.desk.panes()[0].text.passages() or me.bench.desk.panes()[1].text.passages()


def step_31_a_passage_is_evidence(me: Hands) -> None:
    choose_claim(me, 1)
    me.go_to_text(COURIER)
    me.type(f"<Ctrl+F>{COUNTED}<Return><Escape>E")
    assert [type(e.target) for e in evidence(me)] == [PassageTarget]
    assert "supports or refutes" in me.told()


def step_32_it_refutes_the_claim(me: Hands) -> None:
    me.type("<Ctrl+4>-")
    assert str(evidence(me)[0].stance) == "refutes"
    assert "Refutes" in me.reads(me.bench.panel.evidence)


def step_33_a_page_with_its_archived_copy_is_evidence(me: Hands) -> None:
    fields = (PAGE, "Admissions of 7 March", "Lisk Hospital", "", "8 March 2032", COPY)
    me.type("<Ctrl+L>", "<Tab>".join(fields) + "<Return>")
    link = evidence(me)[1].target
    assert isinstance(link, Link)
    assert (link.url, link.archived_url, link.publisher) == (PAGE, COPY, "Lisk Hospital")


def step_34_so_is_the_file_that_was_kept_of_it(me: Hands) -> None:
    path = me.folder / "admissions.csv"
    path.write_bytes(b"name\n" * 64)
    me.menu("Claim", "Add a file as evidence…", f"{path}<Return>")
    kept = evidence(me)[2].target
    assert isinstance(kept, StoredFile)
    assert kept.name == "admissions.csv"
    assert "2 independent sources" in me.bench.panel.sections["evidence"][0].heading.accessibleName()


def step_35_a_digit_gives_the_verdict(me: Hands) -> None:
    me.type("<Alt+2>5")
    given = verdict(me, 1)
    assert given
    assert given.rating == "false"
    assert me.text_of("undo") == "Undo set verdict to False"
    assert claim(me, 1).status is Status.in_progress
    assert "False" in me.line(me.bench.claims.table, 0)


def step_36_the_summary_stands_alone(me: Hands) -> None:
    me.type("<Ctrl+3>64 people were taken off, not 46.<Tab>")
    given = verdict(me, 1)
    assert given
    assert given.summary == "64 people were taken off, not 46."


def step_37_the_rationale_cites_its_evidence(me: Hands) -> None:
    assert me.focus().accessibleName() == "Rationale"
    me.type(f"{RATIONALE}<Escape>")
    given = verdict(me, 1)
    assert given
    assert given.rationale == RATIONALE
    assert me.bench.desk.isAncestorOf(me.focus()), "Escape leads back"


def step_38_it_is_read_as_it_will_be_read(me: Hands) -> None:
    toggle = me.bench.panel.words.toggle
    me.press_button(toggle)
    assert "**" not in me.bench.panel.words.previews["rationale"].toPlainText()
    assert "names 64" in me.bench.panel.words.previews["rationale"].toPlainText()
    me.press_button(toggle)


def step_39_the_evidence_is_put_in_another_order(me: Hands) -> None:
    me.type("<Ctrl+4><Alt+Down>")
    assert [type(e.target) for e in evidence(me)] == [Link, PassageTarget, StoredFile]
    given = verdict(me, 1)
    assert given
    assert given.rationale == RATIONALE.replace("[2]", "[x]").replace("[1]", "[2]").replace("[x]", "[1]")


def step_40_the_claimant_is_asked(me: Hands) -> None:
    me.type("<Ctrl+5>By letter on 8 March 2032<Tab>2032-03-12<Tab>We counted in the dark.<Tab>")
    made = claim(me, 1)
    assert (made.asked, made.reply_due, made.reply) == (
        "By letter on 8 March 2032",
        "2032-03-12",
        "We counted in the dark.",
    )


def step_41_what_could_not_be_found_out_is_said(me: Hands) -> None:
    assert me.focus().accessibleName() == "What could not be found out"
    me.type("Whether crew were counted.<Escape>")
    assert claim(me, 1).limits == "Whether crew were counted."


def disputes(me: Hands) -> list[Finding]:
    return [f for f in me.bench.feed.findings if len(f.positions) > 1]


def about(me: Hands, words: str) -> Finding:
    """The disputed fact in one of whose passages these words stand."""
    return next(f for f in disputes(me) if any(words in p.text for pos in f.positions for p in pos.passages))


def go_to_finding(me: Hands, words: str) -> None:
    """By keys, in the list."""
    me.type("<Alt+4><Ctrl+Home>")
    wanted = about(me, words).id
    for _ in disputes(me):
        if me.bench.findings.current() == wanted:
            break
        me.type("<Down>")
    assert me.bench.card.current() == wanted


def choose_claim(me: Hands, number: int) -> None:
    """By keys, in the table."""
    me.type("<Alt+3><Ctrl+Home>")
    for _ in range(me.bench.claims.table.model().rowCount()):
        if me.bench.panel.current() == claim(me, number).id:
            break
        me.type("<Down>")
    assert me.bench.panel.current() == claim(me, number).id


def evidence(me: Hands, number: int = 1) -> list[Evidence]:
    return records.evidence(me.state(), claim(me, number).id)


def verdict(me: Hands, number: int) -> Verdict | None:
    return records.verdict(me.state(), claim(me, number).id)
