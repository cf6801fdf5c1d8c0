"""Who may open which page: the public, a citizen, district and city people, strangers to the figure."""

import pytest
from django.urls import reverse

PAGES = {
    "home": ("board:home", []),
    "late": ("board:late", []),
    "figures": ("board:figures", []),
    "figure": ("board:figure", ["T01"]),
    "sheet": ("board:sheet", ["T01"]),
    "years": ("board:reports", []),
    "draft": ("board:report", [2024]),
    "file": ("board:report_file", [2024, "json"]),
    "confirm": ("board:confirmations", [2024]),
    "check": ("board:check", [2024]),
    "publish": ("board:publish", [2024]),
    "history": ("board:history", [2024]),
}
EVERYTHING = set(PAGES)
OWN = {"home", "late", "figures", "figure", "sheet", "years", "confirm", "history"}
MAY = {
    "public": set(),
    "citizen": set(),
    "officer": set(),
    "department": OWN - {"home", "late"},
    "neighbour": OWN - {"home", "late"},
    "district": OWN,
    "district_head": OWN,
    "clerk": EVERYTHING - {"publish"},
    "auditor": EVERYTHING - {"publish"},
    "head": EVERYTHING,
    "mayor": EVERYTHING,
}


@pytest.mark.parametrize("who", MAY)
def test_who_may_open_which_page(who, city, outline, enters):
    person = enters(who)
    for name, (to, args) in PAGES.items():
        answer = person.client.get(reverse(to, args=args), {"set": "value", "year": "2024"})
        expected = 200 if name in MAY[who] else 302 if who == "public" else 403
        assert answer.status_code == expected, f"{who} at {name}"


def test_the_refusal_says_who_may(city, enters):
    assert "请联系本单位法治工作负责人授权" in enters("officer").client.get(reverse("board:home")).content.decode()
    told = enters("district").client.get(reverse("board:report", args=[2024])).content.decode()
    assert "本地区（丹阳市）" in told


def test_the_menu_offers_only_what_opens(city, enters):
    home = f'href="{reverse("board:home")}"'
    assert home not in enters("department").client.get(reverse("board:figures")).content.decode()
    assert home in enters("auditor").client.get(reverse("board:figures")).content.decode()


@pytest.mark.parametrize("who", ["clerk", "auditor", "department", "district", "officer", "citizen", "public"])
def test_nobody_else_publishes_or_restates(who, city, outline, enters):
    person = enters(who)
    for to in ("board:publish", "board:restate"):
        sent = {"cutoff": "2024-12-31", "unconfirmed": "on", "reason": "更正"}
        answer = person.client.post(reverse(to, args=[2024]), sent)
        assert answer.status_code in {302, 403}
    assert person.client.get("/report/2024/").status_code == 404
