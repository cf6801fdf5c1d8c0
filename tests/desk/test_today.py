"""Today's list: whose it is, in which order, how it is counted, filtered, paged, taken away, and what it costs."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from fazhi.casework.api import Case, act
from fazhi.desk.today import SIZE

URL = "/desk/cases/"


def numbers(response) -> list[str]:
    return re.findall(r"〔\d{4}〕镇行复第\d+号(?=</a></th>)", response.content.decode())


def test_cases_stand_in_the_order_of_their_limits_and_strangers_are_not_among_them(at, apply, officer, town):
    late, soon, later = apply(40), apply(3), apply(0)
    Case.objects.filter(pk=late.pk).update(state="received", next_due=date(2024, 2, 1))
    Case.objects.filter(pk=soon.pk).update(next_due=timezone.localdate())
    Case.objects.filter(pk=later.pk).update(next_due=timezone.localdate() + timedelta(days=90))
    apply(1, org=town.west_justice)
    struck, elsewhere = apply(1), apply(1)
    Case.objects.filter(pk=struck.pk).update(voided_on=date(2024, 1, 1))
    Case.objects.filter(pk=elsewhere.pk).update(city="C321000")
    response = at(officer).get(URL, {"view": "all"})
    assert numbers(response) == [late.number, soon.number, later.number]
    page = response.content.decode()
    assert "在办 <b>3</b>" in page and "已逾期 <b>1</b>" in page and "三个工作日内届满 <b>1</b>" in page
    assert "今天届满" in page and "left-late" in page


def test_my_desk_holds_what_waits_for_my_office_and_not_what_a_colleague_has(at, apply, officer, chief, organ):
    waiting, colleagues, mine = apply(0), apply(0), apply(0)
    Case.objects.filter(pk=colleagues.pk).update(officer_id=chief.user)
    Case.objects.filter(pk=mine.pk).update(officer_id=officer.user)
    assert set(numbers(at(officer).get(URL))) == {waiting.number, mine.number}
    assert numbers(at(chief).get(URL)) == [colleagues.number]
    assert numbers(at(organ).get(URL)) == []


def test_the_filters_narrow_the_list(at, apply, officer):
    plain, named = apply(0), apply(0, title="王某不服工伤认定")
    browser = at(officer)
    assert numbers(browser.get(URL, {"q": "王某"})) == [named.number]
    assert set(numbers(browser.get(URL, {"q": "镇行复", "business": "reconsideration", "state": "received"}))) == {
        plain.number,
        named.number,
    }
    assert numbers(browser.get(URL, {"business": "reconsideration", "state": "archived"})) == []
    assert numbers(browser.get(URL, {"urgency": "late"})) == []
    assert "没有符合条件的事项" in browser.get(URL, {"q": "没有这样的事项"}).content.decode()


def test_a_long_list_is_turned_page_by_page_without_gap_or_double(at, apply, officer, monkeypatch):
    monkeypatch.setattr("fazhi.desk.today.SIZE", 2)
    made = {apply(days).number for days in (1, 1, 1, 2, 5)}
    Case.objects.filter(number=max(made)).update(next_due=None)
    browser, seen, query = at(officer), [], "?view=all"
    for _ in range(5):
        response = browser.get(URL + query)
        seen += numbers(response)
        following = re.search(r'href="(\?[^"]*after=[^"]*)" rel="next"', response.content.decode())
        if following is None:
            break
        query = following.group(1).replace("&amp;", "&")
    assert len(seen) == len(made) == len(set(seen)) and set(seen) == made
    assert browser.get(URL + "?after=nonsense~1").status_code == 200


def test_the_list_costs_three_statements_however_long(at, apply, officer):
    for _ in range(4):
        apply(2)
    browser = at(officer)
    browser.get(URL)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        browser.get(URL)
    own = [q["sql"] for q in queries if re.search(r'FROM "casework_', q["sql"])]
    assert len(own) == 3, own


def test_the_list_leaves_as_a_sheet(at, apply, officer, town):
    case = apply(0)
    apply(0, org=town.west_justice)
    response = at(officer).get(URL, {"view": "all", "export": "xlsx"})
    assert response["Content-Disposition"].startswith("attachment")
    rows = list(load_workbook(BytesIO(b"".join(response.streaming_content))).active.values)
    cells = [cell for row in rows for cell in row]
    assert case.number in cells and case.title in cells
    assert sum(str(cell).startswith("〔") for cell in cells) == 1


def test_closed_cases_have_a_list_of_their_own(at, apply, officer):
    case, running = apply(0), apply(0)
    act(case, "withdraw_before_acceptance", by=officer)
    response = at(officer).get(URL, {"view": "closed"})
    assert numbers(response) == [case.number] and running.number not in response.content.decode()
    assert "撤回申请" in response.content.decode()


@pytest.mark.parametrize("page", [{"view": "all", "after": "2024-01-01~9999999999999999999999"}, {"view": "elsewhere"}])
def test_an_address_tampered_with_is_no_error(at, officer, page):
    assert at(officer).get(URL, page).status_code == 200


def test_the_page_size_fits_a_working_day():
    assert SIZE == 50
