"""Each fault is refused at start-up under its own id; a procedure without the fault is not."""

from datetime import date

import pytest

from fazhi.law import clock
from fazhi.law.statutes import RECONSIDERATION_LAW as ARL
from fazhi.law.statutes import RECONSIDERATION_REGULATION as RIR
from fazhi.procedure import (
    BACK,
    STAY,
    Ask,
    BrokenProcedure,
    Limit,
    NoSuchProcedure,
    Office,
    Outcomes,
    Party,
    Procedure,
    Situation,
    State,
    edition_named,
    edition_on,
    faults,
    procedures,
    register,
)


def declare(since: str = "2024-01-01", **changes: object) -> type[Procedure]:
    """A sound procedure, with names added or replaced (None: left out)."""

    class Outcome(Outcomes):
        DONE = "办结", ARL[68]
        LEFT = "视为放弃", ARL[31, 2]

    officer, asker = Office("承办人"), Party("申请人")
    here, waiting, done = State("办理中", start=True), State("待补正", desk=asker), State("已办结", final=True)
    reply, correction = Limit(clock("RC-DECIDE-ORD")), Limit(clock("RC-CORRECT-REPLY"))
    body: dict[str, object] = {
        "Outcome": Outcome, "officer": officer, "asker": asker, "here": here, "waiting": waiting, "done": done,
        "reply": reply, "correction": correction,
        "ask": officer.may("补正", here >> waiting, ARL[31, 1]),
        "correct": asker.may("提交", waiting >> here, ARL[31, 3], within=correction),
        "leave": correction.lapsing("视为放弃", waiting >> done, ARL[31, 2], outcome=Outcome.LEFT),
        "answer": officer.must("答复", here >> done, ARL[61], within=reply, outcome=Outcome.DONE),
    }  # fmt: skip
    for name, value in changes.items():
        body[name] = value(body) if callable(value) and not isinstance(value, type) else value
    return type(
        "Example",
        (Procedure,),
        {n: v for n, v in body.items() if v is not None},
        code="example",
        title="示例",
        since=since,
    )  # type: ignore[no-any-return, call-overload]  # built as a class statement would


def without_number(body: dict) -> object:
    return Limit(clock("RC-SUSPEND-NOTICE"))


def cites_an_old_article(case: Situation) -> bool:
    """第九条第一款：申请期限（2017年修正的条文）"""
    return True


def cites_what_is_in_force(case: Situation) -> bool:
    """第六十一条、行政诉讼法第四十五条、第六十七条，实施条例第三十七条：各依其法"""
    return True


