"""Programs that act for an organisation: what their tokens open, for how long, and what is kept of them."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fazhi.journal.api import stream, verify
from fazhi.people.api import Ability, ApiClient, Post, client_of, clients, issue, revoke, sight_of, sight_of_client
from fazhi.people.token_command import token_command


@pytest.fixture
def post(town, officer) -> Post:
    return Post.objects.get(user_id=officer.user)


def test_a_token_opens_its_own_client_and_only_its_hash_is_kept(post):
    first, token = issue("公安局案件系统", post, days=30)
    second, other = issue("另一系统", post, days=30)
    assert client_of(token) == first and client_of(other) == second
    secret = token.split("_", 2)[2]
    stored = json.dumps(list(ApiClient.objects.values()), default=str)
    assert secret not in stored and token not in stored
    mixed = f"fazhi_{first.public}_{other.split('_', 2)[2]}"
    for wrong in (
        mixed,
        token[:-1],
        token + "x",
        "",
        "fazhi",
        "fazhi__",
        f"other_{first.public}_{secret}",
        "fazhi_\ud800_x",
    ):
        assert client_of(wrong) is None


def test_looking_up_costs_three_statements(post):
    _, token = issue("案件系统", post, days=30)
    with CaptureQueriesContext(connection) as queries:
        client = client_of(token)
        assert client is not None
        sight_of_client(client)
    assert len(queries) == 3  # the client, its mandates, and what its body took over


def test_a_client_sees_what_its_post_sees_and_signs_for_itself(post, officer, appoint, town):
    # the same person holds a second post elsewhere: the token is for one of them
    Post.objects.create(user=post.user, org=town.west_justice, title="兼职", role="clerk")
    client, _ = issue("案件系统", post, days=30)
    by = sight_of_client(client)
    assert (by.who, by.name, by.user) == (f"api:{client.pk}", "案件系统", None)
    assert (by.places, by.branches, by.mandates) == ((), officer.branches, officer.mandates)
    assert by.abilities == {Ability.OPEN_CASE, Ability.IMPORT_LEDGER}
    assert Ability.EDIT_REGISTER in sight_of(post.user).abilities


def test_a_client_whose_post_has_ended_sees_nothing(post):
    client, _ = issue("案件系统", post, days=30)
    Post.objects.filter(pk=post.pk).update(until=timezone.localdate())
    client.refresh_from_db()
    by = sight_of_client(client)
    assert not (by.branches or by.places or by.everything or by.abilities or by.mandates)


def test_another_city_neither_finds_nor_sees(post, settings):
    client, token = issue("案件系统", post, days=30)
    settings.CITY = "C320100"
    assert client_of(token) is None
    assert not sight_of_client(client).branches


def test_it_stands_until_it_expires_or_is_revoked(post):
    client, _ = issue("案件系统", post, days=1)
    now = timezone.now()
    assert client.stands(now) and not client.stands(now + timedelta(days=1))
    revoke(client)
    assert not client.stands(now)


def test_issuing_and_revoking_are_recorded_once_each_without_the_secret(post):
    client, token = issue("案件系统", post, days=1)
    revoke(client)
    revoke(client)
    entries = list(stream("people.apiclient", client.pk).order_by("seq"))
    assert [each.kind.rpartition(".")[2] for each in entries] == ["issued", "revoked"]
    assert entries[0].data["post"] == post.pk
    assert token.split("_", 2)[2] not in json.dumps([each.data for each in entries])
    assert verify().sound


def test_clients_are_found_by_the_names_in_the_journal(post):
    client, _ = issue("案件系统", post, days=1)
    issue("旁人", post, days=1)
    assert clients([client.who, "user:1", "law", "api:x"]) == [client]
    with CaptureQueriesContext(connection) as queries:
        assert clients(["user:1"]) == []
    assert not len(queries)


@pytest.fixture
def run():
    return lambda *words: CliRunner().invoke(token_command, list(words))


def test_the_command_issues_lists_and_revokes(post, run):
    said = run("issue", "案件系统", "--login", post.user.username, "--days", "7", "--json")
    told = json.loads(said.output)
    client = client_of(told["token"])
    assert client is not None and client.post == post and client.per_minute == 600
    assert client.expires_at.date() in {date.today() + timedelta(days=n) for n in (6, 7, 8)}
    listed = run("list").output
    assert told["id"] in listed and "有效" in listed and "尚未使用" in listed and told["token"] not in listed
    assert "已停用" in run("revoke", told["id"]).output
    assert json.loads(run("list", "--json").output)[0]["state"] == "已停用"


def test_the_command_says_what_is_missing(post, run, town):
    nobody = run("issue", "案件系统", "--login", "无此人")
    assert nobody.exit_code == 2 and "没有在任的岗位" in nobody.output
    Post.objects.create(user=post.user, org=town.west_justice, title="兼职", role="clerk")
    several = run("issue", "案件系统", "--login", post.user.username)
    assert several.exit_code == 2 and "--post" in several.output and "兼职" in several.output
    assert run("issue", "案件系统", "--login", post.user.username, "--post", "兼职").exit_code == 0
    assert run("revoke", "abc").exit_code == 2
    assert run("issue", " ", "--login", post.user.username).exit_code == 2
    assert ApiClient.objects.count() == 1
