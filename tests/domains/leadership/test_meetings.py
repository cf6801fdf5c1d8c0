"""F001-F003: what executive meetings studied first, studied as law, and heard of the rule of law."""

from datetime import date
from fractions import Fraction

import pytest

from fazhi.domains.leadership.models import AgendaItem, GovernmentMeeting, LawStudy


@pytest.fixture
def meetings(add):
    """Two executive meetings of 2024 that began with the study item, among meetings that must not count."""
    held = [add(GovernmentMeeting, number=f"第{n}次", happened_on=date(2024, n, 8)) for n in (3, 12)]
    for meeting in held:
        meeting.first = add(
            AgendaItem, meeting=meeting, happened_on=meeting.happened_on, position=1, kind="study_first"
        )
        add(AgendaItem, meeting=meeting, happened_on=meeting.happened_on)
    add(GovernmentMeeting, number="取消", status="cancelled")
    add(GovernmentMeeting, number="全体", kind="plenary")
    add(GovernmentMeeting, number="上年", happened_on=date(2023, 12, 31))
    add(GovernmentMeeting, number="下年", happened_on=date(2025, 1, 1))
    return held


def test_every_executive_meeting_begins_with_the_study_item(meetings, add, values, without):
    assert (values()["F001"], values()["LD03"]) == (100, 2)
    assert without(meetings[0].first) == {"F001"}
    assert values(2023)["F001"] == 0
    assert values(2022)["F001"] is None


def test_a_study_item_in_second_place_is_not_the_first(meetings, add, values):
    late = add(GovernmentMeeting, number="第9次", happened_on=date(2024, 9, 9))
    add(AgendaItem, meeting=late, happened_on=late.happened_on, position=2, kind="study_first")
    add(AgendaItem, meeting=late, happened_on=late.happened_on, position=1, kind="economy")
    assert values()["F001"] == Fraction(200, 3)


def test_law_study_is_counted_by_session(meetings, add, values, without):
    def session(meeting, **more):
        item = add(AgendaItem, meeting=meeting, happened_on=meeting.happened_on, kind="law_study", position=3)
        return add(LawStudy, item=item, happened_on=meeting.happened_on, **more)

    counted = [session(meetings[0]), session(meetings[0]), session(meetings[1])]
    session(meetings[1], status="postponed")
    session(GovernmentMeeting.objects.get(number="全体"))
    session(GovernmentMeeting.objects.get(number="取消"))
    session(GovernmentMeeting.objects.get(number="下年"))
    session(GovernmentMeeting.objects.get(number="上年"))
    assert values()["F002"] == 3
    assert without(counted[0]) == {"F002"}
    assert values(2025)["F002"] == values(2023)["F002"] == 1


def test_rule_of_law_is_counted_by_item_or_by_meeting(meetings, add, values, without):
    def item(meeting, **more):
        return add(AgendaItem, meeting=meeting, happened_on=meeting.happened_on, **{"kind": "rule_of_law", **more})

    twice = [item(meetings[0]), item(meetings[0], outcome="passed")]
    once = item(meetings[1])
    for outcome in ("withdrawn", "returned"):
        item(meetings[1], outcome=outcome)
    item(meetings[1], kind="safety")
    item(GovernmentMeeting.objects.get(number="全体"))
    item(GovernmentMeeting.objects.get(number="下年"))
    assert (values()["F003·按议题"], values()["F003·按会议"]) == (3, 2)
    assert without(twice[0]) == {"F003·按议题"}
    assert without(once) == {"F003·按议题", "F003·按会议"}
