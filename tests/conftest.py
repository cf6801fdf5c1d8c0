"""The standing cast: a small city, its bodies, and people who may, who may not, and who are strangers."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as site
from django.db import connection
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from fazhi.journal import guard
from fazhi.people.api import Kind, Level, Mandate, Organisation, Place, Post, Sight, User, sight_of

# a busy machine is no reason to fail: what is asked is whether a property holds, not how fast
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


CHROMIUM = "/usr/bin/chromium"


@dataclass
class Town:
    """A city with two districts, and a neighbour city whose rows must never count."""

    city: Place
    east: Place
    west: Place
    east_town: Place
    government: Organisation
    justice: Organisation
    police: Organisation
    east_government: Organisation
    east_justice: Organisation
    west_justice: Organisation


@pytest.fixture
def town(db) -> Town:
    city = Place.objects.create(code="321100", city="C321100", name="镇江市", level=Level.CITY)
    east = Place.objects.create(code="321181", city="C321100", name="丹阳市", level=Level.DISTRICT, parent=city)
    west = Place.objects.create(code="321183", city="C321100", name="句容市", level=Level.DISTRICT, parent=city)
    east_town = Place.objects.create(code="321181101", city="C321100", name="云阳街道", level=Level.TOWN, parent=east)

    def body(name: str, short: str, place: Place, parent: Organisation | None, kind: str = Kind.DEPARTMENT):
        return Organisation.objects.create(
            city="C321100", name=name, short=short, kind=kind, place=place, parent=parent, since=date(2000, 1, 1)
        )

    government = body("镇江市人民政府", "市政府", city, None, Kind.GOVERNMENT)
    east_government = body("丹阳市人民政府", "丹阳市政府", east, government, Kind.GOVERNMENT)
    west_government = body("句容市人民政府", "句容市政府", west, government, Kind.GOVERNMENT)
    return Town(
        city=city,
        east=east,
        west=west,
        east_town=east_town,
        government=government,
        justice=body("镇江市司法局", "市司法局", city, government),
        police=body("镇江市公安局", "市公安局", city, government, Kind.POLICE),
        east_government=east_government,
        east_justice=body("丹阳市司法局", "丹阳市司法局", east, east_government),
        west_justice=body("句容市司法局", "句容市司法局", west, west_government),
    )


def person(name: str, role: str, org: Organisation, **mandates: str) -> Sight:
    """Someone with one post; `mandates` gives offices by procedure, several joined by a space."""
    user = User.objects.create_user(username=name, name=name, city="C321100")
    post = Post.objects.create(user=user, org=org, title=name, role=role, since=date(2020, 1, 1))
    for procedure, offices in mandates.items():
        for office in offices.split():
            Mandate.objects.create(post=post, procedure=procedure, office=office)
    return sight_of(user)


@pytest.fixture
def appoint() -> Callable[..., Sight]:
    """`appoint("姓名", "department", org)`: someone beyond the standing cast."""
    return person


@pytest.fixture
def officer(town: Town) -> Sight:
    return person(
        "复议承办人", "officer", town.justice, reconsideration="officer", annex_review="officer", basis_review="officer"
    )


@pytest.fixture
def chief(town: Town) -> Sight:
    return person("复议机构负责人", "officer", town.justice, reconsideration="chief")


@pytest.fixture
def organ(town: Town) -> Sight:
    return person("市政府负责人", "head", town.government, reconsideration="organ", annex_review="organ")


@pytest.fixture
def stranger(town: Town) -> Sight:
    return person("句容市司法局承办人", "officer", town.west_justice, reconsideration="officer chief organ")


@pytest.fixture
def clerk(town: Town) -> Sight:
    return person("法治办经办人", "clerk", town.justice)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"没有找到浏览器 {CHROMIUM}")
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        # playwright's loop stands in this thread; Django takes that for a coroutine and would refuse the database
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def emptied_afterwards(chromium, transactional_db) -> None:
    """A browser test's database is emptied by deleting rows, which the journal's guards refuse."""
    guard.remove(connection)


@pytest.fixture(
    params=[pytest.param("sqlite", marks=pytest.mark.slow), pytest.param("postgres", marks=pytest.mark.postgres)]
)
def own_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of child processes that have an empty database to themselves."""
    here = {"FAZHI_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "fazhi.project.settings"}
    if request.param == "sqlite":
        yield {**os.environ, **here, "FAZHI_DATABASE": "sqlite", "FAZHI_SQLITE": str(tmp_path / "city.sqlite3")}
        return
    psycopg = pytest.importorskip("psycopg")
    if site.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        pytest.skip("需要 PostgreSQL：用 .ci/postgres 运行")
    server, name = site.POSTGRES, f"fazhi_child_{os.getpid()}"
    where = {"host": server["HOST"], "port": server["PORT"], "user": server["USER"], "password": server["PASSWORD"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **where) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield {**os.environ, **here, "FAZHI_DATABASE": "postgres", "FAZHI_PG_NAME": name}
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
