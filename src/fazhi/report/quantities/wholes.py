"""Which of two counts is the whole of which the other is a part. Called by the consistency checks and the tying.

A part is said of the same things as its whole: by 其中, by 占, by a deed done to them (办结), or by the number that closes
the clause in which they were counted (7个中心建成6个).
"""

import re
from collections.abc import Sequence

from .findings import amount
from .model import Quantity

# Rates of what was done among what there was to do.
_OF_THE_DONE = (
    "完成率",
    "建成率",
    "办结率",
    "审结率",
    "结案率",
    "整改率",
    "化解率",
    "覆盖率",
    "落实率",
    "到位率",
    "达标率",
    "占比",
)
# Deeds that stand beside each other: what is repealed is not among what was made.
_BESIDE = "制定|修订|修改|废止|出台|印发|新建|改建|扩建|新增|取消|下放|承接|撤并|撤销|组建|启用|停用"
_BESIDE_AT_END = re.compile(rf"(?:{_BESIDE})(?:了|出台|印发|发布)?[^,，。;；、]{{0,12}}$")
_BESIDE_AT_HEAD = re.compile(rf"(?:{_BESIDE})")
_APART = re.compile("[,，、;；。:：]")
_CLOSED = tuple(",，、;；。)）\n")


def whole_and_part(counts: Sequence[Quantity], rate: Quantity, text: str) -> tuple[Quantity, Quantity] | None:
    """The two counts before a rate of which it is the share; None where the text does not say so."""
    last = counts[-1]
    if len(counts) > 1 and text[last.end : rate.offset] == "的" and "占" in text[counts[-2].end : last.offset]:
        return last, counts[-2]  # 20个,占全部25个的80%
    whole = next((q for q in reversed(counts[:-1]) if q.unit == last.unit and amount(q) >= amount(last)), None)
    return (whole, last) if whole is not None and _said_so(whole, last, rate, text) else None


def _said_so(whole: Quantity, part: Quantity, rate: Quantity, text: str) -> bool:
    """办结985件,办结率: the rate is named after the deed of the part; or 其中 and 占 say it."""
    between = text[whole.end : part.offset]
    deed = rate.subject.removesuffix("率")[-2:]
    named = "其中" in between or rate.subject.startswith("占") or (len(deed) == 2 and deed in between)
    return named or rate.subject.endswith(_OF_THE_DONE) and closes(whole, part, text)


def closes(whole: Quantity, part: Quantity, text: str) -> bool:
    """7个中心建成6个: two counts of one clause, one unit, and nothing counted after the second."""
    between = text[whole.end : part.offset]
    alone = text[part.end : part.end + 1] in ("", *_CLOSED)
    return bool(between) and not _APART.search(between) and alone and whole.unit == part.unit


def side_by_side(whole: Quantity, part: Quantity, text: str) -> bool:
    """制定规章2部,废止5部: each deed has things of its own."""
    lead = text[max(whole.clause_offset, whole.offset - 20) : whole.offset]
    return bool(_BESIDE_AT_END.search(lead) and _BESIDE_AT_HEAD.match(part.subject))


def only_wholes(quantities: Sequence[Quantity], text: str) -> dict[int, int]:
    """{offset of a whole: offset of the part that closes its clause}: what was done is the part, not the whole."""
    counted = [q for q in quantities if q.kind == "number" and q.value is not None]
    return {
        whole.offset: part.offset
        for whole, part in zip(counted, counted[1:], strict=False)
        if whole.clause_offset == part.clause_offset and amount(whole) >= amount(part) and closes(whole, part, text)
    }
