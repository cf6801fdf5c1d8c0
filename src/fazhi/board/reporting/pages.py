"""What every staff page of a year's report shows: its tabs and where they lead."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from fazhi.board.access import DRAFT, sees_city
from fazhi.board.reporting.publishing import published
from fazhi.look.api import sight
from fazhi.people.api import Ability

TABS = (
    ("draft", "草稿", "board:report"),
    ("confirm", "数据确认", "board:confirmations"),
    ("check", "核对文本", "board:check"),
    ("publish", "发布", "board:publish"),
    ("restate", "更正", "board:restate"),
    ("history", "发布记录", "board:history"),
)
FOR_ALL = {"confirm", "history"}


def framed(request: HttpRequest, year: int, tab: str, **context: Any) -> dict[str, Any]:
    """The page's own context with the year, the tabs this person may use, and the way back."""
    by = sight(request)
    drafts = sees_city(by) and any(by.may(ability) for ability in DRAFT)
    hidden = {"publish"} if published(year) else {"restate"}
    if not by.may(Ability.PUBLISH_REPORT):
        hidden |= {"publish"}
    tabs = [
        (name, label, reverse(to, args=[year]))
        for name, label, to in TABS
        if (drafts or name in FOR_ALL) and name not in hidden
    ]
    return {"year": year, "tab": tab, "tabs": tabs, "crumbs": [("年度报告", reverse("board:reports"))], **context}
