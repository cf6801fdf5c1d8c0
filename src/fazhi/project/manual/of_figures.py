"""The page of all figures with their definitions (口径). writing.py calls it."""

from collections.abc import Iterator

from fazhi.figures.api import Figure, NotComputed, all_figures, definition
from fazhi.project.manual.tables import NOTE, table

KINDS = {
    "Count": "计数", "Sum": "合计", "Ratio": "比率", "Distinct": "去重计数", "Within": "时限内比率", "Holds": "判断",
    "Covers": "覆盖", "Change": "变化", "NotComputed": "不计算",
}  # fmt: skip


def figures_page() -> Iterator[str]:
    found = all_figures()
    none = sum(isinstance(each, NotComputed) for each in found)
    yield NOTE
    yield "# 数据一览"
    yield ""
    yield f"共{len(found)}个口径，其中{none}个只是名称或者依赖系统以外的材料，不计算，定义栏写明原因。"
    yield "作废的行和已被更正的旧版本一律不计。同一编号有几种口径的，报告引用列在最前的一种。"
    yield ""
    head = ("编号", "口径", "名称", "类别", "单位", "责任单位", "定义", "说明")
    yield from table(head, (_figure(each) for each in found))


def _figure(figure: Figure) -> tuple[str, ...]:
    kind = KINDS[type(figure).__name__]
    return figure.code, figure.reading, figure.name, kind, figure.unit, figure.owner, definition(figure), figure.note
