"""When one may apply, and through whom: articles 20, 21, 30(2) and 32, regulation 16, each with its dates."""

from datetime import date

import pytest

from fazhi.casework.api import BadAnswers, NotPermitted, facts_of, pulse, read

LATE = "超过法定申请期限"


@pytest.fixture
def in_time(apply, walk):
    """Whether an application of a day is accepted in the ordinary procedure on that day."""

    def ask(day: str, **facts: object) -> bool:
        case = apply(
            day,
            **{
                name: date.fromisoformat(v) if name.endswith(("_on", "from", "until")) else v
                for name, v in facts.items()
            },
        )
        try:
            walk(case, ("accept", day))
        except NotPermitted as refused:
            assert LATE in str(refused)
            return False
        return True

    return ask


def test_not_told_of_the_right(in_time):
    """Article 20(3): told on 6 May, sixty days end on Friday 5 July."""
    told = {"known_on": "2024-01-10", "uninformed": True, "informed_on": "2024-05-06"}
    assert in_time("2024-07-05", **told)
    assert not in_time("2024-07-08", **told)
    assert not in_time("2024-07-05", known_on="2024-01-10")


def test_not_told_but_no_later_than_a_year(in_time):
    """Known on 10 April 2023: a year ends on 10 April 2024, though sixty days from being told would end on 19 May."""
    told = {"known_on": "2023-04-10", "uninformed": True, "informed_on": "2024-03-20"}
    assert in_time("2024-04-10", **told)
    assert not in_time("2024-04-11", **told)
    assert in_time("2024-04-10", known_on="2023-04-10", uninformed=True)  # never told


def test_a_longer_time_by_another_law(in_time, apply):
    """Article 20(1): ninety days from 4 January end on 3 April 2024; a shorter time no law may give."""
    law = {"known_on": "2024-01-04", "longer_days": 90, "longer_basis": "某法第二十条"}
    assert in_time("2024-04-03", **law)
    assert not in_time("2024-04-07", **law)
    with pytest.raises(BadAnswers, match="应当超过六十日，现填30日"):
        apply("2024-03-04", longer_days=30, longer_basis="某法第二十条")
    with pytest.raises(BadAnswers, match="写明规定该期限的法律"):
        apply("2024-03-04", longer_days=90)


def test_the_longest_times_stand_against_every_excuse(in_time):
    """Article 21: five years from the act, twenty for real estate."""
    assert in_time("2024-03-04", acted_on="2019-03-04", known_on="2024-02-20")
    assert not in_time("2024-03-05", acted_on="2019-03-04", known_on="2024-02-20")
    assert not in_time("2024-03-05", acted_on="2019-03-04", known_on="2024-02-20", delay_excused=True)
    assert in_time("2024-03-05", acted_on="2019-03-04", known_on="2024-02-20", real_estate=True)
    assert in_time("2024-03-04", acted_on="2004-03-04", known_on="2024-02-20", real_estate=True)
    assert not in_time("2024-03-05", acted_on="2004-03-04", known_on="2024-02-20", real_estate=True)


def test_a_body_that_did_not_act(in_time):
    """Regulation 16(1)(2): asked on 2 January, sixty days end on 2 March; sixty more end on 1 May, so on Monday the 6th."""
    asked = {"act": "inaction", "requested_on": "2024-01-02"}
    assert not in_time("2024-03-01", **asked)
    assert in_time("2024-03-04", **asked)
    assert in_time("2024-05-06", **asked)
    assert not in_time("2024-05-07", **asked)
    assert in_time("2024-01-08", urgent=True, **asked)  # 16(2)


def test_a_body_with_a_day_to_perform_by(in_time):
    """Regulation 16(1)(1): the time to perform ends on 5 February; sixty days from it on Friday 5 April, so on the 7th."""
    asked = {"act": "inaction", "requested_on": "2024-01-15", "perform_due_on": "2024-02-05"}
    assert not in_time("2024-02-05", **asked)
    assert in_time("2024-02-06", **asked)
    assert in_time("2024-04-07", **asked)
    assert not in_time("2024-04-08", **asked)


