"""The sums behind the page: dates, indents, columns, and where titles break."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.papers import measures
from fazhi.papers.api import Table, chinese_date
from fazhi.papers.titles import TITLE_WIDTH, balanced

OFFICIAL = st.text("镇江市人民政府关于印发法治建设的通知《》（），、2024A ", min_size=1, max_size=90)


def test_dates_have_no_leading_zeros():
    assert chinese_date(date(2025, 3, 1)) == "2025年3月1日"
    assert chinese_date(date(2024, 12, 31)) == "2024年12月31日"


def test_the_issuer_is_centred_over_the_date_four_characters_in():
    issuer, dated = measures.signature_indents("镇江市人民政府", "2025年3月1日")
    assert dated == 4
    assert issuer + 7 / 2 == dated + measures.width("2025年3月1日") / 2


def test_a_long_issuer_stays_inside_the_text_block():
    issuer, dated = measures.signature_indents("镇江市人民政府行政复议与行政应诉工作领导小组办公室", "2025年3月1日")
    assert issuer == 0
    assert dated == pytest.approx((25 - 6) / 2)


def test_one_attachment_has_no_number_and_several_have():
    assert measures.attachment_lines(()) == ()
    assert measures.attachment_lines(("目录",)) == ("附件：目录",)
    assert measures.attachment_lines(("目录", "流程图")) == ("附件：1. 目录", "2. 流程图")


def test_fixed_marks_are_set_once():
    assert measures.addressee_line("各市、区人民政府：") == "各市、区人民政府："
    assert measures.addressee_line("各市、区人民政府") == "各市、区人民政府："
    assert measures.copies_line("抄送：市委办公室。") == "抄送：市委办公室。"
    assert measures.notes_line("此件公开发布") == "（此件公开发布）"
    assert measures.notes_line(None) is measures.addressee_line(None) is measures.copies_line(None) is None


def test_narrow_columns_keep_their_need_beside_wide_ones():
    shares = measures.column_shares(Table(None, ("地区", "做法"), (("丹阳市", "长" * 200),)))
    assert sum(shares) == pytest.approx(1)
    assert shares[0] * measures.BLOCK_WIDTH_MM * measures.PT_PER_MM >= 3 * measures.TABLE_PT
    assert shares[1] > 0.8


def test_a_column_is_numeric_only_if_all_of_it_is():
    table = Table(None, ("数", "率", "混", "空"), (("1,043", "40.0%", "3", "—"), ("-2", "3%", "三", "")))
    assert measures.numeric_columns(table) == (True, True, False, True)
    assert measures.numeric_columns(Table(None, ("数",), ())) == (False,)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("镇江市2024年度法治政府建设情况报告", ["镇江市2024年度法治政府建设情况报告"]),
        (
            "镇江市人民政府关于2024年度法治政府建设情况的报告",
            ["镇江市人民政府关于2024年度", "法治政府建设情况的报告"],
        ),
        (
            "关于进一步深化科技体制改革加快培育新质生产力的若干政策措施",
            ["关于进一步深化科技体制改革加快", "培育新质生产力的若干政策措施"],
        ),
        ("关于某事的\n通知", ["关于某事的", "通知"]),
    ],
)
def test_titles_break_between_words(title, lines):
    assert list(balanced(title)) == lines


@given(OFFICIAL)
def test_a_broken_title_loses_nothing_and_fits(title):
    lines = balanced(title)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert len(lines) <= measures.width(title) // TITLE_WIDTH + 3


@given(OFFICIAL.filter(lambda title: not set(title) & set("《》（），、2024A ")))
def test_plain_chinese_titles_never_overrun_the_line(title):
    assert all(measures.width(line) <= TITLE_WIDTH for line in balanced(title))
