"""Markdown tables and the line that every generated page opens with. The pages of this room use it."""

from collections.abc import Iterable, Iterator

NOTE = "<!-- 本页由 python -m fazhi.project.manual 依程序声明生成，请勿手工修改。 -->"


def table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield _row(head)
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield _row(row)


def _row(cells: tuple[object, ...]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
