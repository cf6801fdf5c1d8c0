"""Administrators of the city, of one district and of one body; and of places where they must not reach."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.people.api import Organisation, Place, Post, Sight, User, sight_of


@pytest.fixture
def admin(appoint: Callable[..., Sight], town) -> Sight:
    """The city's administrator."""
    return appoint("郑凯", "admin", town.government)


@pytest.fixture
def second(appoint: Callable[..., Sight], town) -> Sight:
    return appoint("冯远", "admin", town.justice)


@pytest.fixture
def east_admin(appoint: Callable[..., Sight], town) -> Sight:
    """The administrator of one district, whose post is in its justice bureau."""
    return appoint("丹阳管理员", "admin", town.east_justice)


@pytest.fixture
def deputy(appoint: Callable[..., Sight], town) -> Sight:
    """The administrator of one of the city's bodies and no more."""
    return appoint("公安管理员", "deputy", town.police)


@pytest.fixture
def foreigner(town) -> User:
    """A person of another city in the same database."""
    place = Place.objects.create(code="321000", city="C321000", name="扬州市", level="city")
    body = Organisation.objects.create(
        city="C321000", name="扬州市司法局", short="扬州市司法局", kind="department", place=place
    )
    user = User.objects.create_user(username="yangzhou", name="扬州人员", city="C321000")
    Post.objects.create(user=user, org=body, title="局长", role="admin", since=date(2020, 1, 1))
    return user


def user_of(by: Sight) -> User:
    return User.objects.get(pk=by.user)


def again(by: Sight) -> Sight:
    """The same person's sight as it is now."""
    return sight_of(user_of(by))
