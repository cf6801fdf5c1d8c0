"""The rules of the house, each with the sentence a newcomer needs."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts)
ATTICS = {"utils", "util", "common", "helpers", "helper", "base", "manager", "managers", "service", "services_", "misc"}


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> list[tuple[str, int]]:
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append((f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1))
    return found


def p95(values: list[int]) -> int:
    return sorted(values)[int(len(values) * 0.95)]


def test_files_stay_small() -> None:
    lengths = {str(path.relative_to(ROOT)): length(path) for path in SOURCES}
    assert {name: n for name, n in lengths.items() if n > 400} == {}, "split these files by meaning"
    assert p95(list(lengths.values())) <= 250, "most files should fit on a few screens"


def test_functions_stay_small() -> None:
    found = functions()
    assert [(name, n) for name, n in found if n > 50] == [], "name the parts of these functions"
    assert p95([n for _, n in found]) <= 25


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name in {"apps.py"} or not text.strip():
        return
    assert ast.get_docstring(ast.parse(text)), "open the module with what it is for and who calls it"


def test_no_attics() -> None:
    bad = [str(p.relative_to(ROOT)) for p in SOURCES if p.stem in ATTICS or ATTICS & set(p.parts)]
    assert bad == [], "name the thing, not the drawer it lies in"


def test_no_import_hides_in_a_function() -> None:
    hidden = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                hidden += [f"{path.relative_to(ROOT)}:{n.lineno}" for n in inner]
    assert hidden == [], "fix the direction of the import instead"


def test_broad_exceptions_only_at_the_pulse_and_the_web_boundary() -> None:
    broad = [
        str(p.relative_to(ROOT))
        for p in SOURCES
        if re.search(r"except (Exception|BaseException)\b|except:", p.read_text(encoding="utf-8"))
    ]
    assert set(broad) <= {"src/fazhi/casework/pulse.py"}


def test_faces_read_numbers_in_one_way() -> None:
    faces = [p for room in ("desk", "board", "portal", "look") for p in (ROOT / "src" / "fazhi" / room).rglob("*.py")]
    read = re.compile(r"isdigit\(|isdecimal\(|isnumeric\(|int\(request\.|<int:year>")
    bad = [str(p.relative_to(ROOT)) for p in faces if read.search(p.read_text(encoding="utf-8"))]
    assert bad == ["src/fazhi/look/numbers.py"], (
        "read a number of a request with look's `whole`, a year in an address as <year:year>"
    )


def test_nothing_tells_of_one_machine() -> None:
    words = re.compile(r"/(?:work|root|home)/[a-z]")
    named = []
    for folder in ("src", "tests", "docs", "bench", ".ci"):
        for path in (ROOT / folder).rglob("*"):
            told = path.suffix in {".py", ".md", ".toml", ".sh", ".html"} and path.is_file() and path != Path(__file__)
            if told and words.search(path.read_text(encoding="utf-8")):
                named.append(str(path.relative_to(ROOT)))
    assert named == []
