"""All actions of the window, declared: what each is called, its key, its icon and its menu. What they do is wired in
`wiring`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from factcheck.ui import shortcuts
from factcheck.ui.icons import icon
from factcheck.ui.text import tr


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `menu` "" keeps it out of the menus."""

    key: str
    text: str
    menu: str = ""
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    #: A separator stands before it.
    apart: bool = False
    #: Works without an open project, and in one that is open read-only.
    always: bool = False


def menus() -> tuple[tuple[str, str], ...]:
    """Menus in their order: key and title."""
    return (
        ("file", tr("&File")),
        ("edit", tr("&Edit")),
        ("read", tr("&Read")),
        ("claim", tr("&Claim")),
        ("finding", tr("F&inding")),
        ("view", tr("&View")),
        ("help", tr("&Help")),
    )


def declared() -> tuple[Action, ...]:
    """Every action, in the order in which it stands in its menu."""
    return (
        Action("new", tr("&New project…"), "file", "Ctrl+N", always=True),
        Action("new_from", tr("New pro&ject from JSON…"), "file", always=True),
        Action("open", tr("&Open project…"), "file", "Ctrl+O", always=True),
        Action("open_sample", tr("Open a fresh &sample"), "file", always=True),
        Action("close_project", tr("C&lose the project"), "file", "Ctrl+Shift+W", always=True),
        Action("import_files", tr("&Import articles…"), "file", "Ctrl+I", "import", apart=True),
        Action("import_folder", tr("Import a &folder…"), "file", "Ctrl+Shift+I"),
        Action("paste_article", tr("&Paste an article…"), "file", "Ctrl+Shift+V"),
        Action("add_page", tr("Add a &web page…"), "file", "Ctrl+U"),
        Action("import_claims", tr("Import &claims from a table…"), "file"),
        Action("import_checks", tr("Import earlier chec&ks…"), "file", always=True),
        Action("import_queue", tr("Import q&ueue"), "file", "Alt+7"),
        Action("preview", tr("Report pre&view"), "file", "Ctrl+R", "article", apart=True, always=True),
        Action("print", tr("Print t&he report…"), "file", "Ctrl+P", always=True),
        Action("export", tr("&Export report…"), "file", "Ctrl+E", "report", always=True),
        Action("export_data", tr("Export &data…"), "file", "Ctrl+Shift+S", always=True),
        Action("verify", tr("Verif&y a report…"), "file", always=True),
        Action("project_details", tr("P&roject details…"), "file", apart=True),
        Action(
            "seal",
            tr("Se&al history"),
            "file",
            tip=tr("Proves later that nothing was cut off or written anew"),
            always=True,
        ),
        Action("backup", tr("&Back up now"), "file", apart=True, always=True),
        Action("restore", tr("Res&tore a backup…"), "file", always=True),
        Action("quit", tr("&Quit"), "file", "Ctrl+Q", apart=True, always=True),
        Action("undo", tr("&Undo"), "edit", "Ctrl+Z", "undo"),
        Action("redo", tr("&Redo"), "edit", "Ctrl+Shift+Z", "redo"),
        Action("history", tr("&History…"), "edit", "Ctrl+H", tip=tr("Go back to before any step")),
        Action("paste", tr("&Paste as an article"), "edit", "Ctrl+V", apart=True),
        Action("withdraw_article", tr("Withdraw the &article"), "edit", apart=True),
        Action(
            "withhold_article",
            tr("W&ithhold the article, or release it"),
            "edit",
            tip=tr("Left out of reports and exports, with all that quotes it"),
        ),
        Action("edit_article", tr("Article &details…"), "edit", "Ctrl+D"),
        Action("edit_text", tr("Edit the &text…"), "edit", "Ctrl+Shift+E"),
        Action("versions", tr("&Versions of the article…"), "edit"),
        Action(
            "archive",
            tr("Look for an archived &copy"),
            "edit",
            tip=tr("Asks the Wayback Machine, which learns the address of the article"),
        ),
        Action("reread", tr("Read the &original anew"), "edit"),
        Action("find", tr("&Find…"), "read", "Ctrl+F", "search", always=True),
        Action("find_next", tr("Find &next"), "read", "F3", always=True),
        Action("find_previous", tr("Find &previous"), "read", "Shift+F3", always=True),
        Action(
            "search",
            tr("Searc&h everything…"),
            "read",
            "Ctrl+K",
            tip=tr("Words in all articles, claims and evidence"),
            always=True,
        ),
        Action("next_mark", tr("Next &mark"), "read", "Alt+Down", apart=True, always=True),
        Action("previous_mark", tr("Previous m&ark"), "read", "Alt+Up", always=True),
        Action("resize", tr("Move the &ends of the mark"), "read", "R"),
        Action("settings", tr("&Settings…"), "edit", "Ctrl+,", apart=True, always=True),
        Action("shortcuts", tr("Change &keys…"), "edit", always=True),
        Action("select_sentence", tr("Select the &sentence"), "read", "L", apart=True, always=True),
        Action("extend_sentence", tr("Se&lect one sentence more"), "read", "Shift+L", always=True),
        Action("next_worth", tr("Next statement &worth checking"), "read", "Alt+Shift+Down", apart=True, always=True),
        Action("previous_worth", tr("P&revious statement worth checking"), "read", "Alt+Shift+Up", always=True),
        Action("worth_number", tr("Underline f&igures"), "read", checkable=True, apart=True, always=True),
        Action("worth_date", tr("Underline &dates"), "read", checkable=True, always=True),
        Action("worth_comparison", tr("Underline &comparisons"), "read", checkable=True, always=True),
        Action("worth_person", tr("&Underline named persons"), "read", checkable=True, always=True),
        Action("worth_quotation", tr("Underline &quotations"), "read", checkable=True, always=True),
        Action("worth_opinion", tr("Underline &opinions"), "read", checkable=True, always=True),
        Action("worth_prediction", tr("Underline predic&tions"), "read", checkable=True, always=True),
        Action("claim", tr("&Mark as claim"), "claim", "C", "claim", tr("A claim from the selected words")),
        Action(
            "appearance", tr("Add &appearance"), "claim", "A", tip=tr("The selected words say the current claim too")
        ),
        Action("media_claim", tr("Claim from a &recording or image…"), "claim"),
        Action("evidence_passage", tr("Add selection as &evidence"), "claim", "E", "evidence"),
        Action("evidence_link", tr("Add a &link as evidence…"), "claim", "Ctrl+L"),
        Action("evidence_note", tr("Add a &note as evidence…"), "claim", "Ctrl+Shift+N"),
        Action("evidence_file", tr("Add a &file as evidence…"), "claim"),
        Action("next_claim", tr("Ne&xt claim of the table"), "claim", "F6", apart=True, always=True),
        Action("previous_claim", tr("Previou&s claim of the table"), "claim", "Shift+F6", always=True),
        Action("clear_verdict", tr("Clear the &verdict"), "claim", "Ctrl+0", apart=True),
        Action("to_wording", tr("G&o to its wording"), "claim", "Ctrl+1", apart=True, always=True),
        Action("to_claimant", tr("Go &to who claimed it"), "claim", "Ctrl+2", always=True),
        Action("to_summary", tr("Go to the words of the verdi&ct"), "claim", "Ctrl+3", always=True),
        Action("to_evidence", tr("Go to &its evidence"), "claim", "Ctrl+4", always=True),
        Action("to_reply", tr("Go to right of repl&y and limits"), "claim", "Ctrl+5", always=True),
        Action(
            "second_reader",
            tr("Read as the second rea&der"),
            "claim",
            "Ctrl+Shift+R",
            tip=tr("First verdicts are hidden until both are laid open"),
            checkable=True,
            apart=True,
        ),
        Action("reveal", tr("Lay &both verdicts open"), "claim"),
        Action("merge_claim", tr("Mer&ge with another claim…"), "claim", "Ctrl+M", apart=True),
        Action("split_claim", tr("S&plit the claim…"), "claim"),
        Action("duplicate_claim", tr("D&uplicate the claim"), "claim"),
        Action("withdraw_claim", tr("&Withdraw the claim"), "claim"),
        Action(
            "withhold_claim",
            tr("Wit&hhold the claim, or release it"),
            "claim",
            tip=tr("Left out of reports and exports"),
        ),
        Action("match", tr("Compare the articles &again"), "finding", "F5", "search", always=True),
        Action(
            "contradiction",
            tr("Make a c&ontradiction"),
            "finding",
            "X",
            "contradiction",
            tr("The first passage, then the second"),
        ),
        Action("confirm", tr("&Confirm"), "finding", "Ctrl+Return", "confirm", apart=True),
        Action("dismiss", tr("&Dismiss"), "finding", "Ctrl+Backspace", "dismiss"),
        Action("scope", tr("Different &scope"), "finding", "", "scope"),
        Action("clear_ruling", tr("C&lear the ruling"), "finding"),
        Action("ruling_note", tr("Write a no&te on the ruling"), "finding", "T"),
        Action("remove_contradiction", tr("&Remove the contradiction made by hand"), "finding"),
        Action("article_findings", tr("&Findings of this article"), "finding", "Ctrl+Shift+D", apart=True, always=True),
        Action("word_by_word", tr("Compare &word by word"), "finding", "W", always=True),
        Action(
            "elsewhere",
            tr("Find these words &elsewhere"),
            "finding",
            "Ctrl+Shift+F",
            tip=tr("Where the selected statement, or that of the claim, stands nearly word for word"),
            always=True,
        ),
        Action("next_finding", tr("&Next finding"), "finding", "F4", always=True),
        Action("previous_finding", tr("&Previous finding"), "finding", "Shift+F4", always=True),
        Action("second_opinion", tr("Second op&inion"), "finding", apart=True, checkable=True, always=True),
        Action("opinion_settings", tr("W&ho gives a second opinion…"), "finding", always=True),
        Action("split", tr("&Split"), "view", "Ctrl+T", "split", tr("One more article beside the others"), always=True),
        Action("close_pane", tr("Cl&ose the pane"), "view", "Ctrl+W", "close", always=True),
        Action("swap", tr("S&wap panes"), "view", "Ctrl+Shift+X", "swap", always=True),
        Action("sync_off", tr("Sc&roll each article by itself"), "view", checkable=True, apart=True, always=True),
        Action("sync_event", tr("Scroll together by &event"), "view", checkable=True, always=True),
        Action("sync_finding", tr("Scroll toget&her by finding"), "view", checkable=True, always=True),
        Action("zoom_in", tr("&Larger text"), "view", "Ctrl++", apart=True, always=True),
        Action("zoom_out", tr("S&maller text"), "view", "Ctrl+-", always=True),
        Action(
            "second_window",
            tr("Second wi&ndow"),
            "view",
            "Ctrl+Shift+O",
            tip=tr("On the same project, to read in"),
            apart=True,
            always=True,
        ),
        Action("to_articles", tr("Go to &articles"), "view", "Alt+1", apart=True, always=True),
        Action("to_desk", tr("Go to the &text"), "view", "Alt+2", always=True),
        Action("to_claims", tr("Go to &claims"), "view", "Alt+3", always=True),
        Action("to_findings", tr("Go to &findings"), "view", "Alt+4", always=True),
        Action("to_facts", tr("Go to the facts ta&ble"), "view", "Alt+6", always=True),
        Action("to_panel", tr("Go to the &details"), "view", "Alt+5", always=True),
        Action("system", tr("Appearance: as the s&ystem"), "view", apart=True, checkable=True, always=True),
        Action("light", tr("Appearance: l&ight"), "view", checkable=True, always=True),
        Action("dark", tr("Appearance: dar&k"), "view", checkable=True, always=True),
        Action("contrast", tr("Appearance: hi&gh contrast"), "view", checkable=True, always=True),
        Action(
            "palette",
            tr("&Command palette…"),
            "help",
            "Ctrl+Shift+P",
            tip=tr("Any action, article or claim"),
            always=True,
        ),
        Action("message", tr("Do what the message &offers"), "help", "F8", apart=True, always=True),
        Action("close_message", tr("Close the &message"), "help", "Shift+F8", always=True),
        Action("about", tr("&About factcheck"), "help", apart=True, always=True),
        Action("keys", tr("&Keys"), "help", "F1", always=True),
    )


