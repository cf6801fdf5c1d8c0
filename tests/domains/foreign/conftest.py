"""A notary, and an application at the notary office."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Intake, open_case
from fazhi.people.api import Mandate, Post, Sight, User, sight_of


@pytest.fixture
def notary(town) -> Sight:
    user = User.objects.create_user(username="notary", name="公证员", city="C321100")
    post = Post.objects.create(user=user, org=town.justice, title="公证员", role="officer", since=date(2020, 1, 1))
    Mandate.objects.create(post=post, procedure="notarisation", office="notary")
    return sight_of(user)


@pytest.fixture
def apply(town, notary: Sight) -> Callable[..., Case]:
    def register(on: date, scope: str = "foreign", destination: str = "日本") -> Case:
        number = str(Case.objects.count())
        facts = {
            "register_no": number,
            "office": "镇江公证处",
            "matter": "学历学位",
            "scope": scope,
            "destination": destination,
        }
        return open_case(Intake("notarisation", "学历学位公证", town.justice, "321100", on, facts), by=notary)

    return register
