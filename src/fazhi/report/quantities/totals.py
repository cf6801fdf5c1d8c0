"""Parts against a stated total: 其中, 合计, 共计, 分别. Called by the consistency checks, one sentence at a time."""

import re
from collections.abc import Iterator
from decimal import Decimal

from .findings import amount, finding, plain, said
from .model import Inconsistency, Quantity

_TOTAL_BEFORE = re.compile(r"(?:合计|总计|共计|总共|合共|总数[为达]?|[,，、]共)$")
_GAP = re.compile(r"[,，、;；和及与]")


def totalled(sentence: list[Quantity], text: str) -> Iterator[Inconsistency]:
    """Every 其中 and every closing total of a sentence, set against its parts."""
    counts = [q for q in sentence if _counts(q)]
    for n, q in enumerate(counts):
        if n and "其中" in text[counts[n - 1].end : q.offset]:
            yield from _among(counts, n, text)
        if n >= 2 and _TOTAL_BEFORE.search(text[max(0, q.offset - 4) : q.offset]):
            yield from _summed(counts[:n], q, text)
        if n + 2 < len(counts) and text[q.end : q.end + 12].lstrip("件个家名人次").find(":") >= 0:
            yield from _listed(counts, n, text)


def _counts(q: Quantity) -> bool:
    return (
        q.kind in ("number", "money")
        and q.value is not None
        and not q.per
        and q.unit not in ("小时", "日", "天", "年", "月")
    )


def _exact(q: Quantity) -> bool:
    return q.qualifier in ("exact", "reached") and q.high is None and "万" not in q.text and "亿" not in q.text


def _among(counts: list[Quantity], n: int, text: str) -> Iterator[Inconsistency]:
    """The parts that follow 其中, as far as commas and 、 carry them, against the last number of their unit."""
    parts = [counts[n]]
    if _is_threshold(counts[n], text) and n + 1 < len(counts):
        parts = [counts[n + 1]]
        n += 1
    for q in counts[n + 1 :]:
        if q.unit != parts[0].unit or "、" not in text[parts[-1].end : q.offset] or text[parts[-1].end] not in "、":
            break
        parts.append(q)
    whole = next((q for q in reversed(counts[:n]) if q.unit == parts[0].unit and q not in parts), None)
    if whole is None or not _exact(whole) or not all(_exact(q) for q in parts):
        return
    yield _within(whole, parts)


def _is_threshold(q: Quantity, text: str) -> bool:
    """10亿以上项目12个: the first number only says which projects."""
    return q.qualifier in ("at_least", "within") and text[q.end - 2 : q.end] in ("以上", "以下", "以内")


def _within(whole: Quantity, parts: list[Quantity]) -> Inconsistency:
    of, total = amount(whole), sum((amount(q) for q in parts), Decimal(0))
    share = 100 * total / of
    if total > of:
        return finding("among", "contradiction", (whole, *parts), total, total,
                       f"“其中”各项合计{plain(total)}{whole.unit}，大于总数{said(whole)}，请核对。")  # fmt: skip
    return finding("among", "consistent", (whole, *parts), total, total,
                   f"“其中”所列{plain(total)}{whole.unit}不超过总数{said(whole)}，占{share:.1f}%。")  # fmt: skip


def _summed(before: list[Quantity], total: Quantity, text: str) -> Iterator[Inconsistency]:
    parts: list[Quantity] = []
    for q in reversed(before):
        edge = parts[0].offset if parts else total.offset
        if q.unit != total.unit or not _GAP.search(text, q.end, edge):
            break
        parts.insert(0, q)
    if len(parts) >= 2 and _exact(total) and all(_exact(q) for q in parts):
        yield _equal(total, parts)


def _listed(counts: list[Quantity], n: int, text: str) -> Iterator[Inconsistency]:
    """共处理100件:甲40件、乙60件."""
    parts = [q for q in counts[n + 1 :] if q.unit == counts[n].unit]
    if len(parts) >= 2 and _exact(counts[n]) and all(_exact(q) for q in parts):
        yield _equal(counts[n], parts)


def _equal(total: Quantity, parts: list[Quantity]) -> Inconsistency:
    real = sum((amount(q) for q in parts), Decimal(0))
    added = "+".join(plain(q.value) for q in parts)
    fits = real == total.value
    return finding("total", "consistent" if fits else "contradiction", (total, *parts), real, real,
                   f"{added}={plain(real)}，与所写总数{said(total)}{'相符' if fits else '不一致，请核对'}。")  # fmt: skip
