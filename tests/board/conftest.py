"""A town with letters and cases in both districts, figures of every kind over them, and a person for each way of looking."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from fazhi.board import headlines as heads
from fazhi.casework.api import Case, Participant
from fazhi.domains.reconsideration.models import ReconsiderationCase, RiskAlertLetter
from fazhi.figures import registry
from fazhi.figures.api import (
    Change,
    Count,
    Covers,
    Distinct,
    Holds,
    NotComputed,
    Ratio,
    Sum,
    Within,
    col,
    register_figures,
    rows,
)
from fazhi.people.api import Organisation, Place, Sight, User
from fazhi.procedure import edition_on
from fazhi.report import outline as outlines
from fazhi.report.api import Outline, Part, Section, register_outline

YEAR = 2024
SECRET = "张三丰"
letters = rows(RiskAlertLetter).where(withdrawn=False)
cases = rows(ReconsiderationCase)
LAND, TAX, POLICE = "土地", "税务", "治安"

FIGURES = (
    Count("T01", "制发风险提示函", "件", "市司法局", rows=letters, mentions=(("风险提示函",),)),
    Sum("T02", "提示函依据案件", "件", "市司法局", rows=letters, column="case_count"),
    Distinct("T03", "提示函涉及领域", "个", "市司法局", rows=letters, column="field"),
    Ratio(
        "T04",
        "提示函反馈率",
        "%",
        "市公安局",
        digits=1,
        reading="已反馈",
        whole=letters,
        part=col("replied_on").known(),
    ),
    Ratio(
        "T04",
        "提示函反馈率",
        "%",
        "市公安局",
        digits=1,
        reading="当年反馈",
        whole=letters,
        part=col("replied_on").in_period(),
    ),
    Within(
        "T05",
        "提示函限内比率",
        "%",
        "市司法局",
        digits=1,
        whole=letters,
        part=col("case_count") <= 3,
        worst="case_count",
    ),
    Holds("T06", "提示函均有反馈", "件", "外地单位", said=1, whole=letters, part=col("replied_on").known()),
    Covers("T07", "提示函覆盖领域", "个", "市司法局", rows=letters, column="field", values=(LAND, TAX, POLICE)),
    Change("T08", "提示函数量下降", "%", "市司法局", digits=1, of=letters),
    Count("T09", "收到行政复议申请", "件", "市司法局", rows=cases),
    Ratio("T10", "行政复议维持率", "%", "市司法局", whole=cases, part=col("case__outcome") == "MAINTAIN"),
    NotComputed("T11", "八五普法", reason="“八五”是规划名称，不是统计结果。"),
)


@dataclass
class City:
    """What the tests count by hand."""

    letters: list[RiskAlertLetter]
    cases: list[Case]


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch, settings, tmp_path) -> Iterator[None]:
    """Only this test's figures and outline, and no year remembered from another test."""
    cache.clear()
    settings.STATIC_ROOT = tmp_path  # exists, so that serving files does not warn
    monkeypatch.setattr(registry, "_FIGURES", {})
    monkeypatch.setattr(heads, "_CHOSEN", [])
    monkeypatch.setattr(outlines, "_OUTLINES", {})
    register_figures(FIGURES)
    yield
    cache.clear()


def letter(number: str, on: date, place: Place, org: Organisation, **more: object) -> RiskAlertLetter:
    values = {"field": LAND, "risk": "程序不规范", "case_count": 2, "addressee": org, "year": on.year, **more}
    return RiskAlertLetter(number=number, happened_on=on, place=place, org=org, **values)


def case(number: str, on: date, place: Place, org: Organisation, **more: object) -> Case:
    procedure = edition_on("reconsideration", on)
    return Case(
        procedure="reconsideration", edition=procedure.edition(), number=number, title=f"{SECRET}不服行政处罚决定",
        state=procedure.start.name, received_on=on, year=on.year, place=place, org=org, **more,
    )  # fmt: skip


def kept(cases: list[Case]) -> list[Case]:
    """Cases with their facts and an applicant."""
    Case.objects.bulk_create(cases)
    ReconsiderationCase.objects.bulk_create(
        ReconsiderationCase(case=each, year=each.year, channel="post", act="penalty", respondent=each.org, applied_on=each.received_on)
        for each in cases
    )  # fmt: skip
    Participant.objects.bulk_create(
        Participant(case=each, party="applicant", kind="person", name=SECRET, number="32110219800101123X")
        for each in cases
    )
    return cases


@pytest.fixture
def city(town) -> City:
    """2024: five letters that count (three east, one west, one of the city); seven cases (four east, two west, one city).

    Strangers: a withdrawn letter, a struck-out one, one of 2023, one of 2025, one of another city; a struck-out case.
    """
    east, west, whole = (town.east, town.east_justice), (town.west, town.west_justice), (town.city, town.justice)
    made = [
        letter("东1", date(2024, 1, 5), *east, replied_on=date(2024, 2, 1)),
        letter("东2", date(2024, 1, 31), *east, replied_on=date(2025, 1, 2), field=TAX, case_count=4),
        letter("东3", date(2024, 12, 31), town.east_town, town.east_justice, case_count=3),
        letter("西1", date(2024, 6, 1), *west, replied_on=date(2024, 7, 1), field=TAX),
        letter("市1", date(2024, 3, 1), *whole, replied_on=date(2024, 3, 9)),
    ]
    strangers = [
        letter("撤1", date(2024, 5, 5), *east, withdrawn=True),
        letter("废1", date(2024, 5, 6), *east, voided_on=date(2024, 6, 1)),
        letter("旧1", date(2023, 12, 31), *west),
        letter("旧2", date(2023, 1, 1), *east),
        letter("新1", date(2025, 1, 1), *west),
        letter("外1", date(2024, 5, 6), *east, city="C320100"),
    ]
    RiskAlertLetter.objects.bulk_create([*made, *strangers])
    found = [case(f"东{n}", date(2024, n, 9), *east, outcome="MAINTAIN" if n > 1 else "") for n in range(1, 5)]
    found += [case(f"西{n}", date(2024, n, 9), *west) for n in (1, 2)]
    found.append(case("市1", date(2024, 8, 9), *whole))
    kept([*found, case("废", date(2024, 8, 9), *east, voided_on=date(2024, 9, 1))])
    return City(made, found)


@pytest.fixture
def outline() -> None:
    """A report of three figures."""
    prose = "全年制发风险提示函{T01}，反馈率{T04·已反馈}，收到行政复议申请{T09}。"
    register_outline(
        "C321100", Outline("镇江市{year}年度报告", "镇江市人民政府", (), (Part("化解争议", (Section("", (prose,)),)),))
    )


@dataclass
class Person:
    """A logged-in browser and what its person sees."""

    client: Client
    sight: Sight


@pytest.fixture
def enters(town, appoint) -> Callable[[str], Person]:
    """`enters("mayor")`: one of the people of the permission matrix, logged in ("public" is nobody)."""
    places = {
        "clerk": ("clerk", town.justice), "mayor": ("mayor", town.government), "auditor": ("auditor", town.government),
        "head": ("head", town.justice), "officer": ("officer", town.justice), "citizen": ("citizen", town.government),
        "department": ("department", town.police), "district": ("clerk", town.east_justice),
        "district_head": ("head", town.east_justice), "neighbour": ("department", town.west_justice),
    }  # fmt: skip

    def enter_as(who: str) -> Person:
        client = Client()
        if who == "public":
            return Person(client, Sight())
        role, org = places[who]
        sight = appoint(who, role, org)
        client.force_login(User.objects.get(pk=sight.user))
        return Person(client, sight)

    return enter_as
