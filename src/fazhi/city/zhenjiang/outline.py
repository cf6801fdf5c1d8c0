"""The outline of the city's report: what was done, what falls short, what comes next. Parts two and three are drawn
from the records when the report is composed."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count

from fazhi.city.zhenjiang.prose import DONE
from fazhi.domains.evaluation.models import Gap, PlannedTask, Topic
from fazhi.figures.api import Scope
from fazhi.registers.api import this_city
from fazhi.report.api import Outline, Part, Section

OPENING = (
    "{{year}}年，镇江市以习近平法治思想为指导，落实法治政府建设实施纲要，围绕中心工作推进依法行政。本报告所列数据均由业务记录计算，"
    "可以逐项查阅口径和明细。"
)
CAUSES = 2
NUMBERS = "一二三四五六七八九十"


def opening(scope: Scope) -> Sequence[str]:
    return [OPENING.replace("{{year}}", str(scope.year))]


def shortcomings(scope: Scope) -> Sequence[str]:
    """Where districts and departments are furthest behind, how the staff is made up, who lacks training, and why."""
    return (
        "一是推进力度不够均衡。县（市、区）党政主要负责人四类职责履行齐全的占{LD02}，{LD02@last2}相对靠后；年度重点任务逾期未完成"
        "{TK03}；随机抽查结果按时公示率为{IN06}，{IN06@last2}有待加强；存在思想认识不到位情形的单位{WF10}。"
        + _causes(scope, Topic.AWARENESS),
        "二是基层力量仍显薄弱。从事执法和法制审核的人员中，51岁及以上的占{WF01}，{WF01@first2}占比较高；具有法律背景的占{WF02}，"
        "{WF02@last2}偏低；没有专门法制审核人员的单位{WF09}。法治培训不够平衡，人均培训不足60学时的单位占{WF03}，{WF03@first2}较为突出。"
        + _causes(scope, Topic.WORKFORCE),
        "三是涉外法治人才储备不足。全市涉外法治人才{FT01}，数量和实战经验与企业需求还有差距。"
        + _causes(scope, Topic.FOREIGN),
    )


def _causes(scope: Scope, topic: Topic) -> str:
    """Why, as the year's inspections and appraisals found: the causes named most often."""
    found = Gap.objects.filter(
        city=this_city(), topic=topic, voided_on__isnull=True, happened_on__range=(scope.first, scope.last)
    ).exclude(cause="")
    named = found.values_list("cause").annotate(times=Count("pk")).order_by("-times", "cause")[:CAUSES]
    causes = "；".join(cause.rstrip("。；") for cause, _ in named)
    return _escaped(f"原因主要是{causes}。") if causes else ""


def plans(scope: Scope) -> Sequence[str]:
    """Next year's tasks as the city has put them down, section by section, in their order."""
    year = scope.year + 1
    tasks = PlannedTask.objects.filter(
        city=this_city(),
        plan_year=year,
        voided_on__isnull=True,
        dropped_on__isnull=True,
        happened_on__lte=date(year, 12, 31),
    )
    sections: dict[str, list[str]] = {}
    for task in tasks.order_by("rank", "pk"):
        sections.setdefault(task.section, []).append(task.text.rstrip("。；"))
    return [
        _escaped(f"{NUMBERS[number]}是{section}。{'；'.join(texts)}。")
        for number, (section, texts) in enumerate(sections.items())
    ]


def _escaped(text: str) -> str:
    """Braces in a task's text are text."""
    return text.replace("{", "{{").replace("}", "}}")


OUTLINE = Outline(
    title="镇江市{year}年度法治政府建设情况报告",
    issuer="镇江市人民政府",
    opening=(opening,),
    parts=(
        Part("主要举措和成效", DONE),
        Part("存在的不足和原因", (Section("", (shortcomings,)),)),
        Part("下一年度工作计划", (Section("", (plans,)),)),
    ),
)
