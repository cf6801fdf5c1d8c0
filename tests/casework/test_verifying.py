"""A case changed behind the journal's back is found, and it is said what was changed."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from fazhi.casework.api import Case, Deadline, Intake, act, facts_of, open_case
from fazhi.casework.verifying import case_discrepancies
from fazhi.project.verify import verify
from fazhi.registers.api import strike_out


def found() -> list[tuple[int, str]]:
    return [(each.pk, each.sentence) for each in case_discrepancies()]


@pytest.fixture
def served(accepted, officer) -> Case:
    act(accepted, "serve_copy", by=officer, on=date(2024, 3, 12))
    return accepted


def test_what_was_done_lawfully_agrees(served, opened, officer, clerk):
    strike_out(opened("2024-04-01"), clerk, "重复登记")
    assert found() == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"outcome": "MEDIATED"}, "“结论”"),
        ({"state": "closed", "closed_on": date(2024, 4, 1)}, "“状态”、“办结日期”"),
        ({"received_on": date(2023, 3, 4), "year": 2023}, "“年度”、“收到日期”"),
        ({"place_id": "321181"}, "“所在地”"),
        ({"officer_id": None, "number": "〔2024〕镇行复第9号"}, "“案号”"),
        ({"version": 9}, "“版本”"),
    ],
)
def test_a_changed_column_is_named(served, opened, change, word):
    other = opened("2024-04-01")
    Case.objects.filter(pk=served.pk).update(**change)
    ((pk, sentence),) = found()
    assert pk == served.pk != other.pk
    assert word in sentence and sentence.endswith("与办理记录推算的不符。")


def test_a_moved_limit_is_found(served):
    Deadline.objects.filter(case=served, open=True).update(due_on=date(2025, 1, 1))
    assert found() == [(served.pk, f"{served.number}：期限与办理记录推算的不符。")]


def test_a_removed_limit_is_found(served):
    Deadline.objects.filter(case=served).first().delete()
    assert "期限" in found()[0][1]


def test_facts_are_held_to_what_the_events_say(served):
    facts = facts_of(served)
    table = type(facts).objects.filter(pk=served.pk)
    table.update(act="licence", applied_on=date(2024, 1, 2))
    assert found() == [(served.pk, f"{served.number}：“行政行为种类”、“申请日期”与办理记录不符。")]
    table.delete()
    assert "已被删除" in found()[0][1]


def test_a_fact_that_nobody_was_asked_has_its_default(served):
    type(facts_of(served)).objects.filter(pk=served.pk).update(accepted_on=date(2024, 3, 7))
    assert "“受理日期”" in found()[0][1]


def test_a_case_struck_out_or_removed_by_hand_is_found(served, opened, clerk):
    other, third = opened("2024-04-01"), opened("2024-04-02")
    Case.objects.filter(pk=served.pk).update(voided_on=date(2024, 5, 1))
    strike_out(other, clerk, "重复登记")
    Case.objects.filter(pk=other.pk).update(voided_on=None)
    Case.objects.filter(pk=third.pk).delete()
    said = dict(found())
    assert "没有作废的记录" in said[served.pk]
    assert "表中却仍然有效" in said[other.pk]
    assert said[third.pk] == f"{third.number}：案件已被删除，日志中仍有它的记录。"


def test_a_case_written_by_hand_was_never_recorded(served):
    copied = Case.objects.get(pk=served.pk)
    copied.pk, copied._state.adding, copied.number = None, True, "〔2024〕镇行复第99号"
    copied.save()
    assert found() == [(copied.pk, "〔2024〕镇行复第99号：日志中没有这件案件的记录，系绕过系统写入。")]


def test_other_cities_are_theirs_to_verify(served):
    other = Case.objects.get(pk=served.pk)
    other.pk, other._state.adding, other.city = None, True, "C321000"
    other.save()
    assert found() == []


def test_the_command_says_it_and_exits_with_one(served):
    sound = CliRunner().invoke(verify, ["records"])
    assert (sound.exit_code, sound.output) == (0, "各表均与日志一致。\n")
    Case.objects.filter(pk=served.pk).update(outcome="MEDIATED")
    touched = CliRunner().invoke(verify, ["records", "--json"])
    assert touched.exit_code == 1
    assert '"table": "casework.case"' in touched.output and '"found": 1' in touched.output


def test_the_cost_does_not_grow_with_the_cases(served, intake, officer, django_assert_max_num_queries):
    for day in range(1, 8):
        open_case(intake(f"2024-05-0{day}"), by=officer)
    with django_assert_max_num_queries(8):
        assert found() == []


def test_instants_and_reckoned_columns_are_held_to_the_events_in_any_zone(town, officer):
    """A hotline order's moments come back from the database in another zone; its hour is reckoned from them."""
    morning = datetime(2024, 5, 9, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    facts = {"number": "1", "kind": "consult", "channel": "phone", "field": "物业管理", "received_at": morning}
    case = open_case(
        Intake("hotline_order", "电梯", town.justice, "321100", morning.date(), facts, moment=morning), by=officer
    )
    assert found() == []
    orders = type(facts_of(case)).objects.filter(pk=case.pk)
    orders.update(assign_due_at=morning + timedelta(hours=9))
    assert found() == [(case.pk, f"{case.number}：“应交办时间”与办理记录不符。")]
