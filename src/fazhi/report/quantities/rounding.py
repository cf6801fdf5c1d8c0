"""Integers that half-up rounding allows: which wholes, parts or bases agree with a rate as printed.

Called by the consistency checks. Rates are percentages as Decimal; `digits` is the number of decimals shown.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

Bounds = tuple[Decimal, Decimal]


def half(digits: int) -> Decimal:
    """Half a unit of the last decimal shown: 0.05 for one decimal."""
    return Decimal(5).scaleb(-digits - 1)


def rounded(value: Decimal, digits: int) -> Decimal:
    """Half-up, as official statistics round."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def wholes(part: Decimal, rate: Decimal, digits: int) -> Bounds | None:
    """The least and the greatest whole of which `part` is `rate` %; None where no integer is. 100 is taken as all."""
    if rate == 100:
        return part, part
    low = 100 * part / (rate + half(digits))
    high = 100 * part / (rate - half(digits)) if rate > half(digits) else Decimal(10**12)
    least, greatest = low.to_integral_value(ROUND_FLOOR) + 1, high.to_integral_value(ROUND_FLOOR)
    least = max(least, part) if rate <= 100 else least
    return (least, greatest) if least <= greatest else None


def parts(whole: Decimal, rate: Decimal, digits: int) -> Bounds | None:
    """The least and the greatest part that is `rate` % of `whole`; None where no integer is. 100 is taken as all."""
    if rate == 100:
        return whole, whole
    least = (whole * (rate - half(digits)) / 100).to_integral_value(ROUND_CEILING)
    above = whole * (rate + half(digits)) / 100
    greatest = above.to_integral_value(ROUND_CEILING) - 1
    greatest = min(greatest, whole) if rate <= 100 else greatest
    return (max(least, Decimal(0)), greatest) if least <= greatest else None


def bases(now: Decimal, change: Decimal, digits: int) -> Bounds | None:
    """The least and the greatest earlier number from which `now` is a change of `change` % (negative for a fall)."""
    low, high = 100 + change - half(digits), 100 + change + half(digits)
    if change < 0:
        low, high = high, low
    below, above = sorted((low, high))
    if below <= 0:
        return None
    least = 100 * now / above
    greatest = 100 * now / below
    if change < 0:
        least, greatest = least.to_integral_value(ROUND_CEILING), greatest.to_integral_value(ROUND_CEILING) - 1
    else:
        least, greatest = least.to_integral_value(ROUND_FLOOR) + 1, greatest.to_integral_value(ROUND_FLOOR)
    return (least, greatest) if least <= greatest else None
