"""How a value is said. Rounding and 余 belong to the wording of a sentence, never to the value."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from fazhi.figures.evaluation import Result
from fazhi.figures.figure import Covers, Holds, Ratio

SCALES = {"万": 10_000, "亿": 100_000_000}
NO_VALUE = "—"


def rounded(value: Fraction, digits: int) -> Decimal:
    """Half up, exactly."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    step = Decimal(1).scaleb(-digits)
    return exact.quantize(step, rounding=ROUND_HALF_UP)


def stated(result: Result) -> tuple[Fraction | None, str]:
    """The number that is shown, with the unit that belongs to it.

    A claim states the number of its own words (一次提交: 1, 次) or, where they carry none, the share of its rows in %;
    whether it holds, and of how many rows, stands beside that.
    """
    figure, value = result.figure, result.value
    if not isinstance(figure, Holds):
        return value, figure.unit
    if value is None or figure.said is None:
        return value, "%"
    return Fraction(figure.said), figure.unit


def as_number(value: Fraction | Decimal | None) -> int | float | None:
    """For JSON: whole numbers stay whole."""
    if value is None:
        return None
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 else float(exact)


def shown(result: Result) -> str:
    """The number that is stated, with its figure's digits, without unit."""
    value, _ = stated(result)
    return share_shown(result) if value == result.value else f"{value}"


def share_shown(result: Result) -> str:
    """The value itself, for a claim the share that meets it. A share short of the whole is never rounded up to 100."""
    figure, value = result.figure, result.value
    if value is None:
        return NO_VALUE
    text = rounded(value, figure.digits)
    if isinstance(figure, Ratio) and text >= 100 and value < 100:
        text = Decimal(100) - Decimal(1).scaleb(-max(figure.digits, 1))
    return f"{text:f}"


YUAN = "元"


def amount_in_words(value: Fraction, digits: int = 0) -> str:
    """Money as a person reads it: 8,500元, 1,938.46万元, 1.2亿元. Rounded to hundredths of 万 or 亿; never for reckoning."""
    for name, size in reversed(SCALES.items()):
        if abs(value) >= size:
            text = f"{rounded(value / size, 2):,f}"
            return f"{text.rstrip('0').rstrip('.')}{name}{YUAN}"
    return f"{rounded(value, digits):,f}{YUAN}"


def read_as(result: Result) -> str:
    """The value with its unit for a person's eye; `say` gives the exact one."""
    value, unit = stated(result)
    return amount_in_words(value, result.figure.digits) if unit == YUAN and value is not None else say(result)


def made_of(result: Result) -> dict[str, int]:
    """What a value was reckoned from, by label (分子, 分母; 本期, 上年同期); empty where the value is its only number."""
    named = {
        measure.label: result.measured[name]
        for name, measure in result.figure.measures().items()
        if measure.aggregate != "max"
    }
    if isinstance(result.figure, Covers):
        return {"实有": result.measured["value"], "应有": len(result.figure.values)}
    return named if len(named) > 1 else {}


def say(result: Result, wording: str = "") -> str:
    """The value as a sentence says it, with its unit.

    `wording`: "" plain; "余100" rounds down to hundreds and adds 余 when something was cut off; "万" gives the value in 万;
    both may be joined: "万余100" says 1900余万. "bare" leaves the unit out. "数" says the value in Chinese numerals.
    """
    figure = result.figure
    if result.value is None:
        return NO_VALUE
    if isinstance(figure, Holds):
        return f"{shown(result)}{stated(result)[1]}"
    scale_name = next((name for name in SCALES if name in wording), "")
    unit = "" if "bare" in wording else figure.unit
    step = int("".join(ch for ch in wording if ch.isdigit()) or 0)
    value = result.value / SCALES.get(scale_name, 1)
    if "余" in wording and step:
        floor = int(value // step) * step
        return f"{floor}{'余' if value > floor else ''}{scale_name}{unit}"
    if scale_name:
        return f"{rounded(value, 0):f}{scale_name}{unit}"
    if "数" in wording:
        return f"{chinese(int(value))}{unit}"
    return f"{shown(result)}{unit}"


def chinese(number: int) -> str:
    """0..99 in Chinese numerals, as official prose writes small counts (四家)."""
    if not 0 <= number <= 99:
        return str(number)
    ones = "零一二三四五六七八九"
    if number < 10:
        return ones[number]
    tens, rest = divmod(number, 10)
    return ("" if tens == 1 else ones[tens]) + "十" + (ones[rest] if rest else "")