BROKEN = {
    "E001": {"since": "2023-12-31"},
    "E002": {"answer": lambda b: b["officer"].must("答复", b["here"] >> b["done"], within=b["reply"], outcome=b["Outcome"].DONE)},
    "E003": {"waiting": lambda b: State("另一起点", start=True)},
    "E004": {"lost": State("到不了"), "out": lambda b: b["officer"].may("离开", b["lost"] >> b["here"], ARL[61])},
    "E005": {"stuck": State("出不去"), "enter": lambda b: b["officer"].may("进入", b["here"] >> b["stuck"], ARL[61])},
    "E006": {"again": lambda b: b["officer"].may("再办", b["done"] >> STAY, ARL[61])},
    "E007": {"leave": lambda b: b["officer"].may("清退", b["waiting"] >> b["done"], ARL[31, 2], outcome=b["Outcome"].LEFT)},
    "E008": {"note": lambda b: b["officer"].must("记录", b["here"] >> STAY, ARL[61])},
    "E009": {"drop": lambda b: b["officer"].may("撤销", b["here"] >> b["done"], ARL[61])},
    "E010": {"longer": lambda b: b["officer"].may("延长", b["waiting"] >> STAY, ARL[31, 2], extends=b["correction"])},
    "E011": {"note": lambda b: b["officer"].may("记录", b["here"] >> STAY, ARL[61], asks={"on": Ask("日期", "day")})},
    "E012": {"note": lambda b: b["officer"].may("记录", b["here"] >> STAY, ARL[61], within=Limit(clock("RC-SUE")))},
    "E013": {"idle": Limit(clock("RC-SUE"))},
    "E014": {"reply": None, "late": Limit(clock("RC-SUE"), since=("no_such_step",)),
             "answer": lambda b: b["officer"].must("答复", b["here"] >> b["done"], ARL[61], within=b["late"], outcome=b["Outcome"].DONE)},
    "E015": {"leave": lambda b: b["correction"].lapsing("视为放弃", b["waiting"] >> b["done"], ARL[31, 2], outcome=b["Outcome"].DONE)},
    "E016": {"never": Limit(clock("RC-SUE")), "stop": lambda b: b["officer"].may("停", b["here"] >> STAY, ARL[61], ends=(b["never"],))},
    "E017": {"set": Limit(ARL[77, 2], given="by_day"),
             "order": lambda b: b["officer"].may("责令", b["here"] >> STAY, ARL[77, 2], starts=(b["set"],))},
    "E018": {"back": lambda b: b["officer"].may("退回", b["here"] >> BACK, ARL[61])},
    "E019": {"leave_too": lambda b: b["correction"].lapsing(
        "也放弃", b["waiting"] >> b["done"], ARL[31, 2], outcome=b["Outcome"].LEFT)},
    "E020": {"correction": without_number,
             "correct": lambda b: b["asker"].may("提交", b["waiting"] >> b["here"], ARL[31, 3], within=b["correction"]),
             "leave": lambda b: b["correction"].lapsing("视为放弃", b["waiting"] >> b["done"], ARL[31, 2], outcome=b["Outcome"].LEFT)},
    "E021": {"note": lambda b: b["officer"].may("记录", b["here"] >> STAY, RIR.whole)},
    "E022": {"note": lambda b: b["officer"].may("记录", b["here"] >> STAY, ARL[61], when=cites_an_old_article)},
}  # fmt: skip


def test_the_sound_one_is_sound():
    assert faults(declare()) == []
    said = {"note": lambda b: b["officer"].may("记录", b["here"] >> STAY, ARL[61], when=cites_what_is_in_force)}
    assert faults(declare(**said)) == []


@pytest.mark.parametrize("id", BROKEN)
def test_each_fault_has_its_id(id):
    changes = dict(BROKEN[id])
    broken = declare(changes.pop("since", "2024-01-01"), **changes)
    found = faults(broken)
    assert {fault.id for fault in found} == {f"procedure.{id}"}, [str(fault) for fault in found]
    with pytest.raises(BrokenProcedure, match=f"procedure.{id} example"):
        register(broken)
    with pytest.raises(NoSuchProcedure):
        edition_on("example", date(2024, 6, 1))


def test_each_day_has_its_edition():
    for edition in procedures():
        assert edition_named(edition.edition()) is edition
        assert edition_on(edition.code, edition.since) is edition
        if edition.until is not None:
            assert edition_on(edition.code, edition.until) is not edition
    with pytest.raises(NoSuchProcedure, match="请核对收到日期"):
        edition_on("reconsideration", date(1980, 1, 1))
    with pytest.raises(NoSuchProcedure, match="没有程序"):
        edition_named("reconsideration@1980-01-01")


def test_a_day_left_to_the_organ_extends_what_the_article_does_not_measure():
    by = Ask("延长至", "day")
    body = declare(
        correction=Limit(clock("RC-CORRECT-REPLY"), given="correct_by"),
        correct=lambda b: b["asker"].may("提交", b["waiting"] >> b["here"], ARL[31, 3], within=b["correction"]),
        leave=lambda b: b["correction"].lapsing(
            "视为放弃", b["waiting"] >> b["done"], ARL[31, 2], outcome=b["Outcome"].LEFT
        ),
        longer=lambda b: b["officer"].may(
            "延长", b["waiting"] >> STAY, ARL[31, 2], RIR[29], extends=b["correction"], asks={"correct_by": by}
        ),
    )
    assert faults(body) == []
