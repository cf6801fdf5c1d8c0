"""The board in a real browser: charts drawn under the strict policy, nothing in the console, axe on every page."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page

from fazhi.board.reporting.publishing import publish
from fazhi.casework.api import Case
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import strike_out

pytestmark = [
    pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("emptied_afterwards"),
]  # fmt: skip

WIDTHS = [(1366, 768), (390, 844)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = (
    "/board/?year=2024", "/board/late/", "/board/figures/?year=2024", "/board/figures/T01/?year=2024",
    "/board/figures/T04·已反馈/?year=2024&tab=places", "/board/figures/T01/?year=2024&tab=months", "/board/figures/T11/",
    "/board/report/", "/board/report/2024/", "/board/report/2024/confirm/", "/board/report/2024/check/",
    "/board/report/2024/restate/", "/board/report/2024/history/", "/board/report/2023/publish/",
)  # fmt: skip


@pytest.fixture
def look(chromium: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """`look(person, "/board/")`: the page, loaded; an error in its console or a request elsewhere fails the test."""
    errors: list[str] = []
    contexts = []

    def open_page(person, path: str, width: int = 1366, height: int = 768, scripts: bool = True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, java_script_enabled=scripts
        )
        contexts.append(context)
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": person.client.cookies[name].value, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((live_server.url, "data:", "blob:")) else errors.append(request.url)
            ),
        )
        page.goto(path, wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_every_page_is_sound(width, height, city, outline, enters, look):
    mayor = enters("mayor")
    Case.objects.filter(pk=city.cases[0].pk).update(next_due=timezone.localdate() - timedelta(days=9))
    publish(2024, cutoff=date(2024, 12, 31), by=mayor.sight)
    strike_out(city.letters[0], WHOLE_CITY, "重复登记，原因很长" * 12)
    page = look(mayor, "/board/", width, height)
    for path in PAGES:
        page.goto(path, wait_until="networkidle")
        assert page.title() and page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path


def test_charts_are_drawn_and_say_their_numbers(city, enters, look):
    page = look(enters("mayor"), "/board/figures/T01/?year=2024&tab=places")
    chart = page.locator("[data-chart]")
    assert chart.locator("canvas").count() == 1
    box = chart.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    drawn = page.evaluate("""() => {
        const canvas = document.querySelector('[data-chart] canvas');
        return new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size;
    }""")
    assert drawn > 20, "an empty canvas has one colour"
    assert page.locator("tbody th", has_text="丹阳市").count() == 1


def test_without_scripts_the_numbers_are_all_there(city, enters, look):
    page = look(enters("mayor"), "/board/?year=2024&figure=T01", scripts=False)
    assert not page.locator("[data-chart]").first.is_visible()
    row = page.locator("tr", has_text="丹阳市").first
    assert "3件" in row.inner_text()


def test_from_a_headline_to_a_row_in_two_clicks(city, enters, look):
    page = look(enters("mayor"), "/board/?year=2024&figure=T01")
    page.get_by_role("link", name="制发风险提示函", exact=True).first.click()
    assert page.locator(".figure-number").inner_text() == "5件"
    page.get_by_role("link", name="按地区").click()
    page.get_by_role("link", name="丹阳市").click()
    assert page.locator(".figure-number").inner_text() == "3件"


def test_a_text_is_judged_on_the_page(city, outline, enters, look):
    page = look(enters("clerk"), "/board/report/2024/check/")
    page.get_by_label("粘贴文本").fill("一、化解争议\n全年制发风险提示函6件。")
    page.get_by_role("button", name="核对").click()
    assert page.locator("mark.v-differs").inner_text().startswith("6件")
    assert "计算值5件" in page.locator("tr[id^=f]").first.inner_text()
