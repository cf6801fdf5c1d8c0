"""The page of a case: what it shows and to whom, the taking of a step, what is refused and how, limits counted out."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from fazhi.casework.api import Case, Participant, act
from fazhi.journal.api import Entry


def form(browser, case: Case, step: str) -> dict[str, str]:
    """The hidden values of the form that the page offers for a step."""
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    found = re.findall(rf'<input type="hidden" name="({step}-[^"]+)" value="([^"]*)"', page)
    assert found, f"no form for {step}"
    return {**dict(found), f"{step}-step_on": timezone.localdate().isoformat()}


def post(browser, case: Case, step: str, data: dict[str, str]):
    return browser.post(f"/desk/cases/{case.pk}/steps/{step}/", data)


def test_the_page_says_where_the_case_stands(at, apply, officer):
    case = apply(0)
    Participant.objects.create(case=case, party="applicant", kind="person", name="陈某", number="321102199003074514")
    page = at(officer).get(f"/desk/cases/{case.pk}/").content.decode()
    for words in (case.number, "待审查受理", "行政复议机构承办人", "市公安局", "当面提交", "受理审查5日", "登记立案"):
        assert words in page
    assert "3211**********4514" in page and "321102199003074514" not in page


def test_a_step_is_taken_and_stands_in_the_course(at, apply, officer):
    case = apply(0)
    browser = at(officer)
    response = post(browser, case, "accept", form(browser, case, "accept"))
    assert response.status_code == 302
    case.refresh_from_db()
    assert case.state == "ordinary"
    page = browser.get(response["Location"]).content.decode()
    assert "已办理“受理（普通程序）”" in page and "《行政复议法》第三十条第一款" in page and "复议承办人" in page


def test_the_same_form_twice_is_one_event(at, apply, officer):
    case = apply(0)
    browser = at(officer)
    data = form(browser, case, "accept")
    assert post(browser, case, "accept", data).status_code == post(browser, case, "accept", data).status_code == 302
    assert Entry.objects.filter(stream="case", subject=case.pk, kind="reconsideration.accept").count() == 1


def test_a_form_of_yesterday_is_refused_with_its_sentence(at, apply, officer):
    case = apply(0)
    browser = at(officer)
    data = form(browser, case, "accept")
    act(case, "require_correction", by=officer, data={"missing": "身份证明"})
    response = post(browser, case, "accept", data)
    assert response.status_code == 409 and "已被他人办理" in response.content.decode()
    case.refresh_from_db()
    assert case.state == "correcting"


def test_missing_answers_are_asked_for_beside_their_field(at, apply, officer):
    case = apply(0)
    browser = at(officer)
    data = {**form(browser, case, "require_correction"), "require_correction-missing": ""}
    response = post(browser, case, "require_correction", data)
    assert response.status_code == 422 and "请填写“需要补正的全部内容”。" in response.content.decode()
    assert '<details class="fold" id="step-require_correction" open>' in response.content.decode()


def test_what_the_law_does_not_permit_comes_back_as_a_sentence(at, apply, officer):
    case = apply(0)
    browser = at(officer)
    data = form(browser, case, "accept")
    data["accept-step_on"] = (timezone.localdate() - timedelta(days=9)).isoformat()
    response = post(browser, case, "accept", data)
    assert response.status_code == 409 and "收到日期" in response.content.decode()
    assert data["accept-step_on"] in response.content.decode()


def test_a_step_of_another_office_is_shown_but_not_offered(at, apply, officer):
    case = apply(0)
    browser = at(officer)
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "由有“行政复议机关负责人”授权的人员办理" in page
    response = post(browser, case, "refuse", {"refuse-reason": "不属于"})
    assert response.status_code == 403 and "没有办理“不予受理”的授权" in response.content.decode()


def test_an_outcome_is_chosen_from_those_of_the_step(at, apply, officer, organ):
    case = apply(40)
    for step, days in (("accept", 38), ("serve_copy", 37), ("answer", 30)):
        act(case, step, by=officer, on=timezone.localdate() - timedelta(days=days))
    act(case, "hear_opinions", by=officer, on=timezone.localdate() - timedelta(days=20), data={"record": "电话听取"})
    browser = at(organ)
    data = form(browser, case, "decide")
    empty = post(browser, case, "decide", {**data, "decide-step_outcome": ""})
    assert empty.status_code == 422 and "请选择“结论”。" in empty.content.decode()
    assert post(browser, case, "decide", {**data, "decide-step_outcome": "MAINTAIN"}).status_code == 302
    case.refresh_from_db()
    assert case.outcome == "MAINTAIN"


def test_personal_answers_are_read_only_by_those_who_handle_the_case(at, apply, officer, clerk):
    case = apply(5)
    act(case, "accept", by=officer, on=timezone.localdate() - timedelta(days=4))
    act(case, "hear_opinions", by=officer, data={"record": "陈某称当日不在现场"})
    assert "陈某称当日不在现场" in at(officer).get(f"/desk/cases/{case.pk}/").content.decode()
    page = at(clerk).get(f"/desk/cases/{case.pk}/").content.decode()
    assert "陈某称当日不在现场" not in page and "仅承办人员可以查看" in page


def test_a_mistaken_step_is_taken_back_with_its_reason(at, apply, officer):
    case = apply(0)
    act(case, "require_correction", by=officer, data={"missing": "身份证明"})
    browser = at(officer)
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "撤回“通知补正”" in page
    url = f"/desk/cases/{case.pk}/retract/"
    assert "须写明原因" in browser.post(url, {"reason": " "}, follow=True).content.decode()
    page = browser.post(url, {"reason": "误点", "version": "2"}, follow=True).content.decode()
    case.refresh_from_db()
    assert case.state == "received" and "误点" in page and "已撤回" in page


def test_child_cases_hang_under_their_parent(at, apply, officer):
    case = apply(5)
    act(case, "accept", by=officer, on=timezone.localdate() - timedelta(days=4))
    act(case, "request_annex_review", by=officer, data={"document": "城市管理办法"})
    child = Case.objects.get(parent=case)
    browser = at(officer)
    assert child.number in browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert case.number in browser.get(f"/desk/cases/{child.pk}/").content.decode()


def test_a_limit_is_counted_out_in_ranges_and_day_by_day(at, apply, officer):
    case = apply(0)
    Case.objects.filter(pk=case.pk).update(received_on="2024-02-07")
    browser = at(officer)
    page = browser.get(f"/desk/cases/{case.pk}/limits/1/").content.decode()
    assert "期限推算说明" in page and "《行政复议法》第三十条第一款" in page and "起算日" in page
    every = browser.get(f"/desk/cases/{case.pk}/limits/1/?days=all").content.decode()
    assert every.count("<tr>") >= page.count("<tr>") > 1
    assert browser.get(f"/desk/cases/{case.pk}/limits/99/").status_code == 404


def test_what_the_text_of_a_limit_leaves_open_is_said_beside_it(at, apply, officer):
    """Whether the copy stands still with the trial, no article says; of the decision one does."""
    case = apply(0)
    act(case, "accept", by=officer, on=timezone.localdate())
    runs = dict(case.deadlines.values_list("limit", "run"))
    pages = {
        name: at(officer).get(f"/desk/cases/{case.pk}/limits/{run}/").content.decode() for name, run in runs.items()
    }
    assert "没有写明中止期间是否计入本期限" in pages["copy"]
    assert "没有写明中止期间" not in pages["decision"]


@pytest.mark.parametrize("path", ["", "limits/1/"])
def test_someone_from_another_district_learns_nothing(at, apply, stranger, path):
    case = apply(0)
    response = at(stranger).get(f"/desk/cases/{case.pk}/{path}")
    assert response.status_code == 404
    assert "不在您的查看范围内" in response.content.decode() and case.title not in response.content.decode()


def test_someone_from_another_district_takes_no_step(at, apply, stranger):
    case = apply(0)
    browser = at(stranger)
    assert browser.post(f"/desk/cases/{case.pk}/steps/accept/", {}).status_code == 404
    assert browser.post(f"/desk/cases/{case.pk}/retract/", {"reason": "x"}).status_code == 404
    assert Entry.objects.filter(stream="case", subject=case.pk).count() == 1


def test_only_what_answers_could_still_permit_is_offered(at, apply, officer, organ):
    """Resuming execution waits for a stay, whatever the form says; a suspension waits for its cause, which the form asks."""
    case = apply(5)
    act(case, "accept", by=officer, on=timezone.localdate() - timedelta(days=4))
    browser = at(organ)
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert 'id="step-stay_execution"' in page and 'id="step-suspend"' in page
    assert (
        'id="step-resume_execution"' not in page and 'id="step-mediate"' not in page and 'id="step-decide"' not in page
    )
    act(case, "stay_execution", by=organ, data={"reason": "难以弥补的损失"})
    page = browser.get(f"/desk/cases/{case.pk}/").content.decode()
    assert 'id="step-resume_execution"' in page and 'id="step-stay_execution"' not in page
