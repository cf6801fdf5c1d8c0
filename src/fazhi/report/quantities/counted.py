"""The grammar of counts: numeral, 余, 万, range, unit and the words around them that qualify the number.

Called by the reader where a numeral stands that no table of names or claims has taken.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from .model import Direction, Found, Kind, Qualifier
from .numerals import CHINESE, DIGITS, Numeral, numeral_at, scale_at
from .units import MONEY, RATES, TIMES, Unit, unit_at

_CN = f"[{CHINESE}]"
_MORE = re.compile(r"[余多]|(?<=[十百千万])几|来(?=[个家名人次件条天年万])|\+(?=[个家名人次件条场项])")
_LINK = re.compile(r"(?:[—–~至到-]{1,2})(?=[\d一二两三四五六七八九十])")
_SHARED = re.compile(r"(?:[、和及]\d+(?:\.\d+)?){1,6}(?![\d,])")
_FRACTION = re.compile(rf"(?P<whole>{_CN}{{1,3}}|\d{{1,4}})分之(?=[\d{CHINESE}])|百分(?=百)")
_SLASH = re.compile(r"(?P<part>\d{1,5})/(?P<whole>\d{1,5})(?![\d/])")
_BEFORE: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (
        re.compile(
            r"(?:不超过|不高于|不多于|不大于|至多|最多|最长|(?<!不)(?:低于|少于|小于)|不足|(?<![达收找])不到|控制在)(?:约)?$"
        ),
        "within",
    ),
    (re.compile(r"(?:不少于|不低于|不小于|至少|(?<!不)(?:超过|多于|高于|大于)|已过|超|突破|逾)$"), "at_least"),
    (re.compile(r"(?:将近|接近|大约|约有|(?<![附最邻靠])近|(?<![节集契条公制签预合])约)$"), "approx"),
    (re.compile(r"(?:高达|达到|多达|达成|(?<![到通直发抵传表下送转])达)$"), "reached"),
)
_BARE_BEFORE = re.compile(r"(?:上|过|近|超|逾|达|约|超过|突破|成)$")
_AFTER: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(r"(?:及)?以上|有余"), "at_least"),
    (re.compile(r"(?:及)?以下|以内|之内"), "within"),
    (re.compile(r"左右"), "approx"),
)
_PROJECTS = re.compile(r"(?:及?以上|以下)?的?(?:重[大点])?(?:产业|投资|工业)?(?:项目|工程|企业)")
_ODD = re.compile(rf"[一二三四五六七八九半](?![{CHINESE}])")
_OVER = ("多", "余")
_INSIDE = re.compile(r"内(?![设部容陆河外涝地控审蒙])")
_UP, _DOWN = (
    "增长|增加|增幅|上升|提升|提高|上涨|新增|扩大|升|增",
    "降低|下降|减少|压减|压缩|缩短|下调|回落|降幅|减幅|降|减",
)
_TURN = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|率|幅度)?(?P<to>[至到为])?(?:高?达|超过?|近|约)?$")
_COMPARED = re.compile(
    rf"(?:同比|环比|较|比|同期)[^,，。;；、]{{0,16}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^,，。;；、]{{0,10}}$"
)
_NEW = re.compile(r"(?P<up>新增)(?P<down>(?!))?[^,，。;；、]{0,20}$")
_ARTICLE = frozenset(
    """个 项 名 家 件 条 份 类 部 本 套 所 座 处 支 次 场 期 人 天 日 年 周 小时 月 工作日 辆 台 篇 户 章 张 倍 成 册""".split()  # noqa: SIM905 a list of words reads better as words
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with 余 and 万 worked in; `end` is an offset, `more` whether 余, 多 or 来 was said; `step` as a numeral's."""

    low: Decimal
    high: Decimal | None
    end: int
    digits: int
    chinese: bool
    bare: bool
    more: Qualifier | None = None
    step: Decimal = Decimal(1)


