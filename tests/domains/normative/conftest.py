"""Those who draft, review and conclude, and a document sent for review."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Intake, open_case
from fazhi.people.api import Mandate, Post, Sight, User, sight_of


@pytest.fixture
def staff(town) -> Sight:
    user = User.objects.create_user(username="staff", name="规范性文件科", city="C321100")
    post = Post.objects.create(
        user=user, org=town.justice, title="规范性文件科", role="officer", since=date(2020, 1, 1)
    )
    for office in ("drafter", "reviewer", "head"):
        Mandate.objects.create(post=post, procedure="legality_review", office=office)
    return sight_of(user)


@pytest.fixture
def submit(town, staff: Sight) -> Callable[..., Case]:
    def register(on: date, **more: object) -> Case:
        facts = {
            "register_no": "1",
            "document": "镇江市城市更新实施办法",
            "maker": "government",
            "drafter": "市住建局",
            **more,
        }
        return open_case(Intake("legality_review", "城市更新实施办法", town.justice, "321100", on, facts), by=staff)

    return register
