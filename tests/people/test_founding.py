"""The first day: nothing there, one command, and a person who can go on in the pages."""

import json

import pytest
from click.testing import CliRunner
from django.test import Client

from fazhi.people.api import Organisation, Place, Post, User
from fazhi.project import admin as command
from fazhi.project.command import main


@pytest.fixture(autouse=True)
def _tables_stand(monkeypatch):
    monkeypatch.setattr(command, "prepare", lambda: None)
    monkeypatch.delenv("FAZHI_CITY", raising=False)


def run(*words: str):
    return CliRunner().invoke(main, ["admin", *words])


def test_an_empty_installation_gets_its_city_and_its_administrator(db):
    result = run("zhang", "--name", "张三", "--json")
    told = json.loads(result.output)
    assert told["city"] == "321100" and told["government"] == "镇江市人民政府" and told["laid"]
    assert Place.objects.get().name == "镇江市" and Organisation.objects.get().short == "市政府"
    assert Post.objects.get().role == "admin"
    browser = Client()
    response = browser.post("/login/", {"username": "zhang", "password": told["password"]}, follow=True)
    assert response.request["PATH_INFO"] == "/password/"
    for url in ("/desk/people/", "/desk/", "/"):
        assert browser.get(url)["Location"] == "/password/"
    new = {"current": told["password"], "new": "own-password-2026", "again": "own-password-2026"}
    assert browser.post("/password/", new, follow=True).request["PATH_INFO"] == "/desk/people/"
    assert "设立单位" in browser.get("/desk/bodies/").content.decode()


def test_a_second_is_refused_unless_asked_for_and_a_lost_password_is_given_anew(db):
    first = json.loads(run("zhang", "--name", "张三", "--json").output)
    refused = run("li", "--name", "李四")
    assert refused.exit_code == 2 and "已有系统管理员（zhang）" in refused.output
    assert not User.objects.filter(username="li").exists()
    anew = json.loads(run("zhang", "--name", "张三", "--again", "--json").output)
    assert anew["password"] != first["password"] and not anew["laid"] and Post.objects.count() == 1
    assert run("li", "--name", "李四", "--again").exit_code == 0 and Organisation.objects.count() == 1


def test_a_city_without_its_name_is_refused(db, monkeypatch, settings):
    settings.CITY = "C320500"
    monkeypatch.setenv("FAZHI_CITY", "C320500")
    monkeypatch.delenv("FAZHI_CITY_NAME", raising=False)
    result = run("zhang", "--name", "张三")
    assert result.exit_code == 2 and "FAZHI_CITY_NAME" in result.output and not Place.objects.exists()
    settings.CITY = "320500"
    assert "C加本市6位区划代码" in run("zhang", "--name", "张三").output


def test_a_bad_username_is_one_sentence(db):
    result = run("a b", "--name", "张三")
    assert result.exit_code == 2 and 5 < len(result.output.strip()) < 200 and not Place.objects.exists()
