"""An event of a case as the journal takes it."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from fazhi.casework.answers import Answers
from fazhi.casework.models import Case
from fazhi.casework.reading import OPENED, STREAM
from fazhi.journal.api import Fact
from fazhi.people.api import Sight
from fazhi.procedure import Happened


def fact_of(
    case: Case, seq: int, event: Happened, by: Sight, answers: Answers, key: str | None, at: datetime | None = None
) -> Fact:
    """An event as the journal takes it, recorded now unless told."""
    data: dict[str, Any] = {"case": head(case)} if event.step == OPENED else {}
    if event.data:
        data["answers"] = dict(event.data)
    if event.outcome:
        data["outcome"] = event.outcome
    if event.moment:
        data["moment"] = event.moment.isoformat()
    return Fact(
        stream=STREAM,
        subject=case.pk,
        seq=seq,
        kind=f"{case.procedure}.{event.step}",
        on=event.on,
        at=at or timezone.now(),
        actor=by.who,
        data=data,
        key=key,
        sealed=answers.sealed or None,
        city=case.city,
    )


def head(case: Case) -> dict[str, Any]:
    """What the opening says of the case itself; a title may name a person and stays out."""
    return {
        name: getattr(case, name) for name in ("number", "edition", "org_id", "place_id", "officer_id", "parent_id")
    }
