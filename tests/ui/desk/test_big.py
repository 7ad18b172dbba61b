"""Five megabytes and 100,000 marks: what a person does never waits for what is not seen.

The bounds are wide, so that a busy machine does not fail them; the figures are measured in benchmarks/.
"""

import random
from collections.abc import Callable
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

from factcheck.hits import Hits, Query
from factcheck.text import Span
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.marks import Mark

PROSE = "\n\n".join(" ".join(["the district rescue service said"] * 17) for _ in range(9_000))
TEXTS = {"prose": PROSE, "one line": PROSE.replace("\n", " "), "no space at all": "x" * 5_000_000}


def seconds(action: Callable[[], object]) -> float:
    began = perf_counter()
    action()
    return perf_counter() - began


@pytest.mark.parametrize("name", TEXTS)
def test_a_big_article_stays_quick(qtbot: QtBot, name: str) -> None:
    text = TEXTS[name]
    chance = random.Random(1)
    view = ArticleText()
    qtbot.addWidget(view)
    view.resize(700, 900)
    view.show()
    qtbot.waitExposed(view)
    assert seconds(lambda: view.set_article(text)) < 2
    places = [chance.randrange(len(text) - 200) for _ in range(100_000)]
    view.set_marks([Mark(str(i), Span(at, at + 40), "false", "×", "") for i, at in enumerate(places)])

    def jump() -> None:
        at = chance.randrange(len(text) - 200)
        view.reveal(Span(at, at + 20))
        view.viewport().repaint()
        assert not view.span_rect(Span(at, at + 20)).isEmpty()

    def add() -> None:
        view.put_mark(Mark("new", Span(100, 150), "true", "+", ""))
        view.viewport().repaint()

    def find() -> None:
        hits = Hits(text, Query(chance.choice(["district", "rescue s", "xx"])))
        view.set_hits(hits)
        hits.look(0.02, first=True)
        view.viewport().repaint()

    assert sorted(seconds(find) for _ in range(9))[4] < 0.1
    assert sorted(seconds(jump) for _ in range(9))[4] < 0.1
    assert sorted(seconds(add) for _ in range(9))[4] < 0.1
