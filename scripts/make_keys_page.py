"""Writes docs/keys.md: every key as it ships, from what the window itself shows under F1.

.venv/bin/python scripts/make_keys_page.py
"""

from pathlib import Path

from factcheck import i18n
from factcheck.ui import sheet
from factcheck.ui.actions import declared

PAGE = Path(__file__).resolve().parent.parent / "docs" / "keys.md"

HEAD = """# Keys

As they ship. <kbd>F1</kbd> shows them as they are now, and prints them; *Edit, Change keys…* gives an action of the
menus another one ([how](guide/settings.md#keys)). The keys of the parts of the window stay as they are.

Every action stands in a menu too, and <kbd>Ctrl+Shift+P</kbd> finds each by a few letters of its name.
"""


def page() -> str:
    """The page as it should be."""
    i18n.speak("en")
    parts = [HEAD]
    for heading, keys in sheet.groups({action.key: action.shortcut for action in declared()}):
        rows = "".join(f"| {_key(key)} | {what} |\n" for key, what in keys)
        parts.append(f"## {heading}\n\n| key | what it does |\n|---|---|\n{rows}")
    return "\n".join(parts)


def _key(keys: str) -> str:
    return ", ".join(f"<kbd>{key}</kbd>" for key in keys.split(", "))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
