"""The synthetic year of evaluation fits its ledgers, and plans what the city's report announces."""

import pytest

from fazhi.domains.evaluation.models import PlannedTask
from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("evaluation") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("evaluation")
    assert figures_of(Scope(2024), "F102", "EV01") == {"F102·计划": 3, "F102·完成": 0, "EV01": 1}
    planned = PlannedTask.objects.filter(plan_year=2025, dropped_on__isnull=True, happened_on__year=2024)
    assert planned.values_list("section", flat=True).distinct().count() == 3
    assert figures_of(Scope(2024), "EV05") == {"EV05": planned.count()}
