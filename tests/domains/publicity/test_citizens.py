"""F016 and the board's figures: points, hearings, examinations, events."""

from datetime import date

from fazhi.domains.publicity.models import Activity, HearingAttendance, LawExam, ObservationPoint


def test_points_running_at_the_end_and_points_opened_in_the_year(book, values, without):
    def point(key, since, until=None, status="active"):
        return book(
            ObservationPoint, key=key, name=key, site="community", valid_from=since, valid_to=until, status=status
        )

    old, new = point("1", date(2023, 6, 1)), point("2", date(2024, 12, 31))
    point("3", date(2024, 3, 1), date(2024, 12, 31))
    point("4", date(2024, 3, 1), status="candidate")
    point("5", date(2025, 1, 1))
    assert (values()["F016·年末在册"], values()["F016·当年新建"]) == (2, 2)
    assert without(old) == {"F016·年末在册"}
    assert without(new) == {"F016·年末在册", "F016·当年新建"}


def test_only_those_who_signed_in_attended(book, values, without):
    def hearing(number, day, attended):
        return book(
            HearingAttendance, number=number, happened_on=day, court="市中院", case_number=number, cause="工伤认定", booked=20,
            attended=attended,
        )  # fmt: skip

    first = hearing("1", date(2024, 3, 5), 18)
    hearing("2", date(2024, 12, 31), 20)
    hearing("3", date(2023, 12, 31), 20)
    assert values()["PB02"] == 38
    assert without(first) == {"PB02"}


def test_the_absent_are_not_part_of_the_pass_rate(book, values, without):
    results = ("passed", "passed", "passed", "failed", "absent")
    rows = [
        book(
            LawExam,
            number=str(n),
            happened_on=date(2024, 4, 9),
            cadre=str(n),
            name="张强",
            post="副局长",
            result=result,
        )
        for n, result in enumerate(results)
    ]
    assert values()["PB03"] == 75
    assert without(rows[4]) == set()


def test_events_of_the_month_that_were_held(book, values):
    for n, (kind, status) in enumerate((("art_month", "held"), ("art_month", "cancelled"), ("plan", "held"))):
        book(
            Activity, number=str(n), kind=kind, happened_on=date(2024, 11, 8), name="展演", venue="广场", status=status
        )
    assert values()["PB04"] == 1
