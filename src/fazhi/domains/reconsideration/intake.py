"""What cannot be so when an application is registered; each complaint under the column it is about."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

SIXTY = 60


def complaints(
    given: Mapping[str, Any], labels: Mapping[str, str], order: Iterable[tuple[str, str]], received: date
) -> dict[str, str]:
    """A sentence for each column that contradicts another; `order` are pairs of which the first cannot come later."""
    found: dict[str, str] = {}
    for earlier, later in order:
        first, second = given.get(earlier), given.get(later)
        if first is not None and second is not None and first > second:
            found.setdefault(earlier, f"{first}晚于{labels[later]}{second}，请核对日期。")
    if given["applied_on"] > received:
        found["applied_on"] = f"{given['applied_on']}晚于收到日期{received}，请核对日期。"
    found.update(_belonging(given))
    return found


def _belonging(given: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    if given.get("channel") == "agency" and given.get("act") != "penalty":
        found["channel"] = (
            "只有当场作出或者依据电子技术监控设备作出的行政处罚决定，可以通过处罚机关提交，请核对申请方式。"
        )
    longer = given.get("longer_days")
    if longer is not None and longer <= SIXTY:
        found["longer_days"] = f"法律另有规定的申请期限应当超过六十日，现填{longer}日；不超过的请留空。"
    if longer is not None and not given.get("longer_basis"):
        found["longer_basis"] = "填写了更长申请期限的，请写明规定该期限的法律和条文。"
    if given.get("informed_on") is not None and not given.get("uninformed"):
        found["informed_on"] = "行政机关已经告知的不需要填写；未告知的请同时勾选“未告知复议权利、机关或者申请期限”。"
    if (given.get("obstacle_from") is None) != (given.get("obstacle_until") is None):
        found["obstacle_from"] = "障碍发生日期和消除日期应当一并填写。"
    return found
