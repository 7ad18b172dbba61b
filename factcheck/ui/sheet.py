"""Every key there is, by menu and by part of the window: what the sheet of keys and docs/keys.md show."""

from collections.abc import Mapping, Sequence

from factcheck.ui import shortcuts
from factcheck.ui.actions import declared, menus, plain
from factcheck.ui.text import tr

#: A heading, and under it keys with what they do.
Group = tuple[str, Sequence[tuple[str, str]]]


def groups(keys: Mapping[str, str]) -> list[Group]:
    """The keys of actions by menu, as they are now, then those that belong to a part of the window."""
    found: list[Group] = []
    for menu, title in menus():
        here = ((shortcuts.both(keys, a.key), plain(a.text)) for a in declared() if a.menu == menu)
        rows = [_row(" ".join(own), text) for own, text in here if own]
        if rows:
            found.append((plain(title), rows))
    return [*found, *_parts()]


def _parts() -> list[Group]:
    """Keys that cannot be given away: they work where the focus is."""
    return [
        (tr("Anywhere in the claims and texts"), [(tr("1 to 9, 0"), tr("Verdict of the current claim"))]),
        (tr("List of articles"), _articles()),
        (tr("Text of an article"), _text()),
        (tr("Find bar"), _find()),
        (tr("Claims and their panel"), _claims()),
        (tr("Findings"), _findings()),
        (tr("Facts"), _facts()),
        (tr("Import queue"), _queue()),
        (tr("Report preview"), _preview()),
        (tr("Search and command palette"), _finder()),
    ]


def _row(keys: str, what: str) -> tuple[str, str]:
    return ", ".join(shortcuts.shown(key) for key in keys.split()), what


def _articles() -> list[tuple[str, str]]:
    return [
        _row("Return", tr("Open the article in the current pane")),
        _row("Ctrl+Return", tr("Open it in the other pane")),
        _row("F2", tr("Its title, publisher, date")),
        _row("/", tr("Filter by words")),
        (tr("Letters"), tr("Go to the title that begins so")),
        _row("Esc", tr("Reset the filter")),
        _row("Del", tr("Withdraw it")),
    ]


def _text() -> list[tuple[str, str]]:
    return [
        _row("Return", tr("Open the mark at the cursor")),
        _row("Left Right", tr("Move the end of the mark, while it is moved")),
        _row("Shift+Left Shift+Right", tr("Move its start")),
        _row("Ctrl+Left Ctrl+Right", tr("Move it by words")),
        _row("Return", tr("Keep the mark as it is now")),
        _row("Esc", tr("Leave it as it was")),
    ]


def _find() -> list[tuple[str, str]]:
    return [
        _row("Return", tr("Next place")),
        _row("Shift+Return", tr("Previous place")),
        _row("Esc", tr("Close the bar; the words stay selected")),
    ]


def _claims() -> list[tuple[str, str]]:
    return [
        _row("Return", tr("From the table to the panel; on a card: show it, or edit it")),
        _row("Del", tr("Withdraw the selected claims; on a card: remove it")),
        _row("F2", tr("Edit the cell, in the table")),
        _row("F", tr("Filter the table by status, verdict, claimant …")),
        _row("/", tr("Filter by words")),
        _row("G", tr("Group the table")),
        _row("V", tr("Choose which columns are seen")),
        _row("Left Right", tr("Close and open a group; from a claim to its heading")),
        _row("Esc", tr("Clear the filter of the table; from the panel back to where you came from")),
        _row("+ - O", tr("On a card of evidence: it supports, refutes, is context")),
        _row("Alt+Up Alt+Down", tr("Move a card, in the panel")),
        _row("Alt+Down", tr("In the field of a day: choose it in a calendar")),
    ]


def _findings() -> list[tuple[str, str]]:
    return [
        _row("Y", tr("Confirm")),
        _row("N", tr("Dismiss")),
        _row("S", tr("Different scope")),
        _row("Backspace Del", tr("Clear the ruling")),
        _row("Shift+Y Shift+N Shift+S", tr("Rule, stay and write why")),
        _row("M", tr("Make claims of the positions")),
        _row("F", tr("Filter by kind, reason, publisher …")),
        _row("V", tr("Choose which columns are seen")),
        _row("/", tr("Filter by words")),
        _row("Del", tr("Take the filter away that has the focus")),
        _row("Esc", tr("Reset the filter; from the card back to the list")),
    ]


def _facts() -> list[tuple[str, str]]:
    return [
        _row("Return", tr("Show the passage, then the next one of the cell")),
        _row("/", tr("Filter by words")),
        _row("Esc", tr("Reset the filter")),
        _row("Ctrl+C", tr("Copy the table for a spreadsheet")),
    ]


def _queue() -> list[tuple[str, str]]:
    return [
        _row("Space", tr("Mark a row to be added, or not")),
        _row("Del", tr("Take it out of the queue")),
        _row("Ctrl+Return", tr("Add all that is marked")),
    ]


def _preview() -> list[tuple[str, str]]:
    return [
        _row("PgUp PgDown Space", tr("Turn the pages")),
        _row("Home End", tr("First page, last page")),
        _row("+ -", tr("Larger, smaller")),
        _row("0", tr("Fit the width")),
    ]


def _finder() -> list[tuple[str, str]]:
    return [
        _row("Up Down PgUp PgDown", tr("Go through what fits")),
        _row("Return", tr("Go there, or do it")),
        _row("Esc", tr("Close it")),
    ]
