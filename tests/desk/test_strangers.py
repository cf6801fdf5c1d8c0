"""Every address of the desk, tried by those who have no business there. A new address without a case here fails the test."""

import pytest
from django.test import Client
from django.urls import URLPattern

from fazhi.desk.urls import urlpatterns
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.jobs.api import Job
from fazhi.ledgers.api import Batch
from fazhi.registers.api import enter

OPEN_TO_ALL = {"login", "logout"}
EVERYBODYS = {"home", "password"}  # whoever has an account, whatever his posts
LISTS = {"home", "today", "open_choose", "open", "ledgers", "ledger", "template", "export", "batches", "registers", "table",
         "compare", "upload", "jobs", "notices", "assign_several"}  # fmt: skip
POSTED = {"issue", "person_act", "body_act", "place_act", "step", "retract", "assign", "assign_several",
          "take_in", "take_back", "end", "strike", "upload", "job_again", "job_cancel"}  # fmt: skip
SECRET = "处罚前告知不全"


@pytest.fixture
def addresses(apply, clerk, town) -> dict[str, str]:
    """Each named address, about things of the city's justice bureau."""
    case = apply(0, title=SECRET)
    letter = enter(
        RiskAlertLetter, clerk, number="提示〔2024〕1号", happened_on="2024-03-05", addressee=town.police, field="治安管理",
        risk=SECRET, org=town.justice, place=town.city,
    )  # fmt: skip
    batch = Batch.objects.create(ledger="reconsideration.riskalertletter", file_name="函.xlsx", by_id=clerk.user)
    RiskAlertLetter.objects.filter(pk=letter.pk).update(batch=batch)
    job = Job.objects.create(kind="ledger.reverse", title=SECRET, key="one", asked_by_id=clerk.user)
    parts = {
        "limit": {"pk": case.pk, "run": 1}, "step": {"pk": case.pk, "step": "accept"}, "case": {"pk": case.pk},
        "retract": {"pk": case.pk}, "assign": {"pk": case.pk}, "batch": {"pk": batch.pk}, "take_back": {"pk": batch.pk},
        "person": {"pk": clerk.user}, "person_act": {"pk": clerk.user, "act": "reset"},
        "body": {"pk": town.justice.pk}, "body_act": {"pk": town.justice.pk, "act": "abolish"},
        "place": {"code": town.east.pk}, "place_act": {"code": town.east.pk, "act": "abolish"},
        "row": {"pk": letter.pk}, "amend": {"pk": letter.pk}, "end": {"pk": letter.pk}, "strike": {"pk": letter.pk},
        "job": {"pk": job.pk}, "job_progress": {"pk": job.pk}, "job_again": {"pk": job.pk}, "job_cancel": {"pk": job.pk},
    }  # fmt: skip
    return {str(each.name): "/" + _filled(each, parts.get(str(each.name), {})) for each in urlpatterns}


def _filled(pattern: URLPattern, parts: dict[str, object]) -> str:
    label = "reconsideration.riskalertletter"
    known = {"code": label, "label": label, "token": "0" * 32, "year": 2027, **parts}
    if pattern.name == "open":
        known["code"] = "reconsideration"
    route = str(pattern.pattern)
    for name, value in known.items():
        for kind in ("int", "str", "year"):
            route = route.replace(f"<{kind}:{name}>", str(value))
    assert "<" not in route, f"no sample for {route}"
    return route


def ask(browser: Client, name: str, url: str):
    return browser.post(url) if name in POSTED else browser.get(url)


def test_nobody_sees_a_page_without_logging_in(addresses):
    for name, url in addresses.items():
        if name not in OPEN_TO_ALL:
            response = ask(Client(), name, url)
            assert response.status_code == 302 and response["Location"].startswith("/login/"), name


def test_a_citizen_sees_no_page(addresses, at, appoint, town):
    browser = at(appoint("市民", "citizen", town.government))
    for name, url in addresses.items():
        if name not in OPEN_TO_ALL | EVERYBODYS:
            assert ask(browser, name, url).status_code == 403, name


def test_another_district_is_told_that_there_is_nothing(addresses, at, stranger):
    browser = at(stranger)
    for name, url in addresses.items():
        if name in OPEN_TO_ALL | EVERYBODYS | LISTS:
            continue
        response = ask(browser, name, url)
        assert response.status_code in (403, 404), name
        page = response.content.decode()
        assert SECRET not in page and "。" in page, name


def test_lists_hold_nothing_of_another_district(addresses, at, stranger):
    browser = at(stranger)
    for name in LISTS - {"home", "upload", "export", "template"}:
        assert SECRET not in browser.get(addresses[name]).content.decode(), name


def test_what_a_stranger_posts_changes_nothing(addresses, at, stranger):
    browser = at(stranger)
    for name in POSTED - {"upload"}:
        browser.post(addresses[name], {"reason": "理由", "on": "2024-05-01", "basis": "依据"})
    assert RiskAlertLetter.objects.get().voided_on is None
    assert Batch.objects.get().reversed_at is None
    assert Job.objects.get().state == "waiting"
