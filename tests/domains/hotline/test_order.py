"""Orders as the hotline would tell them, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of, settle
from fazhi.domains.hotline.models import CallTransfer


def due(case, limit: str) -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def send(case, desk, at, moment: str, step: str = "dispatch") -> None:
    data = {"assigned_at": at(moment), "unit": "市住建局"}
    act(case, step, by=desk, on=at(moment).date(), moment=at(moment), data=data)


def test_a_plea_is_answered_in_five_working_days_and_called_back(call, desk, at):
    case = call("2024-04-30 16:00:00")
    assert facts_of(case).assign_due_at == at("2024-04-30 17:00:00")
    send(case, desk, at, "2024-04-30 16:20:00")
    assert due(case, "reply") == date(2024, 5, 10), "1 to 5 May are holidays"
    act(case, "sign", by=desk, on=date(2024, 5, 6))
    act(case, "answer", by=desk, on=date(2024, 5, 9), data={"answer": "电梯已修复"})
    act(case, "rework", by=desk, on=date(2024, 5, 10), data={"satisfaction": "dissatisfied"})
    assert (case.state, due(case, "reply")) == ("in_hand", date(2024, 5, 16)), "11 May is worked"
    act(case, "answer", by=desk, on=date(2024, 5, 14), data={"answer": "已更换部件"})
    act(case, "call_back", by=desk, on=date(2024, 5, 15), data={"satisfaction": "satisfied"}, outcome="RESOLVED")
    facts = facts_of(case)
    assert (case.state, case.outcome, facts.reworked, facts.satisfaction) == ("closed", "RESOLVED", True, "satisfied")


def test_a_question_has_three_working_days(call, desk, at):
    case = call("2024-03-04 09:00:00", kind="consult")
    with pytest.raises(NotPermitted, match="咨询件"):
        send(case, desk, at, "2024-03-04 09:10:00")
    send(case, desk, at, "2024-03-04 09:10:00", "dispatch_consult")
    assert due(case, "consult_reply") == date(2024, 3, 7)


def test_an_urgent_order_is_responded_to_in_half_an_hour(call, desk, at):
    case = call("2024-03-04 23:40:00", urgent=True)
    send(case, desk, at, "2024-03-04 23:45:00", "dispatch_urgent")
    limit = case.deadlines.get(limit="response")
    assert limit.due_at == at("2024-03-05 00:15:00")
    act(case, "respond", by=desk, on=date(2024, 3, 5), moment=at("2024-03-05 00:05:00"))
    assert case.deadlines.get(limit="response").met_on == date(2024, 3, 5)


def test_a_unit_returns_an_order_once_and_the_designated_one_keeps_it(call, desk, at):
    case = call("2024-03-04 09:00:00")
    with pytest.raises(NotPermitted, match="没有被退回"):
        act(case, "designate", by=desk, on=date(2024, 3, 4), data={"unit": "市城管局"})
    send(case, desk, at, "2024-03-04 09:10:00")
    act(case, "send_back", by=desk, on=date(2024, 3, 5), data={"reason": "不属于本单位职责"})
    act(case, "designate", by=desk, on=date(2024, 3, 5), data={"unit": "市城管局"})
    assert (case.state, facts_of(case).unit, facts_of(case).returned) == ("in_hand", "市城管局", True)
    with pytest.raises(NotPermitted):
        act(case, "send_back", by=desk, on=date(2024, 3, 6), data={"reason": "再次退单"})


def test_silence_for_a_working_day_makes_the_first_handler(call, desk, at):
    case = call("2024-03-04 09:00:00")
    send(case, desk, at, "2024-03-04 09:10:00")
    settle(case, date(2024, 3, 5))
    assert case.state == "dispatched"
    settle(case, date(2024, 3, 6))
    assert case.state == "in_hand"


def test_an_extension_has_its_own_last_day(call, desk, at):
    case = call("2024-03-04 09:00:00")
    send(case, desk, at, "2024-03-04 09:10:00")
    act(case, "sign", by=desk, on=date(2024, 3, 4))
    act(case, "extend", by=desk, on=date(2024, 3, 8), data={"until": date(2024, 3, 14), "reason": "需现场勘查"})
    assert due(case, "extension") == date(2024, 3, 14)
    with pytest.raises(NotPermitted, match="只能进行一次"):
        act(case, "extend", by=desk, on=date(2024, 3, 11), data={"until": date(2024, 3, 20), "reason": "再延"})


def test_elapsed_is_worked_out_and_follows_a_correction(hand_over, at):
    transfer = hand_over("2024-03-04 23:59:00", None)
    assert transfer.elapsed is None
    transfer.assigned_at = at("2024-03-05 00:29:30")
    transfer.save()
    assert CallTransfer.objects.get(pk=transfer.pk).elapsed == 1830
    copy = CallTransfer(
        **{f.attname: getattr(transfer, f.attname) for f in CallTransfer._meta.concrete_fields if f.name != "id"}
    )
    copy.elapsed = 5
    CallTransfer.objects.bulk_create([copy])
    assert set(CallTransfer.objects.values_list("elapsed", flat=True)) == {1830}
