"""Colours can be read, in every theme, on every ground that the window puts them on."""

import itertools
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from factcheck.paths import resource
from factcheck.ui import icons, theme
from factcheck.ui.dialogs.rows import plain_list
from factcheck.ui.views.mark_painter import DEEPEST_TINT, TINT

THEMES = ("light", "dark", "contrast")
#: What WCAG 2 asks of words at level AA, and at level AAA.
READABLE, STRONG = 4.5, 7.0


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *itertools.product(("text", "muted"), ("window", "panel", "base", "alternate", "hover")),
        ("asked", "base"),
        ("text", "pressed"),
        ("text", "passage"),
        ("text", "clash"),
        ("text", "hit"),
        ("text", "button"),
        ("accent-text", "accent"),
        ("selection-text", "selection"),
        ("selection-idle-text", "selection-idle"),
        *itertools.product(("link", "danger"), ("base", "window", "panel")),
    ],
)
def test_words_stand_out_from_their_ground(name: str, ink: str, ground: str) -> None:
    shown = theme.load(name)
    least = STRONG if name == "contrast" else READABLE
    assert theme.contrast(shown.colour(ink), shown.colour(ground)) >= least


@pytest.mark.parametrize("name", THEMES)
def test_a_verdict_can_be_read_on_its_colour_and_its_colour_seen_on_the_page(name: str) -> None:
    shown = theme.load(name)
    for rating, swatch in shown.ratings.items():
        assert theme.contrast(QColor(swatch.text), QColor(swatch.fill)) >= READABLE, rating
        assert theme.contrast(QColor(swatch.fill), shown.colour("base")) >= 3, rating


def blended(over: QColor, under: QColor) -> QColor:
    """What is seen where a translucent colour lies on an opaque one."""
    a = over.alphaF()
    parts = zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)  # type: ignore[index] # the stub says object
    return QColor.fromRgbF(*(o * a + u * (1 - a) for o, u in parts))


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_however_many_marks_lie_over_one_another(name: str) -> None:
    shown = theme.load(name)
    grounds = (shown.colour("base"), shown.colour("passage"))
    for rating, ground in itertools.product(shown.ratings, grounds):
        tinted = ground
        for _ in range(DEEPEST_TINT):
            tinted = blended(shown.fill(rating, TINT[shown.dark]), tinted)
        assert theme.contrast(shown.colour("text"), tinted) >= READABLE, rating


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_ring_and_edges_are_seen(name: str) -> None:
    shown = theme.load(name)
    for role in ("focus", "clash-edge", "passage-edge"):
        assert theme.contrast(shown.colour(role), shown.colour("base")) >= 3, role
    for ground in ("window", "panel", "hover", "button", "alternate"):
        assert theme.contrast(shown.colour("focus"), shown.colour(ground)) >= 3, ground
    # What a button that has the keys is drawn in within its own colour.
    assert theme.contrast(shown.colour("accent-text"), shown.colour("accent")) >= 3


def test_every_colour_of_the_scales_that_ship_is_known() -> None:
    for path in resource("scales").glob("*.toml"):
        for rating in tomllib.loads(path.read_text(encoding="utf-8")).get("rating", []):
            assert rating["colour"] in theme.load("light").ratings


def test_the_themes_name_the_same_colours() -> None:
    light = theme.load("light")
    for other in map(theme.load, THEMES):
        assert light.colours.keys() == other.colours.keys()
        assert light.ratings.keys() == other.ratings.keys()


def test_an_unknown_rating_colour_is_neutral() -> None:
    assert theme.load("light").swatch("of my own") == theme.load("light").swatch("neutral")


def test_applying_a_theme_tells_palette_and_views(qapp: QApplication) -> None:
    spy = QSignalSpy(theme.appearance().changed)
    shown = theme.apply(qapp, "dark")
    assert shown.dark
    assert theme.current() is shown
    assert spy.count() == 1
    assert qapp.palette().color(QPalette.ColorRole.Base) == shown.colour("base")
    assert "@" not in qapp.styleSheet()


def test_the_system_theme_is_one_of_ours(qapp: QApplication) -> None:
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme.apply(qapp, "system").dark is dark
    assert theme.appearance().wish == "system"


@pytest.mark.usefixtures("dark")
def test_icons_take_the_colour_of_the_theme() -> None:
    picture = icons.icon("split").pixmap(24, 24).toImage()
    inks = {
        picture.pixelColor(x, y).name() for x in range(24) for y in range(24) if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme.current().colour("text").name() in inks


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_icons_have_a_point_for_each_of_the_screen(scale: float) -> None:
    picture = icons.icon("split").pixmap(QSize(18, 18), scale)
    assert picture.devicePixelRatio() == scale
    assert abs(picture.width() - 18 * scale) < 1


@pytest.mark.parametrize("name", THEMES)
def test_the_pictures_of_the_style_sheet_are_there(name: str) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', theme.style_sheet(theme.load(name)))
    assert pictures
    assert [picture for picture in pictures if not Path(picture).is_file()] == []


@pytest.mark.parametrize("name", THEMES)
def test_what_an_empty_field_asks_for_has_its_colour(qapp: QApplication, name: str) -> None:
    shown = theme.apply(qapp, name)
    for field in (QLineEdit(), QPlainTextEdit()):
        field.ensurePolished()
        assert field.palette().color(QPalette.ColorRole.PlaceholderText) == shown.colour("asked")


@pytest.mark.parametrize("name", THEMES)
def test_a_chosen_line_of_a_list_stands_on_the_ground_that_its_words_are_for(qapp: QApplication, name: str) -> None:
    shown = theme.apply(qapp, name)
    listed = plain_list("Lines")
    listed.addItems(["one", "two"])
    listed.setCurrentRow(0)
    listed.show()
    first, second = (listed.visualItemRect(listed.item(row)) for row in (0, 1))
    ground = listed.viewport().grab().toImage().pixelColor(first.right() - 4, first.center().y())
    assert ground.name() in {shown.colour(role).name() for role in ("selection", "selection-idle")}
    assert second.top() == first.bottom() + 1


def test_every_icon_can_be_drawn() -> None:
    for path in resource("icons").glob("*.svg"):
        picture = icons.icon(path.stem).pixmap(16, 16).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), path.stem


@pytest.mark.parametrize("name", THEMES)
def test_an_empty_box_in_a_selected_row_shows_the_ground_of_the_row(qapp: QApplication, qtbot: Any, name: str) -> None:
    theme.apply(qapp, name)
    rows = QListWidget()
    qtbot.addWidget(rows)
    row = QListWidgetItem("words", rows)
    row.setCheckState(Qt.CheckState.Unchecked)
    rows.setCurrentItem(row)
    rows.show()
    rows.setFocus()
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    delegate = rows.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, rows.indexFromItem(row))
    option.rect = rows.visualItemRect(row)
    box = rows.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, rows)
    picture = rows.viewport().grab().toImage()
    assert picture.pixelColor(box.center()) == picture.pixelColor(option.rect.right() - 4, box.center().y())
