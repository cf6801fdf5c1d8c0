"""F014, F015, F021, F022, F043 and the red list, among lines that must not count."""

from datetime import date
from fractions import Fraction

import pytest

from fazhi.domains.tasks.models import (
    BusinessTask,
    DigitalArea,
    DigitalTask,
    GuaranteeMeasure,
    KeyTask,
    MeasureUse,
    ReformTask,
)


@pytest.fixture
def line(book):
    serial = iter(range(1, 99))

    def make(model, **more):
        given = {
            "key": f"T{next(serial)}",
            "title": "完善机制",
            "valid_from": date(2024, 3, 1),
            "due_on": date(2026, 12, 31),
        }
        return book(model, **{**given, **more})

    return make


def test_each_reform_task_has_one_who_leads_and_one_that_handles(line, town, values, without):
    both = {"leader_role": "deputy", "leader": "周敏", "handler": town.police}
    first, second = line(ReformTask, **both), line(ReformTask, **{**both, "leader_role": "director"})
    line(ReformTask, status="dropped")
    line(ReformTask, valid_to=date(2024, 12, 31))
    line(ReformTask, valid_from=date(2025, 1, 1))
    assert (values()["F014"], values()["F015"], values()["TK01"]) == (100, 2, 0)
    assert without(first) == {"F015"}
    for lacking in ({"leader_role": "member"}, {"leader": ""}, {"handler": None}):
        extra = line(ReformTask, **{**both, **lacking})
        assert (values()["F014"], values()["F015"], values()["TK01"]) == (Fraction(200, 3), 3, 1)
        assert without(extra) == {"F014", "F015", "TK01"}
        extra.delete()
    assert without(second) == {"F015"}


def test_a_field_counts_when_it_has_a_task_that_was_kept(line, book, values, without):
    def area(key, since=date(2024, 3, 28)):
        return book(DigitalArea, key=key, name=key, valid_from=since)

    full, emptied = area("数字政务"), area("数字乡村")
    area("无任务")
    before, after = area("上年", date(2023, 4, 6)), area("下年", date(2025, 1, 1))
    one, _ = line(DigitalTask, area=full), line(DigitalTask, area=full)
    line(DigitalTask, area=emptied, status="dropped")
    line(DigitalTask, area=before, valid_from=date(2023, 4, 6))
    line(DigitalTask, area=after, valid_from=date(2025, 1, 1))
    assert (values()["F021"], values()["F022"]) == (1, 2)
    assert without(one) == {"F022"}
    assert (values(2023)["F021"], values(2023)["F022"]) == (1, 1)


def test_the_plan_of_the_year_is_what_was_set_in_it(line, values, without):
    counted = line(BusinessTask, valid_from=date(2024, 1, 1))
    line(BusinessTask, valid_from=date(2024, 12, 31), valid_to=date(2024, 12, 31))
    line(BusinessTask, valid_from=date(2023, 12, 31))
    line(BusinessTask, valid_from=date(2025, 1, 1))
    line(BusinessTask, status="dropped")
    assert values()["F043"] == 2
    assert without(counted) == {"F043"}


def test_a_task_is_late_from_the_day_after_it_was_due(line, values, without):
    due = date(2024, 9, 30)
    line(KeyTask, due_on=due, completed_on=due)
    line(KeyTask, due_on=due, completed_on=date(2024, 10, 1))  # late, but done by the end of the year
    forgotten = line(KeyTask, due_on=due, status="done")  # says it is done, without a day
    line(KeyTask, due_on=date(2024, 12, 31))
    line(KeyTask, due_on=date(2024, 12, 31), completed_on=date(2025, 1, 3))
    line(KeyTask, due_on=date(2025, 1, 1))
    line(KeyTask, due_on=due, status="dropped")
    found = values()
    assert (found["TK02"], found["TK03"], found["TK07"]) == (6, 3, 20)
    assert without(forgotten) == {"TK02", "TK03", "TK07"}
    assert values(2025)["TK03"] == 3  # the one of January, the one forgotten, the one due on the last day


def test_measures_nobody_used(book, values, without):
    first, second = (
        book(GuaranteeMeasure, key=key, title=key, beneficiaries="企业", valid_from=date(2023, 1, 1))
        for key in ("A", "B")
    )
    used = book(MeasureUse, number="1", measure=first, happened_on=date(2024, 5, 6), enterprise="甲公司")
    book(MeasureUse, number="2", measure=first, happened_on=date(2024, 5, 7), enterprise="甲公司")
    book(MeasureUse, number="3", measure=second, happened_on=date(2023, 12, 31), enterprise="乙公司")
    assert (values()["TK08"], values()["TK09"], values()["TK10"]) == (2, 1, 1)
    assert without(used) == set()
