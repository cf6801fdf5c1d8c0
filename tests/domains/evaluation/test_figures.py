"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.evaluation import models
from fazhi.figures.api import Scope

YEAR = Scope(2024)


@pytest.fixture
def evaluation(book):
    def put_down(key: str, kind: str = "scheme", **more: object):
        given = {"stage": "final", "valid_from": date(2024, 12, 20), "due_on": date(2025, 10, 31), **more}
        return book(models.PlanEvaluation, key=key, title=key, kind=kind, **given)

    return put_down


def test_one_plan_and_two_schemes_await_their_evaluation(evaluation, figures_of, strike):
    evaluation("plan", "plan", due_on=date(2025, 1, 1))
    evaluation("government")
    society = evaluation("society", completed_on=date(2025, 9, 1))
    evaluation("eighth-five", "publicity")
    evaluation("middle", stage="middle")
    evaluation("dropped", valid_to=date(2024, 12, 31))
    evaluation("later", valid_from=date(2025, 1, 1))
    evaluation("this year", due_on=date(2024, 12, 31), completed_on=date(2024, 12, 30))
    assert figures_of(YEAR, "F102", "EV01") == {"F102·计划": 3, "F102·完成": 1, "EV01": 1}
    assert figures_of(Scope(2025), "F102") == {"F102·计划": 0, "F102·完成": 1}
    strike(society)
    assert figures_of(YEAR, "F102", "EV01") == {"F102·计划": 2, "F102·完成": 1, "EV01": 1}


def test_gaps_made_good_and_overdue(book, figures_of):
    def gap(number: str, found: date, due: date, rectified: date | None):
        return book(
            models.Gap, number=number, happened_on=found, source="inspection", topic="workforce", problem="培训不足",
            due_on=due, rectified_on=rectified,
        )  # fmt: skip

    gap("1", date(2024, 3, 1), date(2024, 6, 1), date(2024, 12, 31))
    gap("2", date(2024, 3, 1), date(2024, 12, 31), date(2025, 1, 1))
    gap("3", date(2024, 3, 1), date(2025, 1, 1), None)
    gap("4", date(2024, 3, 1), date(2024, 5, 1), None)
    gap("5", date(2023, 3, 1), date(2023, 5, 1), None)
    gap("6", date(2025, 1, 1), date(2024, 5, 1), None)
    assert figures_of(YEAR, "EV02", "EV03", "EV04") == {"EV02": 4, "EV03": 25, "EV04": 3}


def test_next_years_tasks(book, figures_of):
    def task(number: str, listed: date, **more: date):
        given = {"due_on": date(2025, 6, 30), **more}
        return book(
            models.PlannedTask, number=number, happened_on=listed, plan_year=2025, section="依法行政", rank=1, text="清理",
            **given,
        )  # fmt: skip

    task("1", date(2024, 12, 31))
    task("2", date(2024, 2, 1), dropped_on=date(2025, 1, 1))
    task("3", date(2024, 2, 1), dropped_on=date(2024, 12, 31))
    task("4", date(2023, 12, 31))
    task("5", date(2024, 2, 1), due_on=date(2024, 12, 31))
    assert figures_of(YEAR, "EV05") == {"EV05": 2}


def test_units_below_sixty(book, town, figures_of):
    for number, (org, score, year) in enumerate(
        [
            (town.east_justice, 59, 2024),
            (town.east_justice, 40, 2024),
            (town.justice, 60, 2024),
            (town.police, 10, 2023),
        ]
    ):
        book(
            models.WorkScore,
            number=str(number),
            happened_on=date(year, 12, 27),
            dimension="tasks",
            score=score,
            org=org,
        )
    assert figures_of(YEAR, "EV06") == {"EV06": 1}
