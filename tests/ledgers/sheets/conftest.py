"""A penalty ledger with one column of each kind, and ways to build untidy workbooks."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from fazhi.ledgers.sheets import Column, Layout, read_sheet
from fazhi.registers.codes import uscc_complaint

LAYOUT = Layout(
    "penalties",
    "行政处罚案件台账",
    (
        Column("number", "决定书文号", "code", required=True, aliases=("文号", "处罚决定书文号")),
        Column("party", "当事人名称", required=True, aliases=("当事人", "单位名称"), max_length=50),
        Column("uscc", "统一社会信用代码", "code", check=uscc_complaint, note="18位，按证照填写"),
        Column(
            "kind",
            "当事人类型",
            "choice",
            choices=(("person", "自然人"), ("company", "法人"), ("other", "其他组织")),
        ),
        Column("decided", "处罚决定日期", "date", required=True, least=date(2000, 1, 1), aliases=("决定日期",)),
        Column("fine", "罚款金额", "money", least=0),
        Column("people", "涉及人数", "whole", least=0, most=10_000),
        Column("rate", "履行率", "percent", most=Decimal(1)),
        Column("score", "案卷得分", "decimal"),
        Column("public", "是否公示", "flag"),
        Column("served", "送达时间", "moment"),
        Column("phone", "联系电话", "code", personal=True),
    ),
    key=("number",),
    notes=("本表由各行政执法单位于每月5日前报送。",),
)

SHORT = Layout(
    "short",
    "简表",
    (
        Column("number", "文号", "code", required=True),
        Column("party", "当事人", required=True),
        Column("decided", "决定日期", "date"),
        Column("fine", "罚款金额", "money"),
    ),
)


@pytest.fixture
def layout():
    return LAYOUT


@pytest.fixture
def short():
    return SHORT


@pytest.fixture
def book(tmp_path):
    """Write rows (and merges) as a workbook, give its path."""

    def build(rows, merges=(), name="台账.xlsx", title="Sheet1"):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        for area in merges:
            sheet.merge_cells(area)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return build


def read_all(path, layout, **more):
    """The reading, exhausted, and its rows."""
    reading = read_sheet(path, layout, **more)
    return reading, list(reading)


@pytest.fixture
def read():
    return read_all
