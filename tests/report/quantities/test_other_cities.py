"""Paragraphs as five other cities might write them, in five styles: every figure they state, and nothing else.

The prose is ours. A line of the table is: span | value (low..high for a range) | unit | qualifier.
"""

from decimal import Decimal

import pytest

from fazhi.report.quantities import read

A_PLAIN_ONE = (
    "2023年，全市行政复议机构共收到复议申请一千三百零六件，受理1,152件，同比增长二成；审结1098件，其中以调解、和解方式结案的占三分之一左右，直接纠错率12.4%，比上年提高1.9个百分点。"
    "行政机关负责人出庭应诉率连续5年保持在98%以上，一审败诉率降至3.06%，下降了近四成。"
    "《××市行政复议体制改革实施方案》（×政发〔2021〕18号）确定的15项任务全部完成，在全省率先实现“一口对外”。"
)
A_PLAIN_ONE_STATES = """
一千三百零六件|1306|件|exact
1,152件|1152|件|exact
二成|20|%|change
1098件|1098|件|exact
三分之一左右|33.33|%|approx
12.4%|12.4|%|exact
1.9个百分点|1.9|百分点|change
5年|5|年|exact
98%以上|98|%|at_least
3.06%|3.06|%|reached
近四成|40|%|approx
15项|15|项|exact
全部|||all
率先|1||rank
一口|1|口|exact
"""

A_BULLETIN = (
    "（二）持续优化法治化营商环境。"
    "第12期营商环境专报显示，全年为11.6万户经营主体减免税费逾23.7亿元，企业开办时间由1.5个工作日压减至不足半天。"
    "开展“综合查一次”4600余户次，入企检查总量减少三分之二，罚没款总额约1.08亿元。"
    "抽查企业按3%至5%的比例随机确定，对A级企业每年检查不超过1次。"
    "12315平台接诉8万多件，办结率99.2%，为消费者挽回损失两千六百余万元。"
    "咨询电话：0517-83671234，邮编223001。"
)
A_BULLETIN_STATES = """
11.6万户|116000|户|exact
逾23.7亿元|2370000000|元|at_least
1.5个工作日|1.5|工作日|exact
不足半天|0.5|天|within
一次|1|次|all
4600余户次|4600|户次|at_least
三分之二|66.67|%|change
约1.08亿元|108000000|元|approx
3%至5%|3..5|%|exact
不超过1次|1|次|within
8万多件|80000|件|at_least
99.2%|99.2|%|exact
两千六百余万元|26000000|元|at_least
"""

A_LIST = (
    "一是开门立法。"
    "制定地方性法规2部、政府规章1部，废止规章三部；召开立法座谈会、论证会共27场，收到意见建议610条，采纳占比41.3%。"
    "二是严格审查。"
    "审查重大行政决策、政府合同等各类事项2400余件次，提出意见5000余条；向省政府和市人大常委会报备规范性文件38件，报备率、及时率、规范率均为100%。"
    "三是强化监督。"
    "抽查案卷240宗，合格率由93.3%升至96.7%；办理行政执法监督案件17宗，制发督察建议书9份、提醒函二十一份。"
)
A_LIST_STATES = """
2部|2|部|exact
1部|1|部|exact
三部|3|部|exact
27场|27|场|exact
610条|610|条|exact
41.3%|41.3|%|exact
2400余件次|2400|件次|at_least
5000余条|5000|条|at_least
38件|38|件|exact
均|||all
100%|100|%|exact
240宗|240|宗|exact
93.3%|93.3|%|exact
96.7%|96.7|%|reached
17宗|17|宗|exact
9份|9|份|exact
二十一份|21|份|exact
"""

A_NARRATIVE = (
    "自“八五”普法启动以来，我市建成法治文化阵地1.3万处，“法律明白人”超过六万名，平均每个村（社区）6至8名；十三届市政府第46次常务会议听取了汇报。"
    "“12·4”国家宪法日期间，线上答题参与量突破200万人次，较去年同期翻一番。"
    "全市9个县（市、区）、118个乡镇（街道）公共法律服务站点做到全覆盖，专职律师人数已过4000人，每万人拥有律师5.2名。"
    "法律援助受援人中农民工占64.8%，七成案件在15天内办结。"
    "2025年，力争示范村（社区）比例达到85%，新建司法所10个。"
)
A_NARRATIVE_STATES = """
1.3万处|13000|处|exact
超过六万名|60000|名|at_least
6至8名|6..8|名|exact
突破200万人次|2000000|人次|at_least
翻一番|2|倍|change
9个|9|个|exact
118个|118|个|exact
全覆盖|||all
已过4000人|4000|人|at_least
5.2名|5.2|名|exact
64.8%|64.8|%|exact
七成|70|%|exact
15天内|15|天|within
达到85%|85|%|reached
10个|10|个|exact
"""

