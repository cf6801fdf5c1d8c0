"""Giving cases to officers in the browser: from the case, and several at once from the list."""

import pytest

from fazhi.casework.api import Case, assign, events


@pytest.fixture
def colleague(appoint, town):
    return appoint("孙承办", "officer", town.justice, reconsideration="officer")


def test_a_case_is_handed_on_from_its_page(at, apply, officer, colleague, clerk):
    case = apply(3)
    browser = at(clerk)
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "分派承办人" in page and "立案时" in page and "尚未指定承办人" in page
    given = {"officer": colleague.user, "reason": "按分工办理", "version": case.version, "key": "k"}
    page = browser.post(f"/desk/cases/{case.pk}/assign/", given, follow=True).content.decode()
    case.refresh_from_db()
    assert case.officer_id == colleague.user and "已由孙承办承办。" in page
    assert "改派承办人" in page and "按分工办理" in page and "法治办经办人：按分工办理" in page
    again = browser.post(f"/desk/cases/{case.pk}/assign/", {**given, "officer": officer.user, "key": "l"}, follow=True)
    assert "请刷新页面后再办理" in again.content.decode()  # the version that was seen is no longer the present one
    assign(case, officer.user, "轮岗", by=clerk)
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert page.index("改派承办人") and "原承办人" in page and page.count("至今") == 1


def test_the_form_offers_those_who_may_handle_it_and_asks_for_a_reason(at, apply, colleague, clerk, stranger):
    case = apply(3)
    browser = at(clerk)
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert f'value="{colleague.user}"' in page and f'value="{stranger.user}"' not in page
    for given in (
        {"officer": colleague.user},
        {"reason": "分工"},
        {"officer": stranger.user, "reason": "分工"},
        {"officer": "²"},
    ):
        page = browser.post(f"/desk/cases/{case.pk}/assign/", given, follow=True).content.decode()
        assert "请选择承办人，并写明分派的原因。" in page
    assert Case.objects.get(pk=case.pk).officer_id is None and len(events(case)) == 1


def test_who_may_not_is_not_offered_it(at, apply, appoint, town, colleague):
    case = apply(3)
    contact = at(appoint("联络员", "department", town.justice))
    page = contact.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "/assign/" not in page and "经手情况" in page
    answer = contact.post(f"/desk/cases/{case.pk}/assign/", {"officer": colleague.user, "reason": "分工"})
    assert answer.status_code == 403 and Case.objects.get(pk=case.pk).officer_id is None
    assert "assign/" not in contact.get("/desk/cases/", {"view": "all"}).content.decode()


def test_several_are_given_from_the_list(at, apply, officer, colleague, clerk, town):
    one, two, third = apply(3), apply(4), apply(5)
    elsewhere = apply(3, org=town.west_justice)
    assign(two, colleague.user, "先前", by=officer)
    browser = at(clerk)
    page = browser.get("/desk/cases/", {"view": "all"}).content.decode()
    assert f'name="case" value="{one.pk}"' in page and f'name="case" value="{elsewhere.pk}"' not in page
    given = {
        "case": [one.pk, two.pk, elsewhere.pk, "²"],
        "officer": colleague.user,
        "reason": "集中办理",
        "query": "view=all",
    }
    answer = browser.post("/desk/cases/assign/", given, follow=True)
    assert answer.redirect_chain[0][0] == "/desk/cases/?view=all"
    page = answer.content.decode()
    assert "已分派1件。" in page and f"{two.number}的承办人已经是孙承办" in page and elsewhere.number in page
    held = dict(Case.objects.values_list("pk", "officer"))
    assert held == {one.pk: colleague.user, two.pk: colleague.user, third.pk: None, elsewhere.pk: None}
    assert "没有选中事项" in browser.post("/desk/cases/assign/", {"case": []}, follow=True).content.decode()
    assert "请选择承办人" in browser.post("/desk/cases/assign/", {"case": [third.pk]}, follow=True).content.decode()


def test_the_list_leads_nowhere_else(at, clerk, apply):
    apply(3)
    answer = at(clerk).post("/desk/cases/assign/", {"query": "//elsewhere.example/"})
    assert answer["Location"].startswith("/desk/cases/?")


def test_what_is_given_lies_on_the_officers_desk_and_no_other(at, apply, officer, colleague, clerk):
    case = apply(3)
    assert (
        case.number in at(officer).get("/desk/cases/", {"view": "mine"}).content.decode()
    )  # nobody's, so at the office
    assign(case, colleague.user, "分工", by=clerk)
    assert case.number in at(colleague).get("/desk/cases/", {"view": "mine"}).content.decode()
    assert case.number not in at(officer).get("/desk/cases/", {"view": "mine"}).content.decode()
