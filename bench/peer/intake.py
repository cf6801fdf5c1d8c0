"""A bare Django REST Framework intake as W1 describes it: HS256 bearer token, ten fields, three rows, 201 after the commit.

`BENCH_SQLITE` names its file; without it, the PostgreSQL server of FAZHI_PG_*. The same database settings as ours.
"""

import base64
import hashlib
import hmac
import json
import os

import django
from django.conf import settings

KEY = b"bench"
APP = "bench_peer"


def _database() -> dict[str, object]:
    if file := os.environ.get("BENCH_SQLITE"):
        pragmas = (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-65536;PRAGMA mmap_size=268435456;"
        )
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "CONN_MAX_AGE": None, "OPTIONS": options}
    names = {name: os.environ.get(f"FAZHI_PG_{name}", "") for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    return {"ENGINE": "django.db.backends.postgresql", **names, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}


settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"], DATABASES={"default": _database()}, ROOT_URLCONF=__name__, USE_TZ=True,
    INSTALLED_APPS=["rest_framework"], DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", MIDDLEWARE=[],
    REST_FRAMEWORK={"UNAUTHENTICATED_USER": None, "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]},
)  # fmt: skip
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402 settings come first
from django.db import connection, models, transaction  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import serializers  # noqa: E402
from rest_framework.authentication import BaseAuthentication  # noqa: E402
from rest_framework.exceptions import AuthenticationFailed  # noqa: E402
from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.request import Request  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView  # noqa: E402


class Case(models.Model):
    title = models.CharField(max_length=200)
    org = models.CharField(max_length=60)
    place = models.CharField(max_length=12)
    received_on = models.DateField()
    channel = models.CharField(max_length=8, choices=[(each, each) for each in ("post", "counter")])
    act = models.CharField(max_length=16)
    field = models.CharField(max_length=30, blank=True)
    respondent = models.CharField(max_length=60)
    known_on = models.DateField(null=True)
    applied_on = models.DateField()

    class Meta:
        app_label = APP


class Event(models.Model):
    case = models.ForeignKey(Case, models.CASCADE)
    kind = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = APP


class Deadline(models.Model):
    case = models.ForeignKey(Case, models.CASCADE)
    due_on = models.DateField()

    class Meta:
        app_label = APP


class CaseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Case
        exclude = ["id"]


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def token() -> str:
    """An HS256 JSON web token."""
    head, claims = (_b64(json.dumps(each).encode()) for each in ({"alg": "HS256", "typ": "JWT"}, {"sub": "bench"}))
    return f"{head}.{claims}.{_b64(hmac.new(KEY, f'{head}.{claims}'.encode(), hashlib.sha256).digest())}"


class Caller:
    is_authenticated = True


class Bearer(BaseAuthentication):
    def authenticate(self, request: Request) -> tuple[Caller, None]:
        signed, _, mark = request.META.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ").rpartition(".")
        if not hmac.compare_digest(_b64(hmac.new(KEY, signed.encode(), hashlib.sha256).digest()), mark):
            raise AuthenticationFailed
        return Caller(), None


class Intake(APIView):
    authentication_classes = [Bearer]
    permission_classes = [IsAuthenticated]

    def post(self, request: Request) -> Response:
        given = CaseSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        with transaction.atomic():
            case = given.save()
            Event.objects.create(case=case, kind="opened")
            Deadline.objects.create(case=case, due_on=case.received_on)
        return Response({"id": case.pk, **given.data}, status=201)


urlpatterns = [path("cases", Intake.as_view())]
application = get_wsgi_application()


def make_tables() -> None:
    with connection.schema_editor() as editor:
        for model in (Case, Event, Deadline):
            editor.create_model(model)


if __name__ == "__main__":
    make_tables()
    print(token())
