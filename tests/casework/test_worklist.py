"""Today's list: whose it is, its order, its cost."""

from datetime import date

import pytest
from django.db import connection

from fazhi.casework.api import Case, act, counts, open_cases, page
from fazhi.registers.api import strike_out


@pytest.fixture
def desk(opened, officer, importer) -> list[Case]:
    """Due on different days; one closed, one struck out, one without a day: not to be counted, or last."""
    cases = [opened(on) for on in ("2024-03-06", "2024-03-04", "2024-03-05", "2024-03-04", "2024-03-07", "2024-03-07")]
    for case in cases:
        case.officer_id = officer.user
        case.save()
    act(cases[3], "negotiate", by=officer, on=date(2024, 3, 5))
    act(cases[3], "settle_jurisdiction", by=officer, on=date(2024, 3, 5))
    act(cases[4], "withdraw_before_acceptance", by=officer, on=date(2024, 3, 8))
    strike_out(cases[5], importer, "重复登记")
    return cases


def test_soonest_first_and_only_what_is_open(desk, officer, stranger):
    rows = page(open_cases(officer))
    assert [case.pk for case in rows] == [desk[n].pk for n in (1, 3, 2, 0)]
    assert page(open_cases(stranger)) == [] and page(open_cases(stranger, mine=True)) == []
    assert [case.pk for case in page(open_cases(officer, mine=True))] == [case.pk for case in rows]


def test_pages_join_without_gap(desk, officer):
    Case.objects.filter(pk=desk[0].pk).update(next_due=None)
    rows = open_cases(officer)
    whole = [case.pk for case in page(rows)]
    found, after = [], None
    while part := page(rows, after, size=1):
        found.append(part[0].pk)
        after = (part[0].next_due, part[0].pk)
    assert found == whole and found[-1] == desk[0].pk


def test_counts_by_urgency(desk, officer):
    found = counts(open_cases(officer), today=date(2024, 3, 12), soon=date(2024, 3, 12))
    assert (found.open, found.late, found.soon) == (4, 2, 1)


def test_a_page_with_its_counts_costs_three_statements(desk, officer, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        rows = open_cases(officer)
        assert [case.org.short for case in page(rows)] == ["市司法局"] * 4
        counts(rows, date(2024, 3, 12), date(2024, 3, 15))


@pytest.mark.parametrize("mine", [True, False])
def test_the_list_is_read_from_the_index_of_open_cases(desk, officer, town, mine):
    if connection.vendor != "sqlite":
        pytest.skip("the plan is asked of SQLite")
    rows = open_cases(officer, mine=mine)
    plan = rows[:50].explain()
    assert ("case_desk" if mine else "case_org") in plan, plan
    assert "SCAN casework_case" not in plan, plan


def test_a_person_s_own_time_makes_no_body_late(opened, officer):
    case = opened("2024-03-04")
    act(case, "require_correction", by=officer, on=date(2024, 3, 6), data={"missing": "身份证明"})
    act(case, "deliver_correction", by=officer, on=date(2024, 3, 7))
    waiting = case.deadlines.get(open=True, limit="correction")
    assert case.next_due is None
    assert waiting.due_on is not None
    assert counts(open_cases(officer), today=date(2024, 6, 1), soon=date(2024, 6, 1)).late == 0
