"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.powers import models
from fazhi.figures.api import Scope
from fazhi.people.api import Level, Place

YEAR = Scope(2024)
DAY = date(2024, 8, 1)


def test_towns_put_together(book, town, figures_of, strike):
    second = Place.objects.create(code="321183101", city="C321100", name="华阳街道", level=Level.TOWN, parent=town.west)

    def scheme(key: str, place: object, progress: str = "completed", done: date | None = date(2024, 3, 1)):
        numbers = {"former_administrative": 6, "former_institutions": 4, "new_administrative": 4, "new_institutions": 2}
        return book(
            models.TownConsolidation,
            key=key,
            place=place,
            progress=progress,
            completed_on=done,
            valid_from=date(2023, 9, 4),
            **numbers,
        )

    first = scheme("1", town.east_town)
    again = scheme("1-2", town.east_town)
    scheme("2", second, "approved", None)
    scheme("2-2", second, done=date(2025, 1, 6))
    scheme("district", town.east)
    assert figures_of(YEAR, "F027") == {"F027": 1}
    assert figures_of(Scope(2025), "F027") == {"F027": 2}
    strike(again)
    assert figures_of(YEAR, "F027") == {"F027": 1}
    strike(first)
    assert figures_of(YEAR, "F027") == {"F027": 0}


@pytest.fixture
def item(book):
    def enter(key: str, since: date = date(2020, 1, 1), until: date | None = None, **more: object):
        given = {
            "name": f"对{key}的处罚", "item_type": "penalty", "holder": "市水利局", "level": "city", "reviewed_on": date(2024, 10, 9),
            "status": "in_force", **more,
        }  # fmt: skip
        return book(models.PowerItem, key=key, valid_from=since, valid_to=until, **given)

    return enter


def test_items_before_and_after_the_changes(item, figures_of, strike):
    kept = item("kept")
    item("kept to the last day", until=date(2025, 1, 1))
    item("added", since=DAY)
    item("dropped", until=date(2024, 12, 31))
    item("dropped in the new year's first hour", until=date(2024, 1, 1))
    item("dropped before", until=date(2023, 12, 31))
    item("to come", since=date(2025, 1, 1))
    item("suspended", status="suspended")
    item("not looked at", reviewed_on=date(2023, 12, 29))
    # after: kept, kept to the last day, added. before: the same without added, with both dropped and the one not looked at
    assert figures_of(YEAR, "F028") == {"F028·调整后": 3, "F028·调整前": 5}
    strike(kept)
    assert figures_of(YEAR, "F028") == {"F028·调整后": 2, "F028·调整前": 4}


def test_penalties_added(book, figures_of, strike):
    def change(number: str, **more: object):
        given = {
            "happened_on": DAY, "kind": "added", "item_type": "penalty", "item_name": "对损毁农田水利设施的处罚", "law": "农田水利条例",
            "reviewer": "市司法局", "status": "published", **more,
        }  # fmt: skip
        return book(models.PowerChange, number=number, **given)

    one = change("1")
    change("2")
    change("licence", item_type="licence")
    change("dropped", kind="dropped")
    change("amended", kind="amended")
    change("refused", status="refused")
    change("2023", happened_on=date(2023, 12, 31))
    change("2025", happened_on=date(2025, 1, 1))
    assert figures_of(YEAR, "F029", "PW01") == {"F029": 2, "PW01": 5}
    strike(one)
    assert figures_of(YEAR, "F029", "PW01") == {"F029": 1, "PW01": 4}


def test_bodies_and_lists(book, figures_of):
    def body(key: str, until: date | None = None):
        return book(
            models.CoordinationBody,
            key=key,
            name=key,
            valid_from=date(2019, 1, 1),
            valid_to=until,
            lead="市长",
            office="市政府办",
        )

    body("1")
    body("2", date(2024, 7, 1))
    body("3", date(2023, 7, 1))
    given = {"field": "市场监管", "violation": "标价不规范", "conditions": "及时改正", "department": "市市场监管局"}
    for key, until, evaluated in (("1", None, DAY), ("2", None, date(2023, 8, 1)), ("3", DAY, DAY)):
        book(
            models.DiscretionBenchmark, key=key, valid_from=date(2023, 1, 1), valid_to=until, circumstance="minor", evaluated_on=evaluated,
            **given,
        )  # fmt: skip
        book(
            models.LeniencyItem,
            key=key,
            valid_from=date(2023, 1, 1),
            valid_to=until,
            leniency="minor",
            edition="2023",
            **given,
        )
    assert figures_of(YEAR, "PW02", "PW03", "PW04", "PW05") == {"PW02": 1, "PW03": 1, "PW04": 2, "PW05": 50}
