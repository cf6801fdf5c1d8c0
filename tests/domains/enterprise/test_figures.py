"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.enterprise import models
from fazhi.figures.api import Scope
from fazhi.people.api import Kind, Organisation
from fazhi.registers.codes import make_uscc

YEAR = Scope(2024)
CODES = ("F030", "F031", "F034", "F045", "F046", "F047", "F048", "F049")
DAY = date(2024, 5, 6)


@pytest.fixture
def item(book):
    def enter_item(key: str, item_class: str = "A", **more: object):
        given = {
            "valid_from": date(2022, 1, 1),
            "name": "节能报告编制",
            "approval": "节能审查",
            "department": "市发展改革委",
        }
        return book(models.IntermediaryItem, key=key, item_class=item_class, **{**given, **more})

    return enter_item


def test_every_item_is_in_class_a_or_b(item, figures_of):
    item("1")
    item("2", "B")
    item("dropped", "", valid_to=date(2024, 12, 31))
    item("to come", "", valid_from=date(2025, 1, 1))
    assert figures_of(YEAR, "F030") == {"F030": True}
    item("unsorted", "", valid_to=date(2025, 1, 1))
    assert figures_of(YEAR, "F030") == {"F030": False}


def test_a_package_has_one_lead(book, figures_of, strike):
    def purchase(number: str, *roles: str, day: date = DAY, scheme: str = "one_plus_n", status: str = "contracted"):
        made = book(
            models.MajorProcurement,
            number=number,
            happened_on=day,
            project="产业园",
            buyer="甲公司",
            scheme=scheme,
            status=status,
        )
        for place, role in enumerate(roles):
            one, _, how = role.partition(" ")
            book(
                models.ProcurementItem, number=f"{number}-{place}", happened_on=day, procurement=made, role=one, service="勘察",
                status=how or "contracted",
            )  # fmt: skip
        return made

    purchase("1", "lead", "linked", "linked")
    purchase("2", "lead failed", "lead", "linked", "lead cancelled")
    purchase("separate", "linked", scheme="separate")
    purchase("stopped", "linked", status="stopped")
    purchase("planned", status="planned")
    purchase("last year", "lead", "lead", day=date(2023, 12, 29))
    assert figures_of(YEAR, "F031") == {"F031": True}
    two = purchase("two leads", "lead", "lead")
    assert figures_of(YEAR, "F031") == {"F031": False}
    strike(two)
    purchase("no lead", "linked")
    assert figures_of(YEAR, "F031") == {"F031": False}


def test_measures_of_the_procuratorate(book, town, figures_of, strike):
    office = Organisation.objects.create(
        city="C321100", name="镇江市人民检察院", short="市检察院", kind=Kind.PROCURATORATE, place=town.city
    )

    def measure(key: str, **more: object):
        given = {"org": office, "valid_from": DAY, "document": "措施", "position": 1, "content": "设立检察官联系点",
                 "field": "innovation", "status": "issued"}  # fmt: skip
        return book(models.PolicyMeasure, key=key, **{**given, **more})

    counted = [measure("1"), measure("2", valid_from=date(2024, 12, 31))]
    measure("department", org=town.justice)
    measure("other field", field="market")
    measure("draft", status="drafting")
    measure("before", valid_from=date(2023, 12, 31))
    measure("after", valid_from=date(2025, 1, 1))
    assert figures_of(YEAR, "F034") == {"F034": 2}
    strike(counted[0])
    assert figures_of(YEAR, "F034") == {"F034": 1}


def test_policies_published_so_far(book, figures_of, strike):
    def policy(key: str, day: date, status: str = "published", until: date | None = None):
        return book(
            models.EnterprisePolicy, key=key, valid_from=day, valid_to=until, title="若干政策", level="city", kind="tax",
            department="市税务局", status=status,
        )  # fmt: skip

    early = policy("early", date(2022, 4, 8), until=date(2023, 4, 8))
    new = policy("new", date(2024, 12, 31))
    policy("draft", DAY, "draft")
    policy("by mistake", DAY, "withdrawn")
    policy("next year", date(2025, 1, 1))
    for number, day, status in (
        (1, DAY, "published"),
        (2, date(2023, 1, 9), "published"),
        (3, DAY, "draft"),
        (4, date(2025, 1, 1), "published"),
    ):
        book(
            models.PolicyInterpretation, number=str(number), happened_on=day, policy=early, title="解读", form="text",
            department="市税务局", status=status,
        )  # fmt: skip
    book(
        models.PolicyApplicationItem,
        key="1",
        valid_from=DAY,
        valid_to=DAY,
        name="贴息申报",
        department="市财政局",
        status="published",
    )
    book(
        models.PolicyApplicationItem,
        key="2",
        valid_from=date(2025, 1, 2),
        name="奖励申报",
        department="市财政局",
        status="published",
    )
    book(models.PolicyApplicationItem, key="3", valid_from=DAY, name="补贴申报", department="市财政局", status="draft")
    before = figures_of(YEAR, "F045", "F046", "F047")
    assert before == {"F045·累计": 2, "F045·当年": 1, "F046": 2, "F047": 1}
    strike(early)
    assert figures_of(YEAR, "F045", "F046", "F047") == {**before, "F045·累计": 1}
    strike(new)
    assert figures_of(YEAR, "F045", "F046", "F047") == {**before, "F045·累计": 0, "F045·当年": 0}


def test_check_ups_of_small_enterprises(book, town, figures_of, strike):
    def visit(number: int, firm: int, kind: str = "small", day: date = DAY, status: str = "done", **loss: int):
        return book(
            models.LegalCheckup, org=town.east_justice, place=town.east_town, number=str(number), happened_on=day, enterprise=f"企业{firm}",
            uscc=make_uscc(firm, "321181"), enterprise_kind=kind, worker="周敏", office="云阳法律服务所", status=status, **loss,
        )  # fmt: skip

    visit(1, 1, loss_avoided=100_050, loss_recovered=200_000)
    again = visit(2, 1, loss_avoided=50)
    only = visit(3, 2, "self_employed", date(2024, 12, 31), loss_recovered=1)
    visit(4, 3, "micro")
    visit(5, 4, "medium", loss_avoided=900_000)
    visit(6, 5, status="cancelled", loss_avoided=900_000)
    visit(7, 6, day=date(2023, 12, 31), loss_avoided=900_000)
    visit(8, 7, day=date(2025, 1, 1), loss_avoided=900_000)
    found = figures_of(YEAR, "F048", "F049")
    assert (found["F048"], found["F049"] * 100) == (3, 300_101)
    strike(again)
    found = figures_of(YEAR, "F048", "F049")
    assert (found["F048"], found["F049"] * 100) == (3, 300_051)
    strike(only)
    found = figures_of(YEAR, "F048", "F049")
    assert (found["F048"], found["F049"] * 100) == (2, 300_050)


def test_nothing_recorded(town, figures_of):
    found = figures_of(YEAR, *CODES)
    assert found.pop("F030") is found.pop("F031") is False
    assert set(found.values()) == {0}
