"""The reference page in a real browser: sound for a screen, a phone and a reader, with scripts and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from fazhi.feeds.operations.gathering import routes

pytestmark = [
    pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("emptied_afterwards"),
]  # fmt: skip

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_reference_is_read_by_anybody(chromium, live_server, size, scripts):
    errors: list[str] = []
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: errors.append(asked.url) if not asked.url.startswith(live_server.url) else None)
    page.goto("/api/")
    assert page.locator("details.api-one").count() == len(list(routes()))
    operation = page.locator("#open_reconsideration")
    assert not operation.get_by_text("facts.applied_on").is_visible()
    operation.locator("summary").click()
    assert operation.get_by_text("facts.applied_on").is_visible()
    if scripts:
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(each["id"], each["help"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert errors == []
    context.close()
