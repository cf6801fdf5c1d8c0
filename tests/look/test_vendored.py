"""What is vendored is what its manifest says, carries its licence, and is enough for every page."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from fazhi.look import vendoring
from fazhi.look.vendoring import ICONS, MANIFEST, VENDOR, symbol, taken

SOURCE = Path(__file__).resolve().parents[2] / "src" / "fazhi"
ENTRIES = json.loads(MANIFEST.read_text(encoding="utf-8"))


def test_every_vendored_file_is_in_the_manifest_unchanged():
    kept = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file() and path != MANIFEST}
    assert kept == {entry["file"] for entry in ENTRIES}
    for entry in ENTRIES:
        assert hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry["file"]
        assert entry["licence"] and re.fullmatch(r"\d+\.\d+\.\d+", entry["version"])


def test_every_package_brings_its_licence():
    for folder in {Path(entry["file"]).parts[0] for entry in ENTRIES}:
        assert (VENDOR / folder / "LICENSE").stat().st_size > 900


def test_nothing_points_at_a_source_map():
    for path in VENDOR.rglob("*.*s"):
        assert b"sourceMappingURL" not in path.read_bytes(), path.name


def test_every_icon_that_a_page_names_is_in_the_sprite():
    sprite = (VENDOR / "tabler-icons" / "icons.svg").read_text()
    named = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    assert named == set(ICONS)
    used = {
        name
        for page in SOURCE.rglob("templates/**/*.html")
        for name in re.findall(r'\{% icon "([^"]+)"', page.read_text(encoding="utf-8"))
    }
    assert used and used <= named, used - named


def test_a_source_map_comment_is_stripped_when_a_file_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(vendoring, "VENDOR", tmp_path / "vendor")
    (tmp_path / "a.js").write_text("run()\n//# sourceMappingURL=a.js.map")
    entry = taken(vendoring.PACKAGES[0], tmp_path, "a.js", "x/a.js")
    assert (tmp_path / "vendor" / "x" / "a.js").read_text() == "run()\n"
    assert entry["sha256"] == hashlib.sha256(b"run()\n").hexdigest()


def test_a_symbol_keeps_the_drawing_and_drops_the_frame():
    drawing = '<svg\n  class="x"\n><path stroke="none" d="M0 0h24v24H0z" fill="none" /><path d="M1 1" /></svg>'
    assert symbol("dot", drawing).endswith('stroke-linejoin="round"><path d="M1 1" /></symbol>')


@pytest.mark.parametrize("page", sorted(SOURCE.rglob("templates/**/*.html")), ids=lambda page: page.name)
def test_no_template_needs_what_the_content_policy_forbids(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|\son\w+=|hx-on|javascript:|<style", text), page
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or "json" in script, page
