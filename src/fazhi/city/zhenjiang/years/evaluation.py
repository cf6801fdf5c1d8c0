"""What was evaluated, found wanting and planned in the year; the plan for 2025 is the one the report announces."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._drawn import workday

Row = dict[str, Any]
#: F102: one plan and two schemes
DOCUMENTS = (
    ("plan", "法治镇江建设规划（2021—2025年）", "市委依法治市办"),
    ("scheme", "镇江市法治政府建设实施方案（2021—2025年）", "市司法局"),
    ("scheme", "镇江市法治社会建设实施方案（2021—2025年）", "市司法局"),
)
EIGHTH_FIVE = ("publicity", "镇江市“八五”法治宣传教育规划（2021—2025年）", "市司法局")
#: dropped from the list, due within the year, and put down only afterwards
OTHERS: tuple[tuple[str, str, str, str, date, date, Row], ...] = (
    (
        "PG-X1", "scheme", "镇江市法治乡村建设方案", "市司法局", date(2024, 2, 1), date(2025, 6, 30),
        {"valid_to": date(2024, 11, 15), "basis": "并入法治社会建设实施方案评估"},
    ),
    (
        "PG-X2", "scheme", "镇江市行政执法质量提升方案", "市司法局", date(2024, 1, 8), date(2024, 9, 30),
        {"completed_on": date(2025, 1, 16), "result": "目标任务基本完成"},
    ),
    ("PG-X3", "plan", "镇江市数字法治建设规划", "市委依法治市办", date(2025, 1, 13), date(2025, 12, 31), {}),
)  # fmt: skip
INDICATORS = (
    "重大行政决策合法性审查率", "行政规范性文件备案率", "行政机关负责人出庭应诉率", "行政执法三项制度落实率", "国家工作人员年度学法人数",
    "公共法律服务实体平台覆盖率", "法治文化阵地建设数", "行政复议按期办结率", "乡镇街道法治建设责任落实", "青少年法治教育覆盖率",
)  # fmt: skip
UNITY, GROWTH, BY_LAW = "着力推进法治一体建设", "着力护航经济社会发展", "着力推进依法行政"
PLAN = (
    (UNITY, "市委依法治市办", "组织“十四五”法治建设“一规划两方案”末期评估", 10),
    (UNITY, "市司法局", "组织“八五”普法终期评估", 11),
    (UNITY, "市委依法治市办", "梳理谋划“十五五”时期全市法治领域重大事项、重点任务、重要举措", 12),
    (UNITY, "市委依法治市办", "深入推进法治领域改革“双领”行动", 12),
    (GROWTH, "市发展改革委", "更新“镇合意”营商环境服务品牌2025年重点任务清单", 4),
    (GROWTH, "市司法局", "升级法治保障经济社会高质量发展一揽子举措", 6),
    (GROWTH, "市司法局", "在全市推广涉企分级分类差异化监管，健全“综合查一次”“一业一查”工作机制", 12),
    (GROWTH, "市司法局", "常态化开展重大产业项目招商引资“全过程”法律服务", 12),
    (GROWTH, "市司法局", "丰富“产业链+法律服务”功能，加强企业风险防范", 12),
    (BY_LAW, "市政府办", "制定市政府年度立法工作计划和重大行政决策事项目录", 3),
    (BY_LAW, "市司法局", "持续推进市政府行政规范性文件修订和清理", 12),
    (BY_LAW, "市司法局", "完成市政府法律顾问委员会换届", 9),
    (BY_LAW, "市司法局", "推行基层综合执法协同会商机制", 11),
    (BY_LAW, "市司法局", "完善行政裁量权基准动态调整和定期评估机制", 12),
    (BY_LAW, "市司法局", "健全行政复议不予受理监督机制，推动“调解前置”，引导行政机关主动纠错", 12),
)  # fmt: skip
PROBLEMS = (
    ("awareness", "法治政府建设工作部署不及时，主要负责人听取汇报少", "对法治建设全局性、紧迫性认识不足"),
    ("awareness", "述法内容泛化，未查摆分管领域问题", "重业务轻法治"),
    ("workforce", "执法队伍51岁以上人员比例高，梯队断层", "近年招录少，退休集中"),
    ("workforce", "法制审核人员无法律背景，审核意见流于形式", "法律专业人才引进难、留不住"),
    ("workforce", "年度培训学时不足，基层执法人员全年未参训", "培训资源向市级倾斜，计划刚性不够"),
    ("foreign", "涉外法律服务人才少，缺乏实战经验", "人才选育管用机制未成链条"),
    ("enforcement", "执法文书说理不充分，裁量理由缺失", "文书制作培训不到位"),
    ("decision", "重大行政决策未列入目录即作出", "目录管理要求传达不到位"),
    ("normative", "规范性文件逾期备案", "起草单位与审核机构衔接不畅"),
)
SOURCES = ("inspection", "appraisal", "congress", "reconsideration", "own")
DIMENSIONS = ("tasks", "reporting", "enforcement", "litigation", "training")


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("evaluation.planevaluation", list(_evaluations(ground)))
    yield Sheet("evaluation.evaluationindicator", list(_indicators(ground, random)))
    yield Sheet("evaluation.gap", list(_gaps(ground, random)))
    yield Sheet("evaluation.plannedtask", list(_tasks(ground)))
    yield Sheet("evaluation.workscore", list(_scores(ground, random)))


def _evaluations(ground: Ground) -> Iterator[Row]:
    listed = date(2024, 12, 20)
    for number, (kind, title, org) in enumerate((*DOCUMENTS, EIGHTH_FIVE), start=1):
        yield _evaluation(ground, f"PG-F{number}", kind, title, org, "final", listed, date(2025, 10, 31))
        middle = _evaluation(ground, f"PG-M{number}", kind, title, org, "middle", date(2023, 3, 1), date(2023, 11, 30))
        yield middle | {"completed_on": date(2023, 10, 10 + number), "result": "总体达到中期目标"}
    for key, kind, title, org, listed, due, more in OTHERS:
        yield _evaluation(ground, key, kind, title, org, "final", listed, due) | more


def _evaluation(ground: Ground, key: str, kind: str, title: str, org: str, stage: str, listed: date, due: date) -> Row:
    return {
        "org": org, "place": ground.city, "key": key, "title": title, "kind": kind, "stage": stage, "valid_from": listed,
        "due_on": due, "evaluator": "第三方评估机构" if stage == "final" else "市委依法治市办", "basis": "年度评估工作安排",
    }  # fmt: skip


def _indicators(ground: Ground, random: Random) -> Iterator[Row]:
    for number in range(1, len(DOCUMENTS) + 2):
        for place, indicator in enumerate(INDICATORS, start=1):
            own = random.randint(7, 10)
            yield {
                "org": "市司法局", "place": ground.city, "number": f"ZB-{number}-{place:02d}", "evaluation": f"PG-M{number}",
                "happened_on": date(2023, 9, 10 + number), "indicator": indicator, "full_score": 10, "own_score": own,
                "checked_score": own - (place % 4 == 0), "evidence": "统计报表、抽查案卷",
            }  # fmt: skip


def _gaps(ground: Ground, random: Random) -> Iterator[Row]:
    for number in range(130):
        found = workday(random, date(2023, 7, 3), date(2025, 1, 20))
        topic, problem, cause = PROBLEMS[number % len(PROBLEMS)]
        code = random.choice(ground.districts)
        org = random.choice(["司法局", "市场监管局", "城管局", "交通运输局", "政府", "住建局"])
        done = found + timedelta(days=random.randint(20, 110)) if number % 8 else None
        yield {
            "org": ground.district_body(code, org).short, "place": code, "number": f"DC-{number + 1:04d}",
            "happened_on": found, "source": random.choice(SOURCES), "topic": topic, "problem": problem, "cause": cause,
            "measure": "制定整改清单，明确责任人和时限", "due_on": found + timedelta(days=90), "rectified_on": done,
        }  # fmt: skip


def _tasks(ground: Ground) -> Iterator[Row]:
    for rank, (section, org, text, month) in enumerate(PLAN, start=1):
        yield _task(ground, 2025, rank, section, org, text, date(2025, month, 28))
    for rank, (section, org, text, month) in enumerate(PLAN[4:9], start=1):  # the plan of the year before
        last = _task(ground, 2024, rank, section, org, text.replace("2025年", "2024年"), date(2024, month, 28))
        yield last | {"finished_on": date(2024, month, 25)}
    dropped = _task(ground, 2025, 90, UNITY, "市司法局", "召开全市法治建设现场推进会", date(2025, 5, 30))
    yield dropped | {"dropped_on": date(2024, 12, 30)}
    added = _task(ground, 2025, 91, BY_LAW, "市司法局", "开展行政执法领域专项治理", date(2025, 11, 28))
    yield added | {"happened_on": date(2025, 2, 10)}


def _task(ground: Ground, year: int, rank: int, section: str, org: str, text: str, due: date) -> Row:
    return {
        "org": org, "place": ground.city, "number": f"JH{year}-{rank:02d}", "happened_on": date(year - 1, 12, 18),
        "plan_year": year, "section": section, "rank": rank, "text": text, "due_on": due,
    }  # fmt: skip


def _scores(ground: Ground, random: Random) -> Iterator[Row]:
    for year in (2023, 2024):
        for number, code in enumerate(ground.districts):
            for dimension in DIMENSIONS:
                low = number >= 5 and dimension in ("training", "tasks") and random.random() < 0.5
                yield {
                    "org": ground.district_body(code, "政府").short, "place": code,
                    "number": f"PF-{code}-{dimension}-{year}", "happened_on": date(year, 12, 27), "dimension": dimension,
                    "score": random.randint(48, 59) if low else random.randint(70, 96), "evidence": "年度考核评分表",
                }  # fmt: skip
