"""What an export writes, an import reads back."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi.ledgers.sheets import Column, Layout, SheetProblem, file_digest, read_sheet, write_rows
from fazhi.ledgers.sheets.dates import LOCAL
from fazhi.registers.api import control_complaint

CHOICES = (("a", "甲 类"), ("b", "乙类（一）"), ("c", "无"))
WHOLE = Layout(
    "whole",
    "各类台账",
    (
        Column("text", "文本"),
        Column("code", "代码", "code"),
        Column("whole", "个数", "whole"),
        Column("decimal", "小数", "decimal"),
        Column("money", "金额", "money"),
        Column("ten", "金额（万元）", "money"),
        Column("day", "日期", "date"),
        Column("moment", "时间", "moment"),
        Column("flag", "是否", "flag"),
        Column("choice", "选项", "choice", choices=CHOICES),
        Column("rate", "比率", "percent", most=Decimal(100)),
    ),
)

SOUND = st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff").filter(
    lambda each: not control_complaint(each)
)
TEXTS = st.text(SOUND, max_size=200).map(str.strip).filter(bool)
CODES = st.text("0123456789ABCXYZabc-〔〕号（）./", min_size=1, max_size=30)
DECIMALS = st.decimals(Decimal(-(10**17)), Decimal(10**17), allow_nan=False, places=6) | st.decimals(
    -100, 100, places=3
)
CENTS = st.integers(-(10**16), 10**16).map(lambda cents: Decimal(cents) / 100)


def rows_of(**kinds):
    return st.fixed_dictionaries({}, optional=kinds)


ROWS = st.lists(
    rows_of(
        text=TEXTS | TEXTS.map(lambda text: text * 40),
        code=CODES,
        whole=st.integers(-(10**17), 10**17),
        decimal=DECIMALS,
        money=CENTS,
        ten=CENTS,
        day=st.dates(date(1850, 1, 1), date(2100, 12, 31)),
        moment=st.datetimes(datetime(1950, 1, 1), datetime(2100, 12, 31)).map(
            lambda at: at.replace(microsecond=0, tzinfo=LOCAL)
        ),
        flag=st.booleans(),
        choice=st.sampled_from([value for value, _ in CHOICES]),
        rate=st.decimals(0, 100, places=4),
    ),
    max_size=12,
)


QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


def assert_back(path, rows):
    given_rows = [{"id": f"k-{number}", **row} for number, row in enumerate(rows)]
    write_rows(WHOLE, given_rows, path)
    reading = read_sheet(path, WHOLE)
    back = list(reading)
    assert [row.errors for row in back] == [()] * len(given_rows)
    assert [row.id for row in back] == [row["id"] for row in given_rows]
    for row, wanted in zip(back, given_rows, strict=True):
        assert row.values == {column.name: wanted.get(column.name) for column in WHOLE.columns}
    assert reading.from_export is True


@settings(max_examples=4, **QUIET)
@given(ROWS)
def test_every_kind_comes_back_equal(tmp_path, rows):
    assert_back(tmp_path / "out.xlsx", rows)


@pytest.mark.slow
@settings(max_examples=200, **QUIET)
@given(ROWS)
def test_every_kind_comes_back_equal_many_times(tmp_path, rows):
    assert_back(tmp_path / "out.xlsx", rows)


def test_types_come_back_exact(tmp_path):
    row = {"whole": 5, "decimal": Decimal("0.1"), "flag": False, "moment": datetime(2024, 3, 5, 6, 30)}
    write_rows(WHOLE, [row], tmp_path / "out.xlsx")
    [back] = read_sheet(tmp_path / "out.xlsx", WHOLE)
    assert type(back.values["whole"]) is int
    assert type(back.values["decimal"]) is Decimal
    assert back.values["flag"] is False
    assert back.values["moment"] == datetime(2024, 3, 5, 6, 30, tzinfo=LOCAL)
    assert back.id is None


@pytest.mark.parametrize("code", ["007", "321102199001011234", "1E5", "=1+1", "2024-1", "+86", "@x", "TRUE", "_x0041_"])
def test_codes_that_excel_would_spoil_survive(tmp_path, code):
    write_rows(WHOLE, [{"code": code, "text": code}], tmp_path / "out.xlsx")
    [back] = read_sheet(tmp_path / "out.xlsx", WHOLE)
    assert (back.values["code"], back.values["text"]) == (code, code)


def test_equal_rows_give_equal_bytes(tmp_path):
    rows = [{"id": "1", "text": "甲", "day": date(2024, 3, 5)}]
    write_rows(WHOLE, rows, tmp_path / "a.xlsx")
    write_rows(WHOLE, rows, tmp_path / "b.xlsx")
    write_rows(WHOLE, [{"id": "1", "text": "乙"}], tmp_path / "c.xlsx")
    assert file_digest(tmp_path / "a.xlsx") == file_digest(tmp_path / "b.xlsx")
    assert file_digest(tmp_path / "a.xlsx") != file_digest(tmp_path / "c.xlsx")


def test_a_text_longer_than_a_cell_is_cut_openly_and_never_read_back_as_whole(tmp_path):
    write_rows(WHOLE, [{"text": "法" * 40_000}, {"text": "法" * 32_767}], tmp_path / "out.xlsx")
    cut, whole = read_sheet(tmp_path / "out.xlsx", WHOLE)
    assert "共40000字" in cut.raw["text"]
    assert [error.cell for error in cut.errors] == ["B3"]
    assert "text" not in cut.values
    assert whole.values["text"] == "法" * 32_767


def test_progress_is_told_and_a_broken_source_leaves_no_file(tmp_path):
    told = []
    count = write_rows(WHOLE, ({"whole": n} for n in range(2500)), tmp_path / "out.xlsx", progress=told.append)
    assert (count, told) == (2500, [1000, 2000, 2500])

    def broken():
        yield {"whole": 1}
        raise RuntimeError("source failed")

    with pytest.raises(RuntimeError, match="source failed"):
        write_rows(WHOLE, broken(), tmp_path / "none.xlsx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.xlsx"]


def test_a_ledger_with_a_column_called_编号_keeps_both(tmp_path):
    layout = Layout("z", "台账", (Column("number", "编号", "code"), Column("party", "当事人")))
    write_rows(layout, [{"id": "k-9", "number": "001", "party": "甲"}], tmp_path / "out.xlsx")
    [back] = read_sheet(tmp_path / "out.xlsx", layout)
    assert (back.id, back.values) == ("k-9", {"number": "001", "party": "甲"})


def test_an_export_of_another_ledger_is_not_this_one(tmp_path):
    other = Layout("other", "别的台账", WHOLE.columns)
    write_rows(other, [{"id": "1", "text": "甲"}], tmp_path / "out.xlsx")
    reading = read_sheet(tmp_path / "out.xlsx", WHOLE)
    assert reading.from_export is False
    reading.close()
    assert list(reading) == []


def test_more_rows_than_excel_holds_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("fazhi.ledgers.sheets.export._MOST_ROWS", 3)
    with pytest.raises(SheetProblem, match="最多放3行"):
        write_rows(WHOLE, [{"whole": n} for n in range(4)], tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())
