"""What a step costs: statements, counted. More would be a change to be argued for, not to slip in."""

import re
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.casework.api import Participant, act, open_case, settle

TIMES = re.compile(r"^\s*(\d+ times: )?")  # one prepared statement, several rows
WRITES = ("INSERT", "UPDATE", "DELETE")


def counted(queries: CaptureQueriesContext) -> tuple[int, int]:
    """(reads, writes); savepoints of the test's own transaction are neither."""
    said = [TIMES.sub("", each["sql"]) for each in queries.captured_queries]
    return sum(sql.startswith("SELECT") for sql in said), sum(sql.startswith(WRITES) for sql in said)


def test_opening_writes_six_rows_in_six_statements(intake, officer, opened):
    opened()
    given = intake("2024-03-04")
    people = (
        {"party": "applicant", "kind": "person", "name": "张三"},
        {"party": "third_party", "kind": "person", "name": "李四"},
    )
    object.__setattr__(given, "participants", people)
    with CaptureQueriesContext(connection) as queries:
        open_case(given, by=officer)
    assert counted(queries) == (0, 6)
    assert Participant.objects.count() == 2


def test_a_step_reads_two_things_and_writes_three(accepted, officer):
    """The case with its organ and its events; the event, the case and its limits. Each further thing has its reason."""
    with CaptureQueriesContext(connection) as queries:
        act(accepted, "join_third_party", by=officer, on=date(2024, 3, 11))
    assert counted(queries) == (2, 3)
    with CaptureQueriesContext(connection) as queries:  # a condition reads facts and children, marks are kept
        act(accepted, "serve_copy", by=officer, on=date(2024, 3, 12))
    assert counted(queries) == (4, 3)
    with CaptureQueriesContext(connection) as queries:  # a key is looked up beside these, and a mark is written
        act(accepted, "answer", by=officer, on=date(2024, 3, 20), key="k")
    assert counted(queries) == (5, 4)


def test_settling_costs_two_reads_a_look_and_four_writes_a_consequence(opened):
    case = opened("2024-02-07")
    with CaptureQueriesContext(connection) as queries:
        settle(case, date(2024, 3, 1))
    assert counted(queries) == (4, 4)
