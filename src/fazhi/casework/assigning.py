"""Who has a case in hand: given to an officer, handed on to another, and how long each had it.

An assignment is an event of the case and no step of its procedure: the law's course and its limits do not move by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.casework.acting import check_version, repeated
from fazhi.casework.answers import Answers
from fazhi.casework.errors import NotPermitted, Stale
from fazhi.casework.models import Case
from fazhi.casework.permission import may_assign
from fazhi.casework.reading import ASSIGNED, File, open_file
from fazhi.casework.recording import fact_of
from fazhi.journal.api import AlreadyRecorded, Entry, StreamMoved, append
from fazhi.people.api import Mandate, Post, Sight, User
from fazhi.procedure import Happened

LONGEST_REASON = 200


@dataclass(frozen=True)
class Held:
    """One officer's time with a case; `officer` is None while nobody had it, `until` while it is still held.

    `by` is the actor who gave it, `reason` why; both empty for the one it was opened with.
    """

    officer: int | None
    since: date
    until: date | None
    by: str = ""
    reason: str = ""

    def days(self, today: date) -> int:
        return ((self.until or today) - self.since).days


def assign(
    case: Case, officer: int, reason: str, *, by: Sight, expected: int | None = None, key: str | None = None
) -> Entry:
    """Give an open case to an officer, by id, and return the event that says so; `case` is brought up to date.

    The officer must hold an office of the procedure for the case's organisation. Raises NotAllowed (who may not),
    NotPermitted (closed, no reason, the same officer, one who may not handle it) and Stale, as `act` does.
    """
    if not reason.strip():
        raise NotPermitted("分派或者改派承办人须写明原因。")
    if len(reason) > LONGEST_REASON:
        raise NotPermitted(f"分派的原因不超过{LONGEST_REASON}字。")
    with transaction.atomic():
        file = open_file(case)
        entry = repeated(file.case, ASSIGNED, key)
        if entry is None:
            check_version(file.case, expected)
            may_assign(file.case, by)
            _check(file.case, officer)
            entry = _hand_over(file, officer, reason.strip(), by, key)
    file.show(case)
    return entry


def _check(case: Case, officer: int) -> None:
    if case.closed_on is not None:
        raise NotPermitted(f"{case.number}已于{case.closed_on}办结，不能再分派。")
    if officer == case.officer_id:
        raise NotPermitted(f"{case.number}的承办人已经是{case.officer}，无须改派。")
    if officer not in {user.pk for user in assignable([case])}:
        raise NotPermitted(f"所选人员没有办理{case.number}的授权，请另选承办人，或者先为其授权。")


def _hand_over(file: File, officer: int, reason: str, by: Sight, key: str | None) -> Entry:
    case, last = file.case, file.entries[-1]
    told = {"officer": officer, "before": case.officer_id, "reason": reason}
    event = Happened(ASSIGNED, timezone.localdate(), data=told)
    try:
        entry = append(fact_of(case, last.seq + 1, event, by, Answers(), key), bytes(last.digest))
    except (StreamMoved, AlreadyRecorded):
        raise Stale(f"{case.number}正在由他人办理，请刷新页面后再办理。") from None
    case.officer_id = officer
    case.version += 1
    case.save(update_fields=["officer", "version", "year"])
    return entry


def assignable(cases: Iterable[Case]) -> list[User]:
    """Those in office today who may handle at least one of the cases, by name; one statement. Each case has its `org`."""
    places = {(case.procedure, case.org.path) for case in cases}
    mandates = Mandate.objects.filter(
        procedure__in={code for code, _ in places},
        post__in=Post.objects.held_on(timezone.localdate()),
        post__user__is_active=True,
    ).select_related("post__user", "post__org")
    found = {
        each.post.user
        for each in mandates
        if any(code == each.procedure and path.startswith(each.post.org.path) for code, path in places)
    }
    return sorted(found, key=lambda user: (str(user), user.pk))


def officer_of(entries: Iterable[Entry]) -> int | None:
    """Who has the case according to its events."""
    held = hand_offs(entries)
    return held[-1].officer if held else None


def hand_offs(entries: Iterable[Entry], closed_on: date | None = None) -> list[Held]:
    """Who had the case from when to when, the first first; the last one until the case was closed."""
    found: list[Held] = []
    for entry in entries:
        if entry.seq == 1:
            found.append(Held(entry.data.get("case", {}).get("officer_id"), entry.on, None))
        elif entry.kind.endswith(f".{ASSIGNED}"):
            said: dict[str, Any] = entry.data["answers"]
            found[-1] = _until(found[-1], entry.on)
            found.append(Held(said["officer"], entry.on, None, entry.actor, said["reason"]))
    if found and closed_on is not None:
        found[-1] = _until(found[-1], max(closed_on, found[-1].since))
    return found


def _until(held: Held, day: date) -> Held:
    return Held(held.officer, held.since, day, held.by, held.reason)
