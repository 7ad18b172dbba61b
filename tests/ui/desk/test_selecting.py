"""Words are selected by the mouse from the edge of their first letter to that of their last, in both directions."""

import unicodedata

import pytest
from PySide6.QtCore import QPointF

from factcheck.text import Span
from factcheck.ui.views.article_text import ArticleText

from .conftest import TEXT, span_of
from .test_resizing import drag


def edge(view: ArticleText, at: int, first: bool) -> QPointF:
    """Where a letter begins to be read, or ends, one pixel within it: where directions meet, an edge is two places."""
    box = view.span_rect(Span(at, at + 1))
    leftwards = unicodedata.bidirectional(TEXT[at]) in {"R", "AL"}
    return QPointF(box.left() + 1 if first is not leftwards else box.right() - 1, box.center().y())


@pytest.mark.parametrize(
    "words",
    ["17 people were", "مسؤولون إن", "شخصا", "شخصا قتلوا", "بينما قالت وكالة", "Reuters", "إن العدد", "العدد 17 فقط"],
)
def test_the_mouse_selects_what_it_is_drawn_over(view: ArticleText, words: str) -> None:
    span = span_of(words)
    drag(view, edge(view, span.start, first=True), edge(view, span.end - 1, first=False))
    selected = view.selected()
    assert selected is not None
    assert selected.of(TEXT) == words