def amount_at(flat: str, at: int) -> Amount | None:
    """The amount that begins at an offset: 1900余万, 三点二万, 两三百; None where there is none."""
    numeral = numeral_at(flat, at)
    if not numeral:
        return None
    more = _MORE.match(flat, numeral.end)
    if not more:
        return _plain(numeral, "approx" if numeral.high is not None else None)
    scale, end = scale_at(flat, more.end())
    said: Qualifier = "approx" if more[0] == "来" else "at_least"
    high = None if numeral.high is None else numeral.high * scale
    return Amount(
        numeral.low * scale, high, end, numeral.digits, numeral.chinese, False, said, numeral.step * scale
    )  # fmt: skip


def _plain(numeral: Numeral, more: Qualifier | None) -> Amount:
    return Amount(
        numeral.low, numeral.high, numeral.end, numeral.digits, numeral.chinese, numeral.bare, more,
        numeral.step,
    )  # fmt: skip


def count_at(flat: str, at: int, floor: int, quoted: bool) -> Found | None:
    """The counted quantity whose numeral begins at `at`; `floor` is the end of the quantity before it."""
    share = _share_at(flat, at)
    if share:
        return _qualified(flat, share, floor, None)
    amount = amount_at(flat, at)
    if not amount:
        return None
    amount, unit = _ranged(flat, amount)
    if not _sound(flat, at, floor, amount, unit, quoted):
        return None
    found = Found(
        at, unit.end if unit else amount.end, _kind(unit.name if unit else ""), value=amount.low, high=amount.high,
        unit=unit.name if unit else "", digits=amount.digits, step=amount.step,
    )  # fmt: skip
    if found.unit == "号":
        return replace(found, kind="ordinal", unit="", value=None, reason="编号，不是数量")
    if quoted and amount.chinese and unit and not unit.noun and found.kind == "number":
        found = replace(found, kind="claim")
    return _qualified(flat, _priced(flat, _tenths(flat, found)), floor, amount.more)


def _ranged(flat: str, amount: Amount) -> tuple[Amount, Unit | None]:
    """The amount with its upper end (3—5名, 5%—10%, 10万至20万元) and the unit that follows."""
    unit = unit_at(flat, amount.end)
    if not unit and not amount.chinese and (shared := _SHARED.match(flat, amount.end)):
        common = unit_at(flat, shared.end())
        return amount, replace(common, end=amount.end, noun=False) if common else None
    link = _LINK.match(flat, unit.end if unit else amount.end)
    upper = amount_at(flat, link.end()) if link else None
    if not upper or amount.more or upper.chinese != amount.chinese:
        return amount, unit
    after = unit_at(flat, upper.end)
    if unit and (not after or after.name != unit.name):
        return amount, unit
    low = amount.low
    scaled = flat[upper.end - 1] in "万亿" and flat[amount.end - 1] not in "万亿"
    if scaled and low < upper.low:
        low *= 10**8 if flat[upper.end - 1] == "亿" else 10**4
    if upper.low <= low:
        return amount, unit
    return replace(
        amount, low=low, high=upper.low, end=upper.end, digits=upper.digits, bare=False, step=upper.step
    ), after


def _share_at(flat: str, at: int) -> Found | None:
    """百分之九十五, 三分之二, 百分百 and 7/8, all as a rate in percent (千分之 in ‰)."""
    slash = _SLASH.match(flat, at)
    if slash and 0 < int(slash["part"]) <= int(slash["whole"]):
        value = Decimal(100) * int(slash["part"]) / int(slash["whole"])
        return Found(at, slash.end(), "rate", value=value, unit="%")
    found = _FRACTION.match(flat, at)
    if not found:
        return None
    part = numeral_at(flat, found.end())
    whole = numeral_at(found["whole"], 0) if found["whole"] else Numeral(Decimal(100), None, 0)
    if not part or not whole or whole.low == 0:
        return None
    if whole.low in (100, 1000):
        return Found(
            at,
            part.end,
            "rate",
            value=part.low,
            unit="%" if whole.low == 100 else "‰",
            digits=part.digits,
            step=part.step,
        )
    return Found(at, part.end, "rate", value=Decimal(100) * part.low / whole.low, unit="%")


