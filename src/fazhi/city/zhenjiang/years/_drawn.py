"""Telephone numbers, days, moments, towns and shares as several years of the demonstration draw them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import district

SHANGHAI = ZoneInfo("Asia/Shanghai")
SATURDAY = 5


def phone(random: Random) -> str:
    """A fixed line of the city."""
    return f"0511-8{random.randrange(1_000_000, 9_999_999)}"


def workday(random: Random, first: date, last: date) -> date:
    """A day from Monday to Friday between two days; a draw on a weekend moves to the Friday before it, if that is inside."""
    day = first + timedelta(days=random.randrange((last - first).days + 1))
    over = day.weekday() - SATURDAY
    if over < 0:
        return day
    friday = day - timedelta(days=over + 1)
    return friday if friday >= first else day + timedelta(days=2 - over)


def moment(random: Random, day: date, first: int = 8, last: int = 18) -> datetime:
    """An instant of a day between two hours, Beijing time."""
    return datetime.combine(
        day, time(random.randrange(first, last), random.randrange(60), random.randrange(60)), SHANGHAI
    )


def town(random: Random, ground: Ground, within: str = "") -> str:
    """A town, of one district or of any by weight."""
    code = within or district(random)
    return random.choice([each for each in ground.towns if each.startswith(code)])


def split(random: Random, total: int, parts: int, least: int, most: int) -> list[int]:
    """Whole numbers between two bounds that add up to a total."""
    if not least * parts <= total <= most * parts:
        raise ValueError(f"{total} cannot be split into {parts} parts of {least} to {most}")
    shares = [least] * parts
    rest = total - least * parts
    while rest:
        place = random.randrange(parts)
        more = min(rest, most - shares[place], random.randint(1, max(1, (most - least) // 3)))
        shares[place] += more
        rest -= more
    return shares


def cycle(items: Sequence[str], number: int) -> str:
    return items[number % len(items)]
