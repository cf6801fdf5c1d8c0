"""The synthetic year: what departments would fill in, and the figures that it gives."""

import pytest

from fazhi.city.zhenjiang.ground import random_for
from fazhi.city.zhenjiang.years import leadership
from fazhi.city.zhenjiang.years._appraisals import APPRAISED_BODIES
from fazhi.city.zhenjiang.years._leading_bodies import bodies
from fazhi.figures.api import Scope
from fazhi.ledgers.api import ledger


def test_the_sheets_fit_their_ledgers(misfits):
    assert misfits("leadership") == []


def test_references_point_at_rows_of_earlier_sheets(paper_ground):
    named: dict[type, set[str]] = {}
    for sheet in leadership.sheets(paper_ground, random_for("leadership", 2024)):
        rows, declared = list(sheet.rows), ledger(sheet.ledger)
        for column, model in declared.references.items():
            assert {row[column] for row in rows} <= named[model], (sheet.ledger, column)
        named[declared.model] = {row.get("key") or row["number"] for row in rows}


def test_the_round_has_its_bodies_with_distinct_names():
    names = [name for name, _, _ in bodies()]
    assert len(names) == len(set(names)) == APPRAISED_BODIES


@pytest.mark.slow
def test_the_year_gives_the_figures_of_the_report(live_through, figures_of):
    live_through("leadership")
    assert figures_of(Scope(2024), "F001", "F002", "F003", "F004", "F009", "F010", "F011", "F012", "F013") == {
        "F001": True, "F002": 6, "F003·按会议": 7, "F003·按议题": 8, "F004": True, "F009": True, "F010": 102, "F011": 1378,
        "F012": 4, "F013·各地各部门": True, "F013·现场述法单位": True,
    }  # fmt: skip
