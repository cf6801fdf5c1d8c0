"""A department's sheet of penalty cases becomes walked cases; a row that the law does not permit is refused with its reason."""

from datetime import date
from pathlib import Path

import pytest

from fazhi.casework.api import Case, events, facts_of
from fazhi.ledgers.api import SheetErrors, import_sheet, ledger
from fazhi.ledgers.sheets import write_rows
from fazhi.registers.codes import make_uscc

ROW = {
    "org": "丹阳市司法局", "place": "321181", "number": "丹市监罚〔2024〕7号", "received_on": date(2024, 3, 4), "field": "market",
    "cause": "使用未经检验的特种设备", "party": "丹阳恒通机械有限公司", "party_kind": "legal", "uscc": make_uscc(7, "321181"),
    "source": "inspection", "filed_on": date(2024, 3, 5), "told_on": date(2024, 3, 20), "decided_on": date(2024, 4, 1),
    "outcome": "PUNISHED", "penalty": "fine", "fine": 30_000, "served_on": date(2024, 4, 2), "published_on": date(2024, 4, 8),
    "paid_on": date(2024, 4, 8), "closed_on": date(2024, 4, 9),
}  # fmt: skip


def bring_in(rows: list[dict], folder: Path, clerk) -> None:
    declared = ledger("enforcement.penaltycase")
    write_rows(declared.layout, rows, folder / "cases.xlsx")
    import_sheet(folder / "cases.xlsx", declared, clerk)


def test_a_row_becomes_a_case(town, clerk, tmp_path):
    minor = {
        **ROW, "number": "丹市监不罚〔2024〕1号", "told_on": None, "outcome": "EXEMPT_MINOR", "fine": None, "penalty": None,
        "published_on": None, "paid_on": None, "list_item": "QF-SJ-01",
    }  # fmt: skip
    running = {**ROW, "number": "丹市监罚〔2024〕8号", "decided_on": None, "outcome": None, "served_on": None, "published_on": None,
               "paid_on": None, "closed_on": None}  # fmt: skip
    bring_in([ROW, minor, running], tmp_path, clerk)
    states = list(Case.objects.order_by("pk").values_list("state", "outcome"))
    assert states == [("closed", "PUNISHED"), ("closed", "EXEMPT_MINOR"), ("told", "")]
    first = Case.objects.order_by("pk")[0]
    assert (facts_of(first).fine, first.participants.get().name) == (3_000_000, "丹阳恒通机械有限公司")


def test_a_party_is_not_written_into_the_log(town, clerk, tmp_path):
    bring_in([ROW], tmp_path, clerk)
    logged = "".join(str(entry.data) for entry in events(Case.objects.get()))
    assert "恒通机械" not in logged and "特种设备" in logged


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"told_on": None}, "已告知待决定"),
        ({"decided_on": date(2024, 3, 19)}, "早于上一步骤"),
        ({"violated_on": date(2021, 3, 1), "discovered_on": date(2024, 3, 4)}, "追责时效"),
        ({"paid_on": None}, "尚未缴清"),
    ],
)
def test_an_unlawful_row_is_refused(town, clerk, tmp_path, change, sentence):
    with pytest.raises(SheetErrors, match=sentence):
        bring_in([{**ROW, **change}], tmp_path, clerk)
    assert not Case.objects.exists()
