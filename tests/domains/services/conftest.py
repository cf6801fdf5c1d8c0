"""The figures of the domain before and after a row is struck out."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fazhi.casework.api import Case, Intake, act, open_case
from fazhi.domains.services.figures import FIGURES
from fazhi.domains.services.models import ServiceBundle
from fazhi.domains.services.procedure import OneThing
from fazhi.figures.api import Scope, evaluate
from fazhi.figures.naive import reckon
from fazhi.people.api import Mandate, Organisation, Post, Sight, User, sight_of
from fazhi.procedure import Office


def reckoned(year: int) -> dict[str, Any]:
    found = {id: result.value for id, result in evaluate(FIGURES, Scope(year)).items()}
    assert found == {figure.id: reckon(figure, Scope(year)).value for figure in FIGURES}
    return found


@pytest.fixture
def values() -> Callable[..., dict[str, Any]]:
    """Every figure of the domain for a year, by the database and row by row: they must agree."""
    return lambda year=2024: reckoned(year)


@pytest.fixture
def without() -> Callable[[Any], set[str]]:
    """The figures that change when one row is struck out; the row is put back."""

    def changed(row: Any) -> set[str]:
        before = reckoned(2024)
        type(row).objects.filter(pk=row.pk).update(voided_on=date(2024, 12, 31))
        after = reckoned(2024)
        type(row).objects.filter(pk=row.pk).update(voided_on=None)
        return {id for id in before if before[id] != after[id]}

    return changed


def with_every_office(org: Organisation) -> User:
    user = User.objects.create_user(username="counter", name="综合窗口", city="C321100")
    post = Post.objects.create(user=user, org=org, title="受理人员", role="officer", since=date(2020, 1, 1))
    for actor in OneThing.actors.values():
        if isinstance(actor, Office):
            Mandate.objects.create(post=post, procedure="one_thing", office=actor.name)
    return user


@pytest.fixture
def clerk_of_counter(town) -> Sight:
    """Whoever sits at the counter and holds every office of the procedure."""
    return sight_of(with_every_office(town.justice))


@pytest.fixture
def bundle(book) -> ServiceBundle:
    return book(
        ServiceBundle, key="YJS01", name="新生儿出生“一件事”", category="birth", lead_unit="市卫生健康委", departments=3,
        status="operating", valid_from=date(2024, 3, 1),
    )  # fmt: skip


@pytest.fixture
def apply(town, bundle, clerk_of_counter) -> Callable[..., Case]:
    """One application received on a day."""
    serial = iter(range(1, 99))

    def submit(on: str, **more: Any) -> Case:
        given = {"receipt": f"S{next(serial)}", "bundle": bundle, "applicant_kind": "person", "channel": "app", **more}
        intake = Intake("one_thing", bundle.name, town.justice, "321100", date.fromisoformat(on), given)
        return open_case(intake, by=clerk_of_counter)

    return submit


@pytest.fixture
def walk(clerk_of_counter) -> Callable[..., Case]:
    """Take steps in order: (step, day), with an outcome or answers where the step has them."""

    def steps(case: Case, *taken: tuple) -> Case:
        for name, day, *rest in taken:
            outcome = next((each for each in rest if isinstance(each, str)), None)
            data = next((each for each in rest if isinstance(each, dict)), None)
            act(case, name, by=clerk_of_counter, on=date.fromisoformat(day), outcome=outcome, data=data)
        return case

    return steps
