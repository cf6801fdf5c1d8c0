"""`fazhi report` and `fazhi check`."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from fazhi.figures.api import as_number, latest, stated
from fazhi.report.checking import Checked, Judged, check
from fazhi.report.composing import NoRecords, as_json, compose
from fazhi.report.outline import NoOutline
from fazhi.report.prose import BadProse
from fazhi.report.quantities import Inconsistency, UnreadableText, read_text
from fazhi.report.writing import write
from fazhi.terminal import Unusable, new_files

SAID = {"agrees": "一致", "differs": "不一致", "no_figure": "无对应数据", "not_a_figure": "不是数据"}


@click.command()
@click.argument("year", type=click.IntRange(2000, 2100))
@click.option("--out", "folder", type=click.Path(path_type=Path), required=True, help="输出目录")
@click.option("--dated", type=click.DateTime(["%Y-%m-%d"]), help="成文日期，如2025-03-01")
@click.option("--json", "as_data", is_flag=True, help="输出报告数据（JSON）")
def report(year: int, folder: Path, dated: date | None, as_data: bool) -> None:
    """生成YEAR年度的报告：report.html、report.docx、report.pdf、report.json。"""
    try:
        composed = compose(year, dated=dated)
    except (NoOutline, NoRecords, BadProse) as error:
        raise Unusable(str(error)) from None
    with new_files(folder) as beside:
        written = write(composed, beside)
    if as_data:
        click.echo(json.dumps(as_json(composed), ensure_ascii=False))
        return
    click.echo(f"{composed.document.title}：正文引用{len(composed.results)}项数据。")
    for path in written.files:
        click.echo(f"  {folder / path.name}")
    if latest(year) is None:
        click.echo(
            f"{year}年度报告尚未发布：正文中数据的链接指向工作台的数据页，登录后打开；发布以后生成的，指向公开网站。"
        )
    if written.missing:
        click.echo(f"字库缺少下列字，已用〓代替：{''.join(written.missing)}", err=True)


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--year", type=click.IntRange(2000, 2100), required=True, help="报告所述年度")
@click.option("--all", "everything", is_flag=True, help="也列出年份、名称等不是数据的数字")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def check_command(file: Path, year: int, everything: bool, as_data: bool) -> None:
    """核对FILE（.txt、.docx或.html）中的每个数字。

    全部一致时退出码为0；有不一致或者自相矛盾的为1；文件不能读取，或者该年度没有记录、只能检查文稿自身的为2。
    """
    try:
        text = read_text(file)
    except UnreadableText as error:
        raise Unusable(str(error)) from None
    checked = check(text, year)
    if as_data:
        click.echo(json.dumps(checked_json(checked), ensure_ascii=False))
    else:
        _print(checked, everything)
    if checked.unrecorded:
        click.echo(f"{checked.unrecorded}。", err=True)
    sys.exit(1 if checked.disagrees else 2 if checked.unrecorded else 0)


def checked_json(checked: Checked) -> dict[str, object]:
    """{"year", "unrecorded", "quantities": [...], "internal": [...], "summary": {...}}; offsets count characters of the text read."""
    return {
        "year": checked.year,
        "unrecorded": checked.unrecorded,
        "quantities": [_quantity_json(each) for each in checked.quantities],
        "internal": [_internal_json(each) for each in checked.internal],
        "summary": {verdict: checked.count(verdict) for verdict in SAID}  # type: ignore[arg-type]  # the verdicts
        | {"contradictions": sum(each.status == "contradiction" for each in checked.internal)},
    }


def _quantity_json(judged: Judged) -> dict[str, object]:
    quantity, result = judged.quantity, judged.result
    return {
        "text": quantity.text,
        "offset": quantity.offset,
        "value": as_number(quantity.value),
        "high": as_number(quantity.high),
        "qualifier": quantity.qualifier,
        "unit": quantity.unit,
        "subject": quantity.subject,
        "kind": quantity.kind,
        "section": quantity.section,
        "verdict": judged.verdict,
        "figure": judged.figure.code if judged.figure else None,
        "reading": judged.figure.reading if judged.figure else None,
        "computed": as_number(judged.computed),
        "computed_unit": stated(result)[1] if result else None,
        "numerator": result.numerator if result else None,
        "denominator": result.denominator if result else None,
        "holds": result.holds if result else None,
        "rows": result.row_count if result else None,
        "reason": judged.why,
    }


def _internal_json(found: Inconsistency) -> dict[str, object]:
    return {
        "rule": found.rule,
        "status": found.status,
        "sentence": found.sentence,
        "low": as_number(found.low),
        "high": as_number(found.high),
        "spans": [{"text": span.text, "offset": span.offset} for span in found.spans],
    }


def _print(checked: Checked, everything: bool) -> None:
    for each in checked.quantities:
        if each.verdict == "not_a_figure" and not everything:
            continue
        name = f"{each.figure.id} {each.figure.name}" if each.figure else each.quantity.subject
        click.echo(f"{each.quantity.offset:>6}  {SAID[each.verdict]:　<6}{each.quantity.text:　<8}{name}（{each.why}）")
    for found in checked.internal:
        mark = {"contradiction": "矛盾", "implies": "推算", "consistent": "相符"}[found.status]
        click.echo(f"        {mark}：{found.sentence}")
    counts = "、".join(f"{name}{checked.count(verdict)}处" for verdict, name in SAID.items())  # type: ignore[arg-type]  # the verdicts
    click.echo(f"共{len(checked.quantities)}处：{counts}。")
