"""Steps 42 to 53: a second reader, claims joined and taken apart, many changed at once, an article taken out."""

from factcheck import records
from factcheck.model import Article, Outcome, Reader, Status
from tests.flows.hands import Hands
from tests.flows.story.beginning import COURIER, LETTER, WIRE, open_beside
from tests.flows.story.claiming import claim, claims
from tests.flows.story.weighing import choose_claim


def step_42_a_second_reader_sits_down_and_sees_no_verdict(me: Hands) -> None:
    me.type("<Ctrl+,>", "<Ctrl+A>Omar Sule<Return>")
    me.type("<Ctrl+Shift+R>")
    choose_claim(me, 1)
    seen = me.reads(me.bench.panel)
    assert "You read blind" in seen
    assert "64 people were taken off" not in seen
    assert "False" not in me.line(me.bench.claims.table, 0)


def step_43_and_gives_one_of_his_own(me: Hands) -> None:
    me.type("5")
    second = records.verdict(me.state(), claim(me, 1).id, Reader.second)
    assert second
    assert (second.who, second.rating) == ("Omar Sule", "false")
    assert "Yours is given" in me.reads(me.bench.panel)


def step_44_both_are_laid_open_and_agreed_on(me: Hands) -> None:
    me.menu("Claim", "Lay both verdicts open")
    assert "Both readers give the same rating" in me.reads(me.bench.panel)
    assert me.focus() is me.bench.panel.second.outcomes["agree"]
    me.type("<Return>")
    second = records.verdict(me.state(), claim(me, 1).id, Reader.second)
    assert second
    assert second.outcome is Outcome.agree
    me.type("<Ctrl+Shift+R>")
    me.type("<Ctrl+,>", "<Ctrl+A>Ada Brandt<Return>")
    assert me.bench.panel.words.fields["summary"].read() == "64 people were taken off, not 46."


def step_45_two_claims_that_say_the_same_become_one(me: Hands) -> None:
    choose_claim(me, 1)
    me.type("<Ctrl+M>", "46 passengers<Return>")
    assert [c.number for c in claims(me)] == [1, 2, 3, 4]
    assert "Merged into claim 1" in me.told(), me.told()
    assert len(records.appearances(me.state(), claim(me, 1).id)) == 3


def step_46_one_is_taken_apart(me: Hands) -> None:
    me.menu("Claim", "Split the claim…", "<Down><Down><Down><Space><Tab>Said of 46.<Return>")
    made = claim(me, 6)
    assert made.wording == "Said of 46."
    assert len(records.appearances(me.state(), made.id)) == 1
    assert len(records.appearances(me.state(), claim(me, 1).id)) == 2


def step_47_one_is_copied_and_the_copy_withdrawn(me: Hands) -> None:
    me.menu("Claim", "Duplicate the claim")
    assert me.bench.panel.current() == claim(me, 7).id
    me.type("<Alt+3><Delete>")
    assert claim(me, 7).withdrawn
    assert "withdrawn" in me.told()
    assert [c.number for c in claims(me)] == [1, 2, 3, 4, 6]


def step_48_the_table_is_filtered_as_one_types(me: Hands) -> None:
    me.type("<Alt+3>/buoy<Return>")
    assert len(me.lines(me.bench.claims.table)) == 1
    assert me.focus() is me.bench.claims.table
    me.type("<Escape>")
    assert len(me.lines(me.bench.claims.table)) == 5


def step_49_many_get_a_topic_at_once(me: Hands) -> None:
    me.type("<Alt+3><Ctrl+A>")
    me.context_menu("Set topic…", "<Ctrl+A>Ferries<Return>")
    assert {c.topic for c in claims(me)} == {"Ferries"}
    me.type("<Ctrl+Z>")
    assert {c.topic for c in claims(me)} == {"Shipping", ""}
    me.type("<Ctrl+Shift+Z>")


def step_50_and_a_status(me: Hands) -> None:
    me.type("<Alt+3><Ctrl+A>")
    me.context_menu("Set status › In progress")
    assert {c.status for c in claims(me)} == {Status.in_progress}


def step_51_an_article_goes_and_says_what_hangs_on_it(me: Hands) -> None:
    open_beside(me, WIRE, COURIER)
    me.open_article(LETTER)
    me.menu("Edit", "Withdraw the article")
    assert "1 claim made in it, 1 of them nowhere else" in me.told()
    gone = next(a for a in me.state().each(Article) if a.title == LETTER)
    assert gone.withdrawn


def step_52_the_palette_leads_to_a_claim_by_a_few_letters(me: Hands) -> None:
    me.type("<Ctrl+Shift+P>buoy<Return>")
    me.until(lambda: me.bench.panel.current() == claim(me, 3).id)
    me.type("<Ctrl+Shift+P>go text<Return>")
    me.until(lambda: me.bench.desk.isAncestorOf(me.focus()))


def step_53_words_are_found_wherever_they_stand(me: Hands) -> None:
    me.type("<Ctrl+K>hospital")
    me.until(me.window.seeker.view.shown)
    shown = " ".join(offer.name for offer in me.window.seeker.view.shown())
    assert "Admissions of 7 March" in shown
    me.type("<Return>")
    me.until(lambda: not me.window.seeker.view.isVisible())


STEPS = [
    step_42_a_second_reader_sits_down_and_sees_no_verdict,
    step_43_and_gives_one_of_his_own,
    step_44_both_are_laid_open_and_agreed_on,
    step_45_two_claims_that_say_the_same_become_one,
    step_46_one_is_taken_apart,
    step_47_one_is_copied_and_the_copy_withdrawn,
    step_48_the_table_is_filtered_as_one_types,
    step_49_many_get_a_topic_at_once,
    step_50_and_a_status,
    step_51_an_article_goes_and_says_what_hangs_on_it,
    step_52_the_palette_leads_to_a_claim_by_a_few_letters,
    step_53_words_are_found_wherever_they_stand,
]
