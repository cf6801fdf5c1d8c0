"""The command line typed wrong: every sub-command answers with one Chinese sentence and exit 2, and writes nothing."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from django.utils import timezone

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.journal.api import Fact, append
from fazhi.ledgers.api import ledger
from fazhi.ledgers.sheets import Column, Layout, write_rows, write_template
from fazhi.people.api import WHOLE_CITY
from fazhi.project.command import main
from fazhi.registers.api import enter

NO_PLACE = "/proc/none.x"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def record(town, clerk) -> str:
    """One record of 2024, so that there is a year to report, and a case's history; gives the account that imports."""
    given = {"org": town.justice, "place": town.city, "number": "1", "addressee": town.police, "field": "土地"}
    enter(RiskAlertLetter, WHOLE_CITY, **given, happened_on=date(2024, 3, 1), risk="程序")
    append(Fact("case", 1, None, "made", date(2024, 3, 1), timezone.now(), "user:1", {}))
    return clerk.name


def commands(group: click.Group = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, by the words that reach it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))
        else:
            yield (*path, name), found


def refused(result: Result) -> str:
    """The one sentence; it is Chinese, and the only English in it is what the user may type."""
    said = result.stderr.strip()
    assert result.exit_code == 2 and result.stdout == "" and "\n" not in said, result.output
    assert re.search("[\u4e00-\u9fff]", said) and said.endswith(("。", "--help。")), said
    assert not re.search(r"\b(Error|Usage|Invalid|Missing|Try|No such|is not|does not)\b", said), said
    return said


ALL = list(commands())


@pytest.mark.parametrize(("words", "command"), ALL, ids=[" ".join(words) for words, _ in ALL])
def test_every_command_refuses_in_chinese(words: tuple[str, ...], command: click.Command, db):
    assert "没有选项“--nonsense”" in refused(run(*words, "--nonsense"))
    assert "--json" in refused(run(*words, "--jsno"))
    assert "不能写值" in refused(run(*words, "--json=3"))
    assert "多写了" in refused(run(*words, *_values(command), "a", "b"))
    for param in command.params:
        for bad in _bad_values(param):
            refused(run(*words, *bad))


def _values(command: click.Command) -> list[str]:
    """A lawful value for every required parameter."""
    words = []
    for param in command.params:
        named = [max(param.opts, key=len)] if isinstance(param, click.Option) else []
        if param.required or not named:
            words += [*named, "2024" if isinstance(param.type, type(click.INT)) else __file__]
    return words


def _bad_values(param: click.Parameter) -> Iterator[list[str]]:
    """Values that the type of a parameter refuses."""
    bad = {click.IntRange: "-99999999", click.Choice: "nonsense", click.DateTime: "2024-13-01"}.get(type(param.type))
    if isinstance(param.type, click.Path) and param.type.exists:
        bad = "/没有这个文件"
    if bad is not None:
        yield [f"{max(param.opts, key=len)}={bad}"] if isinstance(param, click.Option) else ["--", bad, bad]
    if isinstance(param, click.Option) and not param.is_flag and not param._flag_needs_value:
        yield [max(param.opts, key=len)]


@pytest.mark.parametrize(("words", "command"), ALL, ids=[" ".join(words) for words, _ in ALL])
def test_every_command_takes_json(words: tuple[str, ...], command: click.Command):
    assert any("--json" in param.opts for param in command.params)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("xyz",), "没有命令“xyz”。"),
        (("figrue",), "相近的有figure"),
        (("ledger", "exprt"), "相近的有export"),
        (("figure", "F088", "--year", "1999"), "选项--year须写2000至2100之间的整数。用法见 fazhi figure --help。"),
        (("report", "abc", "--out", "x"), "YEAR须写2000至2100之间的整数"),
        (("report", "2024"), "请写明选项--out。"),
        (("figure", "F088", "--by", "x"), "只能写district、org、month之一"),
        (("figure", "F088", "--by"), "选项--by后面须写一个值"),
        (("ledger", "import", "nope", "/没有"), "FILE“/没有”不存在"),
        (("ledger", "import", "nope", "/proc"), "是目录"),
        (("pulse", "--today", "2024-13-01"), "须写成2024-02-07样式的日期"),
    ],
)
def test_the_sentence_says_what_to_write(words: tuple[str, ...], sentence: str, db):
    assert sentence in refused(run(*words))


def test_help_is_still_help(db):
    assert run("ledger").exit_code in (0, 2) and "template" in run("ledger").output


@pytest.mark.parametrize(
    "words",
    [
        ("ledger", "template", "safety.drill", NO_PLACE),
        ("ledger", "export", "safety.drill", NO_PLACE, "--user", "法治办经办人"),
        ("verify", "journal", "--export", NO_PLACE),
        ("verify", "journal", "--export", NO_PLACE, "--case", "1"),
        ("report", "2024", "--out", NO_PLACE),
    ],
)
def test_a_place_that_cannot_be_written_is_one_sentence(words: tuple[str, ...], record):
    assert f"“{NO_PLACE}”不能写入" in refused(run(*words))


def test_a_marked_copy_that_cannot_be_written_is_one_sentence(record, tmp_path: Path):
    bad = tmp_path / "bad.xlsx"
    write_rows(ledger("reconsideration.riskalertletter").layout, [{"org": "无此单位"}], bad)
    words = ("ledger", "import", "reconsideration.riskalertletter", str(bad), "--user", record)
    assert run(*words).exit_code == 1
    result = run(*words, "--marked", NO_PLACE)
    assert result.exit_code == 2 and f"“{NO_PLACE}”不能写入" in result.stderr and result.stdout == ""


def test_excel_says_what_other_files_say(tmp_path: Path):
    layout = Layout("x", "x", (Column("a", "甲", "text"),))
    for write in (lambda path: write_template(layout, path), lambda path: write_rows(layout, [], path)):
        with pytest.raises(OSError):
            write(tmp_path / "none" / "x.xlsx")


def test_a_database_without_tables_is_said(tmp_path: Path):
    place = {**os.environ, "FAZHI_VAR": str(tmp_path), "FAZHI_SQLITE": str(tmp_path / "none.sqlite3")}
    done = subprocess.run(
        [sys.executable, "-m", "fazhi.project", "figure", "F073"],
        env=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and "manage.py migrate" in done.stderr and done.stderr.count("\n") == 1
