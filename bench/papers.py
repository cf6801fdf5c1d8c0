"""Rendering a typical annual report (6,000 characters, 10 figures, one table) in every format; wall seconds."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from fazhi.papers.api import (
    Block,
    Document,
    Run,
    Table,
    heading,
    paragraph,
    render_docx,
    render_html_page,
    render_pdf,
)

CHARACTERS, FIGURES, TARGET_SECONDS = 6_000, 10, 2.0
SENTENCE = (
    "全市各级行政机关把依法办事作为基本要求，健全会商、通报、督办三项制度，对进度滞后的事项逐项列出原因、责任单位和完成时限，"
    "办理结果按季度向社会公开，接受群众监督。"
)
ROUNDS = 5


def typical() -> Document:
    """The report: ten sections, each with one bound figure, filled up to the number of characters."""
    blocks: list[Block] = []
    filler = CHARACTERS // FIGURES // len(SENTENCE)
    for number in range(1, FIGURES + 1):
        figure = Run(str(number * 7), figure=f"F{number:03}", href=f"https://fazhi.example.gov.cn/figures/F{number:03}")
        blocks.append(heading(2, f"（{number}）扎实推进第{number}项重点任务"))
        blocks.append(paragraph("全年办理相关事项", figure, "件。", SENTENCE * filler))
    rows = tuple((f"第{number}项", str(number * 7), "按期完成") for number in range(1, FIGURES + 1))
    blocks.append(Table("表1　重点任务完成情况", ("任务", "件数", "进度"), rows))
    return Document(
        title="某市2024年度法治政府建设情况报告", blocks=tuple(blocks), issuer="某市人民政府", dated=date(2025, 3, 1)
    )


def wall(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def line(name: str, seconds: float, target: float | str) -> dict[str, Any]:
    return {"workload": "papers", "name": name, "ours": round(seconds, 3), "unit": "s", "target": target, "peer": ""}


def measure() -> list[dict[str, Any]]:
    """One line a format, warm, and all formats together with the first PDF, which reads the fonts."""
    document = typical()
    others = [replace(document, title=f"{document.title}（第{number}稿）") for number in range(ROUNDS)]
    formats: dict[str, Callable[[Document], object]] = {
        "PDF": render_pdf,
        "docx": render_docx,
        "HTML": render_html_page,
    }
    cold = wall(lambda: [render(document) for render in formats.values()])
    warm = {name: min(wall(partial(render, other)) for other in others) for name, render in formats.items()}
    lines = [line(f"{name}, warm", seconds, "") for name, seconds in warm.items()]
    return [line("all three, first time in the process", cold, TARGET_SECONDS), *lines]


if __name__ == "__main__":
    for row in measure():
        print(row)
