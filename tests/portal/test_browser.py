"""The public site in a real browser: sound for a screen, a phone and a reader, from the report to a figure's evidence."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from fazhi.board.reporting.publishing import restate

from .conftest import LAST

pytestmark = [
    pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("emptied_afterwards"),
]  # fmt: skip

WIDTHS = [(1366, 768), (390, 844)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = (
    "/",
    "/report/",
    "/report/2024/",
    "/report/2024/1/",
    "/figures/",
    "/figures/P01/2024/",
    "/figures/P05/2024/",
    "/verify/",
)


@pytest.fixture
def page(chromium: Browser, live_server, request: pytest.FixtureRequest):
    """A visitor's page; an error in its console or a request elsewhere fails the test."""
    width, height = getattr(request, "param", WIDTHS[0])
    errors: list[str] = []
    context = chromium.new_context(base_url=live_server.url, viewport={"width": width, "height": height})
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda sent: None if sent.url.startswith((live_server.url, "data:", "blob:")) else errors.append(sent.url),
    )
    yield page
    context.close()
    assert errors == []


def sound(page, path: str) -> None:
    page.goto(path, wait_until="networkidle")
    assert page.title() and page.locator("h1").count() == 1, path
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
def test_every_page_is_sound(page, published, mayor):
    restate(2024, cutoff=LAST, by=mayor, reason="更正原因写得很长" * 20)
    for path in PAGES:
        sound(page, path)


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
def test_empty_pages_are_sound(page, records):
    for path in ("/", "/report/", "/figures/", "/verify/"):
        sound(page, path)


def test_from_the_report_to_what_a_number_is_made_of(page, published):
    page.goto("/report/2024/")
    page.locator("a.figure", has_text="4件").click()
    assert page.locator(".published-number").inner_text() == "4件"
    assert "4条记录" in page.locator("dl").first.inner_text()
    assert page.locator("[data-chart] canvas").count() == 2
