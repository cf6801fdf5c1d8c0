"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.casework.api import act
from fazhi.domains.hotline import models
from fazhi.figures.api import NotComputed, Scope, all_figures, evaluate, figure

YEAR = Scope(2024)
LINKED = ("F094", "F095", "F096", "F097")


def test_transfers_by_one_action_with_three_parties_within_the_hour(hand_over, figures_of, strike):
    hand_over("2024-01-01 00:00:00", "2024-01-01 01:00:00", mode="three_way", parties=3)
    hand_over("2024-12-31 23:30:00", "2025-01-01 00:10:00")
    hand_over("2023-12-31 23:00:00", "2024-01-01 09:00:00", operations=3, mode="three_way", parties=2)
    hand_over("2025-01-01 00:00:00", None, operations=2, mode="three_way", parties=2)
    kept = {"F094": True, "F095": True, "F096·联动转接": True, "F097·联动转接": True}
    assert kept.items() <= figures_of(YEAR, *LINKED).items()
    slow = hand_over("2024-05-01 08:00:00", "2024-05-01 09:00:01", operations=2, mode="three_way", parties=2)
    broken = dict.fromkeys(kept, False)
    assert broken.items() <= figures_of(YEAR, *LINKED).items()
    assert evaluate([figure("HT01")], YEAR)["HT01"].worst == 3601
    strike(slow)
    assert kept.items() <= figures_of(YEAR, *LINKED).items()
    hand_over("2024-05-02 08:00:00", None)
    found = figures_of(YEAR, *LINKED)
    assert (found["F096·联动转接"], found["F094"]) == (False, True), "one not yet assigned is not in time"


@pytest.mark.parametrize(("assigned", "holds"), [("2024-03-04 11:00:00", True), ("2024-03-04 11:00:01", False)])
def test_every_order_of_the_hotline(call, desk, at, figures_of, assigned, holds):
    case = call("2024-03-04 10:00:00")
    act(
        case, "dispatch", by=desk, on=date(2024, 3, 4), moment=at(assigned),
        data={"assigned_at": at(assigned), "unit": "市住建局"},
    )  # fmt: skip
    answered = call("2024-03-04 12:00:00", kind="consult")
    act(answered, "answer_at_once", by=desk, on=date(2024, 3, 4))
    found = figures_of(YEAR, "F096", "F097", "HT02")
    assert (found["F096·全部工单"], found["F097·全部工单"], found["HT02"]) == (holds, holds, 2)


def test_an_order_still_waiting_breaks_the_claim(call, figures_of):
    call("2024-03-04 10:00:00")
    assert figures_of(YEAR, "F096")["F096·全部工单"] is False


def test_police_orders(book, at, figures_of, strike):
    def alarm(received: str, assigned: str):
        given = {"number": received, "happened_on": at(received).date(), "kind": "traffic"}
        return book(models.PoliceOrder, received_at=at(received), assigned_at=at(assigned), **given)

    first = alarm("2024-06-01 08:00:00", "2024-06-01 08:00:31")
    assert first.elapsed == 31
    alarm("2023-06-01 08:00:00", "2023-06-01 18:00:00")
    assert figures_of(YEAR, "F096")["F096·全部警单"] is True
    late = alarm("2024-06-01 08:00:01", "2024-06-01 09:30:00")
    assert figures_of(YEAR, "F096")["F096·全部警单"] is False
    strike(late)
    strike(first)
    assert figures_of(YEAR, "F096")["F096·全部警单"] is False, "no row, no claim"


@pytest.mark.parametrize(
    ("table", "count", "rate"), [(models.ReportingCentre, "F098", "F099"), (models.ReportingRoom, "F100", "F101")]
)
def test_reporting_places_built(book, figures_of, strike, table, count, rate):
    def place(key: str, opened: date | None, **more: object):
        given = {"valid_from": date(2023, 10, 1), "operating": True, **more}
        return book(table, key=key, name=key, planned_on=date(2024, 12, 31), opened_on=opened, **given)

    place("1", date(2024, 12, 31))
    second = place("2", date(2023, 11, 1))
    place("late", date(2025, 1, 1))
    place("idle", date(2024, 3, 1), operating=False)
    place("none", None)
    place("merged", date(2024, 2, 1), valid_to=date(2024, 12, 31))
    place("to come", date(2024, 2, 1), valid_from=date(2025, 1, 1))
    assert figures_of(YEAR, count, rate) == {count: 2, rate: 40}
    strike(second)
    assert figures_of(YEAR, count, rate) == {count: 1, rate: 25}


def test_numbers_of_telephones_are_names():
    for code in ("F091", "F092", "F093"):
        assert isinstance(figure(code), NotComputed)
    assert {f"F{number:03d}" for number in range(91, 102)} <= {each.code for each in all_figures()}