def test_the_days_of_an_obstacle_do_not_count(in_time, apply):
    """Article 20(2): twenty days from 1 to 20 February; 4 March becomes Sunday 24 March, so the 25th."""
    flood = {
        "known_on": "2024-01-04",
        "delay_excused": True,
        "obstacle_from": "2024-02-01",
        "obstacle_until": "2024-02-20",
    }
    assert in_time("2024-03-25", **flood)
    assert not in_time("2024-03-26", **flood)
    with pytest.raises(BadAnswers, match="一并填写"):
        apply("2024-03-04", delay_excused=True, obstacle_from=date(2024, 2, 1))


def test_the_simplified_track_is_no_way_round(apply, walk):
    late = apply("2024-03-05", known_on=date(2024, 1, 4), act="disclosure", simple_ground="disclosure")
    with pytest.raises(NotPermitted, match=LATE):
        walk(late, ("accept_simplified", "2024-03-06"))


def test_before_2024_by_its_own_articles(apply, walk):
    """2017, article 9: known on 2 October 2023, sixty days end on 1 December."""
    walk(apply("2023-12-01", known_on=date(2023, 10, 2)), ("accept", "2023-12-04"))
    late = apply("2023-12-04", known_on=date(2023, 10, 2))
    with pytest.raises(NotPermitted, match="第九条第一款、第二款：申请已超过法定申请期限"):
        walk(late, ("accept", "2023-12-05"))


def test_through_the_penalising_organ(apply, walk, due, row):
    """Article 32(2): handed in on Monday 4 March, five working days end on the 11th; the review counts from the forwarding."""
    case = apply("2024-03-04", channel="agency")
    assert (due(case, "forwarding"), row(case, "acceptance"), row(case, "correction_notice")) == (
        "2024-03-11",
        None,
        None,
    )
    assert case.next_due == date(2024, 3, 11)
    for step, data in (
        ("accept", {}),
        ("require_correction", {"missing": "身份证明"}),
        ("refuse", {"ground": "scope", "reason": "无"}),
    ):
        with pytest.raises(NotPermitted, match="转送"):
            walk(case, (step, "2024-03-06", data))
    walk(case, ("forward", "2024-03-08"))
    assert row(case, "forwarding").met_on == date(2024, 3, 8)
    assert due(case, "acceptance") == due(case, "correction_notice") == "2024-03-15"
    with pytest.raises(NotPermitted, match="只能进行一次"):
        walk(case, ("forward", "2024-03-11"))
    pulse(date(2024, 3, 18))
    case.refresh_from_db()
    assert (case.state, facts_of(case).accepted_on) == ("ordinary", date(2024, 3, 15))


def test_not_forwarded_is_late_and_accepts_nothing(apply, walk, row):
    case = apply("2024-03-04", channel="agency")
    pulse(date(2024, 4, 1))
    case.refresh_from_db()
    assert (case.state, row(case, "forwarding").open, case.next_due) == ("received", True, date(2024, 3, 11))
    walk(case, ("withdraw_before_acceptance", "2024-04-01"))
    with pytest.raises(BadAnswers, match="可以通过处罚机关提交"):
        apply("2024-03-04", channel="agency", act="licence")


def test_a_refusal_for_want_of_jurisdiction_names_the_organ(apply, walk):
    """Article 30(2)."""
    case = apply("2024-05-06")
    elsewhere = {"ground": "jurisdiction", "reason": "被申请人为海关"}
    with pytest.raises(NotPermitted, match="有管辖权的行政复议机关"):
        walk(case, ("refuse", "2024-05-08", elsewhere))
    walk(case, ("refuse", "2024-05-08", {**elsewhere, "competent_organ": "南京海关"}))
    assert read(case)[0].answers["competent_organ"] == "南京海关"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"applied_on": date(2024, 3, 5)}, "“申请日期”：2024-03-05晚于收到日期2024-03-04"),
        ({"known_on": date(2024, 3, 5)}, "“知道行政行为日期”：2024-03-05晚于申请日期2024-03-04"),
        (
            {"acted_on": date(2024, 2, 6), "known_on": date(2024, 2, 5)},
            "“行政行为作出日期”：2024-02-06晚于知道行政行为日期",
        ),
        ({"requested_on": date(2024, 3, 5), "act": "inaction"}, "“行政机关收到履职申请日期”"),
        ({"informed_on": date(2024, 2, 5)}, "已经告知的不需要填写"),
    ],
)
def test_days_out_of_order_are_refused_at_intake(apply, facts, sentence):
    with pytest.raises(BadAnswers, match=sentence):
        apply("2024-03-04", **facts)
