"""Of which years there are records at all: a report of any other year would be a report of zeros."""

from django.conf import settings
from django.db.models import Model

from fazhi.figures.registry import computed
from fazhi.registers.api import Entry


def has_records(year: int) -> bool:
    """Whether anything that a figure counts happened in the year. What merely stands on a list is no record of it."""
    return any(table._default_manager.filter(city=settings.CITY, year=year).exists() for table in _tables())


def years_with_records() -> list[int]:
    """Ascending."""
    found: set[int] = set()
    for table in _tables():
        found |= set(
            table._default_manager.filter(city=settings.CITY).order_by().values_list("year", flat=True).distinct()
        )
    return sorted(found)


def without_records(year: int) -> str:
    """The sentence that says so, with the years that there are; empty where the year has records."""
    if has_records(year):
        return ""
    years = years_with_records()
    known = f"有记录的年度为{'、'.join(f'{each}年' for each in years)}" if years else "系统中尚无任何年度的记录"
    return f"{year}年没有记录，{known}"


def _tables() -> list[type[Model]]:
    """Cases and events, in a settled order."""
    tables = {measure.rows.model for figure in computed() for measure in figure.measures().values()}
    return sorted((each for each in tables if not issubclass(each, Entry)), key=lambda each: str(each._meta.label))
