"""Turns what the rooms below refuse into a page with their own sentence.

403 for who may not, 404 for what is not there, 503 while a long write keeps SQLite from taking another.
"""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fazhi.casework.api import UnknownBusiness
from fazhi.ledgers.api import NoSuchLedger
from fazhi.people.api import NotAllowed
from fazhi.procedure import NoSuchProcedure

MISSING = (NoSuchLedger, UnknownBusiness, NoSuchProcedure)


class Refusals:
    """Middleware: a view need not catch what it cannot mend."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotAllowed):
            return render(request, "403.html", {"exception": str(exception)}, status=403)
        if isinstance(exception, MISSING):
            return render(request, "404.html", {"exception": str(exception)}, status=404)
        if isinstance(exception, OperationalError) and "locked" in str(exception):
            return render(request, "503.html", status=503)
        return None
