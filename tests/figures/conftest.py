"""A little city with letters and cases, and rows that must never count."""

from datetime import date, timedelta

import pytest

from fazhi.casework.api import Dossier, Intake, Taken, enter_many
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.people.api import Ability, Sight

MOVER = Sight(who="import:0", name="迁移", everything=True, abilities=frozenset(Ability))


def letter(org, place: str, number: str, on: date, addressee, **other) -> RiskAlertLetter:
    return RiskAlertLetter.objects.create(
        org=org,
        place_id=place,
        number=number,
        happened_on=on,
        addressee=addressee,
        field="治安",
        risk="告知不全",
        **other,
    )


@pytest.fixture
def letters(town) -> list[RiskAlertLetter]:
    """Three of the city in 2024; strangers: withdrawn, of a county, of 2023, struck out, of another city."""
    counted = [letter(town.justice, "321100", f"险提〔2024〕{n}号", date(2024, n, 3), town.police) for n in (1, 5, 12)]
    letter(town.justice, "321100", "收回1号", date(2024, 6, 1), town.police, withdrawn=True)
    letter(town.east_justice, "321181", "丹险提1号", date(2024, 6, 1), town.police)
    letter(town.justice, "321100", "险提〔2023〕9号", date(2023, 12, 31), town.police)
    letter(town.justice, "321100", "重复", date(2024, 7, 1), town.police, voided_on=date(2024, 7, 2))
    letter(town.justice, "321100", "扬州1号", date(2024, 7, 1), town.police, city="C321000")
    return counted


def dossier(org, place: str, received: date, respondent, *ends: Taken, **facts) -> Dossier:
    given = {"channel": "counter", "act": "penalty", "respondent": respondent, "applied_on": received, **facts}
    accepted = received + timedelta(days=1)
    steps = [Taken("accept", accepted), Taken("serve_copy", accepted), Taken("answer", accepted + timedelta(days=3))]
    return Dossier(Intake("reconsideration", "不服处罚", org, place, received, given), (*steps, *ends))


def mediation(on: date) -> tuple[Taken, Taken]:
    """The paper is drawn up, then signed and sealed."""
    return Taken("draft_mediation", on), Taken("mediate", on)


@pytest.fixture
def cases(town) -> None:
    """Concluded in 2024: mediated (city), maintained and sued (city), settled (county). Strangers: refused, concluded 2025."""
    heard = Taken("hear_opinions", date(2024, 4, 1), {"record": "当面"})
    mediated = dossier(
        town.justice, "321100", date(2024, 3, 4), town.police, *mediation(date(2024, 4, 8)), channel="internet"
    )
    kept = dossier(
        town.justice, "321100", date(2024, 3, 11), town.police, heard, Taken("decide", date(2024, 4, 22), {}, "MAINTAIN"),
        Taken("serve", date(2024, 4, 24)), Taken("sue", date(2024, 5, 6)),
    )  # fmt: skip
    settled = dossier(
        town.east_justice,
        "321181",
        date(2024, 3, 18),
        town.police,
        Taken("permit_withdrawal", date(2024, 4, 9), outcome="SETTLED"),
    )
    refused = Dossier(
        Intake("reconsideration", "不服答复", town.justice, "321100", date(2024, 5, 6),
               {"channel": "internet", "act": "disclosure", "respondent": town.police, "applied_on": date(2024, 5, 6)}),
        (Taken("refuse", date(2024, 5, 8), {"ground": "scope", "reason": "不属于受案范围"}),),
    )  # fmt: skip
    late = dossier(
        town.justice, "321100", date(2024, 12, 2), town.police, *mediation(date(2025, 1, 6)), channel="internet"
    )
    enter_many([mediated, kept, settled, refused, late], by=MOVER)
