"""Whole numbers and years as an address or a form gives them: one way of reading them, and nothing else is one."""

from django.urls import register_converter

EARLIEST, LATEST = 2000, 2100
MOST = 2**63 - 1  # what a column of the database takes
LONGEST = len(str(MOST))


def whole(text: str | None, least: int = 0, most: int = MOST) -> int | None:
    """The number written in plain digits, within bounds; None for anything else, such as ² or a number of a thousand digits."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > LONGEST:
        return None
    number = int(digits)
    return number if least <= number <= most else None


def year_in(text: str | None) -> int | None:
    """A year that the system can hold records of, in four digits."""
    return whole(text, EARLIEST, LATEST)


class YearConverter:
    """`<year:year>` in an address; another number there is a page that does not exist."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        year = year_in(value)
        if year is None:
            raise ValueError
        return year

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(YearConverter, "year")
