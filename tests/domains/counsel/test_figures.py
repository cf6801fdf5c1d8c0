"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.counsel import models
from fazhi.figures.api import Scope

YEAR = Scope(2024)
DAY = date(2024, 5, 6)
BILLION = 1_000_000_000 * 100


@pytest.fixture
def project(book):
    def enter_project(key: str, investment: int = 500, **more: object):
        given = {
            "valid_from": date(2023, 3, 1),
            "name": f"项目{key}",
            "investor": "甲公司",
            "size": "half",
            "stage": "building",
        }
        return book(models.IndustrialProject, key=key, investment=investment, **{**given, **more})

    return enter_project


@pytest.fixture
def serve(book):
    def enter_service(project, day: date = DAY, status: str = "done"):
        number = str(models.ServiceRecord.objects.count())
        return book(
            models.ServiceRecord, number=number, happened_on=day, project=project, lawyer="李文", stage="building",
            content="审查投资协议", status=status,
        )  # fmt: skip

    return enter_service


def test_the_first_studio_of_the_city(book, town, figures_of):
    def studio(key: str, day: date, kind: str = "industrial", closed: date | None = None):
        book(models.Studio, key=key, valid_from=day, valid_to=closed, name=f"{key}工作室", kind=kind)

    studio("park", date(2020, 1, 6), "park")
    assert figures_of(YEAR, "F060") == {"F060": False}
    studio("first", date(2024, 1, 1))
    studio("second", date(2024, 12, 31))
    studio("next year", date(2025, 1, 2))
    assert figures_of(YEAR, "F060") == {"F060": True}
    assert figures_of(Scope(2025), "F060") == {"F060": False}
    studio("forgotten", date(2019, 5, 6), closed=date(2020, 5, 6))
    assert figures_of(YEAR, "F060") == {"F060": False}


def test_projects_served(project, serve, figures_of, strike):
    exactly = project("1", BILLION, size="billion")
    below = project("2", BILLION - 1)
    above = project("3", 2 * BILLION, size="billion")
    only = serve(exactly)
    serve(below), serve(below, date(2024, 12, 31)), serve(above)
    serve(project("small", BILLION, major=False, size="billion"))
    serve(project("last year", BILLION, size="billion"), date(2023, 12, 31))
    serve(project("cancelled", BILLION, size="billion"), status="cancelled")
    serve(project("next year", BILLION, size="billion"), date(2025, 1, 1))
    project("never", BILLION, size="billion")
    assert figures_of(YEAR, "F061", "F062", "F063") == {"F061": 3, "F062": True, "F063": 2}
    strike(only)
    assert figures_of(YEAR, "F061", "F062", "F063") == {"F061": 2, "F062": True, "F063": 1}


def test_a_project_called_a_billion_that_misses_it_by_a_cent(project, serve, figures_of):
    serve(project("1", BILLION - 1, size="billion"))
    assert figures_of(YEAR, "F062", "F063") == {"F062": False, "F063": 0}


def test_advice_to_major_projects(book, project, figures_of, strike):
    major, minor = project("1"), project("2", major=False)

    def advise(number: str, of=major, day: date = DAY, **more: object):
        return book(
            models.AdviceItem, number=number, happened_on=day, project=of, form="opinion", stage="signing", content="核实资信",
            lawyer="李文", **more,
        )  # fmt: skip

    first, _ = advise("1"), advise("2", day=date(2024, 1, 1))
    advise("3", withdrawn=True)
    advise("4", of=minor)
    advise("5", day=date(2023, 12, 31))
    advise("6", day=date(2025, 1, 1))
    assert figures_of(YEAR, "F064") == {"F064": 2}
    strike(first)
    assert figures_of(YEAR, "F064") == {"F064": 1}


def test_matters_joined_by_advisers(book, town, figures_of, strike):
    def matter(number: str, day: date = DAY, **more: object):
        return book(
            models.AdviserMatter,
            number=number,
            happened_on=day,
            title="合作协议审查",
            kind="agreement",
            unit="市财政局",
            **more,
        )

    def join(of, name: str, recused: bool = False):
        adviser = book(
            models.Adviser, key=f"{of.number}{name}", valid_from=DAY, name=name, firm="某律师事务所", unit="市政府"
        )
        return book(
            models.AdviserParticipation, number=f"{of.number}{name}", happened_on=date(2025, 1, 2), matter=of, adviser=adviser,
            recused=recused,
        )  # fmt: skip

    two = matter("two advisers")
    join(two, "甲"), join(two, "乙"), join(two, "丙", recused=True)
    alone = join(matter("one adviser", date(2024, 12, 31)), "甲")
    matter("nobody")
    join(matter("recused"), "甲", recused=True)
    join(matter("district", org=town.east_justice, place=town.east), "甲")
    join(matter("last year", date(2023, 12, 31)), "甲")
    assert figures_of(YEAR, "F065") == {"F065": 2}
    strike(alone)
    assert figures_of(YEAR, "F065") == {"F065": 1}
