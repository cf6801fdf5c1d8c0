"""`fazhi verify records`: whether the tables that figures count hold what the journal says; mounted by project."""

import json
import sys
from collections.abc import Iterator

import click
from django.apps import apps

from fazhi.casework.models import Case
from fazhi.casework.verifying import case_discrepancies
from fazhi.registers.api import Discrepancy, Recorded, discrepancies

SOUND, TOUCHED = 0, 1
MOST = 1000


def all_discrepancies() -> Iterator[Discrepancy]:
    """Of every recorded table in turn, the cases last."""
    for table in apps.get_models():
        if issubclass(table, Recorded) and table is not Case:
            _show(str(table._meta.verbose_name))
            yield from discrepancies(table)
    _show(str(Case._meta.verbose_name))
    yield from case_discrepancies()


@click.command("records")
@click.option("--json", "as_json", is_flag=True, help="以JSON输出结果。")
def verify_records_command(as_json: bool) -> None:
    """核验数据：逐行与日志比对，指出绕过系统改动、删除或写入的案件、记录和清单。退出码：0 一致，1 有不符。

    日志本身是否完整，用 fazhi verify journal 核验；两项都通过，公布的数据才可信。
    """
    listed: list[Discrepancy] = []
    found = 0
    for each in all_discrepancies():
        found += 1
        if len(listed) < MOST:
            listed.append(each)
    if sys.stderr.isatty():
        click.echo("\r", err=True, nl=False)
    click.echo(_as_json(listed, found) if as_json else "\n".join(_sentences(listed, found)))
    raise SystemExit(TOUCHED if found else SOUND)


def _sentences(listed: list[Discrepancy], found: int) -> Iterator[str]:
    yield from (each.sentence for each in listed)
    if found > len(listed):
        yield f"以上列出{len(listed)}处，另有{found - len(listed)}处未列。"
    yield f"发现{found}处与日志不符。" if found else "各表均与日志一致。"


def _as_json(listed: list[Discrepancy], found: int) -> str:
    rows = [{"kind": each.kind, "table": each.table, "id": each.pk, "sentence": each.sentence} for each in listed]
    return json.dumps({"sound": not found, "found": found, "discrepancies": rows}, ensure_ascii=False)


def _show(what: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r正在核验：{what}　　　　　　", err=True, nl=False)
