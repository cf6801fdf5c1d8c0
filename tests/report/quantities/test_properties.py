"""What must hold for any text: numerals read back, spans stand in the text, nothing overlaps."""

import time
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.report.quantities import inconsistencies, read
from fazhi.report.quantities.numerals import chinese_integer, numeral_at

PIECES = [
    "办理案件", "1,203件", "同比增长12.6%", "，", ",", "。", "、", "\n", "《", "》", "“", "”", "(", ")",
    "全部", "均", "所有", "首家", "一", "二", "三十", "百", "万", "亿", "两", "双", "余", "多", "至", "—",
    "第", "每", "个", "家", "人次", "万元", "%", "百分之", "分之", "２０２４年", "〔2023〕7号", "一是",
    "(一)", "一、", "其中", "合计", "共", "占", "率", "近", "不超过", "以上", "以内", "12345", "110",
    "1+3+N", "N", "+", "一校一品", "五市八县", "市县", "三级", "零", "投诉", "应", "尽", "有", "必", "0.5",
    ".", "9", "由", "增至", "减少", " ", "　", "甲", "A", "x",
]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))


@given(st.integers(0, 99_999_999))
def test_a_chinese_numeral_reads_back(number: int):
    assert chinese_integer(cn2an.an2cn(str(number), "low")) == number
    assert chinese_integer(cn2an.an2cn(str(number), "up")) == number


@given(st.integers(2, 99_999_999))
def test_a_chinese_numeral_in_a_sentence_reads_back(number: int):
    sentence = f"全年共办理案件{cn2an.an2cn(str(number), 'low')}件。"
    assert [(q.value, q.unit, q.subject) for q in read(sentence) if q.is_figure] == [(Decimal(number), "件", "案件")]


@given(st.integers(0, 10**12), st.booleans())
def test_an_arabic_numeral_reads_back(number: int, grouped: bool):
    written = f"{number:,}" if grouped else str(number)
    numeral = numeral_at(written, 0)
    assert numeral is not None
    assert (numeral.low, numeral.end) == (number, len(written))


@given(TEXTS)
def test_spans_stand_in_the_text_in_order_without_overlap(text: str):
    found = read(text)
    for q in found:
        assert text[q.offset : q.end] == q.text != ""
        assert bool(q.not_figure_reason) == (not q.is_figure)
        assert q.high is None or (q.value is not None and q.value < q.high)
    assert all(before.end <= after.offset for before, after in zip(found, found[1:], strict=False))


@given(TEXTS)
def test_findings_quote_the_text(text: str):
    for item in inconsistencies(read(text), text):
        assert item.sentence.endswith("。")
        assert all(text[span.offset : span.end] == span.text for span in item.spans)
        assert item.low is None or item.high is None or item.low <= item.high


@pytest.mark.slow
def test_reading_keeps_pace_with_long_texts():
    text = (
        "全年共办理行政复议案件1,203件,同比增长12.6%,其中调解结案320件;召开推进会议,研究部署重点任务,压实各方责任。\n"
        * 2000
    )
    begun = time.process_time()
    read(text)
    assert len(text) / (time.process_time() - begun) > 100_000
