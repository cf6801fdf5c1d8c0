"""The command `fazhi`. Each room brings its sub-commands; they are loaded when asked for, after Django is set up."""

import gc
import importlib
import os
import re
from typing import Any

import click
import django
from django.db import DatabaseError

from fazhi.project.environment import BadSetting
from fazhi.terminal import Unusable, in_chinese

#: name -> (module, attribute, one line of help)
COMMANDS = {
    "demo": ("fazhi.project.demo", "demo", "建立演示城市并启动网站"),
    "report": ("fazhi.report.command", "report", "由记录生成年度法治政府建设情况报告"),
    "check": ("fazhi.report.command", "check_command", "核对一份报告中的每个数字"),
    "figure": ("fazhi.figures.command", "figure_command", "查看一项数据的数值、口径和明细"),
    "due": ("fazhi.casework.command", "due_command", "计算法定期限，逐日列出依据"),
    "ledger": ("fazhi.ledgers.command", "ledger_command", "台账的模板、导入、导出和撤回"),
    "verify": ("fazhi.project.verify", "verify", "核验日志"),
    "pulse": ("fazhi.casework.command", "pulse_command", "处理已经届满的期限"),
    "work": ("fazhi.project.work", "work", "在后台办理任务、处理届满的期限、建立日志检查点"),
    "notice": ("fazhi.casework.command", "notice_command", "登记、更正、撤销放假通知并重新计算期限"),
    "admin": ("fazhi.project.admin", "admin", "首次部署：登记本市，建立系统管理员"),
    "token": ("fazhi.people.token_command", "token_command", "机器接入的令牌：发放、列出、停用"),
    "serve": ("fazhi.project.demo", "serve", "启动网站"),
}

MISSING = re.compile("no such (table|column)|UndefinedTable|UndefinedColumn|does not exist")
NO_TABLES = (
    "数据库中没有本版本的数据表，请先运行 fazhi demo 建立演示城市；已有数据的，运行 python manage.py migrate 升级。"
)


class Rooms(click.Group):
    """Sub-commands by name, imported on use. What any of them cannot understand is said in Chinese."""

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        with in_chinese():
            return super().make_context(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        with in_chinese():
            try:
                return super().invoke(ctx)
            except DatabaseError as error:
                if MISSING.search(str(error)) is None:
                    raise
                raise Unusable(NO_TABLES) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        try:
            django.setup()
        except BadSetting as error:
            raise Unusable(str(error)) from None
        module, attribute, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), attribute)
        gc.freeze()  # what is loaded stays: the collector need not walk it again through a long import
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of sub-commands without importing any of them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])


@click.command("fazhi", cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fazhi", message="%(version)s", help="显示版本")
def main() -> None:
    """法治：城市法治政府建设的业务与报告平台。

    初次使用：运行 fazhi demo 建立演示城市；其后可运行 fazhi report 2024 --out 目录 生成报告。
    每个命令都可以加 --help 查看用法，加 --json 输出供程序读取的结果。
    """


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.project.settings")
