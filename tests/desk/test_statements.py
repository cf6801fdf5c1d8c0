"""What a list page costs: as many statements for twenty rows as for two, and the order given by an index."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fazhi.casework.api import act
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.jobs.api import Job
from fazhi.ledgers.api import Batch
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import enter

LISTS = {
    "/desk/cases/?view=mine": 10, "/desk/cases/?view=all": 10, "/desk/cases/?view=closed": 9, "/desk/registers/": 10,
    "/desk/registers/reconsideration.riskalertletter/": 11, "/desk/ledgers/": 8, "/desk/ledgers/batches/": 8,
    "/desk/jobs/": 9, "/desk/notices/": 9, "/desk/cases/new/": 7,
}  # fmt: skip


@pytest.fixture
def more(apply, officer, town, appoint):
    """Of everything a few more, each of a body and a person of its own."""
    today = timezone.localdate()

    def made(count: int) -> None:
        for _ in range(count):
            number = str(RiskAlertLetter.objects.count())
            who = appoint(f"承办人{number}", "officer", town.justice)
            apply(3, officer=who.user)
            act(apply(9, officer=who.user), "withdraw_before_acceptance", by=officer, on=today - timedelta(days=8))
            given = {"org": town.justice, "place": town.city, "addressee": town.police, "field": "土地", "risk": "程序"}
            enter(RiskAlertLetter, WHOLE_CITY, **given, number=number, happened_on=date(2024, 3, 1))
            Batch.objects.create(ledger="reconsideration.riskalertletter", file_name="函.xlsx", by_id=who.user)
            Job.objects.create(kind="ledger.reverse", title="撤回", key=number, asked_by_id=who.user)

    return made


def statements(browser, url: str) -> CaptureQueriesContext:
    browser.get(url)  # what is kept between requests is kept
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(url).status_code == 200
    return queries


def test_no_list_asks_once_more_for_each_row(at, appoint, town, clerk, officer, more):
    browsers = {"clerk": at(clerk), "officer": at(officer)}
    auditor = at(appoint("审计", "auditor", town.government))  # sees everybody's tasks
    more(2)
    places = [(who, browser, url) for url in LISTS for who, browser in browsers.items()] + [
        ("auditor", auditor, "/desk/jobs/")
    ]
    few = {(who, url): len(statements(browser, url)) for who, browser, url in places}
    more(12)
    many = {(who, url): len(statements(browser, url)) for who, browser, url in places}
    assert many == few
    assert {url: count for (_, url), count in many.items() if count > LISTS[url]} == {}


@pytest.mark.parametrize("query", ["", "&after=2024-06-03~5"])
def test_the_closed_list_is_read_in_the_order_of_its_index(at, clerk, more, query):
    if connection.vendor != "sqlite":
        pytest.skip("the plan is read as SQLite writes it")
    more(3)
    queries = statements(at(clerk), f"/desk/cases/?view=closed{query}")
    [listed] = [each["sql"] for each in queries.captured_queries if 'FROM "casework_case"' in each["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {listed}")
        plan = " ".join(row[3] for row in cursor.fetchall())
    assert "case_closed" in plan and "TEMP B-TREE" not in plan, plan
