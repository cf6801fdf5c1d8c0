"""The written pages keep step with the code: every setting is explained, every command named, every link and picture there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from fazhi.project import settings
from fazhi.project.command import COMMANDS

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual"
PAGES = sorted(MANUAL.glob("*.md"))
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
MOST_BYTES, MOST_IN_ALL = 150_000, 2_000_000


def test_the_pages_are_numbered_without_gaps():
    assert [int(page.name[:2]) for page in PAGES] == list(range(13))


def test_every_setting_has_a_paragraph():
    names = set(re.findall(r"FAZHI_[A-Z_]+", Path(settings.__file__).read_text(encoding="utf-8")))
    told = next(text for name, text in TEXTS.items() if name.startswith("09"))
    headed = set(re.findall(r"^#### `(FAZHI_[A-Z_]+)`$", told, re.MULTILINE))
    assert "FAZHI_VAR" in names
    assert headed == names
    for name in names:
        paragraph = told.split(f"#### `{name}`")[1].split("####")[0]
        assert len(paragraph.strip()) > 20, name


def test_every_command_is_shown():
    everything = "\n".join(TEXTS.values())
    assert [name for name in COMMANDS if f"fazhi {name}" not in everything] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name[:2])
def test_every_link_leads_somewhere(page: Path):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", TEXTS[page.name])
    assert [link for link in links if not link.startswith("http") and not (MANUAL / unquote(link)).exists()] == []


def test_every_picture_is_shown_once_and_is_small():
    shown = [name for text in TEXTS.values() for name in re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", text)]
    kept = {path.name: path.stat().st_size for path in (MANUAL / "pictures").glob("*.png")}
    assert sorted(shown) == sorted(kept)
    assert {name: size for name, size in kept.items() if size >= MOST_BYTES} == {}
    assert sum(kept.values()) < MOST_IN_ALL
    walked = (Path(__file__).parent / "test_pictures.py").read_text(encoding="utf-8")
    assert set(re.findall(r'picture\(\w+, "([a-z]+)"', walked)) == {name.removesuffix(".png") for name in kept}
