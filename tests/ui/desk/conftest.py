"""An article with everything that is hard in it, and its pieces by their words."""

import pytest
from pytestqt.qtbot import QtBot

from factcheck.text import Span
from factcheck.ui.views.article_pane import ShownArticle
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.marks import Mark

TEXT = (
    "At least 17 people were killed 👩‍👩‍👧‍👦 when the wall broke, the café owner said.\n"
    "\n"
    "قال مسؤولون إن ٢٤ شخصا قتلوا، بينما قالت وكالة Reuters إن العدد 17 فقط.\n"
    "\n" + "The mud ran along the north bank of the river and came to a halt near the hamlet. " * 12 + "\n"
    "\n" + "\n\n".join(f"Paragraph {n} says that the sirens of the town did not sound." for n in range(60))
)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mark_of(id: str, words: str, colour: str = "true", sign: str = "+") -> Mark:
    return Mark(id, span_of(words), colour, sign, f"Claim {id}")


def shown(article_id: str, title: str = "A title") -> ShownArticle:
    return ShownArticle(article_id, f"{article_id}-1", title, "Courier", "11 March", "en", TEXT)


def two_articles(qtbot: QtBot, width: int, height: int) -> Desk:
    """A desk with an article in each of two panes."""
    made = Desk()
    qtbot.addWidget(made)
    made.resize(width, height)
    made.set_choices([("a", "First", ""), ("b", "Second", "")])
    made.show()
    qtbot.waitExposed(made)
    made.show_article(shown("b"), 1)
    made.show_article(shown("a"), 0)
    return made


@pytest.fixture
def view(qtbot: QtBot) -> ArticleText:
    made = ArticleText()
    qtbot.addWidget(made)
    made.resize(560, 480)
    made.set_article(TEXT)
    made.show()
    qtbot.waitExposed(made)
    return made
