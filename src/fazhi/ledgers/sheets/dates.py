"""Dates and moments as people type them into ledgers; the ambiguous is refused, never guessed. For values."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from .amounts import Cell, Unclear, flattened, shown

LOCAL = ZoneInfo("Asia/Shanghai")
_EPOCH = datetime(1899, 12, 30)
_SERIALS = range(7305, 109_576)
"""Excel serials taken as dates: 1920 to 2199. Smaller numbers such as 2024 are far likelier a year."""

_DATE = re.compile(
    r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?(?:\(?(?:星期|周)[一二三四五六日天]\)?)? ?(.*)"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2}) ?(\d{6})?")
_TIME = re.compile(
    r"T?(?P<half>上午|下午|晚上|中午|凌晨|AM|PM)?(?P<hour>\d{1,2})[:时点](?:(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:\.\d+)?|"
    r"分(?:(?P<second2>\d{1,2})秒?)?)?)?(?P<after>AM|PM)?",
    re.IGNORECASE,
)
_NUMERALS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?"
)


def _from_serial(serial: float) -> datetime:
    return _EPOCH + timedelta(seconds=round(serial * 86400))


def _from_number(cell: int | float) -> datetime:
    if int(cell) in _SERIALS:
        return _from_serial(cell)
    if cell == int(cell) and (compact := _COMPACT.fullmatch(str(int(cell)))):
        return _compact(compact, str(int(cell)))
    raise Unclear(f"{shown(format(cell, '.15g'))}不是日期，请写成 2024-03-05 这样的年月日。")


def _built(year: str, month: str, day: str, text: str) -> datetime:
    try:
        built = datetime(int(year), int(month), int(day))
    except ValueError:
        raise Unclear(f"{shown(text)}没有这一天，请核对年月日。") from None
    if not 1800 <= built.year <= 2200:
        raise Unclear(f"{shown(text)}的年份不合常理，请核对。")
    return built


def _compact(match: re.Match[str], text: str) -> datetime:
    built = _built(match[1], match[2], match[3], text)
    if not (clock := match[4]):
        return built
    return _at(built, int(clock[:2]), int(clock[2:4]), int(clock[4:]), text)


def _at(day: datetime, hour: int, minute: int, second: int, text: str) -> datetime:
    if hour > 23 or minute > 59 or second > 59:
        raise Unclear(f"{shown(text)}的时间不存在，请写成 2024-03-05 14:30 这样的时间。")
    return day.replace(hour=hour, minute=minute, second=second)


def _with_time(day: datetime, rest: str, text: str) -> datetime:
    if not rest:
        return day
    match = _TIME.fullmatch(rest)
    if match is None:
        raise Unclear(f"{shown(text)}里日期后面的内容看不懂，请只填一个日期或时间，如 2024-03-05 14:30。")
    hour = int(match["hour"])
    half = (match["half"] or match["after"] or "").upper()
    if half in ("下午", "晚上", "PM") and hour < 12:
        hour += 12
    elif half in ("AM", "凌晨") and hour == 12:
        hour = 0
    return _at(day, hour, int(match["minute"] or 0), int(match["second"] or match["second2"] or 0), text)


def _numeral(text: str) -> str:
    """十 to 10, 二十一 to 21, 三 to 3."""
    if "十" not in text:
        return text.translate(_NUMERALS)
    tens, _, ones = text.partition("十")
    return str(10 * int((tens or "一").translate(_NUMERALS)) + int((ones or "〇").translate(_NUMERALS)))


def _complaint(text: str, flat: str) -> str:
    example = "请写成 2024-03-05 这样的年月日。"
    if re.fullmatch(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}", flat):
        return f"{shown(text)}分不清月和日，{example}"
    if re.fullmatch(r"\d{1,2}[-./年]\d{1,2}[-./月]\d{1,2}日?", flat):
        return f"{shown(text)}看不出是哪一年，{example}"
    if re.fullmatch(r"\d{4}([-./年]\d{1,2}月?)?年?", flat):
        return f"{shown(text)}没有写到日，{example}"
    return f"{shown(text)}不是日期，{example}"


def _from_text(text: str) -> datetime:
    flat = flattened(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)", flat):
        return _from_iso(flat, text)
    if match := _DATE.fullmatch(flat):
        return _with_time(_built(match[1], match[2], match[3], text), match[4], text)
    if match := _COMPACT.fullmatch(flat):
        return _compact(match, text)
    if match := _CHINESE.fullmatch(flat):
        month, day = _numeral(match[2]), _numeral(match[3])
        return _built(match[1].translate(_NUMERALS), month, day, text)
    if re.fullmatch(r"\d{5,6}(\.\d{1,12})?", flat) and int(float(flat)) in _SERIALS:
        return _from_serial(float(flat))
    raise Unclear(_complaint(text, flat))


def _from_iso(flat: str, text: str) -> datetime:
    try:
        return datetime.fromisoformat(flat).astimezone(LOCAL).replace(tzinfo=None)
    except ValueError:
        raise Unclear(f"{shown(text)}的时间不存在，请写成 2024-03-05 14:30 这样的时间。") from None


def _wall_clock(cell: Cell) -> datetime:
    if isinstance(cell, datetime):
        whole = cell + timedelta(milliseconds=500)
        return whole.replace(microsecond=0)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)
    if isinstance(cell, bool):
        raise Unclear("这里应填日期，现为是/否，请写成 2024-03-05 这样的年月日。")
    return _from_text(cell) if isinstance(cell, str) else _from_number(cell)


def to_date(cell: Cell) -> date:
    """A day; a time of day beside it is dropped."""
    return _wall_clock(cell).date()


def to_moment(cell: Cell) -> datetime:
    """An aware moment in Asia/Shanghai, to the second; a bare day is its midnight."""
    return _wall_clock(cell).replace(tzinfo=LOCAL)
