"""Lists and records, figures, what was published, limits and the journal, as programs read them."""

import hashlib
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.board.reporting.publishing import publish
from fazhi.domains.reconsideration.models import ReconsiderationCase, RiskAlertLetter
from fazhi.feeds.operations.registers import tables
from fazhi.figures import registry
from fazhi.figures.api import Count, NotComputed, Publication, Ratio, col, register_figures, rows
from fazhi.journal.api import checkpoint, head
from fazhi.people.api import WHOLE_CITY, Sight
from fazhi.procedure.periods import explain
from fazhi.registers.api import enter, strike_out
from fazhi.report import outline as outlines
from fazhi.report.api import Outline, register_outline

LETTERS = "reconsideration.riskalertletter"
letters = rows(RiskAlertLetter)
FIGURES = (
    Count("P01", "制发风险提示函", "件", "市司法局", note="含更正重发", rows=letters),
    Ratio("P02", "提示函反馈率", "%", "市司法局", digits=1, whole=letters, part=col("replied_on").known()),
    Count("P05", "收到行政复议申请", "件", "市司法局", rows=rows(ReconsiderationCase)),
    NotComputed("P09", "八五普法", reason="“八五”是规划名称，不是统计结果。"),
)


@pytest.fixture
def figures(monkeypatch) -> None:
    monkeypatch.setattr(registry, "_FIGURES", {})
    monkeypatch.setattr(outlines, "_OUTLINES", {})
    register_figures(FIGURES)
    register_outline(
        "C321100", Outline("镇江市{year}年度报告", "镇江市人民政府", ("制发提示函{P01}，反馈率{P02}。",), ())
    )


@pytest.fixture
def send(town) -> Callable[..., RiskAlertLetter]:
    def made(number: str, on: date = date(2024, 3, 1), west: bool = False, **more: object) -> RiskAlertLetter:
        place, org = (town.west, town.west_justice) if west else (town.east, town.east_justice)
        values = {"place": place, "org": org, "addressee": town.police, "field": "土地", "risk": "程序不规范", **more}
        return enter(RiskAlertLetter, WHOLE_CITY, number=number, happened_on=on, **values)

    return made


@pytest.fixture
def mayor(town, appoint) -> Sight:
    return appoint("市长", "mayor", town.government)


@pytest.fixture
def east(program, appoint, town):
    return program(appoint("丹阳法治办", "clerk", town.east_justice))


@pytest.mark.parametrize("model", tables(), ids=lambda each: each._meta.label_lower)
def test_every_list_and_record_is_described_and_read(system, model):
    label = model._meta.label_lower
    told = system.get(f"/registers/{label}").json()
    assert told["columns"] and all(each["label"] and each["type"] for each in told["columns"])
    assert system.get(f"/registers/{label}/rows").json() == {"items": [], "next": None}


def test_rows_are_those_in_sight(east, outsider, send, town, refused):
    mine = [send(str(n)) for n in range(3)]
    other = send("9", west=True)
    strike_out(mine[2], WHOLE_CITY, "重复")
    east.get("/me")
    with CaptureQueriesContext(connection) as queries:
        told = east.get(f"/registers/{LETTERS}/rows").json()
    assert [each["id"] for each in told["items"]] == [mine[0].pk, mine[1].pk] and len(queries) == 1
    assert len(east.get(f"/registers/{LETTERS}/rows?voided=true").json()["items"]) == 3
    assert east.get(f"/registers/{LETTERS}/rows?year=2023").json()["items"] == []
    values = told["items"][0]["values"]
    assert (values["number"], values["happened_on"], values["addressee"]) == ("0", "2024-03-01", town.police.pk)
    assert east.get(f"/registers/{LETTERS}/rows/{mine[0].pk}").json() == told["items"][0]
    refused(east.get(f"/registers/{LETTERS}/rows/{other.pk}"), 404)
    refused(outsider.get(f"/registers/{LETTERS}/rows/{mine[0].pk}"), 404)
    refused(east.get(f"/registers/{LETTERS}/rows?on=2024-01-01"), 400)
    assert [each["id"] for each in outsider.get(f"/registers/{LETTERS}/rows").json()["items"]] == [other.pk]


def test_a_figure_is_computed_in_the_callers_sight(east, program, mayor, send, figures, system, refused):
    for number in range(4):
        send(str(number), replied_on=date(2024, 4, 1) if number else None)
    send("9", west=True)
    city = program(mayor)
    told = east.get("/figures/P01?year=2024").json()
    assert (told["value"], told["shown"], told["row_count"], told["kind"]) == (4, "4件", 4, "计数") and told[
        "definition"
    ]
    assert city.get("/figures/P01?year=2024").json()["value"] == 5
    assert east.get("/figures/P01?year=2024&month=2").json()["value"] == 0
    assert city.get("/figures/P01?year=2024&place=句容市").json()["value"] == 1
    ratio = east.get("/figures/P02?year=2024").json()
    assert (ratio["value"], ratio["numerator"], ratio["denominator"]) == (75, 3, 4)
    assert [each["set"] for each in ratio["sets"]] == ["part", "whole"]
    listed = {each["code"]: each for each in city.get("/figures?year=2024").json()["items"]}
    assert listed["P01"]["value"] == 5 and listed["P09"]["value"] is None and "规划名称" in listed["P09"]["definition"]
    refused(system.get("/figures/P01?year=2024"), 403)
    refused(city.get("/figures/P01"), 400)


