"""The generated pages say what the declarations say, and what is committed is what they would say now."""

from pathlib import Path

import pytest

from fazhi.figures.api import all_figures
from fazhi.procedure import procedures
from fazhi.project.manual.writing import FOLDER, pages, write

STALE = "docs/procedures 与程序声明不一致，请运行 python -m fazhi.project.manual 重新生成。"


@pytest.fixture(scope="module")
def fresh() -> dict[str, str]:
    return pages()


def test_the_committed_pages_are_the_fresh_ones(fresh, tmp_path: Path):
    written = {path.name: path.read_text(encoding="utf-8") for path in write(tmp_path)}
    assert written == fresh
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(committed) == sorted(fresh), STALE
    assert [name for name in fresh if committed[name] != fresh[name]] == [], STALE


def test_a_page_of_a_procedure_that_is_no_more_is_taken_away(tmp_path: Path):
    (tmp_path / "abolished.md").write_text("废止的程序", encoding="utf-8")
    write(tmp_path)
    assert not (tmp_path / "abolished.md").exists()


def test_every_step_limit_state_and_outcome_has_its_row(fresh):
    for each in procedures():
        page = fresh[f"{each.code}.md"]
        assert f"`{each.edition()}`" in page
        named = [*each.states.values(), *each.steps.values(), *each.limits.values(), *each.outcomes.values()]
        assert [one.label for one in named if f"| {one.label} |" not in page] == []


def test_an_application_for_reconsideration_may_be_followed_through_its_diagram(fresh):
    page = fresh["reconsideration.md"]
    assert "  [*] --> received" in page
    assert '  state "中止审理" as suspended' in page
    back = next(line for line in page.splitlines() if line.startswith("  suspended --> ordinary:"))
    assert "恢复审理" in back  # a step that leads back is drawn to where the case came from


def test_every_figure_is_listed_once_with_its_reading(fresh):
    rows = [line for line in fresh["figures.md"].splitlines() if line.startswith("| ")][2:]
    listed = [tuple(line.strip("| ").split(" | ", 2)[:2]) for line in rows]
    assert [code for code, _ in listed] == [each.code for each in all_figures()]
    assert "| F088 |" in fresh["figures.md"]
    assert len(rows) == len(all_figures())


def test_no_row_breaks_its_table(fresh):
    for name, page in fresh.items():
        width = 0
        for line in page.splitlines():
            cells = line.replace("\\|", "").count("|") if line.startswith("|") else 0
            assert not (width and cells and cells != width), f"{name}: {line}"
            width = cells
