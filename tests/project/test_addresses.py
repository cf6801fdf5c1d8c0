"""Every address of the URL table with values nobody means: whatever is answered, the system never breaks."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

import fazhi
from fazhi.casework.api import Intake, open_case
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.people.api import WHOLE_CITY, User
from fazhi.registers.api import enter

MANY = "9" * 20
DIGITS = "9" * 5000  # more than Python itself reads as a number
NASTY = ("²", "٣", "0", "-1", MANY, DIGITS, "99999", "\0", "' OR 1=1 --", "2024-02-30", "2024-01-01~²", "1.5", "\u202e")  # fmt: skip
MARKS = ("2024-01-01~²", "2024-01-01~" + MANY, "无~1", "none~²", MANY)
GIVEN = {"int": ("0", "1", "99999", MANY, "²"), "year": ("2024", "0", "0000", "1999", "2101", "99999", "²"),
         "str": ("²", "F088", MANY, "\u202e", "safety.drill", "reconsideration.riskalertletter", "xlsx")}  # fmt: skip
NAMED = {
    "id": ("F073",),
    "label": ("reconsideration.riskalertletter",),
    "code": ("reconsideration",),
    "kind": ("json",),
}
READ = re.compile(r"""GET(?:\.get\(|\[)\s*"(\w+)\"""")
SOURCES = Path(fazhi.__file__).parent
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


def routes(entries: list[URLPattern | URLResolver] | None = None, before: str = "/") -> Iterator[str]:
    for entry in get_resolver().url_patterns if entries is None else entries:
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern)


def filled(route: str) -> Iterator[str]:
    """The address with each value in each place, the other places lawful."""
    places = re.findall(r"<(\w+):(\w+)>", route)
    plain = {name: (*NAMED.get(name, ()), *GIVEN[kind])[0] for kind, name in places}
    for kind, name in places:
        for value in (*NAMED.get(name, ()), *GIVEN[kind]):
            yield _with(route, {**plain, name: value})
    if not places:
        yield route


def _with(route: str, values: dict[str, str]) -> str:
    return re.sub(r"<\w+:(\w+)>", lambda found: values[found[1]], route)


def queries() -> list[str]:
    """Every name that some page reads from its query, as the sources say, and the fields of the filters."""
    read = {name for path in SOURCES.rglob("*.py") for name in READ.findall(path.read_text(encoding="utf-8"))}
    assert {"month", "after"} <= read | {"after"}
    return sorted(
        read | {"after", "business", "state", "urgency", "on", "earlier", "later", "place", "year", "month", "org"}
    )


@pytest.fixture
def browser(town, clerk, appoint) -> Client:
    """Someone who may see everything, in a city with a record and a case to see."""
    given = {"org": town.justice, "place": town.city, "number": "1", "addressee": town.police, "field": "土地"}
    enter(RiskAlertLetter, WHOLE_CITY, **given, happened_on=date(2024, 3, 1), risk="程序")
    day = date(2024, 3, 4)
    facts = {"channel": "counter", "act": "penalty", "respondent": town.police, "applied_on": day}
    open_case(Intake("reconsideration", "不服处罚", town.justice, "321100", day, facts), by=clerk)
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=clerk.user), backend=MODEL_BACKEND)
    return client


def sound(response: object, what: str) -> None:
    """Not broken; what is refused or missing is told in a sentence, in Chinese."""
    assert response.status_code < 500, what  # type: ignore[attr-defined]
    if response.status_code in (403, 404):  # type: ignore[attr-defined]
        assert "。" in response.content.decode(), what  # type: ignore[attr-defined]


#: composed anew for each request, of which they read nothing but the year in the address
COMPOSED = re.compile(r"/board/report/2024/(|report\..*|confirm/|publish/)$")


def known(browser: Client) -> Iterator[str]:
    """One address of each route that shows something."""
    for route in routes():
        for address in filled(route):
            if not COMPOSED.match(address) and browser.get(address).status_code == 200:
                yield address
                break


def test_no_part_of_an_address_breaks_a_page(browser: Client, settings, tmp_path: Path):
    settings.VAR = tmp_path
    for route in routes():
        for address in filled(route):
            if address not in {"/logout/", "/login/"}:
                sound(browser.get(address), address)
                sound(browser.post(address, {"version": "²", "reason": "²"}), f"POST {address}")


@pytest.mark.slow
def test_no_query_breaks_a_page(browser: Client, settings, tmp_path: Path):
    settings.VAR = tmp_path
    names = queries()
    for address in list(known(browser)):
        for value in NASTY:
            sound(browser.get(address, dict.fromkeys(names, value)), f"{address} with {value!r:.30} everywhere")
        for name in names:  # one by one: a value refused early would hide the others
            for value in ("²", *MARKS) if name == "after" else ("²",):
                sound(browser.get(address, {name: value}), f"{address}?{name}={value}")


@pytest.mark.parametrize("query", ["month=²", "year=²", "org=²", "month=13", "year=99999", "place=²"])
def test_a_value_that_is_none_is_not_guessed(browser: Client, query: str):
    answer = browser.get(f"/board/?{query}")
    assert answer.status_code == 404 and "请" in answer.content.decode()


def test_a_year_that_cannot_be_is_a_page_that_does_not_exist(browser: Client):
    for year in ("0", "0000", "1999", "2101", "99999"):
        assert browser.get(f"/board/report/{year}/").status_code == 404
        assert browser.get(f"/report/{year}/").status_code == 404
