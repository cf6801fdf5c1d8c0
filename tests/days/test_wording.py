"""The notice pasted as the General Office wrote it gives the very notice that is shipped, or one sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.days import BadNotice, Notice, Off, notice_in_words, notice_text, read_notice, shipped_notices

SHIPPED = {notice.year: notice for notice in shipped_notices()}
Y2024 = """一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。"""
Y2025 = """一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。"""


def days_of(notice: Notice) -> tuple[list[date], list[date]]:
    return sorted(day for off in notice.off for day in off.days()), sorted(notice.work)


@pytest.mark.parametrize(("year", "text"), [(2024, Y2024), (2025, Y2025), (2024, Y2024.replace("\n", ""))])
def test_the_notices_as_published_give_the_shipped_ones(year, text):
    found = notice_in_words(year, text, "某号")
    assert days_of(found) == days_of(SHIPPED[year])
    assert found.off[0].festival == "元旦" and found.number == "某号"


def test_half_width_signs_and_a_turn_of_the_year_are_read():
    found = notice_in_words(2023, "元旦: 2022年12月31日至2023年1月2日放假调休, 共3天.", issued=date(2022, 12, 8))
    assert found.off == (Off("元旦", date(2022, 12, 31), date(2023, 1, 2)),)
    assert found.cite == "国务院办公厅2022年12月8日通知"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "照抄"),
        ("1月1日放假", "没有写明是哪个节日"),
        ("元旦：1月1日休息", "须有一句写明放假"),
        ("元旦：放假", "没有写明放假日期"),
        ("元旦：1日放假", "没有写明月份"),
        ("元旦：2月30日放假", "不是日期"),
        ("元旦：1月3日至1日放假", "早于首日"),
        ("元旦：1月1日至3日放假，共4天", "却是3天"),
        ("元旦：1月1日（周四）放假", "实为周五"),
        ("元旦：1月1日放假。1月4日（周日）上班", "实为周一"),
        ("元旦：1月1日放假。1月4日上班", "不是周六或者周日"),
        ("元旦：1月1日至3日放假。1月3日上班", "既列为放假"),
        ("元旦：1月1日放假\n春节：1月1日放假", "重复"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(text, sentence):
    with pytest.raises(BadNotice, match=sentence):
        notice_in_words(2027, text)


@given(st.sampled_from(sorted(SHIPPED)), st.text(max_size=20), st.text(st.characters(codec="utf-8"), max_size=9))
def test_what_is_written_reads_back(year, number, festival):
    shipped = SHIPPED[year]
    first, *others = shipped.off
    odd = Notice(year, number, shipped.issued, (Off(festival, first.first, first.last), *others), shipped.work, False)
    assert read_notice(notice_text(shipped)) == shipped
    if not any(0xD800 <= ord(sign) < 0xE000 for sign in number):
        assert read_notice(notice_text(odd)) == odd
