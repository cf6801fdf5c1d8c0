"""Values, cuts and rows of figures on a little city, against hand reckoning, plain Python and the analytic engine."""

from datetime import date
from fractions import Fraction

import pytest

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.figures.analytic import Lake
from fazhi.figures.api import (
    Distinct,
    Holds,
    Scope,
    Sum,
    amount_in_words,
    as_number,
    by_district,
    by_month,
    by_organisation,
    by_year,
    col,
    computed,
    evaluate,
    evaluate_together,
    figure,
    freeze,
    read_as,
    row_ids,
    rows,
    say,
    selection,
    stated,
)
from fazhi.figures.freezing import rows_counted
from fazhi.figures.lake import export
from fazhi.figures.naive import opened, reckon
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


@pytest.fixture
def of_letters(letters) -> list:
    """A sum, a count of different values and two claims over the letters: their numbers are not their rows."""
    for number, letter in enumerate(RiskAlertLetter.objects.order_by("pk")):
        letter.case_count = 1_000_000 * (number + 1)
        letter.save()
    every = rows(RiskAlertLetter)
    of = col("field") == "治安"
    return [
        Sum("T1", "依据案件", "件", "市司法局", rows=every, column="case_count"),
        Distinct("T2", "发往单位", "家", "市司法局", rows=every, column="addressee"),
        Holds("T3", "每次一函", "次", "市司法局", whole=every, part=of, said=1),
        Holds("T4", "全部涉治安", "", "市司法局", whole=every, part=col("place_id") == "321100"),
    ]


def test_what_a_figure_says_it_counts_is_what_it_opens_to(of_letters, cases, tmp_path) -> None:
    figures = [*computed(), *of_letters]
    export(figures, tmp_path)
    lake = Lake(tmp_path, figures)
    scopes = (Scope(2024), Scope(2024, month=12), Scope(2024, place="321181"), Scope(2023))
    for scope in scopes:
        live, from_lake = evaluate(figures, scope), lake.evaluate(scope)
        for each in figures:
            ids = row_ids(each, next(iter(each.measures())), scope)
            assert live[each.id].row_count == len(ids) == from_lake[each.id].row_count, (each.id, scope)
            assert opened(each, scope) == set(ids), (each.id, scope)
    counted = evaluate(figures, Scope(2024))
    assert counted["T1"].value > 5_000_000 and counted["T1"].row_count == 5
    districts = by_district(of_letters, Scope(2024))
    assert sum(cells["T1"].row_count for cells in districts.values()) == counted["T1"].row_count


def test_a_publication_keeps_the_number_of_rows(of_letters, organ) -> None:
    total, claim = of_letters[0], of_letters[2]
    kept = freeze([total, claim], 2024, title="报告", cutoff=date(2024, 12, 31), by=organ)
    frozen = {each.figure: each for each in kept.figures.all()}
    assert frozen["T1"].row_count == 5 == frozen["T1"].row_sets.get().count
    assert (frozen["T3"].value, frozen["T3"].shown, frozen["T3"].unit, frozen["T3"].holds) == ("1", "1", "次", True)


def test_a_number_and_its_unit_belong_together(of_letters) -> None:
    results = evaluate(of_letters, Scope(2024))
    told = {id: (as_number(stated(each)[0]), stated(each)[1], say(each), each.holds) for id, each in results.items()}
    assert told["T3"] == (1, "次", "1次", True)
    assert told["T4"] == (80, "%", "80%", False)
    for each in evaluate(computed(), Scope(2024)).values():
        value, unit = stated(each)
        assert value is None or say(each).endswith(unit)
        assert value is None or as_number(value) == pytest.approx(float(say(each).removesuffix(unit)), abs=1), each


def test_two_years_cost_one_statement_a_table(letters, cases, django_assert_num_queries) -> None:
    tables = {measure.rows.model for each in computed() for measure in each.measures().values()}
    scope = Scope(2024)
    with django_assert_num_queries(len(tables)):
        now, before = evaluate_together(computed(), [scope, scope.base()])
    assert now == evaluate(computed(), scope) and before == evaluate(computed(), scope.base())
    with django_assert_num_queries(1):
        months = by_month(figure("RC01"), scope)
    assert [each.value for each in months] == [
        evaluate([figure("RC01")], scope.of_month(month))["RC01"].value for month in range(1, 13)
    ]
    with pytest.raises(ValueError, match="together"):
        evaluate_together(computed(), [scope, Scope(2024, place="321181")])


def test_the_rows_of_all_figures_cost_one_statement_a_table(of_letters, cases, django_assert_num_queries) -> None:
    figures = [*computed(), *of_letters]
    tables = {measure.rows.model for each in figures for measure in each.measures().values()}
    with django_assert_num_queries(len(tables)):
        counted = rows_counted(figures, Scope(2024))
    for each in figures:
        for name in each.measures():
            assert counted[each.id, name] == row_ids(each, name, Scope(2024)), (each.id, name)


def test_what_stands_held_against_the_year_is_judged_by_the_year(db) -> None:
    found = {each.id for each in computed() if by_year(each)}
    assert {"F009", "F013·各地各部门", "LD02", "PW05"} <= found
    assert not {"F001", "F019", "F072·狭义", "F073", "F088", "RC01", "F008", "F004"} & found


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0元"),
        (8500, "8,500元"),
        (9999, "9,999元"),
        (10_000, "1万元"),
        (19_384_600, "1,938.46万元"),
        (120_000_000, "1.2亿元"),
        (-12_345, "-1.23万元"),
        (1_000_000, "100万元"),
    ],
)
def test_money_as_a_person_reads_it(value: int, said: str) -> None:
    assert amount_in_words(Fraction(value)) == said


def test_money_is_exact_where_a_program_reads_it(letters) -> None:
    RiskAlertLetter.objects.filter(pk=letters[0].pk).update(case_count=12_345_678)
    money = Sum("T5", "金额", "元", "市司法局", rows=rows(RiskAlertLetter), column="case_count")
    result = evaluate([money], Scope(2024))["T5"]
    others = int(result.value) - 12_345_678
    assert read_as(result) == "1,234.57万元" and others < 100
    assert say(result) == f"{12_345_678 + others}元" and as_number(stated(result)[0]) == 12_345_678 + others
