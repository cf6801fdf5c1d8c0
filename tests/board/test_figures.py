"""A figure's page opens to exactly the rows that its number counts, whoever looks and however it is cut."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from fazhi.board import figure_views
from fazhi.board.headlines import choose_headlines
from fazhi.board.reporting.cells import public_cells
from fazhi.board.rows import rows_of
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.figures.api import BY_YEAR, Holds, Scope, Sum, computed, evaluate, figure, linked, register_figures, rows
from fazhi.figures.naive import reckon
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import strike_out

SECRET = "张三丰"
letters = rows(RiskAlertLetter).where(withdrawn=False)
KINDS = ("T01", "T02", "T03", "T04·已反馈", "T04·当年反馈", "T05", "T06", "T07", "T08", "T09", "T10")


def page(person, id, **query):
    return person.client.get(reverse("board:figure", args=[id]), {"year": 2024, **query})


def all_pages(person, id, **query):
    """The row ids of every page, following the links, in order."""
    found, url = [], f"{reverse('board:figure', args=[id])}?year=2024" + "".join(f"&{k}={v}" for k, v in query.items())
    while url:
        answer = person.client.get(url)
        found += [row.pk for row in answer.context["page"].rows]
        following = answer.context["page"].next_url
        url = f"{reverse('board:figure', args=[id])}{following}" if following else None
    return found


@pytest.mark.parametrize("id", KINDS)
def test_rows_on_the_pages_are_the_rows_counted(id, city, enters):
    mayor, each, scope = enters("mayor"), figure(id), Scope(2024)
    expected = reckon(each, scope)
    for name, measure in each.measures().items():
        listed = all_pages(mayor, id, set=name)
        assert len(listed) == len(set(listed)), "no row twice"
        if measure.aggregate == "count":
            found = {"part": expected.numerator, "whole": expected.denominator, "value": expected.value}
            found |= {"now": (expected.denominator or 0) - (expected.numerator or 0), "base": expected.denominator}
            assert len(listed) == found[name]
    context = page(mayor, id).context
    assert context["now"].value == expected.value
    assert all(one.count == len(all_pages(mayor, id, set=one.name)) for one, _ in context["sets"])


def test_numbers_reckoned_by_hand(city):
    found = {id: result.value for id, result in evaluate(computed(), Scope(2024)).items()}
    assert (found["T01"], found["T02"], found["T03"], found["T09"]) == (5, 13, 2, 7)
    assert (found["T04·已反馈"], found["T04·当年反馈"], found["T05"], found["T07"]) == (80, 60, 80, 2)
    assert found["T08"] == -150, "five against two of the year before"


def test_strangers_are_on_no_page(city, enters):
    shown = all_pages(enters("mayor"), "T01")
    assert sorted(shown) == [each.pk for each in city.letters]


def test_taking_a_row_away_changes_page_and_number_together(city, enters):
    mayor = enters("mayor")
    strike_out(city.letters[0], WHOLE_CITY, "重复登记")
    assert page(mayor, "T01").context["now"].value == 4
    assert city.letters[0].pk not in all_pages(mayor, "T01")
    assert page(mayor, "T09").context["now"].value == 7


def test_fifty_a_page_and_none_twice(city, town, enters, monkeypatch):
    again = [RiskAlertLetter(number=f"多{n}", happened_on=date(2024, 4, 1), place=town.east, org=town.east_justice,
                             addressee=town.police, field="土地", risk="程序", year=2024) for n in range(120)]  # fmt: skip
    RiskAlertLetter.objects.bulk_create(again)
    mayor = enters("mayor")
    assert len(page(mayor, "T01").context["page"]) == 50
    listed = all_pages(mayor, "T01")
    assert len(listed) == len(set(listed)) == 125


def test_a_district_sees_its_own_rows_and_is_told_so(city, enters):
    district = enters("district")
    answer = page(district, "T01")
    assert answer.context["now"].value == 3
    assert "本地区（丹阳市）" in answer.content.decode()
    assert sorted(all_pages(district, "T01")) == [each.pk for each in city.letters[:3]]
    places = page(district, "T01", tab="places").context["lines"]
    assert [line.label for line, _ in places] == ["丹阳市"]


def test_a_body_without_territory_sees_what_it_recorded(city, enters):
    answer = page(enters("neighbour"), "T01")
    assert answer.context["now"].value == 1
    assert "本单位（句容市司法局）" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [({"month": "1"}, 2), ({"place": "321181"}, 3), ({"place": "321181101"}, 1), ({"place": "321100"}, 1),
     ({"place": "321183", "month": "1"}, 0)],
)  # fmt: skip
def test_cuts_open_to_their_own_rows(city, enters, query, expected):
    mayor = enters("mayor")
    assert page(mayor, "T01", **query).context["now"].value == expected
    assert len(all_pages(mayor, "T01", **query)) == expected


def test_parts_add_up_to_the_whole(city, enters):
    mayor = enters("mayor")
    for tab in ("places", "orgs", "months"):
        lines = [line for line, _ in page(mayor, "T01", tab=tab).context["lines"]]
        assert sum(line.now.value for line in lines if line.now) == 5, tab
    towns = [line for line, _ in page(mayor, "T01", tab="places", place="321181").context["lines"]]
    assert {line.label: line.now and line.now.value for line in towns} == {"云阳街道": 1, "本级": 2}


def test_an_organisation_filters_rows(city, town, enters):
    assert len(all_pages(enters("mayor"), "T01", org=town.east_justice.pk)) == 3


def test_last_year_stands_beside(city, enters):
    context = page(enters("mayor"), "T01", tab="last").context
    whole, _ = context["lines"][0]
    assert (whole.now.value, whole.before.value, whole.move.words) == (5, 2, "+150.0%")


def test_readings_stand_side_by_side(city, enters):
    text = page(enters("mayor"), "T04·已反馈").content.decode()
    assert "80.0%" in text and "60.0%" in text and "不合并、不互换" in text


def test_a_name_says_why_it_is_not_computed(city, enters):
    text = page(enters("mayor"), "T11").content.decode()
    assert "“八五”是规划名称，不是统计结果。" in text and "不计算" in text


def test_a_limit_shows_its_worst_case(city, enters):
    assert page(enters("mayor"), "T05").context["worst"] == "4秒"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [({"year": "二〇二四"}, "年度请填写"), ({"month": "13"}, "月份请填写1至12"), ({"place": "999999"}, "没有区划“999999”"),
     ({"org": "x"}, "没有这个单位"), ({"tab": "x"}, "没有这个栏目")],
)  # fmt: skip
def test_a_wrong_address_gets_a_sentence(city, enters, query, sentence):
    answer = enters("mayor").client.get(reverse("board:figure", args=["T01"]), {"year": "2024", **query})
    assert answer.status_code == 404
    assert sentence in answer.content.decode()


def test_an_unknown_figure_names_near_ones(enters):
    answer = page(enters("mayor"), "T99")
    assert answer.status_code == 404 and "没有编号为“T99”的数据" in answer.content.decode()


def test_a_case_opens_with_one_click(city, enters):
    assert f"/desk/cases/{city.cases[0].pk}/" in page(enters("mayor"), "T09").content.decode()


def sheet_of(person, id, **query):
    answer = person.client.get(reverse("board:sheet", args=[id]), {"year": 2024, **query})
    return [
        [cell.value for cell in row]
        for row in openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    ]


def test_the_sheet_holds_the_same_rows(city, enters):
    head, *lines = sheet_of(enters("mayor"), "T01", set="value")
    assert head[:3] == ["所在地", "填报单位", "文号"]
    assert sorted(line[2] for line in lines) == ["东1", "东2", "东3", "市1", "西1"]


def test_the_sheet_is_in_sight_of_the_person(city, enters):
    assert [line[2] for line in sheet_of(enters("neighbour"), "T01", set="value")[1:]] == ["西1"]


def test_text_that_looks_like_a_formula_stays_text(city, enters):
    RiskAlertLetter.objects.filter(pk=city.letters[0].pk).update(risk='=HYPERLINK("http://x","y")')
    lines = sheet_of(enters("mayor"), "T01", set="value")
    assert '=HYPERLINK("http://x","y")' in lines[1]
    answer = enters("auditor").client.get(reverse("board:sheet", args=["T01"]), {"year": 2024, "set": "value"})
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert {cell.data_type for row in book.active for cell in row} <= {"s", "n"}


def test_a_sheet_too_long_is_refused_whole(city, enters, monkeypatch):
    monkeypatch.setattr(figure_views, "MOST", 4)
    answer = enters("mayor").client.get(
        reverse("board:sheet", args=["T01"]), {"year": 2024, "set": "value"}, follow=True
    )
    assert "请先按地区、单位或者月份筛选" in answer.content.decode()


def test_the_list_filters(city, enters):
    mayor = enters("mayor")

    def codes(**query):
        answer = mayor.client.get(reverse("board:figures"), {"year": 2024, **query})
        return [item.figure.id for item in answer.context["items"]]

    assert len(codes()) == 12
    assert codes(owner="市公安局") == ["T04·已反馈", "T04·当年反馈"]
    assert codes(kind="不计算") == ["T11"]
    assert codes(q="复议 维持") == ["T10"]
    assert codes(q="没有这个词") == []


def test_rows_of_the_base_period_are_last_years(city):
    numbers = rows_of(figure("T08"), "base", Scope(2024)).values_list("number", flat=True)
    assert sorted(numbers) == ["旧1", "旧2"]


def test_the_list_of_figures_costs_a_statement_a_table(city, enters, django_assert_max_num_queries):
    mayor = enters("mayor")
    tables = {measure.rows.model for each in computed() for measure in each.measures().values()}
    with django_assert_max_num_queries(len(tables) + 10):
        assert mayor.client.get(reverse("board:figures"), {"year": 2024}).status_code == 200


def whole(person, id, **query):
    return page(person, id, whole="1", **query)


def test_the_owner_of_a_figure_sees_every_row_it_counts(city, enters):
    """The police record none of the letters but answer for how many were replied to."""
    police, id = enters("department"), "T04·已反馈"
    assert page(police, id).context["now"].row_count == 0
    answer = whole(police, id)
    text = answer.content.decode()
    assert answer.context["now"].value == 80 and answer.context["now"].row_count == 4
    assert {row.number for row in answer.context["page"].rows} == {"东1", "东2", "西1", "市1"}
    assert "只能查看，不能导出" in text and "导出Excel" not in text
    confirmed = police.client.get(reverse("board:confirmations", args=[2024])).content.decode()
    assert "whole=1" not in confirmed, "without an outline there is nothing to confirm"


def test_the_confirmation_leads_to_the_rows_confirmed(city, outline, enters):
    text = enters("department").client.get(reverse("board:confirmations", args=[2024])).content.decode()
    url = f"{reverse('board:figure', args=['T04·已反馈'])}?year=2024&amp;whole=1"
    assert url in text and "T09" not in text


@pytest.mark.parametrize(
    ("who", "id", "status"),
    [
        ("department", "T04·已反馈", 200),
        ("department", "T01", 403),
        ("department", "T09", 403),
        ("neighbour", "T04·已反馈", 403),
        ("district", "T01", 403),
        ("officer", "T04·已反馈", 403),
        ("citizen", "T04·已反馈", 403),
        ("public", "T04·已反馈", 302),
    ],
)
def test_only_the_owner_sees_beyond_its_own_records(city, enters, who, id, status):
    person = enters(who)
    assert whole(person, id).status_code == status
    sheet = person.client.get(reverse("board:sheet", args=[id]), {"year": 2024, "set": "part", "whole": "1"})
    if status == 200:
        assert openpyxl.load_workbook(BytesIO(b"".join(sheet.streaming_content))).active.max_row == 1


def test_what_the_owner_sees_of_the_city_names_nobody_and_opens_no_file(town, city, enters, monkeypatch):
    monkeypatch.setattr(figure_views, "_figure", lambda id: replace(figure("T09"), owner="市公安局"))
    answer = whole(enters("department"), "T09")
    text = answer.content.decode()
    assert answer.context["now"].value == 7 and "东1" in text
    assert SECRET not in text and not re.search(r"/desk/cases/\d", text)


def test_what_is_judged_by_the_year_shows_no_months(city, enters):
    """Each letter that ever stood was answered by one of the year: a month of that is another claim."""
    ever = rows(RiskAlertLetter).ever()
    written = linked(rows(RiskAlertLetter), "org_id", column="org_id")
    register_figures([Holds("T12", "发函单位当年均有发函", "%", "市司法局", whole=ever, part=written)])
    mayor = enters("mayor")
    answer = page(mayor, "T12")
    text = answer.content.decode()
    assert BY_YEAR in text and "tab=months" not in text and 'name="month"' not in text
    assert page(mayor, "T12", tab="months").status_code == page(mayor, "T12", month="3").status_code == 404
    assert [line.label for line, _ in page(mayor, "T12", tab="last").context["lines"]] == ["全年"]
    cells = public_cells([figure("T12"), figure("T01")], Scope(2024))
    assert cells["T12"]["months"] == [] and len(cells["T01"]["months"]) == 12
    assert len(cells["T12"]["districts"]) == 3
    choose_headlines(["T12", "T01", "T02"])
    front = mayor.client.get(reverse("board:home"), {"year": 2024, "figure": "T12"}).content.decode()
    assert BY_YEAR in front and "month-chart" not in front


def test_money_is_grouped_for_the_eye_and_kept_to_the_last_yuan(city, enters):
    register_figures([Sum("T13", "挽回损失", "元", "市司法局", rows=letters, column="case_count")])
    RiskAlertLetter.objects.filter(pk=city.letters[0].pk).update(case_count=19_384_600)
    mayor = enters("mayor")
    text = page(mayor, "T13").content.decode()
    assert "1,938.46万元" in text and "19,384,611元" in text
    listed = mayor.client.get(reverse("board:figures"), {"year": 2024}).content.decode()
    assert 'title="19,384,611元"' in listed and "1,938.46万元" in listed
    choose_headlines(["T13", "T01", "T02"])
    front = mayor.client.get(reverse("board:home"), {"year": 2024}).content.decode()
    assert 'title="19,384,611元">1,938.46</span><span class="headline-unit">万元</span>' in front
