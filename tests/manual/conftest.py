"""The demonstration city, copied and served, and a browser that walks it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PASSWORD = "zhenjiang-2024"  # of the demonstration accounts, printed by `fazhi demo`
PATIENCE = 60  # seconds for the site to answer


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of a copy of the demonstration city: the walk registers and publishes, the original stays as it was."""
    original = Path(settings.VAR) / "fazhi.sqlite3"
    if not original.exists():
        pytest.skip("没有演示城市，请先运行 fazhi demo --no-serve。")
    folder = tmp_path_factory.mktemp("city")
    shutil.copy(original, folder / "fazhi.sqlite3")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "fazhi.project", "serve", "--port", str(port)],
        env={**os.environ, "FAZHI_VAR": str(folder)},
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        serving.terminate()
        serving.wait(timeout=30)


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=5).close()
            return
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"没有找到浏览器 {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def walk(chromium: Browser, site: str) -> Iterator[Callable[[str], Page]]:
    """`walk("officer")`: a page of that demonstration account, logged in; `walk("")` is a passer-by."""
    known: dict[str, Page] = {}

    def page_of(login: str) -> Page:
        if login not in known:
            context = chromium.new_context(base_url=site, viewport={"width": 1366, "height": 768}, locale="zh-CN")
            known[login] = context.new_page()
            if login:
                _log_in(known[login], login)
        return known[login]

    yield page_of
    for page in known.values():
        page.context.close()


def _log_in(page: Page, login: str) -> None:
    page.goto("/login/")
    page.get_by_label("用户名").fill(login)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda address: "/login/" not in address)
