"""An empty ledger as Excel and WPS will see it."""

from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from fazhi.ledgers.sheets import Column, Layout, file_digest, read_sheet, write_rows, write_template
from fazhi.ledgers.sheets.look import sheet_name, shown_width


@pytest.fixture
def template(tmp_path, layout):
    write_template(layout, tmp_path / "t.xlsx")
    return openpyxl.load_workbook(tmp_path / "t.xlsx")


def rule_at(sheet, address):
    [rule] = [rule for rule in sheet.data_validations.dataValidation if address in rule.sqref]
    return rule


def letters(layout, name):
    return openpyxl.utils.get_column_letter([column.name for column in layout.columns].index(name) + 1)


def test_heading_header_and_panes(template, layout):
    sheet = template[layout.title]
    assert sheet["A1"].value == layout.title
    assert [cell.value for cell in sheet[2]][:4] == ["决定书文号*", "当事人名称*", "统一社会信用代码", "当事人类型"]
    assert all(cell.font.bold for cell in sheet[2])
    assert sheet.freeze_panes == "B3"
    assert sheet.max_row == 2


def test_drop_downs_come_from_the_hidden_sheet_with_one_label_each(template, layout):
    sheet, hidden = template[layout.title], template["字典"]
    assert hidden.sheet_state == "hidden"
    rule = rule_at(sheet, f"{letters(layout, 'kind')}500")
    assert rule.type == "list"
    area = rule.formula1.replace("'", "").removeprefix("字典!").replace("$", "")
    assert [cell.value for row in hidden[area] for cell in row] == ["自然人", "法人", "其他组织"]
    assert rule.showErrorMessage and "下拉列表" in rule.error
    assert rule_at(sheet, f"{letters(layout, 'public')}3").formula1 == '"是,否"'


@pytest.mark.parametrize(
    ("name", "kind", "least", "most"),
    [
        ("decided", "date", 36526, 109574),
        ("people", "whole", 0, 10000),
        ("fine", "decimal", 0, 10**14),
        ("rate", "decimal", -(10**14), 1),
    ],
)
def test_dates_and_numbers_are_held_within_bounds(template, layout, name, kind, least, most):
    rule = rule_at(template[layout.title], f"{letters(layout, name)}3")
    assert rule.type == kind and rule.operator in (None, "between")
    assert (float(rule.formula1), float(rule.formula2)) == (least, most)
    assert rule.errorTitle in ("日期不对", "数字不对")
    assert layout.column(name).label in rule.error


def test_prompts_say_how_to_fill_in(template, layout):
    sheet = template[layout.title]
    assert "按证照填写" in rule_at(sheet, f"{letters(layout, 'uscc')}3").prompt
    assert "2024-03-05" in rule_at(sheet, f"{letters(layout, 'decided')}3").prompt
    assert "必填" in rule_at(sheet, f"{letters(layout, 'party')}3").prompt
    assert rule_at(sheet, f"{letters(layout, 'party')}3").type == "textLength"


def test_codes_are_text_before_anything_is_typed(template, layout):
    dimensions = template[layout.title].column_dimensions
    for name in ("number", "uscc", "phone", "party"):
        assert dimensions[letters(layout, name)].number_format == "@"
    for column in layout.columns:
        assert dimensions[letters(layout, column.name)].width >= shown_width(column.label)


def test_the_guide_explains_every_column_and_marks_personal_data(template, layout):
    rows = [[cell.value or "" for cell in row] for row in template["填表说明"].iter_rows()]
    assert any(layout.notes[0] == row[0] for row in rows)
    by_label = {row[0]: row for row in rows}
    assert set(by_label) >= {column.label for column in layout.columns}
    assert by_label["当事人类型"][3] == "自然人、法人、其他组织"
    assert by_label["联系电话"][4] == "是" and by_label["罚款金额"][4] == ""


def test_a_filled_in_template_reads_back(tmp_path, layout, template):
    sheet = template[layout.title]
    for name, value in {
        "number": "001",
        "party": "甲公司",
        "kind": "法人",
        "decided": datetime(2024, 3, 5),
        "rate": 0.5,
        "public": "是",
    }.items():
        sheet[f"{letters(layout, name)}3"] = value
    template.save(tmp_path / "filled.xlsx")
    reading = read_sheet(tmp_path / "filled.xlsx", layout)
    [row] = reading
    assert row.errors == ()
    assert (row.values["number"], row.values["decided"], row.values["rate"]) == (
        "001",
        date(2024, 3, 5),
        Decimal("0.5"),
    )
    assert reading.from_export is False


def test_equal_layouts_give_equal_bytes_and_unequal_ones_do_not(tmp_path, layout, short):
    for name, chosen in (("a", layout), ("b", layout), ("c", short)):
        write_template(chosen, tmp_path / f"{name}.xlsx")
    assert file_digest(tmp_path / "a.xlsx") == file_digest(tmp_path / "b.xlsx") != file_digest(tmp_path / "c.xlsx")


def test_an_export_keeps_the_drop_downs_and_shifts_them_by_the_id(tmp_path, layout):
    row = {"id": "k-1", "number": "001", "kind": "company", "decided": date(2024, 3, 5), "public": False}
    write_rows(layout, [row], tmp_path / "e.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "e.xlsx")[layout.title]
    assert [cell.value for cell in sheet[2]][:2] == ["编号", "决定书文号*"]
    assert [sheet[address].value for address in ("A3", "B3", "E3", "F3", "K3")] == [
        "k-1",
        "001",
        "法人",
        datetime(2024, 3, 5),
        "否",
    ]
    assert rule_at(sheet, "E3").type == "list"
    assert sheet["B3"].number_format == "@"
    assert sheet["F3"].number_format == "yyyy-mm-dd"
    assert sheet.auto_filter.ref == "A2:M3"


def test_hundreds_of_choices_and_awkward_titles(tmp_path):
    many = tuple((str(number), f"第{number}项权力事项名称") for number in range(400))
    layout = Layout("m", "2024/2025年度[市级]台账:" + "长" * 40, (Column("item", "事项", "choice", choices=many),))
    write_template(layout, tmp_path / "m.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert workbook.sheetnames[0] == sheet_name(layout.title)
    assert len(workbook.sheetnames[0]) <= 31
    assert rule_at(workbook.worksheets[0], "A3").formula1.endswith("$A$402")
    write_rows(layout, [{"item": "399"}], tmp_path / "m.xlsx")
    [row] = read_sheet(tmp_path / "m.xlsx", layout)
    assert row.values == {"item": "399"}


@pytest.mark.parametrize("title", ["", "字典", "填表说明", "'", "History", "???"])
def test_titles_that_cannot_name_a_sheet(title):
    assert sheet_name(title) == "台账"
