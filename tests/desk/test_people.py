"""The pages by which a city is kept, as administrators of the city, of a district and of a body meet them."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from fazhi.people.api import Mandate, Organisation, Place, Post, User, sight_of

TODAY = timezone.localdate


@pytest.fixture
def admin(appoint, town):
    return appoint("郑凯", "admin", town.government)


@pytest.fixture
def east_admin(appoint, town):
    return appoint("丹阳管理员", "admin", town.east_justice)


def words(response) -> str:
    return response.content.decode()


def test_an_administrator_begins_with_the_people_and_sees_no_matter(at, admin, apply):
    case = apply(0, title="陈某不服行政处罚决定")
    browser = at(admin)
    assert browser.get("/desk/")["Location"] == "/desk/people/"
    page = words(browser.get("/desk/people/"))
    assert "区划" in page and "今日事项" not in page and "清单与记录" not in page
    for url in ("/desk/cases/", f"/desk/cases/{case.pk}/", "/desk/registers/", "/desk/cases/new/", "/board/"):
        response = browser.get(url)
        assert response.status_code == 403 and "陈某" not in words(response)


def test_menus_show_these_pages_only_to_who_may(at, officer, clerk, appoint, town):
    for by in (officer, clerk, appoint("领导", "mayor", town.government)):
        page = words(at(by).get("/desk/registers/"))
        assert "/desk/people/" not in page and "/desk/bodies/" not in page
    auditor = words(at(appoint("审计", "auditor", town.government)).get("/desk/registers/"))
    assert "/desk/people/changes/" in auditor and "/desk/bodies/" not in auditor


def test_an_account_from_its_opening_to_its_first_day(at, admin, town):
    """Opened with a password for once, changed at the first login, given an office: then the person handles matters."""
    given = {
        "username": "xin",
        "name": "新承办人",
        "org": "市司法局",
        "title": "承办人",
        "role": "officer",
        "since": "2026-01-05",
        "basis": "镇司人〔2026〕1号",
    }
    browser = at(admin)
    response = browser.post("/desk/people/new/", given)
    person = User.objects.get(username="xin")
    password = response.context["password"]
    assert password in words(response) and "no-store" in response["Cache-Control"]
    assert password not in words(browser.get(f"/desk/people/{person.pk}/"))
    post = person.posts.get()
    chosen = {"grant-post": post.pk, "grant-offices": ["reconsideration:officer", "reconsideration:chief"],
              "grant-basis": "镇司授〔2026〕2号"}  # fmt: skip
    assert browser.post(f"/desk/people/{person.pk}/grant/", chosen).status_code == 302
    new = Client()
    assert new.post("/login/", {"username": "xin", "password": password}).status_code == 302
    assert new.get("/desk/cases/")["Location"] == "/password/"
    wrong = new.post("/password/", {"current": password, "new": "own-password-1", "again": "own-password-2"})
    assert wrong.status_code == 422 and "不一致" in words(wrong)
    assert "相同" in words(new.post("/password/", {"current": password, "new": password, "again": password}))
    new.post("/password/", {"current": password, "new": "own-password-1", "again": "own-password-1"})
    assert new.get("/desk/cases/").status_code == 200
    assert sight_of(person).holds("reconsideration", "chief", town.justice.path)
    history = words(browser.get(f"/desk/people/{person.pk}/"))
    for told in (
        "建立账号",
        "任职",
        "发放一次性密码",
        "授权",
        "本人更改密码",
        "郑凯",
        "新承办人",
        "镇司人〔2026〕1号",
        "镇司授〔2026〕2号",
    ):
        assert told in history, told


def test_a_one_time_password_runs_out(at, admin, officer):
    person = User.objects.get(pk=officer.user)
    password = at(admin).post(f"/desk/people/{person.pk}/reset/").context["password"]
    User.objects.filter(pk=person.pk).update(one_time_until=timezone.now() - timedelta(minutes=1))
    response = Client().post("/login/", {"username": person.username, "password": password})
    assert response.status_code == 200 and "一次性密码已过期" in words(response)


def test_a_locked_account_is_out_at_once(at, admin, officer):
    browser = at(officer)
    assert browser.get("/desk/cases/").status_code == 200
    refused = at(admin).post(f"/desk/people/{officer.user}/lock/", {"lock-basis": ""})
    assert refused.status_code == 422 and "请填写“依据”" in words(refused)
    at(admin).post(f"/desk/people/{officer.user}/lock/", {"lock-basis": "离职"})
    assert browser.get("/desk/cases/")["Location"].startswith("/login/")


def test_a_district_sees_and_changes_its_own_alone(at, admin, east_admin, stranger, officer, town):
    browser = at(east_admin)
    page = words(browser.get("/desk/people/"))
    assert "丹阳管理员" in page and "郑凯" not in page and "句容市司法局承办人" not in page
    assert "复议承办人" not in words(browser.get("/desk/people/?q=复议"))
    assert "句容市司法局" not in words(browser.get("/desk/bodies/?q=句容")) and "市公安局" not in page
    assert "321183" not in words(browser.get("/desk/places/?q=句容"))
    for pk in (admin.user, stranger.user, officer.user):
        assert browser.get(f"/desk/people/{pk}/").status_code == 404
        assert browser.post(f"/desk/people/{pk}/reset/").status_code == 404
    for url in (f"/desk/bodies/{town.west_justice.pk}/", f"/desk/bodies/{town.justice.pk}/", "/desk/places/321183/"):
        assert browser.get(url).status_code == 404
    assert browser.get("/desk/people/changes/").status_code == 403
    given = {
        "username": "x",
        "name": "越权",
        "org": "市司法局",
        "title": "局长",
        "role": "officer",
        "since": "2026-01-05",
    }
    refused = browser.post("/desk/people/new/", given)
    assert (
        refused.status_code == 422
        and "不在您的管理范围内" in words(refused)
        and not User.objects.filter(username="x").exists()
    )
    refused = browser.post("/desk/people/new/", {**given, "org": "丹阳市司法局", "role": "auditor"})
    assert "只能由市级系统管理员任命" in words(refused)


def test_another_city_is_not_there_even_for_the_citys_administrator(at, admin):
    place = Place.objects.create(code="321000", city="C321000", name="扬州市", level="city")
    body = Organisation.objects.create(city="C321000", name="扬州市司法局", kind="department", place=place)
    person = User.objects.create_user(username="yz", name="扬州人员", city="C321000")
    Post.objects.create(user=person, org=body, title="局长", role="head", since=date(2020, 1, 1))
    browser = at(admin)
    for url in ("/desk/people/", "/desk/bodies/?q=扬州", "/desk/places/?q=3210"):
        page = words(browser.get(url))
        assert "扬州人员" not in page and "扬州市司法局" not in page and "扬州市</a>" not in page
    for url in (f"/desk/people/{person.pk}/", f"/desk/bodies/{body.pk}/", "/desk/places/321000/"):
        assert browser.get(url).status_code == 404


def test_who_has_ended_his_post_enters_no_more(at, east_admin):
    browser = at(east_admin)
    Post.objects.filter(user=east_admin.user).update(until=TODAY())
    assert browser.get("/desk/people/").status_code == 403
    assert browser.post("/desk/people/new/", {}).status_code == 403


def test_posts_held_elsewhere_are_counted_and_not_told(at, east_admin, officer, town):
    Post.objects.create(
        user_id=officer.user, org=town.east_justice, title="挂职", role="officer", since=date(2024, 1, 1)
    )
    page = words(at(east_admin).get(f"/desk/people/{officer.user}/"))
    assert "另有1个岗位" in page and "市司法局 复议" not in page and "变更历史" not in page and "重置密码" not in page
    refused = at(east_admin).post(f"/desk/people/{officer.user}/reset/")
    assert refused.status_code == 422 and "上级管理员" in words(refused)


def test_a_body_is_founded_renamed_and_merged_in_the_pages(at, admin, town):
    browser = at(admin)
    given = {"name": "镇江市数据局", "short": "市数据局", "kind": "department", "parent": "市政府", "place": "镇江市(321100)",
             "code": "11321100MB1234567X", "since": "2024-01-01", "basis": "镇编〔2024〕1号"}  # fmt: skip
    refused = browser.post("/desk/bodies/new/", given)
    assert refused.status_code == 422 and "校验码" in words(refused)
    browser.post("/desk/bodies/new/", {**given, "code": ""})
    body = Organisation.objects.get(name="镇江市数据局")
    browser.post(f"/desk/bodies/{body.pk}/rename/", {"rename-name": "镇江市大数据局", "rename-short": "市大数据局",
                                                     "rename-on": "2025-01-01", "rename-basis": "镇编〔2025〕1号"})  # fmt: skip
    browser.post(f"/desk/bodies/{body.pk}/abolish/", {"abolish-on": "2026-01-01", "abolish-successor": "市公安局",
                                                      "abolish-basis": "镇编〔2026〕1号"})  # fmt: skip
    page = words(browser.get(f"/desk/bodies/{body.pk}/"))
    for told in ("镇江市数据局（至2025-01-01", "2026-01-01撤销，职能划入市公安局", "镇编〔2026〕1号", "不再变更"):
        assert told in page, told
    assert "并入的单位" in words(browser.get(f"/desk/bodies/{town.police.pk}/"))
    assert "镇江市大数据局" in words(browser.get("/desk/bodies/?q=镇江市数据局&gone=on"))
    assert "镇江市大数据局" not in words(browser.get("/desk/bodies/?q=镇江市数据局"))


def test_a_division_is_registered_with_its_code_checked(at, admin, town):
    browser = at(admin)
    refused = browser.post("/desk/places/new/", {"code": "3211811", "name": "某镇", "basis": "x"})
    assert refused.status_code == 422 and "区划代码应为6位" in words(refused)
    assert (
        browser.post("/desk/places/new/", {"code": "321181102", "name": "曲阿街道", "basis": "2024年版"}).status_code
        == 302
    )
    assert Place.objects.get(pk="321181102").parent_id == "321181"
    assert "曲阿街道" in words(browser.get("/desk/places/321181/"))


def test_every_change_is_listed_for_auditors(at, admin, appoint, officer, town):
    browser = at(admin)
    browser.post(f"/desk/people/{officer.user}/lock/", {"lock-basis": "离职"})
    browser.post(f"/desk/bodies/{town.police.pk}/correct/", {"correct-kind": "department", "correct-place": "镇江市(321100)",
                 "correct-short": "市公安局", "correct-since": "2000-01-01", "correct-basis": "类别有误"})  # fmt: skip
    browser.post(
        "/desk/places/321181101/rename/",
        {"rename-name": "云阳新街道", "rename-on": "2026-01-01", "rename-basis": "批复"},
    )
    page = words(at(appoint("审计", "auditor", town.government)).get("/desk/people/changes/"))
    for told in ("停用账号", "复议承办人", "离职", "公安机关 → 政府工作部门", "云阳街道 → 云阳新街道", "郑凯"):
        assert told in page, told


@pytest.mark.parametrize("url", ["/desk/people/", "/desk/bodies/", "/desk/places/", "/desk/people/changes/"])
def test_a_list_asks_no_more_for_more_rows(at, admin, appoint, town, url, django_assert_max_num_queries):
    browser = at(admin)
    for number in range(30):
        by = appoint(f"人{number}", "officer", town.police)
        body = Organisation.objects.create(
            city="C321100", name=f"局{number}", kind="department", place=town.city, parent=town.government
        )
        Place.objects.create(
            code=f"3211{number + 20}", city="C321100", name=f"区{number}", level="district", parent=town.city
        )
        Mandate.objects.create(post=Post.objects.get(user=by.user), procedure="reconsideration", office="officer")
        if number < 8:
            browser.post(
                f"/desk/bodies/{body.pk}/rename/",
                {"rename-name": f"新局{number}", "rename-on": "2026-01-01", "rename-basis": "更名"},
            )
    with django_assert_max_num_queries(16):
        assert browser.get(url).status_code == 200


def test_what_nobody_offers_is_not_found(at, admin, officer):
    assert at(admin).post(f"/desk/people/{officer.user}/promote/").status_code == 404
    assert at(admin).get("/desk/people/999999/").status_code == 404
    assert at(admin).get("/desk/bodies/new/?under=99999999999999999999").status_code == 200


def test_people_come_in_by_a_sheet_and_get_their_passwords_at_once(at, admin, lead, town, tmp_path):
    """Uploaded, looked at, imported; then one sheet with the passwords, by which each can log in."""
    book = Workbook()
    book.active.append(["用户名", "姓名", "单位", "职务", "角色", "任职日期"])
    for number in range(3):
        book.active.append([f"xin{number}", f"新人{number}", "市司法局", f"承办人{number}", "案件承办人", "2026-01-05"])
    book.save(tmp_path / "名册.xlsx")
    browser = at(admin)
    assert "人员和授权名册" in words(browser.get("/desk/ledgers/")) and "风险提示函" not in words(
        browser.get("/desk/ledgers/")
    )
    with (tmp_path / "名册.xlsx").open("rb") as file:
        looked = browser.post("/desk/ledgers/people.post/upload/", {"sheet": file})
    assert "新增" in words(browser.get(looked["Location"])) and not User.objects.filter(username="xin0").exists()
    done = lead(browser, browser.post(looked["Location"] + "import/"), follow=True)
    assert "新增3行" in words(done)
    assert "有3个账号尚未发放密码" in words(browser.get("/desk/people/"))
    response = browser.post("/desk/people/passwords/")
    assert "no-store" in response["Cache-Control"]
    given = load_workbook(BytesIO(b"".join(response.streaming_content))).worksheets[0]
    lines = [[cell.value for cell in row] for row in given.iter_rows()]
    row = next(line for line in lines if "xin1" in line)
    password = next(cell for cell in row if cell and cell.count("-") == 2 and len(cell) == 14)
    assert Client().post("/login/", {"username": "xin1", "password": password}).status_code == 302
    assert "尚未发放密码，" not in words(browser.get("/desk/people/"))
    assert "没有由您发放密码的账号" in words(browser.post("/desk/people/passwords/", follow=True))


def test_each_uses_the_ledgers_that_are_his(at, admin, clerk):
    assert at(admin).get("/desk/ledgers/reconsideration.riskalertletter/").status_code == 403
    assert at(clerk).get("/desk/ledgers/people.post/").status_code == 403
    assert at(clerk).get("/desk/ledgers/people.post/export/").status_code == 403
    assert "人员和授权名册" not in words(at(clerk).get("/desk/ledgers/"))
