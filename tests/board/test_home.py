"""The leader's page: the figures chosen, what is late in the person's own sight, oldest first."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fazhi.board import late as late_room
from fazhi.board.api import Duty, choose_headlines, register_duty
from fazhi.casework.api import Case
from fazhi.domains.reconsideration.models import RiskAlertLetter


@pytest.fixture
def overdue(city):
    """Late: three days, forty days, one day. Not late: due today, closed long ago, struck out, without a limit."""
    today = timezone.localdate()
    late = {0: 3, 4: 40, 6: 1}
    for at, days in late.items():
        Case.objects.filter(pk=city.cases[at].pk).update(next_due=today - timedelta(days=days))
    Case.objects.filter(pk=city.cases[1].pk).update(next_due=today)
    Case.objects.filter(pk=city.cases[2].pk).update(next_due=date(2024, 1, 1), closed_on=date(2024, 2, 1))
    Case.objects.filter(number="废").update(next_due=date(2024, 1, 1))
    return city


def home(person, **query):
    return person.client.get(reverse("board:home"), {"year": "2024", **query})


def test_what_is_late_stands_by_body_oldest_first(overdue, enters):
    context = home(enters("mayor")).context
    assert context["late_count"] == 3
    assert [(str(each.body), each.count, each.days) for each in context["bodies"]] == [
        ("句容市司法局", 1, 40), ("丹阳市司法局", 1, 3), ("市司法局", 1, 1),
    ]  # fmt: skip
    assert [case.number for case, _ in context["oldest"]] == ["西1", "东1", "市1"]


def test_a_district_sees_only_its_own_lateness(overdue, enters):
    assert [str(each.body) for each in home(enters("district")).context["bodies"]] == ["丹阳市司法局"]


def test_a_late_case_is_one_click_away(overdue, town, enters):
    answer = enters("mayor").client.get(reverse("board:late"), {"org": town.east_justice.pk})
    assert [line["number"] for line in answer.context["lines"]] == ["东1"]
    assert f'href="/desk/cases/{overdue.cases[0].pk}/"' in answer.content.decode()


def test_late_pages_follow_without_loss(overdue, enters, monkeypatch):
    monkeypatch.setattr("fazhi.board.home_views.SIZE", 2)
    mayor, url, seen = enters("mayor"), reverse("board:late"), []
    while url:
        context = mayor.client.get(url).context
        seen += [line["number"] for line in context["lines"]]
        url = reverse("board:late") + context["next_url"] if context["next_url"] else None
    assert seen == ["西1", "东1", "市1"]


def test_other_tables_that_are_due_join_the_list(overdue, enters, monkeypatch):
    monkeypatch.setattr(late_room, "_DUTIES", {})
    register_duty(
        Duty("提示函反馈", RiskAlertLetter, "happened_on", "replied_on", lambda row: row.number, lambda row: "")
    )
    found = home(enters("mayor")).context["duties"]
    # not replied: 东3, 撤1, 旧1, 旧2, 新1; the struck-out letter and the other city's are strangers
    assert [(duty["label"], duty["count"]) for duty in found] == [("提示函反馈", 5)]
    answer = enters("auditor").client.get(reverse("board:late"), {"of": found[0]["code"]})
    assert answer.context["lines"][0]["title"] == "旧2"
    assert enters("clerk").client.get(reverse("board:late"), {"of": "no.such"}).status_code == 404


def test_the_city_chooses_three_to_six_figures(city, enters):
    choose_headlines(["T09", "T01", "T04·已反馈"])
    context = home(enters("mayor")).context
    assert [card.figure.id for card in context["cards"]] == ["T09", "T01", "T04·已反馈"]
    assert [card.number for card in context["cards"]] == ["7", "5", "80.0"]
    assert context["cards"][1].move.words == "+150.0%"
    with pytest.raises(ValueError, match="3至6项"):
        choose_headlines(["T01"])


def test_without_a_choice_the_fullest_figures_stand_there(city, enters):
    cards = home(enters("mayor")).context["cards"]
    assert 3 <= len(cards) <= 6
    assert {card.figure.owner for card in cards} == {"市司法局", "市公安局"}


def test_a_card_draws_its_own_figure(city, enters):
    context = home(enters("mayor"), figure="T01").context
    assert context["drawn"].id == "T01"
    chart = context["place_chart"]
    assert dict(zip(chart["labels"], chart["series"][1]["values"], strict=True)) == {
        "丹阳市": 3.0, "句容市": 1.0, "市本级": 1.0,
    }  # fmt: skip
    assert [line.now.value for line in context["month_lines"]] == [2, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1]


def test_an_empty_city_says_so(town, enters):
    text = home(enters("mayor")).content.decode()
    assert "还没有可以展示的数据" in text and "没有逾期的案件" in text


def test_the_page_opens_on_the_last_full_year(city, enters):
    Case.objects.filter(pk=city.cases[0].pk).update(year=2025)
    for number in range(30):
        Case.objects.create(
            procedure="reconsideration", edition="x", number=f"满{number}", title="x", state="x",
            received_on=date(2024, 5, 5), place=city.cases[0].place, org=city.cases[0].org,
        )  # fmt: skip
    assert enters("mayor").client.get(reverse("board:home")).context["at"].year == 2024


def test_once_too_few_of_the_chosen_are_left_the_fullest_stand_in(city, enters):
    choose_headlines(["T09", "已停用甲", "已停用乙"])
    shown = [card.figure.id for card in home(enters("mayor")).context["cards"]]
    assert len(shown) > 1 and "T09" in shown
