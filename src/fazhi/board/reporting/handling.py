"""What a worker does for the report: publish a year, or restate it."""

from datetime import date

from django.urls import reverse

from fazhi.board.access import admit
from fazhi.board.reporting.publishing import AlreadyPublished, NothingToRestate, publish, restate
from fazhi.figures.api import NoSuchFigure
from fazhi.jobs.api import Arguments, Kind, Outcome, Task, Unfinished
from fazhi.papers.api import BadDocument
from fazhi.people.api import Ability, Sight
from fazhi.report.api import BadProse, NoOutline, NoRecords

PUBLISH, RESTATE = "report.publish", "report.restate"
#: what stands in the way of a publication, each with its sentence
OBSTACLES = (AlreadyPublished, NothingToRestate, NoOutline, NoRecords, BadProse, BadDocument, NoSuchFigure)


def may_publish(by: Sight, _: Arguments) -> None:
    admit(by, (Ability.PUBLISH_REPORT,), whole_city=True)


def first(task: Task) -> Outcome:
    """Publish a year for the first time."""
    year, cutoff, _ = _asked(task)
    try:
        made = publish(year, cutoff=cutoff, by=task.by, progress=task.tell)
    except OBSTACLES as error:
        raise Unfinished(str(error), reverse("board:publish", args=[year])) from None
    said = f"《{made.title}》已发布，共{made.figures.count()}项数据，公众可以查看。"
    return Outcome(said, reverse("board:history", args=[year]))


def again(task: Task) -> Outcome:
    """Publish a year anew, with the reason."""
    year, cutoff, reason = _asked(task)
    try:
        made = restate(year, cutoff=cutoff, by=task.by, reason=reason, progress=task.tell)
    except OBSTACLES as error:
        raise Unfinished(str(error), reverse("board:restate", args=[year])) from None
    return Outcome(f"已发布更正后的报告（第{made.number}次发布）。", reverse("board:history", args=[year]))


def _asked(task: Task) -> tuple[int, date, str]:
    arguments = task.arguments
    return int(arguments["year"]), date.fromisoformat(arguments["cutoff"]), str(arguments["reason"])


KINDS = (Kind(PUBLISH, "发布报告", may_publish, first), Kind(RESTATE, "更正报告", may_publish, again))
