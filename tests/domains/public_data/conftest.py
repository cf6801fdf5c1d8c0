"""The figures of the domain before and after a row is struck out."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fazhi.domains.public_data.figures import FIGURES
from fazhi.figures.api import Scope, evaluate
from fazhi.figures.naive import reckon


def reckoned(year: int) -> dict[str, Any]:
    found = {id: result.value for id, result in evaluate(FIGURES, Scope(year)).items()}
    assert found == {figure.id: reckon(figure, Scope(year)).value for figure in FIGURES}
    return found


@pytest.fixture
def values() -> Callable[..., dict[str, Any]]:
    """Every figure of the domain for a year, by the database and row by row: they must agree."""
    return lambda year=2024: reckoned(year)


@pytest.fixture
def without() -> Callable[[Any], set[str]]:
    """The figures that change when one row is struck out; the row is put back."""

    def changed(row: Any) -> set[str]:
        before = reckoned(2024)
        type(row).objects.filter(pk=row.pk).update(voided_on=date(2024, 12, 31))
        after = reckoned(2024)
        type(row).objects.filter(pk=row.pk).update(voided_on=None)
        return {id for id in before if before[id] != after[id]}

    return changed
