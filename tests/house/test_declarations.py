"""Every declaration of every domain is whole: figures have owners and words, ledgers have keys, codes are covered."""

import csv
from pathlib import Path

import pytest

from fazhi.figures.api import NotComputed, all_figures, definition
from fazhi.ledgers.api import ledgers, template
from fazhi.procedure import faults, procedures

SEED = Path(__file__).resolve().parents[2] / "../shared/reference/seed-figures.csv"


def test_every_claim_of_the_report_is_a_figure() -> None:
    if not SEED.exists():
        pytest.skip("the list of claims is not beside this checkout")
    with SEED.open(encoding="utf-8") as lines:
        wanted = {row["id"] for row in csv.DictReader(lines)}
    assert wanted - {each.code for each in all_figures()} == set()


@pytest.mark.parametrize("each", all_figures(), ids=lambda f: f.id)
def test_a_figure_says_who_answers_for_it_and_what_it_counts(each) -> None:
    assert each.name and each.owner
    text = definition(each)
    assert text and "None" not in text
    if isinstance(each, NotComputed):
        assert each.reason


@pytest.mark.parametrize("each", ledgers(), ids=lambda one: one.code)
def test_a_ledger_has_a_template(each, tmp_path) -> None:
    assert each.layout.key
    template(each, tmp_path / "模板.xlsx")
    assert (tmp_path / "模板.xlsx").stat().st_size > 3000


@pytest.mark.parametrize("edition", procedures(), ids=lambda p: p.edition())
def test_a_procedure_holds_together(edition) -> None:
    assert faults(edition) == []
