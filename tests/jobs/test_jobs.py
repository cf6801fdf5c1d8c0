"""A job from the asking to its end: once, in its asker's sight, under a lease, and with a sentence when it fails."""

import os
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from fazhi.jobs.alive import SILENT
from fazhi.jobs.api import (
    AlreadyAsked,
    Interrupted,
    Job,
    Kind,
    Lease,
    NotNow,
    Outcome,
    State,
    ask_again,
    beat,
    call_off,
    leave,
    prune,
    register_kind,
    run_all,
    run_next,
    seen_jobs,
    somebody_works,
    with_progress,
)
from fazhi.jobs.leasing import MOST_ATTEMPTS, complete, take
from fazhi.jobs.models import Worker
from fazhi.jobs.progress import LeaseLost, Task, file_of, write_file
from fazhi.people.api import NotAllowed, Post, Sight, User

OTHER = Lease("there:2", timedelta(minutes=2))


def later(job: Job) -> None:
    """The lease has ended, or the pause before the next attempt is over."""
    past = timezone.now() - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(not_before=past)
    Job.objects.filter(pk=job.pk, until__isnull=False).update(until=past)


def short(town) -> str:
    town.justice.refresh_from_db()
    return town.justice.short


def test_what_is_asked_is_done_once_and_says_where_to_go_on(asked, town, lease):
    job = asked(name="甲局")
    assert (job.state, short(town)) == (State.WAITING, "市司法局")
    assert run_all(lease) == 1 and run_all(lease) == 0
    job.refresh_from_db()
    assert (job.state, job.result) == (State.DONE, {"said": "已改名为甲局。", "address": "/done/"})
    assert short(town) == "甲局" and job.finished_at is not None and job.holder == ""


def test_the_same_key_is_the_same_job(asked, lease, town):
    assert asked(name="甲局").pk == asked(name="乙局").pk
    assert run_all(lease) == 1 and short(town) == "甲局"
    assert asked(name="乙局").state == State.DONE, "asking for what is done leads to what was done"
    assert run_all(lease) == 0 and short(town) == "甲局"


def test_another_person_is_told_who_asked(asked, appoint, town):
    asked(name="甲局")
    with pytest.raises(AlreadyAsked, match="法治办经办人已于"):
        asked(by=appoint("另一人", "clerk", town.justice), name="乙局")


def test_who_may_not_is_refused_when_asking(asked, appoint, town):
    with pytest.raises(NotAllowed, match="导入台账"):
        asked(by=appoint("局长", "head", town.justice), name="甲局")
    with pytest.raises(NotAllowed):
        asked(by=Sight(), name="甲局")
    assert not Job.objects.exists()


def test_who_may_no_longer_is_refused_when_it_is_run(asked, clerk, town, lease):
    job = asked(name="甲局")
    Post.objects.filter(user=clerk.user).update(until=timezone.localdate())
    run_all(lease)
    job.refresh_from_db()
    assert job.state == State.FAILED and "没有“导入台账”的权限" in job.complaint and short(town) == "市司法局"


def test_a_closed_account_does_nothing_more(asked, clerk, town, lease):
    job = asked(name="甲局")
    User.objects.filter(pk=clerk.user).update(is_active=False)
    run_all(lease)
    job.refresh_from_db()
    assert "账号已停用" in job.complaint and short(town) == "市司法局"


def test_what_is_refused_leaves_nothing_and_is_not_tried_again(asked, town, lease):
    job = asked(name="甲局", complaint="unfinished")
    run_all(lease)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.complaint) == (State.FAILED, 1, "名称已被占用，请换一个名称。")
    assert job.result["address"] == "/elsewhere/" and short(town) == "市司法局"


def test_a_fault_is_tried_a_few_times_and_then_told(asked, town, lease, caplog):
    job = asked(name="甲局", complaint="fault")
    assert run_all(lease) == 1, "the next attempt waits"
    for _ in range(MOST_ATTEMPTS + 2):
        later(job)
        run_all(lease)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.FAILED, MOST_ATTEMPTS)
    assert f"任务编号{job.pk}" in job.complaint and short(town) == "市司法局"
    assert "ZeroDivisionError" in caplog.text


def test_its_asker_tries_again_what_failed(asked, clerk, appoint, town, lease):
    job = asked(name="甲局", complaint="unfinished")
    with pytest.raises(NotNow):
        ask_again(job, clerk)
    run_all(lease)
    job.refresh_from_db()
    with pytest.raises(NotAllowed, match="只能由本人办理"):
        ask_again(job, appoint("另一人", "clerk", town.justice))
    ask_again(job, clerk)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.complaint, job.finished_at) == (State.WAITING, 0, "", None)
    assert asked(name="乙局").state == State.WAITING
    run_all(lease)
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert asked(name="丙局").pk == job.pk, "asking anew for what failed gives it the new arguments"
    run_all(lease)
    assert short(town) == "丙局"


def test_a_lease_keeps_others_away_until_it_ends(asked, lease, town):
    job = asked(name="甲局")
    taken = take(lease)
    assert taken is not None and taken.pk == job.pk
    assert take(OTHER) is None
    later(job)
    again = take(OTHER)
    assert again is not None and (again.holder, again.attempts) == (OTHER.holder, 2)
    with pytest.raises(LeaseLost):
        complete(taken, lease, Outcome("", ""))
    assert run_next(OTHER) is None


