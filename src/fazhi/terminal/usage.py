"""What click says of a command typed wrong, in Chinese: one sentence that says what to write instead."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from fazhi.terminal.refusing import Unusable

QUOTED = re.compile(r"'(.*)'", re.DOTALL)
KINDS = {click.INT: "整数", click.FLOAT: "数", click.BOOL: "yes或者no"}


@contextmanager
def in_chinese() -> Iterator[None]:
    """Around a group's own reading and running of its words: a wrong word anywhere below it is refused as Unusable."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise Unusable(sentence_of(error)) from None


def sentence_of(error: click.UsageError) -> str:
    """The sentence for a command that cannot be understood."""
    asked = error.ctx.command_path if error.ctx is not None else "fazhi"
    return f"{_what(error)}用法见 {asked} --help。"


def _what(error: click.UsageError) -> str:
    if error.message.endswith("。"):
        return error.message  # a sentence of our own
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"没有命令“{error.command_name}”{_near(error.command_name, _commands(error.ctx))}。"
    if isinstance(error, click.NoSuchOption):
        return f"没有选项“{error.option_name}”{_near(error.option_name, _options(error.ctx))}。"
    if isinstance(error, click.MissingParameter):
        return f"请写明{_called(error.param)}。"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_called(error.param)}{_wanted(error.param.type, error.message)}。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项{error.option_name}后面{'须写一个值' if 'requires' in error.message else '不能写值'}。"
    if "unexpected extra argument" in error.message:
        return f"多写了{error.message.partition('(')[2].rstrip(')')}。"
    return "命令没有写完整。" if "Missing command" in error.message else "命令的写法不对。"


def _near(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known)
    return f"，相近的有{'、'.join(close)}" if close else ""


def _commands(ctx: click.Context | None) -> list[str]:
    return ctx.command.list_commands(ctx) if ctx is not None and isinstance(ctx.command, click.Group) else []


def _options(ctx: click.Context | None) -> list[str]:
    return [name for param in ctx.command.get_params(ctx) for name in param.opts] if ctx is not None else []


def _called(param: click.Parameter | None) -> str:
    """选项--year, or the argument as the help names it."""
    if isinstance(param, click.Option):
        return f"选项{max(param.opts, key=len)}"
    return param.make_metavar(click.Context(click.Command(""))).strip("[]") if param is not None else "参数"


def _wanted(kind: click.ParamType[Any], said: str) -> str:
    if isinstance(kind, click.Choice):
        return f"只能写{'、'.join(map(str, kind.choices))}之一"
    if isinstance(kind, click.IntRange):
        return _between(kind)
    if isinstance(kind, click.DateTime):
        return "须写成2024-02-07样式的日期"
    if isinstance(kind, click.Path):
        return _of_file(said)
    return f"须写{KINDS[kind]}" if kind in KINDS else "的值不能使用"


def _between(kind: click.IntRange) -> str:
    if kind.min is not None and kind.max is not None:
        return f"须写{kind.min}至{kind.max}之间的整数"
    return f"须写不小于{kind.min}的整数" if kind.min is not None else f"须写不大于{kind.max}的整数"


def _of_file(said: str) -> str:
    named = QUOTED.search(said)
    if named is None:
        return "不能使用"
    name = named[1]
    if Path(name).is_dir():
        return f"“{name}”是目录，请写明文件"
    return f"“{name}”不能读取，请核对权限" if Path(name).exists() else f"“{name}”不存在，请核对文件名"
