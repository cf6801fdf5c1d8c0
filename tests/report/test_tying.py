"""Which figure a number of a text speaks of: every claim of the reference report its own, and nothing by a chance of words."""

import csv
from pathlib import Path

import pytest

from fazhi.report.checking import spoken_of
from fazhi.report.quantities import Quantity, read
from fazhi.report.tying import Tie, tie

REFERENCE = Path(__file__).resolve().parents[2] / "../shared/reference"
REPORT, SEED = REFERENCE / "000_b75a286a508c1d8d.txt", REFERENCE / "seed-figures.csv"
beside = pytest.mark.skipif(not SEED.exists(), reason="the reference report is not at hand")


def tied(text: str) -> dict[str, str]:
    """{text of a quantity: code of the figure it is tied to}."""
    return {each.quantity.text: each.figure.code for each in tie(read(text), spoken_of(), text).values()}


def rows() -> list[dict[str, str]]:
    if not SEED.exists():
        return []
    with SEED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def text() -> str:
    return REPORT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def quantities(text: str) -> list[Quantity]:
    return read(text)


@pytest.fixture(scope="module")
def ties(text: str, quantities: list[Quantity]) -> dict[int, Tie]:
    return tie(quantities, spoken_of(), text)


def quoted(text: str, quantities: list[Quantity], row: dict[str, str]) -> list[Quantity]:
    """The quantities of a quote, where it stands in the row's own section."""
    found, at = [], text.find(row["quote"])
    while at >= 0:
        end = at + len(row["quote"])
        found += [q for q in quantities if q.offset < end and q.end > at and q.section == row["section"]]
        at = text.find(row["quote"], at + 1)
    return found


@beside
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_each_claim_of_the_reference_report_is_tied_to_its_own_figure(row, text, quantities, ties) -> None:
    codes = [ties[q.offset].figure.code for q in quoted(text, quantities, row) if q.offset in ties]
    assert row["id"] in codes, codes


#: claims that the report makes a second time, where the list has them once
SAID_AGAIN = {("双领", "F014"), ("1小时内", "F097")}


@beside
def test_nothing_of_the_reference_report_is_tied_to_a_figure_it_does_not_state(text, quantities, ties) -> None:
    listed = {(q.offset, row["id"]) for row in rows() for q in quoted(text, quantities, row)}
    invented = [
        (each.quantity.text, each.figure.code) for at, each in ties.items() if (at, each.figure.code) not in listed
    ]
    assert [pair for pair in invented if pair not in SAID_AGAIN] == []


@pytest.mark.parametrize(
    "text",
    [
        "企业“一次都不跑”。",
        "其中一次办结率100%。",
        "政务服务窗口一次性告知率达100%。",
        "坚持四个自信，落实四个方面任务。",
        "三方协议签订率100%。",
        "对重点企业逐一建档。",
        "全面梳理信访积案，全部办结。",
        "所有学校均配备食堂。",
        "开展双向挂职，实行一企一策、一键登录。",
        "全市首家数字法庭揭牌，制定地方性法规3件。",
        "我市首部地方志出版，另制定地方性法规一览表。",
    ],
)
def test_a_word_that_does_not_stand_in_the_text_ties_nothing(text: str) -> None:
    assert tied(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“一件事”申请实现一次提交。", {"一次": "F019"}),
        ("推行“综合查一次”。", {"一次": "F044"}),
        ("健全“综合查一次”机制。", {"一次": "F104"}),
        ("涉外公证占公证办证总量的18.5%，比上年增长百分之二。", {"18.5%": "F053"}),
        ("行政复议直接纠错率23.5%，同比下降5.1%。", {"23.5%": "RC03"}),
        ("开展应急疏散演练436场次，较上年增加20场次。", {"436场次": "F088"}),
        ("扬中市涉企检查较同期减少42%。", {"42%": "F069"}),
        ("县级公安机关接报案中心7个建成6个，完成率75%。", {"6个": "F098", "75%": "F099"}),
        ("7个县级公安机关接报案中心建成6个，完成率75%。", {"6个": "F098", "75%": "F099"}),
    ],
)
def test_a_number_goes_to_the_figure_whose_words_it_has(text: str, expected: dict[str, str]) -> None:
    assert tied(text) == expected