A_FORMAL_ONE = (
    "截至2023年12月31日，全县24个执法部门、14个镇（街）均已配备法制审核人员，专兼职共计167人，占执法人员总数的5.9%，高于国家规定0.9个百分点。"
    "全年实施行政处罚8,934宗，同比减少12.5%；不予处罚和减轻处罚合计1562宗，接近五分之一。"
    "依照《中华人民共和国行政处罚法》第三十三条第一款，公布首违不罚清单第三批共56项。"
    "累计清理“僵尸文件”百余份、证明事项30多项。"
    "信用修复平均用时仅2.3天，比法定时限缩短八成多；1小时内响应的紧急诉求超九成。"
)
A_FORMAL_ONE_STATES = """
24个|24|个|exact
14个|14|个|exact
均|||all
167人|167|人|exact
5.9%|5.9|%|exact
0.9个百分点|0.9|百分点|exact
8,934宗|8934|宗|exact
12.5%|12.5|%|change
1562宗|1562|宗|exact
接近五分之一|20|%|approx
56项|56|项|exact
百余份|100|份|at_least
30多项|30|项|at_least
2.3天|2.3|天|exact
八成多|80|%|at_least
1小时内|1|小时|within
超九成|90|%|at_least
"""

PARAGRAPHS = (
    (A_PLAIN_ONE, A_PLAIN_ONE_STATES),
    (A_BULLETIN, A_BULLETIN_STATES),
    (A_LIST, A_LIST_STATES),
    (A_NARRATIVE, A_NARRATIVE_STATES),
    (A_FORMAL_ONE, A_FORMAL_ONE_STATES),
)


def number(value: Decimal | None) -> str:
    return "" if value is None else format(value.quantize(Decimal("0.01")).normalize(), "f")


@pytest.mark.parametrize(("text", "states"), PARAGRAPHS, ids=("plain", "bulletin", "list", "narrative", "formal"))
def test_everything_a_paragraph_states_and_nothing_else(text: str, states: str) -> None:
    found = [
        f"{q.text}|{number(q.value)}{'' if q.high is None else f'..{q.high}'}|{q.unit}|{q.qualifier}"
        for q in read(text)
        if q.is_figure
    ]
    assert found == states.strip().split("\n")


def test_what_falls_and_what_rises() -> None:
    said = {q.text: q.direction for text, _ in PARAGRAPHS for q in read(text)}
    assert {said[each] for each in ("近四成", "三分之二", "12.5%", "八成多")} == {"decrease"}
    assert {said[each] for each in ("二成", "1.9个百分点")} == {"increase"}


@pytest.mark.parametrize(
    "text",
    [
        "“6·26”国际禁毒日，邮编：212001，传真0511-84400000。",
        "依照《××条例》第十条第二款，见×政规〔2023〕5号和GB/T 9704—2012。",
        "十四届市人大常委会第九次会议、十三届市政府第46次常务会议。",
        "服务95后，应用5G，十有八九。",
        "上一年度情况和下一年度工作计划。",
        "“十四五”规划、“八五”普法、“一府两院”、第3号公告、第12期简报。",
    ],
)
def test_false_friends_are_no_figures(text: str) -> None:
    assert [q.text for q in read(text) if q.is_figure] == []


@pytest.mark.parametrize(
    ("sentence", "span", "value", "unit", "qualifier"),
    [
        ("平均用时不到5天。", "不到5天", "5", "天", "within"),
        ("用时不到半天。", "不到半天", "0.5", "天", "within"),
        ("不到三成的案件进入诉讼。", "不到三成", "30", "%", "within"),
        ("约有1/4的案件和解。", "约有1/4", "25", "%", "approx"),
        ("满意率九成五。", "九成五", "95", "%", "exact"),
        ("超八成半的案件。", "超八成半", "85", "%", "at_least"),
        ("三成四个部门参加。", "三成", "30", "%", "exact"),
        ("有3 000余人参加。", "3 000余人", "3000", "人", "at_least"),
        ("律师人数已过4000人。", "已过4000人", "4000", "人", "at_least"),
        ("受理量同比翻了两番。", "翻了两番", "4", "倍", "change"),
        ("培训数千人次。", "数千人次", "", "人次", "approx"),
        ("案件下降近一半。", "近一半", "50", "%", "approx"),
        ("18%多的案件。", "18%多", "18", "%", "at_least"),
    ],
)
def test_forms_of_other_places(sentence: str, span: str, value: str, unit: str, qualifier: str) -> None:
    found = {q.text: (number(q.value), q.unit, q.qualifier) for q in read(sentence)}
    assert found.get(span) == (value, unit, qualifier), found
