"""One cell at a time: what is understood, what is refused and how the refusal reads."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ledgers.sheets import Column
from fazhi.ledgers.sheets.amounts import Unclear
from fazhi.ledgers.sheets.dates import LOCAL
from fazhi.ledgers.sheets.values import Reader


def read(kind, cell, header="列", **more):
    return Reader(Column("c", "列", kind, **more), header).value(cell)


MARCH_5 = [
    "2024.3.5",
    "2024年3月5日",
    "2024/03/05",
    "2024-03-05",
    "20240305",
    20240305.0,
    45356.0,
    "45356",
    " 2024 年 3 月 5 日 ",
    "２０２４．３．５",
    "2024－03－05",
    "2024年3月5日（星期二）",
    "2024-03-05 00:00:00",
    "2024/3/5 14:30",
    "2024-3-5 1:30",
    "2024年3月5\n日 1时",
    "20240305 143015",
    "2024年3月5日下午2时30分",
    "2024-03-05T08:00:00+08:00",
    "二〇二四年三月五日",
    "二○二四年三月五日",
    "2024\n年3月5日",
    date(2024, 3, 5),
    datetime(2024, 3, 5, 23, 59, 59),
    45356.75,
]


@pytest.mark.parametrize("cell", MARCH_5)
def test_dates_people_write(cell):
    assert read("date", cell) == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("24-3-5", "看不出是哪一年"),
        ("24.3.5", "看不出是哪一年"),
        ("3/5/2024", "分不清月和日"),
        ("2024年3月", "没有写到日"),
        ("2024", "没有写到日"),
        ("2024.3", "没有写到日"),
        (2024.0, "不是日期"),
        (2024.3, "不是日期"),
        ("2024-02-30", "没有这一天"),
        ("2023-2-29", "没有这一天"),
        (20241345.0, "没有这一天"),
        ("2024.3.5-3.8", "只填一个日期"),
        ("2024-03-05 25:00", "时间不存在"),
        ("1024-03-05", "不合常理"),
        ("待定", "不是日期"),
        ("2024 3 5", "不是日期"),
        (True, "是/否"),
    ],
)
def test_dates_that_would_be_guesses_are_refused_with_an_example(cell, word):
    with pytest.raises(Unclear, match=word) as refusal:
        read("date", cell)
    assert str(refusal.value).endswith("。")


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("2024-03-05 14:30", (14, 30, 0)),
        ("2024年3月5日14时30分15秒", (14, 30, 15)),
        ("2024年3月5日下午2:30", (14, 30, 0)),
        ("2024.3.5 上午9时", (9, 0, 0)),
        ("2024-03-05 12:10 AM", (0, 10, 0)),
        ("20240305143015", (14, 30, 15)),
        ("2024-03-05T06:30:00Z", (14, 30, 0)),
        ("2024-03-05", (0, 0, 0)),
        (45356.604166666664, (14, 30, 0)),
        (datetime(2024, 3, 5, 14, 29, 59, 999_600), (14, 30, 0)),
    ],
)
def test_moments_are_beijing_time_to_the_second(cell, clock):
    assert read("moment", cell) == datetime(2024, 3, 5, *clock, tzinfo=LOCAL)


@pytest.mark.parametrize(
    ("cell", "header", "yuan"),
    [
        (1234.5, "罚款金额", "1234.50"),
        (3.5, "罚款金额（万元）", "35000"),
        ("3.5万元", "罚款金额", "35000"),
        ("3.5万", "罚款金额", "35000"),
        ("500元", "罚款金额（万元）", "500"),
        ("￥1,234.50", "罚款金额", "1234.50"),
        ("人民币12,345,678元整", "罚款金额", "12345678"),
        ("１，２３４．５", "罚款金额", "1234.5"),
        ("1.2亿元", "罚款金额", "120000000"),
        ("0.5", "罚没款(万元)", "5000"),
        (0.1 + 0.2, "罚款金额", "0.30"),
        ("-200", "罚款金额", "-200"),
        (0, "罚款金额", "0"),
    ],
)
def test_money_is_yuan_whatever_the_unit(cell, header, yuan):
    assert read("money", cell, header) == Decimal(yuan)


@pytest.mark.parametrize(
    "cell", ["约500元", "5 3", "12 34", "1,23", "12,34.5", "五百元", "500-800", 33.333, "1e3", 1e300]
)
def test_money_that_is_not_one_amount_is_refused(cell):
    with pytest.raises(Unclear):
        read("money", cell)


@pytest.mark.parametrize(
    ("cell", "ratio"),
    [
        ("18.5%", "0.185"),
        ("18.5％", "0.185"),
        (0.185, "0.185"),
        ("0.185", "0.185"),
        ("100%", "1"),
        (1.0, "1"),
        (0, "0"),
    ],
)
def test_percentages_are_ratios(cell, ratio):
    assert read("percent", cell) == Decimal(ratio)


def test_a_bare_number_above_one_is_not_guessed_unless_the_column_allows_it():
    with pytest.raises(Unclear, match="18.5%"):
        read("percent", 18.5)
    assert read("percent", 1.2, most=Decimal(3)) == Decimal("1.2")
    assert read("percent", "120%", most=Decimal(3)) == Decimal("1.2")
    with pytest.raises(Unclear, match="不能大于100%"):
        read("percent", "120%", most=Decimal(1))


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (5.0, 5),
        ("5", 5),
        ("5.0", 5),
        ("１２", 12),
        ("12件", 12),
        ("1.2万", 12000),
        ("1,200", 1200),
        ("1 200", 1200),
        (0.0, 0),
    ],
)
def test_whole_numbers(cell, count):
    value = read("whole", cell)
    assert value == count and type(value) is int


@pytest.mark.parametrize("cell", [5.5, "5.5", "三", "5个左右", True, date(2024, 3, 5), "9" * 400])
def test_what_is_not_a_whole_number(cell):
    with pytest.raises(Unclear):
        read("whole", cell)


@pytest.mark.parametrize("cell", ["是", "√", "有", "Y", "yes", " 是 ", True, 1.0, "TRUE", "✓"])
def test_yes(cell):
    assert read("flag", cell) is True


@pytest.mark.parametrize("cell", ["否", "×", "无", "N", "no", False, 0.0, "没有", "未"])
def test_no(cell):
    assert read("flag", cell) is False


CHOICES = (("person", "自然人"), ("company", "法人 (单位)"), ("none", "无"))


@pytest.mark.parametrize(
    ("cell", "value"),
    [("自然人", "person"), (" 自 然人", "person"), ("法人（单位）", "company"), ("COMPANY", "company"), ("无", "none")],
)
def test_choices_by_label_or_value(cell, value):
    assert read("choice", cell, choices=CHOICES) == value


def test_an_unknown_choice_lists_what_is_offered():
    with pytest.raises(Unclear, match="自然人、法人"):
        read("choice", "合伙", choices=CHOICES)


@pytest.mark.parametrize("kind", ["text", "code"])
@pytest.mark.parametrize("cell", [321102199001011234.0, 3.21102199001011e17, "3.21102E+17"])
def test_numbers_that_lost_their_digits_are_refused_with_the_remedy(kind, cell):
    with pytest.raises(Unclear, match="设为“文本”"):
        read(kind, cell)


def test_codes_lose_spaces_and_width_but_not_zeros_or_brackets():
    assert read("code", " ００１ 23\n") == "00123"
    assert read("code", 5.0) == "5"
    assert read("code", "镇司罚决字〔2024〕1号") == "镇司罚决字〔2024〕1号"


def test_a_checked_code_may_be_corrected_to_capitals_and_a_slash_means_none():
    def check(text):
        return None if text == "91X" else "不对，请改。"

    assert read("code", "91x", check=check) == "91X"
    assert read("code", "/", check=check) is None
    with pytest.raises(Unclear, match="不对，请改"):
        read("code", "92", check=check)


@pytest.mark.parametrize("kind", ["date", "moment", "money", "whole", "decimal", "percent", "flag"])
@pytest.mark.parametrize("cell", ["", "  ", "\n", "/", "—", "——", "－"])
def test_empty_cells_and_strokes_are_none(kind, cell):
    assert read(kind, cell) is None


def test_a_required_cell_says_its_name():
    with pytest.raises(Unclear, match="“列”必须填写"):
        read("date", "/", required=True)
    with pytest.raises(Unclear, match="“列”必须填写"):
        read("text", " \n ", required=True)


def test_texts_keep_inner_lines_and_mind_their_length():
    assert read("text", "  第一行\r\n第二行 ") == "第一行\n第二行"
    assert read("text", 5.0) == "5"
    assert read("text", date(2024, 3, 5)) == "2024-03-05"
    with pytest.raises(Unclear, match="共4字，最多3字"):
        read("text", "一二三四", max_length=3)


def test_bounds_speak_in_the_kind_of_the_column():
    with pytest.raises(Unclear, match="不能早于2024-01-01"):
        read("date", "2023-12-31", least=date(2024, 1, 1))
    with pytest.raises(Unclear, match="不能晚于2024-12-31"):
        read("moment", "2025-01-01 00:00", most=date(2024, 12, 31))
    assert read("moment", "2024-12-31 23:59", most=date(2024, 12, 31)).hour == 23
    with pytest.raises(Unclear, match="不能小于0元"):
        read("money", -1, least=0)
    with pytest.raises(Unclear, match="不能大于100"):
        read("whole", 101, most=100)


KINDS = ["text", "code", "whole", "decimal", "money", "date", "moment", "flag", "percent"]
CELLS = st.one_of(
    st.text(max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.text("0123456789.,-/年月日%万元 ", max_size=14),
)


@given(st.sampled_from(KINDS), CELLS)
def test_any_cell_gives_a_value_or_a_sentence(kind, cell):
    try:
        read(kind, cell)
    except Unclear as refusal:
        assert str(refusal).endswith("。")


@given(
    st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y.%m.%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y%m%d"])
)
def test_every_day_reads_in_every_form(day, form):
    assert read("date", day.strftime(form)) == day
    assert read("date", float((day - date(1899, 12, 30)).days)) == day
