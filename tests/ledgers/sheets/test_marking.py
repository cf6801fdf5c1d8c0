"""The user's own sheet comes back marked, and clean again once corrected."""

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from fazhi.ledgers.sheets import CellError, Limits, SheetProblem, mark_errors, read_sheet, write_rows, write_template

RED = "FFFF9999"
HEADER = ["文号", "当事人", "决定日期", "罚款金额"]


@pytest.fixture
def faulty(tmp_path, book):
    path = book(
        [["某局台账"], HEADER, ["A1", "甲", "24-3-5", "很多"], ["A2", "乙", "2024-3-6", 5], [None, "丙", "2024", 1]],
        ["A4:A5"],
        title="明细",
    )
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["明细"]
    sheet["C3"].comment = Comment("我的批注", "张三")
    rule = DataValidation(type="list", formula1='"甲,乙"')
    rule.add("B3:B100")
    sheet.add_data_validation(rule)
    hidden = workbook.create_sheet("码表")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "keep"
    workbook.save(path)
    return path


def marked(path, layout, out):
    reading = read_sheet(path, layout)
    errors = [error for row in reading for error in row.errors]
    copied = mark_errors(path, errors, out, sheet=reading.sheet, header_row=reading.header_row, layout=layout)
    return errors, copied


def test_red_cells_comments_remarks_and_summary(faulty, short, tmp_path):
    before = faulty.read_bytes()
    errors, copied = marked(faulty, short, tmp_path / "out.xlsx")
    assert copied is True
    assert [error.cell for error in errors] == ["C3", "D3", "C5"]
    workbook = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = workbook["明细"]
    red = {cell.coordinate for row in sheet.iter_rows(max_col=4) for cell in row if cell.fill.start_color.rgb == RED}
    assert red == {"C3", "D3", "C5"}
    assert "我的批注" in sheet["C3"].comment.text and "看不出是哪一年" in sheet["C3"].comment.text
    assert sheet["E2"].value == "错误说明"
    assert "C列" in sheet["E3"].value and "D列" in sheet["E3"].value
    assert sheet["E4"].value is None and "没有写到日" in sheet["E5"].value
    assert sheet["D3"].value == "很多" and sheet["A4"].value == "A2"
    summary = [[cell.value for cell in row] for row in workbook["错误汇总"].iter_rows()]
    assert "共2行、3处" in summary[0][0]
    assert summary[2][:3] == ["C3", "决定日期", "24-3-5"]
    assert workbook.active.title == "明细"
    assert faulty.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.xlsx", faulty.name]


def test_drop_downs_hidden_sheets_and_merges_survive(faulty, short, tmp_path):
    marked(faulty, short, tmp_path / "out.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert workbook["码表"].sheet_state == "hidden" and workbook["码表"]["A1"].value == "keep"
    [rule] = workbook["明细"].data_validations.dataValidation
    assert rule.formula1 == '"甲,乙"'
    assert [str(area) for area in workbook["明细"].merged_cells.ranges] == ["A4:A5"]


def test_a_corrected_copy_comes_back_clean(faulty, short, tmp_path):
    marked(faulty, short, tmp_path / "out.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "out.xlsx")
    workbook["明细"]["C3"], workbook["明细"]["D3"] = "2024-3-5", 3
    workbook.save(tmp_path / "second.xlsx")
    errors, _ = marked(tmp_path / "second.xlsx", short, tmp_path / "out2.xlsx")
    assert [error.cell for error in errors] == ["C5"]
    sheet = openpyxl.load_workbook(tmp_path / "out2.xlsx")["明细"]
    assert sheet["C3"].fill.start_color.rgb != RED and sheet["C3"].comment.text == "我的批注"
    assert sheet["D3"].comment is None and sheet["E3"].value is None
    assert sheet["C5"].fill.start_color.rgb == RED and "没有写到日" in sheet["E5"].value
    assert sheet.max_column == 5


def test_an_error_inside_a_merged_range_marks_its_first_cell(faulty, tmp_path):
    mark_errors(faulty, [CellError("number", "A5", "A2", "文号不对，请改正。")], tmp_path / "out.xlsx", sheet="明细")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["明细"]
    assert "文号不对" in sheet["A4"].comment.text
    assert sheet["A4"].fill.start_color.rgb == RED


def test_text_that_looks_like_a_formula_stays_text(faulty, tmp_path):
    errors = [CellError("party", "B3", "=HYPERLINK(1)", "=1+1 请改正。")]
    mark_errors(faulty, errors, tmp_path / "out.xlsx", sheet="明细", header_row=2)
    summary = openpyxl.load_workbook(tmp_path / "out.xlsx")["错误汇总"]
    assert summary["C3"].data_type == "s" and summary["D3"].data_type == "s"


def test_csv_and_many_errors_get_a_list(book, short, tmp_path, monkeypatch):
    monkeypatch.setattr("fazhi.ledgers.sheets.marking._MOST_MARKED", 300)
    text = tmp_path / "a.csv"
    text.write_text("文号,当事人\nA1,\n", "utf-8")
    errors, copied = marked(text, short, tmp_path / "list.xlsx")
    assert copied is False
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "list.xlsx").active.iter_rows()]
    assert "a.csv" in rows[0][0]
    assert rows[2] == [2, "B2", "当事人", "", "“当事人”必须填写。"]
    many = (CellError("party", f"B{row}", "x", "请改正。") for row in range(2, 303))
    assert mark_errors(book([HEADER]), many, tmp_path / "many.xlsx") is False
    listed = openpyxl.load_workbook(tmp_path / "many.xlsx", read_only=True).active
    assert listed.max_row == 301 + 2


def test_a_file_that_cannot_be_read_leaves_nothing(tmp_path, short):
    (tmp_path / "x.xlsx").write_bytes(b"%PDF")
    with pytest.raises(SheetProblem, match="PDF"):
        mark_errors(tmp_path / "x.xlsx", [CellError("a", "A1", "", "改。")], tmp_path / "out.xlsx")
    with pytest.raises(SheetProblem, match="没有名为"):
        write_template(short, tmp_path / "t.xlsx")
        mark_errors(tmp_path / "t.xlsx", [CellError("a", "A1", "", "改。")], tmp_path / "out.xlsx", sheet="没有")
    with pytest.raises(SheetProblem, match="展开后"):
        mark_errors(tmp_path / "t.xlsx", [], tmp_path / "out.xlsx", limits=Limits(unpacked_bytes=100))
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.slow
def test_a_sheet_of_more_than_20_000_rows_gets_a_list(tmp_path, short):
    write_rows(short, ({"number": f"A{n}", "party": "甲"} for n in range(20_001)), tmp_path / "long.xlsx")
    errors = [CellError("party", "C20003", "甲", "请改正。")]
    assert mark_errors(tmp_path / "long.xlsx", errors, tmp_path / "out.xlsx") is False
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").active["B3"].value == "C20003"
