"""Accounts and posts: who may keep whose, the last administrator, one-time passwords, and the journal of it all."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.people.conftest import again, user_of

from fazhi.journal.api import opened, stream, verify
from fazhi.people.api import (
    Ability,
    Appointment,
    Mandate,
    NotAllowed,
    NotPossible,
    Post,
    User,
    appoint,
    assignable,
    call,
    choose_password,
    end_post,
    grant,
    lock,
    may_keep,
    offices,
    open_account,
    people_within,
    reset_password,
    sight_of,
    subject_of,
    unlock,
    withdraw,
)

TODAY = timezone.localdate


def told(user: User) -> list[str]:
    return [entry.kind.rpartition(".")[2] for entry in stream(*subject_of(user))]


def newcomer(by, org, role: str = "officer", username: str = "xin") -> User:
    return open_account(by, username, "新人", Appointment(org, "承办人", role, TODAY()))[0]


def test_an_account_is_opened_with_a_post_and_a_password_for_once(admin, town):
    user, password = open_account(admin, "xin", "新人", Appointment(town.police, "承办人", "officer", TODAY()))
    assert user.check_password(password) and user.one_time_until > timezone.now()
    assert sight_of(user).branches == (town.police.path,)
    assert told(user) == ["opened", "appointed", "password_handed_out"]
    entry = stream(*subject_of(user)).first()
    assert entry.actor == admin.who and "新人" not in str(entry.data) and opened(entry) == {"name": "新人"}
    assert password not in "".join(str(each.data) for each in stream(*subject_of(user)))


def test_a_bad_username_or_a_taken_one_leaves_nothing(admin, town):
    newcomer(admin, town.police)
    for username in ("xin", "有 空格", ""):
        with pytest.raises(ValidationError):
            open_account(admin, username, "另一人", Appointment(town.police, "承办人", "officer", TODAY()))
    assert not User.objects.filter(name="另一人").exists()


@pytest.mark.parametrize("who", ["officer", "clerk", "stranger", "chief"])
def test_whoever_does_not_administer_changes_nothing(request, who, town):
    by = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        newcomer(by, town.justice)
    assert not User.objects.filter(username="xin").exists()


def test_a_district_appoints_in_its_own_bodies_only(east_admin, town):
    assert newcomer(east_admin, town.east_justice)
    for org in (town.west_justice, town.justice, town.police):
        with pytest.raises(NotAllowed, match="管理范围"):
            newcomer(east_admin, org, username=f"x{org.pk}")


def test_nobody_gives_a_role_that_sees_or_administers_more_than_he_administers(admin, east_admin, deputy, town):
    """A district gives no role that sees the whole city; a body, none that sees the territory in which it stands."""
    assert {role.code for role in assignable(east_admin, town.east_justice)} == {
        "clerk", "officer", "department", "head", "admin", "deputy", "citizen",
    }  # fmt: skip
    assert {role.code for role in assignable(deputy, town.police)} == {"officer", "department", "deputy", "citizen"}
    assert assignable(east_admin, town.west_justice) == []
    assert len(assignable(admin, town.justice)) == 9
    for by, org, role in (
        (east_admin, town.east_justice, "mayor"),
        (deputy, town.police, "clerk"),
        (deputy, town.police, "admin"),
    ):
        with pytest.raises(NotPossible):
            newcomer(by, org, role)
    assert not User.objects.filter(username="xin").exists()


def test_nobody_gives_himself_anything(admin, second, town):
    me = user_of(admin)
    with pytest.raises(NotAllowed, match="本人"):
        appoint(admin, me, Appointment(town.justice, "承办人", "officer", TODAY()))
    post = appoint(second, me, Appointment(town.justice, "承办人", "officer", TODAY()))
    with pytest.raises(NotAllowed, match="本人"):
        grant(admin, post, "reconsideration", "officer")
    with pytest.raises(NotAllowed, match="本人"):
        end_post(admin, me.posts.first(), TODAY(), "离任")
    with pytest.raises(NotAllowed, match="本人"):
        lock(admin, me, "停用")
    assert not Mandate.objects.filter(post__user=me).exists()


def test_a_password_is_reset_only_by_who_keeps_every_post(admin, east_admin, town, foreigner):
    """Else a district could act as a person of the city who also holds a post there."""
    both = newcomer(admin, town.justice)
    appoint(east_admin, both, Appointment(town.east_justice, "兼职", "officer", TODAY()))
    assert both in people_within(east_admin) and not may_keep(east_admin, both)
    for act in (
        lambda: reset_password(east_admin, both),
        lambda: lock(east_admin, both, "停用"),
        lambda: call(east_admin, both, "改名", "x"),
    ):
        with pytest.raises(NotAllowed):
            act()
    end_post(admin, both.posts.get(org=town.justice), TODAY(), "调离")
    assert may_keep(east_admin, both)
    for stranger in (foreigner,):
        assert stranger not in people_within(admin) and not may_keep(admin, stranger)
        with pytest.raises(NotAllowed):
            reset_password(admin, stranger)
        with pytest.raises(NotAllowed):
            appoint(admin, stranger, Appointment(town.police, "承办人", "officer", TODAY()))


def test_lists_hold_only_who_is_within_reach(admin, east_admin, deputy, officer, stranger, foreigner, town):
    everyone = set(people_within(admin).values_list("pk", flat=True))
    assert {admin.user, east_admin.user, officer.user, stranger.user} <= everyone and foreigner.pk not in everyone
    assert set(people_within(east_admin).values_list("pk", flat=True)) == {east_admin.user}
    assert set(people_within(deputy).values_list("pk", flat=True)) == {deputy.user}


def test_the_last_administrator_stays(admin, town, east_admin):
    """Neither a district's administrator nor one whose account is locked counts as another."""
    me = user_of(admin)
    other = newcomer(admin, town.justice, "admin")
    by = sight_of(other)
    lock(admin, other, "离岗")
    with pytest.raises(NotPossible, match="唯一"):
        end_post(by, me.posts.get(), TODAY() + timedelta(days=30), "调离")
    with pytest.raises(NotPossible, match="唯一"):
        lock(by, me, "停用")
    unlock(admin, other, "返岗")
    end_post(by, me.posts.get(), TODAY(), "调离")
    assert not again(admin).may(Ability.ADMINISTER)
    me.refresh_from_db()
    with pytest.raises(NotAllowed):
        appoint(again(admin), other, Appointment(town.police, "承办人", "officer", TODAY()))


