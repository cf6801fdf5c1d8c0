"""Before acceptance: when one may apply (行政复议法第二十条、第二十一条, 实施条例第十六条) and through whom (第三十二条)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from fazhi.days import Pause, calendar, due
from fazhi.law import Clock, clock
from fazhi.procedure import Situation
from fazhi.procedure.periods import due_of

#: 行政复议法第五十三条第一款: 可以适用简易程序的四类案件
SIMPLE_KINDS = {"on_the_spot", "warning", "small_amount", "disclosure"}
SIXTY = 60


class Window(NamedTuple):
    """`after`: applying on or before this day is premature. `until`: the last day. None where no fact tells."""

    after: date | None
    until: date | None


def window(facts: Mapping[str, Any]) -> Window:
    """When an application is in time under the law of 2023."""
    starts = _starts(facts)
    ends = [sixty_days(clock("RC-APPLY"), starts, facts), _capped(facts), _long_stop(facts)]
    return Window(premature(facts), min((each for each in ends if each is not None), default=None))


def _starts(facts: Mapping[str, Any]) -> date | None:
    """From which day the sixty days run: regulation 16, article 20(3), article 20(1)."""
    inaction = failed_to_act(facts)
    if inaction is not None:
        return inaction
    known: date | None = facts.get("informed_on") if facts.get("uninformed") else facts.get("known_on")
    return known


def failed_to_act(facts: Mapping[str, Any]) -> date | None:
    """实施条例第十六条第一款: the end of the time to perform, or sixty days after the request was received."""
    if facts.get("act") != "inaction":
        return None
    if facts.get("perform_due_on"):
        ended: date = facts["perform_due_on"]
        return ended
    requested = facts.get("requested_on")
    return None if requested is None else _day(due_of(clock("RC-INACTION-START"), requested).on)


def premature(facts: Mapping[str, Any]) -> date | None:
    """实施条例第十六条第二款: whoever urgently asks for protection of person or property need not wait."""
    return None if facts.get("urgent") else failed_to_act(facts)


def sixty_days(law: Clock, starts: date | None, facts: Mapping[str, Any]) -> date | None:
    """第二十条第一款、第二款: sixty days, or what another law gives beyond them; the days of an obstacle do not count.

    An excuse recorded without its days is the officer's finding that the delay does not matter.
    """
    obstacle = _obstacle(facts)
    if starts is None or (facts.get("delay_excused") and not obstacle):
        return None
    length = max(SIXTY, facts.get("longer_days") or SIXTY)
    found = due(starts, length, "calendar_day", calendar=calendar(), pauses=obstacle, roll_over=law.roll_over)
    return _day(found.on)


def _obstacle(facts: Mapping[str, Any]) -> tuple[Pause, ...]:
    since, until = facts.get("obstacle_from"), facts.get("obstacle_until")
    if not facts.get("delay_excused") or since is None or until is None:
        return ()
    return (Pause(since, until, "不可抗力或者其他正当理由"),)


def _capped(facts: Mapping[str, Any]) -> date | None:
    """第二十条第三款: not told of the right, the organ or the time, but no later than a year from knowing the act."""
    known = facts.get("known_on")
    if not facts.get("uninformed") or known is None:
        return None
    return _day(due_of(clock("RC-APPLY-UNINFORMED"), known).on)


def _long_stop(facts: Mapping[str, Any]) -> date | None:
    """第二十一条: twenty years for real estate, five for everything else, whatever the excuse."""
    acted = facts.get("acted_on")
    if acted is None:
        return None
    return _day(due_of(clock("RC-APPLY-LONGSTOP-RE" if facts.get("real_estate") else "RC-APPLY-LONGSTOP"), acted).on)


def _day(found: object) -> date:
    assert isinstance(found, date)
    return found


def within(found: Window, applied: date | None) -> bool:
    if applied is None:
        return True
    return (found.after is None or applied > found.after) and (found.until is None or applied <= found.until)


def applied_in_time(case: Situation) -> bool:
    """第三十条第一款第四项：申请已超过法定申请期限（第二十条、第二十一条），或者不履行职责的履行期尚未届满（实施条例第十六条），且没有登记不可抗力等正当理由；或者通过处罚机关提交的申请尚未转送"""
    return in_our_hands(case) and within(window(case.facts), case.facts.get("applied_on"))


def simple_and_in_time(case: Situation) -> bool:
    """第五十三条、第三十条第一款第四项：不属于可以适用简易程序的四类案件，当事人各方也未同意适用简易程序；或者申请已超过法定申请期限、履行期尚未届满，通过处罚机关提交的申请尚未转送"""
    return applied_in_time(case) and _simple_enough(case)


def _simple_enough(case: Situation) -> bool:
    return case.facts.get("simple_ground") in SIMPLE_KINDS or bool(case.facts.get("all_agree_simple"))


def with_the_penalising_organ(case: Situation) -> bool:
    """第三十二条第二款：申请不是通过处罚机关提交的，或者处罚机关已经转送"""
    return case.facts.get("channel") == "agency" and not case.done("forward")


def in_our_hands(case: Situation) -> bool:
    """第三十二条第二款：申请通过处罚机关提交，处罚机关尚未转送行政复议机关"""
    return not with_the_penalising_organ(case)


def names_the_competent_organ(case: Situation) -> bool:
    """第三十条第二款：不属于本机关管辖的，应当在不予受理决定中告知申请人有管辖权的行政复议机关，请填写；通过处罚机关提交的，须先转送"""
    named = case.answers.get("ground") != "jurisdiction" or bool(case.answers.get("competent_organ"))
    return named and in_our_hands(case)


def correction_received(case: Situation) -> bool:
    """第三十一条第二款：没有登记申请人收到补正通知的日期，补正期限不起算"""
    return case.done("deliver_correction") or bool(case.answers.get("served_electronically"))


def receipt_unrecorded(case: Situation) -> bool:
    """第三十一条第二款：申请人收到补正通知的日期已经登记，或者已经电子送达"""
    return not correction_received(case)
