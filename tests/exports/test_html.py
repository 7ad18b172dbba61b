"""The HTML in a browser: laid out, printed, and heard."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from factcheck.reporting import Report, write_report
from tests.core.reporting.desk import Desk
from tests.exports.conftest import report_on

HOSTILE = (
    "<img src=x onerror=alert(1)> <script>alert(2)</script> </style></title><!-- ]]> &lt; \" ' javascript:alert(3)"
)


@pytest.fixture(scope="module")
def file(report: Report, out: Path) -> Path:
    target = out / "report.html"
    write_report(report, target)
    return target


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk()
    desk.project(title=HOSTILE, method=HOSTILE)
    article = desk.article(HOSTILE, HOSTILE, HOSTILE, url="javascript:alert(4)")
    claim = desk.claim(HOSTILE, claimant="W" * 10_000, limits=HOSTILE)
    desk.appears(claim, article, "onerror")
    desk.evidence(claim, desk.passage(article, HOSTILE), comment=HOSTILE)
    desk.verdict(claim, "false", HOSTILE, f"{HOSTILE} [1]")
    target = tmp_path_factory.mktemp("hostile") / "hostile.html"
    write_report(report_on(desk), target)
    return target


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def opened(page: Page, file: Path) -> list[str]:
    """Open the file; what it asks for beside itself and what the browser complains of."""
    troubles: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(file.as_uri()):
            troubles.append(request.url)

    def said(message: ConsoleMessage) -> None:
        troubles.append(message.text)

    page.on("request", asked)
    page.on("console", said)
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.goto(file.as_uri())
    return troubles


@pytest.mark.parametrize("name", ["file", "hostile"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(page: Page, name: str, width: int, request: pytest.FixtureRequest) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, request.getfixturevalue(name))
    wide = page.evaluate(
        """() => [...document.body.querySelectorAll('*')]
              .filter(e => !e.closest('.skip'))
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_accessibility_checker_finds_nothing(page: Page, file: Path, out: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(page, file)
    page.screenshot(
        path=out / f"html-{scheme}.png", clip={"x": 0, "y": 0, "width": 1280, "height": 4000}, full_page=True
    )
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("name", ["file", "hostile"])
def test_it_asks_for_nothing_and_runs_nothing(page: Page, name: str, request: pytest.FixtureRequest) -> None:
    assert opened(page, request.getfixturevalue(name)) == []


def test_what_is_hostile_is_only_shown(page: Page, hostile: Path) -> None:
    opened(page, hostile)
    assert page.locator("h1").inner_text() == HOSTILE
    assert page.locator("img, script:not([type='application/ld+json']), iframe, object").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0


def test_the_style_sheet_is_allowed_by_the_policy(page: Page, file: Path) -> None:
    opened(page, file)
    assert page.locator(".box").first.evaluate("e => getComputedStyle(e).borderLeftWidth") == "5px"


def test_it_is_printed_on_pages_that_hold_all_claims(page: Page, file: Path, report: Report, out: Path) -> None:
    opened(page, file)
    printed = page.pdf(path=out / "html-printed.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(printed) as document:
        texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    assert 5 < len(texts) < 40
    text = "".join("".join(texts).split())
    assert [claim.number for claim in report.claims if "".join(claim.wording.split()) not in text] == []
    assert f"1/{len(texts)}" in "".join(texts[0].split())


def test_links_within_it_lead_somewhere(page: Page, file: Path) -> None:
    opened(page, file)
    dead = page.evaluate(
        """() => [...document.querySelectorAll("a[href^='#']")].map(a => a.getAttribute('href'))
              .filter(h => !document.getElementById(h.slice(1)))"""
    )
    assert dead == []


def test_programs_find_the_reviews_and_their_places(page: Page, file: Path, report: Report) -> None:
    opened(page, file)
    found = page.evaluate(
        """() => [...document.querySelectorAll("script[type='application/ld+json']")]
              .map(s => JSON.parse(s.textContent))
              .map(r => [r.claimReviewed, r.url, !!document.querySelector(r.url)])"""
    )
    decided = [claim for claim in report.claims if claim.badge.colour != "none"]
    assert found == [[claim.wording, f"#claim-{claim.number}", True] for claim in decided]
