"""Numbers without gaps or doubles, given out inside the transaction that uses them."""

from django.db import connection

from fazhi.casework.models import Series
from fazhi.registers.api import this_city

TAKE = (
    "INSERT INTO casework_series (city, name, year, last) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (city, name, year) DO UPDATE SET last = casework_series.last + excluded.last RETURNING last"
)


def take(name: str, year: int, count: int = 1) -> int:
    """Reserve `count` numbers of a series and return the first; a rolled-back transaction gives them back."""
    assert Series._meta.db_table == "casework_series"
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [this_city(), name, year, count])
        return int(cursor.fetchone()[0]) - count + 1
