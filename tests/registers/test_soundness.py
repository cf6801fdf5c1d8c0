"""Rows that cannot be: whoever writes them, and by whichever way, they are refused with a sentence at the column."""

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from fazhi.casework.api import Case
from fazhi.domains.enforcement.models import Bulletin, PenaltyCase, SupervisionPlanItem
from fazhi.domains.inspection.models import RandomInspection
from fazhi.domains.leadership.models import BodyAppraisal
from fazhi.domains.powers.models import DiscretionBenchmark
from fazhi.domains.publicity.models import VicePrincipal
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.domains.safety.models import Drill, KeyIndustry
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import Entry, Record, Sound, amend, enter, set_beforehand, unsound

TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)
TABLES = [table for table in apps.get_models() if issubclass(table, Sound)]
BEFOREHAND = re.compile("期限|时限|截止|届满|应|计划|有效期|施行|要求")
#: columns named like a plan whose day is nevertheless the day of something done
DONE = {"SupervisionPlanItem.happened_on", "PlannedTask.happened_on", "PlannedCheck.happened_on",
        "TrainingTally.happened_on", "ReviewTally.happened_on", "ReconsiderationCase.informed_on",
        "ReconsiderationCase.suit_lapsed_on"}  # fmt: skip


def letter(town, **other):
    given = {
        "org": town.justice,
        "place": town.city,
        "number": "1",
        "addressee": town.police,
        "field": "土地",
        "risk": "程序",
    }
    return enter(RiskAlertLetter, WHOLE_CITY, **{**given, "happened_on": date(2024, 3, 1), **other})


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_no_count_of_any_table_is_negative(table):
    for column in table._meta.concrete_fields:
        counts = isinstance(column, models.IntegerField) and not isinstance(column, models.ForeignKey)
        if counts and column.editable and not column.choices and column.name != "id":
            assert "不能是负数" in unsound(table, {column.name: -1})[column.name]
            assert unsound(table, {column.name: 0}) == {}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_day_of_something_done_has_come_and_a_day_set_beforehand_need_not(table):
    for column in table._meta.concrete_fields:
        if (
            not isinstance(column, models.DateField)
            or not column.editable
            or column.name in ("recorded_at", "known_from")
        ):
            continue
        told = unsound(table, {column.name: TOMORROW}).get(column.name, "")
        named = column.name in ("valid_from", "valid_to") or BEFOREHAND.search(str(column.verbose_name))
        ahead = bool(named) and f"{table.__name__}.{column.name}" not in DONE
        assert set_beforehand(table, column.name) == ahead or table is Case, (
            f"{column}: declare it `ahead`, or relabel it"
        )
        assert ("晚于今天" in told) == (not set_beforehand(table, column.name)), column
        assert unsound(table, {column.name: TODAY}) == {}


def test_what_is_planned_may_lie_ahead():
    assert "请把“状态”填为“计划中”" in unsound(Drill, {"happened_on": TOMORROW, "status": "held"})["happened_on"]
    for status in ("planned", "cancelled"):
        assert unsound(Drill, {"happened_on": TOMORROW, "status": status}) == {}
    assert unsound(BodyAppraisal, {"happened_on": TOMORROW, "status": "pending"}) == {}
    assert "report_on" in unsound(BodyAppraisal, {"report_on": TOMORROW, "status": "pending"})


def test_what_was_done_about_a_record_was_done_no_earlier():
    early = {"happened_on": date(2024, 3, 5), "replied_on": date(2024, 3, 4)}
    assert unsound(RiskAlertLetter, early) == {"replied_on": "“反馈日期”2024-03-04早于“制发日期”2024-03-05，请核对。"}
    assert unsound(RiskAlertLetter, {**early, "replied_on": date(2024, 3, 5)}) == {}


def test_unless_the_table_says_that_it_came_before():
    drawn = {"happened_on": date(2024, 3, 5), "subject_drawn_on": date(2024, 3, 1), "published_on": date(2024, 3, 4)}
    assert list(unsound(RandomInspection, drawn)) == ["published_on"]
    done = {"happened_on": date(2024, 3, 5), "done_on": date(2024, 3, 1), "status": "done"}
    assert unsound(SupervisionPlanItem, done) == {}


def test_orders_that_a_table_declares_hold_for_numbers_too():
    assert "“已整改数”大于“累计问题数”" in unsound(Bulletin, {"problems": 3, "rectified": 4})["rectified"]
    assert list(unsound(DiscretionBenchmark, {"least": 2, "most": 1})) == ["least"]
    assert list(unsound(KeyIndustry, {"valid_from": date(2024, 1, 2), "valid_to": date(2024, 1, 1)})) == ["valid_to"]
    found = unsound(PenaltyCase, {"violated_on": date(2024, 1, 2), "discovered_on": date(2024, 1, 1)})
    assert list(found) == ["discovered_on"]


def test_no_text_hides_characters_or_turns_the_writing(town):
    assert "U+202E" in unsound(RiskAlertLetter, {"risk": "程序\u202e不当"})["risk"]
    assert unsound(RiskAlertLetter, {"risk": "第一行\n第二行\t程序"}) == {}
    with pytest.raises(ValidationError, match="控制字符"):
        letter(town, risk="程序\u2066")


def test_a_term_may_end_in_years_to_come():
    assert unsound(VicePrincipal, {"valid_from": TODAY, "valid_to": TODAY + timedelta(days=1000)}) == {}


def test_entering_and_amending_ask(town):
    with pytest.raises(ValidationError, match="不能是负数"):
        letter(town, case_count=-5)
    with pytest.raises(ValidationError, match="晚于今天"):
        letter(town, happened_on=TOMORROW)
    assert letter(town).pk
    given = {
        "org": town.justice,
        "place": town.city,
        "key": "1",
        "name": "冶金",
        "enterprises": 3,
        "supervisor": "市应急局",
    }
    line = enter(KeyIndustry, WHOLE_CITY, **given, valid_from=date(2024, 1, 1))
    with pytest.raises(ValidationError, match="不能是负数"):
        amend(line, WHOLE_CITY, "核实", enterprises=-1)
    with pytest.raises(ValidationError, match="早于"):
        amend(line, WHOLE_CITY, "核实", valid_to=date(2023, 1, 1))
    line.refresh_from_db()
    assert (line.enterprises, line.valid_to) == (3, None)


def test_every_kind_of_table_is_asked():
    assert {Record, Entry} <= {base for table in TABLES for base in table.__mro__} and PenaltyCase in TABLES
