"""Layout, menus, refusals and the headers that every page carries."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied, server_error

from fazhi.casework.api import UnknownBusiness
from fazhi.ledgers.api import NoSuchLedger
from fazhi.look import menus
from fazhi.look.refusals import Refusals
from fazhi.people.api import PUBLIC, NotAllowed, User


@pytest.fixture
def request_of(town, officer):
    request = RequestFactory().get("/desk/cases/")
    request.user = User.objects.get(pk=officer.user)
    return request


def test_every_page_carries_the_strict_policy(db):
    response = Client().get("/login/")
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy
    page = response.content.decode()
    assert 'lang="zh-CN"' in page and 'href="#main"' in page and '"allowEval":false' in page
    assert not re.search(r"<script(?![^>]*src=)|\sstyle=", page)


@pytest.mark.parametrize(
    ("refusal", "status", "words"),
    [
        (NotAllowed("周敏没有“导入台账”的权限。"), 403, "周敏没有“导入台账”的权限。"),
        (NoSuchLedger("没有台账“x”。"), 404, "没有台账“x”。"),
        (UnknownBusiness("x"), 404, "本系统没有业务“x”。"),
        (OperationalError("database is locked"), 503, "后台正在写入大批数据，本次操作没有保存。"),
    ],
)
def test_a_refusal_becomes_a_page_with_its_own_sentence(request_of, refusal, status, words):
    response = Refusals(lambda _: HttpResponse()).process_exception(request_of, refusal)
    assert response is not None and response.status_code == status and words in response.content.decode()


def test_what_is_no_refusal_is_left_alone(request_of):
    for fault in (ValueError("x"), OperationalError("no such column: x")):
        assert Refusals(lambda _: HttpResponse()).process_exception(request_of, fault) is None


def test_error_pages_speak_chinese(db, request_of):
    missing = Client().get("/no/such/page/")
    assert missing.status_code == 404 and "没有这个页面" in missing.content.decode()
    assert "没有查看或者办理该事项的权限" in permission_denied(request_of, PermissionDenied()).content.decode()
    assert "已有数据不受影响" in server_error(request_of).content.decode()


def test_a_forged_form_is_refused_with_advice(db):
    response = Client(enforce_csrf_checks=True).post("/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403 and "本次提交没有保存" in response.content.decode()


def test_a_menu_shows_what_is_for_the_person_and_marks_where_one_is(request_of, monkeypatch):
    entries = [
        menus.Entry("乙", "desk:ledgers", "table", 2),
        menus.Entry("甲", "desk:today", "table", 1),
        menus.Entry("丙", "desk:registers", "table", 3, shown=menus.nobody),
        menus.Entry("丁", "desk:registers", "table", 4, face="public"),
    ]
    monkeypatch.setattr(menus, "_ENTRIES", [])
    menus.add_to_menu(*entries)
    menus.add_to_menu(entries[0])
    found = menus.menu(request_of, "staff")
    assert [(each.label, each.current) for each in found] == [("甲", True), ("乙", False)]


def test_the_first_page_is_the_one_that_claims_the_person(monkeypatch, town, officer):
    monkeypatch.setattr(menus, "_ENTRIES", [])
    assert menus.front(officer) is None
    menus.add_to_menu(menus.Entry("台账", "desk:ledgers", "table", 2, front=lambda by: by.user is not None))
    assert menus.front(officer) == "/desk/ledgers/" and menus.front(PUBLIC) is None
