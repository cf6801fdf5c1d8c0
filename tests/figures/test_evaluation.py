"""Values, cuts and rows of figures on a little city, against hand reckoning, plain Python and the analytic engine."""

from fractions import Fraction

import pytest

from fazhi.figures.analytic import Lake
from fazhi.figures.api import Scope, by_district, by_month, by_organisation, computed, evaluate, figure, say, selection
from fazhi.figures.lake import export
from fazhi.figures.naive import reckon
from fazhi.people.api import sight_of

RECONSIDERATION = ("F072·狭义", "F072·广义", "F073", "F074", "F075", "F076", "RC01", "RC02", "RC03")


def values(scope: Scope) -> dict[str, Fraction | None]:
    results = evaluate([figure(id) for id in RECONSIDERATION], scope)
    return {id: result.value for id, result in results.items()}


def test_values_by_hand(letters, cases) -> None:
    found = values(Scope(2024))
    assert found["F073"] == 3
    assert found["F072·狭义"] == Fraction(200, 3)  # mediated and settled, of three concluded
    assert found["F072·广义"] == Fraction(200, 3)  # one of three was sued
    assert found["F076"] == 3 and found["RC01"] == 5 and found["RC02"] == 3
    assert values(Scope(2025))["RC02"] == 1 and values(Scope(2023))["F073"] == 1


def test_a_row_taken_away_changes_only_what_counts_it(letters, cases) -> None:
    before = values(Scope(2024))
    letters[0].delete()
    after = values(Scope(2024))
    assert {id for id in before if before[id] != after[id]} == {"F073"}


def test_cuts_add_up(letters, cases) -> None:
    each = figure("RC01")
    districts = by_district([each], Scope(2024))
    assert {code: cells["RC01"].value for code, cells in districts.items()} == {"321100": 4, "321181": 1}
    assert sum(r.value for r in by_month(each, Scope(2024))) == 5
    assert sum(cells["RC01"].value for cells in by_organisation([each], Scope(2024)).values()) == 5


def test_a_figure_opens_to_the_rows_it_counts(letters, cases) -> None:
    for id in RECONSIDERATION:
        each = figure(id)
        result = evaluate([each], Scope(2024))[id]
        name, measure = next(iter(each.measures().items()))
        assert selection(measure.rows, Scope(2024)).count() == result.row_count, (id, name)


def test_a_district_sees_its_own(town, letters, cases, appoint) -> None:
    east = appoint("丹阳联络员", "department", town.east_justice)
    assert values(Scope(2024, sight=east))["RC02"] == 1
    stranger = appoint("句容联络员", "department", town.west_justice)
    assert values(Scope(2024, sight=stranger))["RC01"] == 0
    assert values(Scope(2024, sight=sight_of(None)))["RC01"] == 0


def test_plain_python_is_of_the_same_opinion(letters, cases) -> None:
    for scope in (Scope(2024), Scope(2024, month=4), Scope(2024, place="321181"), Scope(2023)):
        results = evaluate(computed(), scope)
        for each in computed():
            assert reckon(each, scope).value == results[each.id].value, (each.id, scope)


def test_the_analytic_engine_is_of_the_same_opinion(letters, cases, tmp_path) -> None:
    export(computed(), tmp_path)
    lake = Lake(tmp_path, computed())
    for scope in (Scope(2024), Scope(2024, month=4), Scope(2024, place="321181")):
        live, from_lake = evaluate(computed(), scope), lake.evaluate(scope)
        assert {id: r.value for id, r in live.items()} == {id: r.value for id, r in from_lake.items()}


@pytest.mark.parametrize(("wording", "said"), [("", "1234件"), ("余100", "1200余件"), ("bare", "1234")])
def test_wordings_are_not_values(wording, said, letters, cases) -> None:
    result = evaluate([figure("RC01")], Scope(2024))["RC01"]
    bigger = type(result)(**{**{f: getattr(result, f) for f in result.__dataclass_fields__}, "value": Fraction(1234)})
    assert say(bigger, wording) == said
