"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

from fazhi.casework.api import Case, enter_many
from fazhi.city.zhenjiang.build import MOVER
from fazhi.domains.legislation import models
from fazhi.domains.legislation.dossiers import suggestion_dossier
from fazhi.figures.api import Scope

YEAR = Scope(2024)
DAY = date(2024, 5, 6)


def test_the_first_regulation_of_its_field(book, figures_of, strike):
    def listed(key: str, kind: str = "regulation", field: str = "science", enacted: date | None = None, **more: object):
        return book(
            models.LocalRegulation, key=key, valid_from=date(2018, 1, 2), title=f"{key}条例", kind=kind, field=field,
            drafter="市科技局", enacted_on=enacted, **more,
        )  # fmt: skip

    listed("rule", "rule", enacted=date(2020, 1, 2))
    listed("other", field="ecology", enacted=date(2020, 1, 2))
    assert figures_of(YEAR, "F033") == {"F033": False}
    listed("surveyed")
    listed("this year", enacted=date(2024, 1, 1))
    assert figures_of(YEAR, "F033") == {"F033": True}
    assert figures_of(Scope(2025), "F033") == {"F033": False}
    earlier = listed("repealed", enacted=date(2023, 12, 31), valid_to=date(2024, 3, 1))
    assert figures_of(YEAR, "F033") == {"F033": False}
    strike(earlier)
    assert figures_of(YEAR, "F033") == {"F033": True}


def test_points_added(book, figures_of, strike):
    def point(key: str, day: date = DAY, kind: str = "congress", until: date | None = None):
        return book(
            models.ContactPoint, key=key, valid_from=day, valid_to=until, name=f"{key}联系点", kind=kind, host="某社区"
        )

    first, _ = point("1"), point("2", date(2024, 12, 31))
    point("closed again", until=date(2024, 10, 1))
    point("government", kind="government")
    point("before", date(2023, 12, 31))
    point("after", date(2025, 1, 1))
    point("moved", date(2020, 1, 6), until=DAY)
    point("moved")
    assert figures_of(YEAR, "F054") == {"F054": 3}
    strike(first)
    assert figures_of(YEAR, "F054") == {"F054": 2}


def test_suggestions_of_the_year(town, figures_of):
    def suggestion(number: int, received: date, result: str | None, decided: date | None = DAY):
        return suggestion_dossier(
            {"org": town.justice, "place": "321100", "number": str(number), "channel": "letter", "author": "周敏", "regulation": "某条例",
             "gist": "某建议", "received_on": received, "forwarded_on": received, "decided_on": decided, "told_on": None,
             "result": result, "reason": "理由"}
        )  # fmt: skip

    early = date(2024, 1, 2)
    enter_many(
        [
            suggestion(1, early, "ADOPTED"),
            suggestion(2, early, "PARTLY", date(2024, 12, 31)),
            suggestion(3, early, "NOT_ADOPTED"),
            suggestion(4, date(2024, 12, 31), None),
            suggestion(5, date(2024, 12, 30), "ADOPTED", date(2025, 1, 2)),
            suggestion(6, early, "DUPLICATE"),
            suggestion(7, early, "ELSEWHERE"),
            suggestion(8, early, "WITHDRAWN"),
            suggestion(9, date(2023, 12, 29), "ADOPTED"),
            suggestion(10, date(2025, 1, 2), "PARTLY", date(2025, 1, 9)),
        ],
        by=MOVER,
    )
    assert figures_of(YEAR, "F055", "F056") == {"F055": 5, "F056": 2}
    adopted = models.LegislativeSuggestion.objects.get(number="2").case_id
    Case.objects.filter(pk=adopted).update(voided_on=DAY)
    assert figures_of(YEAR, "F055", "F056") == {"F055": 4, "F056": 1}
