"""F004 and F009: one handbook each, and four duties done in person."""

from datetime import date
from fractions import Fraction

import pytest

from fazhi.domains.leadership.models import (
    Cadre,
    DutyRecord,
    HandbookEdition,
    HandbookReceipt,
    LeadingBody,
    PrincipalLeader,
)


@pytest.fixture
def editions(add):
    old = add(HandbookEdition, key="SC2022", valid_from=date(2022, 1, 1), valid_to=date(2024, 3, 1))
    return old, add(HandbookEdition, key="SC2024")


def test_everyone_on_the_roster_has_signed_for_the_edition_in_force(editions, add, values, without):
    old, new = editions
    body = add(LeadingBody)
    first, second = add(Cadre, body=body), add(Cadre, body=body, rank="non_leading")
    receipts = [add(HandbookReceipt, edition=new, cadre=each) for each in (first, second)]
    add(Cadre, body=body, rank="section")
    add(Cadre, body=body, valid_to=date(2024, 12, 31))
    add(Cadre, body=body, valid_from=date(2025, 1, 1))
    add(HandbookReceipt, edition=new, cadre=first)  # a second copy makes no second reader
    assert (values()["F004"], values()["LD01"]) == (100, 0)
    assert without(receipts[1]) == {"F004", "LD01"}
    assert without(receipts[0]) == set()

    third = add(Cadre, body=body, valid_to=date(2025, 1, 1))
    assert (values()["F004"], values()["LD01"]) == (Fraction(200, 3), 1)
    add(HandbookReceipt, edition=old, cadre=third)
    add(HandbookReceipt, edition=new, cadre=third, signed=False)
    add(HandbookReceipt, edition=new, cadre=third, happened_on=date(2025, 1, 2))
    assert values()["LD01"] == 1
    add(HandbookReceipt, edition=new, cadre=third, happened_on=date(2024, 12, 31))
    assert values()["F004"] == 100


def test_each_leader_of_the_city_does_all_four_in_the_year(add, values, without):
    duties = ("deploy", "inquire", "coordinate", "supervise")
    mayor = add(PrincipalLeader, key="1")
    secretary = add(PrincipalLeader, key="2", role="party")
    records = [add(DutyRecord, leader=who, duty=duty) for who in (mayor, secretary) for duty in duties]
    add(PrincipalLeader, key="0", valid_to=date(2024, 1, 18))  # the former mayor
    district = add(PrincipalLeader, key="3", place_id="321181")
    for duty in duties[:3]:
        add(DutyRecord, leader=district, duty=duty)
    add(DutyRecord, leader=district, duty="supervise", happened_on=date(2023, 12, 31))
    assert (values()["F009"], values()["LD02"]) == (100, 0)
    assert without(records[2]) == {"F009"}
    add(DutyRecord, leader=district, duty="supervise", happened_on=date(2024, 12, 31))
    assert values()["LD02"] == 100


def test_two_leaders_do_not_share_the_four_duties(add, values):
    """The four kinds all occur, but nobody did all four."""
    mayor, secretary = add(PrincipalLeader, key="1"), add(PrincipalLeader, key="2", role="party")
    for who, duty in ((mayor, "deploy"), (mayor, "inquire"), (secretary, "coordinate"), (secretary, "supervise")):
        add(DutyRecord, leader=who, duty=duty)
    assert values()["F009"] == 0
