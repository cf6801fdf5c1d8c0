"""What a synthetic year is invented from: working days with their seasons, districts by size, names of people and companies."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from fazhi.city.zhenjiang import map as atlas
from fazhi.days import calendar
from fazhi.registers.codes import make_uscc

#: how busy the months are, January first: the Spring Festival and the summer are slack, the end of the year is not
MONTHS = (9, 5, 10, 10, 9, 9, 8, 8, 10, 8, 11, 10)
#: inhabitants in ten thousands, in the order of the map
SIZES = (98, 64, 32, 30, 40, 30, 20, 6)
DISTRICT_NAMES = dict(atlas.DISTRICTS)

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰鹏飞建国海燕红梅志远晓东文博思雨子轩佳怡浩然欣悦"

BRANDS_FIRST = "恒瑞鼎盛金华隆昌嘉宏润泰铭远科创智信诚达凯莱天宇新源美佳汇丰康宁安正立中江海山长安永"
BRANDS_SECOND = "通达源泰丰祥和兴业盛邦联腾辉捷锐特尔能微光康健美欣悦晟凯帆航岳峰林森"
TRADES = (
    "精密机械", "新材料", "电子科技", "医疗器械", "汽车零部件", "眼镜", "工具制造", "船舶配套", "电气", "环保设备", "食品", "餐饮管理",
    "物流", "商贸", "建材", "纺织服饰", "印务", "软件", "光电", "农业发展", "建筑工程", "化工", "包装", "文化传媒", "五金", "塑业",
)  # fmt: skip


@dataclass(frozen=True)
class Company:
    """An enterprise that does not exist, with a well-formed code."""

    name: str
    uscc: str
    district: str


@cache
def working_days(year: int, month: int) -> tuple[date, ...]:
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    return tuple(day for day in days if day.month == month and calendar().is_working(day))


def workday(random: Random, year: int, months: tuple[int, ...] = tuple(range(1, 13))) -> date:
    """A working day of one of the months, busy months more often."""
    month = random.choices(months, [MONTHS[each - 1] for each in months])[0]
    return random.choice(working_days(year, month))


def workdays(random: Random, year: int, number: int) -> list[date]:
    """That many working days of a year, in order."""
    return sorted(workday(random, year) for _ in range(number))


def later(day: date, working: int) -> date:
    """So many working days after a day."""
    return calendar().working_day_after(day, working)


def district(random: Random) -> str:
    """The code of a district, large ones more often."""
    return random.choices([code for code, _ in atlas.DISTRICTS], SIZES)[0]


def person(random: Random) -> str:
    given = "".join(random.sample(GIVEN, random.choice((1, 2, 2))))
    return random.choice(SURNAMES) + given


def company(serial: int) -> Company:
    """The company of a number: another name and another code for each below 30,000."""
    code = Random(serial).choices([code for code, _ in atlas.DISTRICTS], SIZES)[0]
    head, trade = divmod(serial * 7919 % 36_400, len(TRADES))
    first, second = divmod(head, len(BRANDS_SECOND))
    brand = BRANDS_FIRST[first % len(BRANDS_FIRST)] + BRANDS_SECOND[second]
    place = DISTRICT_NAMES[code].removesuffix("市").removesuffix("区")
    kind = "股份有限公司" if serial % 29 == 0 else "有限公司"
    return Company(f"{place}{brand}{TRADES[trade]}{kind}", make_uscc(serial, code_of(code)), code)


def self_employed(serial: int) -> Company:
    """The business of one person or family (个体工商户)."""
    chance = Random(f"self/{serial}")
    code = chance.choices([code for code, _ in atlas.DISTRICTS], SIZES)[0]
    shop = chance.choice(
        ("餐饮店", "便利店", "美发店", "水果店", "五金店", "汽车维修部", "服装店", "家电维修部", "烘焙坊", "文具店")
    )
    name = f"{DISTRICT_NAMES[code]}{person(chance)}{shop}"
    return Company(name, make_uscc(100_000 + serial, code_of(code)), code)


def code_of(district_code: str) -> str:
    """The statutory area code in which bodies of a district are registered; functional zones use the city's own."""
    return district_code if district_code.isdigit() else atlas.CITY[0]


def town(random: Random, district_code: str) -> str:
    """The code of a town or sub-district of a district."""
    return f"{district_code}{random.randint(1, len(atlas.TOWNS[district_code])):03d}"


def shared_out(random: Random, total: int, parts: int, unit: int) -> list[int]:
    """An amount shared out unevenly over several rows, each a whole number of units but the last; they sum to the total."""
    weights = [random.paretovariate(1.6) for _ in range(parts)]
    shares = [int(total * weight / sum(weights) / unit) * unit for weight in weights[:-1]]
    return [*shares, total - sum(shares)]
