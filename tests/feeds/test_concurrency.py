"""Many programs at once against a running site: nothing is registered twice, nothing is lost, no number is given twice."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

pytestmark = pytest.mark.slow
PATIENCE, MANY = 60, 8
OPEN = "/procedures/reconsideration/cases"
#: a city of its own: places and bodies, and one post with a token
BUILD = """
import django; django.setup()
from fazhi.city.zhenjiang.ground import lay
from fazhi.people.api import Mandate, Post, User, issue
from fazhi.project.schema import prepare
prepare()
ground = lay()
user = User.objects.create(username="program", name="接入", city="C321100")
post = Post.objects.create(user=user, org=ground.body("市司法局"), title="接入", role="officer")
Mandate.objects.create(post=post, procedure="reconsideration", office="officer")
print(issue("案件系统", post, days=1, per_minute=100_000).token)
"""
Send = Callable[..., tuple[int, dict]]


@pytest.fixture(scope="module")
def send(tmp_path_factory) -> Iterator[Send]:
    """`send("POST", path, body, **headers)` to a site of one process with four threads."""
    folder = tmp_path_factory.mktemp("site")
    environment = {
        **os.environ, "FAZHI_VAR": str(folder), "FAZHI_SQLITE": str(folder / "city.sqlite3"),
        "DJANGO_SETTINGS_MODULE": "fazhi.project.settings",
    }  # fmt: skip
    built = subprocess.run([sys.executable, "-c", BUILD], env=environment, capture_output=True, text=True, check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = ["--interface", "wsgi", "--port", str(port), "--blocking-threads", "4", "--log-level", "warning"]
    site = subprocess.Popen(
        [sys.executable, "-m", "granian", *arguments, "fazhi.project.wsgi:application"], env=environment
    )
    token = built.stdout.strip().splitlines()[-1]

    def sent(method: str, path: str, body: object = None, **headers: str) -> tuple[int, dict]:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        head = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **named}
        line.request(method, f"/api/v1{path}", None if body is None else json.dumps(body), head)
        answer = line.getresponse()
        told = json.loads(answer.read())
        line.close()
        return answer.status, told

    try:
        _wait_for(sent)
        yield sent
    finally:
        site.terminate()
        site.wait(timeout=PATIENCE)


def _wait_for(sent: Send) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            assert sent("GET", "/me")[0] == 200
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def application(number: int = 0) -> dict:
    day = date.today().isoformat()
    facts = {"channel": "post", "act": "penalty", "respondent": "市公安局", "applied_on": day}
    return {"title": f"第{number}件", "received_on": day, "facts": facts}


def at_once(work: Callable[[int], tuple[int, dict]]) -> list[tuple[int, dict]]:
    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(work, range(MANY)))


def test_one_key_sent_by_many_at_once_is_one_case(send):
    answers = at_once(lambda _: send("POST", OPEN, application(), Idempotency_Key="same"))
    assert Counter(status for status, _ in answers) == {201: 1, 200: MANY - 1}
    assert len({told["id"] for _, told in answers}) == 1


def test_cases_registered_at_once_are_numbered_without_gaps(send):
    before = len(send("GET", "/cases?size=200")[1]["items"])
    answers = at_once(lambda number: send("POST", OPEN, application(number), Idempotency_Key=f"n{number}"))
    assert [status for status, _ in answers] == [201] * MANY
    serials = sorted(int(told["number"].rpartition("第")[2].removesuffix("号")) for _, told in answers)
    assert serials == list(range(serials[0], serials[0] + MANY)) and serials[0] == before + 1


def test_of_many_who_saw_the_same_version_one_moves_the_case(send):
    _, case = send("POST", OPEN, application())
    path = f"/cases/{case['id']}/steps/accept"
    answers = at_once(lambda number: send("POST", path, {}, If_Match='"1"', Idempotency_Key=f"s{number}"))
    assert Counter(status == 200 for status, _ in answers) == {True: 1, False: MANY - 1}
    assert {status for status, _ in answers} <= {200, 409, 412}
    assert send("GET", f"/cases/{case['id']}")[1]["version"] == 2


def test_a_batch_sent_twice_at_once_is_entered_once(send):
    body = {"items": [{**application(number), "source": "twice"} for number in range(5)]}
    path = "/procedures/reconsideration/histories"
    answers = at_once(lambda _: send("POST", path, body, Idempotency_Key="batch"))
    assert Counter(status for status, _ in answers) == {201: 1, 200: MANY - 1}
    assert len(send("GET", "/cases?source=twice")[1]["items"]) == 5
