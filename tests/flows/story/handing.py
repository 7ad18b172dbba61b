"""Steps 54 to 63: the report is looked at, mended, signed, verified; then all is taken back, and brought back."""

from factcheck import records
from factcheck.store.check import problems
from factcheck.ui.dialogs.preview import PreviewDialog
from tests import pages
from tests.flows.hands import Hands
from tests.flows.story.claiming import NEUTRAL, claim
from tests.flows.story.weighing import choose_claim, verdict


def step_54_the_preview_says_what_is_missing(me: Hands) -> None:
    choose_claim(me, 2)
    me.type("2<Ctrl+R>")
    me.until(preview(me).pages.count, 60)
    assert "Claim 2: " in missing(me)
    assert preview(me).isVisible()


def step_55_which_leads_to_where_it_is_mended(me: Hands) -> None:
    asked = preview(me).missing
    place = next(
        n for n in range(asked.count()) if "Claim 2" in asked.item(n).text() and "ummary" in asked.item(n).text()
    )
    me.tab_to("What is missing")
    me.type("<Home>" + "<Down>" * place + "<Return>")
    me.until(lambda: me.focus().accessibleName() == "Summary")
    assert me.bench.panel.current() == claim(me, 2).id


def step_56_and_the_preview_follows(me: Hands) -> None:
    before = missing(me)
    me.type("The radar was off.<Tab>")
    me.until(lambda: missing(me) != before, 60)
    given = verdict(me, 2)
    assert given
    assert given.summary == "The radar was off."


def step_57_history_lists_all_that_was_done(me: Hands) -> None:
    told = me.type("<Ctrl+H>", "<Down><Escape>")
    assert "Go there" in told


def step_58_the_report_goes_out_signed(me: Hands) -> None:
    told = me.type("<Ctrl+E>", lambda _: sign(me), "<Return>")
    assert "🚑" in told, "the sign that no font has is named before"
    me.until(lambda: "The report is in" in me.told(), 60)
    issued = records.issued(me.state(), "full", ())
    assert [(one.version, one.file, one.who) for one in issued] == [(1, "marit.pdf", "Ada Brandt")]
    assert me.text_of("undo") == "Undo issue report “The ferry Marit”, version 1"
    assert list(me.folder.glob("marit*.seal.txt")), "a seal lies beside it"


def step_59_it_says_what_was_found(me: Hands) -> None:
    words = pages.words(me.folder / "marit.pdf")
    for expected in (
        "The Marit",
        "Ada Brandt",
        "Omar Sule",
        "64 people were taken off, not 46.",
        NEUTRAL,
        "Lisk Hospital",
    ):
        assert expected in words, expected


def step_60_the_report_is_verified(me: Hands) -> None:
    told = me.menu("File", "Verify a report…", f"{me.folder / 'marit.pdf'}<Return>", "<Escape>")
    assert "“marit.pdf” is what the project says, byte for byte." in told


def step_61_all_is_taken_back_step_by_step(me: Hands) -> None:
    me.keep("all of it")
    taken = 0
    while me.can("undo"):
        name = me.text_of("undo").removeprefix("Undo ")
        me.type("<Ctrl+Z>")
        assert me.text_of("redo") == f"Redo {name}"
        taken += 1
    assert taken > 40, taken
    assert me.dump() == me.kept["nothing yet"]
    assert "No articles yet" in me.reads(me.bench.desk)
    assert me.lines(me.bench.claims.table) == []


def step_62_and_brought_back_to_the_last_letter(me: Hands) -> None:
    while me.can("redo"):
        me.type("<Ctrl+Shift+Z>")
    assert me.dump() == me.kept["all of it"]
    me.rest()
    choose_claim(me, 1)
    assert "64 people were taken off" in me.reads(me.bench.panel)


def step_63_one_sound_file_is_left(me: Hands) -> None:
    me.window.close()
    path = me.folder / "marit.factcheck"
    assert [other.name for other in me.folder.glob("marit.factcheck*")] == [path.name]
    assert not list(problems(path))


def sign(me: Hands) -> None:
    """What the dialog of a report asks: it goes out, with a seal beside it."""
    me.type("<Ctrl+A>The ferry Marit")
    for box in ("It goes out: number it, and call later changes of its verdicts corrections", "Write a seal beside it"):
        me.tab_to(box)
        me.type("<Space>")
    me.type("<Return>")


def preview(me: Hands) -> PreviewDialog:
    found = me.window.previews.dialog
    assert found is not None
    return found


def missing(me: Hands) -> str:
    rows = preview(me).missing
    return "\n".join(rows.item(place).text() for place in range(rows.count()))
