"""`fazhi admin`: the first day of an installation, from empty tables to an administrator who can log in."""

import os

import click
from django.conf import settings
from django.core.exceptions import ValidationError

from fazhi.people.api import Founded, NotPossible, found
from fazhi.project.schema import prepare
from fazhi.registers.codes import area_code_complaint
from fazhi.terminal import Unusable, as_json

DAYS = "7日"


@click.command("admin")
@click.argument("username")
@click.option("--name", required=True, help="姓名")
@click.option("--government", help="本级人民政府的名称，不写则为“城市名称＋人民政府”")
@click.option("--again", is_flag=True, help="已有系统管理员时，另建一名，或者为USERNAME重新发放一次性密码")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def admin(username: str, name: str, government: str | None, again: bool, as_data: bool) -> None:
    """建立系统管理员USERNAME，并打印一次性密码。

    首次运行时，先按FAZHI_CITY和FAZHI_CITY_NAME登记本市的区划和人民政府。此后的单位、区划、人员和授权都在网页上办理。
    """
    _check_city()
    prepare()
    try:
        founded = found(username, name, government or f"{settings.CITY_NAME}人民政府", again)
    except NotPossible as refused:
        raise Unusable(str(refused)) from None
    except ValidationError as bad:
        raise Unusable("".join(bad.messages)) from None
    click.echo(as_json(_as_data(founded)) if as_data else "\n".join(_told(founded)))


def _check_city() -> None:
    """The city cannot be changed once there are rows: a name left at its default is a mistake."""
    code = settings.CITY[1:]
    if settings.CITY[:1] != "C" or area_code_complaint(code):
        raise Unusable(f"环境变量FAZHI_CITY应为C加本市6位区划代码，例如C321100，现为{settings.CITY}。")
    if "FAZHI_CITY" in os.environ and "FAZHI_CITY_NAME" not in os.environ:
        raise Unusable("设置了FAZHI_CITY，还须用FAZHI_CITY_NAME写明城市名称，例如FAZHI_CITY_NAME=镇江市。")


def _as_data(founded: Founded) -> dict[str, object]:
    return {
        "city": founded.place.code,
        "city_name": founded.place.name,
        "government": founded.government.name,
        "username": founded.user.username,
        "password": founded.password,
        "laid": founded.new_place or founded.new_government,
    }


def _told(founded: Founded) -> list[str]:
    laid = "已登记" if founded.new_place or founded.new_government else "已有"
    return [
        f"{laid}本市：{founded.place.name}（{founded.place.code}），{founded.government.name}。",
        f"系统管理员：{founded.user.name}",
        f"  用户名      {founded.user.username}",
        f"  一次性密码  {founded.password}",
        "",
        f"一次性密码{DAYS}内有效，只显示这一次；首次登录须另设密码。下一步：",
        "  1. 运行 fazhi serve 启动网站，在 /login/ 登录；",
        "  2. 在“区划”登记县区、镇街，在“单位”设立各部门；数量多的，从Excel导入；",
        "  3. 在“人员”建立账号、任职、授权，把各自的一次性密码交给本人；",
        "  4. 任命另一名系统管理员：管理员不能变更本人的岗位和授权。",
    ]
