"""Pages below one another: what is asked for, what is kept, where a click leads."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.ui.views.preview_pages import PageView
from factcheck.ui.views.preview_zones import Zone

SIZE = (595.0, 842.0)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(640, 800)
    made.show()
    return made


def asked(qtbot: QtBot, view: PageView) -> tuple[list[int], float]:
    with qtbot.waitSignal(view.wanted, timeout=5000) as told:
        pass
    pages, scale = told.args or ([], 0.0)
    return pages, scale


def drawn(scale: float) -> QImage:
    image = QImage(round(SIZE[0] * scale), round(SIZE[1] * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("grey"))
    return image


def test_only_what_is_in_view_and_next_to_it_is_asked_for(qtbot: QtBot, view: PageView) -> None:
    view.set_pages([SIZE] * 500, ())
    pages, scale = asked(qtbot, view)
    assert pages == [0, 1]
    assert scale == pytest.approx((view.viewport().width() - 32) / 595, abs=0.01)
    QTest.keyClick(view, Qt.Key.Key_End)
    pages, _ = asked(qtbot, view)
    assert set(pages) <= {497, 498, 499}
    assert view.page() == 499


def test_the_pictures_of_a_long_report_take_bounded_memory(view: PageView) -> None:
    view.set_pages([SIZE] * 500, ())
    image = drawn(2)
    for page in range(60):
        view.set_picture(page, 2, image.copy())
    assert view.kept_bytes() <= 96_000_000
    assert view.picture(0) is not None  # it is in view
    assert view.picture(59) is not None
    assert view.picture(1) is None


def test_zooming_keeps_the_place_that_one_reads_at(view: PageView) -> None:
    view.set_pages([SIZE] * 20, ())
    view.verticalScrollBar().setValue(6000)
    page = view.page()
    for zoom in (2.0, 0.5, None):
        view.set_zoom(zoom)
        assert abs(view.page() - page) <= 1
    view.step_zoom(1)
    larger = view.zoom()
    view.step_zoom(-1)
    assert view.zoom() < larger


def test_keys_turn_pages(view: PageView) -> None:
    view.set_pages([SIZE] * 20, ())
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    first = view.verticalScrollBar().value()
    assert 0 < first <= view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom() < 1.1


def test_a_click_on_a_claim_tells_which(qtbot: QtBot, view: PageView) -> None:
    view.set_pages([SIZE] * 3, [Zone(0, 100, 300, "one"), Zone(0, 300, 842, "two")])
    scale = (view.viewport().width() - 32) / 595
    with qtbot.waitSignal(view.zone_clicked, timeout=5000) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, round(16 + 200 * scale)))
    assert told.args == ["one"]
    with qtbot.assertNotEmitted(view.zone_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, round(16 + 50 * scale)))
    view.reveal("two")
    assert view.verticalScrollBar().value() == pytest.approx(300 * scale, abs=4)


def test_a_new_build_keeps_the_place_and_shows_old_pictures_until_new_ones_come(qtbot: QtBot, view: PageView) -> None:
    view.set_pages([SIZE] * 20, ())
    view.verticalScrollBar().setValue(3000)
    view.set_picture(view.page(), 1.0, drawn(1))
    view.set_pages([SIZE] * 21, ())
    assert view.verticalScrollBar().value() == 3000
    assert view.picture(view.page()) is not None
    pages, _ = asked(qtbot, view)
    assert view.page() in pages
