"""What the address of a page asks for: year, month, place, organisation. Bad values get one sentence, not a guess."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count
from django.http import Http404, HttpRequest
from django.utils import timezone

from fazhi.casework.api import Case
from fazhi.figures.api import Publication, Scope
from fazhi.look.api import EARLIEST, LATEST, sight, whole, year_in
from fazhi.people.api import Level, Organisation, Place

KEPT_SECONDS = 300
FULL_ENOUGH = 20  # a year counts as kept once it holds a twentieth of the fullest year's cases


@dataclass(frozen=True)
class Asked:
    """A scope in the asker's sight, with the names of what it is cut to."""

    scope: Scope
    place: str = ""
    place_name: str = ""
    org: Organisation | None = None

    @property
    def year(self) -> int:
        return self.scope.year

    @property
    def before(self) -> Scope:
        """The same cut of the year before."""
        return self.scope.base()

    def whole(self) -> Scope:
        """Without month, place and organisation."""
        return replace(self.scope, month=None, place="", org="")


def asked(request: HttpRequest) -> Asked:
    """Read the query. Http404 with a sentence for a year, month, place or organisation that is not one."""
    place, name = _place(request)
    org = _org(request)
    month = whole(request.GET.get("month"), 1, 12)
    if month is None and request.GET.get("month"):
        raise Http404("月份请填写1至12。")
    scope = Scope(
        year_of(request),
        month,
        place=place,
        org=org.path if org else "",
        sight=sight(request),
    )
    return Asked(scope, place, name, org)


def year_of(request: HttpRequest) -> int:
    """The year of the query, or the latest that the city has kept."""
    if not request.GET.get("year"):
        return latest_year()
    year = year_in(request.GET["year"])
    if year is None:
        raise Http404(f"年度请填写{EARLIEST}至{LATEST}之间的四位数字。")
    return year


def years() -> list[int]:
    """The years one may choose, newest first: those with cases or publications, and this year."""
    known: list[int] | None = cache.get("board-years")
    if known is None:
        known = sorted({*_cases_by_year(), *_published(), timezone.localdate().year}, reverse=True)
        cache.set("board-years", known, KEPT_SECONDS)
    return known


def latest_year() -> int:
    """The last year with a fair share of cases, so that a year just begun does not open as an empty page."""
    known: int | None = cache.get("board-year")
    if known is None:
        found = _cases_by_year()
        enough = max(found.values(), default=0) / FULL_ENOUGH
        kept = [year for year, count in found.items() if count >= enough]
        known = max(kept or _published() or [timezone.localdate().year - 1])
        cache.set("board-year", known, KEPT_SECONDS)
    return known


def _cases_by_year() -> dict[int, int]:
    rows = Case.objects.filter(city=settings.CITY, year__lte=timezone.localdate().year)
    return dict(rows.values_list("year").annotate(n=Count("pk")).order_by())


def _published() -> list[int]:
    return list(Publication.objects.filter(city=settings.CITY).values_list("year", flat=True).distinct().order_by())


def _place(request: HttpRequest) -> tuple[str, str]:
    """The city's own code means the rows recorded for the city itself, not all of it."""
    code = request.GET.get("place", "")
    if not code:
        return "", ""
    found = Place.objects.filter(city=settings.CITY, code=code).first()
    if found is None:
        raise Http404(f"没有区划“{code}”，请从列表中选择。")
    return code, "市本级" if found.level == Level.CITY else found.name


def _org(request: HttpRequest) -> Organisation | None:
    if not request.GET.get("org"):
        return None
    pk = whole(request.GET["org"])
    found = Organisation.objects.filter(city=settings.CITY, pk=pk).first() if pk is not None else None
    if found is None:
        raise Http404("没有这个单位，请从列表中选择。")
    return found
