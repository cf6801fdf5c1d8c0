"""F010-F013: a round counts by its year, bodies and persons once, units drawn, comments one by one."""

from datetime import date

import pytest

from fazhi.domains.leadership.models import (
    AppraisalRound,
    BodyAppraisal,
    Cadre,
    CadreAppraisal,
    LeadingBody,
    MayorComment,
    OnsiteReport,
)


@pytest.fixture
def rounds(add):
    before = add(AppraisalRound, key="2023", period_end=date(2023, 12, 31), valid_from=date(2023, 11, 1))
    return before, add(AppraisalRound, key="2024")


def test_bodies_and_persons_are_counted_once_by_the_year_of_the_round(rounds, add, values, without):
    before, this = rounds
    bodies = [add(LeadingBody) for _ in range(3)]
    cadres = [add(Cadre, body=bodies[0], key=key) for key in ("A", "B", "C")]
    moved = add(Cadre, body=bodies[1], key="A", valid_from=date(2024, 7, 1))
    for stage in ("first", "review"):
        add(BodyAppraisal, round=this, body=bodies[0], stage=stage)
    late = add(BodyAppraisal, round=this, body=bodies[1], happened_on=date(2025, 1, 17))
    add(BodyAppraisal, round=this, body=bodies[2], status="returned")
    add(BodyAppraisal, round=before, body=bodies[2], happened_on=date(2024, 1, 12))
    for cadre in (cadres[0], moved, cadres[1]):
        add(CadreAppraisal, round=this, cadre=cadre)
    add(CadreAppraisal, round=this, cadre=cadres[2], status="pending")
    add(CadreAppraisal, round=this, cadre=add(Cadre, body=bodies[0], rank="section"))
    assert (values()["F010"], values()["F011"]) == (2, 2)  # A was graded in two posts
    assert "F010" in without(late)
    assert (values(2023)["F010"], values(2025)["F010"]) == (1, 0)


def test_only_units_drawn_that_reported_in_person_count(rounds, add, values, without):
    before, this = rounds
    bodies = [add(LeadingBody) for _ in range(5)]
    drawn = [add(OnsiteReport, round=this, body=body) for body in bodies[:2]]
    add(OnsiteReport, round=this, body=bodies[2], choosing="named")
    add(OnsiteReport, round=this, body=bodies[3], attendance="written")
    add(OnsiteReport, round=before, body=bodies[4], happened_on=date(2024, 1, 9))
    assert values()["F012"] == 2
    assert "F012" in without(drawn[0])


def test_the_mayor_comments_on_each_area_and_department_of_the_round(rounds, add, values, without):
    before, this = rounds
    area, department = add(LeadingBody, kind="area"), add(LeadingBody)
    school = add(LeadingBody, kind="institution")
    for body in (area, department, school):
        add(BodyAppraisal, round=this, body=body)
    add(LeadingBody)  # not in the round
    add(OnsiteReport, round=this, body=department)
    add(MayorComment, round=this, body=area)
    add(MayorComment, round=before, body=department, happened_on=date(2024, 1, 9))
    assert (values()["F013·各地各部门"], values()["F013·现场述法单位"]) == (50, 0)
    missing = add(MayorComment, round=this, body=department, corrected_on=date(2025, 2, 1))
    assert (values()["F013·各地各部门"], values()["F013·现场述法单位"], values()["LD04"]) == (100, 100, 50)
    assert without(missing) == {"F013·各地各部门", "F013·现场述法单位", "LD04"}
