"""`fazhi token`: tokens for programs of other systems; issued, listed and stopped without the site."""

from datetime import datetime

import click
from django.conf import settings
from django.utils import timezone

from fazhi.people.clients import PER_MINUTE, ApiClient, issue, revoke
from fazhi.people.posts import Post
from fazhi.terminal import Unusable, as_json

LONGEST_DAYS, MOST_A_MINUTE, LONGEST_NAME = 3650, 100_000, 40


@click.group("token")
def token_command() -> None:
    """机器接入：为其他系统的程序发放令牌。令牌依附于一个岗位，能看、能办的与该岗位相同。"""


@token_command.command("issue")
@click.argument("name", metavar="名称")
@click.option("--login", required=True, metavar="账号", help="令牌依附的岗位由哪个账号担任")
@click.option("--post", "title", metavar="职务", help="该账号有几个岗位时，写明职务")
@click.option("--days", type=click.IntRange(1, LONGEST_DAYS), default=365, show_default=True, help="有效天数")
@click.option(
    "--per-minute", type=click.IntRange(1, MOST_A_MINUTE), default=PER_MINUTE, show_default=True, help="每分钟请求数"
)
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def issue_token(name: str, login: str, title: str | None, days: int, per_minute: int, as_data: bool) -> None:
    """发放令牌。令牌只显示这一次，系统只存摘要，请立即交接入方妥善保存。"""
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise Unusable(f"名称须为1至{LONGEST_NAME}个字。")
    client, token = issue(name.strip(), _post(login, title), days=days, per_minute=per_minute)
    if as_data:
        click.echo(as_json({**_as_data(client), "token": token}))
        return
    click.echo(
        f"{token}\n\n已为{client.post}发放“{client}”，{_day(client.expires_at)}失效。令牌不再显示，遗失的请停用后重新发放。"
    )


@token_command.command("list")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def list_tokens(as_data: bool) -> None:
    """列出全部令牌：编号、名称、岗位、失效时间、最近使用。"""
    rows = ApiClient.objects.filter(city=settings.CITY).select_related("post__org").order_by("pk")
    if as_data:
        click.echo(as_json([_as_data(each) for each in rows]))
        return
    for each in rows:
        used = f"最近使用{_day(each.used_at)}" if each.used_at else "尚未使用"
        click.echo(f"{each.public}  {_state(each)}  {each.name}  {each.post}  {_day(each.expires_at)}失效  {used}")
    if not rows:
        click.echo("还没有发放令牌。")


@token_command.command("revoke")
@click.argument("public", metavar="令牌编号")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def revoke_token(public: str, as_data: bool) -> None:
    """停用令牌，几秒钟内在所有进程生效。令牌编号用 fazhi token list 查看。"""
    found = ApiClient.objects.filter(city=settings.CITY, public=public).first()
    if found is None:
        raise Unusable(f"没有编号为“{public}”的令牌，请用 fazhi token list 查看。")
    revoke(found)
    click.echo(as_json(_as_data(found)) if as_data else f"已停用“{found}”。")


def _post(login: str, title: str | None) -> Post:
    """The post of that account today; Unusable when there is none or the title leaves several."""
    held = Post.objects.held_on(timezone.localdate()).filter(user__username=login, org__city=settings.CITY)
    posts = list(held.select_related("org").order_by("pk"))
    found = [post for post in posts if title in (None, post.title)]
    if not found:
        raise Unusable(f"账号“{login}”没有在任的岗位{f'“{title}”' if title else ''}，请核对账号和职务。")
    if len(found) > 1:
        raise Unusable(f"账号“{login}”有几个岗位，请用 --post 写明：{'、'.join(post.title for post in found)}。")
    return found[0]


def _as_data(client: ApiClient) -> dict[str, object]:
    return {
        "id": client.public,
        "name": client.name,
        "post": str(client.post),
        "state": _state(client),
        "per_minute": client.per_minute,
        "issued_at": client.issued_at.isoformat(),
        "expires_at": client.expires_at.isoformat(),
        "used_at": client.used_at.isoformat() if client.used_at else None,
    }


def _state(client: ApiClient) -> str:
    if client.revoked_at is not None:
        return "已停用"
    return "有效" if client.stands(timezone.now()) else "已失效"


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
