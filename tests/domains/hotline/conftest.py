"""A seat, a unit and an order; a transfer in few words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fazhi.casework.api import Case, Intake, open_case
from fazhi.domains.hotline import models
from fazhi.people.api import Mandate, Post, Sight, User, sight_of

SHANGHAI = ZoneInfo("Asia/Shanghai")


def beijing(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def at() -> Callable[[str], datetime]:
    """A moment by its text in Beijing time."""
    return beijing


@pytest.fixture
def desk(town) -> Sight:
    """One person who sits at the hotline, handles orders and supervises them."""
    user = User.objects.create_user(username="seat", name="话务员", city="C321100")
    post = Post.objects.create(user=user, org=town.justice, title="话务员", role="officer", since="2020-01-01")
    for office in ("seat", "unit", "supervisor"):
        Mandate.objects.create(post=post, procedure="hotline_order", office=office)
    return sight_of(user)


@pytest.fixture
def call(town, desk: Sight) -> Callable[..., Case]:
    def register(received: str, **facts: Any) -> Case:
        moment = beijing(received)
        given = {
            "number": received,
            "kind": "help",
            "channel": "phone",
            "field": "物业管理",
            "received_at": moment,
            **facts,
        }
        intake = Intake("hotline_order", "电梯故障", town.justice, "321181", moment.date(), given, moment=moment)
        return open_case(intake, by=desk)

    return register


@pytest.fixture
def hand_over(book) -> Callable[..., models.CallTransfer]:
    def enter_transfer(received: str, assigned: str | None, **more: Any) -> models.CallTransfer:
        moment = beijing(received)
        given = {"direction": "to_police", "mode": "one_key", "operations": 1, "parties": 2, **more}
        return book(
            models.CallTransfer,
            number=received,
            happened_on=moment.date(),
            received_at=moment,
            assigned_at=beijing(assigned) if assigned else None,
            **given,
        )

    return enter_transfer
