"""`fazhi demo` and `fazhi serve`: from a clean clone to a running city with one command."""

import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import click
from django.conf import settings
from django.db import connection
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from fazhi.city.zhenjiang.build import Built, build
from fazhi.city.zhenjiang.cast import ACCOUNTS, PASSWORD
from fazhi.project.schema import prepare
from fazhi.terminal import Unusable, as_json

HOST = "127.0.0.1"
STARTED = "\n网站已启动，按Ctrl+C停止。"
THREADS = 4  # while one waits for the database to be free to write, the others show pages
OPTIONAL = (
    ("soffice", "LibreOffice", "用于核对Word版式的测试"),
    ("chromium", "Chromium", "浏览器测试"),
    ("psql", "PostgreSQL", "多人同时使用的正式部署"),
)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, envvar="PORT", help="网站端口")
@click.option("--reset", is_flag=True, help="删除已有的演示城市，重新建立")
@click.option("--no-serve", is_flag=True, help="只建立，不启动网站")
@click.option("--json", "as_data", is_flag=True, help="输出JSON（不启动网站）")
def demo(port: int, reset: bool, no_serve: bool, as_data: bool) -> None:
    """建立演示城市（2024年的镇江，数据均为虚构），启动网站，并列出网址和演示账号。"""
    if connection.vendor != "sqlite":
        raise Unusable("演示城市使用SQLite，请取消环境变量FAZHI_DATABASE后再运行。")
    serving = not (no_serve or as_data)
    if serving:
        _check_port(port)
    file = Path(settings.DATABASES["default"]["NAME"])
    started = time.monotonic()
    built = None
    if reset or not stands(file):
        built = _build(file)
    else:
        prepare()
    seconds = time.monotonic() - started
    if as_data:
        click.echo(as_json(_as_data(file, port, built, seconds)))
        return
    _greet(port, built, seconds)
    if serving:
        _serve(port, STARTED)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, envvar="PORT", help="端口")
@click.option("--json", "as_data", is_flag=True, help="以JSON输出网址")
def serve(port: int, as_data: bool) -> None:
    """启动网站和后台任务，直到按下Ctrl+C。"""
    _check_port(port)
    _serve(port, as_json({"address": f"http://{HOST}:{port}/"}) if as_data else STARTED)


def stands(file: Path) -> bool:
    """Whether the file holds a city: other commands may have left one that is empty."""
    if not file.exists():
        return False
    with closing(sqlite3.connect(file)) as base:
        try:
            return base.execute("SELECT 1 FROM people_place LIMIT 1").fetchone() is not None
        except sqlite3.DatabaseError:
            return False


def _build(file: Path) -> Built:
    """Build beside the old city and put it in place whole: a build cut short leaves nothing half made."""
    building = file.with_name(file.name + ".building")
    for each in _parts(building):
        each.unlink(missing_ok=True)
    connection.close()
    connection.settings_dict["NAME"] = building
    try:
        prepare()
        built = _with_progress()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = file
    for each in _parts(file):
        each.unlink(missing_ok=True)
    building.replace(file)
    return built


def _parts(file: Path) -> list[Path]:
    return [file, *(file.with_name(file.name + tail) for tail in ("-wal", "-shm"))]


def _with_progress() -> Built:
    with click.progressbar(length=100, label="建立演示城市", file=sys.stderr, show_eta=False) as bar:

        def told(what: str, done: int, total: int) -> None:
            bar.label = f"建立演示城市：{what}"
            bar.update(done * 100 // total - bar.pos)

        return build(told)


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise Unusable(f"端口{port}已被占用，请换一个端口，例如 PORT={port + 1} make demo。") from None


def _as_data(file: Path, port: int, built: Built | None, seconds: float) -> dict[str, object]:
    return {
        "database": str(file),
        "address": f"http://{HOST}:{port}/",
        "built": built is not None,
        "sheets": built.sheets if built else None,
        "rows": built.rows if built else None,
        "cases": built.cases if built else None,
        "seconds": round(seconds, 1),
        "accounts": [{"login": login, "name": name, "title": title} for login, name, _, _, title in ACCOUNTS],
        "password": PASSWORD,
    }


def _greet(port: int, built: Built | None, seconds: float) -> None:
    if built is not None:
        click.echo(
            f"演示城市已建立：导入台账{built.sheets}份、{built.rows}行，登记案件{built.cases}件，用时{seconds:.0f}秒。"
        )
    click.echo(
        f"\n公众网站  http://{HOST}:{port}/\n工作台    http://{HOST}:{port}/desk/\n领导总览  http://{HOST}:{port}/board/\n"
    )
    click.echo(f"演示账号（密码均为 {PASSWORD}）：")
    for login, name, _, body, title in ACCOUNTS:
        click.echo(f"  {login:<12}{name:　<4}{body}{title}")
    missing = [f"{label}({use})" for program, label, use in OPTIONAL if shutil.which(program) is None]
    if missing:
        click.echo(f"\n未安装下列可选软件，不影响演示：{'、'.join(missing)}。")


def _serve(port: int, told: str) -> None:
    """One web process and the background work beside it; both end together."""
    work = subprocess.Popen([sys.executable, "-m", "fazhi.project", "work"], stdout=subprocess.DEVNULL)
    click.echo(told)
    try:
        Server(
            "fazhi.project.wsgi:application", address=HOST, port=port, interface=Interfaces.WSGI, workers=1,
            blocking_threads=THREADS, log_access=False, log_level=LogLevels.warning,
        ).serve()  # fmt: skip
    finally:
        _end(work)


def _end(work: subprocess.Popen[bytes]) -> None:
    """Ask first: a job under way is put back. What does not answer is killed, and its lease brings the job back."""
    work.terminate()
    try:
        work.wait(timeout=10)
    except subprocess.TimeoutExpired:
        work.kill()
        work.wait()
