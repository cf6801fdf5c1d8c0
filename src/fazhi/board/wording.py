"""Values and changes as a leader reads them. Used by the figure pages and the report's staff pages."""

from dataclasses import dataclass
from fractions import Fraction

from fazhi.figures.api import (
    Covers,
    Figure,
    Holds,
    NotComputed,
    Result,
    amount_in_words,
    made_of,
    read_as,
    rounded,
    shown,
)

YUAN = "元"
POINTS = "个百分点"
PERCENT = 100


@dataclass(frozen=True)
class Move:
    """The change against the year before; `way` is up, down or level."""

    words: str
    way: str


def value_in_words(result: Result | None) -> str:
    """A claim says whether it holds; anything else its value with its unit."""
    if result is None:
        return "不计算"
    if isinstance(result.figure, Holds):
        if not result.denominator:
            return "无记录"
        return f"{'成立' if result.holds else '不成立'}（{result.numerator}/{result.denominator}）"
    if isinstance(result.figure, Covers):
        return f"{shown(result)}{result.figure.unit}（{'齐全' if result.holds else '不齐全'}）"
    return read_as(result)


def exact_amount(result: Result | None) -> str:
    """The amount to the last 元, where the words round it; empty for all else."""
    if result is None or result.value is None or result.figure.unit != YUAN:
        return ""
    told = f"{rounded(result.value, result.figure.digits):,f}{YUAN}"
    return "" if told == value_in_words(result) else told


def exact(result: Result) -> str:
    """The value with what it is made of: what an owner confirms, so that any change of it lapses the confirmation."""
    if isinstance(result.figure, Holds):
        return value_in_words(result)
    text = f"{shown(result)}{result.figure.unit}"
    parts = made_of(result)
    if not parts:
        return text if result.value is None or result.value.denominator == 1 else f"{text}（{result.value}）"
    return f"{text}（{'/'.join(str(number) for number in parts.values())}）"


def change(now: Result | None, before: Result | None) -> Move | None:
    """None where there is nothing to compare with: no value last year, or a claim."""
    if now is None or before is None or isinstance(now.figure, Holds | Covers):
        return None
    if now.value is None or before.value is None:
        return None
    step = now.value - before.value
    if now.figure.unit == "%":
        return Move(_signed(step, max(now.figure.digits, 1)) + POINTS if step else "持平", _way(step))
    if not before.value:
        return None if not step else Move(moved(step, now.figure), _way(step))
    share = _signed(step * PERCENT / before.value, 1)
    return Move(f"{share}%" if step else "持平", _way(step))


def moved(step: Fraction, figure: Figure) -> str:
    """A change in the figure's own unit, signed: +3件, -1.2万元."""
    if figure.unit == YUAN:
        return ("+" if step > 0 else "") + amount_in_words(step, figure.digits)
    return f"{_signed(step, figure.digits)}{figure.unit}"


def _signed(value: Fraction, digits: int) -> str:
    return f"{rounded(value, digits):+f}"


def _way(step: Fraction) -> str:
    return "level" if not step else "up" if step > 0 else "down"


def area(figure: Figure) -> str:
    """The business a figure belongs to: the name of the domain whose table it counts."""
    for measure in figure.measures().values():
        return str(measure.rows.model._meta.app_config.verbose_name)
    return "不计算" if isinstance(figure, NotComputed) else ""
