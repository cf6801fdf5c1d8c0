"""Refreshes the vendored assets: `python -m fazhi.look.vendoring`, run by a developer who has npm.

An installation never needs it: the files it writes are in the repository, each with its licence and SHA-256.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent / "static"
VENDOR = STATIC / "vendor"
MANIFEST = VENDOR / "manifest.json"
SOURCE_MAP = re.compile(rb"\n?(/\*# sourceMappingURL=\S+ \*/|//# sourceMappingURL=\S+)\s*$")
MIT = "MIT License\n\nCopyright (c) 2018-2026 The Tabler Authors\n\n" + (
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated "
    'documentation files (the "Software"), to deal in the Software without restriction, including without limitation '
    "the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to "
    "permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\n"
    "The above copyright notice and this permission notice shall be included in all copies or substantial portions of "
    "the Software.\n\n"
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE '
    "WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS "
    "OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR "
    "OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.\n"
)


@dataclass(frozen=True)
class Package:
    """One npm package: which of its files are taken (path there -> path here), and its licence text."""

    name: str
    version: str
    licence: str
    files: dict[str, str]
    licence_text: str = ""


PACKAGES = (
    Package(
        "@tabler/core",
        "1.6.1",
        "MIT",
        {"dist/css/tabler.min.css": "tabler/tabler.min.css", "dist/js/tabler.min.js": "tabler/tabler.min.js"},
        MIT,
    ),
    Package(
        "echarts",
        "6.1.0",
        "Apache-2.0",
        {"dist/echarts.common.min.js": "echarts/echarts.common.min.js", "LICENSE": "echarts/LICENSE", "NOTICE": "echarts/NOTICE"},
    ),
    Package("@tabler/icons", "3.51.0", "MIT", {"LICENSE": "tabler-icons/LICENSE"}),
)  # fmt: skip
#: drawn as one sprite; a page names them by these names
ICON_NAMES = (
    "inbox list-check table file-spreadsheet download upload calendar calendar-due clock alert-triangle alert-circle "
    "circle-check info-circle search filter user users logout login building building-bank map-pin gavel scale "
    "file-text files printer chart-bar home chevron-right chevron-left chevron-down arrow-left plus pencil history "
    "link menu-2 x external-link database hourglass player-pause rotate-2 lock message phone shield-check check "
    "eye star flag world news bell trending-up trending-down minus checklist clipboard-list clipboard-check "
    "arrows-diff notebook send certificate refresh ban archive report-analytics target"
)
ICONS = tuple(ICON_NAMES.split())


def main() -> None:
    """Fetch every package, copy what is used, draw the sprite, write the manifest."""
    entries: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            root = fetch(package, Path(folder))
            entries += [taken(package, root, source, target) for source, target in package.files.items()]
            if package.licence_text:
                target = f"{package.name.rpartition('/')[0].lstrip('@')}/LICENSE"
                entries.append(written(package, target, package.licence_text.encode()))
            if package.name == "@tabler/icons":
                entries.append(written(package, "tabler-icons/icons.svg", sprite(root / "icons" / "outline")))
    MANIFEST.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def fetch(package: Package, folder: Path) -> Path:
    """Unpack a package as npm publishes it; returns its root."""
    done = subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    archive = folder / done.stdout.strip().splitlines()[-1]
    root = folder / archive.stem
    with tarfile.open(archive) as packed:
        packed.extractall(root, filter="data")
    return root / "package"


def taken(package: Package, root: Path, source: str, target: str) -> dict[str, str]:
    """Copy one file without its source map comment: collectstatic would look for the map."""
    return written(package, target, SOURCE_MAP.sub(b"\n", (root / source).read_bytes()))


def written(package: Package, target: str, content: bytes) -> dict[str, str]:
    path = VENDOR / target
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return {
        "file": target,
        "package": package.name,
        "version": package.version,
        "licence": package.licence,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def sprite(folder: Path) -> bytes:
    """The icons as symbols of one SVG file, in the style they are published with."""
    symbols = [symbol(name, (folder / f"{name}.svg").read_text()) for name in ICONS]
    return ('<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n").encode()


def symbol(name: str, drawing: str) -> str:
    body = re.sub(r"<svg.*?>|</svg>|<path stroke=\"none\"[^>]*/>", "", drawing, flags=re.DOTALL)
    strokes = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return f'<symbol id="{name}" viewBox="0 0 24 24" {strokes}>{" ".join(body.split())}</symbol>'


if __name__ == "__main__":
    main()
