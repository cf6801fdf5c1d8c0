"""Reads a text against itself: wholes that a rate implies, parts against totals, one matter with two values.

Called through the door of this sub-package. Only numbers given exactly take part; 余, 近 and 以上 bind nobody.
"""

from collections.abc import Iterator, Sequence

from .findings import amount, finding, plain, said
from .model import Inconsistency, Quantity
from .repeats import repeated
from .rounding import Bounds, bases, parts, rounded, wholes
from .subject import same_noun
from .totals import totalled
from .wholes import side_by_side, whole_and_part

_WHOLE_WORDS = (
    "受理",
    "收到",
    "接收",
    "登记",
    "应当",
    "应办",
    "应",
    "接访",
    "排查",
    "摸排",
    "收案",
    "立案",
    "发现",
    "参加",
    "参与",
)
# Rates that a text gives of what it has just counted, so that the count is the denominator.
_OF_THE_COUNTED = (
    "合格率",
    "通过率",
    "满意率",
    "优良率",
    "纠错率",
    "败诉率",
    "撤诉率",
    "和解率",
    "成功率",
    "及时率",
    "准确率",
    "应诉率",
)
_LONG = 5
_CARRIED_OVER = ("办结", "审结", "结案", "化解")
_NEVER_ABOVE = ("覆盖率", "满意率", "合格率", "办结率", "配备率", "公开率", "达标率", "化解率", "成功率", "出庭率", "应诉率", "准确率",
                "及时率", "占比", "占")  # fmt: skip


def inconsistencies(quantities: Sequence[Quantity], text: str) -> list[Inconsistency]:
    """What the text implies or contradicts by itself, in the order of the text.

    `quantities` must come from `read(text)`. A contradiction is certain only where the sentence says so; the rest
    is implied, with its bounds.
    """
    found: list[Inconsistency] = []
    for sentence in _sentences(quantities):
        found.extend(_rates(sentence, text))
        found.extend(_taken_from(sentence, text))
        found.extend(totalled(sentence, text))
        found.extend(_impossible(sentence))
    found.extend(repeated(quantities, text))
    return sorted(found, key=lambda item: (item.spans[0].offset, item.rule))


