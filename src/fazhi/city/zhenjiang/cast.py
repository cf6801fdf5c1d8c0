"""The people of the demonstration: one account for each way of looking at the city."""

from datetime import date

from django.contrib.auth.hashers import make_password

from fazhi.casework.api import businesses
from fazhi.city.zhenjiang.ground import Ground
from fazhi.people.api import Mandate, Post, User
from fazhi.procedure import Office, procedures
from fazhi.registers.api import this_city

PASSWORD = "zhenjiang-2024"  # printed at every start: these accounts exist only in the demonstration

#: login, name, role, body, title
ACCOUNTS = (
    ("clerk", "周敏", "clerk", "市司法局", "法治督察科经办人"),
    ("officer", "李文", "officer", "市司法局", "行政复议案件承办人"),
    ("department", "王磊", "department", "市应急局", "法规科联络员"),
    ("district", "陈静", "clerk", "丹阳市司法局", "法治督察科经办人"),
    ("head", "赵国强", "head", "市司法局", "局长"),
    ("mayor", "孙建平", "mayor", "市政府", "副市长"),
    ("auditor", "钱立", "auditor", "市政府办", "督查审计员"),
    ("admin", "郑凯", "admin", "市政府办", "系统管理员"),
    ("citizen", "吴晓", "citizen", "市政府", "市民"),
)

#: who acts as which office: the officer handles, the head approves, the mayor decides
APPROVES = ("chief", "head")
DECIDES = ("organ",)


def enrol(ground: Ground) -> None:
    """Create the accounts, their posts and their mandates."""
    password = make_password(PASSWORD)  # slow on purpose, so once for all
    for login, name, role, body, title in ACCOUNTS:
        user = User.objects.create(username=login, password=password, name=name, city=this_city())
        Post.objects.create(user=user, org=ground.body(body), title=title, role=role, since=date(2023, 1, 1))
    for edition in procedures():
        for actor in edition.actors.values():
            if isinstance(actor, Office):
                _mandate(edition.code, actor.name)
    assert businesses()


def _mandate(procedure: str, office: str) -> None:
    logins = ["officer"]
    if office in APPROVES:
        logins = ["head"]
    elif office in DECIDES:
        logins = ["mayor", "head"]
    for post in Post.objects.filter(user__username__in=logins):
        Mandate.objects.get_or_create(post=post, procedure=procedure, office=office)
