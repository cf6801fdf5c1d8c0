"""Bodies and divisions by the words of a sheet, as they stand at this row: an earlier row may have made them."""

from django.conf import settings
from django.db.models import Q

from fazhi.ledgers.roll import Complaint
from fazhi.people.api import Organisation, Place

BY_SHEET = "台账导入"


def body_named(column: str, text: str) -> Organisation:
    standing = Organisation.objects.filter(city=settings.CITY, until__isnull=True).select_related(
        "place", "parent__place"
    )
    found = list(standing.filter(Q(name=text) | Q(short=text))[:2])
    if len(found) != 1:
        raise Complaint(column, f"没有名为“{text}”的单位，请先设立，或者填写单位全称。")
    return found[0]


def place_named(column: str, text: str) -> Place:
    standing = Place.objects.filter(city=settings.CITY, until__isnull=True)
    found = list(standing.filter(Q(code=text) | Q(name=text))[:2])
    if len(found) != 1:
        raise Complaint(column, f"没有区划“{text}”或者有重名，请填写区划代码。")
    return found[0]
