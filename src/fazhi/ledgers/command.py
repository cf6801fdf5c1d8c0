"""`fazhi ledger`: templates, imports, exports and reversals from the command line."""

from pathlib import Path

import click

from fazhi.casework.api import Refused
from fazhi.ledgers.declaring import Ledger, NoSuchLedger, NotExportable, ledger, ledgers
from fazhi.ledgers.exporting import export, template
from fazhi.ledgers.importing import Preview, SheetErrors, import_sheet, preview
from fazhi.ledgers.models import Batch, MovedOn
from fazhi.ledgers.reversing import reverse
from fazhi.ledgers.sheets import SheetProblem, mark_errors
from fazhi.people.api import NotAllowed, Sight, User, sight_of
from fazhi.terminal import Unusable, as_json, new_file

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
DATA = click.option("--json", "as_data", is_flag=True, help="输出JSON")
WHO = click.option("--user", "login", default="clerk", show_default=True, help="以哪个账号的权限办理")


@click.group("ledger")
def ledger_command() -> None:
    """台账：列出、下载模板、核对、导入、导出、撤回。"""


@ledger_command.command("list")
@DATA
def list_command(as_data: bool) -> None:
    """列出全部台账。"""
    lines = [{"code": each.code, "title": each.title, "columns": len(each.layout.columns)} for each in ledgers()]
    if as_data:
        click.echo(as_json(lines))
        return
    for line in lines:
        click.echo(f"{line['code']:<44}{line['title']}")


@ledger_command.command("template")
@click.argument("name")
@click.argument("out", type=NEW_FILE)
@DATA
def template_command(name: str, out: Path, as_data: bool) -> None:
    """把台账NAME的空白模板写到OUT。"""
    declared = _ledger(name)
    with new_file(out) as path:
        template(declared, path)
    click.echo(as_json({"ledger": declared.code, "file": str(out)}) if as_data else str(out))


@ledger_command.command("import")
@click.argument("name")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="只核对，不导入")
@click.option("--marked", type=NEW_FILE, help="有错误时，把标红的副本写到这里")
@WHO
@DATA
def import_command(name: str, file: Path, dry_run: bool, marked: Path | None, login: str, as_data: bool) -> None:
    """导入台账NAME的FILE。有任何错误都不导入，退出码为1。"""
    declared, by = _ledger(name), _sight(login)
    try:
        looked = preview(file, declared, by, _progress)
        if looked.errors:
            _complain(looked, declared, file, marked, as_data)
        batch = None if dry_run else import_sheet(file, declared, by, _progress)
    except (SheetProblem, NotAllowed, Refused, SheetErrors) as error:
        raise Unusable(str(error)) from None
    done = {"new": looked.new, "changed": looked.changed, "unchanged": looked.unchanged, "notes": looked.notes}
    if as_data:
        click.echo(as_json({**done, "batch": batch.pk if batch else None}))
        return
    for note in looked.notes:
        click.echo(note)
    head = "核对通过" if batch is None else f"已导入，批次{batch.pk}"
    click.echo(f"{head}：新增{looked.new}行、修改{looked.changed}行、未变{looked.unchanged}行。")


@ledger_command.command("export")
@click.argument("name")
@click.argument("out", type=NEW_FILE)
@click.option("--year", type=click.IntRange(1990, 2100), help="只导出一个年度")
@WHO
@DATA
def export_command(name: str, out: Path, year: int | None, login: str, as_data: bool) -> None:
    """把台账NAME导出到OUT；原样导入不会产生变动。"""
    declared, by = _ledger(name), _sight(login)
    try:
        with new_file(out) as path:
            count = export(declared, path, by, year=year, progress=_progress)
    except (NotExportable, NotAllowed, SheetProblem) as error:
        raise Unusable(str(error)) from None
    click.echo(as_json({"rows": count, "file": str(out)}) if as_data else f"已导出{count}行：{out}")


@ledger_command.command("reverse")
@click.argument("batch", type=int)
@click.option("--reason", required=True, help="撤回原因")
@WHO
@DATA
def reverse_command(batch: int, reason: str, login: str, as_data: bool) -> None:
    """撤回批次BATCH：新增的行作废，修改的行恢复原值。"""
    found = Batch.objects.filter(pk=batch).first()
    if found is None:
        raise Unusable(f"没有批次{batch}。")
    try:
        reverse(found, _sight(login), reason)
    except (ValueError, MovedOn, NotAllowed) as error:
        raise Unusable(str(error)) from None
    done = {"batch": batch, "entered": found.entered, "changed": found.changed}
    click.echo(as_json({**done, "reversed": True}) if as_data else f"批次{batch}已撤回。")


def _ledger(name: str) -> Ledger:
    try:
        return ledger(name)
    except NoSuchLedger as error:
        raise Unusable(str(error)) from None


def _sight(login: str) -> Sight:
    user = User.objects.filter(username=login).first()
    if user is None:
        raise Unusable(f"没有账号“{login}”。")
    return sight_of(user)


def _progress(count: int) -> None:
    click.echo(f"\r已处理{count}行", nl=False, err=True)


def _complain(looked: Preview, declared: Ledger, file: Path, marked: Path | None, as_data: bool) -> None:
    """Say what is wrong, write the marked copy, and stop with exit code 1."""
    if marked is not None:
        with new_file(marked) as path:
            mark_errors(
                file, looked.errors, path, sheet=looked.sheet, header_row=looked.header_row, layout=declared.layout
            )
    if as_data:
        errors = [{"cell": e.cell, "column": e.column, "raw": e.raw, "message": e.message} for e in looked.errors]
        click.echo(as_json({"errors": errors, "notes": looked.notes}))
    else:
        for error in looked.errors[:50]:
            click.echo(f"{error.cell:<8}{error.message}", err=True)
        more = "（只列出前50处）" if len(looked.errors) > 50 else ""
        click.echo(f"有{len(looked.errors)}处需要更正{more}，未导入。", err=True)
    raise SystemExit(1)
