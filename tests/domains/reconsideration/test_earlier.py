"""A case received in 2023 keeps the law of 2017: accepted by receipt, answered in calendar days, no simplified track."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, UnknownStep, act, facts_of, pulse, read
from fazhi.procedure import edition_named


def test_the_last_day_of_2023_and_the_first_of_2024(apply):
    assert [apply(day).edition for day in ("2023-12-31", "2024-01-01")] == [
        "reconsideration@2018-01-01",
        "reconsideration@2024-01-01",
    ]


def test_received_is_accepted_and_counts_from_that_day(apply, due):
    """Received Monday 4 December 2023, not refused by the 11th: sixty days from the 4th end on 2 February 2024."""
    case = apply("2023-12-04")
    assert (due(case, "acceptance"), due(case, "decision"), due(case, "copy")) == (
        "2023-12-11",
        "2024-02-02",
        "2023-12-13",
    )
    pulse(date(2023, 12, 12))
    case.refresh_from_db()
    assert (case.state, due(case, "decision")) == ("ordinary", "2024-02-02")
    assert read(case)[0].last == {"deem_accepted": date(2023, 12, 11)}


def test_ten_days_to_answer_are_calendar_days_and_suspension_does_not_stop_them(apply, walk, due):
    """From Friday 8 December: Monday the 18th, where the law of 2023 would say the 22nd."""
    case = walk(apply("2023-12-04"), ("accept", "2023-12-05"), ("serve_copy", "2023-12-08"))
    assert due(case, "answer_due") == "2023-12-18"
    walk(case, ("suspend", "2023-12-11", {"cause": "other_case"}))
    pulse(date(2023, 12, 19))
    assert facts_of(case).no_evidence
    walk(case, ("resume", "2023-12-21"))  # 11-20 December do not count: ten days
    assert (
        due(case, "decision") == "2024-02-18"
    )  # 12 February; in the Spring Festival until the 17th; the 18th is worked


def test_the_organ_names_the_day_for_corrections(apply, walk, due):
    """Regulation 29: 6-14 December do not count, nine days."""
    asked = {"missing": "身份证明", "correct_by": "2023-12-20"}
    case = walk(apply("2023-12-04"), ("require_correction", "2023-12-06", asked))
    assert due(case, "correction") == "2023-12-20"
    walk(case, ("correct", "2023-12-15"))
    assert (case.state, due(case, "decision"), due(case, "acceptance")) == ("received", "2024-02-18", "2023-12-20")
    other = walk(apply("2023-12-04"), ("require_correction", "2023-12-06", asked))
    pulse(date(2023, 12, 21))
    other.refresh_from_db()
    assert (other.outcome, other.closed_on) == ("ABANDONED", date(2023, 12, 21))


def test_concluded_in_2024_under_the_old_law(apply, walk, due, officer):
    """Extended by the head of the organ to ninety days: Sunday 3 March, so the 4th. Sued within fifteen days of service."""
    case = walk(
        apply("2023-12-04"),
        ("accept", "2023-12-05"),
        ("serve_copy", "2023-12-08"),
        ("answer", "2023-12-15"),
        ("extend", "2024-02-01", {"extend_days": 30, "reason": "情况复杂"}),
    )
    assert due(case, "decision") == "2024-03-04"
    for step in ("convert", "hold_hearing", "accept_simplified"):
        with pytest.raises(UnknownStep):
            act(case, step, by=officer, on=date(2024, 2, 2))
    walk(case, ("decide", "2024-03-01", "REVOKE", {"remake_ordered": True}), ("serve", "2024-03-04"))
    assert (case.concluded_on, due(case, "suit"), due(case, "remaking")) == (
        date(2024, 3, 1),
        "2024-03-19",
        "2024-05-06",
    )
    with pytest.raises(NotPermitted, match="责令重作"):
        walk(case, ("archive", "2024-03-25"))
    walk(case, ("remake", "2024-04-20"), ("archive", "2024-04-22"))
    assert case.closed_on == date(2024, 4, 22)


def test_overdue_under_the_old_law(apply, walk, due, row):
    case = walk(apply("2023-12-04"), ("accept", "2023-12-05"), ("serve_copy", "2023-12-08"))
    pulse(date(2024, 2, 3))
    assert (due(case, "suit_without_decision"), row(case, "decision").open) == ("2024-02-18", True)
    walk(case, ("sue_without_decision", "2024-02-18"), ("decide", "2024-03-01", "MAINTAIN"), ("serve", "2024-03-04"))
    assert row(case, "decision").met_on == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        ("mediate", "MEDIATED"),
        ("permit_withdrawal", "SETTLED"),
        ("permit_withdrawal", "CORRECTED"),
        ("decide", "DISMISSED"),
    ],
)
def test_other_ends(apply, walk, row, step, outcome):
    case = walk(apply("2023-12-04"), ("accept", "2023-12-05"), ("serve_copy", "2023-12-08"), ("answer", "2023-12-15"))
    if step == "mediate":
        walk(case, ("draft_mediation", "2024-01-09"), (step, "2024-01-10"))
    else:
        walk(case, (step, "2024-01-10", outcome), ("serve", "2024-01-12"))
    assert (case.outcome, case.concluded_on) == (outcome, date(2024, 1, 10))
    assert (row(case, "suit") is None) == (step != "decide")


def test_the_copy_and_the_answer_come_first_here_too(apply, walk):
    """2017, articles 23(1) and 28(1)."""
    case = walk(apply("2023-12-04"), ("accept", "2023-12-05"))
    with pytest.raises(NotPermitted, match="第二十三条第一款、第二十八条第一款：申请书副本须已送达"):
        walk(case, ("decide", "2023-12-20", "MAINTAIN"))
    walk(case, ("serve_copy", "2023-12-08"), ("decide", "2023-12-20", "REVOKE"))
    assert read(case)[0].last["no_answer"] == date(2023, 12, 19)


def test_sixty_days_without_a_successor(apply, walk):
    """Regulation 42(2): suspended on 11 December, sixty days end on 9 February 2024."""
    case = walk(apply("2023-12-04"), ("accept", "2023-12-05"), ("suspend", "2023-12-11", {"cause": "death"}))
    pulse(date(2024, 2, 10))
    case.refresh_from_db()
    assert (case.outcome, case.concluded_on) == ("TERMINATED", date(2024, 2, 10))


def test_refused_where_reconsideration_comes_first(apply, walk, due):
    """2017, article 19: fifteen days from 13 December."""
    refusal = {"reason": "不属于复议范围"}
    case = walk(apply("2023-12-04", must_come_first=True), ("refuse", "2023-12-08", refusal), ("serve", "2023-12-13"))
    assert (due(case, "suit_after_refusal"), due(case, "suit")) == ("2023-12-28", None)


def test_every_citation_of_the_old_edition_has_its_article():
    old = edition_named("reconsideration@2018-01-01")
    assert all(citation.article for step in old.steps.values() for citation in step.citations)
    sentences = [step.when.__doc__ or "" for step in old.steps.values() if step.when]
    assert not any("第五十四条" in each or "第七十七条" in each or "第六十四条" in each for each in sentences)
