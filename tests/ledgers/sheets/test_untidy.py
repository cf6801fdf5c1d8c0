"""Last year's sheets as departments send them."""

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from fazhi.ledgers.sheets import Column, Layout, SheetProblem, read_sheet

HEADER = ["序号", "文号", "当事人", "决定日期", "罚款金额"]


def replace_in_sheet(path, old, new):
    """Rewrite one spot of the first sheet's XML, for what Excel writes and XlsxWriter cannot."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old in members["xl/worksheets/sheet1.xml"]
    members["xl/worksheets/sheet1.xml"] = members["xl/worksheets/sheet1.xml"].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def numbers(rows):
    return [row.values.get("number") for row in rows]


def test_titles_above_and_notes_below_are_not_data(book, read, short):
    path = book(
        [
            ["2024年度行政处罚案件台账"],
            ["填报单位：某某局", None, None, "单位：万元"],
            [],
            HEADER,
            [1, "A1", "甲公司", "2024.3.5", 1.5],
            [None] * 5,
            [2, "A2", "乙公司", "2024年3月6日", "2,000元"],
            ["小计", None, None, None, 1.7],
            [3, "A3", "合计公司", "2024-03-07", 3],
            ["合  计", None, None, None, 4.7],
            ["总计（元）", None, None, None, 47000],
            [],
            ["注：本表不含简易程序案件。"],
            ["填表人：张三", None, None, "联系电话：85012345"],
        ]
    )
    reading, rows = read(path, short)
    assert numbers(rows) == ["A1", "A2", "A3"]
    assert [row.number for row in rows] == [5, 7, 9]
    assert [row.values["fine"] for row in rows] == [15000, 2000, 30000]
    assert rows[0].cell("party") == "C5"
    assert reading.header_row == 4
    assert [(skip.number, skip.reason) for skip in reading.skipped] == [
        (8, "合计行"),
        (10, "合计行"),
        (11, "合计行"),
        (13, "表下说明"),
        (14, "表下说明"),
    ]
    assert "张三" in reading.skipped[-1].text
    assert reading.skipped_count == 5
    assert reading.blank_count == 2


def test_other_order_other_names_extra_and_doubled_columns(book, read, layout):
    path = book(
        [
            [
                "决定日期",
                " 单位 名称：",
                "承办人",
                "处罚决定书文号*",
                "罚款金额(万元)",
                "承办人",
                "联系电话",
                "联系电话",
            ],
            ["20240305", "甲公司", "李四", "A1", "1.5", "王五", "０511-85012345", "x"],
        ]
    )
    reading, [row] = read(path, layout)
    assert row.values == {
        "number": "A1",
        "party": "甲公司",
        "decided": date(2024, 3, 5),
        "fine": Decimal(15000),
        "phone": "0511-85012345",
    }
    assert row.raw["fine"] == "1.5"
    assert reading.columns["number"] == "D"
    assert sum("承办人" in note for note in reading.notes) == 1
    assert any("联系电话" in note and "不止一次" in note for note in reading.notes)


def test_a_header_of_two_rows_with_merged_groups(book, read, layout):
    path = book(
        [
            ["行政处罚台账", None, None, None, None],
            ["文号", "当事人", None, "决定情况", None],
            [None, "名称", "类型", "处罚决定日期", "罚款金额"],
            ["A1", "甲公司", "法人", "2024-3-5", 500],
        ],
        ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
    )
    reading, [row] = read(path, layout)
    assert row.values == {
        "number": "A1",
        "party": "甲公司",
        "kind": "company",
        "decided": date(2024, 3, 5),
        "fine": 500,
    }
    assert reading.header_row == 3


def test_a_header_merged_over_two_rows_is_not_followed_by_data_too_early(book, read, short):
    path = book(
        [
            ["文号", "当事人", "决定日期", "罚款金额", "送达", None],
            [None, None, None, None, "方式", "结果"],
            ["A1", "甲公司", "2024-3-5", 500, "邮寄", "签收"],
        ],
        ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"],
    )
    reading, rows = read(path, short)
    assert numbers(rows) == ["A1"]
    assert rows[0].number == 3


def test_merged_cells_fill_downwards_and_blanks_do_not(book, read, short):
    path = book(
        [
            ["文号", "当事人", "决定日期", "罚款金额"],
            ["A1", "甲公司", "2024-3-5", 1],
            [None, "乙公司", None, 2],
            [None, "丙公司", None, 3],
            ["A4", None, "2024-3-8", 4],
            [None, None, None, None],
            ["A6", "丁公司", "2024-3-9", 5],
        ],
        ["A2:A4", "C2:C3", "C5:C6"],
    )
    _, rows = read(path, short)
    assert numbers(rows) == ["A1", "A1", "A1", "A4", "A6"]
    assert [row.values["decided"] for row in rows] == [date(2024, 3, d) if d else None for d in (5, 5, 0, 8, 9)]
    assert [error.cell for row in rows for error in row.errors] == ["B5"]
    assert [row.number for row in rows] == [2, 3, 4, 5, 7]


def test_a_repeated_header_and_prenumbered_rows_are_skipped(book, read, short):
    path = book([HEADER, [1, "A1", "甲", "2024-3-5", 1], HEADER, [2, "A2", "乙", "2024-3-5", 1], [3], [4]])
    reading, rows = read(path, short)
    assert numbers(rows) == ["A1", "A2"]
    assert [skip.reason for skip in reading.skipped] == ["重复的表头", "本表各列都没有内容", "本表各列都没有内容"]


def test_errors_name_cell_and_remedy_and_keep_the_other_values(book, read, layout):
    path = book(
        [
            ["文号", "当事人", "统一社会信用代码", "处罚决定日期", "涉及人数", "是否公示"],
            ["A1", "甲公司", 911100008021004330, "24-3-5", "三人", "也许"],
            ["A2", None, "91110000802100433B", "2024-03-05", 3, "√"],
        ]
    )
    _, rows = read(path, layout)
    assert [(error.column, error.cell) for error in rows[0].errors] == [
        ("uscc", "C2"),
        ("decided", "D2"),
        ("people", "E2"),
        ("public", "F2"),
    ]
    assert "设为“文本”" in rows[0].errors[0].message
    assert rows[0].values == {"number": "A1", "party": "甲公司"}
    assert rows[0].raw["decided"] == "24-3-5"
    assert [(error.cell, error.message) for error in rows[1].errors] == [("B3", "“当事人名称”必须填写。")]
    assert rows[1].values["public"] is True


def test_formula_cells_give_their_stored_result_or_say_that_there_is_none(tmp_path, read, short):
    path = tmp_path / "f.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["文号", "当事人", "决定日期", "罚款金额"])
    sheet.write_formula("A2", '="A"&1', None, "A1")
    sheet.write_formula("B2", "=VLOOKUP(1,Z:Z,1,0)", None, "#N/A")
    sheet.write_formula("D2", "=1000*1.5", None, 1500)
    sheet.write_formula("A3", '=""', None, "")
    sheet.write_string("B3", "乙公司")
    sheet.write_formula("D3", "=1/0", None, "#DIV/0!")
    workbook.close()
    replace_in_sheet(path, b'<c r="A3"><f>""</f><v></v>', b'<c r="A3" t="str"><f>""</f><v></v>')
    _, rows = read(path, short)
    assert rows[0].values["number"] == "A1"
    assert rows[0].values["fine"] == 1500
    assert [(error.cell, "#N/A" in error.message) for error in rows[0].errors] == [("B2", True)]
    assert [error.cell for error in rows[1].errors] == ["A3", "D3"]
    assert "必须填写" in rows[1].errors[0].message


def test_a_formula_saved_without_its_result_is_not_taken_as_empty(book, read, short):
    path = book([["文号", "当事人", "罚款金额"], ["A1", "甲", "=1+1"]])
    _, [row] = read(path, short)
    assert [error.cell for error in row.errors] == ["C2"]
    assert "没有保存计算结果" in row.errors[0].message


def test_the_sheet_that_fits_best_is_read_and_others_are_named(tmp_path, read, short):
    workbook = openpyxl.Workbook()
    workbook.active.title = "封面"
    workbook.active["A1"] = "关于报送台账的说明"
    hidden = workbook.create_sheet("旧数据")
    hidden.sheet_state = "hidden"
    for row in (HEADER, [1, "旧", "旧", "2020-1-1", 1]):
        hidden.append(row)
    partial = workbook.create_sheet("汇总")
    for row in (["文号", "当事人"], ["汇", "总"]):
        partial.append(row)
    full = workbook.create_sheet("明细")
    for row in (HEADER, [1, "A1", "甲", "2024-3-5", 1]):
        full.append(row)
    workbook.create_sheet("Sheet5")
    workbook.save(tmp_path / "many.xlsx")
    reading, rows = read(tmp_path / "many.xlsx", short)
    assert reading.sheet == "明细"
    assert numbers(rows) == ["A1"]
    [note] = [note for note in reading.notes if "其他工作表" in note]
    assert "封面" in note and "汇总" in note
    assert "旧数据" not in note and "Sheet5" not in note


def test_missing_required_columns_are_named_together(book, short):
    layout = Layout(
        "x",
        "某台账",
        (*short.columns, Column("reason", "案由", required=True), Column("law", "处罚依据", required=True)),
    )
    with pytest.raises(SheetProblem, match="缺少必填的列：案由、处罚依据") as problem:
        read_sheet(book([["某台账"], HEADER, [1, "A1", "甲", "2024-3-5", 1]]), layout)
    assert "第2行" in str(problem.value) and "当事人" in str(problem.value)


def test_no_header_says_what_was_expected_and_what_was_seen(book, short):
    with pytest.raises(SheetProblem, match="应有的列：文号、当事人、决定日期、罚款金额") as problem:
        read_sheet(book([["姓名", "部门", "工资"], ["张三", "办公室", 1]]), short)
    assert "姓名、部门、工资" in str(problem.value)


def test_a_header_below_the_thirtieth_row_is_not_looked_for(book, short):
    with pytest.raises(SheetProblem, match="前30行"):
        read_sheet(book([["说明"]] * 31 + [HEADER]), short)


def test_an_empty_table_gives_no_rows(book, read, short):
    assert read(book([HEADER]), short)[1] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_comma_separated_text(tmp_path, read, short, encoding):
    path = tmp_path / "台账.csv"
    path.write_text(
        '处罚台账,,,\n文号,当事人,决定日期,罚款金额\n="007","甲,\n公司",2024/3/5,"1,500"\n\n合计,,,1500\n', encoding
    )
    reading, [row] = read(path, short)
    assert row.values == {"number": "007", "party": "甲,\n公司", "decided": date(2024, 3, 5), "fine": 1500}
    assert row.number == 3
    assert reading.skipped[0].reason == "合计行"


def test_tab_separated_text_and_digits_lost_in_text(tmp_path, read, short):
    path = tmp_path / "台账.txt"
    path.write_text("文号\t当事人\n3.21102E+17\t甲\n", "utf-8")
    _, [row] = read(path, short)
    assert "设为“文本”" in row.errors[0].message


def test_ids_are_read_and_a_row_with_an_id_is_never_a_total(book, read, short):
    path = book([["编号", "文号", "当事人"], ["k-1", "A1", "甲"], ["k-2", "合计", "乙"], [None, "A3", "丙"]])
    reading, rows = read(path, short)
    assert [row.id for row in rows] == ["k-1", "k-2", None]
    assert reading.from_export is False


def test_the_silent_columns_of_a_marked_sheet_are_not_reported(book, read, short):
    reading, _ = read(book([[*HEADER, "错误说明"], [1, "A1", "甲", "2024-3-5", 1, "旧错"]]), short)
    assert not any("错误说明" in note or "序号" in note for note in reading.notes)


def test_a_table_that_does_not_begin_in_the_first_column(tmp_path, read, short):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for place, text in enumerate(HEADER[1:], 3):
        sheet.cell(6, place, text)
    for place, value in enumerate(["A1", "甲", "2024-3-5", 1], 3):
        sheet.cell(7, place, value)
    workbook.save(tmp_path / "far.xlsx")
    _, [row] = read(tmp_path / "far.xlsx", short)
    assert row.cell("number") == "C7"
    assert row.values["number"] == "A1"


def test_short_headers_of_two_columns_are_not_confused(book, read):
    layout = Layout("y", "费用", (Column("plan", "金额（计划）", "money"), Column("paid", "金额（实付）", "money")))
    _, [row] = read(book([["金额(实付)", "金额(计划)"], [1, 2]]), layout)
    assert row.values == {"plan": 2, "paid": 1}
    with pytest.raises(SheetProblem):
        read_sheet(book([["金额", "备注"], [1, 2]]), layout)


def test_an_old_xls_with_merged_cells(read, short):
    reading, rows = read(Path(__file__).with_name("last_year.xls"), short)
    assert [row.values for row in rows] == [
        {"number": "A1", "party": "甲公司", "decided": date(2023, 3, 5), "fine": 1500},
        {"number": "A1", "party": "乙公司", "decided": date(2023, 3, 6), "fine": 20000},
    ]
    assert [skip.number for skip in reading.skipped] == [5]


def test_hidden_rows_are_read_and_told(tmp_path, book, read, short):
    rows = [
        ["文号", "当事人", "决定日期", "罚款金额"],
        *([f"〔2024〕{n}号", "张三", "2024-01-02", n] for n in range(1, 15)),
    ]
    path = book([*rows, ["合计", None, None, 99]])
    workbook = openpyxl.load_workbook(path)
    for number in (3, 5, 16):  # the last is the total, which is not read anyway
        workbook.active.row_dimensions[number].hidden = True
    workbook.save(path)
    reading, found = read(path, short)
    assert len(found) == 14
    told = [note for note in reading.notes if "隐藏" in note]
    assert told == ["第3、5行在表中是隐藏的（如筛选后未显示），共2行，也已读入；不需要的请删去后重新上传。"]
    assert not any("隐藏" in note for note in read(book(rows, name="plain.xlsx"), short)[0].notes)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\x7f", "\x85"])
def test_characters_that_cannot_be_seen_are_refused_at_their_cell(book, read, short, mark):
    head = ["文号", "当事人", "决定日期", "罚款金额"]
    path = book(
        [
            head,
            ["〔2024〕1号", f"张{mark}三", "2024-01-02", 1],
            [f"〔2024〕2号{mark}", "李四\n王五", f"{mark}2024-01-02", 2],
        ]
    )
    _, (first, second) = read(path, short)
    assert [(error.cell, f"U+{ord(mark):04X}" in error.message) for error in first.errors] == [("B2", True)]
    assert [error.cell for error in second.errors] == ["A3", "C3"]
    assert second.values["party"] == "李四\n王五"
