"""Light, dark, high contrast: colours by meaning (`resources/themes`) as palette, style sheet and a `Theme`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from PySide6 import QtCore  # the name Qt is taken when it is used: its hundred enumerations take 15 ms
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from factcheck.paths import resource

#: What can be asked for. "system" follows the desktop where it tells, and is light where it does not.
NAMES = ("light", "dark", "contrast", "system")
_NEUTRAL = "neutral"


@dataclass(frozen=True)
class Swatch:
    """A verdict's colour, and the colour of text on it."""

    fill: str
    text: str


@dataclass(frozen=True)
class Theme:
    """Colours by what they mean; the keys are those of `resources/themes/light.toml`."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    ratings: Mapping[str, Swatch]

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role such as "muted"; `alpha` from 0, not seen, to 1."""
        return _with_alpha(self.colours[role], alpha)

    def swatch(self, rating_colour: str) -> Swatch:
        """The pair for `model.Rating.colour`, or "unrated" for a claim without verdict; unknown names are neutral."""
        return self.ratings.get(rating_colour) or self.ratings[_NEUTRAL]

    def fill(self, rating_colour: str, alpha: float = 1.0) -> QColor:
        """The fill of a rating's colour."""
        return _with_alpha(self.swatch(rating_colour).fill, alpha)


def _with_alpha(colour: str, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


@cache
def load(name: str) -> Theme:
    """The theme of this file name."""
    data = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    ratings = {key: Swatch(**pair) for key, pair in data["ratings"].items()}
    return Theme(data["name"], data["dark"], data["colours"], ratings)


class Appearance(QObject):
    """Keeps the application in the theme that was asked for; lives as a child of the application."""

    #: The new Theme, after the palette and the style sheet are in place.
    changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        from factcheck.ui import fonts

        super().__init__(app)
        self.theme = load("light")
        self._app = app
        self._wish = "light"
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        fonts.prepare(app)
        # Both are kept: the object that tells of contrast goes with the Python object that gave it.
        self._hints = app.styleHints()
        self._eyes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._eyes.contrastPreferenceChanged.connect(self._follow)

    @property
    def wish(self) -> str:
        """What was asked for: one of NAMES."""
        return self._wish

    def choose(self, name: str) -> None:
        """Show the application in this theme from now on."""
        self._wish = name
        self._show(load(self._resolved()))

    def write_characters(self, forms: str) -> None:
        """Chinese characters in these forms, if any; a style sheet keeps the faces that it was applied with."""
        from factcheck.ui import fonts

        if fonts.write_characters(self._app, forms):
            self._show(self.theme)

    def _resolved(self) -> str:
        return _of_system(self._hints) if self._wish == "system" else self._wish

    def _follow(self) -> None:
        if self._wish == "system" and self.theme.name != self._resolved():
            self._show(load(self._resolved()))

    def _show(self, theme: Theme) -> None:
        self.theme = theme  # first, since views repaint on the palette's change
        self._app.setStyleSheet("")  # else all is styled by the old sheet for the new palette, and then once more
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(style_sheet(theme))
        self.changed.emit(theme)


def _of_system(hints: QStyleHints) -> str:
    if hints.accessibility().contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is QtCore.Qt.ColorScheme.Dark else "light"


def ground(app: QApplication, name: str) -> None:
    """Colours alone, for a window that has nothing but its ground: faces and the style sheet take longer."""
    app.setStyle("Fusion")
    app.setPalette(palette(load(_of_system(app.styleHints()) if name == "system" else name)))


def appearance() -> Appearance:
    """The one of the running application."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(Appearance, options=QtCore.Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Appearance) else Appearance(app)


def current() -> Theme:
    """The theme that is shown now. Widgets read it when they paint; a change of theme sends them a PaletteChange."""
    return appearance().theme


def apply(app: QApplication, name: str) -> Theme:  # noqa: ARG001 - one application, named for the reader
    """Show the application in a theme: one of NAMES."""
    kept = appearance()
    kept.choose(name if name in NAMES else "system")
    return kept.theme


@contextmanager
def unstyled() -> Iterator[None]:
    """While a window is put together there is no style sheet; then all of it gets the theme's at once.

    With one, each widget that is put into another has its whole inside styled again: most of the time of a start.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "asked",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection-text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
_INK = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def palette(theme: Theme) -> QPalette:
    """A complete palette: Fusion's own has too little contrast in its selection and no dark variant on every system."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, theme.colour(name))
    inactive, disabled = QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled
    made.setColor(inactive, QPalette.ColorRole.Highlight, theme.colour("selection-idle"))
    made.setColor(inactive, QPalette.ColorRole.HighlightedText, theme.colour("selection-idle-text"))
    for role in _INK:
        made.setColor(disabled, role, theme.colour("disabled"))
    made.setColor(disabled, QPalette.ColorRole.Highlight, theme.colour("hover"))
    return made


def style_sheet(theme: Theme) -> str:
    """`resources/themes/style.qss` with `@role` replaced by the theme's colours."""
    text = resource("themes", "style.qss").read_text(encoding="utf-8")
    folder = resource("icons").as_posix()
    text = (
        text.replace("@icons", folder).replace("@theme", theme.name).replace("@mode", "dark" if theme.dark else "light")
    )
    return re.sub(r"@([a-z-]+)", lambda found: theme.colours[found[1]], text)


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two opaque colours as WCAG 2 has it: 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
