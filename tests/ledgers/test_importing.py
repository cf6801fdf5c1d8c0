"""A sheet in, as one batch, and back out: on the risk letters of reconsideration."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.journal.api import Entry
from fazhi.ledgers.api import Batch, SheetErrors, export, import_sheet, ledger, mark_errors, preview, reverse

HEAD = ["填报单位", "所在地", "函号", "制发日期", "送达单位", "行政管理领域", "风险事项", "依据案件数"]


def sheet(path: Path, *rows: list) -> Path:
    book = Workbook()
    page = book.active
    page.append(["2024年风险提示函登记表"])
    page.append(HEAD)
    for row in rows:
        page.append(row)
    page.append(["合计", None, None, None, None, None, None, len(rows)])
    book.save(path)
    return path


def letter(number: str, **other) -> list:
    row = {"org": "市司法局", "place": "镇江市", "number": number, "on": "2024.3.5", "to": "市公安局", "field": "治安管理",
           "risk": "处罚前告知不全", "cases": "3", **other}  # fmt: skip
    return list(row.values())


@pytest.fixture
def letters(town):
    return ledger("reconsideration.riskalertletter")


def test_a_sheet_goes_in_as_one_batch(tmp_path, letters, clerk):
    path = sheet(tmp_path / "函.xlsx", letter("提示〔2024〕1号"), letter("提示〔2024〕2号"))
    batch = import_sheet(path, letters, clerk)
    assert (batch.entered, batch.changed, batch.unchanged) == (2, 0, 0)
    first = RiskAlertLetter.objects.get(number="提示〔2024〕1号")
    assert (first.happened_on, first.year, first.case_count, first.batch) == (date(2024, 3, 5), 2024, 3, batch)
    assert first.source_cell.endswith("!3")
    assert Entry.objects.get(stream="ledger", subject=batch.pk).data["rows"] == 2


def test_a_sheet_with_a_bad_cell_leaves_nothing(tmp_path, letters, clerk):
    path = sheet(
        tmp_path / "函.xlsx", letter("提示〔2024〕1号"), letter("提示〔2024〕2号", to="没有这个局", on="三月五日前后")
    )
    with pytest.raises(SheetErrors) as refused:
        import_sheet(path, letters, clerk)
    found = {error.column: error.cell for error in refused.value.preview.errors}
    assert found == {"happened_on": "D4", "addressee": "E4"}
    assert "跳过1行（合计、小计、说明等）。" in refused.value.preview.notes
    assert not RiskAlertLetter.objects.exists() and not Batch.objects.exists()


def test_an_export_comes_back_without_a_difference(tmp_path, letters, clerk):
    import_sheet(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号"), letter("提示〔2024〕2号")), letters, clerk)
    assert export(letters, tmp_path / "b.xlsx", clerk) == 2
    again = import_sheet(tmp_path / "b.xlsx", letters, clerk)
    assert (again.entered, again.changed, again.unchanged) == (0, 0, 2)


def test_a_changed_row_changes_and_comes_back_on_reversal(tmp_path, letters, clerk):
    import_sheet(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号")), letters, clerk)
    second = sheet(tmp_path / "b.xlsx", letter("提示〔2024〕1号", cases="7"), letter("提示〔2024〕9号"))
    batch = import_sheet(second, letters, clerk)
    assert (batch.entered, batch.changed) == (1, 1)
    reverse(batch, clerk, "报送口径有误")
    assert RiskAlertLetter.objects.get(number="提示〔2024〕1号").case_count == 3
    assert RiskAlertLetter.objects.get(number="提示〔2024〕9号").voided_on is not None
    with pytest.raises(ValueError, match="已于"):
        reverse(batch, clerk, "再撤一次")


def test_doubles_within_a_sheet_are_told(tmp_path, letters, clerk):
    looked = preview(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号"), letter("提示〔2024〕1号")), letters, clerk)
    assert [error.message for error in looked.errors] == ["与第3行重复，请删去其中一行。"]


def test_a_stranger_cannot_enter_rows_of_another_body(tmp_path, letters, town, appoint):
    other = appoint("句容联络员", "department", town.west_justice)
    looked = preview(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号")), letters, other)
    assert looked.errors[0].column == "org" and "不能登记" in looked.errors[0].message


def test_a_marked_copy_can_be_made_of_the_errors(tmp_path, letters, clerk):
    path = sheet(tmp_path / "函.xlsx", letter("提示〔2024〕1号", to="没有这个局"))
    looked = preview(path, letters, clerk)
    mark_errors(path, looked.errors, tmp_path / "改.xlsx")
    cell = load_workbook(tmp_path / "改.xlsx").active["E3"]
    assert "没有名为" in cell.comment.text or "没有登记" in cell.comment.text


def test_rows_of_another_city_neither_leave_nor_count(tmp_path, letters, clerk):
    import_sheet(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号")), letters, clerk)
    RiskAlertLetter.objects.update(city="C321000")
    assert export(letters, tmp_path / "b.xlsx", clerk) == 0
    again = import_sheet(sheet(tmp_path / "c.xlsx", letter("提示〔2024〕1号")), letters, clerk)
    assert again.entered == 1