def _sound(flat: str, at: int, floor: int, amount: Amount, unit: Unit | None, quoted: bool) -> bool:
    """Whether the characters are a number here at all: 百姓, 一体 and 三角 are not."""
    if not amount.chinese:
        return True
    if amount.bare and not amount.more:
        led = _BARE_BEFORE.search(flat[max(floor, at - 3) : at])
        return bool(led and unit) or bool(unit and unit.name in MONEY)
    if not unit:
        return amount.end - at >= 2 and not amount.high and flat[amount.end - 1] not in "万亿千百" or bool(amount.more)
    return quoted or amount.end - at > 1 or flat[at] != "一" or unit.name in _ARTICLE


def _kind(unit: str) -> Kind:
    if unit in RATES:
        return "rate"
    if unit in MONEY:
        return "money"
    return "level" if unit == "级" else "number"


def _tenths(flat: str, found: Found) -> Found:
    """九成 is 90 %, 九成五 and 九成半 95 %; kept in percent so that it compares."""
    if found.unit != "成" or found.value is None:
        return found
    value, end, step = found.value * 10, found.end, found.step * 10
    odd = _ODD.match(flat, end) if found.high is None else None
    if odd and not unit_at(flat, odd.end()):
        value, end, step = value + (5 if odd[0] == "半" else DIGITS[odd[0]]), odd.end(), Decimal(1)
    return replace(found, value=value, end=end, unit="%", high=found.high and found.high * 10, step=step)


def _priced(flat: str, found: Found) -> Found:
    """10亿以上项目: a bare 亿 before projects is money."""
    if found.unit or "亿" not in flat[found.start : found.end]:
        return found
    if _PROJECTS.match(flat, found.end):
        return replace(found, unit="元", kind="money")
    return found


def _qualified(flat: str, found: Found, floor: int, more: Qualifier | None) -> Found:
    """The found count widened over 不少于, 近, 达, 以上, 内 and qualified by them."""
    start, before = _led_by(flat, found, floor)
    end, after = _followed_by(flat, found)
    turn: Direction = ""
    turned = _turn(flat, start, floor, found.unit)
    if turned:
        turn = "increase" if turned["up"] else "decrease"
    target = bool(turned and turned.groupdict().get("to"))
    said: Qualifier = after or more or before or "exact"
    if said in ("exact", "reached") and turned and not target and not turned[0].startswith("新增"):
        said = "change"
    if target:
        said, turn = ("reached" if said == "exact" else said), ""
    return replace(found, start=start, end=end, qualifier=said, direction=turn)


def _turn(flat: str, start: int, floor: int, unit: str) -> re.Match[str] | None:
    lead = flat[max(floor, start - 30) : start]
    turned = _TURN.search(lead)
    return turned or (_COMPARED if unit in RATES else _NEW).search(lead)


def _led_by(flat: str, found: Found, floor: int) -> tuple[int, Qualifier | None]:
    lead = flat[max(floor, found.start - 4) : found.start]
    for pattern, qualifier in _BEFORE:
        led = pattern.search(lead)
        if led and not (led[0] == "近" and found.unit in ("年", "月", "天", "日", "周")):
            return found.start - len(led[0]), qualifier
    if flat[found.start] in "百千万亿" and lead[-1:] in ("上", "过"):
        return found.start - 1, "at_least"
    return found.start, None


def _followed_by(flat: str, found: Found) -> tuple[int, Qualifier | None]:
    for pattern, qualifier in _AFTER:
        followed = pattern.match(flat, found.end)
        if followed:
            return followed.end(), qualifier
    if found.unit in TIMES and (inside := _INSIDE.match(flat, found.end)):
        return inside.end(), "within"
    if found.unit in ("年", "月", "天", "小时", "%") and flat[found.end : found.end + 1] in _OVER:
        return found.end + 1, "at_least"
    return found.end, None


def per_at(flat: str, at: int) -> Found | None:
    """每万人, 每百户, 每季度, 每名: what a number is reckoned upon, or a claim about each one."""
    if flat[at] != "每":
        return None
    amount = amount_at(flat, at + 1)
    unit = unit_at(flat, amount.end if amount else at + 1)
    if not unit:
        return None
    return Found(at, unit.end, "claim", "all", unit=unit.name, per=flat[at + 1 : unit.end])
