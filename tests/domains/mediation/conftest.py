"""Centres, forces and links in few words; a dispute at a town's door."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fazhi.casework.api import Case, Intake, open_case
from fazhi.domains.mediation import models
from fazhi.people.api import Mandate, Place, Post, Sight, User, sight_of

OFFICES = ("centre", "mediator", "committee", "court")


@pytest.fixture
def centre(book) -> Callable[..., models.DisputeCentre]:
    def enter_centre(key: str, place: Place, level: str, **more: Any) -> models.DisputeCentre:
        given = {"name": f"{place}矛调中心", "valid_from": date(2023, 5, 1), **more}
        return book(models.DisputeCentre, key=key, place=place, level=level, **given)

    return enter_centre


@pytest.fixture
def duty(book) -> Callable[..., models.CentreDuty]:
    def enter_duty(key: str, place: Place, level: str, **more: Any) -> models.CentreDuty:
        return book(models.CentreDuty, key=key, place=place, level=level, **{"valid_from": date(2023, 1, 1), **more})

    return enter_duty


@pytest.fixture
def force(book) -> Callable[..., models.MediationForce]:
    def enter_force(key: str, kind: str, **more: Any) -> models.MediationForce:
        given = {"name": f"{kind}{key}", "valid_from": date(2022, 1, 1), **more}
        return book(models.MediationForce, key=key, kind=kind, **given)

    return enter_force


@pytest.fixture
def join(book) -> Callable[..., models.CentreLink]:
    def enter_link(key: str, force: models.MediationForce, at: models.DisputeCentre, **more: Any) -> models.CentreLink:
        return book(models.CentreLink, key=key, force=force, centre=at, **{"valid_from": date(2023, 12, 1), **more})

    return enter_link


@pytest.fixture
def staff(town) -> Sight:
    """One person who holds every office of a small centre."""
    user = User.objects.create_user(username="mediator", name="调解员", city="C321100")
    post = Post.objects.create(user=user, org=town.east_justice, title="调解员", role="officer", since=date(2020, 1, 1))
    for office in OFFICES:
        Mandate.objects.create(post=post, procedure="dispute", office=office)
    return sight_of(user)


@pytest.fixture
def bring(town, staff: Sight) -> Callable[..., Case]:
    def register(on: date, **facts: Any) -> Case:
        given = {"number": "MD1", "kind": "neighbours", "door": "applied", "centre_code": "JZ-1", **facts}
        return open_case(Intake("dispute", "楼上漏水纠纷", town.east_justice, "321181101", on, given), by=staff)

    return register
