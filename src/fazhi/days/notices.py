"""The State Council's yearly holiday notices: which weekdays are off and which weekend days are worked.

Shipped years lie in data/; staff add the next year's with `read_notice`. Counted by `Calendar`.
"""

import json
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from fazhi.days.errors import BadNotice

_KEYS = frozenset(("year", "number", "issued", "seen", "off", "work"))


@dataclass(frozen=True)
class Off:
    """Days off for one festival, both ends included."""

    festival: str
    first: date
    last: date

    def days(self) -> tuple[date, ...]:
        """Every day off, in order."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Notice:
    """One year's arrangement. `work` are the make-up days; `seen` is False where the text was not read."""

    year: int
    number: str
    issued: date | None
    off: tuple[Off, ...]
    work: tuple[date, ...]
    seen: bool = True

    @property
    def cite(self) -> str:
        """The document number, or the date of issue where the number is not known."""
        if self.number or self.issued is None:
            return self.number or f"国务院办公厅{self.year}年放假通知"
        return f"国务院办公厅{self.issued.year}年{self.issued.month}月{self.issued.day}日通知"

    def days(self) -> tuple[date, ...]:
        """Every day that the notice names, off or worked, in order."""
        return tuple(sorted((*(day for each in self.off for day in each.days()), *self.work)))


def read_notice(text: str) -> Notice:
    """A notice from TOML (`year`, `number`, `issued`, `off`, `work`, `seen`). Raises BadNotice."""
    try:
        row = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadNotice(f"放假通知的格式有误：{error}；请对照往年的通知文件修改。") from error
    if unknown := row.keys() - _KEYS:
        raise BadNotice(f"放假通知有不认识的字段：{'、'.join(sorted(unknown))}；请删去或者改正。")
    year = row.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not 1970 <= year <= 2099:
        raise BadNotice("放假通知缺少年份，请写明 year，例如 year = 2027。")
    return checked(
        Notice(
            year=year,
            number=str(row.get("number", "")),
            issued=_day(row["issued"], "issued") if "issued" in row else None,
            off=tuple(_off(entry) for entry in _list(row, "off")),
            work=tuple(_day(entry, "work") for entry in _list(row, "work")),
            seen=bool(row.get("seen", True)),
        )
    )


def notice_text(notice: Notice) -> str:
    """The notice as TOML, which `read_notice` reads back."""
    lines = [f"year = {notice.year}", f"number = {_quoted(notice.number)}"]
    if notice.issued is not None:
        lines.append(f"issued = {notice.issued}")
    lines += [f"seen = {'true' if notice.seen else 'false'}", f"work = [{', '.join(map(str, notice.work))}]", "off = ["]
    for off in notice.off:
        lines.append(f"    {{ festival = {_quoted(off.festival)}, first = {off.first}, last = {off.last} }},")
    return "\n".join([*lines, "]", ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@cache
def shipped_notices() -> tuple[Notice, ...]:
    """The notices in the data folder, by year."""
    folder = files("fazhi.days").joinpath("data")
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(sorted((read_notice(text) for text in texts), key=lambda notice: notice.year))


def _list(row: dict[str, Any], key: str) -> list[Any]:
    value = row.get(key)
    if not isinstance(value, list):
        raise BadNotice(f"放假通知缺少 {key}；没有的请写 {key} = []。")
    return value


def _day(value: object, where: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise BadNotice(f"放假通知 {where} 中的“{value}”不是日期，请写成 2027-01-01 的样式（不加引号）。")
    return value


def _off(entry: object) -> Off:
    if not isinstance(entry, dict) or entry.keys() != {"festival", "first", "last"}:
        raise BadNotice("放假通知 off 的每一项须写明 festival（节日）、first（首日）、last（末日）。")
    off = Off(str(entry["festival"]), _day(entry["first"], "off"), _day(entry["last"], "off"))
    if off.last < off.first:
        raise BadNotice(f"{off.festival}的放假末日{off.last}早于首日{off.first}，请核对。")
    return off


def checked(notice: Notice) -> Notice:
    """The notice itself. Raises BadNotice for what cannot be a year's arrangement."""
    if not 1970 <= notice.year <= 2099:
        raise BadNotice(f"{notice.year}年超出1970年至2099年，请核对年份。")
    off = [day for each in notice.off for day in each.days()]
    if not off:
        raise BadNotice(f"{notice.year}年放假通知没有任何放假日，请核对 off。")
    for day in (*off, *notice.work):
        if abs(day.year - notice.year) > 1 or (day.year != notice.year and day.month not in (1, 12)):
            raise BadNotice(f"{day}不属于{notice.year}年的放假安排，请核对年份。")
    if len(set(off)) != len(off):
        raise BadNotice(f"{notice.year}年放假通知有放假日重复，请核对 off。")
    for day in notice.work:
        if day in off:
            raise BadNotice(f"{day}既列为放假又列为调休上班，请核对。")
        if day.weekday() < 5:
            raise BadNotice(f"{day}不是周六或者周日，不能列为调休上班，请核对。")
    return notice