def _sentences(quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    together: list[Quantity] = []
    for quantity in quantities:
        if not quantity.is_figure:
            continue
        if together and together[-1].sentence_offset != quantity.sentence_offset:
            yield together
            together = []
        together.append(quantity)
    if together:
        yield together


def _exact_count(q: Quantity) -> bool:
    whole = q.value is not None and q.value == q.value.to_integral_value() and q.value > 0
    return (
        q.kind == "number" and whole and q.high is None and q.qualifier in ("exact", "reached") and "万" not in q.text
    )


def _rates(sentence: list[Quantity], text: str) -> Iterator[Inconsistency]:
    """Each rate with the counts said since the rate before it."""
    counts: list[Quantity] = []
    for q in sentence:
        if _exact_count(q) and not q.per:
            counts.append(q)
        if q.kind != "rate" or q.unit != "%" or q.value is None or q.high is not None:
            continue
        if (
            q.qualifier in ("exact", "reached")
            and not q.direction
            and text[q.clause_offset] not in "“"
            and _near(counts, q, text)
        ):
            yield from _share(counts, q, text)
        elif q.direction and q.qualifier == "change" and _near(counts, q, text):
            yield from _growth(counts, q, text)
        counts = []


def _near(counts: list[Quantity], rate: Quantity, text: str) -> bool:
    """A rate speaks of the count just before it: in its clause or the next, with no further noun between."""
    return (
        bool(counts)
        and text.count(",", counts[-1].end, rate.offset) + text.count("，", counts[-1].end, rate.offset) <= 1
        and len(text[counts[-1].end : rate.offset]) <= 24
    )


def _share(counts: list[Quantity], rate: Quantity, text: str) -> Iterator[Inconsistency]:
    last, value = counts[-1], amount(rate)
    if not 0 < value <= 100 or (len(rate.subject) > _LONG and not rate.subject.startswith("占")):
        return
    pair = whole_and_part(counts, rate, text)
    if pair is not None:
        yield _stated(*pair, rate)
    elif rate.subject.endswith(_OF_THE_COUNTED) or any(word in _led(last, text) for word in _WHOLE_WORDS):
        bounds = parts(amount(last), value, rate.digits)
        yield _implied("implied_part", last, rate, bounds, "若比率以前者为分母，则分子")
    else:
        bounds = wholes(amount(last), value, rate.digits)
        yield _implied("implied_whole", last, rate, bounds, "若比率以前者为分子，则总数")


def _stated(whole: Quantity, part: Quantity, rate: Quantity) -> Inconsistency:
    """Whole, part and rate all said: 受理28件,办结15件,办结率53.6%."""
    share = 100 * amount(part) / amount(whole)
    fits = rounded(share, rate.digits) == rate.value
    shown = rounded(share, max(rate.digits, 1))
    if fits:
        return finding("share", "consistent", (whole, part, rate), share, share,
                       f"{said(part)}占{said(whole)}的{plain(shown)}%，与所写“{rate.text}”相符。")  # fmt: skip
    return finding("share", "contradiction", (whole, part, rate), share, share,
                   f"{said(part)}占{said(whole)}的{plain(shown)}%，与所写“{rate.text}”不一致，请核对比率的分子和分母。")  # fmt: skip


def _implied(rule: str, count: Quantity, rate: Quantity, bounds: Bounds | None, what: str) -> Inconsistency:
    rate_said = rate.clause if rule == "implied_base" and len(rate.clause) <= 20 else rate.subject + rate.text
    if bounds is None:
        return finding(rule, "contradiction", (count, rate), None, None,
                       f"{said(count)}与“{rate_said}”对不上：没有一个整数能在四舍五入后得出这一比率，请核对。")  # fmt: skip
    low, high = bounds
    span = plain(low) if low == high else f"{plain(low)}至{plain(high)}"
    return finding(rule, "implies", (count, rate), low, high,
                   f"{said(count)}，{rate_said}：{what}应为{span}{count.unit}。")  # fmt: skip


def _growth(counts: list[Quantity], rate: Quantity, text: str) -> Iterator[Inconsistency]:
    """1203件,同比增长12.6%: last year's number; 由1000件增至1200件,增长20%: the three must agree."""
    now, value = counts[-1], amount(rate)
    change = -value if rate.direction == "decrease" else value
    then = counts[-2] if len(counts) > 1 and _led(counts[-2], text).endswith(("由", "从", "上年的", "去年的")) else None
    if then is None:
        bounds = bases(amount(now), change, rate.digits)
        yield _implied("implied_base", now, rate, bounds, "按此推算，上期数")
        return
    real = 100 * (amount(now) - amount(then)) / amount(then)
    fits = rounded(real, rate.digits) == change
    yield finding("growth", "consistent" if fits else "contradiction", (then, now, rate), real, real,
                  f"由{plain(then.value)}变为{plain(now.value)}，变动{plain(rounded(real, max(rate.digits, 1)))}%，"
                  f"与所写“{rate.text}”{'相符' if fits else '不一致，请核对'}。")  # fmt: skip


def _led(q: Quantity, text: str) -> str:
    """The words of the clause before a quantity, as they stand."""
    return text[max(q.clause_offset, q.offset - 20) : q.offset]


def _taken_from(sentence: list[Quantity], text: str) -> Iterator[Inconsistency]:
    """征集28条,采纳15条: a deed done to the things just counted is a share of them."""
    for whole, part in zip(sentence, sentence[1:], strict=False):
        if not (_exact_count(whole) and _exact_count(part) and whole.unit == part.unit and not part.per):
            continue
        if part.clause_offset == whole.clause_offset or "其中" in text[whole.end : part.offset]:
            continue
        if same_noun(whole.subject, part.subject) and not side_by_side(whole, part, text):
            yield _taken(whole, part)


def _taken(whole: Quantity, part: Quantity) -> Inconsistency:
    of, took = amount(whole), amount(part)
    share = 100 * took / of
    if took <= of:
        return finding("part_of", "implies", (whole, part), share, share,
                       f"{said(part)}在{said(whole)}之内，占{plain(rounded(share, 1))}%（{plain(took)}/{plain(of)}）。")  # fmt: skip
    if part.subject.startswith(_CARRIED_OVER):
        return finding("part_of", "implies", (whole, part), share, share,
                       f"{said(part)}多于{said(whole)}，可能含上期结转，请写明。")  # fmt: skip
    return finding("part_of", "contradiction", (whole, part), share, share,
                   f"{said(part)}多于{said(whole)}，部分不应大于总数，请核对。")  # fmt: skip


def _impossible(sentence: list[Quantity]) -> Iterator[Inconsistency]:
    for q in sentence:
        above = q.kind == "rate" and q.unit == "%" and q.value is not None and q.value > 100 and not q.direction
        if above and (q.subject.endswith(_NEVER_ABOVE) or q.subject.startswith("占")):
            yield finding("rate_above_100", "contradiction", (q,), None, None,
                          f"“{q.subject}{q.text}”超过100%，这一比率不可能超过100%，请核对。")  # fmt: skip
