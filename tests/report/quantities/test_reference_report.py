"""The report the system was built from: all 105 claims a person listed must be found, with value and unit."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from fazhi.report.quantities import Quantity, marked_up, read

REFERENCE = Path(__file__).resolve().parents[3] / "../shared/reference"
REPORT = REFERENCE / "000_b75a286a508c1d8d.txt"
SEED = REFERENCE / "seed-figures.csv"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the reference report is not at hand")

# Quotes in which one number has several parts: the sum, or the part the list took, is what the parts must give.
SUMS = {"F102": (Decimal(3), 2)}
UNITS = {
    "位次": {"", "家"},
    "本/人": {"本"},
    "个/所": {"品"},
    "个": {"个", "", "大", "领"},
    "类": {"类", "个"},
    "次": {"次", "键", "查", ""},
}


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


def places(text: str, quantity: list[Quantity], row: dict[str, str]) -> list[Quantity]:
    """The quantities that overlap the quote, at the place in the row's own section."""
    found, at = [], text.find(row["quote"])
    assert at >= 0, row["quote"]
    while at >= 0:
        here = [q for q in quantity if q.offset < at + len(row["quote"]) and q.end > at and q.kind != "heading"]
        found += [q for q in here if q.section == row["section"]]
        at = text.find(row["quote"], at + 1)
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_every_listed_claim_is_found_with_its_value(row: dict[str, str], text: str, quantities: list[Quantity]):
    found = places(text, quantities, row)
    assert found, "nothing found in its section"
    if row["id"] in SUMS:
        total, number = SUMS[row["id"]]
        assert (sum(q.value for q in found), len(found)) == (total, number)
    elif row["unit"] != "%" or any(c.isdigit() for c in row["quote"]):
        matching = [q for q in found if q.value == Decimal(row["value"])]
        assert matching, [(q.text, q.value) for q in found]
        assert any(q.unit in UNITS.get(row["unit"], set()) | {row["unit"]} for q in matching), [
            q.unit for q in matching
        ]
    else:
        assert any(q.qualifier == "all" for q in found), [(q.text, q.qualifier) for q in found]


@pytest.mark.parametrize(
    ("quote", "subject"),
    [
        ("75家", "调解组织"),
        ("210名", "调解员"),
        ("27件", "涉企地方性法规"),
        ("9件", "市政府规章"),
        ("384人", "法治副校长"),
        ("87.5%", "完成率"),
        ("42%", "涉企检查频次"),
        ("1小时内", "接收交办"),
        ("11万人次", "实操培训"),
        ("15条", "采纳或部分采纳人民建议"),
        ("6次", "市政府常务会议专题学法"),
        ("1200余家", "小微企业和工商户"),
        ("1900余万元", "避免和挽回损失"),
        ("400余场次", "应急疏散演练"),
        ("53个", "无感智办高频服务事项清单"),
        ("人手一本", "领导干部"),
        ("所有", "工单、警单"),
        ("在全市推广", "涉企分级分类差异化监管"),
        ("全部", "行政执法突出问题"),
    ],
)
def test_a_quantity_knows_what_it_counts(quote: str, subject: str, quantities: list[Quantity]):
    assert subject in [q.subject for q in quantities if q.text == quote]


def test_every_numeral_of_the_report_is_accounted_for(text: str, quantities: list[Quantity]):
    covered = {at for q in quantities for at in range(q.offset, q.end)}
    missed = [text[max(0, at - 6) : at + 6] for at, c in enumerate(text) if c.isdigit() and at not in covered]
    assert missed == []


def test_names_and_years_carry_a_reason_and_figures_do_not(quantities: list[Quantity]):
    for q in quantities:
        assert bool(q.not_figure_reason) == (not q.is_figure), q
        assert not q.is_figure or q.subject or q.kind == "claim", q


def test_the_sections_are_those_of_the_outline(quantities: list[Quantity]):
    paths = {q.section for q in quantities}
    assert {"", "一", "一(一)", "一(一)1", "一(五)4", "二1", "三3"} <= paths


def test_the_marked_up_report_still_contains_the_whole_text(text: str, quantities: list[Quantity]):
    marked = marked_up(text, quantities)
    kept = "\n".join(line for line in marked.split("\n") if not line.startswith("    "))
    assert kept.replace("⟦", "").replace("⟧", "") == text
