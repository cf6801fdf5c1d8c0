"""Words that look like quantities and are none: either passed over or kept as a name with a reason."""

import pytest

from fazhi.report.quantities import read

NO_FIGURES = """
进一步推进一体化建设
统一执法标准
以习近平同志为核心的党中央集中统一领导
坚定不移走中国特色社会主义法治道路
高效办成一件事改革
打造一站式服务平台
出台一揽子政策
一些地方存在不足
一线执法人员力量薄弱
履行第一责任人职责
贯彻党的二十届三中全会精神
学习宣传党的二十大精神
落实“十四五”规划
做好“八五”普法中期评估
全国两会期间
不得三令五申
2024年
2021—2025年
二〇二四年十二月
2024-12-31
十二月底
上半年
深化“放管服”改革
践行“两个维护”
坚决拥护“两个确立”
增强“四个意识”
严格落实中央八项规定精神
百姓安居乐业
千方百计服务群众
十分重要
双方当事人
首先要提高认识
首席法律顾问
平均时长缩短
均衡发展
公平正义
逐步完善
所有权保护
第一时间响应
第三方评估
长三角一体化
四川省成都市
三亚市
九江市
联系电话:0511-84425000
拨打400-820-8820咨询
请访问http://www.example.gov.cn/2024/05
运用5G技术
GB/T 9704-2012
政府令第35号
第四章第十二条第二款
《法治中国建设规划(2020—2025年)》
《关于进一步规范行政执法的若干意见》
三年行动计划
五年规划
“百校千师进万家”活动
推广应用2.0版
持续一网通办
六稳六保
两法衔接
三公经费
带头学法
全过程人民民主
全方位监督
全面依法治国
全面贯彻落实
零距离服务
零售企业
多次强调
多部门联动
万一发生
一方面
之一
强化一府两院良性互动
开展“百名专家百场讲座”
办理一案、规范一片
落实“一号司法建议”
第三方面
""".strip().split("\n")


@pytest.mark.parametrize("words", NO_FIGURES)
def test_nothing_is_taken_for_a_figure(words: str):
    assert [(q.text, q.kind, q.subject) for q in read(words + "。") if q.is_figure] == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("高效办成一件事改革", "name"),
        ("十四五期间", "name"),
        ("党的二十届三中全会精神", "name"),
        ("2024年度", "year"),
        ("2024年12月31日", "date"),
        ("第三批试点", "ordinal"),
        ("苏政发〔2024〕5号", "document_number"),
        ("一、主要做法", "heading"),
        ("三年行动计划", "name"),
        ("运用5G技术", "name"),
    ],
)
def test_what_is_no_figure_says_why(words: str, kind: str):
    found = read(words)[0]
    assert found.kind == kind
    assert found.not_figure_reason


def test_two_enumerations_do_not_become_figures():
    text = "(一)加强领导\n一是学习。二是检查56家企业。三是整改。"
    assert [q.text for q in read(text) if q.is_figure] == ["56家"]
    assert [q.section for q in read(text) if q.text == "56家"] == ["(一)2"]
