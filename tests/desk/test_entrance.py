"""The way in: a wrong password, a locked account, who begins where, who does not get in at all."""

import pytest
from django.test import Client

from fazhi.people.api import User

PASSWORD = "a-long-password-2024"


@pytest.fixture
def known(officer):
    user = User.objects.get(pk=officer.user)
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(name: str, password: str):
    return Client().post("/login/", {"username": name, "password": password})


def test_the_right_password_opens_the_desk(known):
    response = log_in(known.username, PASSWORD)
    assert response.status_code == 302 and response["Location"] == "/desk/"


def test_a_wrong_one_is_answered_and_the_fifth_locks(known):
    for _ in range(4):
        response = log_in(known.username, "wrong")
    assert response.status_code == 200 and "用户名或者密码不正确" in response.content.decode()
    locked = log_in(known.username, "wrong")
    assert locked.status_code == 429 and "暂停登录" in locked.content.decode()
    assert log_in(known.username, PASSWORD).status_code == 429


def test_whoever_handles_matters_begins_with_the_list(at, officer, clerk):
    assert at(officer).get("/desk/")["Location"] == "/desk/cases/"
    assert at(clerk).get("/desk/").status_code == 302


def test_a_citizen_is_led_to_the_public_site_and_not_into_the_desk(at, appoint, town):
    citizen = at(appoint("市民", "citizen", town.government))
    assert citizen.get("/desk/")["Location"] == "/"
    response = citizen.get("/desk/cases/")
    assert response.status_code == 403 and "没有在任的岗位" in response.content.decode()


def test_one_logs_out_by_a_button_only(at, officer):
    browser = at(officer)
    assert browser.get("/logout/").status_code == 405
    assert browser.post("/logout/").status_code == 302
    assert browser.get("/desk/cases/").status_code == 302