def test_a_post_ends_on_a_day_and_is_kept(admin, officer, town):
    user = user_of(officer)
    post = user.posts.get()
    with pytest.raises(NotPossible, match="早于任职日期"):
        end_post(admin, post, date(2019, 1, 1), "调离")
    end_post(admin, post, TODAY(), "镇司人〔2026〕1号")
    assert Post.objects.filter(pk=post.pk, until=TODAY()).exists()
    assert sight_of(user).mandates == frozenset() and sight_of(user).branches == ()
    assert sight_of(user, TODAY() - timedelta(days=1)).mandates
    with pytest.raises(NotPossible, match="已于"):
        end_post(admin, post, TODAY(), "又免")
    with pytest.raises(NotPossible, match="不能授权"):
        grant(admin, post, "reconsideration", "chief")


def test_an_office_is_given_and_taken_back(admin, deputy, stranger, officer, town):
    post = user_of(officer).posts.get()
    mandate = grant(admin, post, "reconsideration", "chief")
    assert again(officer).holds("reconsideration", "chief", town.justice.path)
    for by in (deputy, stranger):
        with pytest.raises(NotAllowed):
            withdraw(by, Mandate.objects.get(pk=mandate.pk), "收回")
    with pytest.raises(NotPossible, match="已有"):
        grant(admin, post, "reconsideration", "chief")
    for pair in (("reconsideration", "emperor"), ("none", "officer")):
        with pytest.raises(NotPossible, match="没有这项"):
            grant(admin, post, *pair)
    withdraw(admin, mandate, "收回")
    assert not again(officer).holds("reconsideration", "chief", town.justice.path)
    entries = list(stream(*subject_of(user_of(officer))))
    label = str(offices()["reconsideration", "chief"])
    assert [entry.data["after"].get("mandate") or entry.data["before"]["mandate"] for entry in entries] == [
        label,
        label,
    ]


def test_the_holder_chooses_a_password_of_his_own(admin, town):
    user, password = open_account(admin, "xin", "新人", Appointment(town.police, "承办人", "officer", TODAY()))
    by = sight_of(user)
    for weak in (password, "12345678", "short"):
        with pytest.raises(ValidationError):
            choose_password(user, weak, by)
    choose_password(user, "own-password-2026", by)
    user.refresh_from_db()
    assert user.check_password("own-password-2026") and user.one_time_until is None
    assert told(user)[-1] == "password_chosen"


def test_the_journal_of_it_all_verifies(admin, officer, town):
    user = newcomer(admin, town.police)
    lock(admin, user, "停用")
    assert verify("C321100").sound
