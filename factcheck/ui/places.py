"""Where a person was in a project, so that it can be gone on with: kept beside the settings, never in the project."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Article, Claim
from factcheck.paths import user_config
from factcheck.session import Session
from factcheck.text import Span
from factcheck.ui import present
from factcheck.ui.bench import Bench
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.findings_filter import FindingsFilter
from factcheck.ui.views.article_text import ArticleText

if TYPE_CHECKING:
    from factcheck.ui.layout import Layout
    from factcheck.ui.presenter import Presenter

#: Projects whose places are remembered.
_MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """What was to be seen of a project when it was closed."""

    #: Articles from the first pane to the last, "" for none, and the character at the top of each.
    articles: tuple[str, ...] = ()
    tops: tuple[int, ...] = ()
    #: Point sizes of the texts, and widths of the panes.
    sizes: tuple[float, ...] = ()
    widths: tuple[int, ...] = ()
    pane: int = 0
    #: Where words were selected in that pane: from, to; nothing if none were.
    selected: tuple[int, ...] = ()
    claim: str = ""
    finding: str = ""
    #: Whether the table of claims was in view, and whether the panel of the claim was.
    claims: bool = False
    panel: bool = False
    #: Whether the facts table was.
    facts: bool = False
    #: What the findings are filtered by, and the claims with what they are grouped by.
    filter: dict[str, Any] = field(default_factory=dict)
    claims_filter: dict[str, Any] = field(default_factory=dict)


class Places:
    """Keeps the place in one window's project, and goes back there."""

    def __init__(self, bench: Bench, layout: "Layout", presenter: "Presenter") -> None:
        self._bench, self._layout, self._presenter = bench, layout, presenter
        #: Whether the project that is open got as far as being seen.
        self._seen = False
        #: The finding that was chosen, until it is known again or another one is chosen.
        self._finding = ""
        #: Whether the panel of a claim stays before its card.
        self._panel = False
        #: Nothing is to be remembered of this window.
        self.forgetful = False
        #: What was remembered last.
        self._kept: Place | None = None

    def keep(self) -> None:
        """Remembers what is to be seen of the project, which is about to be closed."""
        self.note()
        self._seen, self._kept = False, None

    def note(self) -> None:
        """Remembers what is to be seen now of the project that is open, in case the program is killed."""
        if not self._seen or self.forgetful or _is_held_elsewhere(self._bench.session):
            return
        place = self._now()
        if place != self._kept:
            path = str(self._bench.session.path.absolute())
            known = {path: asdict(place), **{k: v for k, v in _load().items() if k != path}}
            _save(dict([*known.items()][:_MOST]))
            self._kept = place

    def _now(self) -> Place:
        bench, layout = self._bench, self._layout
        panes = bench.desk.panes()
        return Place(
            tuple(bench.desk.shown()),
            tuple(pane.text.first_visible_offset() for pane in panes),
            tuple(pane.text.text_size() for pane in panes),
            tuple(pane.width() for pane in panes),
            bench.desk.current_pane(),
            _selected(panes[bench.desk.current_pane()].text),
            self._presenter.claim or "",
            self._presenter.finding or "",
            layout.lower.currentWidget() is bench.claims,
            layout.chosen.currentWidget() is bench.panel,
            layout.lower.currentWidget() is bench.facts,
            bench.findings.filter().as_data(),
            bench.claims.filter().as_data(),
        )

    def go_back(self) -> bool:
        """Shows what was to be seen when the project was closed; False if that is not known."""
        self._seen = True
        place = remembered(self._bench)
        self._bench.findings.set_filter(FindingsFilter.of_data(place.filter if place else {}))
        self._bench.claims.set_filter(ClaimsFilter.of_data(place.claims_filter if place else {}))
        if place is None or not is_there(self._bench, place):
            return False
        open_articles(self._bench, place)
        self._choose(place)
        return True

    def _choose(self, place: Place) -> None:
        bench, layout = self._bench, self._layout
        self._finding, self._panel = place.finding, bool(place.claim and place.panel)
        claim = bench.state.get(Claim, place.claim) if place.claim else None
        if claim and not claim.withdrawn:
            bench.claims.table.select(claim.id)  # the filter is as it was, also where it hides this claim
            self._presenter.show_claim(claim.id)
            if place.panel or not place.finding:
                layout.show_panel()
        layout.lower.setCurrentWidget(bench.facts if place.facts else bench.claims if place.claims else bench.findings)
        if self._presenter.claim and place.claims:
            layout.to_claims()
        elif place.facts:
            layout.to_facts()
        elif place.finding and not place.claims:
            layout.to_findings()
        else:
            bench.desk.focus_pane(min(place.pane, len(bench.desk.panes()) - 1))

    def go_to_finding(self) -> None:
        """Chooses the finding that was chosen, now that the findings are known; not if a person went on meanwhile."""
        finding_id, self._finding = self._finding, ""
        finding = self._bench.feed.by_id(finding_id)
        if finding is None or self._presenter.finding:
            return
        self._bench.findings.select(finding.id)
        self._presenter.show_finding(finding)
        if not self._panel:
            self._layout.show_card()


