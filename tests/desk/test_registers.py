"""Lists and records in the browser: found, dated, compared, corrected, ended, struck out."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from fazhi.domains.leadership.models import LeadingBody
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.domains.safety.models import KeyIndustry
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import enter

URL = "/desk/registers/leadership.leadingbody/"


@pytest.fixture
def bodies(town, clerk):
    """One body that stands, one that ended in 2024, and strangers: of another district, of another city, struck out."""

    def body(key: str, name: str, **rest):
        values = {"kind": "department", "head": "王某", "org": town.justice, "place": town.city, **rest}
        return enter(LeadingBody, clerk, key=key, name=name, valid_from=date(2020, 1, 1), **values)

    stands, ended = body("BZ01", "市财政局"), body("BZ02", "市粮食局", valid_to=date(2024, 6, 1))
    west = body("BZ03", "句容市财政局")
    LeadingBody.objects.filter(pk=west.pk).update(org=town.west_justice, place=town.west)
    foreign = body("BZ04", "扬州市财政局")
    LeadingBody.objects.filter(pk=foreign.pk).update(city="C321000")
    return stands, ended


@pytest.fixture
def browser(at, appoint, town):
    """Someone who keeps the lists of the city's justice bureau, and sees no district."""
    return at(appoint("司法局联络员", "department", town.justice))


def test_a_list_shows_what_one_may_see_as_of_a_day(browser, bodies):
    page = browser.get(URL).content.decode()
    assert "市财政局" in page and "市粮食局" in page and "句容市财政局" not in page and "扬州市财政局" not in page
    assert "市粮食局" not in browser.get(URL, {"on": "2024-06-01"}).content.decode()
    assert "市粮食局" in browser.get(URL, {"on": "2024-05-31"}).content.decode()
    assert "市粮食局" not in browser.get(URL, {"q": "财政"}).content.decode()
    assert "没有符合条件的行" in browser.get(URL, {"place": "321183"}).content.decode()


def test_two_days_are_compared(browser, bodies):
    page = browser.get(f"{URL}compare/", {"earlier": "2024-01-01", "later": "2024-12-31"}).content.decode()
    assert "减少1行" in page and "市粮食局" in page and "增加0行" in page
    wrong = browser.get(f"{URL}compare/", {"earlier": "2024-12-31", "later": "2024-01-01"})
    assert "请对调" in wrong.content.decode()
    assert browser.get("/desk/registers/reconsideration.riskalertletter/compare/").status_code == 404


def test_a_correction_needs_a_basis_and_keeps_what_was_known(browser, bodies):
    stands, _ = bodies
    url = f"{URL}{stands.pk}/amend/"
    data = {"valid_from": "2020-01-01", "name": "市财政局", "kind": "department", "head": "赵某", "posts": "7"}
    assert "请填写“更正依据”" in browser.post(url, data).content.decode()
    response = browser.post(url, {**data, "change_basis": "镇委〔2024〕15号"}, follow=True)
    page = response.content.decode()
    stands.refresh_from_db()
    assert (stands.head, stands.posts) == ("赵某", 7)
    assert "王某 → 赵某" in page and "镇委〔2024〕15号" in page
    assert LeadingBody.objects.filter(of=stands).get().head == "王某"
    unchanged = browser.post(url, {**data, "change_basis": "再次"})
    assert unchanged.status_code == 422 and "没有改动任何内容" in unchanged.content.decode()


def test_a_line_ends_and_a_line_is_struck_out(browser, bodies):
    stands, ended = bodies
    early = browser.post(f"{URL}{stands.pk}/end/", {"on": "2019-01-01", "basis": "机构改革"}, follow=True)
    assert "早于生效日期" in early.content.decode()
    browser.post(f"{URL}{stands.pk}/end/", {"on": "2025-01-01", "basis": "机构改革"})
    stands.refresh_from_db()
    assert stands.valid_to == date(2025, 1, 1)
    assert "须写明原因" in browser.post(f"{URL}{ended.pk}/strike/", {"reason": ""}, follow=True).content.decode()
    page = browser.post(f"{URL}{ended.pk}/strike/", {"reason": "重复登记"}, follow=True).content.decode()
    ended.refresh_from_db()
    assert ended.voided_on is not None and "重复登记" in page and "确认作废" not in page


def test_who_may_not_keep_the_list_is_offered_nothing_and_refused(at, bodies, officer):
    stands, _ = bodies
    browser = at(officer)
    page = browser.get(f"{URL}{stands.pk}/").content.decode()
    assert "市财政局" in page and "更正" not in page.replace("更正历史", "") and "确认作废" not in page
    response = browser.post(f"{URL}{stands.pk}/strike/", {"reason": "误"})
    assert response.status_code == 403 and "维护清单" in response.content.decode()
    stands.refresh_from_db()
    assert stands.voided_on is None


def test_the_list_leaves_as_a_sheet(browser, bodies):
    response = browser.get(URL, {"export": "xlsx"})
    cells = [c for row in load_workbook(BytesIO(b"".join(response.streaming_content))).active.values for c in row]
    assert "市财政局" in cells and "句容市财政局" not in cells


def test_only_lists_and_records_are_tables(browser, bodies):
    for label in ("casework.case", "people.user", "nonsense", "journal.entry"):
        assert browser.get(f"/desk/registers/{label}/").status_code == 404
    overview = browser.get("/desk/registers/").content.decode()
    assert "县处级领导班子" in overview and "清单 · 2行" in overview


def test_years_are_those_of_rows_that_one_sees(browser, town, clerk):
    given = {"addressee": town.police, "field": "土地", "risk": "程序"}
    for number, org, year in (("1", town.justice, 2024), ("2", town.justice, 2022), ("3", town.east_justice, 2019)):
        enter(
            RiskAlertLetter, WHOLE_CITY, org=org, place=org.place, number=number, happened_on=date(year, 3, 1), **given
        )
    page = browser.get("/desk/registers/reconsideration.riskalertletter/").content.decode()
    assert 'value="2024"' in page and 'value="2022"' in page and 'value="2019"' not in page


def test_a_list_is_filtered_by_years_in_which_its_lines_held(browser, town):
    def line(key: str, since: date, until: date | None = None, org=town.justice) -> None:
        enter(KeyIndustry, WHOLE_CITY, org=org, place=org.place, key=key, name=f"行业{key}", supervisor="局",
              valid_from=since, valid_to=until)  # fmt: skip

    line("old", date(1952, 9, 1)), line("gone", date(2023, 1, 1), date(2024, 1, 1)), line("new", date(2025, 2, 1))
    url = "/desk/registers/safety.keyindustry/"
    page = browser.get(url).content.decode()
    this_year = timezone.localdate().year
    assert f'value="{this_year}"' in page and f'value="{this_year - 10}"' not in page and 'value="1952"' not in page
    found = browser.get(url, {"year": "2024"}).content.decode()
    assert "行业old" in found and "行业gone" not in found and "行业new" not in found
    assert "行业gone" in browser.get(url, {"year": "2023"}).content.decode()


def test_a_list_of_which_one_sees_nothing_offers_no_year(browser, town):
    enter(KeyIndustry, WHOLE_CITY, org=town.east_justice, place=town.east, key="1", name="冶金", supervisor="局",
          valid_from=date(2024, 1, 1))  # fmt: skip
    assert 'value="2024"' not in browser.get("/desk/registers/safety.keyindustry/").content.decode()
