"""Reach: the one question that every room asks; and what an administrator's post lets its holder see, which is nothing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.people.conftest import user_of

from fazhi.casework.permission import may_open
from fazhi.people.api import Ability, Mandate, NotAllowed, Post, Reach, sight_of


def test_a_row_is_reached_by_branch_or_by_place(town):
    branch = Reach(branches=(town.east_government.path,))
    territory = Reach(places=("321181",))
    for reach in (branch, territory):
        assert reach.reaches(town.east_justice)
        assert not reach.reaches(town.west_justice) and not reach.reaches(town.justice)
    assert territory.reaches(town.justice, "321181101") and not branch.reaches(town.justice, "321181101")
    assert not Reach().reaches(town.justice) and Reach(everything=True).reaches(town.west_justice)


def test_only_the_citys_own_prefix_is_the_whole_city(town):
    assert Reach(places=("3211",)).whole_city and Reach(everything=True).whole_city
    assert not Reach(places=("321181", "3210")).whole_city


def test_an_administrator_sees_and_opens_nothing(admin, town):
    assert not admin.everything and admin.places == () and admin.branches == ()
    assert admin.abilities == {Ability.ADMINISTER} and admin.administers.whole_city
    assert not admin.rows(Post.objects.all(), place="org__place_id").exists()
    with pytest.raises(NotAllowed):
        may_open(admin, town.justice)


def test_a_post_that_has_ended_administers_nothing(admin):
    Post.objects.filter(user=admin.user).update(until=timezone.localdate())
    by = sight_of(user_of(admin))
    assert by.abilities == frozenset() and not by.administers.whole_city


def test_another_post_does_not_widen_what_is_administered(appoint, town):
    """A clerk of the whole city who administers one district administers that district only."""
    by = appoint("两岗", "clerk", town.justice)
    Post.objects.create(user_id=by.user, org=town.east_justice, title="管理员", role="admin", since=date(2020, 1, 1))
    by = sight_of(user_of(by))
    assert by.whole_city and not by.administers.whole_city
    assert by.administers.reaches(town.east_justice) and not by.administers.reaches(town.west_justice)


def test_sight_costs_three_queries_whatever_the_posts(admin, town, django_assert_num_queries):
    post = Post.objects.create(user_id=admin.user, org=town.police, title="二", role="officer", since=date(2020, 1, 1))
    Mandate.objects.create(post=post, procedure="reconsideration", office="officer")
    person = user_of(admin)
    with django_assert_num_queries(3):
        sight_of(person)


def test_a_post_of_tomorrow_counts_tomorrow(town, appoint):
    by = appoint("明日", "admin", town.government)
    tomorrow = timezone.localdate() + timedelta(days=1)
    Post.objects.filter(user=by.user).update(since=tomorrow)
    assert not sight_of(user_of(by)).may(Ability.ADMINISTER)
    assert sight_of(user_of(by), tomorrow).may(Ability.ADMINISTER)
