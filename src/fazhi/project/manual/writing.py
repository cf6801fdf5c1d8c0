"""Writes docs/procedures; called by `make manual` and by the test that holds the committed pages to the declarations."""

from collections.abc import Iterator
from pathlib import Path

import click

from fazhi.procedure import procedures
from fazhi.project.manual.of_figures import figures_page
from fazhi.project.manual.of_procedures import index_page, procedure_page

FOLDER = Path(__file__).resolve().parents[4] / "docs" / "procedures"


def pages() -> dict[str, str]:
    """File name -> text of every generated page."""
    codes = sorted({each.code for each in procedures()})
    made = {f"{code}.md": _lines(procedure_page(code)) for code in codes}
    return {"README.md": _lines(index_page()), **made, "figures.md": _lines(figures_page())}


def write(folder: Path) -> list[Path]:
    """Write every page into `folder` and take away pages of procedures that are no more; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made]


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), default=FOLDER, help="输出目录")
def main(folder: Path) -> None:
    """由程序和数据的声明生成 docs/procedures。"""
    for path in write(folder):
        click.echo(str(path))
