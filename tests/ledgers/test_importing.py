"""A sheet in, as one batch, and back out: on the risk letters of reconsideration."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.domains.safety.models import KeyIndustry
from fazhi.journal.api import Entry
from fazhi.ledgers.api import Batch, MovedOn, SheetErrors, export, import_sheet, ledger, mark_errors, preview, reverse
from fazhi.registers.api import as_of, discrepancies

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


def test_nobody_changes_a_row_of_another_body_by_its_key(tmp_path, letters, clerk, appoint, town):
    import_sheet(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号")), letters, clerk)
    liaison = appoint("派出单位联络员", "department", town.police)
    mine = sheet(
        tmp_path / "b.xlsx",
        letter("提示〔2024〕1号", org="市公安局", cases="7"),
        letter("提示〔2024〕5号", org="市公安局"),
    )
    found = preview(mine, letters, liaison).errors
    assert [(error.cell, "已由其他单位登记" in error.message) for error in found] == [("C3", True)]
    with pytest.raises(SheetErrors):
        import_sheet(mine, letters, liaison)
    one = RiskAlertLetter.objects.get()
    assert (one.org, one.case_count) == (town.justice, 3)


def test_a_row_remembers_every_change_that_a_batch_made(tmp_path, letters, clerk):
    import_sheet(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号")), letters, clerk)
    batch = import_sheet(sheet(tmp_path / "更正.xlsx", letter("提示〔2024〕1号", cases="7")), letters, clerk)
    reverse(batch, clerk, "报送口径有误")
    one = RiskAlertLetter.objects.get()
    told = Entry.objects.filter(stream="reconsideration.riskalertletter", subject=one.pk).order_by("seq")
    assert [(e.data["basis"], e.data["before"], e.data["after"]) for e in told] == [
        (f"导入第{batch.pk}批《更正.xlsx》", {"case_count": 3}, {"case_count": 7}),
        (f"撤回第{batch.pk}批", {"case_count": 7}, {"case_count": 3}),
    ]


def test_a_line_of_a_list_keeps_what_was_known_before_a_batch(tmp_path, clerk, town):
    clients = ledger("safety.keyindustry")
    columns = [column.label for column in clients.layout.columns]
    given = {
        "编码": "危化",
        "填报单位": "市司法局",
        "所在地": "镇江市",
        "生效日期": "2024-01-01",
        "行业领域": "危险化学品",
    }

    def listed(name: str, enterprises: str) -> Path:
        book = Workbook()
        book.active.append(columns)
        book.active.append(
            [{**given, "行业监管部门": "市应急局", "企业数": enterprises}.get(label) for label in columns]
        )
        book.save(tmp_path / name)
        return tmp_path / name

    import_sheet(listed("a.xlsx", "3"), clients, clerk)
    import_sheet(listed("b.xlsx", "4"), clients, clerk)
    line, earlier = KeyIndustry.objects.get(of=None), KeyIndustry.objects.get(of__isnull=False)
    assert (line.enterprises, earlier.enterprises, earlier.of) == (4, 3, line)
    assert [row.enterprises for row in as_of(KeyIndustry, date(2024, 6, 1), earlier.known_from)] == [3]
    assert list(discrepancies(KeyIndustry)) == []


def test_a_batch_waits_for_the_batches_that_built_on_it(tmp_path, letters, clerk):
    first = import_sheet(
        sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号"), letter("提示〔2024〕2号")), letters, clerk
    )
    second = import_sheet(sheet(tmp_path / "b.xlsx", letter("提示〔2024〕1号", cases="7")), letters, clerk)
    with pytest.raises(MovedOn, match=f"请先撤回第{second.pk}批"):
        reverse(first, clerk, "报送口径有误")
    assert not RiskAlertLetter.objects.filter(voided_on__isnull=False).exists()
    for batch in (second, first):
        reverse(batch, clerk, "报送口径有误")
    assert RiskAlertLetter.objects.filter(voided_on__isnull=False).count() == 2


def test_the_journal_agrees_with_imports_and_reversals_and_finds_what_was_done_by_hand(tmp_path, letters, clerk):
    import_sheet(sheet(tmp_path / "a.xlsx", letter("提示〔2024〕1号"), letter("提示〔2024〕2号")), letters, clerk)
    batch = import_sheet(
        sheet(tmp_path / "b.xlsx", letter("提示〔2024〕1号", cases="7"), letter("提示〔2024〕9号")), letters, clerk
    )
    reverse(batch, clerk, "报送口径有误")
    assert list(discrepancies(RiskAlertLetter)) == []
    touched = RiskAlertLetter.objects.get(number="提示〔2024〕2号")
    RiskAlertLetter.objects.filter(pk=touched.pk).update(case_count=30)
    assert [(each.kind, each.pk) for each in discrepancies(RiskAlertLetter)] == [("changed", touched.pk)]


def test_a_row_that_cannot_be_is_told_at_its_cells(tmp_path, letters, clerk):
    """A negative count would quietly make a published sum smaller; a day to come has not happened."""
    path = sheet(
        tmp_path / "函.xlsx",
        letter("提示〔2024〕1号", cases="-5"),
        letter("提示〔2024〕2号", on="2099-01-01"),
        letter("提示〔2024〕3号"),
    )
    found = {error.cell: error.message for error in preview(path, letters, clerk).errors}
    assert list(found) == ["H3", "D4"]
    assert "不能是负数" in found["H3"] and "2099-01-01晚于今天" in found["D4"]
    with pytest.raises(SheetErrors):
        import_sheet(path, letters, clerk)
    assert not RiskAlertLetter.objects.exists()
