"""The synthetic year: what departments would fill in, and the figures that it gives."""

import pytest

from fazhi.city.zhenjiang.years import tasks
from fazhi.city.zhenjiang.years._task_texts import BUSINESS, DIGITAL, REFORMS
from fazhi.figures.api import Scope


def test_the_sheets_fit_their_ledgers(misfits):
    assert misfits("tasks") == []


def test_the_lists_have_their_lengths():
    assert sum(len(titles) for _, titles in REFORMS) == tasks.REFORM_TASKS
    assert len(DIGITAL) == tasks.DIGITAL_AREAS
    assert sum(len(titles) for *_, titles in DIGITAL) == tasks.DIGITAL_TASKS
    assert sum(len(titles) for *_, titles in BUSINESS) == tasks.BUSINESS_TASKS


@pytest.mark.slow
def test_the_year_gives_the_figures_of_the_report(live_through, figures_of):
    live_through("tasks")
    found = figures_of(Scope(2024), "F014", "F015", "F021", "F022", "F043", "TK03")
    late = found.pop("TK03")
    assert found == {"F014": True, "F015": 55, "F021": 9, "F022": 28, "F043": 27}
    assert late > 0  # the red list has something to show
