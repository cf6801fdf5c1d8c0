"""Two kinds of jobs made for the tests, and a person who may ask for them."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from fazhi.jobs import kinds
from fazhi.jobs.api import Job, Kind, Lease, Outcome, Task, Unfinished, ask, register_kind
from fazhi.people.api import Ability, Organisation, Sight

NOTE = "test.note"


def admit(by: Sight, arguments: Any) -> None:
    by.must(Ability.IMPORT_LEDGER)


def note(task: Task) -> Outcome:
    """Rename a body: something that is seen when it stands and missed when it does not."""
    name = task.arguments["name"]
    Organisation.objects.filter(pk=task.arguments["org"]).update(short=name)
    task.tell("正在改名", 1, 2)
    complaint = task.arguments.get("complaint")
    if complaint == "unfinished":
        raise Unfinished("名称已被占用，请换一个名称。", "/elsewhere/")
    if complaint == "fault":
        raise ZeroDivisionError
    return Outcome(f"已改名为{name}。", "/done/")


@pytest.fixture(autouse=True)
def _only_these(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.VAR = tmp_path
    monkeypatch.setattr(kinds, "_KINDS", {})
    register_kind(Kind(NOTE, "改名", admit, note))
    yield


@pytest.fixture
def lease() -> Lease:
    return Lease("here:1", timedelta(minutes=2))


@pytest.fixture
def asked(town: Any, clerk: Sight) -> Callable[..., Job]:
    """`asked(name="甲局")`: a job of the clerk's that will rename the city's justice bureau."""

    def make(by: Sight = clerk, key: str = "once", **arguments: str) -> Job:
        return ask(NOTE, {"org": town.justice.pk, **arguments}, by=by, key=key, title="改名")

    return make
