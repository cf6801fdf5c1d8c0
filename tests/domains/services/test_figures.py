"""F018-F020 and the board's figures, among rows that must not count."""

from datetime import date
from fractions import Fraction

from fazhi.casework.api import Case
from fazhi.domains.services.figures import FIGURES
from fazhi.domains.services.models import ProactiveGrant, ProactiveItem, ServiceBundle, ServiceCounter
from fazhi.figures.api import NotComputed


def test_categories_are_counted_once_when_one_submission_does(book, values, without):
    serial = iter(range(1, 99))

    def bundle(category, since=date(2024, 3, 1), until=None, status="operating", single=True):
        key = f"Y{next(serial)}"
        return book(
            ServiceBundle, key=key, name=key, category=category, lead_unit="市政务办", departments=3, status=status,
            single_submission=single, valid_from=since, valid_to=until,
        )  # fmt: skip

    only = bundle("birth")
    twice = [bundle("catering"), bundle("catering")]
    bundle("retirement", status="trial")
    bundle("marriage", single=False)
    bundle("listing", until=date(2024, 12, 31))
    bundle("migration", since=date(2025, 1, 1))
    assert (values()["F018"], values(2025)["F018"]) == (2, 3)
    assert without(only) == {"F018"}
    assert without(twice[0]) == set()


def test_every_application_taken_up_was_submitted_once(apply, walk, values, without):
    first = walk(apply("2024-01-02"), ("accept", "2024-01-03"))
    second = walk(apply("2024-12-31", channel="counter"), ("accept", "2024-12-31"))
    walk(apply("2024-03-04", submissions=3), ("withdraw", "2024-03-05"))
    walk(apply("2024-03-04", submissions=2), ("refuse", "2024-03-05", "NOT_ACCEPTED", {"reason": "不属于本机关职权"}))
    apply("2023-12-29", submissions=2)
    apply("2025-01-02", submissions=2)
    assert (values()["F019"], values()["SV02"], values()["SV03"]) == (100, 4, 50)
    assert values(2023)["F019"] == 0
    walk(second, ("note_resubmission", "2025-01-06", {"submissions": 2, "reason": "另行录入"}))
    assert values()["F019"] == 50
    Case.objects.filter(pk=first.pk).update(voided_on=date(2025, 1, 1))
    assert (values()["F019"], values()["SV02"]) == (Fraction(0), 3)


def test_only_published_items_of_the_list_count(book, values, without):
    def item(key, since=date(2024, 6, 28), until=None, published=True):
        return book(
            ProactiveItem, key=key, name=key, target="person", mode="granted", eligibility="符合条件", data_source="业务库",
            published=published, valid_from=since, valid_to=until,
        )  # fmt: skip

    counted = item("1")
    item("2", published=False)
    item("3", until=date(2024, 12, 31))
    item("4", until=date(2025, 1, 1))
    item("5", since=date(2025, 1, 1))
    book(ProactiveGrant, number="1", item=counted, happened_on=date(2024, 7, 28), found=100, served=97)
    book(ProactiveGrant, number="2", item=counted, happened_on=date(2025, 1, 28), found=100, served=97)
    assert (values()["F020"], values()["SV05"]) == (2, 97)
    assert without(counted) == {"F020"}


def test_precedence_is_not_claimed_but_the_counters_are_listed(book, values):
    book(ServiceCounter, key="1", name="专区", kind="zone", valid_from=date(2024, 2, 27))
    book(ServiceCounter, key="2", name="旧窗口", kind="window", valid_from=date(2022, 2, 1), valid_to=date(2024, 5, 6))
    claim = next(figure for figure in FIGURES if figure.code == "F017")
    assert isinstance(claim, NotComputed) and not claim.name_only and "启用日期" in claim.reason
    assert (values()["F017"], values()["SV01"]) == (None, 1)
