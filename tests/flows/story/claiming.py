"""Steps 13 to 26: statements become claims, with all that is known of them."""

from factcheck import records
from factcheck.model import Claim
from factcheck.text import Span
from tests.flows.hands import Hands
from tests.flows.story.beginning import COURIER, LETTER, PORT, WIRE, open_beside

TAKEN_OFF = "In all, 46 passengers were taken off the ferry by boat"
IN_ARABIC = "أنزل منها 46 راكباً بالقوارب"
RADAR = "The radar of the ferry was working when it ran aground"
NEUTRAL = "46 passengers were taken off the Marit by boat."


def step_13_words_found_by_keys_are_a_claim(me: Hands) -> None:
    open_beside(me, WIRE, COURIER)
    me.go_to_text(WIRE)
    me.type(f"<Ctrl+F>{TAKEN_OFF}<Return><Escape>C")
    assert [claim.wording for claim in claims(me)] == [TAKEN_OFF]
    assert TAKEN_OFF in me.reads(me.bench.panel)


def step_14_words_drawn_over_with_the_mouse_are_another(me: Hands) -> None:
    me.drag_over(WIRE, RADAR)
    me.type("C")
    assert [claim.wording for claim in claims(me)] == [TAKEN_OFF, RADAR]
    assert "Claim 2" in me.reads(me.bench.panel)


def step_15_the_same_words_once_more_lead_to_their_claim(me: Hands) -> None:
    me.drag_over(WIRE, TAKEN_OFF)
    me.type("C")
    assert "claim 1 already" in me.told()
    assert len(claims(me)) == 2
    assert me.bench.panel.current() == claim(me, 1).id


def step_16_another_article_says_it_too(me: Hands) -> None:
    me.drag_over(PORT, IN_ARABIC)
    me.type("A")
    there = records.appearances(me.state(), claim(me, 1).id)
    assert [a.anchor.exact for a in there] == [TAKEN_OFF, IN_ARABIC]
    assert IN_ARABIC in me.reads(me.bench.panel)


def step_17_the_claim_gets_neutral_words(me: Hands) -> None:
    me.type("<Ctrl+1>")
    assert me.focus().accessibleName() == "Claim in neutral words"
    me.type(f"<Ctrl+A>{NEUTRAL}<Tab>")
    assert claim(me, 1).wording == NEUTRAL
    assert NEUTRAL in me.line(me.bench.claims.table, 0)


def step_18_claimant_date_place_and_topic_are_typed(me: Hands) -> None:
    me.tab_to("Claimant")
    me.type("Coast guard of Lisk<Tab>Rescue service<Tab>7 March 2032<Tab>Lisk<Tab>Shipping<Tab>")
    made = claim(me, 1)
    assert (made.claimant, made.role, made.place, made.topic) == (
        "Coast guard of Lisk",
        "Rescue service",
        "Lisk",
        "Shipping",
    )
    assert made.date == "7 March 2032"


def step_19_so_are_deadline_and_who_works_on_it(me: Hands) -> None:
    assert me.focus().accessibleName() == "Deadline"
    me.type("2032-03-10<Tab>Ada Brandt<Tab>")
    made = claim(me, 1)
    assert made.assignee == "Ada Brandt"
    assert made.deadline == "2032-03-10"


def step_20_what_was_typed_before_is_offered(me: Hands) -> None:
    me.type("<Alt+3><Down>")
    assert me.bench.panel.current() == claim(me, 2).id
    me.type("<Ctrl+1>")
    me.tab_to("Claimant")
    me.type("guard")
    me.type("<Down><Return><Tab>")
    assert claim(me, 2).claimant == "Coast guard of Lisk"


def step_21_a_statement_worth_checking_is_a_claim_by_one_key(me: Hands) -> None:
    me.go_to_text(COURIER)
    underlined(me, COURIER)
    me.type("<Ctrl+Home><Alt+Shift+Up>C")
    assert claims(me)[-1].wording == "The pilots of Lisk had asked for a new buoy 3 times in 2031."


def step_22_the_letter_holds_one_too(me: Hands) -> None:
    me.open_article(LETTER)
    underlined(me, LETTER)
    me.type("<Alt+Shift+Down>C")
    assert claims(me)[-1].wording.startswith("I have sailed on the Marit for 20 years")
    assert len(claims(me)) == 4


def step_23_marks_lead_from_one_to_the_next(me: Hands) -> None:
    open_beside(me, WIRE, COURIER)
    me.go_to_text(WIRE)
    me.type("<Ctrl+Home><Alt+Down><Return>")
    assert me.bench.panel.current() == claim(me, 1).id
    me.type("<Alt+Down><Return>")
    assert me.bench.panel.current() == claim(me, 2).id


def step_24_where_two_lie_over_one_another_the_smaller_comes_first(me: Hands) -> None:
    me.type("<Ctrl+F>46 passengers<Return><Escape>C")
    me.click_words(WIRE, "46 passengers")
    offered = me.entries()
    assert "46 passengers" in offered[0]
    assert NEUTRAL in offered[1]
    me.type("<Down><Return>")
    assert me.bench.panel.current() == claim(me, 1).id


def step_25_a_passage_is_made_longer_by_keys(me: Hands) -> None:
    me.go_to_text(WIRE)
    me.type("<Ctrl+Home><Alt+Down>R<Ctrl+Right><Ctrl+Right><Return>")
    assert passage(me, 1) == f"{TAKEN_OFF}, and three"
    assert me.text_of("undo").startswith("Undo")


def step_26_and_shorter_by_the_mouse(me: Hands) -> None:
    me.drag_end(WIRE, f"{TAKEN_OFF}, and three", TAKEN_OFF)
    assert passage(me, 1) == TAKEN_OFF


def claims(me: Hands) -> list[Claim]:
    return records.claims(me.state())


def claim(me: Hands, number: int) -> Claim:
    return next(c for c in me.state().each(Claim) if c.number == number)


def passage(me: Hands, number: int) -> str:
    """The words of a claim's first appearance."""
    return records.appearances(me.state(), claim(me, number).id)[0].anchor.exact


def underlined(me: Hands, article: str) -> None:
    """Until it is known what in an article is worth checking."""
    text = me.text(article)
    me.until(lambda: text.suggestions_in(Span(0, len(text.text()))))
