"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.casework.api import Case, enter_many
from fazhi.city.zhenjiang.build import MOVER
from fazhi.domains.normative import models
from fazhi.domains.normative.dossiers import review_dossier
from fazhi.figures.api import Scope

YEAR = Scope(2024)
DAY = date(2024, 5, 6)
REVIEWED = ("F037", "F038", "F039", "F040")


@pytest.fixture
def document(book):
    def enter_document(kind: str = "policy_document", reviewed: date | None = DAY, listed: date = DAY, **more: object):
        given = {"subject": "unequal", "title": "若干政策", "maker": "市财政局", **more}
        number = str(models.CleanupItem.objects.count())
        return book(models.CleanupItem, number=number, happened_on=listed, kind=kind, reviewed_on=reviewed, **given)

    return enter_document


def test_documents_reviewed_by_kind(document, figures_of, strike):
    one = document("local_regulation")
    document("municipal_rule"), document("normative_document")
    document(), document(reviewed=date(2024, 12, 31))
    document(reviewed=date(2024, 1, 2), listed=date(2023, 12, 20))
    document(subject="unified_market"), document(concerns_enterprises=False)
    document(reviewed=date(2023, 12, 31), listed=date(2023, 7, 3))
    document(reviewed=date(2025, 1, 2), listed=date(2025, 1, 1))
    found = figures_of(YEAR, "F036", *REVIEWED)
    assert found == {"F036": True, "F037": 1, "F038": 1, "F039": 1, "F040": 3}
    strike(one)
    assert figures_of(YEAR, "F036", *REVIEWED) == {**found, "F037": 0}


@pytest.mark.parametrize("reviewed", [None, date(2025, 1, 2)])
def test_one_document_not_reviewed_in_time(document, figures_of, reviewed):
    document()
    assert figures_of(YEAR, "F036") == {"F036": True}
    document(reviewed=reviewed)
    assert figures_of(YEAR, "F036", "F040") == {"F036": False, "F040": 1}


def test_documents_cleaned_up(document, figures_of, strike):
    def dealt(kind: str, outcome: str, on: date | None = DAY, **more: object):
        return document(kind, outcome=outcome, completed_on=on, **more)

    for outcome in ("amend", "repeal", "lapse"):
        dealt("normative_document", outcome), dealt("policy_document", outcome)
    last = dealt("policy_document", "repeal", date(2024, 12, 31))
    dealt("normative_document", "keep"), dealt("policy_document", "keep", None)
    dealt("policy_document", "repeal", None)
    dealt("policy_document", "repeal", date(2025, 1, 1))
    dealt("normative_document", "amend", date(2023, 12, 31), reviewed=date(2023, 12, 1), listed=date(2023, 11, 1))
    dealt("normative_document", "repeal", subject="ecology"), dealt("municipal_rule", "repeal")
    assert figures_of(YEAR, "F041", "F042") == {"F041": 3, "F042": 4}
    strike(last)
    assert figures_of(YEAR, "F041", "F042") == {"F041": 3, "F042": 3}


def test_reviews_concluded_in_the_year(town, figures_of):
    def review(number: int, result: str | None, received: date, concluded: date | None = None, org=town.justice):
        return review_dossier(
            {"org": org, "place": org.place_id, "register_no": str(number), "document": "实施办法", "maker": "government",
             "drafter": "市住建局", "received_on": received, "concluded_on": concluded or received, "result": result, "opinion": "意见"}
        )  # fmt: skip

    enter_many(
        [
            review(1, "LAWFUL", DAY),
            review(2, "AMEND", date(2023, 12, 28), date(2024, 1, 2)),
            review(3, "UNLAWFUL", DAY, date(2024, 5, 20)),
            review(4, "NOT_NORMATIVE", DAY),
            review(5, "WITHDRAWN", DAY),
            review(6, "LAWFUL", DAY, org=town.east_justice),
            review(7, "LAWFUL", date(2024, 12, 30), date(2025, 1, 6)),
            review(8, "AMEND", date(2023, 12, 28)),
            review(9, None, DAY),
        ],
        by=MOVER,
    )
    assert figures_of(YEAR, "F057") == {"F057": 3}
    Case.objects.filter(outcome="UNLAWFUL").update(voided_on=DAY)
    assert figures_of(YEAR, "F057") == {"F057": 2}


def test_papers_of_two_kinds(book, town, figures_of, strike):
    def paper(number: str, kind: str = "opinion", day: date = DAY, **more: object):
        return book(
            models.LegalOpinion, number=number, happened_on=day, kind=kind, subject="agreement", title="合作协议", requester="市财政局",
            drafter="李文", signer="赵国强", **more,
        )  # fmt: skip

    first, _ = paper("1"), paper("2", day=date(2024, 12, 31))
    paper("3", "review_opinion")
    paper("4", withdrawn=True), paper("5", "review_opinion", withdrawn=True)
    paper("6", day=date(2023, 12, 31)), paper("7", day=date(2025, 1, 1))
    paper("8", org=town.east_justice, place=town.east)
    assert figures_of(YEAR, "F058", "F059") == {"F058": 2, "F059": 1}
    strike(first)
    assert figures_of(YEAR, "F058", "F059") == {"F058": 1, "F059": 1}
    paper("1")
    assert figures_of(YEAR, "F058") == {"F058": 2}
