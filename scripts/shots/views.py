"""Every view of the window, as data: its name, how a person gets there, and in which sizes it is taken."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from factcheck import workflow
from factcheck.model import Reader
from factcheck.ui.models import facts_view
from factcheck.ui.views.find_bar import FindBar
from scripts.shots.claims import TABLE
from scripts.shots.dialogs import DIALOGS
from scripts.shots.plan import EVERY
from scripts.shots.stage import Stage, View

# --- the first page ---


def _welcome(stage: Stage) -> QWidget:
    stage.window.leave_project()
    return stage.window


def _welcome_known(stage: Stage) -> QWidget:
    """With projects that were open before, one of them gone."""
    stage.window.leave_project()
    others = [stage.home / "the-long-inquiry-into-the-ferry-terminal-tender" / f"{n}.factcheck" for n in ("one", "two")]
    recent = (str(stage.project), *map(str, others))
    stage.window.bench.settings = replace(stage.window.bench.settings, recent=recent)
    stage.window.start.refresh()
    return stage.window


def _empty_project(stage: Stage) -> QWidget:
    stage.window.leave_project()
    path = stage.home / "empty.factcheck"
    path.unlink(missing_ok=True)
    workflow.new_project(path, stage.window.bench.settings.who, "Harbour fire", "truth-o-meter").close()
    stage.window.projects.open(path)
    stage.rest()
    return stage.window


def _opened(stage: Stage) -> QWidget:
    return stage.window


# --- the reading desk ---


def _panes(count: int, stage: Stage) -> QWidget:
    stage.panes(count)
    return stage.window


def _find(stage: Stage) -> QWidget:
    bar = _find_bar(stage)
    bar.field.setText(stage.word())
    bar.everywhere.setChecked(True)
    return stage.window


def _find_wrong(stage: Stage) -> None:
    bar = _find_bar(stage)
    bar.pattern.setChecked(True)
    bar.field.setText("(a")
    stage.shoot(stage.window)
    bar.field.clear()
    bar.pattern.setChecked(False)


def _find_bar(stage: Stage) -> FindBar:
    stage.panes(2)
    stage.window.reading.find.open()
    bar = stage.window.findChild(FindBar)
    assert isinstance(bar, FindBar)
    return bar


# --- below the articles ---


def _findings_filtered(stage: Stage) -> None:
    stage.finding()
    stage.window.bench.findings.filter_field.setText("zzz")
    stage.shoot(stage.window)
    stage.window.bench.findings.filter_field.clear()


def _finding(panes: int, stage: Stage) -> QWidget:
    stage.panes(panes)
    stage.finding(2)
    stage.wait(1500)  # what was just gone to is outlined for a while
    return stage.window


def _word_by_word(stage: Stage) -> None:
    stage.finding(1)
    stage.act("word_by_word")
    stage.shoot(stage.window)
    stage.act("word_by_word")


def _facts(stage: Stage) -> QWidget:
    """Those that two articles give; all, where matching knows too little of the language for that."""
    stage.panes(2)
    stage.window.layout_of.to_facts()
    stage.rest()
    if not stage.window.bench.facts.grid.model().rowCount():
        stage.window.bench.facts.options._choose("show", facts_view.ALL)
    return stage.window


# --- the claim panel ---


def _claim(stage: Stage) -> QWidget:
    stage.panes(2)
    stage.claim()
    return stage.window


def _claim_part(part: str, stage: Stage) -> QWidget:
    stage.claim()
    panel = stage.window.bench.panel
    panel.go_to(part)
    stage.wait()
    stage.to_top(panel)
    return stage.window


def _claim_history(stage: Stage) -> None:
    stage.claim()
    panel = stage.window.bench.panel
    for key in ("verdict", "evidence", "details"):
        panel.sections[key][0].set_open(False)
    panel.sections["history"][0].set_open(True)
    stage.shoot(stage.window)
    for key in ("verdict", "evidence", "details"):
        panel.sections[key][0].set_open(True)
    panel.sections["history"][0].set_open(False)


def _nothing_chosen(stage: Stage) -> QWidget:
    stage.window.bench.claims.select(None)
    stage.window.claim_wishes.presenter.show_claim(None)
    stage.window.layout_of.show_panel()
    return stage.window


# --- over the window ---


def _palette(typed: str, stage: Stage) -> QWidget:
    stage.act("palette")
    stage.window.finder.view.line.setText(typed)
    return stage.window


def _search(typed: str, stage: Stage) -> QWidget:
    stage.claim()
    stage.act("search")
    stage.window.seeker.view.line.setText(typed or stage.word())
    stage.wait(600)
    return stage.window


def _toast(stage: Stage) -> QWidget:
    stage.claim()
    stage.window.bench.say("Added as evidence. Say in the panel whether it supports or refutes the claim.", "Undo")
    return stage.window


def _complaint(stage: Stage) -> QWidget:
    stage.window.bench.toast.complain(
        "“inspection.pdf” is damaged: it ends in the middle of a page. Ask for another copy and import that.",
    )
    return stage.window


def _second_window(stage: Stage) -> QWidget:
    stage.claim()
    stage.wait()  # it opens at what is to be seen
    stage.act("second_window")
    reader = stage.window.readers[-1]
    stage.until(lambda: not reader.bench.jobs.running() and reader.bench.feed.findings)
    return reader


def _menu(name: str, stage: Stage) -> None:
    from PySide6.QtWidgets import QMenu

    menus = [action.menu() for action in stage.window.menuBar().actions()]
    titles = [menu for menu in menus if isinstance(menu, QMenu) and menu.title().replace("&", "") == name]
    menu = titles[0]
    menu.popup(stage.window.mapToGlobal(stage.window.rect().topLeft()))
    stage.shoot(menu)
    menu.close()


# --- the second reader; last, since it leaves a verdict ---


def _second_blind(stage: Stage) -> QWidget:
    stage.read_as(Reader.second)
    stage.claim(1)
    return stage.window


def _second_compared(stage: Stage) -> QWidget:
    stage.read_as(Reader.second)
    chosen = stage.claim(1)
    stage.window.claim_wishes.rate(chosen.id, "false")
    stage.window.second.reveal(chosen.id)
    panel = stage.window.bench.panel
    panel.sections["second"][0].heading.setFocus()
    stage.wait()
    stage.to_top(panel)
    return stage.window


def _withheld(stage: Stage) -> QWidget:
    stage.read_as(Reader.first)
    stage.claim(2)
    stage.act("withhold_claim")
    return stage.window


VIEWS = (
    View("welcome", _welcome, EVERY, at_work=False),
    View("welcome-known", _welcome_known, at_work=False),
    View("empty-project", _empty_project, EVERY, at_work=False),
    View("opened", _opened),
    View("desk-1", partial(_panes, 1)),
    View("desk-2", partial(_panes, 2), EVERY),
    View("desk-3", partial(_panes, 3)),
    View("desk-4", partial(_panes, 4)),
    View("find", _find),
    View("find-wrong", _find_wrong),
    View("finding", partial(_finding, 2), EVERY),
    View("finding-3", partial(_finding, 3)),
    View("word-by-word", _word_by_word),
    View("findings-none", _findings_filtered),
    View("facts", _facts, EVERY),
    View("claim", _claim, EVERY),
    *TABLE,
    View("claim-summary", partial(_claim_part, "summary")),
    View("claim-evidence", partial(_claim_part, "evidence")),
    View("claim-appearances", partial(_claim_part, "appearances")),
    View("claim-limits", partial(_claim_part, "limits")),
    View("claim-history", _claim_history),
    View("no-claim", _nothing_chosen),
    View("palette", partial(_palette, "")),
    View("palette-typed", partial(_palette, "ex")),
    View("palette-none", partial(_palette, "zzzzz")),
    View("search", partial(_search, "")),
    View("search-none", partial(_search, "zzzzz")),
    View("toast", _toast),
    View("complaint", _complaint),
    View("menu-file", partial(_menu, "File")),
    View("menu-claim", partial(_menu, "Claim")),
    View("second-window", _second_window),
    *DIALOGS,
    View("second-blind", _second_blind),
    View("second-compared", _second_compared),
    View("withheld", _withheld),
)
