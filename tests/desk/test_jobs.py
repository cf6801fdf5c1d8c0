"""The pages of background tasks: progress, the way on, trying again, and whose they are."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fazhi.jobs.api import Job, Kind, Lease, Outcome, State, Task, Unfinished, ask, beat, run_all
from fazhi.jobs.kinds import register_kind
from fazhi.jobs.leasing import take
from fazhi.people.api import Sight

LEASE = Lease("test:1", timedelta(minutes=1))


def work(task: Task) -> Outcome:
    if task.arguments.get("refuse"):
        raise Unfinished("原登记号已被占用，请核对后重新提出。", "/desk/ledgers/")
    return Outcome("已办妥三件。", "/desk/registers/")


@pytest.fixture(autouse=True)
def _kind(monkeypatch):
    monkeypatch.setattr("fazhi.jobs.kinds._KINDS", {})
    register_kind(Kind("test.work", "办", lambda by, arguments: None, work))


def made(by: Sight, key: str = "one", **arguments: object) -> Job:
    return ask("test.work", arguments, by=by, key=key, title="导入“甲.xlsx”")


def test_progress_is_shown_and_asked_for_again(at, clerk):
    job = made(clerk)
    beat("test:1")
    browser = at(clerk)
    url = f"/desk/jobs/{job.pk}/"
    page = browser.get(f"{url}?forward=1").content.decode()
    assert "正在等待，即将开始" in page and "后台进程没有运行" not in page
    assert f'hx-get="{url}progress/?forward=1"' in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    take(LEASE)
    Job.objects.update(label="正在导入各行", done=300, total=1000)
    part = browser.get(f"{url}progress/").content.decode()
    assert "正在导入各行：已处理<b>300</b>，共1000" in part and 'max="1000" value="300"' in part
    assert "<html" not in part


def test_the_way_leads_on_when_it_is_done(at, clerk):
    job = made(clerk)
    browser = at(clerk)
    run_all(LEASE)
    url = f"/desk/jobs/{job.pk}/"
    assert browser.get(f"{url}progress/?forward=1")["HX-Redirect"] == f"{url}?forward=1"
    response = browser.get(f"{url}?forward=1", follow=True)
    assert response.redirect_chain == [("/desk/registers/", 302)] and "已办妥三件。" in response.content.decode()
    page = browser.get(url).content.decode()
    assert "已办妥三件。" in page and 'href="/desk/registers/"' in page and "http-equiv" not in page


def test_one_who_left_finds_the_task_in_the_list(at, clerk):
    made(clerk)
    made(clerk, "two", refuse=True)
    browser = at(clerk)
    assert "我的后台任务" in browser.get("/desk/cases/").content.decode()
    page = browser.get("/desk/jobs/").content.decode()
    assert page.count("查看进度") == 2 and "后台进程没有运行" in page
    run_all(LEASE)
    page = browser.get("/desk/jobs/").content.decode()
    assert "已办妥三件。" in page and "原登记号已被占用" in page and "后台进程没有运行" not in page


def test_without_a_worker_the_page_says_what_to_start(at, clerk):
    url = f"/desk/jobs/{made(clerk).pk}/"
    assert "请系统管理员运行<code>fazhi work</code>" in at(clerk).get(url).content.decode()
    take(LEASE)
    assert "后台进程没有回应" in at(clerk).get(url).content.decode()


def test_who_waits_in_line_is_told_how_long_it_is(at, clerk, officer):
    made(officer, "first")
    Job.objects.create(kind="test.work", title="外市", key="x", asked_by_id=officer.user, city="C320100")
    job = made(clerk)
    assert "前面还有1项任务" in at(clerk).get(f"/desk/jobs/{job.pk}/").content.decode()


def test_a_failure_says_why_and_can_be_tried_again(at, clerk):
    job = made(clerk, refuse=True)
    browser = at(clerk)
    run_all(LEASE)
    page = browser.get(f"/desk/jobs/{job.pk}/?forward=1").content.decode()
    assert "原登记号已被占用，请核对后重新提出。" in page and "返回办理页面" in page and 'href="/desk/ledgers/"' in page
    Job.objects.update(arguments={})
    response = browser.post(f"/desk/jobs/{job.pk}/again/")
    assert response["Location"] == f"/desk/jobs/{job.pk}/?forward=1"
    run_all(LEASE)
    assert Job.objects.get().state == State.DONE
    assert "不需要重试" in browser.post(f"/desk/jobs/{job.pk}/again/", follow=True).content.decode()


def test_a_waiting_task_is_called_off(at, clerk):
    job = made(clerk)
    browser = at(clerk)
    assert "已取消" in browser.post(f"/desk/jobs/{job.pk}/cancel/", follow=True).content.decode()
    assert run_all(LEASE) == 0
    assert "不能取消" in browser.post(f"/desk/jobs/{job.pk}/cancel/", follow=True).content.decode()


def test_tasks_are_ones_own_and_the_auditor_sees_without_touching(at, clerk, officer, appoint, town):
    job = made(clerk, refuse=True)
    url = f"/desk/jobs/{job.pk}/"
    other = at(officer)
    assert [other.get(url + tail).status_code for tail in ("", "progress/")] == [404, 404]
    assert [other.post(url + tail).status_code for tail in ("again/", "cancel/")] == [404, 404]
    assert "导入“甲.xlsx”" not in other.get("/desk/jobs/").content.decode()
    auditor = at(appoint("审计", "auditor", town.government))
    assert "导入“甲.xlsx”" in auditor.get("/desk/jobs/").content.decode()
    assert auditor.get(url).status_code == 200
    assert auditor.post(f"{url}cancel/").status_code == 403
    run_all(LEASE)
    assert auditor.post(f"{url}again/").status_code == 403
    Job.objects.update(state=State.DONE, finished_at=timezone.now(), result={"said": "好", "address": "/x/"})
    assert auditor.get(f"{url}?forward=1").status_code == 200, "only its asker is led on"


def test_a_passer_by_sees_no_tasks(client, clerk):
    assert client.get(f"/desk/jobs/{made(clerk).pk}/").status_code == 302
