"""Chinese that a user reads is written with full-width punctuation, as a careful official would."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "fazhi"
HAN = "\u4e00-\u9fff"
HALF = re.compile(rf"[{HAN}”》〕][,:;()?!]|[,:;()?!][{HAN}“《]")
SLOTS = re.compile(r"\{[A-Z]+\d+[^{}]*\}")  # a report's placeholders have a grammar of their own
MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]+>", re.DOTALL)
#: what is read, not written: patterns of texts, names under which ledgers of others head their columns
READ = ("quantities", "migrations", "tying.py")
SAID = ("consistency.py", "totals.py", "repeats.py", "findings.py", "files.py", "printer.py")


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """String constants that are no docstring, except those of commands, which are their help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent: set[int] = set()
    spoken = {
        id(node.body[0].value)  # type: ignore[attr-defined]  # a docstring is an expression
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node)
        if any("command" in ast.unparse(each) for each in node.decorator_list)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            silent |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent - spoken:
            yield node.lineno, node.value


def _is_pattern(text: str) -> bool:
    return "(?" in text or "\\" in text or re.search(r"[)\]][*+?]", text) is not None


def _python() -> Iterator[str]:
    for path in sorted(SOURCES.rglob("*.py")):
        if set(READ) & set(path.parts) and path.name not in SAID:
            continue
        for line, text in _strings(path):
            found = HALF.search(SLOTS.sub("", text))
            if found and not _is_pattern(text):
                yield f"{path.relative_to(ROOT)}:{line}: {found[0]}"


def _templates() -> Iterator[str]:
    for path in sorted(SOURCES.rglob("*.html")):
        text = MARKUP.sub("", path.read_text(encoding="utf-8"))
        for found in HALF.finditer(text):
            yield f"{path.relative_to(ROOT)}: {text[max(0, found.start() - 10) : found.end() + 10]}"


def test_sentences_have_full_width_punctuation() -> None:
    assert [*_python(), *_templates()] == []


def test_the_test_finds_what_it_is_for() -> None:
    assert HALF.search("2024年:436场次") and HALF.search("分子:甲;分母") and HALF.search("核验程序,它")
    assert not HALF.search("行政复议（2023）：一件，两件；12:30")
