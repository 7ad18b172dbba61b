"""The keys of the window: put in force, shown on a sheet, printed, changed."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from PySide6.QtGui import QTextDocument

from factcheck.ui import printing, sheet, shortcuts
from factcheck.ui.actions import Actions, declared, menus, plain
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.keys import KeysDialog
from factcheck.ui.dialogs.shortcuts import Named, ShortcutsDialog
from factcheck.ui.sheet import Group
from factcheck.ui.text import tr


class KeyWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench, self.actions = bench, actions
        self._shipped = {action.key: action.shortcut for action in declared()}
        self._put_in_force()

    def _keys(self) -> dict[str, str]:
        return shortcuts.in_force(self._shipped, self.bench.settings.shortcuts)

    def _put_in_force(self) -> None:
        keys = self._keys()
        self.actions.bind(keys)
        self.bench.panel.name_key(shortcuts.shown(keys["claim"]))
        self.bench.claims.name_key(shortcuts.shown(keys["claim"]))

    def change(self) -> None:
        """Asks for other keys; they are in force at once."""
        titles = {key: plain(title) for key, title in menus()}
        named = [Named(a.key, plain(a.text), titles[a.menu], a.shortcut) for a in declared()]
        dialog = ShortcutsDialog(named, self._keys(), self.bench.window)
        if self.bench.ask(dialog):
            kept = shortcuts.differing(self._shipped, dialog.value())
            self.bench.choose(replace(self.bench.settings, shortcuts=kept))
            self._put_in_force()

    # --- the sheet ---

    def sheet(self) -> None:
        """Every key there is; from there one can print them or change them."""
        groups = self.groups()
        dialog = KeysDialog(groups, self.bench.window)
        dialog.print_wished.connect(lambda: self._print(groups, dialog))
        if self.bench.ask(dialog):
            self.change()

    def _print(self, groups: Sequence[Group], dialog: KeysDialog) -> None:
        printer = printing.ask(dialog, tr("Keys"))
        if printer is not None:
            page = QTextDocument()
            page.setHtml(as_html(groups))
            page.print_(printer)

    def groups(self) -> list[Group]:
        """The keys as they are now."""
        return sheet.groups(self._keys())


def as_html(groups: Sequence[Group]) -> str:
    """The sheet for paper."""
    parts = [f"<h2>{escape(tr('Keys'))}</h2>"]
    for heading, keys in groups:
        rows = "".join(f"<tr><td width='30%'>{escape(key)}</td><td>{escape(name)}</td></tr>" for key, name in keys)
        parts.append(f"<h4>{escape(heading)}</h4><table width='100%' cellspacing='2'>{rows}</table>")
    return "".join(parts)