def test_who_lost_the_lease_meanwhile_undoes_its_work(asked, lease, town):
    """The slow worker has written when the other takes over: only the other's work stands."""
    job = asked(name="甲局")

    def overtaken(task: Task) -> Outcome:
        town.justice.short = "慢局"
        town.justice.save()
        Job.objects.filter(pk=job.pk).update(holder=OTHER.holder)
        return Outcome("", "")

    register_kind(Kind("test.slow", "慢", lambda by, arguments: None, overtaken))
    Job.objects.update(kind="test.slow")
    assert run_next(lease) is not None
    job.refresh_from_db()
    assert short(town) == "市司法局" and job.state == State.RUNNING


def test_a_job_broken_off_again_and_again_fails_with_a_sentence(asked, lease):
    job = asked(name="甲局")
    for _ in range(MOST_ATTEMPTS):
        assert take(lease) is not None
        later(job)
    assert take(lease) is None
    job.refresh_from_db()
    assert job.state == State.FAILED and "中断" in job.complaint


def test_a_stopped_worker_leaves_the_job_as_it_found_it(asked, lease, town):
    job = asked(name="甲局")
    run_next(lease, stopping=lambda: True)
    job.refresh_from_db()
    assert (job.state, job.attempts, short(town)) == (State.WAITING, 0, "市司法局")
    with pytest.raises(Interrupted):
        Task(job, Sight(), lease, stopping=lambda: True).tell("正在改名")


def test_only_a_waiting_job_can_be_called_off(asked, clerk, appoint, town, lease):
    job = asked(name="甲局")
    with pytest.raises(NotAllowed):
        call_off(job, appoint("另一人", "clerk", town.justice))
    call_off(job, clerk)
    assert run_all(lease) == 0 and short(town) == "市司法局"
    with pytest.raises(NotNow, match="不能取消"):
        call_off(job, clerk)
    asked(name="甲局")
    take(lease)
    with pytest.raises(NotNow):
        call_off(job, clerk)


def test_jobs_of_another_city_are_neither_seen_nor_done(asked, clerk, lease):
    asked(name="甲局")
    Job.objects.update(city="C320100")
    assert run_all(lease) == 0 and not seen_jobs(clerk).exists()
    assert asked(name="甲局").state == State.WAITING


def test_one_sees_ones_own_and_the_auditor_sees_all(asked, clerk, appoint, town):
    asked(name="甲局")
    asked(by=appoint("句容联络员", "department", town.west_justice), name="乙局", key="other")
    assert seen_jobs(clerk).count() == 1
    assert seen_jobs(appoint("审计", "auditor", town.government)).count() == 2
    assert seen_jobs(appoint("市长", "mayor", town.government)).count() == 0


@pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="a second connection cannot see this test's own transaction: test_processes looks from another process",
)
def test_progress_shows_while_the_work_is_not_yet_committed(asked, lease):
    """Another reader sees the number; the row itself says nothing until the transaction ends."""
    job = asked(name="甲局")
    seen = []

    def watched(task: Task) -> Outcome:
        task.tell("正在导入", 300, 1000)
        task.tell("正在导入", 301, 1000)  # too soon to be worth writing
        row = with_progress(Job.objects.get(pk=job.pk))
        seen.append((row.label, row.done, row.total))
        return Outcome("", "")

    register_kind(Kind("test.watched", "看", lambda by, arguments: None, watched))
    Job.objects.update(kind="test.watched")
    run_all(lease)
    assert seen == [("正在导入", 300, 1000)]
    assert not file_of(job.pk).exists()


def test_old_jobs_are_forgotten_and_unfinished_ones_never(asked, lease):
    asked(name="甲局")
    run_all(lease)
    waiting = asked(name="乙局", key="waiting")
    fresh = asked(name="丙局", key="fresh", complaint="unfinished")
    Job.objects.filter(pk=waiting.pk).update(not_before=timezone.now() + timedelta(days=1))
    run_all(lease)
    Job.objects.exclude(pk=fresh.pk).update(asked_at=timezone.now() - timedelta(days=400))
    Job.objects.filter(state=State.DONE).update(finished_at=timezone.now() - timedelta(days=91))
    assert prune() == 1
    assert set(Job.objects.values_list("pk", flat=True)) == {waiting.pk, fresh.pk}


def test_a_worker_is_alive_while_it_is_seen_or_tells_how_far_it_is(asked, lease):
    assert not somebody_works()
    beat("here:1")
    assert somebody_works()
    Worker.objects.update(seen_at=timezone.now() - SILENT - timedelta(seconds=1))
    assert not somebody_works()
    job = asked(name="甲局")
    taken = take(lease)
    assert not somebody_works(), "a lease may outlive its holder"
    write_file(taken)
    assert somebody_works()
    long_ago = timezone.now().timestamp() - 61
    os.utime(file_of(job.pk), (long_ago, long_ago))
    assert not somebody_works()
    beat("here:1")
    leave("here:1")
    assert not somebody_works()
