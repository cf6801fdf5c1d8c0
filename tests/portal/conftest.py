"""A published year, and what must never be seen: a name, a number, a case's title."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from fazhi.board.reporting.publishing import publish
from fazhi.casework.api import Case, Participant
from fazhi.domains.reconsideration.models import ReconsiderationCase, RiskAlertLetter
from fazhi.figures import registry
from fazhi.figures.api import Count, Holds, Publication, Ratio, Sum, col, register_figures, rows
from fazhi.people.api import WHOLE_CITY, Sight
from fazhi.procedure import edition_on
from fazhi.registers.api import enter
from fazhi.report import outline as outlines
from fazhi.report.api import Outline, register_outline

SECRETS = ("张三丰", "32110219800101123X", "13800138000", "不服治安处罚")
LAST = date(2024, 12, 31)
letters, cases = rows(RiskAlertLetter), rows(ReconsiderationCase)
FIGURES = (
    Count("P01", "制发风险提示函", "件", "市司法局", note="含更正重发", source="《办法》第一条", rows=letters),
    Sum("P02", "提示函依据案件", "件", "市司法局", rows=letters, column="case_count"),
    Ratio(
        "P03", "提示函反馈率", "%", "市司法局", digits=1, reading="全部", whole=letters, part=col("replied_on").known()
    ),
    Holds("P04", "提示函均注明风险", "件", "市司法局", said=1, whole=letters, part=col("risk") != ""),
    Count("P05", "收到行政复议申请", "件", "市司法局", rows=cases),
)
PROSE = "制发提示函{P01}，依据案件{P02}，反馈率{P03·全部}，{P04?均|未}注明风险，收到申请{P05}。"


@pytest.fixture(autouse=True)
def _only_these(monkeypatch: pytest.MonkeyPatch, settings, tmp_path) -> None:
    settings.STATIC_ROOT = tmp_path
    monkeypatch.setattr(registry, "_FIGURES", {})
    monkeypatch.setattr(outlines, "_OUTLINES", {})
    register_figures(FIGURES)
    register_outline("C321100", Outline("镇江市{year}年度报告", "镇江市人民政府", (PROSE,), ()))


@pytest.fixture
def mayor(town, appoint) -> Sight:
    return appoint("市长", "mayor", town.government)


@pytest.fixture
def send(town) -> Callable[..., RiskAlertLetter]:
    """`send("1", date)`: one more letter of the eastern district."""

    def made(number: str, on: date = date(2024, 3, 1), **more: object) -> RiskAlertLetter:
        values = {"place": town.east, "org": town.east_justice, "addressee": town.police, "field": "土地", **more}
        return enter(RiskAlertLetter, WHOLE_CITY, number=number, happened_on=on, risk="张三丰一案程序不规范", **values)

    return made


@pytest.fixture
def records(town, send) -> list[RiskAlertLetter]:
    """Four letters, and a case about a person with a name, a number and a telephone."""
    made = [send("1", replied_on=date(2024, 4, 1)), send("2"), send("3", date(2024, 12, 31)), send("4", case_count=5)]
    edition = edition_on("reconsideration", LAST)
    case = Case.objects.create(
        procedure="reconsideration", edition=edition.edition(), number="秘1", title="张三丰不服治安处罚",
        state=edition.start.name, received_on=date(2024, 5, 1), place=town.east, org=town.east_justice,
    )  # fmt: skip
    ReconsiderationCase.objects.create(
        case=case, channel="post", act="penalty", respondent=town.police, applied_on=LAST
    )
    Participant.objects.create(
        case=case, party="applicant", kind="person", name=SECRETS[0], number=SECRETS[1], contact=SECRETS[2]
    )
    return made


@pytest.fixture
def published(records, mayor) -> Publication:
    return publish(2024, cutoff=LAST, by=mayor)


@pytest.fixture
def visitor(db) -> Client:
    return Client()
