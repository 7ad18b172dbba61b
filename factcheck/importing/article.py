"""The article out of a page's tree, by trafilatura; what it takes for want of anything better is taken with care.

Where trafilatura finds less than 250 characters, it falls back on the page's raw text with a line for every piece of
markup, or on what the page carries for search engines. To see that, it is asked a second time without that fallback.
"""

from copy import deepcopy
from typing import Any

import trafilatura
from trafilatura.settings import use_config

from factcheck.importing.visible import visible_text
from factcheck.importing.words import say
from factcheck.text import canonical

#: Below this, trafilatura falls back.
_LITTLE = 250
#: Below this, what it finds without falling back is an accident.
_NOTHING = 50
#: And so is what leaves out more than all but one in so many characters of the page.
_SHARE = 20


def article_text(tree: Any) -> tuple[str, tuple[str, ...]]:
    """The text, paragraphs apart, and warnings about how it was got; the tree is used up."""
    sure = _extracted(tree, 0)
    found = _extracted(tree, _LITTLE)
    if len(sure) >= _LITTLE:
        return _apart(found), ()
    visible = canonical(visible_text(tree))
    if len(found) > 2 * len(sure) and not _shown(found, visible):
        return _apart(found), (say("import.warning.not_shown"),)
    if len(sure) >= _NOTHING and len(sure) * _SHARE >= len(visible):
        return _apart(sure), ()
    return _apart(visible), (say("import.warning.whole_page"),)


def _extracted(tree: Any, enough: int) -> str:
    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(enough)
    found = trafilatura.extract(
        deepcopy(tree), favor_recall=True, include_comments=False, include_tables=True, deduplicate=False, config=config
    )
    return canonical(found or "")


def _shown(text: str, visible: str) -> bool:
    """Whether most lines of a text stand on the page."""
    page = "".join(visible.split())
    lines = ["".join(line.split()) for line in text.split("\n")]
    return 2 * sum(line in page for line in lines) >= len(lines)


def _apart(text: str) -> str:
    """Paragraphs with an empty line between them; the items of a list and the rows of a table without."""
    joined: list[str] = []
    previous = ""
    for line in filter(None, map(str.rstrip, text.split("\n"))):
        together = line.startswith(("- ", "|")) and previous.startswith(line[0])
        joined += ["\n" if together else "\n\n", line]
        previous = line
    return "".join(joined[1:])