def remembered(bench: Bench) -> Place | None:
    """Where a person was in the project that is open; None if that is not known."""
    return _read(_load().get(str(bench.session.path.absolute())))


def is_there(bench: Bench, place: Place) -> bool:
    """Whether any of its articles is still in the project."""
    return any(bench.state.get(Article, id) for id in place.articles if id)


def open_articles(bench: Bench, place: Place) -> None:
    """The articles in their panes, as they were read."""
    desk, state = bench.desk, bench.state
    while len(desk.panes()) > len(place.articles):
        desk.close_pane(len(desk.panes()) - 1)
    while len(desk.panes()) < len(place.articles):
        desk.split()
    desk.set_widths(place.widths)
    for pane, (article_id, top) in enumerate(zip(place.articles, place.tops, strict=False)):
        article = state.get(Article, article_id) if article_id else None
        if article and not article.withdrawn:
            desk.show_article(present.shown_article(state, article, bench.catalogue), pane)
            if pane < len(place.sizes):
                desk.panes()[pane].text.set_text_size(place.sizes[pane])
            text = desk.panes()[pane].text
            if pane == place.pane and (span := _fitting(place.selected, text)):
                text.select(span)
            if top:
                text.scroll_to(top, 0)


def _selected(text: ArticleText) -> tuple[int, ...]:
    span = text.selected()
    return (span.start, span.end) if span else ()


def _fitting(selected: tuple[int, ...], text: ArticleText) -> Span | None:
    """Words that can be selected still; the text may be another version by now."""
    fits = len(selected) == 2 and 0 <= selected[0] < selected[1] <= len(text.text())
    return Span(*selected) if fits else None


def _is_held_elsewhere(session: Session) -> bool:
    """Whether it is only read here because another program writes it, which remembers what is to be seen."""
    return session.read_only and os.access(session.path, os.W_OK)


def _file() -> Path:
    return user_config() / "places.json"


def _load() -> dict[str, Any]:
    try:
        told = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _read(told: object) -> Place | None:
    """A place as it was written; None if the file was damaged or is of another time."""
    if not isinstance(told, dict):
        return None
    default = Place()
    fitting: dict[str, Any] = {}
    for name, value in told.items():
        known = tuple(value) if isinstance(value, list) else value
        if type(known) is type(getattr(default, name, None)):
            fitting[name] = known
    place = Place(**fitting)
    texts = all(isinstance(a, str) for a in place.articles)
    numbers = all(isinstance(n, int | float) for n in (*place.tops, *place.sizes, *place.widths, *place.selected))
    return place if texts and numbers and 1 <= len(place.articles) <= 4 else None


def _save(places: dict[str, Any]) -> None:
    """All or nothing; a folder that cannot be written keeps the old ones."""
    try:
        draft = _file().with_suffix(f".{os.getpid()}.new")
        draft.write_text(json.dumps(places, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(_file())
    except OSError:
        return  # the program works without; it only forgets
