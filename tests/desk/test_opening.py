"""Opening a case from the desk: the form comes from the declaration, what is refused loses nothing."""

import re

from django.utils import timezone

from fazhi.casework.api import Case, Participant, businesses, facts_of
from fazhi.desk.cases.opening import openable

URL = "/desk/cases/new/reconsideration/"


def filled(browser, **changes: str) -> dict[str, str]:
    page = browser.get(URL).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    today = timezone.localdate().isoformat()
    return {
        **hidden, "title": "陈某不服行政处罚决定", "body": "市司法局", "place": "镇江市(321100)", "received_on": today,
        "channel": "counter", "act": "penalty", "respondent": "市公安局", "applied_on": today,
        "party-0-party": "applicant", "party-0-kind": "person", "party-0-name": "陈某", "party-0-number": "321102199003074514",
        "party-1-party": "applicant", "party-1-kind": "person", **changes,
    }  # fmt: skip


def test_a_case_is_opened_with_its_facts_and_parties(at, officer, town):
    browser = at(officer)
    response = browser.post(URL, filled(browser))
    case = Case.objects.get()
    assert response.status_code == 302 and response["Location"] == f"/desk/cases/{case.pk}/"
    assert (case.title, case.org, case.officer_id) == ("陈某不服行政处罚决定", town.justice, officer.user)
    assert facts_of(case).respondent == town.police
    assert [(p.party, p.name) for p in Participant.objects.all()] == [("applicant", "陈某")]


def test_the_form_twice_is_one_case(at, officer):
    browser = at(officer)
    data = filled(browser)
    assert browser.post(URL, data)["Location"] == browser.post(URL, data)["Location"]
    assert Case.objects.count() == 1


def test_what_is_wrong_is_said_and_nothing_is_lost(at, officer):
    browser = at(officer)
    response = browser.post(URL, filled(browser, respondent="没有这个局", title="", applied_on="昨天"))
    page = response.content.decode()
    assert response.status_code == 422 and not Case.objects.exists()
    assert "没有名为“没有这个局”的单位" in page and "请填写“事项名称”。" in page and "2024-03-05的格式" in page
    assert 'value="没有这个局"' in page and 'value="321102199003074514"' in page


def test_the_form_asks_only_what_is_known_on_arrival(at, officer):
    page = at(officer).get(URL).content.decode()
    assert 'name="channel"' in page and 'name="served_on"' not in page and 'name="accepted_on"' not in page
    assert 'value="市司法局"' in page


def test_nobody_registers_for_another_district(at, officer, appoint, town):
    browser = at(officer)
    response = browser.post(URL, filled(browser, body="句容市司法局", place="句容市(321183)"))
    assert response.status_code == 422 and "您不能为句容市司法局登记事项" in response.content.decode()
    head = appoint("局长", "head", town.justice)
    refused = at(head).get(URL)
    assert refused.status_code == 403 and "没有“登记事项”的权限" in refused.content.decode()


def test_a_business_that_only_a_step_opens_is_not_offered(at, officer):
    codes = {each.code for each in openable()}
    assert "reconsideration" in codes and "annex_review" not in codes
    page = at(officer).get("/desk/cases/new/").content.decode()
    assert "行政复议" in page and "规范性文件附带审查" not in page
    assert at(officer).get("/desk/cases/new/nonsense/").status_code == 404


def test_the_choice_says_when_by_which_law_and_by_whom(at, officer):
    page = at(officer).get("/desk/cases/new/").content.decode()
    for said in ("收到公民、法人或者其他组织的行政复议申请", "《行政复议法》", "行政复议机构承办人", "镇行复"):
        assert said in page
    assert "附审" not in page  # only a step of another case opens it
    assert page.count("依据：") == page.count("承办：") == page.count('class="tile"') > 5
    assert "依据：<" not in page and "承办：<" not in page


def test_every_business_says_what_it_is_for():
    for each in businesses():
        assert each.purpose.endswith("。") and len(each.purpose) > 15, each.code