def test_a_figure_opens_to_its_cuts_and_rows(program, mayor, send, figures, refused):
    first, _ = send("1", replied_on=date(2024, 5, 1)), send("2", on=date(2024, 7, 1), west=True)
    city = program(mayor)

    def cut(by: str) -> dict[str, float]:
        return {
            each["label"]: each["value"] for each in city.get(f"/figures/P01/cuts?year=2024&by={by}").json()["items"]
        }

    assert cut("district") == {"丹阳市": 1, "句容市": 1}
    assert cut("org") == {"丹阳市司法局": 1, "句容市司法局": 1}
    assert (len(cut("month")), cut("month")["3月"], cut("month")["7月"]) == (12, 1, 1)
    rows = city.get("/figures/P02/rows?year=2024&set=part").json()["items"]
    assert rows == [{"id": first.pk, "table": LETTERS, "case": None, "org": first.org_id, "place": first.place_id}]
    assert len(city.get("/figures/P02/rows?year=2024&set=whole").json()["items"]) == 2
    refused(city.get("/figures/P02/rows?year=2024&set=nothing"), 400)
    refused(city.get("/figures/P09/cuts?year=2024"), 404)


def test_the_report_is_computed_for_those_who_see_the_city(program, mayor, east, send, figures, refused):
    send("1"), send("2", west=True)
    told = program(mayor).get("/reports/2024").json()
    assert [(each["code"], each["shown"]) for each in told["figures"]] == [("P01", "2件"), ("P02", "0.0%")]
    refused(east.get("/reports/2024"), 403)
    refused(program(mayor).get("/reports/24"), 404)


@pytest.fixture
def published(figures, send, mayor) -> Publication:
    send("1"), send("2", west=True)
    return publish(2024, cutoff=date(2024, 12, 31), by=mayor)


def test_what_is_published_needs_no_token(public, published, send):
    send("3")
    told = public.get("/published/2024").json()
    assert (told["number"], told["journal_root"]) == (1, published.journal_root)
    assert [each["year"] for each in public.get("/published").json()["items"]] == [2024]
    figure = public.get("/published/2024/figures/P01").json()
    assert (figure["shown"], figure["row_count"]) == ("2", 2), "as published, whatever was recorded since"
    assert {each["label"] for each in figure["districts"]} >= {"丹阳市", "句容市"}
    assert [each["id"] for each in public.get("/published/2024/figures").json()["items"]] == ["P01", "P02"]


def test_the_published_file_is_given_byte_for_byte(public, published):
    content = public.get("/published/2024/report").content
    assert hashlib.sha256(content).hexdigest() == public.get("/published/2024").json()["files"]["json"]
    checkpoint()
    assert public.get("/published/2024/proof").json()["stream"] == "publication"


def test_what_was_not_published_is_not_there(public, published, refused):
    for path in (
        "/published/2023",
        "/published/2024?number=2",
        "/published/2024/figures/P05",
        "/published/2023/report",
    ):
        refused(public.get(path), 404)


def test_a_limit_is_reckoned_as_on_the_command_line(public, town):
    told = public.get("/clocks/rc-accept/due?start=2024-02-07").json()
    assert told["derivation"] == explain("RC-ACCEPT", date(2024, 2, 7)).as_json()
    assert told["derivation"]["due"] == "2024-02-20" and told["clock"]["id"] == "RC-ACCEPT"
    paused = public.get("/clocks/RC-ACCEPT/due?start=2024-02-07&pauses=2024-02-08..2024-02-20").json()
    assert paused["derivation"]["due"] > "2024-02-20"
    assert public.get("/clocks/RC-ACCEPT/due?start=2024-02-07&pauses=2024-02-08..").json()["derivation"]["due"] is None
    assert [each["id"] for each in public.get("/clocks?q=RC-ACCEPT").json()["items"]][0] == "RC-ACCEPT"
    assert len(public.get("/clocks").json()["items"]) > 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("?start=x", 400),
        ("?start=2024-02-30", 400),
        ("?start=2024-02-07T99", 400),
        ("?start=1600-01-01", 400),
        ("?start=1950-01-01", 404),
        ("?start=2199-12-31", 422),
        ("?start=2024-02-07&pauses=x", 400),
        ("?start=2024-02-07&pauses=2024-03-01..2024-02-01", 422),
        ("?start=2024-02-07&extended=11", 400),
        ("?start=2024-02-07&extended=1", 422),
        ("?start=2024-02-07T09:30:00%2B08:00", 200),
    ],
)
def test_a_limit_that_cannot_be_reckoned_is_said(public, town, query, status):
    answer = public.get(f"/clocks/RC-ACCEPT/due{query}")
    assert answer.status_code == status, answer.content.decode()


def test_the_head_of_the_journal_and_its_proof(public, send, refused):
    send("1")
    checkpoint()
    old = public.get("/journal/head").json()
    send("2")
    checkpoint()
    told = public.get(f"/journal/consistency?from={old['size']}").json()
    now = head()
    assert (told["old_root"], told["new_root"], told["new_size"]) == (old["root"], now.root.hex(), now.size)
    refused(public.get("/journal/consistency"), 400)
    refused(public.get(f"/journal/consistency?from={now.size + 1}"), 404)
    refused(public.get(f"/journal/consistency?from=1&to={10**17}"), 404)


def test_bodies_and_places_are_listed(system, town):
    listed = system.get("/organisations?q=丹阳").json()["items"]
    assert {each["short"] for each in listed} == {"丹阳市政府", "丹阳市司法局"}
    assert [each["code"] for each in system.get("/places?level=district&size=1").json()["items"]] == ["321181"]
    after = system.get("/places?level=district&after=321181").json()
    assert [each["code"] for each in after["items"]] == ["321183"] and after["next"] is None
