"""Worked legality reviews, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of

ALL_WELL = {"authority_checked": True, "content_checked": True, "procedure_checked": True, "opinion": "合法"}


def due(case, limit: str = "review") -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def test_lawful_within_fifteen_working_days(submit, staff):
    case = submit(date(2024, 4, 15))
    # 16-19, 22-26, 28 (a make-up Sunday), 29, 30 April; 6, 7, 8 May
    assert due(case) == date(2024, 5, 8)
    act(case, "conclude_lawful", by=staff, on=date(2024, 4, 25), outcome="LAWFUL", data=ALL_WELL)
    assert (case.state, case.outcome, case.concluded_on) == ("closed", "LAWFUL", date(2024, 4, 25))
    assert facts_of(case).reviewed_on == date(2024, 4, 25)


def test_days_with_the_drafter_do_not_count(submit, staff):
    case = submit(date(2024, 3, 4))
    assert due(case) == date(2024, 3, 25)
    with pytest.raises(NotPermitted, match="退回起草单位补正"):
        act(case, "resubmit", by=staff, on=date(2024, 3, 5))
    act(case, "return_file", by=staff, on=date(2024, 3, 6), data={"missing": "制定依据对照表"})
    with pytest.raises(NotPermitted, match="审查中"):
        act(case, "conclude_lawful", by=staff, on=date(2024, 3, 7), outcome="LAWFUL", data=ALL_WELL)
    act(case, "resubmit", by=staff, on=date(2024, 3, 13))
    # out: 6, 7, 8, 11 and 12 March
    assert due(case) == date(2024, 4, 1)
    assert facts_of(case).returned is True


def test_not_lawful_before_all_is_checked(submit, staff):
    case = submit(date(2024, 3, 4))
    with pytest.raises(NotPermitted, match="逐项核对"):
        act(
            case,
            "conclude_lawful",
            by=staff,
            on=date(2024, 3, 12),
            outcome="LAWFUL",
            data={**ALL_WELL, "content_checked": False},
        )
    unlawful = {**ALL_WELL, "content_checked": False, "opinion": "第五条没有上位法依据"}
    act(case, "conclude", by=staff, on=date(2024, 3, 12), outcome="UNLAWFUL", data=unlawful)
    assert (case.outcome, facts_of(case).content_checked) == ("UNLAWFUL", False)


@pytest.mark.parametrize(
    ("days", "urgent", "passes"), [(30, False, True), (29, False, False), (None, False, False), (7, True, True)]
)
def test_comment_of_thirty_days_where_enterprises_are_concerned(submit, staff, days, urgent, passes):
    """优化营商环境条例第六十二条第二款."""
    case = submit(date(2024, 3, 4), concerns_enterprises=True, comment_days=days, urgent=urgent)
    if passes:
        act(case, "conclude_lawful", by=staff, on=date(2024, 3, 12), outcome="LAWFUL", data=ALL_WELL)
        assert case.outcome == "LAWFUL"
    else:
        with pytest.raises(NotPermitted, match="三十日"):
            act(case, "conclude_lawful", by=staff, on=date(2024, 3, 12), outcome="LAWFUL", data=ALL_WELL)


def test_set_aside_or_withdrawn(submit, staff):
    aside = submit(date(2024, 3, 4))
    act(aside, "set_aside", by=staff, on=date(2024, 3, 6), outcome="NOT_NORMATIVE", data={"opinion": "内部管理文件"})
    withdrawn = submit(date(2024, 3, 4))
    act(withdrawn, "withdraw", by=staff, on=date(2024, 3, 6), outcome="WITHDRAWN")
    assert (aside.outcome, withdrawn.outcome) == ("NOT_NORMATIVE", "WITHDRAWN")
