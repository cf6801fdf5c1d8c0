"""A text read against itself; implied wholes are checked against a plain search over integers."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.report.quantities import Inconsistency, inconsistencies, read
from fazhi.report.quantities.rounding import bases, parts, wholes


def findings(text: str) -> list[Inconsistency]:
    return inconsistencies(read(text), text)


# text | rule | status | low | high
CASES = """
建成接报案中心7个,完成率87.5%。|implied_whole|implies|8|8
建成接报案室74个,完成率98.7%。|implied_whole|implies|75|75
办理涉外公证4242件,占公证办证总量的18.5%。|implied_whole|implies|22868|22991
建成接报案中心7个,完成率90%。|implied_whole|contradiction||
受理行政复议案件1000件,办结率98.5%。|implied_part|implies|985|985
受理行政复议案件1000件,办结985件,办结率98.5%。|share|consistent|98.5|98.5
受理行政复议案件1000件,办结985件,办结率99.5%。|share|contradiction|98.5|98.5
办结行政复议案件1,203件,同比增长12.6%。|implied_base|implies|1068|1068
办理案件由1000件增至1200件,增长20%。|growth|consistent|20|20
办理案件由1000件增至1200件,增长25%。|growth|contradiction|20|20
共办理案件100件,其中调解60件、和解50件。|among|contradiction|110|110
共办理案件100件,其中调解60件、和解40件。|among|consistent|100|100
对接重大项目174个,其中10亿以上项目12个。|among|consistent|12|12
对接重大项目174个,其中10亿以上项目212个。|among|contradiction|212|212
审查规章9件、规范性文件30件,合计39件。|total|consistent|39|39
审查规章9件、规范性文件30件,合计38件。|total|contradiction|39|39
共办理案件100件:调解40件、和解50件。|total|contradiction|90|90
征集意见28条,采纳14条。|part_of|implies|50|50
征集意见28条,采纳35条。|part_of|contradiction|125|125
群众满意率达102%。|rate_above_100|contradiction||
培训行政执法人员300名。后来说培训行政执法人员320名。|repeated|contradiction|300|320
培训行政执法人员300名。后来说培训行政执法人员300名。|repeated|consistent|300|300
涉企检查频次同比减少42%。涉企检查频次同比增长3%。|turned|contradiction||
""".strip().split("\n")


@pytest.mark.parametrize("line", CASES)
def test_a_text_is_set_against_itself(line: str):
    text, rule, status, low, high = line.split("|")
    found = [item for item in findings(text) if item.rule == rule]
    assert [(item.status, item.low, item.high) for item in found] == [
        (status, Decimal(low) if low else None, Decimal(high) if high else None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "培训执法人员300余名,合格率98%。",
        "培训行政执法人员300名。2025年计划培训行政执法人员500名。",
        "全市培训行政执法人员300名。市本级培训行政执法人员80名。",
        "接报案中心完成率87.5%。接报案室完成率98.7%。",
        "完成年度目标的120%。",
        "检查企业100家,召开会议20次,满意率98%以上。",
        "案件较上年增长120%。",
    ],
)
def test_what_does_not_conflict_is_left_alone(text: str):
    assert [item for item in findings(text) if item.status == "contradiction"] == []


def test_an_inexact_count_implies_nothing():
    assert findings("培训执法人员300余名,合格率98%。") == []
    assert findings("培训执法人员3.2万名,合格率98%。") == []


def test_a_finding_says_in_chinese_what_it_found():
    item = findings("建成接报案中心7个,完成率87.5%。")[0]
    assert [span.text for span in item.spans] == ["7个", "87.5%"]
    assert "应为8个" in item.sentence


def half_up(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@given(st.integers(1, 300), st.integers(1, 2000), st.integers(0, 2))
def test_implied_wholes_are_those_a_search_finds(part: int, rate_units: int, digits: int):
    rate = half_up(Decimal(rate_units) / 20, digits)
    if not 2 <= rate < 100:
        return
    fitting = [w for w in range(part, 40_000) if half_up(Decimal(100 * part) / w, digits) == rate]
    bounds = wholes(Decimal(part), rate, digits)
    assert bounds == ((fitting[0], fitting[-1]) if fitting else None)


@given(st.integers(1, 3000), st.integers(1, 1999), st.integers(0, 2))
def test_implied_parts_are_those_a_search_finds(whole: int, rate_units: int, digits: int):
    rate = half_up(Decimal(rate_units) / 20, digits)
    if rate >= 100:
        return
    fitting = [p for p in range(whole + 1) if half_up(Decimal(100 * p) / whole, digits) == rate]
    assert parts(Decimal(whole), rate, digits) == ((fitting[0], fitting[-1]) if fitting else None)


@given(st.integers(1, 400), st.integers(-900, 900), st.integers(0, 1))
def test_implied_bases_are_those_a_search_finds(now: int, change_units: int, digits: int):
    change = half_up(Decimal(change_units) / 10, digits)
    if change == 0 or change < -80:
        return
    fitting = [b for b in range(1, 2600) if half_up(Decimal(100 * (now - b)) / b, digits) == change]
    assert bases(Decimal(now), change, digits) == ((fitting[0], fitting[-1]) if fitting else None)


def test_a_list_of_places_is_no_contradiction():
    text = "公示率为81.7%，江北新区（75%）、滨海新区（79.4%）偏低。\n51岁以上的占29.7%，江北新区（44.4%）、滨海新区（42.3%）偏高。"
    assert [each for each in inconsistencies(read(text), text) if each.status == "contradiction"] == []
    assert {q.subject for q in read(text) if q.text == "79.4%"} == {"滨海新区"}


def statuses(text: str, *rules: str) -> list[str]:
    return [each.status for each in inconsistencies(read(text), text) if each.rule in rules]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("7个接报案中心建成6个，完成率75%。", ["contradiction"]),
        ("74个派出所接报案室建成73个，完成率98.6%。", ["consistent"]),
        ("35个项目完成28个，完成率90%。", ["contradiction"]),
        ("建成示范点20个，占全部示范点25个的75%。", ["contradiction"]),
        ("建成示范点20个，占全部示范点25个的80%。", ["consistent"]),
        ("20个问题整改15个，满意率98%。", []),
    ],
)
def test_a_whole_a_part_and_the_rate_of_what_was_done(text: str, status: list[str]) -> None:
    assert statuses(text, "share") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("制定政府规章2部，废止5部。", []),
        ("修订规范性文件3件，废止8件。", []),
        ("新建工作站2个，改建5个。", []),
        ("清理规范性文件3件，废止8件。", ["contradiction"]),
        ("征集人民建议28条，采纳30条。", ["contradiction"]),
        ("征集人民建议28条，采纳15条。", ["implies"]),
    ],
)
def test_a_part_is_said_of_the_same_whole(text: str, status: list[str]) -> None:
    assert statuses(text, "part_of") == status
