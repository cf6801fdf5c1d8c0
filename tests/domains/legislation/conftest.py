"""The collector and the drafter of a suggestion, and a suggestion."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Intake, open_case
from fazhi.people.api import Mandate, Post, Sight, User, sight_of


@pytest.fixture
def staff(town) -> Sight:
    user = User.objects.create_user(username="staff", name="立法科", city="C321100")
    post = Post.objects.create(user=user, org=town.justice, title="立法科", role="officer", since=date(2020, 1, 1))
    for office in ("collector", "drafter"):
        Mandate.objects.create(post=post, procedure="legislative_suggestion", office=office)
    return sight_of(user)


@pytest.fixture
def suggest(town, staff: Sight) -> Callable[[date], Case]:
    def register(on: date) -> Case:
        facts = {"number": "1", "channel": "online", "regulation": "《镇江市河道管理条例》", "gist": "明确巡河频次"}
        return open_case(Intake("legislative_suggestion", "建议", town.justice, "321100", on, facts), by=staff)

    return register
