"""W1: one complete intake over HTTP, beside a bare Django REST Framework program that writes three rows.

Both run under granian on the loopback, one worker, and answer over kept connections; the CPU is that of the server's
processes, from /proc. Ours checks token, permission and every field, and writes case, facts, party, event with its chain,
and limits; statements are counted on the same door in this process.
"""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.city import DATA
from bench.measuring import Line, line
from fazhi.city.zhenjiang.ground import Ground, lay
from fazhi.people.api import Post, User, issue
from fazhi.project.schema import prepare
from fazhi.registers.api import this_city

OURS, THEIRS = "/api/v1/procedures/reconsideration/cases", "/cases"
WARM, CASES, ROUNDS, MANY = 50, 400, 3, 4
PATIENCE = 30.0
ROOT = Path(__file__).parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


def measure() -> list[Line]:
    DATA.mkdir(exist_ok=True)
    ground, token, files = _city()
    body = json.dumps(_body(ground), ensure_ascii=False).encode()
    statements = _statements(token, body)
    connection.close()
    theirs = json.dumps(_peer_body(), ensure_ascii=False).encode()
    with _server("fazhi.project.wsgi:application", files["ours"]) as ours, _peer(files) as (peer, peer_token):
        loads = [Load(*ours, OURS, token, body), Load(*peer, THEIRS, peer_token, theirs)]
        for each in loads:
            each.send(WARM)
        rounds = [[each.round() for each in loads] for _ in range(ROUNDS)]
        four = min(loads[0].round(MANY)[0] for _ in range(ROUNDS))
    (cost, p50), (peer_cost, peer_p50) = (min(each) for each in zip(*rounds, strict=True))
    name, drf = connection.vendor, "Django REST Framework, three rows"
    note = f"{statements} statements; token, permission, validation, case, facts, party, event, chain, limits"
    return [
        line("W1", f"complete intake over HTTP ({name})", cost, "CPU-ms", 3.0, peer=drf, theirs=peer_cost, note=note),
        line("W1", f"the same from {MANY} connections at once ({name})", four, "CPU-ms", 3.0),
        line("W1", f"answer to one intake, p50 ({name})", p50, "ms", None, peer=drf, theirs=peer_p50),
        line("W1", f"statements of one intake ({name})", statements, "statements", 6),
    ]


class Load:
    """A program that posts cases, one after the other on each of its connections."""

    def __init__(self, port: int, pid: int, path: str, token: str, body: bytes) -> None:
        self.port, self.pid, self.path, self.body = port, pid, path, body
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def send(self, count: int) -> list[float]:
        """Wall milliseconds of each answer."""
        line, times = http.client.HTTPConnection("127.0.0.1", self.port), []
        for _ in range(count):
            start = time.perf_counter()
            line.request("POST", self.path, self.body, self.headers)
            answer = line.getresponse()
            told = answer.read()
            times.append((time.perf_counter() - start) * 1000)
            assert answer.status == 201, told.decode()
        line.close()
        return times

    def round(self, connections: int = 1) -> tuple[float, float]:
        """(CPU milliseconds a case of the server, p50 in wall milliseconds)."""
        before, times = spent(self.pid), []
        threads = [Thread(target=lambda: times.extend(self.send(CASES // connections))) for _ in range(connections)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(times) == CASES
        return (spent(self.pid) - before) / CASES * 1000, sorted(times)[len(times) // 2]


def spent(pid: int) -> float:
    """CPU seconds of a process and of those that it started."""
    total = 0.0
    for each in (pid, *_children(pid)):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / TICKS
    return total


def _children(pid: int) -> list[int]:
    found = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [*found, *(below for each in found for below in _children(each))]


def _city() -> tuple[Ground, str, dict[str, Path | None]]:
    """The ground with one client; its database, and the peer's."""
    files: dict[str, Path | None] = {"ours": None, "peer": None}
    if connection.vendor == "sqlite":
        files = {name: DATA / f"intake-{name}.sqlite3" for name in files}
        for file in files.values():
            for tail in ("", "-wal", "-shm"):
                Path(f"{file}{tail}").unlink(missing_ok=True)
        connection.close()
        connection.settings_dict["NAME"] = files["ours"]
    prepare()
    ground = lay()
    user = User.objects.create(username="intake", name="接入", city=this_city())
    post = Post.objects.create(user=user, org=ground.body("市司法局"), title="接入", role="officer")
    return ground, issue("压力测试", post, days=1, per_minute=10_000_000).token, files


def _body(ground: Ground) -> dict[str, object]:
    day = (date.today() - timedelta(days=1)).isoformat()
    facts = {
        "channel": "post", "act": "penalty", "field": "市场监管", "respondent": ground.body("市公安局").pk,
        "against_department": True, "known_on": day, "applied_on": day,
    }  # fmt: skip
    parties = [{"party": "applicant", "kind": "person", "name": "张三", "contact": "13900001234"}]
    return {
        "title": "张某不服行政处罚决定",
        "received_on": day,
        "place": ground.city,
        "parties": parties,
        "facts": facts,
    }


def _peer_body() -> dict[str, object]:
    day = (date.today() - timedelta(days=1)).isoformat()
    return {
        "title": "张某不服行政处罚决定", "org": "市司法局", "place": "321100", "received_on": day, "channel": "post",
        "act": "penalty", "field": "市场监管", "respondent": "市公安局", "known_on": day, "applied_on": day,
    }  # fmt: skip


def _statements(token: str, body: bytes) -> int:
    client, headers = Client(), {"HTTP_AUTHORIZATION": f"Bearer {token}"}
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            answer = client.post(OURS, body, content_type="application/json", **headers)
        assert answer.status_code == 201, answer.content.decode()
    return sum(query["sql"].split()[0] not in {"BEGIN", "COMMIT"} for query in captured)


@contextmanager
def _peer(files: dict[str, Path | None]) -> Iterator[tuple[tuple[int, int], str]]:
    environment = _environment(files["peer"])
    made = subprocess.run(
        [sys.executable, "-m", "bench.peer.intake"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    with _server("bench.peer.intake:application", files["peer"]) as server:
        yield server, made.stdout.strip()


@contextmanager
def _server(application: str, file: Path | None) -> Iterator[tuple[int, int]]:
    """(port, process id) of a granian with one worker."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = [
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "1",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "granian", *arguments, "--log-level", "warning", application],
        env=_environment(file), cwd=ROOT,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _environment(file: Path | None) -> dict[str, str]:
    kept = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    return kept if file is None else {**kept, "FAZHI_SQLITE": str(file), "BENCH_SQLITE": str(file)}


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