def plain(name: str) -> str:
    """The name of an action or menu without the mark of its letter and the dots that announce a question."""
    return name.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


class Actions:
    """The actions of one window, by key."""

    def __init__(self, window: QMainWindow) -> None:
        self._made: dict[str, QAction] = {}
        self._menu_of: dict[str, str] = {}
        self._always: set[str] = set()
        titles = {key: window.menuBar().addMenu(title) for key, title in menus()}
        for action in declared():
            self._add(window, action, titles)
        self.menus: dict[str, QMenu] = titles

    def _add(self, window: QMainWindow, declared_one: Action, titles: dict[str, QMenu]) -> None:
        made = QAction(declared_one.text, window)
        made.setObjectName(declared_one.key)
        made.setCheckable(declared_one.checkable)
        if declared_one.icon:
            made.setIcon(icon(declared_one.icon))
        if declared_one.tip:
            made.setToolTip(declared_one.tip)
        if declared_one.always:
            self._always.add(declared_one.key)
        menu = titles[declared_one.menu]
        if declared_one.apart:
            menu.addSeparator()
        menu.addAction(made)
        self._made[declared_one.key] = made
        self._menu_of[declared_one.key] = declared_one.menu

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._made.values())

    def items(self) -> Iterator[tuple[str, QAction]]:
        """Keys and actions, in the order of the menus."""
        return iter(self._made.items())

    def menu_of(self, key: str) -> str:
        """Key of the menu that an action stands in."""
        return self._menu_of[key]

    def wire(self, **wishes: Callable[[], object]) -> None:
        """What each action does, by key."""
        for key, wish in wishes.items():
            self._made[key].triggered.connect(lambda _checked=False, wish=wish: wish())

    def bind(self, keys: Mapping[str, str]) -> None:
        """Gives each action its key, "" for none."""
        for key, action in self._made.items():
            action.setShortcuts([QKeySequence(one) for one in shortcuts.both(keys, key)])

    def allow(self, editing: bool) -> None:
        """Whether what changes the project can be asked for."""
        for key, action in self._made.items():
            action.setEnabled(editing or key in self._always)
