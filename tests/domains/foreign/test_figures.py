"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date
from fractions import Fraction

from fazhi.casework.api import Case, enter_many
from fazhi.city.zhenjiang.build import MOVER
from fazhi.domains.foreign import models
from fazhi.domains.foreign.dossiers import notary_dossier
from fazhi.figures.api import Scope
from fazhi.registers.codes import make_uscc

YEAR = Scope(2024)
DAY = date(2024, 5, 6)


def test_trainings_and_who_came(book, figures_of, strike):
    def session(number: str, day: date = DAY, kind: str = "foreign", status: str = "held"):
        return book(models.TrainingSession, number=number, happened_on=day, title="海外投资", kind=kind, status=status)

    def sign(of, firm: int, absent: bool = False):
        return book(
            models.TrainingAttendance, number=f"{of.number}-{firm}", happened_on=of.happened_on, session=of, enterprise=f"企业{firm}",
            uscc=make_uscc(firm, "321100"), absent=absent,
        )  # fmt: skip

    one, two = session("1"), session("2", date(2024, 12, 31))
    first = sign(one, 1)
    again = sign(two, 1)
    sign(two, 2), sign(two, 3, absent=True)
    for other in (
        session("3", kind="trade"),
        session("4", status="cancelled"),
        session("5", date(2023, 12, 31)),
        session("6", date(2025, 1, 1)),
    ):
        sign(other, 9)
    assert figures_of(YEAR, "F050", "F051") == {"F050": 2, "F051·企业": 2, "F051·家次": 3}
    strike(again)
    assert figures_of(YEAR, "F050", "F051") == {"F050": 2, "F051·企业": 2, "F051·家次": 2}
    strike(first)
    assert figures_of(YEAR, "F050", "F051") == {"F050": 2, "F051·企业": 1, "F051·家次": 1}
    strike(two)
    assert figures_of(YEAR, "F050") == {"F050": 1}


def test_certificates_of_the_year(town, figures_of):
    def matter(number: int, scope: str, on: date, result: str = "ISSUED", received: date | None = None):
        return notary_dossier(
            {"org": town.justice, "place": "321100", "register_no": str(number), "office": "镇江公证处", "applicant": "周敏",
             "matter": "出生", "scope": scope, "destination": "美国", "received_on": received or on, "accepted_on": received or on,
             "concluded_on": on, "result": result, "certificate_no": f"第{number}号", "reason": "材料虚假"}
        )  # fmt: skip

    running = {"org": town.justice, "place": "321100", "register_no": "0", "office": "镇江公证处", "applicant": "周敏",
               "matter": "出生", "scope": "foreign", "destination": "美国", "received_on": DAY}  # fmt: skip
    enter_many(
        [
            matter(1, "foreign", DAY),
            matter(2, "foreign", date(2024, 1, 2), received=date(2023, 12, 29)),
            matter(3, "hkmt", DAY),
            matter(4, "domestic", date(2024, 12, 31)),
            matter(5, "foreign", date(2025, 1, 2), received=date(2024, 12, 31)),
            matter(6, "foreign", date(2023, 12, 29)),
            matter(7, "foreign", DAY, "REFUSED"),
            matter(8, "foreign", DAY, "WITHDRAWN"),
            matter(9, "domestic", DAY, "TERMINATED"),
            notary_dossier(running),
        ],
        by=MOVER,
    )
    assert Case.objects.get(title="出生公证", closed_on=None).state == "received"
    assert figures_of(YEAR, "F052", "F053") == {"F052": 2, "F053": Fraction(200, 4)}
    Case.objects.filter(concluded_on=date(2024, 12, 31)).update(voided_on=DAY)
    assert figures_of(YEAR, "F052", "F053") == {"F052": 2, "F053": Fraction(200, 3)}


def test_talent_at_the_end_of_the_year(book, figures_of):
    for key, since, until in (
        ("1", DAY, None),
        ("2", DAY, DAY),
        ("3", date(2025, 1, 1), None),
        ("4", date(2020, 1, 1), date(2025, 1, 1)),
    ):
        book(
            models.ForeignTalent, key=key, valid_from=since, valid_to=until, name="李文", employer="某律师事务所", unit="law_firm",
            level="reserve", languages="英语",
        )  # fmt: skip
    assert figures_of(YEAR, "FT01") == {"FT01": 2}
