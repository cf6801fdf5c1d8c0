"""From draft to restatement: numbers lead to their rows, confirmations are of values, and nothing published changes."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse

from fazhi.board.reporting.publishing import NothingToRestate, publish, restate
from fazhi.board.reporting.restating import differences
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.figures.api import Confirmation, Publication, latest
from fazhi.jobs.api import Job, Lease, run_all
from fazhi.journal.api import stream
from fazhi.papers.api import render_pdf
from fazhi.people.api import WHOLE_CITY, Ability, NotAllowed, Post
from fazhi.registers.api import enter, strike_out

LAST = date(2024, 12, 31)


@pytest.fixture(autouse=True)
def _ready(city, outline):
    """A city with an outline."""


def at(person, to, **sent):
    return person.client.get(reverse(f"board:{to}", args=[2024]), sent)


def send(person, to, follow=True, **sent):
    """What the person reads after sending; a worker does what was asked for."""
    response = person.client.post(reverse(f"board:{to}", args=[2024]), sent)
    run_all(Lease("test:1", timedelta(minutes=1)))
    if follow and response.status_code == 302:
        return person.client.get(response["Location"], follow=True)
    return response


def test_numbers_of_the_draft_lead_to_their_rows(enters):
    text = at(enters("clerk"), "report").content.decode()
    assert "制发风险提示函" in text
    assert f'href="{reverse("board:figure", args=["T01"])}?year=2024">5件</a>' in text


def test_the_draft_leaves_as_a_file(enters):
    clerk = enters("clerk").client
    data = json.loads(clerk.get(reverse("board:report_file", args=[2024, "json"])).content)
    assert [(each["code"], each["reading"], each["shown"]) for each in data["figures"]] == [
        ("T01", "", "5件"), ("T04", "已反馈", "80.0%"), ("T09", "", "7件"),
    ]  # fmt: skip
    assert clerk.get(reverse("board:report_file", args=[2024, "docx"])).content[:2] == b"PK"
    assert clerk.get(reverse("board:report_file", args=[2024, "pdf"])).content[:5] == b"%PDF-"
    assert clerk.get(reverse("board:report_file", args=[2024, "exe"])).status_code == 404


def test_without_an_outline_the_draft_says_why(enters, monkeypatch):
    monkeypatch.setattr("fazhi.report.outline._OUTLINES", {})
    assert "没有登记报告提纲" in at(enters("clerk"), "report").content.decode()


def test_a_year_without_records_has_no_draft(enters):
    clerk = enters("clerk").client
    answer = clerk.get(reverse("board:report", args=[2050]))
    assert "2050年没有记录，有记录的年度为" in answer.content.decode() and "paper" not in answer.context
    assert clerk.get(reverse("board:report_file", args=[2050, "pdf"])).status_code == 404


def test_an_owner_confirms_its_own_value_only(enters):
    police = enters("department")
    listed = at(police, "confirmations").context["listed"]
    assert [each.figure.id for each in listed] == ["T04·已反馈"], "a body sees what it answers for"
    send(police, "confirm", item=[f"T04·已反馈|{listed[0].value}", "T01|5件"])
    assert [row.figure for row in Confirmation.objects.all()] == ["T04·已反馈"]
    assert [entry.kind for entry in stream("confirmation", Confirmation.objects.get().pk)] == ["figure.confirmed"]


def test_a_confirmation_lapses_with_the_value(city, enters):
    clerk = enters("clerk")
    send(clerk, "confirm", item="T01|5件")
    waiting = {each.figure.id for each in at(clerk, "report").context["waiting"]}
    assert waiting == {"T04·已反馈", "T09"}
    strike_out(city.letters[0], WHOLE_CITY, "重复登记")
    standing = next(each for each in at(clerk, "confirmations").context["listed"] if each.figure.id == "T01")
    assert standing.confirmed is None and standing.lapsed.shown == "5件"


def test_a_ratio_lapses_when_its_parts_change_and_its_rate_does_not(city, town, enters):
    police = enters("department")
    value = at(police, "confirmations").context["listed"][0].value
    send(police, "confirm", item=f"T04·已反馈|{value}")
    for number, replied in enumerate([True, True, True, True, False]):  # 8 of 10 is 80 % as 4 of 5 was
        enter(
            RiskAlertLetter, WHOLE_CITY, number=f"补{number}", happened_on=date(2024, 9, 9), place=town.east,
            org=town.east_justice, addressee=town.police, field="土地", risk="程序",
            replied_on=date(2024, 10, 1) if replied else None,
        )  # fmt: skip
    standing = at(police, "confirmations").context["listed"][0]
    assert standing.result.value == 80 and standing.confirmed is None


def test_what_moved_while_one_looked_is_not_confirmed(enters):
    answer = send(enters("clerk"), "confirm", item="T01|6件")
    assert not Confirmation.objects.exists()
    assert "在您查看之后有变化" in answer.content.decode()


@pytest.mark.parametrize("who", ["mayor", "auditor", "officer", "district", "neighbour"])
def test_strangers_confirm_nothing(who, enters):
    send(enters(who), "confirm", item="T01|5件")
    assert not Confirmation.objects.exists()


def test_publishing_asks_twice_about_the_unconfirmed(enters):
    mayor = enters("mayor")
    answer = send(mayor, "publish", cutoff="2024-12-31")
    assert "有3项数据未经责任单位确认" in answer.content.decode()
    assert not Publication.objects.exists()
    answer = send(mayor, "publish", cutoff="2024-12-31", unconfirmed="on")
    assert "已发布，共3项数据" in answer.content.decode()
    made = Publication.objects.get()
    assert (made.number, made.cutoff, made.by_id) == (1, LAST, mayor.sight.user)
    assert set(made.document["files"]) == {"docx", "pdf", "json"}


@pytest.mark.parametrize(
    ("cutoff", "sentence"),
    [("2023-12-31", "应在2024年之内"), ("2024-13-01", "2024-03-05的格式"), ("", "请填写“数据截止日期”")],
)
def test_a_wrong_cutoff_publishes_nothing(cutoff, sentence, enters):
    answer = send(enters("mayor"), "publish", cutoff=cutoff, unconfirmed="on")
    assert sentence in answer.content.decode()
    assert not Publication.objects.exists()


def test_a_cutoff_leaves_out_what_came_after(enters):
    made = publish(2024, cutoff=date(2024, 6, 30), by=enters("mayor").sight)
    assert made.figures.get(figure="T01").shown == "4", "the letter of the last day of December is not in"


def test_the_second_time_is_a_restatement(city, enters):
    mayor = enters("mayor")
    publish(2024, cutoff=LAST, by=mayor.sight)
    assert send(mayor, "publish", cutoff="2024-12-31", unconfirmed="on", follow=False).status_code == 302
    assert Publication.objects.count() == 1
    assert "请填写“更正原因”" in send(mayor, "restate", cutoff="2024-12-31", reason=" ").content.decode()
    strike_out(city.letters[0], WHOLE_CITY, "重复登记")
    send(mayor, "restate", cutoff="2024-12-31", reason="重复登记1件")
    again = latest(2024)
    assert (again.number, again.reason, again.figures.get(figure="T01").shown) == (2, "重复登记1件", "4")
    assert Publication.objects.get(number=1).figures.get(figure="T01").shown == "5", "the first stays as it was"


def test_the_request_only_asks_and_one_publication_is_asked_for_once(enters):
    mayor, head = enters("mayor"), enters("head")
    url = reverse("board:publish", args=[2024])
    sent = {"cutoff": "2024-12-31", "unconfirmed": "on"}
    first = mayor.client.post(url, sent)
    assert first.status_code == 302 and not Publication.objects.exists()
    assert mayor.client.post(url, sent)["Location"] == first["Location"]
    told = head.client.post(url, sent, follow=True).content.decode()
    assert "已于" in told and "不要重复办理" in told
    run_all(Lease("test:1", timedelta(minutes=1)))
    assert Publication.objects.count() == Job.objects.count() == 1


def test_what_was_published_meanwhile_is_not_published_again(enters):
    """Asked for as the first, but another came before it from elsewhere."""
    mayor = enters("mayor")
    mayor.client.post(reverse("board:publish", args=[2024]), {"cutoff": "2024-12-31", "unconfirmed": "on"})
    publish(2024, cutoff=LAST, by=mayor.sight)
    run_all(Lease("test:1", timedelta(minutes=1)))
    assert "已经发布" in Job.objects.get().complaint and Publication.objects.count() == 1


def test_who_may_no_longer_publish_publishes_nothing(enters):
    mayor = enters("mayor")
    mayor.client.post(reverse("board:publish", args=[2024]), {"cutoff": "2024-12-31", "unconfirmed": "on"})
    Post.objects.update(until=date(2024, 1, 1))
    run_all(Lease("test:1", timedelta(minutes=1)))
    assert "没有“发布报告”的权限" in Job.objects.get().complaint and not Publication.objects.exists()


def test_only_who_may_publish_does(enters):
    with pytest.raises(NotAllowed, match=Ability.PUBLISH_REPORT.value):
        publish(2024, cutoff=LAST, by=enters("clerk").sight)
    with pytest.raises(NothingToRestate):
        restate(2024, cutoff=LAST, by=enters("mayor").sight, reason="更正")
    assert not Publication.objects.exists()


def test_differences_name_the_rows_and_what_was_done_to_them(city, town, enters):
    made = publish(2024, cutoff=LAST, by=enters("mayor").sight)
    assert differences(made) == []
    clerk = enters("clerk").sight
    strike_out(city.letters[0], clerk, "与东2重复登记")
    late = enter(
        RiskAlertLetter, clerk, number="补9", happened_on=date(2024, 9, 9), place=town.east, org=town.east_justice,
        addressee=town.police, field="土地", risk="程序",
    )  # fmt: skip
    found = {each.frozen.figure: each for each in differences(made)}
    assert set(found) == {"T01", "T04·已反馈"}, "cases did not change"
    rows = {row.way: row for row in found["T01"].rows}
    gone, come = rows["不再计入"], rows["新计入"]
    assert [(event.what, event.why, event.who) for event in gone.happenings] == [("作废", "与东2重复登记", "clerk")]
    assert late.number in come.title and [event.what for event in come.happenings] == ["登记"]
    assert (found["T01"].was, found["T01"].now) == ("5件", "5件"), "the same number of other rows is a difference too"
    text = at(enters("auditor"), "restate").content.decode()
    assert "与东2重复登记" in text and "补9" in text


def test_the_same_rows_with_another_amount_differ(city, enters, monkeypatch):
    monkeypatch.setattr("fazhi.report.outline._OUTLINES", {"C321100": _outline_of("{T02}")})
    made = publish(2024, cutoff=LAST, by=enters("mayor").sight)
    RiskAlertLetter.objects.filter(pk=city.letters[0].pk).update(case_count=9)
    (found,) = differences(made)
    assert (found.was, found.now, found.come_count, found.gone_count) == ("13件", "20件", 0, 0)


def _outline_of(prose):
    outlines = __import__("fazhi.report.api", fromlist=["Outline"])
    return outlines.Outline("{year}年度报告", "市政府", (prose,), ())


def test_history_shows_each_publication(city, enters):
    mayor = enters("mayor")
    publish(2024, cutoff=LAST, by=mayor.sight)
    restate(2024, cutoff=LAST, by=mayor.sight, reason="口径说明有误")
    text = at(enters("department"), "history").content.decode()
    assert "第1次发布" in text and "第2次发布" in text and "口径说明有误" in text
    assert Publication.objects.get(number=1).journal_root in text


def test_publishing_leaves_a_line_in_the_journal(enters):
    made = publish(2024, cutoff=LAST, by=enters("mayor").sight)
    (entry,) = stream("publication", made.pk)
    assert entry.data["sha256"] == {kind: file["sha256"] for kind, file in made.document["files"].items()}


def test_what_differs_costs_two_statements_a_table(city, enters, django_assert_max_num_queries):
    mayor = enters("mayor")
    publish(2024, cutoff=LAST, by=mayor.sight)
    with django_assert_max_num_queries(2 * 2 + 16):
        assert "没有差异" in at(mayor, "restate").content.decode()


def test_what_is_published_leads_to_the_public_pages(enters, monkeypatch):
    composed = []
    monkeypatch.setattr(
        "fazhi.board.reporting.publishing.render_pdf",
        lambda document, **fonts: composed.append(document) or render_pdf(document, **fonts),
    )
    publish(2024, cutoff=LAST, by=enters("mayor").sight)
    (document,) = composed
    links = {run.href.partition(":8000")[2] for block in document.blocks for run in block.runs if run.figure}
    assert links == {f"/figures/{id}/2024/" for id in ("T01", "T04·已反馈", "T09")}


def figure_page(person, id, **query):
    return person.client.get(reverse("board:figure", args=[id]), {"year": 2024, **query})


def test_a_published_figure_shows_what_it_was_and_what_it_is_now(city, enters):
    mayor = enters("mayor")
    assert figure_page(mayor, "T01").context["published"] is None
    publish(2024, cutoff=LAST, by=mayor.sight)
    assert "与现有记录一致" in figure_page(mayor, "T01").content.decode()
    strike_out(city.letters[0], enters("clerk").sight, "与东2重复登记")
    answer = figure_page(mayor, "T01")
    found, text = answer.context["published"].difference, answer.content.decode()
    assert (found.was, found.now, found.step) == ("5件", "4件", "-1件")
    assert "发布时" in text and "与东2重复登记" in text and [row.way for row in found.rows] == ["不再计入"]
    assert figure_page(mayor, "T04·已反馈").context["published"].difference.step == "-5.0个百分点"
    assert figure_page(mayor, "T09").context["published"].difference is None
    assert figure_page(mayor, "T02").context["published"] is None, "the report does not state it"
    assert figure_page(mayor, "T01", place="321181").context["published"] is None


@pytest.mark.parametrize("who", ["department", "district", "neighbour"])
def test_who_sees_a_part_is_not_shown_a_difference_of_the_whole(who, city, enters):
    publish(2024, cutoff=LAST, by=enters("mayor").sight)
    strike_out(city.letters[0], enters("clerk").sight, "与东2重复登记")
    text = figure_page(enters(who), "T01").content.decode()
    assert "发布时" not in text and "与东2重复登记" not in text


def test_the_public_reads_of_a_correction_once_it_is_published(city, enters):
    mayor, anyone = enters("mayor"), enters("public")
    publish(2024, cutoff=LAST, by=mayor.sight)
    url = "/figures/T01/2024/"
    before = anyone.client.get(url).content
    strike_out(city.letters[0], enters("clerk").sight, "与东2重复登记")
    assert anyone.client.get(url).content == before, "what is not published is not the public's"
    restate(2024, cutoff=LAST, by=mayor.sight, reason="更正重复登记1件")
    after = anyone.client.get(url).content.decode()
    assert "更正重复登记1件" in after and "4件" in after and "5件" in after
