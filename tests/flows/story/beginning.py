"""Steps 1 to 12: a project is made, four articles come in, and two lie side by side."""

from PySide6.QtGui import QGuiApplication

from factcheck import records
from tests.flows.hands import Hands

WIRE, COURIER, PORT, LETTER = "Ferry aground off Lisk", "The Marit and the sandbank", "العبارة ماريت", "A letter"
WIRE_TEXT = (
    "The ferry Marit ran aground off Lisk on 7 March 2032, the coast guard said. In all, 46 passengers were taken off "
    "the ferry by boat, and three of them are in hospital 🚑.\n\n"
    "The radar of the ferry was working when it ran aground, the owner said.\n\n"
    "Ferries to the islands will not sail before Friday."
)
COURIER_TEXT = (
    "The ferry Marit ran aground off Lisk on 8 March 2032, islanders said. In all, 64 passengers were taken off the "
    "ferry by boat, and three of them are in hospital.\n\n"
    "The radar of the ferry was not working when it ran aground, an engineer said.\n\n"
    "The pilots of Lisk had asked for a new buoy 3 times in 2031."
)
PORT_TEXT = "العبارة ماريت\n\nقال خفر السواحل إن العبارة ماريت جنحت قبالة ليسك. وقد أنزل منها 46 راكباً بالقوارب."
LETTER_TEXT = "A letter\n\nI have sailed on the Marit for 20 years and never saw a life jacket on board."


def step_1_the_first_page_says_how_to_begin(me: Hands) -> None:
    page = me.reads(me.window.layout_of.welcome)
    assert "New project…" in page
    assert "drop" in page
    assert me.focus() is me.window.layout_of.welcome.new


def step_2_the_checker_gives_a_name(me: Hands) -> None:
    me.type("<Ctrl+,>", "Ada Brandt<Return>")
    assert me.bench.settings.name == "Ada Brandt"


def step_3_a_project_is_made_by_keys(me: Hands) -> None:
    assert me.focus() is me.window.layout_of.welcome.new
    me.type("<Return>", f"{me.folder / 'marit'}<Return>")
    assert me.window.windowTitle() == "marit.factcheck"
    assert "No articles yet" in me.reads(me.bench.desk)
    assert not me.can("undo")
    me.keep("nothing yet")


def step_4_a_file_is_dropped(me: Hands) -> None:
    path = me.folder / "wire.txt"
    path.write_text(f"{WIRE}\n\n{WIRE_TEXT}\n", encoding="utf-8")
    me.drop(me.window, path)
    me.until(lambda: "imported" in me.told())
    assert titles(me) == [WIRE]


def step_5_words_are_pasted(me: Hands) -> None:
    QGuiApplication.clipboard().setText(COURIER_TEXT)
    me.type("<Ctrl+V>", f"{COURIER}<Tab>Lisk Courier<Tab><Tab>9 March 2032<Return>")
    me.until(lambda: len(titles(me)) == 2)
    courier = me.article(COURIER)
    assert records.publisher_name(me.state(), courier) == "Lisk Courier"
    assert courier.published
    assert courier.published.printed == "9 March 2032"


def step_6_a_file_is_opened_by_keys(me: Hands) -> None:
    path = me.folder / "port.txt"
    path.write_text(PORT_TEXT, encoding="utf-8")
    me.type("<Ctrl+I>", f"{path}<Return>")
    me.until(lambda: len(titles(me)) == 3)
    assert me.article(PORT).language == "ar"


def step_7_a_letter_is_dropped_on_the_articles(me: Hands) -> None:
    path = me.folder / "letter.txt"
    path.write_text(LETTER_TEXT, encoding="utf-8")
    me.drop(me.window, path)
    me.until(lambda: len(titles(me)) == 4)
    me.rest()


def step_8_two_articles_lie_side_by_side(me: Hands) -> None:
    open_beside(me, WIRE, COURIER)
    assert shown(me)[:2] == [WIRE, COURIER]
    assert me.sees(WIRE, "46 passengers")
    assert me.sees(COURIER, "64 passengers")


def step_9_a_third_pane_reads_from_right_to_left(me: Hands) -> None:
    me.type("<Ctrl+T>")
    me.open_article(PORT)
    assert shown(me) == [WIRE, COURIER, PORT]
    text = me.text(PORT)
    assert me.point(PORT, "العبارة").x() > text.viewport().width() / 2


def step_10_words_are_found_in_all_of_them(me: Hands) -> None:
    me.type("<Ctrl+F>46")
    bar = me.bench.desk.find_bar
    me.press_button(bar.everywhere)
    me.until(lambda: "2" in bar.count.text())
    me.tab_to("Find in the text", "<Shift+Tab>")
    me.type("<Return><Escape>")
    assert me.bench.desk.selection() is not None
    assert not bar.isVisible()


def step_11_the_text_is_made_larger_for_one_of_them(me: Hands) -> None:
    me.go_to_text(PORT)
    sizes = {title: me.text(title).text_size() for title in (WIRE, PORT)}
    me.type("<Ctrl++><Ctrl++>")
    assert me.text(PORT).text_size() > sizes[PORT]
    assert me.text(WIRE).text_size() == sizes[WIRE]


def step_12_what_the_articles_disagree_on_is_listed_meanwhile(me: Hands) -> None:
    me.rest()
    rows = "\n".join(me.lines(me.bench.findings.table))
    for words in ("46", "64", "7 March", "8 March"):
        assert words in rows


def titles(me: Hands) -> list[str]:
    rows = me.bench.articles.model
    return [str(rows.index(n, 0).data()) for n in range(rows.rowCount())]


def shown(me: Hands) -> list[str]:
    """Titles from pane to pane."""
    return [pane.header.title.text() for pane in me.bench.desk.panes()]


def open_beside(me: Hands, one: str, other: str) -> None:
    """One in the first pane, one in the second."""
    me.go_to_pane(0)
    me.open_article(one)
    me.open_article(other, other=True)
