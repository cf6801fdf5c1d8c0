"""The demonstration city, copied and served, a browser that walks it, and pictures of what it sees."""

import base64
import os
import shutil
import socket
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np
import pytest
from django.conf import settings
from numpy.typing import NDArray
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from fazhi.project.demo import stands

CHROMIUM = "/usr/bin/chromium"
PASSWORD = "zhenjiang-2024"  # of the demonstration accounts, printed by `fazhi demo`
# at most 256 colours: a third of the bytes, and it looks the same
COLOURS = 256
# the browser is the reader of its own pictures: the raw pixels of a PNG, in base64
PIXELS = """async text => {
  const image = new Image(); image.src = 'data:image/png;base64,' + text; await image.decode();
  const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = image.height;
  const paper = canvas.getContext('2d'); paper.drawImage(image, 0, 0);
  const bytes = paper.getImageData(0, 0, image.width, image.height).data;
  let found = ''; for (let at = 0; at < bytes.length; at += 32768)
    found += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [image.width, image.height, btoa(found)];
}"""
PATIENCE = 60  # seconds for the site to answer


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of a copy of the demonstration city: the walk registers and publishes, the original stays as it was."""
    original = Path(settings.VAR) / "fazhi.sqlite3"
    if not stands(original):
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
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--lang=zh-CN"]
        )
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


@pytest.fixture(scope="module")
def picture(chromium: Browser) -> Callable[..., None]:
    """`picture(page, "case")` leaves a picture of the screen where FAZHI_PICTURES names a folder; `top` is scrolled to."""

    def take(page: Page, name: str, top: Locator | None = None) -> None:
        folder = os.environ.get("FAZHI_PICTURES")
        if folder is None:
            return
        if top is not None:
            top.evaluate("each => window.scrollTo(0, each.getBoundingClientRect().top + window.scrollY - 60)")
        page.wait_for_timeout(700)  # charts are drawn after the page is
        (Path(folder) / f"{name}.png").write_bytes(shrunk(page.screenshot(), chromium))

    return take


def shrunk(png: bytes, browser: Browser) -> bytes:
    """The same picture as a PNG with a palette."""
    page = browser.new_page()
    width, height, text = page.evaluate(PIXELS, base64.b64encode(png).decode())
    page.close()
    pixels = np.frombuffer(base64.b64decode(text), np.uint8).reshape(height * width, 4)[:, :3]
    palette, places = _palette(pixels)
    lines = np.zeros((height, width + 1), np.uint8)  # each line opens with 0: not filtered
    lines[:, 1:] = places.reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    body = zlib.compress(lines.tobytes(), 9)
    parts = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _palette(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The commonest colours, at most one of each small neighbourhood, and each pixel's nearest among them."""
    packed = (pixels.astype(np.uint32) << np.array([16, 8, 0], np.uint32)).sum(axis=1)
    colours, back, counts = np.unique(packed, return_inverse=True, return_counts=True)
    rgb = np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)], axis=1).astype(np.int64)
    order = np.argsort(-counts)
    _, first = np.unique((rgb[order] >> 3) @ np.array([1024, 32, 1]), return_index=True)
    chosen = rgb[order[np.sort(first)[:COLOURS]]]
    nearest = np.array([((chosen - each) ** 2).sum(axis=1).argmin() for each in rgb], np.uint8)
    return chosen.astype(np.uint8), nearest[back.reshape(-1)]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
